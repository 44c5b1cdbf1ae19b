"""The headline on pages with one thing varied around it, and none on pages that have none."""

from __future__ import annotations

import pytest

from digest.clean import clean_seed
from digest.clean.head.facts import head_of
from digest.clean.head.votes import votes
from digest.clean.rows import make_row
from digest.extract import extract_fields
from digest.rules import default_rules
from digest.seeds import seed_from_bytes
from tests.pages import BODY, HEADLINE, clean, fields, fields_of_html

MENU = ("الرئيسية", "محليات", "ثقافة", "رياضة", "سيارات")
DATE = "12 مايو 2024"
PROVERB = "حين تصير الرفوف بيتا لكل العابرين"
"""A headline of which the body has no word."""
TITLES = ("أمطار متوقعة على المرتفعات نهاية الأسبوع", "الفريق الأزرق يتعاقد مع حارس جديد لموسمين")
RATES = "أسعار العملات: دولار 3.69 دينار 5.21 يورو 4.19"


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ((), ()),
        (("الأحد 12 مايو 2024",), ()),
        (("صحة وحياة",), (DATE,)),
        ((), ("ثقافة وفنون 12-05-2024 | 06:00",)),
        (("ثقافة وفنون 12-05-2024 | 06:00",), ()),
        ((), ("كتب محمد الصالح", "09:35 م")),
        (("محمد الصالح",), ()),
        ((), (DATE, "فيسبوك", "واتساب", "محمد الصالح")),
        ((RATES,), (DATE,)),
        (("العاصمة pdf", "أخبار من المعرض"), ()),
        (("عاجل", *TITLES), (DATE,)),
        (TITLES, (DATE,)),
        ((), ("1200 مشاهدة", "دقيقتان للقراءة")),
        ((), ("جانب من المعرض الدولي للكتاب في العاصمة (أرشيفية)",)),
        ((), ("مئة دار نشر من عشرين دولة وندوات للشعراء كل يوم", DATE)),
        ((), ("الوزير يفتتح المعرض الدولي للكتاب",)),
        (("الرئيسية / ثقافة / " + HEADLINE,), (DATE,)),
    ],
)
def test_one_thing_around_the_headline(above: tuple[str, ...], below: tuple[str, ...]) -> None:
    found = fields(*MENU, *above, HEADLINE, *below, *BODY)
    assert (found.headline.text, found.headline.derived) == (HEADLINE, False)


@pytest.mark.parametrize("below", [(), (DATE,), ("بقلم: محمد الصالح",), ("فيسبوك", "واتساب")])
def test_a_headline_need_not_share_a_word_with_the_body(below: tuple[str, ...]) -> None:
    found = fields(*MENU, PROVERB, *below, *BODY)
    assert (found.headline.text, found.headline.derived) == (PROVERB, False)


@pytest.mark.parametrize(
    "above",
    [
        (),
        (DATE,),
        (DATE, "كتب محمد الصالح"),
        ("محمد الصالح", DATE),
        ("ثقافة وفنون 12-05-2024 | 06:00",),
        ("جانب من المعرض الدولي للكتاب (أرشيفية)", DATE),
        (RATES,),
        ("مؤشر السوق العام 11250.4 نقطة", "الذهب 2040 دولار", DATE),
        ("آخر الأخبار", *TITLES),
        ("شارك", "300 مشاهدة"),
    ],
)
def test_no_headline_is_invented(above: tuple[str, ...]) -> None:
    assert fields(*MENU, *above, *BODY).headline.derived


@pytest.mark.parametrize("name", ["صدى الضفة", "صحيفة العاصمة"])
@pytest.mark.parametrize("headline", [(), (f"<h2>{HEADLINE}</h2>",)])
def test_a_name_of_an_outlet_is_no_headline(name: str, headline: tuple[str, ...]) -> None:
    page = "".join((f"<title>{name}</title><h1>{name}</h1>", *headline, *(f"<p>{line}</p>" for line in BODY)))
    found = extract_fields(clean_seed(seed_from_bytes(page.encode(), "a.html")))
    assert found.headline.derived is not bool(headline)
    assert headline == () or found.headline.text == HEADLINE


def test_a_title_that_is_cut_short_before_a_site_is_that_of_the_whole_line() -> None:
    short = "الوزير يفتتح المعرض الدولي – صدى الضفة"
    found = fields_of_html(f'<meta property="og:title" content="{short}">', "بيئة", HEADLINE)
    assert found.headline.text == HEADLINE


