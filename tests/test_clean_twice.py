"""Cleaning, of any lines: each is decided once, and cleaning what was kept changes nothing."""

from __future__ import annotations

from pathlib import Path
from textwrap import wrap

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from digest.clean import clean_seed
from digest.errors import SeedError
from digest.model import KEPT_KINDS, LineKind
from digest.rules import default_rules
from digest.seeds import read_seed, seed_from_bytes
from tests.pages import (
    ANSWERS,
    BETWEEN,
    BODY,
    BRIEF,
    HEADLINE,
    LAST,
    LISTS,
    OTHER,
    ROOT,
    STRANGE,
    VERSES,
    body,
    clean,
)

POOL = (
    HEADLINE,
    *BODY,
    *OTHER,
    *(
        "",
        "",
        "عاجل",
        "إعلان",
        "0",
        "اقرأ أيضا:",
        "المصدر: الغد",
        "كتبت منى عادل",
        "12 مايو 2023",
        "تعليقات القراء",
    ),
    *(
        "جميع الحقوق محفوظة",
        "كلمة",
        "***",
        "TT",
        "    ",
        "قال    إن   ",
        "• نقطة",
        "سطر بلا نقطة في آخره يمضي",
    ),
)


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(st.sampled_from(POOL), st.text(max_size=60)), max_size=25))
def test_every_line_is_decided_once_and_spans_point_at_their_text(lines: list[str]) -> None:
    try:
        seed = seed_from_bytes("\n".join(lines).encode("utf-8", "replace"), "a.txt")
        document = clean_seed(seed)
    except SeedError:
        return
    numbers = [number for number, line in enumerate(seed.text.split("\n"), start=1) if line.strip()]
    assert [line.number for line in document.lines] == numbers
    assert len(document.text) == len(seed.text)
    source = seed.text.split("\n")
    for line in document.lines:
        assert seed.text[line.span.start : line.span.end] == source[line.number - 1].strip()
        assert line.rule
        assert all(line.span.contains(cut) for cut in line.cuts)
    in_article = [number for part in document.paragraphs for number in dict.fromkeys(part.lines)]
    text_kinds = (LineKind.BODY, LineKind.SUBHEAD, LineKind.CAPTION)
    kept = [line.number for line in document.lines if line.kind in text_kinds]
    assert sorted(set(in_article)) == kept
    starts = [part.span.start for part in document.paragraphs]
    assert starts == sorted(starts)
    assert clean_seed(seed) == document


@pytest.mark.parametrize("path", sorted((ROOT / "seeds").glob("*.txt")), ids=lambda path: path.stem)
def test_cleaning_a_clean_article_changes_nothing(path: Path) -> None:
    first = clean_seed(read_seed(path))
    kept = (LineKind.HEADLINE, LineKind.BODY, LineKind.SUBHEAD)
    text = "\n\n".join(
        first.seed.text[line.span.start : line.span.end] for line in first.lines if line.kind in kept
    )
    second = clean(text)
    assert body(second) == body(first)
    assert all(line.kind in kept for line in second.lines)


EXAMPLES = tuple(entry["example"] for entry in default_rules().table("furniture")["rules"])
FURNITURE = st.lists(st.sampled_from(EXAMPLES), max_size=5)


@settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(FURNITURE, st.lists(st.sampled_from(EXAMPLES), max_size=2), FURNITURE, st.permutations(BODY))
def test_cleaning_twice_changes_nothing(
    above: list[str], inside: list[str], below: list[str], paragraphs: list[str]
) -> None:
    lines = (*above, HEADLINE, *paragraphs[:2], *inside, *paragraphs[2:], *below)
    first = clean("\n\n".join(lines))
    kept = (LineKind.HEADLINE, LineKind.DECK, LineKind.BODY, LineKind.SUBHEAD)
    second = clean(
        "\n\n".join(
            first.text[line.span.start : line.span.end].strip() for line in first.lines if line.kind in kept
        )
    )
    assert body(second) == body(first)
    assert [line.kind for line in second.lines] == [line.kind for line in first.lines if line.kind in kept]


def test_a_block_that_ends_in_titles_is_one_however_often_it_is_cleaned() -> None:
    titles = "موسم قطاف الزيتون يبدأ مبكرا" + "ضفاف النهر القديم ومقاهيها" * 12
    block = " ".join((*BODY, *STRANGE, *ANSWERS[:2], titles))
    first = clean(f"{HEADLINE}\n\n{block}")
    second = clean("\n\n".join((HEADLINE, *body(first))))
    assert len(body(first)) > 1
    assert body(second) == body(first)
    assert " ".join(body(second)) == block


POEM = (
    *VERSES[:3],
    "ثم ارحل",
    *VERSES[3:],
    "وفي الفجر البعيد",
    VERSES[0],
    "عاد الطائر الغريب إلى نخيله",
)
SHAPES = {
    "poem": POEM,
    "brief": (HEADLINE, *BRIEF),
    "list": (HEADLINE, *BODY, "ويضم البرنامج:", *LISTS[0]),
    "lines after a colon": (HEADLINE, *BODY, "وقال الشاعر:", *VERSES),
    "no stops": (HEADLINE, *(paragraph.rstrip(".") for paragraph in BODY), *LAST[:3]),
    "closing lines": (HEADLINE, *BODY, *LAST),
    "wrapped": tuple(part for line in (HEADLINE, *BODY) for part in wrap(line, 60)),
}


@pytest.mark.parametrize("lines", SHAPES.values(), ids=SHAPES)
@pytest.mark.parametrize("around", [(), BETWEEN[:1], ("سياسة الخصوصية", "جميع الحقوق محفوظة")])
def test_no_shape_of_body_loses_a_line_however_often_it_is_cleaned(
    lines: tuple[str, ...], around: tuple[str, ...]
) -> None:
    first = clean("\n\n".join((*lines, *around)))
    kept = [line for line in first.lines if line.kind in KEPT_KINDS]
    assert len(kept) == len(lines)
    second = clean("\n\n".join(first.text[line.span.start : line.span.end].strip() for line in kept))
    assert body(second) == body(first)
    assert [line.kind for line in second.lines] == [line.kind for line in kept]
