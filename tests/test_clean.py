"""Cleaning: every line classified; body, furniture, other articles, wrapped and blocked text."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import wrap
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from digest.clean import clean_seed, explain_rule
from digest.clean.credits import read_credit
from digest.clean.datelines import read_stamp
from digest.clean.hints import hint
from digest.clean.rows import make_row
from digest.errors import SeedError
from digest.extract import extract_fields
from digest.model import KEPT_KINDS, Correction, Document, LineKind
from digest.rules import default_rules
from digest.seeds import read_seed, seed_from_bytes

ROOT = Path(__file__).parents[1]
HEADLINE = "الوزير يفتتح المعرض الدولي للكتاب في العاصمة"
BODY = (
    "افتتح وزير الثقافة سامي منصور، اليوم الأحد، المعرض الدولي للكتاب في العاصمة بمشاركة مئة دار نشر.",
    "وقال الوزير إن المعرض الذي يستمر أسبوعا هو الأكبر منذ سنوات، وإن الدخول إليه بلا رسوم على الزوار.",
    "وأضاف أن دور النشر المشاركة جاءت من عشرين دولة، وأن الكتب المعروضة تزيد على مليون كتاب.",
    "ويضم برنامج المعرض ندوات يومية للكتاب والشعراء، ومعرضا لكتب الأطفال في قاعة منفصلة.",
)


def clean(text: str, **options: Any) -> Document:
    return clean_seed(seed_from_bytes(text.encode(), "a.txt"), **options)


def kinds(document: Document) -> dict[str, str]:
    """Text of each line and its kind."""
    text = document.seed.text
    return {text[line.span.start : line.span.end]: line.kind.value for line in document.lines}


def body(document: Document) -> list[str]:
    return [
        " ".join(document.text[part.span.start : part.span.end].split())
        for part in document.paragraphs
        if part.kind is LineKind.BODY
    ]


def page(*above: str, below: tuple[str, ...] = (), inside: tuple[str, ...] = ()) -> str:
    return "\n\n".join((*above, HEADLINE, *BODY[:2], *inside, *BODY[2:], *below))


@pytest.mark.parametrize(
    ("word", "is_headline"),
    [
        ("هدنة", True),
        ("زلزال!", True),
        ("سياسة", False),
        ("تقرير", False),
        ("القاهرة", False),
        ("مطر:", False),
        ("NEWS", False),
    ],
)
@pytest.mark.parametrize("between", [(), ("20 يوليو 2022",), ("كتب: سامي منصور", "20 يوليو 2022")])
def test_one_word_alone_at_the_top(word: str, is_headline: bool, between: tuple[str, ...]) -> None:
    document = clean("\n\n".join((word, *between, *BODY)))
    assert (document.lines[0].kind is LineKind.HEADLINE) is is_headline


@pytest.mark.parametrize("below", ["جميع الحقوق محفوظة هدنة", "هدنة"])
def test_one_word_that_stands_alone_or_last_elsewhere_is_no_headline(below: str) -> None:
    assert clean("\n\n".join(("هدنة", *BODY, below))).lines[0].kind.value != "headline"


def test_body_and_headline() -> None:
    document = clean(page())
    assert kinds(document)[HEADLINE] == "headline"
    assert body(document) == list(BODY)


@pytest.mark.parametrize("entry", default_rules().table("furniture")["rules"], ids=lambda entry: entry["id"])
def test_every_rule_matches_its_own_example(entry: dict[str, Any]) -> None:
    row = make_row(entry["example"])
    hint(row)
    assert row.kind is not None
    assert (row.rule, row.kind.value) == (entry["id"], entry["kind"])


POSITIONS = default_rules().table("positions")


@pytest.mark.parametrize("entry", POSITIONS["rules"], ids=lambda entry: entry["id"])
def test_every_rule_of_place_and_shape_decides_in_its_own_example(entry: dict[str, Any]) -> None:
    lines = [line for item in entry["page"] for line in _written_out(item)]
    (at,) = (index for index, line in enumerate(lines) if line.startswith("> "))
    lines[at] = lines[at].removeprefix("> ")
    document = _as_html(lines, at, entry["element"]) if "element" in entry else clean("\n\n".join(lines))
    found = document.lines[at]
    assert document.seed.text[found.span.start : found.span.end] == lines[at]
    assert (found.rule, found.kind.value) == (entry["id"], entry["kind"])


def _as_html(lines: list[str], at: int, element: str) -> Document:
    """A page of paragraphs, the line `at` in an element of its own."""
    whole, _, one = element.rpartition("/")
    elements = ["p"] * len(lines)
    elements[at] = one
    blocks = [f"<{tag}>{line}</{tag}>" for tag, line in zip(elements, lines, strict=True)]
    blocks = blocks if whole else [f"<div>{block}</div>" for block in blocks]
    inner = f"<{whole or 'div'}>{''.join(blocks)}</{whole or 'div'}>"
    return clean_seed(seed_from_bytes(f"<body>{inner}</body>".encode(), "a.html"))


def _written_out(item: str) -> list[str]:
    """An item of an example with the article's headline and paragraphs in the place of their names."""
    mark = "> " if item.startswith("> ") else ""
    name, article = item.removeprefix("> "), POSITIONS["article"]
    known = {f"@{number}": text for number, text in enumerate(article["paragraphs"], start=1)}
    known["@headline"] = article["headline"]
    return article["paragraphs"] if name == "@body" else [mark + known.get(name, name)]


