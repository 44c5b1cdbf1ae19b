"""Cleaning: wrapped lines, bodies in one block, and furniture glued to a paragraph."""

from __future__ import annotations

from textwrap import wrap

import pytest

from digest.extract import extract_fields
from digest.model import LineKind
from tests.pages import (
    BODY,
    HEADLINE,
    STRANGE,
    VERSES,
    body,
    clean,
    page,
)


def test_a_hard_wrapped_body_is_joined() -> None:
    words = " ".join(BODY).split()
    wrapped, line = [], ""
    for word in words:
        if len(line) + len(word) > 60:
            wrapped.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    document = clean("\n".join((HEADLINE, "", *wrapped, line)))
    assert " ".join(body(document)) == " ".join(BODY)
    assert len(body(document)) < len(wrapped)


@pytest.mark.parametrize("width", [40, 60, 72, 80, 100])
@pytest.mark.parametrize("between", ["\n\n", "\n"])
@pytest.mark.parametrize("above", [(), ("كتب سامي منصور", "3 أكتوبر 2021")])
def test_lines_wrapped_at_a_margin_are_joined(width: int, between: str, above: tuple[str, ...]) -> None:
    wrapped = ["\n".join(wrap(line, width)) for line in (HEADLINE, *BODY)]
    document = clean(between.join((wrapped[0], *above, *wrapped[1:], "اقرأ أيضا", "افتتاح سوق جديدة")))
    assert " ".join(body(document)) == " ".join(BODY)
    assert len(body(document)) >= 3
    assert extract_fields(document).headline.text == HEADLINE


def test_lines_wrapped_at_a_margin_with_a_blank_line_after_each() -> None:
    wrapped = [part for line in (HEADLINE, *BODY) for part in wrap(line, 60)]
    document = clean("\n\n".join(wrapped))
    assert " ".join(body(document)) == " ".join(BODY)
    assert extract_fields(document).headline.text == HEADLINE


def test_what_is_cut_from_a_wrapped_paragraph_is_cut_from_its_lines() -> None:
    text = "\n\n".join(
        "\n".join(wrap(line, 50)) for line in (HEADLINE, *BODY[:3], f"{BODY[3]} Exit mobile version")
    )
    document = clean(text)
    assert body(document) == list(BODY)
    cut = " ".join(text[cut.start : cut.end] for line in document.lines for cut in line.cuts)
    assert cut.split() == ["Exit", "mobile", "version"]


GLUED_BEHIND = (
    "Advertisement",
    "TT",
    "إعلان",
    "تابعنا على فيسبوك",
    "شاهد الفيديو",
    "اقرأ أيضا: المنتخب يخسر مباراته",
    "Share on FacebookShare on Twitterwhatsapp",
    "https://example.org/a",
    "pic.twitter.com/AbC123",
    "#معرض_الكتاب",
)
GLUED_BEFORE = ("Advertisement", "TT", "تابعنا على فيسبوك", "Share on FacebookShare on Twitterwhatsapp")


@pytest.mark.parametrize("piece", GLUED_BEHIND)
@pytest.mark.parametrize("gap", [" ", ""])
@pytest.mark.parametrize("place", [0, 1, 3])
def test_furniture_glued_behind_a_paragraph_is_cut(piece: str, gap: str, place: int) -> None:
    paragraphs = [*BODY]
    paragraphs[place] += gap + piece
    assert body(clean("\n\n".join((HEADLINE, *paragraphs)))) == list(BODY)


@pytest.mark.parametrize("piece", GLUED_BEFORE)
@pytest.mark.parametrize("place", [0, 1, 3])
def test_furniture_glued_before_a_paragraph_is_cut(piece: str, place: int) -> None:
    paragraphs = [*BODY]
    paragraphs[place] = f"{piece} {paragraphs[place]}"
    assert body(clean("\n\n".join((HEADLINE, *paragraphs)))) == list(BODY)


@pytest.mark.parametrize(
    "sentence",
    [
        "Google أعلنت أنها ستشارك في المعرض الدولي للكتاب في العاصمة بجناح كبير لكتب الأطفال.",
        "نشر على تويتر صورة من المعرض الدولي للكتاب في العاصمة أمام أجنحة دور النشر المشاركة.",
        "وشارك الزوار صورهم من المعرض الدولي للكتاب في العاصمة عبر وسم #معرض_الكتاب",
    ],
)
def test_words_of_buttons_in_a_sentence_stay(sentence: str) -> None:
    document = clean(page(inside=(sentence,)))
    assert sentence in body(document)


