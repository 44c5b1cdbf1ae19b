"""What elements of a page say of their text, by tag, role, name and links; which words stand apart."""

from __future__ import annotations

from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.clean import clean_seed
from digest.extract import extract_fields
from digest.model import LineKind
from digest.seeds import seed_from_bytes
from tests.pages import BODY, HEADLINE, body, kinds
from tests.test_marked import page

TITLE = "المنتخب يخسر مباراته الودية أمام ضيفه"
LINK = f"<a href=/x>{TITLE}</a>"
PARAGRAPHS = [f"<p>{line}</p>" for line in BODY]


def article(*inside: str, at: int = 2, above: str = "", below: str = "") -> str:
    """An article with something between its paragraphs, above and below them."""
    text = "".join((*PARAGRAPHS[:at], *inside, *PARAGRAPHS[at:]))
    return f"<article><h1>{HEADLINE}</h1>{above}<div class=text>{text}</div>{below}</article>"


def text_of(markup: str) -> str:
    return seed_from_bytes(f"<!doctype html><body>{markup}".encode(), "a.html").text


LETTERS = ("b", "i", "em", "strong", "font", "u", "mark", "span style='color: red'", "span lang=ar")
BLOCKS = ("p", "div", "li", "td", "h2", "blockquote", "dd", "section")
HIDDEN = ("", "<script>var unseen;</script>", "<!-- unseen -->", "<wbr>", "<a name=x></a>", "<o:p></o:p>")


@st.composite
def lines(draw: st.DrawFn) -> tuple[str, list[str]]:
    """Markup of some blocks of words, cut by tags of letters; the words that a browser shows."""
    numbers, shown = count(), []

    def word() -> str:
        shown.append(f"كلمة{next(numbers)}تامة")
        tag, hidden = draw(st.sampled_from(LETTERS)), draw(st.sampled_from(HIDDEN))
        cut = draw(st.integers(0, len(shown[-1])))
        return f"<{tag}>{shown[-1][:cut]}{hidden}</{tag.split()[0]}>{shown[-1][cut:]}"

    def block() -> str:
        tag = draw(st.sampled_from(BLOCKS))
        gap = draw(st.sampled_from((" ", "<br>", "\n", "&nbsp;")))
        return f"<{tag}>{gap.join(word() for _ in range(draw(st.integers(1, 4))))}</{tag}>"

    return "".join(block() for _ in range(draw(st.integers(1, 5)))), shown


@settings(deadline=None, max_examples=150)
@given(lines())
def test_no_word_is_cut_and_no_two_are_glued(made: tuple[str, list[str]]) -> None:
    markup, shown = made
    assert text_of(f"<main>{markup}</main>").split() == shown


SIDE_BY_SIDE = (
    "<div><span>{}</span><span>{}</span></div>",
    "<div><span class=a>{}</span><time>{}</time></div>",
    "<ul><li><a href=/a>{}</a></li><li>{}</li></ul>",
    "<nav><a href=/a>{}</a><a href=/b>{}</a></nav>",
    "<p><a href=/a>{}</a><a href=/b>{}</a></p>",
    "<h2><span class=label>{}</span><span class=title>{}</span></h2>",
    "<div><a href=/a><span>{}</span><span>{}</span></a></div>",
    "<div>{}<i class=icon></i>{}</div>",
)


@pytest.mark.parametrize("markup", SIDE_BY_SIDE)
def test_neighbours_that_a_page_lays_out_side_by_side_are_not_glued(markup: str) -> None:
    assert text_of(markup.format("رياضة", "ثقافة")).split() == ["رياضة", "ثقافة"]