def test_every_rule_that_the_code_names_is_explained() -> None:
    code = "\n".join(path.read_text("utf-8") for path in (ROOT / "digest" / "clean").glob("*.py"))
    named = set(re.findall(r'"([a-z-]+\.[a-z-]+)"', code))
    roles = re.findall(r'f"\{role\}\.([a-z-]+)"', code)
    assert len(named) > 40
    assert roles
    for rule in (*sorted(named - NOT_OF_LINES), *(f"source.{way}" for way in roles), "most-read.item"):
        assert explain_rule(rule)
    with pytest.raises(KeyError):
        explain_rule("no.rule")


NOT_OF_LINES = {"position.no-body"}
"""The rule of the lines of a page that is refused."""


@pytest.mark.parametrize("entry", default_rules().table("fields")["inline"], ids=lambda entry: entry["id"])
def test_furniture_inside_a_line_is_cut(entry: dict[str, Any]) -> None:
    line = f"{BODY[1]} {entry['phrase']} {BODY[2]}"
    document = clean("\n".join((HEADLINE, BODY[0], line, BODY[3])))
    assert entry["phrase"] in entry["example"]
    assert body(document)[1] == f"{BODY[1]} {BODY[2]}"
    assert len(document.text) == len(document.seed.text)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("12 مايو 2023 10:15 ص", "stated-date"),
        ("كتبت منى عادل - القاهرة", "byline"),
        ("شارك فيسبوك تويتر واتساب", "share"),
        ("0", "comments"),
        ("قراءة 3 دقائق", "reading-time"),
        ("#كتب #معرض", "keywords"),
        ("تصوير: سالم", "credit"),
        ("وزير الثقافة في المعرض (أ ف ب)", "caption"),
        ("إعلان", "advertisement"),
        ("https://example.org/a/b", "copy-link"),
    ],
)
def test_lines_between_headline_and_body(line: str, kind: str) -> None:
    document = clean("\n".join((HEADLINE, line, *BODY)))
    assert kinds(document)[line] == kind
    assert body(document) == list(BODY)


def test_label_and_site_name_above_the_headline() -> None:
    found = kinds(clean(page("موقع متخصص بالثقافة", "عاجل")))
    assert (found["موقع متخصص بالثقافة"], found["عاجل"]) == ("site-name", "label")


