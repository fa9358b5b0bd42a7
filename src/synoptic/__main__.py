"""`python -m synoptic` and the `synoptic` command."""

import sys

from synoptic.doors.cli.app import run


def main() -> int:
    """Runs the command line; gives the exit code."""
    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
