"""Tables for editors and translators: as much as a page holds, and how much is left."""

from __future__ import annotations

from dataclasses import replace

import pytest

from digest.model import Digest, Entity, EntityKind, FileError
from digest.render import Desk, render_pages
from digest.render.lists import ROWS, table_rows
from tests.made import article


def test_a_table_for_editors_says_how_much_is_left() -> None:
    unknown = [
        Entity(f"?{n}", EntityKind.PERSON, f"اسم {n}", None, False, (f"اسم {n}",), ())
        for n in range(ROWS + 7)
    ]
    found = article("a", ["خبر."])
    found = replace(found, findings=replace(found.findings, entities=tuple(unknown)))
    text = dict(render_pages(Digest((found,), (), {}, {})))["en/editors.md"]
    assert text.count("<td>1</td>") == ROWS
    assert "And <bdi>7</bdi> more" in text
    assert "digest check" in text


def test_a_table_of_long_messages_for_editors_is_shorter() -> None:
    errors = tuple(FileError(f"seeds/{number}.txt", "cannot be read " * 100) for number in range(ROWS))
    text = dict(render_pages(Digest((), (), {}, {}, errors)))["en/editors.md"]
    shown = text.count("seeds/")
    assert 20 < shown < ROWS
    assert f"And <bdi>{ROWS - shown}</bdi> more" in text
    assert len(text) < 60_000


@pytest.mark.parametrize(
    ("left", "arabic", "english"),
    [
        (1, "ملف واحد", "1 file"),
        (2, "ملفان", "2 files"),
        (3, "3 ملفات", "3 files"),
        (11, "11 ملفًا", "11 files"),
        (1900, "1,900 ملف", "1,900 files"),
        (0, "", ""),
    ],
)
def test_the_page_of_translations_says_how_many_files_are_left(left: int, arabic: str, english: str) -> None:
    folder = "content/translations/en"
    faults = [FileError(f"{folder}/{number:04}.yml", "gone", 1) for number in range(ROWS + left)]
    shown = len(table_rows(faults))
    del faults[shown + left :]
    articles = [article(f"a{number:03}", ["خبر."]) for number in range(3)]
    # Some cannot be used, of others the article is gone.
    digest = Digest(tuple(articles), (), {}, {}, tuple(faults[:90]))
    written = dict(render_pages(digest, desk=Desk(strays=tuple(faults[90:]))))
    for language, words in (("ar", arabic), ("en", english)):
        text = written[f"{language}/translations.md"]
        assert text.count(">gone<") == shown > 100
        assert ("digest check" in text) == bool(left)
        assert f"<bdi>{words}</bdi>" in text or not left