def test_tickers_and_menus_above_the_headline_are_left_out() -> None:
    menu = (
        "الرئيسية",
        "سياسة",
        "رياضة",
        "المنتخب يفوز على ضيفه في مباراة ودية مثيرة",
        "أسعار النفط تواصل ارتفاعها اليوم",
    )
    document = clean("\n".join((*menu, HEADLINE, *BODY)))
    assert kinds(document)[HEADLINE] == "headline"
    assert all(kinds(document)[line] == "navigation" for line in menu)


def test_the_headline_repeated_and_with_a_site_name() -> None:
    document = clean("\n".join((f"{HEADLINE} - صحيفة الغد", HEADLINE, "24/05/2023", HEADLINE, *BODY)))
    numbers = {line.number: line.kind.value for line in document.lines}
    assert (numbers[1], numbers[2], numbers[4]) == ("headline-repeated", "headline", "headline-repeated")


def test_a_related_list_inside_the_body_does_not_end_it() -> None:
    items = ("اقرأ أيضا:", "المنتخب يفوز على ضيفه في مباراة ودية", "أسعار النفط تواصل ارتفاعها اليوم")
    document = clean(page(inside=items))
    assert body(document) == list(BODY)
    assert {kinds(document)[line] for line in items} == {"related"}


BETWEEN = (
    "الأكثر قراءة\nافتتاح مستشفى جديد في المدينة القديمة\nحريق يلتهم مصنعا للأخشاب في الضواحي",
    "الأكثر قراءة\n1\nافتتاح مستشفى جديد\n2\nحريق يلتهم مصنعا للأخشاب",
    "آخر الأخبار\nافتتاح مستشفى جديد\nحريق يلتهم مصنعا",
    "الأكثر مشاهدة",
    "3 تعليقات",
    "التعليقات",
    "© 2021 رويترز",
    "اشترك في نشرتنا البريدية\nالبريد الإلكتروني\nإرسال",
    "سياسة الخصوصية",
    "المصدر: رويترز",
    "الوسوم\nالكتب\nالثقافة",
    "التالي",
    "المقالة تعبر عن رأي كاتبها ولا تعبر بالضرورة عن رأي الموقع",
)


@pytest.mark.parametrize("between", BETWEEN)
@pytest.mark.parametrize("before", [1, 2, 3])
def test_nothing_that_a_page_puts_inside_the_body_ends_it(between: str, before: int) -> None:
    document = clean("\n\n".join((HEADLINE, *BODY[:before], between, *BODY[before:])))
    assert body(document) == list(BODY)
    assert not document.embedded


def test_what_readers_write_below_an_article_is_none_of_it() -> None:
    comment = "سامي: هذا المعرض أفضل من معرض العام الماضي، ونشكر الوزير ودور النشر المشاركة على الكتب."
    document = clean(page(below=("التعليقات", comment, "شكرا للوزير على افتتاح المعرض في العاصمة.")))
    assert body(document) == list(BODY)


COMMENTS = (
    ("سامي", "وأنا زرت المعرض مع أطفالي وكانت الكتب كثيرة ودور النشر من كل الدول."),
    ("سامي", "والكتب في المعرض الدولي غالية جدا على الزوار."),
    ("وشكرا للوزير على المعرض الدولي للكتاب وعلى دور النشر المشاركة.",),
)


@pytest.mark.parametrize("heading", ["التعليقات", "3 تعليقات"])
@pytest.mark.parametrize(
    "said", ['وقالت: "أنا سعيدة بالمعرض وأشكر الوزير على الكتب"، ثم زارت القاعة.', BODY[1]]
)
def test_a_paragraph_below_a_heading_of_comments_stays(heading: str, said: str) -> None:
    document = clean("\n\n".join((HEADLINE, BODY[0], heading, said, *BODY[2:])))
    assert body(document) == [BODY[0], said, *BODY[2:]]


