"""An outlet that no list knows comes off a headline where the page itself says that it is its name."""

from __future__ import annotations

import pytest

from tests.pages import BODY, HEADLINE, fields, fields_of_html

TITLED = f"الأمل: {HEADLINE}"


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ((), ("جميع الحقوق محفوظة الأمل 2024",)),
        ((), ("جميع الحقوق محفوظة لصحيفة الأمل © 2024",)),
        (("الأمل", "الرئيسية", "سياسة"), ()),
        (("صحيفة الأمل", "الرئيسية", "سياسة"), ()),
        ((), ("المصدر: الأمل نيوز",)),
        ((), ("المصدر: https://www.alamal.com/1",)),
        ((f"{HEADLINE} - الأمل",), ()),
        ((f"{TITLED} | صحيفة الأمل",), ()),
    ],
)
def test_a_name_before_a_colon_is_cut_where_the_page_has_it_as_its_own(
    above: tuple[str, ...], below: tuple[str, ...]
) -> None:
    assert fields(*above, TITLED, *BODY, *below).headline.text == HEADLINE


@pytest.mark.parametrize(
    "head",
    [
        f"<title>{HEADLINE} | الأمل</title>",
        f"<title>{TITLED} - صحيفة الأمل</title>",
        '<meta property="og:site_name" content="الأمل نيوز">',
        '<link rel="canonical" href="https://alamal.net/1">',
    ],
)
def test_so_it_is_where_the_markup_says_it(head: str) -> None:
    assert fields_of_html(head, TITLED).headline.text == HEADLINE


@pytest.mark.parametrize(
    ("title", "below"),
    [
        (TITLED, ()),
        (TITLED, ("جميع الحقوق محفوظة ورق القرى 2024",)),
        (TITLED, ("المصدر: https://www.waraq.com/1",)),
        (f"لبنان: {HEADLINE}", ("© 2024 صحيفة لبنان",)),
        (f"سامي منصور: {HEADLINE}", ("© 2024 سامي منصور",)),
    ],
)
def test_any_other_speaker_stays(title: str, below: tuple[str, ...]) -> None:
    assert fields(title, *BODY, *below).headline.text == title


def test_an_office_that_the_text_tells_of_stays_on_its_own_page() -> None:
    told = "وقالت البلديات في بيان نشرته مساء أمس إن الأعمال تنتهي قبل حلول الصيف المقبل في جميع الأحياء."
    title = f"البلديات: {HEADLINE}"
    assert fields(title, *BODY, told, "© 2024 البلديات").headline.text == title


@pytest.mark.parametrize(
    ("name", "host", "own"),
    [
        ("الأمل", "alamal.net", True),
        ("الأمل", "elamal-news.com", True),
        ("الأمل", "mail.com", False),
        ("المرصاد", "almersad24.com", True),
        ("ورق القرى", "waraqalqura.org", True),
        ("ورق القرى", "waraq.org", False),
    ],
)
def test_an_address_says_the_name_in_latin_letters(name: str, host: str, own: bool) -> None:
    told = fields(f"{name}: {HEADLINE}", *BODY, f"المصدر: https://www.{host}/1").headline.text
    assert (told == HEADLINE) is own
