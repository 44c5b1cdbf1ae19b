"""A table of an article's text is a table on its page, its rows sentences like any other."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from digest import build_article, render_page
from digest.model import Article, Digest, LineKind
from digest.render.body import Block, Placed, Run
from digest.render.shown import Shown
from digest.render.tabled import Table, table_of, with_groups
from digest.seeds import seed_from_bytes
from digest.vocabulary import load_vocabulary
from digest.wording.strings import Language
from tests.pages import BODY, HEADLINE, ROOT

ROWS = (("المحافظة", "2023", "2024"), ("صنعاء", "120.5", "131.2"), ("تعز", "88", "95"))


def block(text: str, index: int = 0, *, tabular: bool = True) -> Block:
    return Block(
        LineKind.BODY,
        (Run((Placed(index, Shown(text, "ar", foreign=False, state="original")),), None),),
        None,
        tabular,
    )


def table(*rows: str) -> Table:
    return table_of(tuple(block(row, index) for index, row in enumerate(rows)))


def with_table(rows: Sequence[Sequence[str]]) -> Article:
    text = "\n".join((HEADLINE, *BODY[:2], *("\t".join(row) for row in rows), *BODY[2:]))
    return build_article(seed_from_bytes(text.encode(), "a.txt"), load_vocabulary(ROOT / "content"))


def page(language: Language) -> str:
    article = with_table(ROWS)
    return render_page(article, Digest((article,), (), {}, {}), language)


def test_its_head_is_told_from_its_rows() -> None:
    text = page("ar")
    assert text.count('<table class="digest-table">') == 1
    assert text.count('<th scope="col">') == len(ROWS[0])
    assert text.count("<td>") == len(ROWS[0]) * (len(ROWS) - 1)
    assert '<tr class="digest-sentence" id="s3">' in text


def test_no_date_reaches_from_one_cell_into_the_next() -> None:
    rows = (("اللاعب", "الأهداف", "التعاقد"), ("سامي", "5", "مايو 2024"), ("كريم", "15", "آذار 2023"))
    dates = [date.edtf for date in with_table(rows).findings.dates]
    assert {"2024-05", "2023-03"} <= set(dates)
    assert not {"2024-05-05", "2023-03-15"} & set(dates)


def test_where_nothing_of_it_is_translated_it_is_right_to_left() -> None:
    text = page("en")
    assert '<table class="digest-table" lang="ar" dir="rtl">' in text
    # What is wider than the page is seen from its beginning.
    assert '<div class="digest-wide" dir="rtl"' in text


@pytest.mark.parametrize(
    ("rows", "headed", "first"),
    [
        (("المرشح | الأصوات", "سامي | 12"), True, ("المرشح", "الأصوات")),
        (("2023 | 2024", "صنعاء | 12 | 15"), True, ("", "2023", "2024")),
        (("صنعاء | 12", "تعز | 15"), False, ("صنعاء", "12")),
        (("سامي | صنعاء", "ليلى | تعز"), False, ("سامي", "صنعاء")),
    ],
)
def test_which_row_is_a_head(rows: tuple[str, ...], *, headed: bool, first: tuple[str, ...]) -> None:
    found = table(*rows)
    assert (found.headed, found.rows[0].cells) == (headed, first)


def test_rows_are_filled_at_their_end_and_one_without_strokes_is_one_cell() -> None:
    found = table("أ | ب | ج", "د | ه", "كل ما في الصف")
    assert [row.cells for row in found.rows] == [("أ", "ب", "ج"), ("د", "ه", ""), ("كل ما في الصف",)]


def test_rows_stand_together_and_other_blocks_apart() -> None:
    blocks = [block("نص.", tabular=False), block("أ | ب"), block("ج | د"), block("نص.", tabular=False)]
    assert [item.kind for item in with_groups(blocks)] == ["body", "table", "body"]


@pytest.mark.parametrize("row", ["Egypt | | 34", "Egypt |  | 34", "Egypt || 34", "Egypt|  |34"])
def test_a_cell_that_is_empty_stays_in_its_column(row: str) -> None:
    assert table("Land | 2023 | 2024", row).rows[1].cells == ("Egypt", "", "34")
    assert table("Land | 2023 | 2024", "| 12 | 15").rows[1].cells == ("", "12", "15")


def test_what_has_one_column_is_told_in_paragraphs() -> None:
    blocks = [block("البند"), block("56"), block("نص.", tabular=False)]
    assert [item.kind for item in with_groups(blocks)] == ["body"] * 3
