"""A card below an article, a link with a sentence and its day, is none of it, be it of the same subject."""

from __future__ import annotations

import pytest

from digest.clean import clean_seed
from digest.model import Document
from digest.seeds import seed_from_bytes
from tests.pages import BODY, HEADLINE, body, clean, kinds

CARD = (
    "وزير الثقافة يفتتح معرض الكتاب في العاصمة",
    "افتتح وزير الثقافة سامي منصور معرض الكتاب في العاصمة بمشاركة دور النشر من عشرين دولة.",
)
OTHERS = (
    "<div><a href=#>سوق جديدة للحرف في المدينة القديمة</a></div>",
    "<div><a href=#>سوق جديدة للحرف</a><p>افتتحت البلدية سوقا للحرف.</p><span>302</span></div>",
)


@pytest.mark.parametrize(
    "below", ["<span>184</span><span>19 يناير 2025</span>", "<time>19 يناير 2025</time>"]
)
@pytest.mark.parametrize("other", OTHERS)
@pytest.mark.parametrize("heading", ["اقرأ المزيد", "الأكثر قراءة"])
def test_a_sentence_with_its_day_below_a_link_is_none_of_the_text(
    heading: str, other: str, below: str
) -> None:
    text = "".join(f"<div>{line}</div>" for line in BODY)
    card = f"<div><a href=#>{CARD[0]}</a><p>{CARD[1]}</p>{below}</div>"
    more = f"<p>شارك عبر: فيسبوك</p><div class=related-list><h3>{heading}</h3>{card}{other}</div>"
    source = f"<html><body><h1>{HEADLINE}</h1>{text}{more}</body></html>"
    assert body(clean_seed(seed_from_bytes(source.encode(), "a.html"))) == list(BODY)


@pytest.mark.parametrize("below", [(), ("18:40",), ("12 مايو 2024", "18:40")])
def test_a_paragraph_below_one_related_title_inside_a_text_is_its_own(below: tuple[str, ...]) -> None:
    lines = (*BODY[:2], "اقرأ أيضا", CARD[0], BODY[2], *below, BODY[3])
    assert body(clean("\n\n".join((HEADLINE, *lines)))) == list(BODY)


FAR = "".join(f"<li><a href=/{index}>سوق جديدة للحرف في المدينة رقم {index}</a></li>" for index in range(14))


@pytest.mark.parametrize(
    "notice",
    ["يتم تأخير الأسعار ربع ساعة على الأقل. بيانات الكتب للاستخدام الشخصي فقط وليست توصية بالشراء أو البيع."],
)
def test_a_notice_below_many_links_is_none_of_the_text(notice: str) -> None:
    text = "".join(f"<p>{line}</p>" for line in BODY)
    source = f"<body><h1>{HEADLINE}</h1>{text}<ul>{FAR}</ul><div><p>{notice}</p></div></body>"
    assert body(clean_seed(seed_from_bytes(source.encode(), "a.html"))) == list(BODY)


def test_a_paragraph_below_many_links_that_goes_on_is_of_the_text() -> None:
    text = "".join(f"<p>{line}</p>" for line in BODY[:3])
    source = f"<body><h1>{HEADLINE}</h1><div>{text}<ul>{FAR}</ul><p>{BODY[3]}</p></div></body>"
    assert body(clean_seed(seed_from_bytes(source.encode(), "a.html"))) == list(BODY)


def _page(text: str) -> Document:
    markup = f"<html><body><article><h1>{HEADLINE}</h1>{text}</article></body></html>"
    return clean_seed(seed_from_bytes(markup.encode(), "a.html"))


@pytest.mark.parametrize(
    "name", ["Banner_donate__x1", "donation-box", "membership", "article subscribe cta", ""]
)
def test_a_box_named_as_one_to_pay_whose_link_asks_for_it_is_none_of_the_text(name: str) -> None:
    box = ("نؤمن بأن قراءنا هم سندنا", "ساهموا معنا في دعم صحافة حرة، من أي مكان كنتم.", "إلى العضوية")
    asked = f"<div class='{name}'><h4>{box[0]}</h4><p>{box[1]}</p><a href=/x>{box[2]}</a></div>"
    above, below = ("".join(f"<p>{line}</p>" for line in part) for part in (BODY[:2], BODY[2:]))
    found = kinds(_page(f"{above}{asked}{below}"))
    assert {found[line] for line in box} == {"form"} if name else found[box[1]] == "body"
    assert {found[line] for line in BODY} == {"body"}


def test_a_paragraph_with_a_link_in_a_box_for_subscribers_is_the_text() -> None:
    links = (f"<div class=subscriber-text><p><a href=/x>{line[:9]}</a>{line[9:]}</p></div>" for line in BODY)
    assert body(_page("".join(links))) == list(BODY)
