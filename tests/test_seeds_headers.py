"""Headers of text files that no fence parts from the text: what scrapers write above it, and mails have."""

from __future__ import annotations

import pytest

from digest.extract import contributed_notes, extract_fields
from digest.leftout import left_out
from digest.model import Document, Extract, SeedMetadata
from digest.rules import default_rules
from digest.seeds import seed_from_bytes
from tests.pages import BODY, HEADLINE, body, clean, fields

NAME, OUTLET = "هدى الخطيب", "مرايا الساحل"


def said(found: Extract) -> tuple[str | None, ...]:
    """Headline (None where it is derived), byline, source and date."""
    head = None if found.headline.derived else found.headline.text
    values = (found.byline, found.source, found.stated_date)
    return (head, *(value.text if value else None for value in values))


def left(document: Document) -> list[str]:
    """The lines that were left out of an article as its header's."""
    text, found = document.seed.text, left_out(document, extract_fields(document))
    return [text[one.span.start : one.span.end] for one in found if one.rule == "header.stated"]


WHOLE = (HEADLINE, NAME, OUTLET, "2024-05-12")
SCRAPED = (
    ("id: 4411", f"title: {HEADLINE}", f"by: {NAME}", "date: 2024-05-12 10:30", f"source: {OUTLET}"),
    (f"Title: {HEADLINE}", f"Author: {NAME}", "datePublished: 2024-05-12T08:00:00Z", f"site_name: {OUTLET}"),
    (
        "url: https://sahel.example/2024/05/12/books",
        f"headline: {HEADLINE}",
        f"byline: ['{NAME}']",
        "published: 12/05/2024    modified: 14/06/2024",
        "tags_raw: null",
        "description: معرض كبير في العاصمة",
        f"publisher: {OUTLET}",
        "text:",
    ),
    (
        f"og:title: {HEADLINE}",
        f"article:author: {NAME}",
        f"og:site_name: {OUTLET}",
        "article:published_time: 2024-05-12",
    ),
    (
        "lang: ar",
        "",
        f"title:\t{HEADLINE}",
        f'author: "{NAME}"',
        f"outlet: {OUTLET}",
        "pub_date: May 12, 2024",
        "fetched_at: 2024-07-01",
    ),
)


@pytest.mark.parametrize("header", SCRAPED)
@pytest.mark.parametrize("between", [(), ("",), ("---",)])
def test_keys_above_a_text_state_its_fields(header: tuple[str, ...], between: tuple[str, ...]) -> None:
    assert said(fields(*header, *between, *BODY)) == WHOLE
    turned = tuple(line for line in reversed(header) if line != "text:")
    assert said(fields(*turned, *between, *BODY)) == WHOLE
    document = clean("\n".join((*header, *between, *BODY)))
    assert body(document) == list(BODY)
    assert document.paragraphs[0].lines == (len(header) + len(between) + 1,)


def test_a_key_for_the_text_is_none_of_it() -> None:
    document = clean("\n".join((*SCRAPED[0], f"text: {BODY[0]}", *BODY[1:])))
    assert body(document) == list(BODY)
    assert said(extract_fields(document)) == WHOLE


def test_keys_without_values_state_nothing_and_others_are_told() -> None:
    lines = ("id: 88", "title:", f"by: {NAME}", "section: null", "author:", "date: 2024-05-12")
    document = clean("\n".join((*lines, *BODY)))
    assert said(extract_fields(document)) == (None, NAME, None, "2024-05-12")
    assert left(document) == list(lines)
    assert list(contributed_notes(document, extract_fields(document))) == []


def test_keys_may_stand_below_a_title_and_beside_a_line_in_arabic() -> None:
    below = (
        f"Author: {NAME}",
        "datePublished: 12 مايو 2024    dateModified: 1 يونيو 2024",
        "Category: ثقافة",
    )
    document = clean("\n".join((HEADLINE, *below, "", *BODY)))
    assert said(extract_fields(document)) == (HEADLINE, NAME, None, "2024-05-12")
    assert body(document) == list(BODY)
    mixed = (f"title: {HEADLINE}", f"الكاتب: {NAME}", "url: https://sahel.example/1", "date: 2024-05-12")
    assert said(fields(*mixed, *BODY)) == (HEADLINE, NAME, None, "2024-05-12")


