"""Measures conversion: `python -m tests.bench.measure [N] [RUNS]` prints tables in Markdown.

CPU and wall seconds, medians of RUNS (5), the things compared in turn, each run in a process of its own, so
that no run finds another's caches. Every text is read once.
"""

from __future__ import annotations

import gc
import importlib
import multiprocessing
import os
import platform
import random
import resource
import shutil
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

from digest import conversion, find_dates
from digest.assembly import Assembly
from digest.batch import Where, Workshop, read_all
from digest.collecting import uncollected
from digest.conversion import Options
from digest.model import Article
from digest.pipeline import build_digest
from digest.related import relate
from digest.rules import default_rules
from digest.seeds import list_seeds, seed_from_bytes
from digest.timeline import merge_timeline
from digest.vocabulary import read_vocabulary
from tests.bench.archive import ROOT, archive, write_archive
from tests.timed import slowness

_WARM = 20
"""Articles read before the clock starts: they compile the rules."""
_STEPS = {
    "clean": ("clean_seed",),
    "fields and sentences": ("extract_fields", "split_document"),
    "names": ("read_words", "find_names", "find_outlets"),
    "topics": ("choose_topics",),
    "publication date": ("infer_publication",),
    "dates": ("_dates",),
    "events": ("find_events",),
    "summary": ("choose_summary",),
    "quotations": ("find_quotations",),
    "figures": ("find_figures",),
}
_PAGE = ("read", "clean", "fields and sentences")
_FIVE = ("names", "topics", "summary", "quotations", "figures")

_ONE, _TWO = "conversion, one process, wall s", "conversion, two processes, wall s"

Figures = dict[str, float]


def load(_: Path, __: int) -> Figures:
    """Load rules and vocabulary."""
    start = time.process_time()
    default_rules()
    rules = time.process_time()
    read_vocabulary(ROOT / "content" / "vocabulary")
    return {"rules, CPU s": rules - start, "vocabulary, CPU s": time.process_time() - rules}


def steps(_: Path, count: int) -> Figures:
    """CPU milliseconds of each step an article, and articles a second."""

    vocabulary, _faults = read_vocabulary(ROOT / "content" / "vocabulary")
    spent: dict[str, float] = defaultdict(float)
    for step, names in _STEPS.items():
        for name in names:
            setattr(conversion, name, _clocked(getattr(conversion, name), step, spent))
    texts = [(name, text.encode()) for name, text in archive(count + _WARM)]
    start = 0.0
    for number, (name, data) in enumerate(texts):
        if number == _WARM:
            spent.clear()
            start = time.process_time()
        begin = time.process_time()
        seed = seed_from_bytes(data, name)
        spent["read"] += time.process_time() - begin
        with uncollected():
            conversion.read_article(seed, vocabulary)
        gc.freeze()  # both as `digest.batch` does
    total = time.process_time() - start
    found = {f"{step}, ms": value / count * 1000 for step, value in sorted(spent.items())}
    found["all, ms"] = total / count * 1000
    found["all, articles a second"] = count / total
    for group in (_PAGE, _FIVE):
        found[f"{', '.join(group)}: a second"] = count / sum(spent[step] for step in group)
    characters = sum(len(data.decode()) for _name, data in texts[_WARM:])
    found["characters an article"] = characters / count
    found["this machine, times the time of the reference"] = slowness()
    return found


def dates(_: Path, count: int) -> Figures:
    """Characters a second of `find_dates` over whole articles."""

    texts = [text for _name, text in archive(count + _WARM)]
    for text in texts[:_WARM]:
        find_dates(text, "2024-05-17")
    start = time.process_time()
    for text in texts[_WARM:]:
        find_dates(text, "2024-05-17")
    spent = time.process_time() - start
    return {"find_dates, characters a second": sum(map(len, texts[_WARM:])) / spent}


def one_process(root: Path, _: int) -> Figures:
    """A first build of the digest in one process, then one of the same files."""
    return {**_built(root, "first build of the digest"), **_built(root, "nothing changed", kept=True)}


def alone(root: Path, _: int) -> Figures:
    """Conversion and nothing else, by one process."""
    return _converted(root, _ONE, 1)


def shared(root: Path, _: int) -> Figures:
    """The same by two processes, their start included."""
    return _converted(root, _TWO, 2)


