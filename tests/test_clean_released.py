"""Press releases: what says that the text is over, and what stands below it; texts that only look so."""

from __future__ import annotations

import pytest

from digest.clean import clean_seed
from digest.model import Document
from digest.seeds import seed_from_bytes
from tests.pages import BODY, HEADLINE, body, clean, kinds

ABOUT = "تأسست شركة الواحة عام 1987 في العقبة، وتدير أربعين متجرا في ثلاث مدن، ويعمل فيها ألف موظف."
OF_FIRM = ("نبذة عن شركة الواحة", ABOUT)
ASKED = ("للاستفسارات الإعلامية", "سامي منصور", "press@example.com")
DATED = (f"العقبة، 17 كانون الثاني 2024 – {BODY[0]}", *BODY[1:])
MARKS = (
    "انتهى",
    "- انتهى -",
    "-انتهى-",
    "(انتهى)",
    "### ",
    "# # #",
    "- النهاية -",
    "*** النهاية ***",
    "-ENDS-",
)


def of_text(*lines: str) -> Document:
    return clean("\n\n".join((HEADLINE, *lines)))


def of_html(*lines: str) -> Document:
    paragraphs = "".join(f"<p>{line}</p>" for line in lines)
    page = f"<body><article><h1>{HEADLINE}</h1>{paragraphs}</article></body>"
    return clean_seed(seed_from_bytes(page.encode(), "a.html"))


@pytest.mark.parametrize("read", [of_text, of_html])
@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("notes", [OF_FIRM, ASKED, (*OF_FIRM, *ASKED), (*ASKED, *OF_FIRM), (ABOUT,), ()])
def test_what_stands_below_the_mark_of_an_end_is_none_of_the_text(
    read: object, mark: str, notes: tuple[str, ...]
) -> None:
    assert body(read(*BODY, mark, *notes)) == list(BODY)  # type: ignore[operator]


@pytest.mark.parametrize("mark", ["- انتهى -", "(انتهى)", "-النهاية-", "#انتهى#", "###", "# # #"])
@pytest.mark.parametrize("notes", [OF_FIRM, ()])
def test_a_mark_behind_the_last_sentence_ends_a_text_too(mark: str, notes: tuple[str, ...]) -> None:
    assert body(of_text(*BODY[:-1], f"{BODY[-1]} {mark}", *notes)) == list(BODY)


@pytest.mark.parametrize("mark", ["(انتهى)", "انتهى البيان"])
def test_a_text_that_goes_on_below_a_mark_is_not_over(mark: str) -> None:
    assert body(of_text(*BODY[:2], mark, *BODY[2:])) == list(BODY)
    more = tuple(line.replace("المعرض", "المتحف") for line in BODY[1:])
    assert body(of_text(*BODY, mark, *more)) == [*BODY, *more]


def test_a_paragraph_below_a_statement_is_the_texts() -> None:
    more = "كان الناشرون قد طلبوا تأجيل المعرض شهرا بسبب تأخر الشحنات."
    assert body(of_text(*BODY, "(انتهى البيان)", more)) == [*BODY, more]
    assert body(of_text(*BODY, "(انتهى البيان)", ABOUT)) == list(BODY)


def test_a_section_below_a_mark_is_the_texts() -> None:
    more = "قال مدير المتحف إن القاعة الجديدة تستقبل الزوار من الأحد المقبل."
    found = body(of_text(*BODY, "(انتهى)", "قاعة جديدة", more))
    assert more in found


@pytest.mark.parametrize("read", [of_text, of_html])
@pytest.mark.parametrize(
    "notes",
    [
        OF_FIRM,
        ("لمحة عن شركة الواحة:", ABOUT),
        (f"نبذة عن شركة الواحة: {ABOUT}",),
        ("عن الشركة", ABOUT),
        ("حول شركة الواحة", ABOUT),
        (
            *OF_FIRM,
            "نبذة عن مؤسسة القوافل",
            "مؤسسة القوافل جمعية خيرية تأسست عام 2001 وتعمل في ثلاث محافظات.",
        ),
        (*OF_FIRM, *ASKED),
    ],
)
def test_a_release_ends_where_it_says_who_sent_it(read: object, notes: tuple[str, ...]) -> None:
    assert body(read(*BODY, *notes)) == list(BODY)  # type: ignore[operator]


@pytest.mark.parametrize(
    "notes", [("نبذة عن الواحة", "الواحة متجر إلكتروني يبيع الكتب في عشرين دولة منذ عام 2005.")]
)
def test_a_text_with_place_and_day_is_a_release_whoever_sent_it(notes: tuple[str, ...]) -> None:
    assert body(of_text(*DATED, *notes)) == list(DATED)
    assert body(of_text(*BODY, *notes)) == [*BODY, notes[1]]


def test_whom_to_ask_is_none_of_a_text() -> None:
    lines = ("ملاحظات للمحررين:", "الصور متاحة عند الطلب من المكتب الإعلامي.", "هاتف: 0799-555-111")
    assert body(of_text(*BODY, *lines)) == list(BODY)


@pytest.mark.parametrize(
    ("head", "text"),
    [
        ("نبذة عن الرواية", "تدور أحداث الرواية في قرية جبلية صغيرة، ويرويها طفل في العاشرة من عمره."),
        ("عن المعرض", "ويقام المعرض كل عامين في العاصمة، ويزوره في كل دورة نحو نصف مليون زائر."),
        (
            "حول الميزانية",
            "بلغت الميزانية في العام الماضي 150 000 000 دينار، ولم يصرف منها إلا نصفها حتى الآن.",
        ),
        ("حول الأسعار", "وقال ناشرون إن أسعار الكتب ارتفعت هذا العام بسبب ارتفاع كلفة الورق والطباعة."),
        ("النهاية", "وصل القارب إلى الشاطئ الآخر مع الفجر، ولم يكن أحد في انتظار من كانوا على متنه."),
        ("للمزيد من المعلومات", "وقال الوزير إن الوزارة ستنشر برنامج المعرض كاملا في الأسبوع المقبل."),
    ],
)
def test_a_section_at_a_texts_end_is_no_note(head: str, text: str) -> None:
    assert body(of_text(*BODY, head, text)) == [*BODY, text]


def test_a_section_on_a_firm_inside_a_text_is_the_texts() -> None:
    found = body(of_text(*BODY[:2], *OF_FIRM, "ما الذي يعرض هذا العام", *BODY[2:]))
    assert found == [*BODY[:2], ABOUT, *BODY[2:]]


def test_a_score_that_is_over_above_a_text_ends_nothing() -> None:
    document = clean("\n\n".join(("النسر", "3 - 1", "انتهى", "الهلال", HEADLINE, *BODY)))
    assert body(document) == list(BODY)


@pytest.mark.parametrize("mark", ["(انتهى البيان)", "انتهى النص", "- نهاية البيان -"])
def test_a_mark_inside_a_text_is_none_of_its_subheads(mark: str) -> None:
    document = of_text(*BODY[:2], mark, *BODY[2:])
    assert body(document) == list(BODY)
    assert kinds(document)[mark] not in ("subhead", "body")
