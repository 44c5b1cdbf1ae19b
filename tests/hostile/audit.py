"""`make audit-dependencies`: known faults of the locked packages, by pip-audit; skipped without its data.

Exit status 1 when a package has a known fault.
"""

from __future__ import annotations

import importlib.util
import subprocess
import sys

_UNREACHABLE = (
    "ConnectionError",
    "Max retries",
    "Name or service",
    "resolve",
    "timed out",
    "403",
    "503",
    "Proxy",
)


def main(locks: list[str]) -> int:
    """Audit each lock file."""
    if importlib.util.find_spec("pip_audit") is None:
        print("skipped, because pip-audit is not installed (pip install pip-audit)")
        return 0
    for lock in locks:
        command = [sys.executable, "-m", "pip_audit", "--disable-pip", "--require-hashes", "-r", lock]
        run = subprocess.run([*command, "--timeout", "20"], capture_output=True, text=True, check=False)
        said = run.stdout + run.stderr
        if run.returncode and any(word in said for word in _UNREACHABLE) and "vulnerabilit" not in run.stdout:
            print(f"{lock}: skipped, because its data cannot be had: {said.strip().splitlines()[-1]}")
        elif run.returncode:
            print(f"{lock}:\n{said}")
            return 1
        else:
            print(f"{lock}: no known fault")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
