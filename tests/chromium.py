"""Finds a Chromium for the browser tests, or installs Debian's package; says so when there is none.

Run as a script before the tests; under CI (`CI` is set) a missing browser is a failure.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
MISSING = "no Chromium here, and Debian's package could not be installed: the browser tests do not run"


def find_chromium() -> str | None:
    """Path of a browser: `$CHROMIUM`, or the first of `NAMES` on the path."""
    named = os.environ.get("CHROMIUM")
    return named or next(filter(None, map(shutil.which, NAMES)), None)


def install_chromium() -> bool:
    """Install Debian's package, as root or through a password-less sudo; whether that went well."""
    if not shutil.which("apt-get"):
        return False
    prefix = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if prefix and not shutil.which("sudo"):
        return False
    steps = (["apt-get", "update"], ["apt-get", "install", "-y", "--no-install-recommends", "chromium"])
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return all(
        subprocess.run([*prefix, *step], stdout=subprocess.DEVNULL, env=environment, check=False).returncode
        == 0
        for step in steps
    )


def main() -> int:
    """Exit status 0 when the tests can go on."""
    if find_chromium():
        return 0
    print("Installing Chromium from Debian's packages …", flush=True)
    if install_chromium() and find_chromium():
        return 0
    print(MISSING, file=sys.stderr)
    return 1 if os.environ.get("CI") else 0


if __name__ == "__main__":
    sys.exit(main())
