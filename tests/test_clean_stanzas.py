"""Poems of verses of any length, in stanzas; a title, a day and a poet above, a page's lines below."""

from __future__ import annotations

import pytest

from digest.errors import SeedError
from digest.extract import extract_fields
from tests.pages import body, clean

TITLE = "مصباح على شرفة البيت"
POET = "ماجد عامر"
FREE = (
    ("كان المصباح", "ينام قبلي", "ويصحو", "حين أناديه"),
    ("من علق الليل", "على مسمار قديم", "ومضى", "دون سلام", "أو وداع"),
    ("هذه يدي", "خذها", "واكتب بها", "إلى الغائب"),
)
VOWELLED = (
    ("كانَ المصباحُ", "ينامُ قبلي", "ويصحو", "حينَ أناديهِ"),
    ("مَن علّقَ الليلَ", "على مسمارٍ قديمٍ", "ومضى", "دونَ سلامٍ"),
)
MARKED = (
    ("من أين جئت؟", "قلت: من جهة الغياب.", "وأين تمضي؟", "قلت: لا أدري."),
    ("الطريق", "يعرف أقدامي،", "وينكر وجهي،", "كلما التفت إليه"),
)
POEMS = (FREE, VOWELLED, MARKED)
ABOVE = (
    (TITLE, f"بقلم: {POET}"),
    (TITLE, "3 أيار 2008", f"بقلم {POET}"),
    ("ثقافة", TITLE, f"شعر: {POET}"),
    (TITLE, "3 أيار 2008"),
)


def poem(
    above: tuple[str, ...], stanzas: tuple[tuple[str, ...], ...], below: tuple[str, ...], gap: str
) -> str:
    return (gap + "\n").join(("\n".join(above), *map(gap.join, stanzas), *below))


@pytest.mark.parametrize("stanzas", POEMS)
@pytest.mark.parametrize("above", ABOVE)
@pytest.mark.parametrize("below", [(), ("التعليقات\nطباعة",), ("قصائد ومقالات أخرى\nديوان الشاعر",)])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_verses_of_a_word_or_two_are_a_poems(
    stanzas: tuple[tuple[str, ...], ...], above: tuple[str, ...], below: tuple[str, ...], gap: str
) -> None:
    document = clean(poem(above, stanzas, below, gap))
    assert body(document) == [verse for stanza in stanzas for verse in stanza]
    assert extract_fields(document).headline.text == TITLE


def test_a_title_and_a_poet_above_one_block_of_verses_are_none_of_them() -> None:
    verses = [verse for stanza in FREE for verse in stanza]
    document = clean("\n".join((TITLE, "فارس العلي", *verses)))
    assert body(document) == verses
    assert extract_fields(document).headline.text == TITLE


def test_a_verse_that_reads_like_a_menus_word_is_one() -> None:
    stanzas = (FREE[0], ("من علق الليل", "على مسمار قديم", "وعند", "الرئيسية", "دون سلام"))
    document = clean(poem(ABOVE[0], stanzas, (), "\n"))
    assert body(document) == [verse for stanza in stanzas for verse in stanza]


@pytest.mark.parametrize("size", [2, 4])
def test_blocks_of_a_menu_are_no_poem(size: int) -> None:
    words = (
        "المدن",
        "القرى",
        "الموانئ",
        "الأسواق",
        "المدارس",
        "الملاعب",
        "البحار",
        "الجبال",
        "السهول",
        "الأنهار",
    )
    lines = [f"{word} والجوار" if place % 3 == 0 else f"دليل {word}" for place, word in enumerate(words)]
    blocks = ["\n".join(lines[place : place + size]) for place in range(0, len(lines), size)]
    with pytest.raises(SeedError):
        clean("\n\n".join(blocks))
