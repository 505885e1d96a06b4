"""GitHub and GitLab on this computer, with a real repository behind them."""