@pytest.mark.parametrize(
    "row",
    [
        "<div><span>12 مايو 2024</span><span>محمد الصالح</span></div>",
        "<div><span class=author>محمد الصالح</span> <time>12 مايو 2024</time> <span>0</span></div>",
        "<div class=meta><span class=posted-on>نشر في <time>12 مايو 2024</time></span> "
        "<span class=byline>بواسطة <a href=/m>محمد الصالح</a></span> <span>لا تعليقات</span></div>",
        "<div><span class=by>بقلم</span><span class=author>محمد الصالح</span><time>12 مايو 2024</time></div>",
    ],
)
def test_a_row_of_date_and_writer_is_read(row: str) -> None:
    document = page(article(above=row))
    fields = extract_fields(document)
    assert fields.byline
    assert fields.byline.text == "محمد الصالح"
    assert fields.stated_date
    assert fields.stated_date.text == "2024-05-12"
    assert body(document) == list(BODY)


def test_a_sentence_of_several_elements_is_one_line() -> None:
    parts = BODY[1].partition("الوزير")
    sentence = "".join(f"<span>{part}</span>" for part in parts)
    document = page(f"<h1>{HEADLINE}</h1>{PARAGRAPHS[0]}<div>{sentence}</div>{PARAGRAPHS[2]}{PARAGRAPHS[3]}")
    assert body(document) == list(BODY)


FOREIGN = {
    "<div role=navigation><span>أخبار</span><span>ثقافة</span></div>": "markup.navigation",
    "<div role=dialog><p>تصلك أخبار المدينة كل صباح قبل الجميع.</p></div>": "markup.dialog",
    "<form><p>تصلك أخبار المدينة كل صباح قبل الجميع.</p></form>": "markup.form",
    "<div><h4>نشرتنا</h4><p>تصلك أخبار المدينة كل صباح.</p><input type=email></div>": "markup.form",
    "<blockquote class=twitter-tweet><p>أجمل معرض زرته منذ سنوات طويلة.</p></blockquote>": "markup.embed",
    f"<div><h3>من الأرشيف</h3><div>{LINK}</div><div>قبل يومين</div></div>": "markup.links",
    f"<aside><h3>{LINK}</h3><p>حسم هدف وحيد اللقاء في دقائقه الأخيرة.</p></aside>": "markup.links",
    "<section><a href='#end'>تخطى وواصل القراءة</a><h3>صوت المدن</h3>"
    "<p>حلقات جديدة كل أسبوع عن مدن العالم.</p><p id=end>حتى هنا</p></section>": "markup.links",
    f"<div class=related-posts><h3>من الأرشيف</h3><p>{TITLE}</p></div>": "markup.links",
    "<div class=wp-caption><p class=wp-caption-text>طابور الزوار أمام المدخل</p></div>": "markup.caption",
    "<dl><dd class=gallery-caption>طابور الزوار أمام المدخل</dd></dl>": "markup.caption",
}


@pytest.mark.parametrize("markup", FOREIGN)
@pytest.mark.parametrize("at", [1, 2, 3])
def test_what_stands_inside_an_article_and_is_none_of_it(markup: str, at: int) -> None:
    document = page(article(markup, at=at))
    assert body(document) == list(BODY)
    rules = [line.rule for line in document.lines if line.rule.startswith("markup.")]
    assert set(rules) == {FOREIGN[markup]}


OWN = (
    "<dl><dt>مدة المعرض</dt><dd>سبعة أيام</dd></dl>",
    "<ul><li>دور النشر العربية</li><li>ندوات الشعراء</li></ul>",
    f"<ul><li>دور النشر {LINK} في قاعات المعرض الكبرى وما حولها من شوارع</li></ul>",
    "<pre>يا زائر المعرض\nهل قرأت</pre>",
    "<blockquote><p>نحن سعداء بهذا الإقبال.</p></blockquote>",
    "<figure><table>" + "<tr><td>دور النشر</td><td>مئة</td></tr>" * 3 + "</table></figure>",
    "<section role=region><p>ويقام المعرض في قاعات المدينة القديمة كل سنة منذ ثلاثين سنة.</p></section>",
)


@pytest.mark.parametrize("markup", OWN)
@pytest.mark.parametrize("at", [2, 3])
def test_what_stands_inside_an_article_and_is_its_own(markup: str, at: int) -> None:
    found = " ".join(body(page(article(markup, at=at))))
    assert found.split() == " ".join((*BODY[:at], text_of(markup), *BODY[at:])).split()