@pytest.mark.parametrize("comment", COMMENTS)
@pytest.mark.parametrize("heading", ["التعليقات", "تعليقات القراء (2)", "3 تعليقات"])
def test_comments_that_open_like_a_further_paragraph_are_none(comment: tuple[str, ...], heading: str) -> None:
    document = clean(page(below=(heading, *comment)))
    assert body(document) == list(BODY)
    assert kinds(document)[comment[-1]] == "comments"


LAST = (
    "ومن المقرر أن يناقش البرلمان الموازنة في جلسة علنية الأسبوع المقبل قبل دخولها حيز التنفيذ",
    "ويستمر المعرض حتى نهاية الأسبوع",
    "يذكر أن المعرض أقيم أول مرة قبل ثلاثين سنة",
    "فهل ينجح المعرض هذا العام",
    "وللحديث بقية...",
)


@pytest.mark.parametrize("last", LAST)
@pytest.mark.parametrize("stops", [True, False])
@pytest.mark.parametrize("after", [2, 4])
def test_a_paragraph_without_a_stop_is_kept(last: str, stops: bool, after: int) -> None:
    paragraphs = list(BODY) if stops else [paragraph.rstrip(".") for paragraph in BODY]
    paragraphs.insert(after, last)
    document = clean("\n\n".join((HEADLINE, *paragraphs)))
    assert body(document) == paragraphs


LISTS = (
    ("- ندوات يومية", "- معرض الأطفال", "- أمسيات شعرية"),
    ("1. ندوات يومية للكتاب", "2. معرض لكتب الأطفال", "3. أمسيات شعرية"),
    ("ندوات يومية للكتاب", "معرض لكتب الأطفال"),
    ("هاتف الإدارة", "71.960.448"),
)


@pytest.mark.parametrize("items", LISTS)
@pytest.mark.parametrize(
    "announcing", ["ويضم البرنامج:", "وقال الوزير إن برنامج المعرض يضم فعاليات كثيرة أبرزها :"]
)
def test_a_list_that_the_last_paragraph_announces_is_kept(items: tuple[str, ...], announcing: str) -> None:
    below = (announcing, *items)
    document = clean(page(below=(*below, "الأكثر قراءة", "افتتاح مستشفى جديد")))
    assert body(document) == [*BODY, *below]


def test_a_paragraph_below_a_credit_and_a_list_is_kept() -> None:
    inside = ("تصوير: محمد الصالح", "- ندوات يومية للكتاب", "- معرض لكتب الأطفال")
    document = clean("\n\n".join((HEADLINE, *BODY[:3], *inside, BODY[3])))
    assert body(document)[-1] == BODY[3]


def test_a_related_list_with_an_end_of_its_own() -> None:
    document = clean(page(inside=("قصص مقترحة", "لماذا ارتفعت أسعار النفط في العالم؟", "قصص مقترحة نهاية")))
    assert body(document) == list(BODY)


def test_comments_that_read_like_prose_are_left_out() -> None:
    comment = "أشكر الوزارة على هذا المعرض الجميل وأتمنى أن يتكرر كل عام في مدينتنا أيضا إن شاء الله."
    document = clean(page(below=("تعليقات القراء (2)", "1 - قارئ", comment, comment.replace("أشكر", "نشكر"))))
    assert body(document) == list(BODY)
    assert kinds(document)[comment] == "comments"


def test_subheads_stay_and_attributions_go() -> None:
    quotation = "“المعرض فرصة لكل من يحب القراءة، ونحن سعداء بهذا الإقبال الكبير من الزوار.”"
    name = "وزير الثقافة سامي منصور"
    lines = (
        HEADLINE,
        BODY[0],
        "برنامج المعرض",
        BODY[1],
        quotation,
        name,
        BODY[2],
        quotation[:-2] + " جدا.”",
        name,
        BODY[3],
    )
    document = clean("\n".join(lines))
    assert kinds(document)["برنامج المعرض"] == "subhead"
    assert kinds(document)[name] == "pull-quote"


