"""Text from data and from editors: restricted Markdown, safe HTML, and macros without code."""
