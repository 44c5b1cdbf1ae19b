"""Names that the vocabulary lacks: counted, shown in their sentences, ready to be pasted into it."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from digest.pipeline import build_digest
from digest.render import render_pages
from digest.vocabulary import load_vocabulary

FIRST = """وزير الأشغال سعد القويري يفتتح جسر المدينة

قال وزير الأشغال سعد القويري إن الجسر سيفتح أمام السيارات في نهاية الشهر. وأضاف القويري أن العمل انتهى أمس.

وأوضح أن شركة بلومنكو بنت الجسر في عامين.
"""
SECOND = """افتتاح مدرسة في المدينة

حضر وزير الأشغال سعد القويري افتتاح المدرسة الجديدة في المدينة. وقال الأهالي إن المدرسة تتسع لألف تلميذ.

وقال التلميذ محمود إنه سعيد بمدرسته الجديدة، وإنه سيذهب إليها كل صباح مع رفاقه.
"""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    root = tmp_path_factory.mktemp("project")
    (root / "seeds").mkdir()
    (root / "seeds" / "bridge.txt").write_text(FIRST, "utf-8")
    (root / "seeds" / "school.txt").write_text(SECOND, "utf-8")
    return dict(render_pages(build_digest(root)))["en/editors.md"]


def test_names_are_counted_with_the_most_frequent_first(page: str) -> None:
    rows = re.findall(
        r'<tr><td lang="ar" dir="rtl">(.*?)</td><td>(.*?)</td><td>(.*?)</td><td>(.*?)</td>', page
    )
    assert rows == [("سعد القويري", "Person", "2", "4"), ("بلومنكو", "Organisation", "1", "1")]


def test_each_is_shown_in_a_sentence_of_two_articles(page: str) -> None:
    links = re.findall(r'<a href="(../articles/[^"]+)">(.*?)</a>', page.partition("#candidates")[2])
    assert len(links) == 3
    assert all(("القويري" in text or "بلومنكو" in text) and "/#s" in link for link, text in links)
    assert {link.split("/")[2] for link, _ in links[:2]} == {"bridge", "school"}


def test_the_entries_are_files_of_the_vocabulary(page: str, tmp_path: Path) -> None:
    for number, block in enumerate(_entries(page)):
        (tmp_path / f"{number}.yml").write_text(html.unescape(re.sub("</?bdi[^>]*>", "", block)), "utf-8")
    vocabulary = load_vocabulary(tmp_path)
    minister, firm = vocabulary.find("سعد القويري"), vocabulary.find("بلومنكو")
    assert minister is not None
    assert (minister.kind, minister.en, minister.ar_variants) == ("person", None, ())
    assert firm is not None
    assert firm.kind == "organisation"


def test_arabic_in_the_entries_is_marked(page: str) -> None:
    marked = '<bdi lang="ar" dir="rtl">سعد القويري</bdi>'
    assert any(marked in block for block in _entries(page))
    assert not any(
        re.search("[\u0621-\u064a]", re.sub("<bdi.*?</bdi>", "", block)) for block in _entries(page)
    )


def _entries(page: str) -> list[str]:
    """The blocks of entries to be taken over."""
    return re.findall(r"<pre[^>]*><code>(.*?)</code>", page, re.S)


def test_a_given_name_alone_is_no_entry(page: str) -> None:
    assert "محمود" not in page
