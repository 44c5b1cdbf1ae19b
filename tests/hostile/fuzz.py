"""Random bytes and spoiled pages through everything that reads what people drop in: `make fuzz`.

Each case is made from its number (`tests/hostile/cases`), so that a failure can be run again alone
(`--only TARGET:NUMBER`). What is done is kept in `.cache/fuzz.json`: a run that is stopped goes on where it
was; it begins anew after a change of how cases are made, or with `--fresh`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from digest import find_dates
from digest.corrections import SCHEMA as CORRECTION_SCHEMA
from digest.corrections import read_correction
from digest.errors import DigestError, VocabularyError
from digest.files import write_changed
from digest.pipeline import build_article
from digest.seeds import read_seed
from digest.translate.memory import parse_memory
from digest.vocabulary import Vocabulary, _read_entries, load_vocabulary, read_vocabulary
from digest.yamlfile import dump_yaml, parse_yaml
from digest.yamlschema import validate
from tests.hostile import cases, payloads
from tests.hostile.cases import ROOT, make_correction, make_page, make_seed, make_text, make_yaml

STATE = ROOT / ".cache" / "fuzz.json"
SECONDS = 1.0
"""The longest that a call may take."""
MEGABYTES = 300
"""The most memory that a whole run may take."""


@dataclass
class Figures:
    """How a target did."""

    done: int = 0
    refused: int = 0
    """Calls that raised one of the package's own errors."""
    slowest: float = 0.0
    seconds: float = 0.0
    megabytes: float = 0.0
    """The most memory that the process had held after any of the cases."""
    failures: list[str] = field(default_factory=list)


@cache
def _vocabulary() -> Vocabulary:
    return load_vocabulary(ROOT / "content" / "vocabulary")


@cache
def _scratch() -> Path:
    folder = tempfile.TemporaryDirectory()
    _KEPT.append(folder)
    (Path(folder.name) / "vocabulary").mkdir()
    return Path(folder.name)


_KEPT: list[Any] = []
"""Holds on to the folder until the process ends."""


def read_page(data: bytes, name: str, correction: dict[str, Any] | None = None) -> None:
    """The road of a seed, from a file to an article."""
    path = _scratch() / name
    path.write_bytes(data)
    seed = read_seed(path)
    corrected = None
    if correction is not None:
        file = _scratch() / f"{seed.id}.yml"
        file.write_text(dump_yaml(correction), "utf-8")
        corrected = read_correction(file)
    build_article(seed, _vocabulary(), correction=corrected)


def read_yaml_files(text: str) -> None:
    """Every reader of YAML, on one text."""
    refusals = 0
    for reader in (
        lambda: _read_vocabulary(text),
        lambda: validate(parse_yaml(text, "fuzz.yml"), CORRECTION_SCHEMA),
        lambda: parse_memory(text, "fuzz.yml"),
    ):
        try:
            reader()
        except DigestError:
            refusals += 1
    if refusals == 3:
        raise DigestError("refused by all")


def _read_vocabulary(text: str) -> None:
    """Read the text as a vocabulary's file; every few as a whole vocabulary, which takes far longer."""
    faults: list[VocabularyError] = []
    _read_entries(text, "fuzz.yml", faults, [])
    if len(text) % 16 == 0:
        (_scratch() / "vocabulary" / "fuzz.yml").write_text(text, "utf-8", newline="")
        faults += read_vocabulary(_scratch() / "vocabulary")[1]
    if faults:
        raise faults[0]


def _seed_case(dice: random.Random) -> tuple[Any, ...]:
    """A page; each tenth is plain and has corrections."""
    if dice.random() < 0.1:
        return make_page(dice).encode(), "fuzz.txt", make_correction(dice)
    return make_seed(dice)


TARGETS: dict[str, tuple[int, Callable[..., object], Callable[[random.Random], tuple[Any, ...]]]] = {
    "yaml": (50_000, read_yaml_files, lambda dice: (make_yaml(dice),)),
    "dates": (100_000, find_dates, make_text),
    "seeds": (200_000, read_page, _seed_case),
}
"""Number of cases, what is called, and the maker of its values, by target."""


