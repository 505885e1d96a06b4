"""Fuzzes one target with atheris until stopped: ``python -m tests.fuzz.run page -max_total_time=300``."""

import sys
from pathlib import Path

import atheris

CORPUS = Path(__file__).parent / "corpus"

# Named before it is imported: atheris follows only what is imported through it.
with atheris.instrument_imports(include=["kommunvision", "markdown"]):
    from tests.fuzz.targets import TARGETS


def main() -> None:
    """Hand the target and the options of libFuzzer over; what is found stays in the given folder."""
    name, *options = sys.argv[1:]
    atheris.Setup([sys.argv[0], *options, str(CORPUS / name)], TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