OTHER = (
    "المنتخب يفوز على ضيفه في مباراة ودية مثيرة",
    "فاز المنتخب على ضيفه بهدفين دون رد في مباراة ودية مثيرة جرت مساء السبت على ملعب المدينة الرياضية.",
    "وسجل المهاجم الهدفين في الشوط الثاني، فيما أضاع الضيوف ركلة جزاء قبل نهاية المباراة بدقائق.",
)


def test_a_second_article_is_reported_and_kept_out() -> None:
    document = clean(page(below=("المصدر: الغد", "اقرأ أيضا:", *OTHER)))
    assert body(document) == list(BODY)
    (other,) = document.embedded
    assert other.headline == OTHER[0]
    assert document.seed.text[other.span.start : other.span.end] == "\n\n".join(OTHER)
    lines = document.seed.text.split("\n")
    assert (lines[other.first_line - 1], lines[other.last_line - 1]) == (OTHER[0], OTHER[-1])


@pytest.mark.parametrize("between", [("***",), ()])
def test_a_second_article_without_a_heading(between: tuple[str, ...]) -> None:
    lines = (HEADLINE, *BODY, *between, OTHER[0], *(() if between else ("أحمد سامي - جدة",)), *OTHER[1:])
    document = clean("\n".join(lines))
    assert body(document) == list(BODY)
    assert [other.headline for other in document.embedded] == [OTHER[0]]


def test_a_breadcrumb_is_no_headline() -> None:
    document = clean("\n".join(("الرئيسية / أخبار / ثقافة", *BODY)))
    assert kinds(document)["الرئيسية / أخبار / ثقافة"] == "navigation"


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


BRIEF = ("اجتمعت الحكومة اليوم في العاصمة.", "وأقرت خطة جديدة للكتاب.", "وتبدأ الخطة الشهر المقبل.")


@pytest.mark.parametrize("sentences", [BRIEF, BRIEF[:2], BRIEF[1:]])
def test_a_brief_of_short_sentences_is_an_article(sentences: tuple[str, ...]) -> None:
    document = clean("\n\n".join(("الحكومة تقر خطة جديدة للكتاب", *sentences)))
    assert body(document) == list(sentences)


def test_what_an_editor_keeps_may_be_short() -> None:
    text = "الحكومة تقر خطة جديدة\n\nأقرت الحكومة خطة"
    with pytest.raises(SeedError):
        clean(text)
    keep = (("أقرت الحكومة خطة", LineKind.BODY),)
    assert body(clean(text, correction=Correction("a", "a.yml", keep=keep))) == ["أقرت الحكومة خطة"]


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


def test_links_between_headline_and_body_are_no_captions() -> None:
    lines = ("اقرأ أيضا", "المنتخب يخسر مباراته الودية", "أمطار غزيرة على السواحل")
    document = clean("\n\n".join((HEADLINE, *lines, *BODY)))
    assert {kinds(document)[line] for line in lines} == {"related"}
    assert body(document) == list(BODY)


@pytest.mark.parametrize(
    ("above", "second"),
    [
        ((), "بمشاركة مئة دار نشر"),
        (("عاجل", ""), "وعدد الكتب يزيد على مليون"),
        ((), "في قاعة منفصلة للأطفال"),
    ],
)
def test_a_headline_of_two_lines_on_a_page_that_is_not_wrapped(above: tuple[str, ...], second: str) -> None:
    document = clean("\n".join((*above, HEADLINE, second, "", "\n\n".join(BODY))))
    assert extract_fields(document).headline.text == f"{HEADLINE} {second}"
    assert body(document) == list(BODY)


@pytest.mark.parametrize("line", ["✍️ هيثم الزوبعي", "من سامي منصور", "3 أكتوبر 21", "نادي القراءة"])
def test_what_stands_right_below_a_headline_need_not_be_its_second_line(line: str) -> None:
    document = clean("\n".join((HEADLINE, line, "", "\n\n".join(BODY))))
    assert extract_fields(document).headline.text == HEADLINE


