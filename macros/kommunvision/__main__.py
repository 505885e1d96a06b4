"""Where the command begins; even an installation that lacks something answers in Swedish."""

from __future__ import annotations

import sys

# 128 and the number of the signal that Ctrl+C sends, as programs answer when they are stopped.
_STOPPED = 130


def main() -> None:
    """Run the command, or say what it lacks."""
    try:
        from kommunvision.cli import main as run  # noqa: PLC0415 - it is what may fail

        run()
    except ImportError as error:
        from kommunvision.doctor.lacking import tell_what_lacks  # noqa: PLC0415 - only then

        sys.exit(tell_what_lacks(error))
    except KeyboardInterrupt:
        sys.exit(_STOPPED)


if __name__ == "__main__":
    main()