def test_every_vote_has_a_weight() -> None:
    lines = (
        *(
            *MENU,
            "آخر الأخبار",
            *TITLES,
            RATES,
            "تقرير",
            PROVERB,
            "محمد الصالح",
            DATE,
            "زوار في معرض الكتاب؟",
        ),
        *("أخبار من المعرض", "الرئيسية / ثقافة / الكتاب", "- الكتب للجميع", HEADLINE, HEADLINE[:-8]),
    )
    rows = [make_row(line, number) for number, line in enumerate((*lines, *BODY), start=1)]
    found = {
        name for index in range(len(rows)) for name in votes(head_of(rows, len(lines), frozenset()), index)
    }
    assert found <= default_rules().table("headlines")["votes"].keys()


@pytest.mark.parametrize(
    ("lines", "rule"),
    [
        ((HEADLINE,), "headline.best"),
        ((*MENU, PROVERB, "كتب محمد الصالح"), "headline.above-credits"),
        ((*MENU, PROVERB), "headline.set-apart"),
    ],
)
def test_what_spoke_for_a_headline_most_is_told(lines: tuple[str, ...], rule: str) -> None:
    document = clean("\n".join((*lines, *BODY)))
    assert [line.rule for line in document.lines if line.kind == "headline"] == [rule]


DECK = "مئة دار نشر من عشرين دولة تعرض مليون كتاب في العاصمة"


@pytest.mark.parametrize("below", [(), (DATE,), ("كتب محمد الصالح",)])
@pytest.mark.parametrize(
    "above",
    [
        (f"عاجل: {TITLES[0]}",),
        ("عاجل: أمطار متوقعة على العاصمة نهاية الأسبوع",),
        ("عاجل", TITLES[0]),
        ("شريط الأخبار", *TITLES),
        ("أخبار عاجلة", TITLES[1]),
        ("حالة الطقس اليوم: 31 درجة مئوية",),
        TITLES,
    ],
)
def test_a_headline_with_a_deck_stands_below_other_news(
    above: tuple[str, ...], below: tuple[str, ...]
) -> None:
    found = fields(*above, HEADLINE, DECK, *below, *BODY)
    assert (found.headline.text, found.deck and found.deck.text) == (HEADLINE, DECK)


def test_a_ticker_above_a_date_and_a_bar_for_readers_is_no_headline() -> None:
    top = (
        "الرئيسية | أخبار | رياضة",
        "عاجل: المعرض الدولي للطيران يفتح أبوابه",
        "الأحد 12 مايو 2024 - 09:35",
    )
    found = fields(*top, "تسجيل الدخول", "ثقافة", HEADLINE, "كتب: محمد الصالح", *BODY)
    assert (found.headline.text, found.stated_date) == (HEADLINE, None)
    told = fields(f"عاجل: {HEADLINE}", DATE, "تسجيل الدخول", "جانب من المعرض في يومه الأول", *BODY)
    assert (told.headline.text, told.stated_date and told.stated_date.text) == (HEADLINE, "2024-05-12")


@pytest.mark.parametrize("sign", ["< ", "‹ ", "» ", "• ", "- ", "| ", ">> ", "=> ", "► » "])
def test_a_sign_before_a_headline_is_none_of_it(sign: str) -> None:
    assert fields(f"{sign}{HEADLINE}", DATE, *BODY).headline.text == HEADLINE
    assert fields(f"{sign}{HEADLINE} «الصيف»", DATE, *BODY).headline.text == f"{HEADLINE} «الصيف»"


@pytest.mark.parametrize("sign", [" »", " -", " |", " ►"])
def test_a_sign_behind_a_headline_is_none_of_it(sign: str) -> None:
    assert fields(f"{HEADLINE}{sign}", DATE, *BODY).headline.text == HEADLINE


@pytest.mark.parametrize("opening", ["«الضفة» تنشر: ", "» الضفة « تنشر: ", "‹الضفة› تنشر: ", "-5 درجات: "])
def test_a_mark_that_a_headline_needs_stays(opening: str) -> None:
    assert fields(f"{opening}{HEADLINE}", DATE, *BODY).headline.text == f"{opening}{HEADLINE}"