LINK = "اقرأ أيضا: المنتخب يخسر مباراته الودية"


@pytest.mark.parametrize("mark", [".. ", ". ", "؟ ", " | "])
@pytest.mark.parametrize("place", [0, 1, 3])
def test_a_link_glued_before_a_paragraph_is_cut(mark: str, place: int) -> None:
    paragraphs = [*BODY]
    paragraphs[place] = LINK + mark + paragraphs[place]
    assert body(clean("\n\n".join((HEADLINE, *paragraphs)))) == list(BODY)


@pytest.mark.parametrize("place", [0, 1, 3])
def test_a_paragraph_that_nothing_parts_from_a_link_before_it_stays(place: int) -> None:
    paragraphs = [*BODY]
    paragraphs[place] = f"{LINK} {paragraphs[place]}"
    assert body(clean("\n\n".join((HEADLINE, *paragraphs)))) == paragraphs


def test_verse_is_not_taken_for_wrapped_lines() -> None:
    document = clean(page(inside=("\n".join(VERSES),)))
    assert [line for line in body(document) if line in VERSES] == list(VERSES)


def test_a_body_in_one_block_is_split_at_sentences() -> None:
    document = clean(f"{HEADLINE}\n" + " ".join(BODY * 5))
    parts = body(document)
    assert len(parts) > 2
    assert all(part.endswith(".") for part in parts)
    assert " ".join(parts) == " ".join(BODY * 5)


@pytest.mark.parametrize("wrapped", [False, True])
def test_a_short_body_in_one_paragraph_is_split_and_one_paragraph_among_others_is_not(wrapped: bool) -> None:
    block = " ".join((*BODY, *STRANGE[:2]))
    text = "\n".join(wrap(block, 70)) if wrapped else block
    document = clean(f"{HEADLINE}\n\n{text}\n")
    parts = body(document)
    assert len(parts) > 1
    assert all(part.endswith(".") for part in parts)
    assert " ".join(parts) == block
    lines = document.seed.text.split("\n")
    for part, told in zip(document.paragraphs, parts, strict=True):
        assert told in " ".join(lines[number - 1] for number in part.lines)
        assert all(any(word in told for word in lines[number - 1].split()) for number in part.lines)
    assert body(clean("\n\n".join((HEADLINE, block, STRANGE[2])))) == [block, STRANGE[2]]


def test_a_body_of_few_sentences_stays_whole() -> None:
    long = " ".join(line.rstrip(".") for line in BODY * 2) + "."
    assert body(clean(f"{HEADLINE}\n\n{long}")) == [long]
    assert body(clean(f"{HEADLINE}\n\n{' '.join(BODY)}")) == [" ".join(BODY)]


@pytest.mark.parametrize("marks", ["«»", "“”", '""'])
def test_a_block_is_not_split_inside_a_quotation(marks: str) -> None:
    said = f"{marks[0]}{' '.join(BODY[1:])}{marks[1]}"
    block = f"{BODY[0]} وقال: {said}. {STRANGE[0]} {STRANGE[1]}"
    parts = body(clean(f"{HEADLINE}\n\n{block}"))
    assert len(parts) > 1
    assert sum(said in part for part in parts) == 1


def test_a_mark_that_nothing_closes_keeps_no_block_whole() -> None:
    parts = body(clean(f"{HEADLINE}\n\n«{' '.join((*BODY, *STRANGE) * 4)}"))
    assert max(map(len, parts)) < 2_500


def test_keywords_glued_to_the_end_are_cut() -> None:
    document = clean("\n".join((HEADLINE, *BODY[:3], f"{BODY[3]} سمات الكتب المعرض")))
    assert body(document) == list(BODY)


def test_pieces_side_by_side_are_told_apart() -> None:
    document = clean(
        "\n".join((HEADLINE, BODY[0], f"روابط ذات علاقة    خبر قصير آخر     {BODY[1]}", *BODY[2:]))
    )
    assert body(document) == list(BODY)
    assert {piece.kind for piece in document.pieces} >= {LineKind.RELATED, LineKind.BODY}