@pytest.mark.parametrize(
    "opening",
    [
        ("Note: yes",),
        ("CNN: خبر", "BBC: خبر آخر"),
        ("title: only one",),
        (f"source: {OUTLET}", "id: 4", "lang: ar"),
        ("12:30 title: x", "13:40 author: y"),
    ],
)
def test_other_lines_with_a_colon_are_a_text_s_own(opening: tuple[str, ...]) -> None:
    text = "\n".join((*opening, "", *BODY))
    seed = seed_from_bytes(text.encode(), "a.txt")
    assert (seed.text, seed.metadata) == (text, SeedMetadata())


def test_keys_may_be_of_words_and_have_lists() -> None:
    worded = (
        f"Title: {HEADLINE}",
        f"Site Name: {OUTLET}",
        "Published Date: 2024-05-12",
        f"Author(s): {NAME}",
    )
    assert said(fields(*worded, "", *BODY)) == WHOLE
    listed = (f"title: {HEADLINE}", "tags:", "- كتب", "- معارض", "author:", f"  - {NAME}", "date: 2024-05-12")
    document = clean("\n".join((*listed, "", *BODY)))
    assert said(extract_fields(document)) == (HEADLINE, NAME, None, "2024-05-12")
    assert left(document) == [line.strip() for line in listed]
    assert body(document) == list(BODY)


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_do_not_matter(end: str) -> None:
    document = clean(end.join((*SCRAPED[0], "", *BODY)))
    assert (said(extract_fields(document)), body(document)) == (WHOLE, list(BODY))
    mail = clean(end.join((*MAILS[0], "", HEADLINE, f"بقلم {NAME}", *BODY)))
    assert (said(extract_fields(mail)), body(mail)) == (WHOLE, list(BODY))


def test_a_text_behind_its_key_is_whole_be_it_ever_so_long() -> None:
    long = " ".join(BODY * 20)
    assert clean("\n".join((*SCRAPED[0], f"text: {long}"))).seed.text.endswith(f"\n{long}")
    beside = clean(f"title: {HEADLINE} | date: 2024-05-12 | text: {long}")
    assert beside.seed.text == f"title: {HEADLINE} | date: 2024-05-12 | text:\n{long}"
    assert said(extract_fields(beside)) == (HEADLINE, None, None, "2024-05-12")


def test_keys_inside_a_text_are_no_header() -> None:
    inside = ("title: كتاب البحر", "author: سلمى نصار", "date: 2019-01-01")
    text = "\n".join((HEADLINE, *BODY[:2], *inside, *BODY[2:]))
    seed = seed_from_bytes(text.encode(), "a.txt")
    assert (seed.text, seed.metadata) == (text, SeedMetadata())


def test_a_long_value_is_the_text() -> None:
    lines = (f"title: {HEADLINE}", f"by: {NAME}", f"story: {' '.join(BODY)}")
    document = clean("\n".join(lines))
    assert BODY[1] in " ".join(body(document))


MAILS = (
    (
        f"من: {OUTLET} <a@sahel.example>",
        "إلى: القراء",
        "التاريخ: الأحد، 12 مايو 2024 08:00",
        "الموضوع: عدد الأحد",
    ),
    (
        f'From: "{OUTLET}" <a@sahel.example>',
        "Sent: Sunday, May 12, 2024 8:00 AM",
        "To: readers@sahel.example",
        "Subject: FW: عدد الأحد",
    ),
    (
        "---------- Forwarded message ---------",
        f"*From:* {OUTLET} [mailto:a@sahel.example]",
        "*Date:* Sun, 12 May 2024 08:00:00 +0300",
        "*Subject:* عدد الأحد",
        "*To:* <b@x.example>",
        "*Cc:* <c@x.example>",
    ),
    (
        f"\u200fالمرسل: {OUTLET}",
        "\u200fالمرسل إليه: سلمى",
        "\u200fنسخة إلى: هدى",
        "\u200fتاريخ الإرسال: ١٢ مايو ٢٠٢٤",
        "\u200fالموضوع: رد: عدد الأحد",
    ),
)
GREETING = ("صباح الخير،", "نختار لكم اليوم ثلاث مواد من المدينة. قراءة ممتعة.", "")


INTRODUCED = (
    ("صباح الخير،", "مادتان من الميناء في عدد هذا الأسبوع."),
    ("السادة الزملاء الكرام،", "تحية طيبة وبعد،", "نرجو منكم التكرم بنشر البيان الآتي."),
    ("نرجو منكم التكرم بنشر البيان الآتي.",),
    ("أعزاءنا القراء،", "نختار لكم هذا الأسبوع ثلاث مواد من مدن الساحل. قراءة ممتعة."),
    ("مرحبا،",),
)


