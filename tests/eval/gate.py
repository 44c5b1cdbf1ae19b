"""Runs the scorers of ../shared/eval on the adapters and holds their figures against `floors.yml`.

`python -m tests.eval.gate` prints the table; exit status 1 when a figure is out of its bounds.
"""

from __future__ import annotations

import hashlib
import math
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from digest.yamlfile import read_yaml

ROOT = Path(__file__).parent.parent.parent
DATA = ROOT.parent / "shared" / "eval"
FLOORS = Path(__file__).parent / "floors.yml"


@dataclass(frozen=True)
class Result:
    """A figure that a scorer printed, beside its bounds."""

    name: str
    figure: float
    floor: float
    ceiling: float

    @property
    def holds(self) -> bool:
        """Whether the figure is within its bounds."""
        return self.floor <= self.figure <= self.ceiling


def read_floors() -> dict[str, Any]:
    """The contents of `floors.yml`."""
    floors: dict[str, Any] = read_yaml(FLOORS).data
    return floors


def checksum(folder: Path = DATA) -> str:
    """SHA-256 over the names and bytes of all the evaluation data, so that floors belong to data."""
    seal = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            seal.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return seal.hexdigest()


def run_scorer(scorer: dict[str, Any]) -> Iterator[Result]:
    """Run one scorer and read its figures. Raises RuntimeError when a figure is not in its output."""
    script, *arguments = scorer["command"].split()
    start = ["-m", script] if script.startswith("tests.") else [str(DATA / script)]
    run = subprocess.run(
        [sys.executable, *start, *arguments], capture_output=True, text=True, cwd=ROOT, check=False
    )
    for name, wanted in scorer["figures"].items():
        found = re.search(wanted["pattern"], run.stdout)
        if not found:
            raise RuntimeError(f"{scorer['command']}: no figure for {name}:\n{run.stdout}{run.stderr}")
        yield Result(
            name, float(found[1]), float(wanted.get("floor", 0)), float(wanted.get("ceiling", math.inf))
        )


def main() -> int:
    """Print the table."""
    if not DATA.exists():
        print("the annotated data are not beside this checkout (../shared/eval): nothing was scored")
        return 0
    results = [result for scorer in read_floors()["scorers"] for result in run_scorer(scorer)]
    for result in results:
        bound = f">= {result.floor}" if result.ceiling == math.inf else f"<= {result.ceiling}"
        print(f"{result.name:45} {result.figure:8}  {bound:9} {'' if result.holds else 'DOES NOT HOLD'}")
    return 0 if all(result.holds for result in results) else 1


if __name__ == "__main__":
    sys.exit(main())