def test_a_flash_is_an_article_with_a_note() -> None:
    document = clean("عاجل\n\nالحكومة تستقيل\n\nاستقالت الحكومة اليوم الأحد.\n\nشارك")
    assert body(document) == ["استقالت الحكومة اليوم الأحد."]
    assert kinds(document)["الحكومة تستقيل"] == "headline"
    assert [(warning.code, warning.file) for warning in document.warnings] == [("flash", "seeds/a.txt")]


@pytest.mark.parametrize("text", ["الحكومة تستقيل\n\nفاز المنتخب على ضيفه.", "استقالت الحكومة اليوم الأحد."])
def test_a_sentence_without_its_headline_is_no_flash(text: str) -> None:
    with pytest.raises(SeedError, match="no article"):
        clean(text)


AROUND = (
    ("عاجل | زلزال يضرب الساحل • ارتفاع أسعار النفط", "ticker"),
    ("عاجل: ارتفاع أسعار النفط", "ticker"),
    ("شريط الأخبار", "ticker"),
    ("عمان 24°C غائم جزئيا", "weather"),
    ("الطقس: القاهرة 31° / 22°", "weather"),
    ("الدولار 47.85 اليورو 51.90 الذهب عيار 21 3100", "furniture"),
    ("الرئيسية » اقتصاد » زراعة", "navigation"),
    ("انتقل إلى المحتوى الرئيسي", "app-control"),
    ("تعذر تحميل التغريدة", "dead-embed"),
    ("تشغيل الفيديو", "app-control"),
    ("المقال التالي: إغلاق طريق الجبل", "related"),
)


@pytest.mark.parametrize(("line", "kind"), AROUND)
@pytest.mark.parametrize("place", [0, 1, 3])
def test_what_a_page_says_around_its_article(line: str, kind: str, place: int) -> None:
    lines = [HEADLINE, *BODY]
    lines.insert(place, line)
    document = clean("\n\n".join(lines))
    assert kinds(document)[line] == kind
    assert kinds(document)[HEADLINE] == "headline"
    assert body(document) == list(BODY)


def test_an_urgent_headline_is_no_ticker() -> None:
    document = clean("\n\n".join((f"عاجل: {HEADLINE}", *BODY)))
    assert kinds(document)[f"عاجل: {HEADLINE}"] == "headline"


VERSES = (
    "يا زائر الدار القديمة في المساء",
    "قف عند باب الذكريات وقل سلاما",
    "واسأل عن الأحباب فيها كيف راحوا",
    "وكيف صار الشوق في الليل كلاما",
    "يا دار أهلي كم بكيت على الطلول",
    "وكم كتبت على جدارك من قصيدة",
)


def test_verse_is_not_taken_for_wrapped_lines() -> None:
    document = clean(page(inside=("\n".join(VERSES),)))
    assert [line for line in body(document) if line in VERSES] == list(VERSES)


def test_a_body_in_one_block_is_split_at_sentences() -> None:
    document = clean(f"{HEADLINE}\n" + " ".join(BODY * 5))
    parts = body(document)
    assert len(parts) > 2
    assert all(part.endswith(".") for part in parts)
    assert " ".join(parts) == " ".join(BODY * 5)


def test_keywords_glued_to_the_end_are_cut() -> None:
    document = clean("\n".join((HEADLINE, *BODY[:3], f"{BODY[3]} سمات الكتب المعرض")))
    assert body(document) == list(BODY)


def test_pieces_side_by_side_are_told_apart() -> None:
    document = clean(
        "\n".join((HEADLINE, BODY[0], f"روابط ذات علاقة    خبر قصير آخر     {BODY[1]}", *BODY[2:]))
    )
    assert body(document) == list(BODY)
    assert {piece.kind for piece in document.pieces} >= {LineKind.RELATED, LineKind.BODY}


def test_no_article_is_an_error_that_names_the_file() -> None:
    with pytest.raises(SeedError, match=r"seeds/a\.txt: no article"):
        clean("الرئيسية\nسياسة\nرياضة\nاتصل بنا\n")