def run_case(target: str, number: int, figures: Figures) -> None:
    """Run one case and note how it went."""
    _, function, make = TARGETS[target]
    values = make(random.Random(f"{target}:{number}"))
    begin = time.process_time()
    try:
        function(*values)
    except DigestError:
        figures.refused += 1
    except Exception as fault:
        figures.failures.append(f"{target}:{number}: {type(fault).__name__}: {fault}"[:300])
    took = time.process_time() - begin
    if took > SECONDS:
        figures.failures.append(f"{target}:{number}: took {took:.1f} s")
    figures.done += 1
    figures.seconds += took
    figures.slowest = max(figures.slowest, took)


def warm_up() -> None:
    """Load rules, vocabulary and libraries, which the first call would pay for."""
    [page, *_] = sorted((ROOT / "seeds").iterdir())
    text = page.read_text("utf-8")
    read_page(text.encode(), "warm.txt")
    read_page(f"<html><body><article><p>{text}</p></article></body></html>".encode(), "warm.html")
    find_dates("أمس")


def peak_megabytes() -> float:
    """The most memory that this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> int:
    """Run what is left of every target; exit status 1 where something failed."""
    options = _options()
    warm_up()
    base = peak_megabytes()
    if options.only:
        target, _, number = options.only.partition(":")
        figures = Figures()
        run_case(target, int(number), figures)
        print(figures)
        return 1 if figures.failures else 0
    state = {name: Figures() for name in TARGETS} | ({} if options.fresh else _load())
    end = time.monotonic() + options.seconds
    while time.monotonic() < end and _advance_all(state, options.share):
        _save(state)
    return _report(state, base)


def _advance_all(state: dict[str, Figures], share: float) -> bool:
    """Move all targets on together, so that a run that is stopped has looked at each; whether any did."""
    moved = [_advance(state[name], name, share) for name in TARGETS]
    return any(moved)


def _advance(figures: Figures, target: str, share: float) -> bool:
    """Run a hundredth of a target's cases, or what is left of them; whether there were any."""
    count = int(TARGETS[target][0] * share)
    before = figures.done
    while figures.done < min(count, before + max(1, count // 100)):
        run_case(target, figures.done, figures)
    figures.megabytes = max(figures.megabytes, peak_megabytes())
    return figures.done > before


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--share", type=float, default=1.0, help="part of all cases to run")
    parser.add_argument("--seconds", type=float, default=float("inf"), help="stop after that long")
    parser.add_argument("--fresh", action="store_true", help="forget what was done before")
    parser.add_argument("--only", metavar="TARGET:NUMBER", help="run one case")
    return parser.parse_args()


def _made_by() -> str:
    """What makes the cases: with another maker, the same number is another case."""
    folders = (Path(maker.__file__).parent for maker in (cases, payloads))
    sources = (path for folder in folders for path in sorted(folder.glob("*.py")))
    return hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()


def _load() -> dict[str, Figures]:
    try:
        kept = json.loads(STATE.read_text("utf-8"))
        if kept["made_by"] == _made_by():
            return {name: Figures(**values) for name, values in kept["targets"].items()}
    except (OSError, ValueError, KeyError, TypeError):
        pass
    return {}


def _save(state: dict[str, Figures]) -> None:
    targets = {name: asdict(figures) for name, figures in state.items()}
    write_changed(STATE, json.dumps({"made_by": _made_by(), "targets": targets}, ensure_ascii=False))


def _report(state: dict[str, Figures], base: float) -> int:
    failures = [failure for figures in state.values() for failure in figures.failures]
    for name, figures in state.items():
        print(
            f"{name:6} {figures.done:7,} of {TARGETS[name][0]:,} cases, {figures.refused:,} refused, "
            f"{figures.seconds:.0f} s, slowest {1000 * figures.slowest:.0f} ms, {len(figures.failures)} bad"
        )
    peak = max(figures.megabytes for figures in state.values())
    print(f"memory {peak:.0f} MB at most, {base:.0f} MB of it before the first case")
    for failure in failures[:50]:
        print(failure)
    return 1 if failures or peak > MEGABYTES else 0


if __name__ == "__main__":
    sys.exit(main())