def test_an_introduction_and_lists_above_the_first_long_paragraphs_are_the_articles() -> None:
    points = "".join(f"<li>{point}</li>" for point in ("قاعة الكتب", "قاعة الأطفال", "قاعة الشعراء"))
    text = f"<p>{BODY[0]}</p><h2>القاعات</h2><ul>{points}</ul><h2>الدخول</h2>{''.join(PARAGRAPHS[1:])}"
    document = page(f"<article><h1>{HEADLINE}</h1><div>{text}</div></article>")
    assert body(document)[0] == BODY[0]
    assert kinds(document)["القاعات"] == "subhead"
    assert [kinds(document)[point] for point in ("قاعة الكتب", "قاعة الشعراء")] == ["body", "body"]


@pytest.mark.parametrize(
    "below",
    [
        "<div><h4>محمد الصالح</h4><p>صحفي يكتب في شؤون المدن منذ عشرين سنة.</p></div>",
        "<div><p>تصدر الصحيفة كل صباح عن دار المدينة.</p></div>",
    ],
)
def test_what_stands_behind_the_articles_element_is_none_of_it(below: str) -> None:
    assert body(page(article(below=below))) == list(BODY)


@pytest.mark.parametrize(
    "below",
    [
        "<div class=text><p>ويغلق المعرض أبوابه السبت.</p></div>",
        "<div class=footnotes><p>1. عدد دور النشر كما أعلنته الوزارة.</p></div>",
    ],
)
def test_an_article_goes_on_in_an_element_like_its_own(below: str) -> None:
    document = page(article(below=below))
    assert body(document)[:4] == list(BODY)
    assert len(body(document)) == 5


WIDGET = "<div class='element number-{}'><div class=inner>{}</div></div>"
PARTED = (
    "<section><h2>القاعات</h2>{}{}</section><section><h2>الندوات</h2>{}{}</section>",
    "".join(WIDGET.format(number, "{}") for number in range(4)),
    "<div class=a>{}{}</div><div>إعلان</div><div class=b>{}{}</div>",
    "<div class=text>{}{}{}</div><div>إعلان</div><div class=text>{}</div>",
)


@pytest.mark.parametrize("markup", PARTED)
def test_an_article_in_several_elements_is_whole(markup: str) -> None:
    others = f"<div class=posts><article><h3>{LINK}</h3><p>حسم هدف وحيد اللقاء في دقائقه.</p></article></div>"
    document = page(f"<main><h1>{HEADLINE}</h1>{markup.format(*PARAGRAPHS)}</main>", others)
    assert body(document) == list(BODY)


def test_a_writers_life_in_several_paragraphs_is_none_of_the_article() -> None:
    life = "صحفي يكتب في شؤون المدن القديمة منذ عشرين سنة، وله ثلاثة كتب في تاريخ أسواقها."
    assert body(page(article(below=f"<div class=author-box><p>{life}</p><p>{life}</p></div>"))) == list(BODY)


def test_a_foot_above_the_text_names_the_writer_and_one_of_readers_does_not() -> None:
    head = "<footer><span>كتب: محمد الصالح</span></footer>"
    comment = (
        "<article class=comment><footer><p class=comment__author>ليلى</p></footer><p>شكرا لكم.</p></article>"
    )
    fields = extract_fields(page(article(above=head, below=comment)))
    assert fields.byline
    assert fields.byline.text == "محمد الصالح"


def test_a_form_that_holds_all_of_a_page_is_no_form() -> None:
    assert body(page(f"<form>{article()}{article()}</form>"))[:4] == list(BODY)


def test_a_picture_s_description_is_no_text() -> None:
    document = page(article("<figure><img><figcaption>طابور الزوار</figcaption></figure>"))
    assert kinds(document)["طابور الزوار"] == LineKind.CAPTION


