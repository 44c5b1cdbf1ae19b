"""HTML pages: every visible block is in the article or in what was left out, once, and says why."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from digest.clean import clean_seed, explain_rule
from digest.extract import extract_fields
from digest.leftout import left_out
from digest.model import Correction, Document, LineKind
from digest.seeds import seed_from_bytes
from tests.leftout import unaccounted
from tests.pages import BODY, HEADLINE, body, kinds

ARTICLE = f"<article><h1>{HEADLINE}</h1>{''.join(f'<p>{line}</p>' for line in BODY)}</article>"
AROUND = (
    "<nav><ul><li><a href=/a>{}</a><li><a href=/b>{}</a></ul></nav>",
    "<header><a href=/>{}</a><button>{}</button></header>",
    "<footer><p>{}<p>{}<nav><a href=/c>{}</a></nav></footer>",
    "<aside><h2>{}</h2><ul><li><a href=/d>{}</a><li><a href=/e>{}</a></ul></aside>",
    "<form><label>{}</label><select><option>{}<option>{}</select><textarea>{}</textarea></form>",
    "<div>{}<a href=/f>{}</a>{}<br>{}</div>",
    "<dialog open><p>{}</p></dialog>",
    "<table><tr><td>{}</td><td><a href=/g>{}</a></td></tr></table>",
    "<figure><img alt=x><figcaption>{} <a href=/h>{}</a></figcaption></figure>",
    "<p>***</p><hr>",
    "<div class='comments-area'><b>{}</b><p>{}</p><ol class=comment-list><li>{}</ol></div>",
    "<div id=disqus_thread><div>{}</div>{}</div>",
)
UNSEEN = (
    "<script>var unseen = 1;</script>",
    "<style>.unseen</style>",
    "<noscript>unseen</noscript>",
    "<p hidden>unseen</p>",
    "<p style='display: none'>unseen</p>",
    "<!-- unseen -->",
)


def page(*parts: str) -> Document:
    """A page of such parts, read."""
    return clean_seed(seed_from_bytes(f"<!doctype html><body>{''.join(parts)}".encode(), "a.html"))


def numbered() -> Callable[[str], str]:
    """What fills the gaps of a part with words that stand nowhere else."""
    count = 0

    def fill(part: str) -> str:
        nonlocal count
        gaps = part.count("{}")
        words = [f"كلمة{number:03d}كلمة أخرى" for number in range(count, count + gaps)]
        count += gaps
        return part.format(*words)

    return fill


PARTS = st.lists(st.sampled_from((*AROUND, *UNSEEN)), max_size=6)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(PARTS, PARTS)
def test_every_visible_block_is_accounted_for_once(above: list[str], below: list[str]) -> None:
    fill = numbered()
    parts = [*map(fill, above), ARTICLE, *map(fill, below)]
    document = page(*parts)
    assert unaccounted(document, extract_fields(document)) == ""
    for number in range("".join((*above, *below)).count("{}")):
        assert document.seed.text.count(f"كلمة{number:03d}كلمة") == 1
    assert "unseen" not in document.seed.text
    assert body(document) == list(BODY)


@pytest.mark.parametrize("name", ["a.html", "a.htm", "a.mhtml", "a.txt"])
def test_what_stands_around_is_left_out_with_its_kind_in_order(name: str) -> None:
    parts = (
        "<nav><a href=/a>أخبار العاصمة</a></nav>",
        ARTICLE,
        "<div><a href=/b>المنتخب يخسر مباراته الودية أمام ضيفه</a></div>",
        "<footer>من نحن <p>© 2022 أوراق الضفة. جميع الحقوق محفوظة</p></footer>",
    )
    markup = f"<!doctype html><html><body>{''.join(parts)}</body></html>".encode()
    archive = b"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    document = clean_seed(seed_from_bytes((archive if name == "a.mhtml" else b"") + markup, name))
    extract = extract_fields(document)
    found = left_out(document, extract)
    assert [(part.line, str(part.kind), part.rule) for part in found] == [
        (1, "navigation", "markup.navigation"),
        (7, "related", "markup.links"),
        (8, "furniture", "markup.footer"),
        (9, "form", "shape.rights"),
    ]
    assert all(map(explain_rule, (part.rule for part in found)))
    assert extract.source
    assert extract.source.text == "أوراق الضفة"


@pytest.mark.parametrize("tag", ["nav", "footer", "select"])
def test_an_element_that_nobody_closed_does_not_take_the_article(tag: str) -> None:
    document = page(f"<{tag}><a href=/>أخبار العاصمة</a>", ARTICLE)
    assert body(document) == list(BODY)
    assert unaccounted(document, extract_fields(document)) == ""


def test_an_editor_keeps_a_line_that_the_markup_says_is_none() -> None:
    keep = (("أخبار العاصمة", LineKind.BODY),)
    markup = f"<body>{ARTICLE}<footer><p>أخبار العاصمة</p></footer>"
    seed = seed_from_bytes(markup.encode(), "a.html")
    document = clean_seed(seed, correction=Correction("a", "a.yml", keep=keep))
    assert body(document) == [*BODY, "أخبار العاصمة"]


def test_who_owns_a_picture_is_neither_source_nor_writer() -> None:
    frame = "<figure><img><figcaption>(رويترز)</figcaption></figure>"
    document = page(ARTICLE.replace("</h1>", f"</h1>{frame}"))
    extract = extract_fields(document)
    assert (extract.source, extract.byline) == (None, None)
    (line,) = (line for line in document.lines if line.number == 2)
    assert line.kind is LineKind.CREDIT


def test_links_between_paragraphs_do_not_join_or_part_them() -> None:
    link = "<div><a href=/x>المنتخب يخسر مباراته الودية أمام ضيفه</a></div>"
    document = page(ARTICLE.replace("</p><p>", f"</p>{link}<p>"))
    assert body(document) == list(BODY)


GOES_ON = {
    "<ul><li>شارع الجلاء<li>طريق النهر</ul><p>وتعتذر الهيئة للسائقين.</p>": (
        ["شارع الجلاء", "طريق النهر", "وتعتذر الهيئة للسائقين."],
        [],
    ),
    "<p><strong>من يستفيد؟</strong></p><p>كل الزوار.</p>": (["من يستفيد؟", "كل الزوار."], []),
    "<div><time>18:40</time><h3>وصول الوفد</h3><p>وصل الضيوف إلى المطار.</p></div>": (
        ["وصل الضيوف إلى المطار."],
        ["وصول الوفد"],
    ),
    "<h2>الخلاصة</h2><p>استخدمنا أداة لاستخراج لقطات ثابتة.</p>": (
        ["استخدمنا أداة لاستخراج لقطات ثابتة."],
        ["الخلاصة"],
    ),
    "<h3>اقرأ أيضا</h3><ul><li>افتتاح سوق جديدة<li>أمطار غزيرة</ul>": ([], []),
    "<p>وسوم:</p><ul><li><a href=/t>معارض</a></ul>": ([], []),
    "<aside><p>سوق جديدة.</p></aside><form><p>رأيك يهمنا.</p></form>": ([], []),
}


@pytest.mark.parametrize("below", GOES_ON)
def test_what_stands_in_the_articles_own_element_is_its_text(below: str) -> None:
    texts, subheads = GOES_ON[below]
    document = page(
        ARTICLE.replace("</article>", f"{below}</article>"), "<footer><p>تصدر عن دار المدينة</p></footer>"
    )
    assert body(document) == [*BODY, *texts]
    kept = [document.text[part.span.start : part.span.end] for part in document.paragraphs]
    assert [text for text in kept if text not in body(document)] == subheads
    assert extract_fields(document).keywords == ()


@pytest.mark.parametrize("tag", ["div", "h3"])
def test_teasers_of_other_articles_below_links_are_none_of_it(tag: str) -> None:
    titles = ("افتتاح سوق جديدة في المدينة القديمة", "المنتخب يخسر مباراته الثانية أمام ضيفه")
    teasers = ("سوق تضم متاجر للحرف والأقمشة والتوابل.", "هدف وحيد حسم اللقاء في دقائقه الأخيرة.")
    below = "".join(
        f"<div><{tag}><a href=/t>{title}</a></{tag}><p>{teaser}</p></div>"
        for title, teaser in zip(titles, teasers, strict=True)
    )
    assert body(page(ARTICLE, f"<div>{below}</div>")) == list(BODY)


def linked(*lines: str, above: str = "", **data: object) -> str:
    """A script with an article's linked data, and what stands above it."""
    article = {"@type": "NewsArticle", "articleBody": "\n\n".join(lines), **data}
    stated = {"@context": "https://schema.org", "@graph": [article]}
    return f'{above}<script type="application/ld+json">{json.dumps(stated)}</script>'


