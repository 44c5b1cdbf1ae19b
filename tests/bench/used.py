"""Runs a module as `python -m` does, and says what it took: `python -m tests.bench.used MODULE [ARGUMENT…]`.

The last line of its output is CPU seconds, those of programs that it started and waited for included, and
the most memory that it took itself, in MB. Linux, for the memory is in its units.
"""

from __future__ import annotations

import resource
import runpy
import sys


def main() -> None:
    """Run the module."""
    del sys.argv[0]
    try:
        runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
    finally:
        own, others = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        spent = sum(used.ru_utime + used.ru_stime for used in (own, others))
        print(f"\n{spent:.2f} {own.ru_maxrss * 1024 / 1_000_000:.0f}")


if __name__ == "__main__":
    main()
