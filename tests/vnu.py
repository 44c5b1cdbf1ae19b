"""Finds the Nu HTML checker and a Java for it, or fetches them (npm's `vnu-jar`, Debian's packages).

Run as a script before the tests; under CI (`CI` is set) a missing checker is a failure.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

FOLDER = Path(__file__).parent.parent / ".cache" / "vnu"
PACKAGE = "vnu-jar@26.9.27"
JAR = FOLDER / "package" / "build" / "dist" / "vnu.jar"
DEBIAN = {"java": "default-jre-headless", "npm": "npm"}
MISSING = "no HTML checker here, and npm's vnu-jar or a Java for it could not be had: HTML is not checked"


def find_vnu() -> list[str] | None:
    """The command that runs the checker: `$VNU` (a jar), or the one that was fetched."""
    jar = Path(os.environ.get("VNU") or JAR)
    java = shutil.which("java")
    return [java, "-jar", str(jar)] if java and jar.is_file() else None


def install_vnu() -> bool:
    """Fetch what is missing; whether that went well."""
    return _have("java") and (JAR.is_file() or (_have("npm") and _fetch())) and find_vnu() is not None


def _have(program: str) -> bool:
    """Whether a program is there, if need be after installing Debian's package."""
    if shutil.which(program):
        return True
    prefix = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if not shutil.which("apt-get") or (prefix and not shutil.which("sudo")):
        return False
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in (["update"], ["install", "-y", "--no-install-recommends", DEBIAN[program]]):
        command = [*prefix, "apt-get", *step]
        subprocess.run(command, stdout=subprocess.DEVNULL, env=environment, check=False)
    return shutil.which(program) is not None


def _fetch() -> bool:
    """Unpack the checker's npm package into `FOLDER`."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    command = ["npm", "pack", PACKAGE, "--json", "--loglevel=error", "--pack-destination", str(FOLDER)]
    run = subprocess.run(command, cwd=FOLDER, capture_output=True, text=True, check=False)
    if run.returncode != 0:
        return False
    archive = FOLDER / json.loads(run.stdout)[0]["filename"]
    with tarfile.open(archive) as packed:
        packed.extractall(FOLDER, filter="data")
    archive.unlink()
    return JAR.is_file()


def main() -> int:
    """Exit status 0 when the tests can go on."""
    if find_vnu():
        return 0
    print("Fetching the Nu HTML checker …", flush=True)
    if install_vnu():
        return 0
    print(MISSING, file=sys.stderr)
    return 1 if os.environ.get("CI") else 0


if __name__ == "__main__":
    sys.exit(main())
