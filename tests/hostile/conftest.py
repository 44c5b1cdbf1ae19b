"""The hostile site and a harmless one of the same make, built once, and every page of both opened once."""

from __future__ import annotations

import shutil
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser

from tests.hostile.browsing import Seen, open_all
from tests.hostile.corpus import Corpus, build_corpus
from tests.hostile.payloads import dealt
from tests.hostile.serving import serve_quickly
from tests.site.project import ROOT, build

_MORE = """<!doctype html><title>الوزير يعلن اتفاقا جديدا في القاهرة</title>
<meta property="article:published_time" content="2022-02-05T10:00:00Z"><body><article>
<h1>الوزير يعلن اتفاقا جديدا في القاهرة</h1>
<p>قال الوزير في القاهرة إن حجم التبادل بلغ 25 مليون دولار خلال العام الماضي بعد توقيع الاتفاق.</p>
<h2>تفاصيل الاتفاق الجديد</h2>
<p>وأضاف الوزير في القاهرة أن حجم التبادل بلغ 25 مليون دولار خلال العام الماضي بحسب البيان.</p>
<p>{}</p></article>""".format("This page is for the most part in English, which is worth a warning. " * 12)
"""What the templates make of a page that states its date, has subheads, repeats a figure, earns a warning."""

_UNDATED = """الوزير يعلن اتفاقا جديدا في القاهرة

قال الوزير في القاهرة إن حجم التبادل سيزيد بعد توقيع الاتفاق، وإن الوفود ستلتقي لبحث جدول تنفيذه.
"""
"""What the templates make of an article that nothing dates."""


@dataclass(frozen=True)
class Visited:
    """A site that was built of payloads, and what a browser met on it."""

    corpus: Corpus
    log: str
    seen: Seen


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Visited:
    """Every payload in every field."""
    return _visit(build_corpus(tmp_path_factory.mktemp("hostile") / "project", dealt()), browser)


@pytest.fixture(scope="session")
def harmless(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Visited:
    """The same fields with plain words: all that the templates make, and nothing else."""
    words = [f"كلمة {number}" if number % 2 else f"word {number}" for number in range(80)]
    corpus = build_corpus(tmp_path_factory.mktemp("harmless") / "project", words)
    for folder in ("seeds", "content/corrections", "content/translations/en"):
        shutil.copytree(ROOT / folder, corpus.project / folder, dirs_exist_ok=True)
    # One article is partly translated: what is missing is listed.
    memory = sorted((corpus.project / "content" / "translations" / "en").iterdir())[0]
    memory.write_text(memory.read_text("utf-8").rpartition("\n- id:")[0] + "\n", "utf-8")
    # Of two days: what is measured on both has a picture.
    for name, day in (("more", "2022-02-05"), ("later", "2022-02-06")):
        (corpus.project / "seeds" / f"{name}.html").write_text(_MORE.replace("2022-02-05", day), "utf-8")
    (corpus.project / "seeds" / "undated.txt").write_text(_UNDATED, "utf-8")
    return _visit(corpus, browser)


def _visit(corpus: Corpus, chromium: Browser) -> Visited:
    run = build(corpus.project)
    assert run.returncode == 0, run.stdout
    with serve_quickly(corpus.project / "site") as address:
        return Visited(corpus, run.stdout, open_all(chromium, corpus.project / "site", address))