@pytest.mark.parametrize(
    "row",
    [
        "محمد الصالح | نشر في: 12 مايو 2024",
        "12 مايو 2024 محمد الصالح",
        "<ul><li><a href=/m>محمد الصالح</a></li><li><a href=/d>12 مايو 2024</a></li></ul>",
    ],
)
def test_a_line_of_date_and_writer_is_read(row: str) -> None:
    fields = extract_fields(page(article(above=f"<div>{row}</div>")))
    assert fields.byline
    assert fields.byline.text == "محمد الصالح"
    assert fields.stated_date
    assert fields.stated_date.text == "2024-05-12"


def source_of(title: str, *above: str, head: str = "", below: str = "") -> str | None:
    markup = f"<head><title>{title}</title>{head}</head><body>{''.join(above)}{article(below=below)}"
    found = extract_fields(clean_seed(seed_from_bytes(markup.encode(), "a.html"))).source
    return found.text if found else None


SITE = "<meta property='og:site_name' content='{}'>"


def test_the_sites_name_is_what_the_markup_says_before_what_stands_at_the_top() -> None:
    top = "<div><span>خام برنت 93.40</span></div>"
    assert source_of(HEADLINE, top, head=SITE.format("مرآة المدينة")) == "مرآة المدينة"
    assert source_of(HEADLINE, "<p>المدينة</p>", head=SITE.format("مرآة المدينة")) == "المدينة"


def test_words_at_the_titles_end_that_stand_alone_at_the_top_are_the_sites_name() -> None:
    button = "<div><span>فهمت</span></div>"
    assert source_of(f"{HEADLINE} - مرآة الضفة", button, "<p>مرآة الضفة</p>") == "مرآة الضفة"


def test_a_menu_is_no_source() -> None:
    menu = "<ul><li>مشاهير</li><li>موضة</li><li>أبراج</li></ul>"
    rights = "<footer>جميع الحقوق محفوظة © مرآة الضفة</footer>"
    assert source_of(HEADLINE, menu, below=rights) == "مرآة الضفة"
    assert source_of(HEADLINE, "<div>الجزائر | العالم | رياضة | جواهر</div>", below=rights) == "مرآة الضفة"


def test_agencies_without_a_name_are_the_source_of_no_site_that_has_one() -> None:
    signed = "<p>مع وكالات</p>"
    assert source_of(HEADLINE, head=SITE.format("مرآة الضفة"), below=signed) == "مرآة الضفة"


def test_a_date_above_a_menu_is_the_pages_clock() -> None:
    menu = "<nav><a href=/a>أخبار</a><a href=/b>ثقافة</a><a href=/c>رياضة</a><a href=/d>صحة</a></nav>"
    document = page(f"<div>الأحد 22 يونيو 2020</div>{menu}", article())
    assert extract_fields(document).stated_date is None


def test_whom_the_markup_names_signs_where_a_line_above_the_text_says_so() -> None:
    row = "<div><span>كاميليا أورهان</span><span>صحافية @orhan</span></div>"
    markup = f"<head><meta name=author content='كاميليا أورهان'></head><body>{article(above=row)}"
    found = extract_fields(clean_seed(seed_from_bytes(markup.encode(), "a.html"))).byline
    assert found
    assert found.text == "كاميليا أورهان"


@pytest.mark.parametrize(
    "box", [f"<div><a href=/x><h3>{TITLE}</h3></a></div>", f"<div><h3>{LINK}</h3></div>"]
)
def test_a_last_paragraph_of_the_articles_own_element_is_no_teaser_of_the_link_above_it(box: str) -> None:
    last = "تحتاج المصانع الصغيرة إلى قروض ميسرة طويلة الأجل، بحسب تقديرات غرفة الصناعة."
    text = f"<article><h1>{HEADLINE}</h1>{''.join(PARAGRAPHS[:3])}{box}<p>{last}</p></article>"
    assert body(page(text)) == [*BODY[:3], last]


@pytest.mark.parametrize("title", [HEADLINE, f"{HEADLINE.rsplit(maxsplit=3)[0]} - 2024/11/28", "صفحة"])
def test_names_of_sections_above_a_web_pages_headline_are_no_source(title: str) -> None:
    assert source_of(title, "<div><span>بيئة</span><span>ألمانيا</span></div>") is None