def test_a_page_in_another_language_warns() -> None:
    text = (
        "The minister opened the fair in the capital on Sunday, with a hundred publishers taking part.\n" * 3
    )
    assert [warning.code for warning in clean(f"{HEADLINE}\n{BODY[0]}\n{text * 3}").warnings] == [
        "not-arabic"
    ]


def test_a_page_without_arabic_is_read() -> None:
    text = (
        "The minister of culture opened the book fair in the capital today with a hundred publishers.",
        "He said that the fair, which lasts a week, is the largest for years and that entry is free.",
        "The books on show come from twenty countries, and there are more than a million of them.",
    )
    document = clean("\n\n".join(("The minister opens the book fair", *text)))
    assert [warning.code for warning in document.warnings] == ["not-arabic"]
    assert body(document) == list(text)
    assert kinds(document)["The minister opens the book fair"] == "headline"


def test_an_editor_keeps_and_drops_lines() -> None:
    correction = Correction(
        article="a",
        file="content/corrections/a.yml",
        keep=(("إعلان", LineKind.SUBHEAD),),
        drop=((BODY[2], LineKind.ADVERTISEMENT), ("سطر ليس في الصفحة", LineKind.SHARE)),
        places={"drop.1": 7},
    )
    document = clean(page(inside=("إعلان",)), correction=correction)
    assert kinds(document)["إعلان"] == "subhead"
    assert BODY[2] not in body(document)
    (warning,) = document.warnings
    assert (warning.code, warning.file, warning.line) == (
        "correction-without-line",
        "content/corrections/a.yml",
        7,
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


def test_titles_one_below_the_other_are_no_subheads() -> None:
    titles = ("وزير المالية يعلن موازنة العام الجديد", "أمطار غزيرة على سواحل المتوسط")
    document = clean(page(inside=titles))
    assert {kinds(document)[title] for title in titles} == {"related"}
    assert body(document) == list(BODY)


def test_a_section_with_an_end_does_not_end_the_body() -> None:
    inside = ("قصص مقترحة", "وزير المالية يعلن موازنة العام الجديد", "قصص مقترحة نهاية")
    assert body(clean(page(inside=inside))) == list(BODY)


@pytest.mark.parametrize(
    ("line", "roles"),
    [
        (
            "القاهرة 9 أغسطس 2018 (شينخوا)",
            {"dateline": "القاهرة", "date": "9 أغسطس 2018", "source": "شينخوا"},
        ),
        ("رام الله 19-6-2021 وفا-", {"dateline": "رام الله", "date": "19-6-2021", "source": "وفا"}),
        ("ع.ح/م.س (د ب أ، رويترز)", {"source": "د ب أ، رويترز"}),
        ("لوس أنجليس - د ب أ", {"dateline": "لوس أنجليس", "source": "د ب أ"}),
        ("كتب: سامي منصور - رويترز، أ ف ب", {"byline": "سامي منصور", "source": "رويترز، أ ف ب"}),
        ("سامي منصور (الطائف) sami@", {"byline": "سامي منصور", "dateline": "الطائف"}),
    ],
)
def test_lines_of_agencies(line: str, roles: dict[str, str]) -> None:
    parts = read_credit(line, placed=True)
    assert {part.role: line[part.span.start : part.span.end] for part in parts} == roles


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("GMT 10:05 2019 الثلائاء 19 مارس", "2019-03-19"),
        ("tag icon 10/01/2024", "2024-01-10"),
        ("نشر في: 12 مايو ,2023: 04:10 م GST", "2023-05-12"),
        ("4 نوفمبر تشرين الثاني 2019 / 3:15 م / قبل شهرين", "2019-11-04"),
        ("انعقد المؤتمر 10/01/2024", None),
    ],
)
def test_dates_with_words_beside_them(line: str, day: str | None) -> None:
    stamp = read_stamp(line)
    assert (stamp.edtf if stamp else None) == day
