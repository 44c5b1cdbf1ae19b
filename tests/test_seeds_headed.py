"""Headers of text files: what belongs to them and what to the text; no line of a file is lost."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from digest.clean import clean_seed
from digest.errors import SeedError
from digest.extract import extract_fields
from digest.leftout import left_out
from digest.model import Document
from digest.rules import default_rules
from digest.seeds import seed_from_bytes
from tests.leftout import told_again, unaccounted
from tests.pages import BODY, HEADLINE, body, clean, fields

NAME, OUTLET, ADDRESS = "هدى الخطيب", "مرايا الساحل", "https://sahel.example/7"
STATED = (f"title: {HEADLINE}", f"author: {NAME}", "date: 2024-05-12")


def header(document: Document) -> list[str]:
    """The lines that the rule of headers sets aside."""
    text = document.seed.text
    return [text[one.span.start : one.span.end] for one in document.lines if one.rule == "header.stated"]


SPOKEN = (
    ("Q: متى فتح المعرض أبوابه؟", "A: فتح أبوابه صباح الأحد أمام الزوار من كل المدن."),
    (f"Sahel: {BODY[0]}", f"Waha: {BODY[1]}"),
    ("DW: من أين جاءت الفكرة؟",),
    ("KWD: 3.10 دينار", "QAR: 0.19 دينار"),
    ("الصورة: باب المعرض", "Readers: نصف مليون زائر"),
    ("Host: مرحبا بك", "Guest: أهلا", "Host: لنبدأ", "Guest: تفضل"),
    (f"author: {BODY[1]}",),
)


@pytest.mark.parametrize("spoken", SPOKEN)
def test_below_a_blank_line_only_known_keys_go_on(spoken: tuple[str, ...]) -> None:
    document = clean("\n".join((*STATED, "", "\n\n".join(spoken), "", *BODY)))
    assert header(document) == list(STATED)
    known = clean("\n".join((*STATED[:2], "", *STATED[2:], f"url: {ADDRESS}", "text:", *BODY)))
    assert header(known) == [*STATED, f"url: {ADDRESS}", "text:"]
    assert body(known) == list(BODY)


@pytest.mark.parametrize("spoken", SPOKEN)
def test_a_line_with_an_unknown_key_that_reads_like_text_is_text(spoken: tuple[str, ...]) -> None:
    if spoken[0].startswith(("author", "الصورة")):
        return
    assert header(clean("\n".join((*STATED, *spoken, "", *BODY)))) == list(STATED)


@pytest.mark.parametrize("key", ["keywords", "location", "author"])
def test_a_paragraph_behind_a_known_key_stays_in_the_text(key: str) -> None:
    lines = (*STATED[:2], f"{key}: {BODY[0]}", *STATED[2:])
    document = clean("\n".join((*lines, "", *BODY[1:])))
    assert header(document) == list(STATED)
    short = (*STATED, "location: قاعة العرض", "keywords: كتب، معارض")
    assert header(clean("\n".join((*short, "", *BODY)))) == list(short)


def test_a_post_beside_a_name_is_no_title() -> None:
    lines = ("Name: سامي منصور", "Title: وزير الثقافة", "Date: 12 مايو 2024")
    document = clean("\n".join((*lines, "", HEADLINE, "", *BODY)))
    assert (header(document), extract_fields(document).headline.text) == ([], HEADLINE)


def test_a_short_unknown_key_among_others_is_the_header_s() -> None:
    lines = (STATED[0], "Desk Code: 7 ب", *STATED[1:])
    assert header(clean("\n".join((*lines, "", *BODY)))) == list(lines)


TEXT_KEYS = ("text", "maintext", "body_text", "Full Text", "articleBody", "post_content", "text_clean")


@pytest.mark.parametrize("key", TEXT_KEYS)
def test_what_stands_behind_a_key_of_the_text_is_the_text(key: str) -> None:
    document = clean("\n".join((*STATED, f"{key}: {BODY[0]}", *BODY[1:])))
    assert (body(document), header(document)) == (list(BODY), list(STATED))


@pytest.mark.parametrize("key", ["lead", "Intro"])
def test_a_lead_is_the_text_s_and_the_header_goes_on(key: str) -> None:
    document = clean("\n".join((*STATED[:2], f"{key}: {BODY[0]}", *STATED[2:], "", *BODY[1:])))
    assert (body(document), header(document)) == (list(BODY), list(STATED))


@pytest.mark.parametrize("key", ["alt_text", "content_type", "context"])
def test_other_keys_with_such_words_are_none_of_the_text(key: str) -> None:
    assert header(clean("\n".join((*STATED, f"{key}: plain", "", *BODY))))[3:] == [f"{key}: plain"]


def test_what_is_stated_twice_or_not_shown_is_told() -> None:
    lines = (
        *STATED,
        "author: سلمى نصار",
        "published: 2024-05-10",
        f"summary: {BODY[3]}",
        "subtitle: مئة دار",
    )
    document = clean("\n".join((*lines, "", *BODY[:3])))
    assert (header(document), body(document)) == (list(lines), list(BODY[:3]))
    assert document.seed.metadata.unused == ()


OTHERS = (
    *("Return-Path: <a@sahel.example>", "Received: from b by c; Sun, 12 May 2024", "MIME-Version: 1.0"),
    *("Attachments: a.docx", "المرفقات: صورتان", "الأولوية: عالية", "X-Mailer: b", "DKIM-Signature: v=1"),
)
MAIL = (
    f"From: {OUTLET} <a@sahel.example>",
    "Date: Sun, 12 May 2024 08:00:00 +0300",
    "Subject: عدد الأحد",
    " من الرسالة",
    "To: a@b.example,",
    "\tb@b.example",
)


@pytest.mark.parametrize("other", OTHERS)
@pytest.mark.parametrize("place", [0, 2, 6])
def test_a_mail_has_other_lines_and_folded_ones(other: str, place: int) -> None:
    lines = (*MAIL[:place], other, *MAIL[place:])
    document = clean("\n".join((*lines, "", *BODY)))
    assert (header(document), body(document)) == ([line.strip() for line in lines], list(BODY))
    found = extract_fields(document)
    assert (found.headline.text, found.source and found.source.text) == ("عدد الأحد من الرسالة", OUTLET)


ABOVE = ("_____________", "Begin forwarded message:", "-----Original Message-----", "رسالة معاد توجيهها:")


@pytest.mark.parametrize("above", ABOVE)
@pytest.mark.parametrize("blank", [(), ("",)])
def test_a_rule_stands_above_a_mail_that_was_passed_on(above: str, blank: tuple[str, ...]) -> None:
    document = clean("\n".join((above, *blank, *MAIL, "", *BODY)))
    assert (header(document)[0], len(header(document))) == (above, 7)
    assert body(document) == list(BODY)
    assert header(clean("\n".join((above, *blank, HEADLINE, "", *BODY)))) == []


def test_a_short_note_may_stand_between_two_headers_and_a_text_may_not() -> None:
    outer = ("من: سلمى نصار <s@x.example>", "إلى: هدى", "الموضوع: للعلم")
    document = clean("\n".join((*outer, "", "أرجو الاطلاع على ما وصلنا اليوم.", "", *MAIL, "", *BODY)))
    source = extract_fields(document).source
    assert (source and source.text, body(document)) == (OUTLET, list(BODY))
    assert len(header(document)) == 10
    answer = clean("\n".join((*outer, "", *BODY, *BODY, "", *MAIL, "", BODY[0])))
    assert header(answer) == list(outer)


@pytest.mark.parametrize("route", [("من: العقبة", "إلى: معان"), ("From: Aqaba", "To: Maan")])
def test_from_one_place_to_another_is_no_mail(route: tuple[str, ...]) -> None:
    assert header(clean("\n".join((*route, HEADLINE, "", *BODY)))) == []
    addressed = clean("\n".join((f"{route[0]} <a@b.example>", route[1], "", HEADLINE, "", *BODY)))
    assert len(header(addressed)) == 2


def test_vowel_marks_do_not_matter_in_a_mail_s_words() -> None:
    lines = ("مِن: مرايا الساحل", "أُرسِلَت: 12 مايو 2024", "المَوضوع: عدد الأحد")
    assert header(clean("\n".join((*lines, "", *BODY)))) == list(lines)


WAYS = (
    tuple(f"**{line.partition(':')[0].title()}:**{line.partition(':')[2]}" for line in STATED),
    tuple(line.replace(": ", ":") for line in STATED),
    tuple(line.replace(": ", "：") for line in STATED),
)


@pytest.mark.parametrize("lines", WAYS)
def test_keys_may_be_marked_or_glued_to_their_values(lines: tuple[str, ...]) -> None:
    document = clean("\n".join((*lines, "", *BODY)))
    assert header(document) == list(lines)
    assert extract_fields(document).headline.text == HEADLINE


@pytest.mark.parametrize(
    "lines", [(*STATED, "", *BODY), (*MAIL, "", *BODY), (f"# {HEADLINE}", "", *STATED, "", *BODY)]
)
@pytest.mark.parametrize("name", ["a.md", "a.txt"])
@pytest.mark.parametrize("end", ["\n", "\r"])
def test_markdown_and_other_line_ends_have_headers_too(lines: tuple[str, ...], name: str, end: str) -> None:
    document = clean_seed(seed_from_bytes(end.join(lines).encode(), name))
    assert len(header(document)) == lines.index("", 2) - (2 if lines[0].startswith("#") else 0)
    assert body(document) == list(BODY)


ARABIC = (f"العنوان: {HEADLINE}", f"الكاتب: {NAME}", "التاريخ: 12 مايو 2024", f"المصدر: {OUTLET}")
BESIDE = ("الرابط: https://sahel.example/7", "التصنيف: ثقافة", "الكلمات المفتاحية: كتب، معارض")


@pytest.mark.parametrize("lines", [ARABIC, (*reversed(ARABIC), *BESIDE), (ARABIC[0], ARABIC[1], BESIDE[0])])
@pytest.mark.parametrize("key", [(), ("",), ("النص:",), ("", "النص:")])
def test_keys_in_arabic_are_a_header_where_all_are_known(
    lines: tuple[str, ...], key: tuple[str, ...]
) -> None:
    document = clean("\n".join((*lines, *key, *BODY)))
    assert header(document) == [*lines, *(word for word in key if word)]
    found = extract_fields(document)
    assert (found.headline.text, found.byline and found.byline.text) == (HEADLINE, NAME)
    assert body(document) == list(BODY)


@pytest.mark.parametrize(
    "lines",
    [
        ("العنوان: مدينة البحر", "المؤلف: سلمى نصار", "الناشر: دار الساحل", "عدد الصفحات: 210"),
        ("العنوان: مدينة البحر", "الكاتب: سلمى نصار", "التاريخ: 2019", "عدد الصفحات: 210"),
        ("العنوان: شارع الميناء", "التاريخ: 12 مايو", "الوقت: السابعة مساء"),
        ("العنوان: مدينة البحر", "الكاتب: سلمى نصار", "العنوان: بيت النهر", "الكاتب: كريم سعيد"),
        ("الكاتب: سلمى نصار", "التاريخ: 12 مايو 2024", "المصدر: مرايا الساحل"),
    ],
)
def test_what_a_book_or_a_meeting_has_is_no_header(lines: tuple[str, ...]) -> None:
    assert header(clean("\n".join((*lines, "", HEADLINE, "", *BODY)))) == []


@pytest.mark.parametrize("key", ["Retrieved", "fetched_at", "scraped_at", "crawled"])
def test_the_day_of_a_copy_is_no_article_s_and_an_address_names_nobody(key: str) -> None:
    document = clean("\n".join((f"Source: {ADDRESS}", f"{key}: 2024-05-20", "", HEADLINE, "", *BODY)))
    found = extract_fields(document)
    assert (document.seed.metadata.url, found.source, found.stated_date) == (ADDRESS, None, None)
    assert fields(HEADLINE, "", *BODY, "", f"source: {ADDRESS}").source is None


def test_the_keys_of_headers_have_examples() -> None:
    table = default_rules().table("fields")["header"]
    for example in (table["example"], table["arabic"]["example"]):
        stated = seed_from_bytes(f"{example['text']}\n{BODY[0]}".encode(), "a.txt").metadata
        told = {key: getattr(stated, key) for key in example if key != "text"}
        assert told == {key: value for key, value in example.items() if key != "text"}


POOL = (
    *(*STATED, *MAIL, *ARABIC, *BESIDE, *ABOVE, *OTHERS, *BODY, HEADLINE, "", "", "text:", "النص:", "tags:"),
    *("- كتب", "lead: خبر", f"body: {BODY[0]}", f"title: {HEADLINE} | text: {BODY[1]}", "Q: متى؟", "A: غدا."),
)


@settings(deadline=None, max_examples=200, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(POOL), max_size=14), st.sampled_from(["a.txt", "a.md"]), st.booleans())
def test_each_line_is_in_the_article_or_left_out_once(lines: list[str], name: str, whole: bool) -> None:
    start = (*STATED, "") if whole else ()
    try:
        seed = seed_from_bytes("\n".join((*start, *lines, "", *BODY)).encode(), name)
        document = clean_seed(seed)
    except SeedError:
        return
    written = [number for number, line in enumerate(seed.text.split("\n"), start=1) if line.strip()]
    assert [line.number for line in document.lines] == written
    extract = extract_fields(document)
    assert (unaccounted(document, extract), told_again(document, extract)) == ("", [])
    out = [one.line for one in left_out(document, extract) if one.rule == "header.stated"]
    assert out == [number for number, rule in seed.marks if rule == "header.stated"]
    assert clean_seed(seed) == document


@pytest.mark.parametrize("address", ["a@b.example", "s.nassar+press@b.example", "p@b.example"])
def test_an_address_in_pointed_brackets_is_no_markup(address: str) -> None:
    seed = seed_from_bytes(f"{BODY[0]} <{address}>\n<p>{BODY[1]}</p>".encode(), "a.txt")
    assert seed.text == f"{BODY[0]} <{address}>\n{BODY[1]}"
