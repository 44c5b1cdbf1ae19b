"""Credits with labels in the line that they open, and the day of a change beside the page's own."""

from __future__ import annotations

import pytest

from digest.extract import extract_fields
from tests.pages import BODY, HEADLINE, body, clean, fields, fields_of_html

DAY = "12 مايو 2024"
CREDITS = (
    f"المصدر: بيروت - سامي منصور التاريخ: {DAY}",
    f"المصدر : بيروت ـ سامي منصور التاريخ : {DAY}",
    f"الكاتب: سامي منصور التاريخ: {DAY}",
    f"التاريخ: {DAY} الكاتب: سامي منصور",
    f"بقلم: سامي منصور تاريخ النشر: الأحد {DAY} 10:30 ص",
    "كتب: سامي منصور بتاريخ: 12-05-2024 -",
    "تاريخ النشر: 2024-05-12 المصدر: رويترز الكاتب: سامي منصور",
)


@pytest.mark.parametrize("credits_", CREDITS)
@pytest.mark.parametrize("above", [(), (HEADLINE,)])
@pytest.mark.parametrize("text", [(" ".join(BODY),), BODY])
def test_credits_with_labels_that_open_a_text_are_none_of_it(
    text: tuple[str, ...], above: tuple[str, ...], credits_: str
) -> None:
    document = clean("\n".join((*above, f"{credits_} {text[0]}", *text[1:])))
    found = extract_fields(document)
    assert (found.byline.text, found.stated_date.text) == ("سامي منصور", "2024-05-12")
    assert body(document) == list(text)
    assert (found.dateline and found.dateline.text) == ("بيروت" if "بيروت" in credits_ else None)
    assert (found.source and found.source.text) == ("رويترز" if "رويترز" in credits_ else None)


@pytest.mark.parametrize(
    "opening", ["المصدر: سؤال قديم، والجواب: في الكتب.", "التاريخ: علم، والمصدر: وثيقة محفوظة في الخزانة."]
)
def test_a_sentence_with_colons_is_the_text_s(opening: str) -> None:
    document = clean(f"{HEADLINE}\n{opening} {BODY[0]}\n{BODY[1]}")
    assert body(document)[0].startswith(opening)


@pytest.mark.parametrize("line", ["المصدر: بيروت - رويترز", "المصدر: القاهرة - وكالات"])
def test_a_cue_at_the_page_s_top_is_no_name_of_a_site(line: str) -> None:
    assert fields(line, DAY, *BODY).source.text == line.removeprefix("المصدر: ")


CHANGES = (
    '<meta property="article:modified_time" content="2024-09-02T12:00:00+03:00">',
    '<meta content="2024-09-02" property="og:updated_time">',
    '<meta name="last-modified" content="2024-09-02">',
    '<script type="application/ld+json">{"@type": "NewsArticle", "dateModified": "2024-09-02"}</script>',
)
TITLE = f'<title>{HEADLINE}</title><meta property="og:title" content="{HEADLINE}">'


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize(("shown", "day"), [(DAY, "2024-05-12"), ("12/05/2024", "2024-05-12")])
def test_a_day_on_the_page_comes_before_that_of_a_change(shown: str, day: str, change: str) -> None:
    assert fields_of_html(TITLE + change, HEADLINE, shown).stated_date.text == day


@pytest.mark.parametrize("shown", ["9 أكتوبر 2024", "سامي منصور"])
def test_a_change_dates_an_article_whose_page_shows_no_earlier_day(shown: str) -> None:
    assert fields_of_html(TITLE + CHANGES[0], HEADLINE, shown).stated_date.text == "2024-09-02"


def test_a_published_day_that_is_that_of_a_change_too_stays() -> None:
    head = TITLE + CHANGES[0] + '<meta property="article:published_time" content="2024-09-02">'
    assert fields_of_html(head, HEADLINE, DAY).stated_date.text == "2024-09-02"