@pytest.mark.parametrize("lines", INTRODUCED)
@pytest.mark.parametrize("mail", [(), (*MAILS[0], "")])
@pytest.mark.parametrize("label", [(), ("حوار",)])
def test_what_introduces_an_article_to_readers_is_none_of_it(
    lines: tuple[str, ...], mail: tuple[str, ...], label: tuple[str, ...]
) -> None:
    document = clean("\n".join((*mail, *lines, "", *label, HEADLINE, f"بقلم {NAME}", *BODY)))
    found = said(extract_fields(document))
    assert found == (WHOLE if mail else (HEADLINE, NAME, None, None))
    assert body(document) == list(BODY)


def test_a_greeting_above_a_letter_s_own_text_leaves_it_whole() -> None:
    letter = ("معالي الوزير،", "نكتب إليكم اليوم عن حال الميناء القديم وأهله.", "", *BODY)
    assert body(clean("\n".join((HEADLINE, "", *letter))))[-5:] == [letter[1], *BODY]
    assert body(clean("\n".join(letter)))[-4:] == list(BODY)


@pytest.mark.parametrize("mail", MAILS)
@pytest.mark.parametrize("greeting", [(), GREETING, ("تحية طيبة وبعد،", "")])
def test_a_mail_s_header_names_source_and_day(mail: tuple[str, ...], greeting: tuple[str, ...]) -> None:
    document = clean("\n".join((*mail, "", *greeting, HEADLINE, f"بقلم {NAME}", "", *BODY)))
    assert said(extract_fields(document)) == WHOLE
    assert body(document) == list(BODY)
    assert left(document)[: len(mail)] == [line.strip("\u200f") for line in mail]


@pytest.mark.parametrize("mail", MAILS)
def test_its_subject_is_the_headline_where_the_text_has_none(mail: tuple[str, ...]) -> None:
    assert said(fields(*mail, "", *BODY)) == ("عدد الأحد", None, OUTLET, "2024-05-12")


@pytest.mark.parametrize("mail", MAILS)
def test_of_a_mail_that_was_passed_on_the_first_sender_counts(mail: tuple[str, ...]) -> None:
    own = ("من: سلمى نصار <s@x.example>", "إلى: هدى", "التاريخ: 14 مايو 2024", "الموضوع: للعلم", "")
    assert said(fields(*own, *mail, "", HEADLINE, *BODY)) == (HEADLINE, None, OUTLET, "2024-05-12")


def test_a_mail_may_be_passed_on_without_end() -> None:
    seed = seed_from_bytes(("من: a@b.example\nإلى: c\n\n" * 3_000 + BODY[0]).encode(), "a.txt")
    assert seed.text.endswith(BODY[0])


def test_a_mail_s_sender_gives_way_to_a_credit() -> None:
    found = fields(*MAILS[0], "", HEADLINE, *BODY, "المصدر: رويترز")
    assert found.source
    assert found.source.text == "رويترز"


@pytest.mark.parametrize(
    "opening",
    [
        ("من: القاهرة", f"التاريخ: {BODY[0]}"),
        ("إلى: وزير الثقافة", "الموضوع: الكتب"),
        ("من: سلمى نصار",),
        ("الموضوع: عدد الأحد", "التاريخ: 12 مايو 2024"),
    ],
)
def test_what_has_no_sender_is_no_mail(opening: tuple[str, ...]) -> None:
    text = "\n".join((*opening, "", HEADLINE, *BODY))
    assert seed_from_bytes(text.encode(), "a.txt").metadata == SeedMetadata()


def test_a_mail_inside_a_text_stays_in_it() -> None:
    text = "\n".join((HEADLINE, *BODY[:2], *MAILS[0], *BODY[2:]))
    seed = seed_from_bytes(text.encode(), "a.txt")
    assert (seed.metadata, "إلى: القراء" in seed.text) == (SeedMetadata(), True)


def test_the_rule_of_mails_has_an_example() -> None:
    example = default_rules().table("fields")["mail"]["example"]
    stated = seed_from_bytes(f"{example['text']}\n\n{BODY[0]}".encode(), "a.txt").metadata
    assert (stated.site, stated.subject) == (example["from"], example["subject"])


@pytest.mark.parametrize("bar", ["عربي English Français", "العربية | English | کوردی", "AR عربي EN English"])
def test_a_bar_of_languages_names_nobody(bar: str) -> None:
    found = fields(*SCRAPED[0][:2], "date: 2024-05-12", bar, *BODY)
    assert (found.byline, found.source) == (None, None)
    assert fields(HEADLINE, bar, *BODY).byline is None