@pytest.mark.parametrize(
    "above",
    [
        "",
        f"<h1>{HEADLINE}</h1>",
        f"<nav><a href=/>أخبار العاصمة</a></nav><h1>{HEADLINE}</h1><p>{BODY[0]}</p>",
        f"<h1>{HEADLINE}</h1><p>نستخدم ملفات تعريف الارتباط لتحسين تجربتك.</p>",
        "<div id=root></div>",
    ],
)
def test_the_text_that_only_linked_data_state_is_the_article(above: str) -> None:
    document = page(linked(*BODY, above=above, headline=HEADLINE))
    assert body(document)[-len(BODY) :] == list(BODY)
    assert {line.rule for line in document.lines if line.kind is LineKind.BODY} == {"body.linked-data"}
    assert extract_fields(document).headline.text == HEADLINE
    assert any("linked data" in repair for repair in document.seed.repairs)
    assert unaccounted(document, extract_fields(document)) == ""


@pytest.mark.parametrize("data", [linked(*BODY), linked("ملخص الخبر في سطر واحد لا يكفي."), linked(""), "{"])
def test_a_page_that_shows_its_article_is_read_by_what_it_shows(data: str) -> None:
    document = page(ARTICLE, data)
    assert body(document) == list(BODY)
    assert not document.seed.repairs