def _converted(root: Path, label: str, processes: int) -> Figures:
    vocabulary, _faults = read_vocabulary(root / "content" / "vocabulary")
    workshop = Workshop(root / "content" / "corrections", vocabulary, Options())
    wall, cpu = time.perf_counter(), _cpu()
    for _article in read_all(list_seeds(root / "seeds"), workshop, Where(processes=processes)):
        pass
    return {label: time.perf_counter() - wall, label.replace("wall", "CPU"): _cpu() - cpu}


def crossing(root: Path, _: int) -> Figures:
    """Relations and timeline of the articles of a folder."""

    articles = build_digest(root, cache=root / "kept").articles
    found = {}
    for name, step in (("relate", relate), ("timeline", merge_timeline)):
        start = time.process_time()
        step(articles)
        found[f"{name}, CPU ms an article"] = (time.process_time() - start) / len(articles) * 1000
    return found


def following(root: Path, _: int) -> Figures:
    """A digest that follows one article deleted, added, or given the words of one that it does not have."""
    return follow(build_digest(root, cache=root / "kept").articles)


def follow(articles: Sequence[Article], times: int = 30) -> Figures:
    """CPU milliseconds of an update of a digest of articles, some of which are kept back for changes."""
    assembly = Assembly(read_vocabulary(ROOT / "content" / "vocabulary")[0])
    dice, spent = random.Random(9), defaultdict[str, list[float]](list)
    times = min(times, len(articles) // 2)
    mixed = dice.sample(articles, len(articles))
    assembly.update(mixed[times:])
    for kept_back, one in zip(mixed[:times], dice.sample(mixed[times:], times), strict=True):
        changed = replace(kept_back, id=one.id, slug=one.slug)
        for what, new, gone in (("deleted", (), [one.id]), ("added", [one], ()), ("changed", [changed], ())):
            start = time.process_time()
            assembly.update(new, gone)
            spent[what].append(time.process_time() - start)
        assembly.update([one])
    return {
        f"one article {what}, {name} of {times}, CPU ms": choose(found) * 1000
        for what, found in spent.items()
        for name, choose in (("median", statistics.median), ("most", max))
    }


def _built(root: Path, label: str, *, kept: bool = False) -> Figures:
    if not kept:
        shutil.rmtree(root / "kept", ignore_errors=True)
    wall, cpu = time.perf_counter(), _cpu()
    build_digest(root, cache=root / "kept", processes=1)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        f"{label}, CPU s": _cpu() - cpu,
        f"{label}, wall s": time.perf_counter() - wall,
        f"{label}, peak MiB": peak,
    }


def _cpu() -> float:
    """CPU seconds of this process and of those it waited for."""
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


def _clocked(step: Callable[..., Any], name: str, spent: dict[str, float]) -> Callable[..., Any]:
    def clocked(*given: Any, **named: Any) -> Any:
        start = time.process_time()
        try:
            return step(*given, **named)
        finally:
            spent[name] += time.process_time() - start

    return clocked


def _once(name: str, root: Path, count: int) -> Figures:
    """One run in a new process. Raises what it raises."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        return pool.submit(_run, name, root, count).result()


def _run(name: str, root: Path, count: int) -> Figures:
    figures: Figures = getattr(importlib.import_module("tests.bench.measure"), name)(root, count)
    return figures


def main(count: int = 500, runs: int = 5) -> None:
    """Measure everything in turn and print the medians."""
    names = [step.__name__ for step in (load, steps, dates, alone, shared, one_process, crossing, following)]
    found: dict[str, list[float]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write_archive(root / "seeds", count)
        shutil.copytree(ROOT / "content" / "vocabulary", root / "content" / "vocabulary")
        for _ in range(runs):
            for name in names:
                for label, value in _once(name, root, count).items():
                    found[label].append(value)
            found["two processes are so many times as fast"].append(found[_ONE][-1] / found[_TWO][-1])
    print(f"Python {platform.python_version()}, {platform.machine()}; {os.cpu_count()} processors; ", end="")
    print(f"load {os.getloadavg()[0]:.1f}; {count} articles; medians of {runs}\n")
    print("| | median | least | most |\n|---|---|---|---|")
    for label, values in found.items():
        print(f"| {label} | {statistics.median(values):,.2f} | {min(values):,.2f} | {max(values):,.2f} |")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
