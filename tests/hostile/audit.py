"""`make audit-dependencies`: known faults of the locked packages, by pip-audit; skipped without its data.

Exit status 1 when a package has a known fault, or when pip-audit itself fails.
"""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

_UNREACHABLE = ("ConnectionError", "Timeout", "timed out", "HTTPError", "ProxyError", "ServiceError")
"""What pip-audit names in its last lines where its data cannot be had."""


def main(locks: list[str]) -> int:
    """Audit each lock file."""
    return max(map(audit, locks), default=0)


def audit(lock: str) -> int:
    """Ask for the faults of a lock file's packages and say what came back; the exit status."""
    command = [sys.executable, "-m", "pip_audit", "--disable-pip", "--require-hashes", "-r", lock]
    options = ["--format", "json", "--progress-spinner", "off", "--timeout", "20"]
    run = subprocess.run([*command, *options], capture_output=True, text=True, check=False)
    try:
        return report(lock, json.loads(run.stdout)["dependencies"])
    except (ValueError, KeyError):
        last = " ".join(run.stderr.split()[-60:])
        unreachable = any(word in last for word in _UNREACHABLE)
        print(f"{lock}: {'skipped, because its data cannot be had' if unreachable else 'failed'}: {last}")
        return 0 if unreachable else 1


def report(lock: str, packages: list[dict[str, Any]]) -> int:
    """Say what is known of packages, as pip-audit lists them; 1 where one has a fault."""
    unknown = [package["name"] for package in packages if "skip_reason" in package]
    faulty = [package for package in packages if package.get("vulns")]
    for package in faulty:
        for fault in package["vulns"]:
            mended = ", ".join(fault["fix_versions"]) or "no version yet"
            print(f"{lock}: {package['name']} {package['version']}: {fault['id']}, mended in {mended}")
    if len(unknown) == len(packages):
        print(
            f"{lock}: skipped, because the server that was asked knows none of its {len(packages)} packages"
        )
    elif unknown:
        print(f"{lock}: {len(unknown)} of {len(packages)} packages are not known: {', '.join(unknown)}")
    if not faulty and len(unknown) < len(packages):
        print(f"{lock}: no known fault in {len(packages) - len(unknown)} packages")
    return 1 if faulty else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
