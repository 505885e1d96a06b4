"""Runs the command as ``python -m kommunvision``."""

from kommunvision.cli import main

if __name__ == "__main__":
    main()