def test_stated_text_of_markup_is_parted_at_its_blocks() -> None:
    marked = "".join(f'<p class="a">{line.replace("الوزير", "<b>الوزير</b>")}</p>' for line in BODY)
    assert body(page(linked(marked, above=f"<h1>{HEADLINE}</h1>"))) == list(BODY)


COMMENT = "القرار ممتاز لكنه متأخر جدا، فقد دفعت العام الماضي زيادة بلغت ثلاثين بالمئة ولم يرد أحد على شكواي."
TEASER = (
    "ارتفعت أسعار الخضار في السوق المركزي اليوم بنسب متفاوتة وصلت إلى عشرين بالمئة، وعزا تجار ذلك إلى الصقيع."
)


@pytest.mark.parametrize("name", ["class=comments-area", "id=comments", "class='box replies'", "id=respond"])
def test_what_readers_wrote_is_told_by_the_name_of_its_element(name: str) -> None:
    document = page(ARTICLE, f"<div {name}><div><b>أبو خالد</b><p>{COMMENT}</p></div></div>")
    assert body(document) == list(BODY)
    assert [line.kind for line in document.lines[-2:]] == [LineKind.COMMENTS] * 2


def test_an_element_that_holds_the_article_may_have_any_name() -> None:
    assert body(page(f"<div class=comments>{ARTICLE}</div>")) == list(BODY)


@pytest.mark.parametrize("titles", [("افتتاح سوق جديدة في المدينة القديمة",) * 3, ("سوق جديدة هناك",) * 3])
def test_what_stands_below_titles_of_other_articles_is_theirs(titles: tuple[str, ...]) -> None:
    long = "إغلاق طريق الجبل في الاتجاهين حتى الصباح"
    items = ((f"{title} {number}", f"{TEASER} {number}.") for number, title in enumerate((long, *titles)))
    teasers = "".join(f"<div><h3><a href=/x>{title}</a></h3><p>{text}</p></div>" for title, text in items)
    document = page(ARTICLE, f"<div><h2>أخبار أخرى</h2>{teasers}</div>")
    assert body(document) == list(BODY)


def test_an_article_of_parts_whose_titles_are_links_is_whole() -> None:
    parts = "".join(f"<div><h3><a href=/x>كتاب {line[:9]}</a></h3><p>{line}</p></div>" for line in BODY)
    assert body(page(f"<h1>{HEADLINE}</h1>{parts}")) == list(BODY)


@pytest.mark.parametrize(("name", "byline"), [("محمد الصالح", "محمد الصالح"), ("سامي منصور", None)])
def test_a_name_in_a_link_below_the_headline_signs_the_article_unless_it_tells_of_it(
    name: str, byline: str | None
) -> None:
    paragraphs = "".join(f"<p>{line}</p>" for line in BODY)
    document = page(f"<h1>{HEADLINE}</h1><div><a href=/x>{name}</a></div><div>12 مايو 2024</div>{paragraphs}")
    found = extract_fields(document).byline
    assert (found and found.text) == byline
    assert body(document) == list(BODY)


@pytest.mark.parametrize("before", [1, 2])
def test_a_heading_below_a_list_of_links_is_the_articles(before: int) -> None:
    links = "<div><h4>اقرأ أيضا</h4><ul><li><a href=/x>إغلاق طريق الجبل في الاتجاهين</a></li></ul></div>"
    above, below = ("".join(f"<p>{line}</p>" for line in part) for part in (BODY[:before], BODY[before:]))
    document = page(f"<article><h1>{HEADLINE}</h1>{above}{links}<h2>دور النشر</h2>{below}</article>")
    assert body(document) == list(BODY)
    assert kinds(document)["دور النشر"] == "subhead"


@pytest.mark.parametrize("link", ["<a href=/x><strong>{}</strong></a>", "<b><a href=/x>{}</a></b>"])
@pytest.mark.parametrize("before", [1, 2, len(BODY)])
def test_a_paragraph_that_is_one_link_leads_to_another_article(link: str, before: int) -> None:
    title = "إغلاق طريق الجبل في الاتجاهين حتى الصباح"
    above, below = ("".join(f"<p>{line}</p>" for line in part) for part in (BODY[:before], BODY[before:]))
    document = page(f"<h1>{HEADLINE}</h1><div class=t>{above}<p>{link.format(title)}</p>{below}</div>")
    assert kinds(document)[title] == "related"
    assert body(document) == list(BODY)


def test_titles_that_are_links_above_every_paragraph_are_the_articles() -> None:
    titles = [
        f"كتاب عن الطريق إلى المدينة {number}" for number in ("الأولى", "الثانية", "الثالثة", "الرابعة")
    ]
    pairs = zip(titles, BODY, strict=True)
    parts = "".join(f"<p><a href=/x><strong>{title}</strong></a></p><p>{line}</p>" for title, line in pairs)
    document = page(f"<h1>{HEADLINE}</h1><div class=t>{parts}</div>")
    assert "related" not in {kinds(document)[title] for title in titles}
