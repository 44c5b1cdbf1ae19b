"""What a page says of itself above its menu, and short articles that stand there."""

from __future__ import annotations

import pytest

from digest.clean import clean_seed
from digest.extract import extract_fields
from digest.model import Document, LineKind
from digest.seeds import seed_from_bytes
from tests.pages import BODY, HEADLINE, body, clean, kinds

MENU = ("الرئيسية", "عن الهيئة", "الخدمات الإلكترونية", "المركز الإعلامي", "تواصل معنا")
STRIPS = (
    (
        "موقع حكومي رسمي تابع لحكومة المملكة",
        "روابط المواقع الرسمية تنتهي بنطاق حكومي معروف",
        "المواقع الحكومية تستخدم بروتوكول HTTPS للتشفير والأمان.",
    ),
    (
        "هذا موقع رسمي لدولة الكويت",
        "كيف تعرف أن هذا الموقع آمن؟",
        "جميع مواقع الدولة تنتهي عناوينها باسم نطاق وطني، وتستخدم وصلة مشفرة تحفظ بيانات المتصفح.",
    ),
    ("نسخة تجريبية", "هذه نسخة تجريبية من البوابة الإلكترونية، ونرحب بملاحظاتكم عليها عبر صفحة الاتصال."),
    (
        "تحفظ البوابة ملفات صغيرة في جهازك لتحسين تجربتك، ولا تجمع بيانات شخصية عنك.",
        "يمكنك تغيير الإعدادات في أي وقت من صفحة الخصوصية التي تجد رابطها في أسفل البوابة.",
    ),
)
BRIEF = (
    "حريق في مستودع للأخشاب قرب المرفأ",
    "أخمد رجال الإطفاء حريقا شب فجرا في مستودع للأخشاب قرب المرفأ ولم يصب أحد بأذى.",
)


def _web_page(above: tuple[str, ...], title: str, *, section: str = "", lines: bool = False) -> Document:
    """A web page with `above` over its menu; a section's heading over the headline, the text in `lines`."""
    strip = "".join(f"<p>{line}</p>" if line.endswith(".") else f"<div>{line}</div>" for line in above)
    menu = "".join(f'<li><a href="/{at}">{name}</a></li>' for at, name in enumerate(MENU))
    text = "<br><br>".join(BODY) if lines else "".join(f"<p>{line}</p>" for line in BODY)
    heading = f"<h1>{section}</h1>" if section else ""
    article = f"{heading}<h2>{HEADLINE}</h2><div>12 مايو 2024</div><div>{text}</div>"
    page = f"<head><title>{title}</title></head><div>{strip}</div><nav><ul>{menu}</ul></nav>{article}"
    return clean_seed(seed_from_bytes(page.encode(), "a.html"))


@pytest.mark.parametrize("strip", STRIPS)
@pytest.mark.parametrize("lines", [False, True])
@pytest.mark.parametrize("section", ["", "أخبار الهيئة"])
def test_a_strip_above_a_web_pages_menu_is_no_article(
    strip: tuple[str, ...], section: str, lines: bool
) -> None:
    document = _web_page(strip, section or f"{HEADLINE} - هيئة الكتاب", section=section, lines=lines)
    assert extract_fields(document).headline.text == HEADLINE
    assert body(document) == list(BODY)
    assert not document.embedded


@pytest.mark.parametrize("strip", STRIPS)
@pytest.mark.parametrize("last", [2, 4])
def test_a_strip_above_the_menu_of_a_page_of_text_is_no_article(strip: tuple[str, ...], last: int) -> None:
    document = clean("\n".join((*strip, *MENU, "أخبار الهيئة", HEADLINE, "12 مايو 2024", *BODY[:last])))
    assert extract_fields(document).headline.text == HEADLINE
    assert body(document) == list(BODY[:last])


@pytest.mark.parametrize("strip", [STRIPS[0], STRIPS[2]])
def test_short_lines_of_a_strip_that_have_its_words_are_no_source(strip: tuple[str, ...]) -> None:
    document = clean("\n".join((*strip, *MENU, HEADLINE, "12 مايو 2024", *BODY)))
    assert extract_fields(document).source is None
    assert kinds(document)[strip[0]] == LineKind.FURNITURE


def test_the_name_of_the_site_above_a_strip_is_the_source() -> None:
    rights = "جميع الحقوق محفوظة لهيئة الكتاب"
    document = clean("\n".join(("هيئة الكتاب", *STRIPS[0], *MENU, HEADLINE, "12 مايو 2024", *BODY, rights)))
    found = extract_fields(document).source
    assert found
    assert found.text == "هيئة الكتاب"


def test_a_short_article_above_a_menu_is_the_article() -> None:
    document = clean("\n".join((*BRIEF, *MENU, HEADLINE, "12 مايو 2024", *BODY[:2])))
    assert body(document) == [BRIEF[1]]
    assert extract_fields(_web_page(BRIEF, BRIEF[0])).headline.text == BRIEF[0]


def test_a_lead_above_links_is_of_its_article() -> None:
    lead = "".join(f'<a href="/{at}">{name}</a> ' for at, name in enumerate(MENU))
    paragraphs = "".join(f"<p>{line}</p>" for line in BODY[1:])
    for links in (f"<nav>{lead}</nav>", f"<div>{lead}</div>"):
        page = f"<h1>{HEADLINE}</h1><p>{BODY[0]}</p>{links}<div>{paragraphs}</div>"
        assert body(clean_seed(seed_from_bytes(page.encode(), "a.html"))) == list(BODY)
