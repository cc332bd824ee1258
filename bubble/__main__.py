"""The command line: `bubble` and `python -m bubble`."""

from __future__ import annotations

import sys


def main() -> None:
    """Run a command; what a user can put right is one line on stderr and exit code 1."""
    from bubble.cli import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
