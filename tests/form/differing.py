"""What differs between two texts, as a pull request shows it."""

from difflib import unified_diff


def change(before: str, after: str) -> list[str]:
    """The lines that are gone and those that are new, with their signs."""
    lines = list(unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm=""))
    return [line for line in lines[2:] if not line.startswith("@@")]
