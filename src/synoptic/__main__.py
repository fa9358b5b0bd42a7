"""`python -m synoptic` and the `synoptic` command."""

import sys


def main() -> int:
    """Runs the command line; gives the exit code."""
    try:
        from synoptic.doors.cli.app import run  # loading takes long enough to be interrupted
    except KeyboardInterrupt:
        sys.stderr.write("stopped\n")
        return 130
    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
