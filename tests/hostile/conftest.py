"""The hostile site and a harmless one of the same make, built once, and every page of both opened once."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser

from tests.hostile.browsing import Seen, open_all
from tests.hostile.corpus import Corpus, build_corpus
from tests.hostile.payloads import dealt
from tests.hostile.serving import serve_quickly
from tests.site.conftest import browser  # noqa: F401 - the one Chromium of all tests
from tests.site.project import build


@dataclass(frozen=True)
class Visited:
    """A site that was built of payloads, and what a browser met on it."""

    corpus: Corpus
    log: str
    seen: Seen


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Visited:  # noqa: F811
    """Every payload in every field."""
    return _visit(build_corpus(tmp_path_factory.mktemp("hostile") / "project", dealt()), browser)


@pytest.fixture(scope="session")
def harmless(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Visited:  # noqa: F811
    """The same fields with plain words: all that the templates make, and nothing else."""
    words = [f"كلمة {number}" if number % 2 else f"word {number}" for number in range(80)]
    return _visit(build_corpus(tmp_path_factory.mktemp("harmless") / "project", words), browser)


def _visit(corpus: Corpus, chromium: Browser) -> Visited:
    run = build(corpus.project)
    assert run.returncode == 0, run.stdout
    with serve_quickly(corpus.project / "site") as address:
        return Visited(corpus, run.stdout, open_all(chromium, corpus.project / "site", address))
