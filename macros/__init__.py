"""What mkdocs-macros loads: the engine's macros, and nothing else on this site."""

from kommunvision.macros import define_env

__all__ = ["define_env"]
