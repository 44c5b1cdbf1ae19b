"""Lets Atheris look for inputs that reach new code: `make fuzz-coverage TARGET=seeds FUZZ_SECONDS=600`.

It begins with the small cases of `tests/hostile/cases`; what it finds is kept under `.cache/fuzz`, with
the inputs that broke something as `crash-...`, `timeout-...` or `oom-...`.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["digest"]):
    from digest import find_dates
    from digest.errors import DigestError
    from tests.hostile.cases import ROOT, make_page, make_text, make_yaml
    from tests.hostile.fuzz import MEGABYTES, read_page, read_yaml_files, warm_up

_SUFFIXES = (".txt", ".md", ".html", ".mhtml")


def _seed(data: bytes) -> None:
    read_page(data[1:], f"fuzz{_SUFFIXES[data[0] % len(_SUFFIXES)]}" if data else "fuzz.txt")


TARGETS: dict[str, tuple[Callable[[bytes], object], Callable[[random.Random], str]]] = {
    "seeds": (_seed, lambda dice: dice.choice("\0\1") + make_page(dice)),
    "yaml": (lambda data: read_yaml_files(data.decode("utf-8", "ignore")), make_yaml),
    "dates": (lambda data: find_dates(data.decode("utf-8", "ignore")), lambda dice: make_text(dice)[0]),
}
"""What is called with the bytes, and the maker of the first ones, by target."""


def main(target: str, seconds: str) -> None:
    """Look for so many seconds; Atheris ends the process, with status 0 where nothing broke."""
    function, make = TARGETS[target]
    corpus = ROOT / ".cache" / "fuzz" / target
    _begin(corpus, make)
    warm_up()

    def once(data: bytes) -> None:
        with suppress(DigestError):
            function(data)

    flags = ["-max_len=2000", "-timeout=20", f"-rss_limit_mb={MEGABYTES}", f"-max_total_time={seconds}"]
    atheris.Setup([sys.argv[0], *flags, f"-artifact_prefix={corpus.parent}/", str(corpus)], once)
    atheris.Fuzz()


def _begin(corpus: Path, make: Callable[[random.Random], str]) -> None:
    corpus.mkdir(parents=True, exist_ok=True)
    for number in range(300):
        text = make(random.Random(number))
        (corpus / f"made-{number:03}").write_bytes(text.encode("utf-8", "ignore")[:2000])


if __name__ == "__main__":
    main(*sys.argv[1:])
