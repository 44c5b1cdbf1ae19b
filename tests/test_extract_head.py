"""Fields: what the head of a web page and front matter say of the article."""

from __future__ import annotations

import pytest

from digest.clean import clean_seed
from digest.extract import contributed_notes, extract_fields
from digest.model import Extract, LineKind
from digest.seeds import seed_from_bytes
from digest.wording.warnings import warning_in_words
from tests.pages import BODY, HEADLINE, fields, fields_of_html

SITE = '<meta property="og:site_name" content="أوراق الضفة">'


@pytest.mark.parametrize(
    ("head", "headline"),
    [
        (f"<title>صحيفة البلد - {HEADLINE}</title>", HEADLINE),
        (f"<title>صحيفة البلد | {HEADLINE}</title>", HEADLINE),
        (f"<title>{HEADLINE} | صحيفة البلد</title>", HEADLINE),
        (f"<title>{HEADLINE} | ثقافة | البلد</title>", HEADLINE),
        (f"<title>أوراق الضفة اليومية الإلكترونية المستقلة الشاملة | {HEADLINE}</title>", HEADLINE),
        ("<title>افتتاح المعرض | صحيفة البلد</title>", "افتتاح المعرض"),
        (f"{SITE}<title>أوراق الضفة - افتتاح المعرض</title>", "افتتاح المعرض"),
    ],
)
def test_a_title_without_the_name_of_its_site(head: str, headline: str) -> None:
    found = fields_of_html(head)
    assert (found.headline.text, found.headline.derived) == (headline, False)


def test_a_headline_with_a_dash_of_its_own_is_whole() -> None:
    whole = "الوزير يفتتح المعرض الدولي - عشرون دولة ومليون كتاب بلا رسوم على الزوار"
    assert fields(whole, *BODY).headline.text == whole
    assert fields(f"{whole} | صحيفة البلد", *BODY).headline.text == whole


@pytest.mark.parametrize(
    ("before", "label"),
    [
        ("عاجل: ", "عاجل"),
        ("بالفيديو.. ", "بالفيديو"),
        ("شاهد: ", "شاهد"),
        ("صور.. ", "صور"),
        ("حصري | ", "حصري"),
        ("الوزير: ", None),
        ("مباشر: ", None),
        ("مباشر.. ", None),
        ("تغطية مباشرة: ", None),
    ],
)
def test_a_label_comes_off_the_headline(before: str, label: str | None) -> None:
    found = fields(before + HEADLINE, *BODY)
    assert found.headline.text == (HEADLINE if label else before + HEADLINE)
    assert (found.label.text if found.label else None) == label
    stated = fields_of_html(f"<title>{before}{HEADLINE}</title>")
    assert (stated.headline.text, stated.label) == (found.headline.text, stated.label)


def _with_front_matter(*matter: str) -> tuple[Extract, list[str]]:
    text = "\n".join(("---", *matter, "---", HEADLINE, "", *BODY))
    document = clean_seed(seed_from_bytes(text.encode(), "a.md"))
    extract = extract_fields(document)
    return extract, [warning_in_words(note) for note in contributed_notes(document, extract)]


@pytest.mark.parametrize("title", ["كتب العالم تجتمع هنا", "هنا | صحيفة البلد"])
def test_a_title_in_front_matter_is_the_headline(title: str) -> None:
    found, notes = _with_front_matter(f"title: '{title}'")
    assert found.headline.text == title.split(" | ", maxsplit=1)[0]
    assert notes == []


@pytest.mark.parametrize("title", ["الوزير: الكتب للجميع", "'الوزير: الكتب للجميع'"])
def test_a_title_in_front_matter_may_have_a_colon(title: str) -> None:
    found, notes = _with_front_matter("author: منى عادل", f"title: {title}", "date: 2024-05-12")
    assert (found.headline.text, notes) == ("الوزير: الكتب للجميع", [])
    assert found.stated_date
    assert found.stated_date.text == "2024-05-12"


def test_front_matter_goes_before_the_credits_of_the_text() -> None:
    text = "\n".join(
        ("---", "author: منى عادل", "source: المرفأ", "---", HEADLINE, "القاهرة - رويترز", *BODY)
    )
    found = extract_fields(clean_seed(seed_from_bytes(text.encode(), "a.md")))
    assert [field.text for field in (found.byline, found.source, found.dateline) if field] == [
        "منى عادل",
        "المرفأ",
        "القاهرة",
    ]


@pytest.mark.parametrize("head", ["---\n{}\n---\n", "{}\n\n"])
@pytest.mark.parametrize(
    "opening",
    [
        ("هل تتسع القاعات لكل هؤلاء الزوار؟",),
        ("من يقرأ اليوم؟", "وماذا يقرأ؟"),
        ("لا مكان لكتاب آخر.",),
        ("يا له من زحام!",),
    ],
)
def test_sentences_that_open_a_text_below_its_title_are_of_it(opening: tuple[str, ...], head: str) -> None:
    matter = head.format("title: كتب العالم تجتمع هنا\ndate: 2024-05-12")
    document = clean_seed(seed_from_bytes("\n".join((matter, *opening, *BODY)).encode(), "a.md"))
    body = [line.span for line in document.lines if line.kind is LineKind.BODY]
    assert tuple(document.text[span.start : span.end] for span in body[: len(opening)]) == opening
    assert extract_fields(document).headline.text == "كتب العالم تجتمع هنا"


def test_a_question_is_the_headline_where_the_title_beside_the_text_is_in_another_language() -> None:
    text = "\n".join(("---", "title: The fair opens", "---", "متى يفتح معرض القاهرة الدولي للكتاب؟", *BODY))
    found = extract_fields(clean_seed(seed_from_bytes(text.encode(), "a.md")))
    assert found.headline.text == "متى يفتح معرض القاهرة الدولي للكتاب؟"


def test_a_title_in_another_language_is_told() -> None:
    found, notes = _with_front_matter("title: The fair opens")
    assert found.headline.text == HEADLINE
    assert len(notes) == 1
    assert "is not Arabic" in notes[0]


@pytest.mark.parametrize(
    ("date", "day", "note"),
    [
        ("2024-05-12", "2024-05-12", None),
        ("12 May 2024", "2024-05-12", None),
        ("May 12, 2024", "2024-05-12", None),
        ("١٢ مايو ٢٠٢٤", "2024-05-12", None),
        ("13/05/2024", "2024-05-13", None),
        ("12/05/2024", "2024-05-12", "day first"),
        ("12/12/2024", "2024-12-12", None),
        ("last week", None, "not understood"),
    ],
)
def test_dates_of_front_matter(date: str, day: str | None, note: str | None) -> None:
    found, notes = _with_front_matter(f"date: {date}")
    assert (found.stated_date.text if found.stated_date else None) == day
    assert len(notes) == (1 if note else 0)
    assert note is None or note in notes[0]


@pytest.mark.parametrize(
    "author", ["{name: منى عادل, url: x}", "[{name: منى عادل}]", "[منى عادل]", "منى عادل"]
)
def test_authors_of_front_matter(author: str) -> None:
    found, _ = _with_front_matter(f"author: {author}")
    assert found.byline
    assert found.byline.text == "منى عادل"


@pytest.mark.parametrize(
    ("title", "top", "source"),
    [
        (f"رفوف البيت: {HEADLINE}", "رفوف البيت", "رفوف البيت"),
        (f"رفوفي: {HEADLINE}", "رفوفي", "رفوفي"),
        (f"رفوفي: {HEADLINE}", "أرشيف", "rufuf.example"),
        (f"بيروت: {HEADLINE}", "بيروت", "rufuf.example"),
    ],
)
def test_the_name_of_a_blog_before_its_headline_comes_before_its_host(
    title: str, top: str, source: str
) -> None:
    head = f'<title>{title}</title><link rel="canonical" href="https://rufuf.example/2020/01/p.html">'
    paragraphs = "".join(f"<p>{line}</p>" for line in BODY)
    above = f"<header><h1 class='title'>{top}</h1></header><h3 class='post-title'>{HEADLINE}</h3>"
    page = f"<html><head>{head}</head><body>{above}<article>{paragraphs}</article></body></html>"
    found = extract_fields(clean_seed(seed_from_bytes(page.encode(), "a.html")))
    assert (found.headline.text, found.source and found.source.text) == (HEADLINE, source)


def _portal(section: str, *titles: str) -> str:
    """A portal's page of one section: a menu with its name, its name as a heading, titles, the first text."""
    names = ("الرئيسية", "نبض الشارع", section, "رياضة", "فنون")
    menu = "".join(f'<li><a href="/{at}">{name}</a></li>' for at, name in enumerate(names))
    told = "".join(f"<p>{line}</p>" for line in (*titles, *BODY))
    return f"<head><title>{section}</title></head><nav><ul>{menu}</ul></nav><h1>{section}</h1>{told}"


@pytest.mark.parametrize("section", ["اقتصاد وأعمال", "ثقافة", "أحدث الأخبار", "دروب الضفة"])
def test_a_section_of_a_portal_is_no_headline(section: str) -> None:
    titled, bare = (
        extract_fields(clean_seed(seed_from_bytes(_portal(section, *titles).encode(), "a.html"))).headline
        for titles in ((HEADLINE,), ())
    )
    assert titled.text == HEADLINE
    assert bare.derived


def test_a_short_title_at_the_end_of_a_path_of_sections_is_the_headline() -> None:
    path = '<nav><a href="/">الرئيسية</a><a href="/c">ثقافة</a><a href="/c/1">معرض العاصمة</a></nav>'
    page = f"<head><title>معرض العاصمة</title></head>{path}<h1>معرض العاصمة</h1><p>{'</p><p>'.join(BODY)}</p>"
    found = extract_fields(clean_seed(seed_from_bytes(page.encode(), "a.html"))).headline
    assert (found.text, found.derived) == ("معرض العاصمة", False)


def test_a_name_in_the_articles_language_comes_before_one_in_another() -> None:
    head = f'<title>{HEADLINE} - Local News</title><meta property="og:site_name" content="Bank Papers">'
    found = fields_of_html(head)
    assert found.source
    assert found.source.text == "Bank Papers"
    local = fields_of_html(
        f'<title>{HEADLINE} | أوراق الضفة</title><meta property="og:site_name" content="Papers">'
    )
    assert local.source
    assert local.source.text == "أوراق الضفة"


PATHS = ("{}", "<span>{}</span>", "<b>الرئيسية</b> <span>{}</span>", "<i>الرئيسية</i> <i>ثقافة</i> <b>{}</b>")


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("title", [HEADLINE, f"سامي منصور: {HEADLINE}"])
def test_a_path_of_sections_down_to_the_title_is_no_headline(path: str, title: str) -> None:
    shown = f"<div>{path.format(title)}</div><h1>{title}</h1><p>{'</p><p>'.join(BODY)}</p>"
    for head in (f"<title>{title} - أوراق الضفة</title>", ""):
        page = f"<head>{head}</head>{shown}"
        found = extract_fields(clean_seed(seed_from_bytes(page.encode(), "a.html"))).headline
        assert found.text == title


def test_a_path_without_marks_in_a_page_of_text_is_no_headline() -> None:
    menu = ("أوراق الضفة", "الرئيسية", "ثقافة", "محليات")
    assert (
        fields(*menu, f"الرئيسية ثقافة {HEADLINE}", HEADLINE, "12 مايو 2024", *BODY).headline.text == HEADLINE
    )


@pytest.mark.parametrize(
    ("question", "answers"),
    [
        ("هل تؤيد نقل الإجازة الأسبوعية إلى يوم الخميس؟", ("نعم", "لا", "لا أدري")),
        ("ما رأيك في الحلة الجديدة لموقعنا؟", ("ممتازة", "مقبولة", "ضعيفة", "صوّت")),
        ("من يفوز بكأس الأمم هذا العام في رأيك؟", ("مصر", "المغرب", "تونس")),
    ],
)
@pytest.mark.parametrize("credit", ["العاصمة ـ من محمد بن صالح الصالحي:", "العاصمة - محمد الصالح:"])
@pytest.mark.parametrize("title", [HEADLINE, "دور نشر من عشرين دولة تلتقي في رواق واحد"])
def test_the_question_of_a_poll_is_no_headline(
    question: str, answers: tuple[str, ...], credit: str, title: str
) -> None:
    poll = ("محليات", "استطلاع الرأي", question, *answers)
    found = fields(*poll, "نشرة 28 العدد (10813) السنة الـ 43", title, credit, *BODY)
    assert found.headline.text == title


@pytest.mark.parametrize(
    ("shown", "opening", "told"),
    [
        ("12 مايو 2024", "", "2024-05-12"),
        ("11 مايو 2024", "", None),
        ("آخر تحديث: 12 مايو 2024", "", None),
        ("", "العاصمة 12-5-2024 (سونا) - ", "2024-05-12"),
        ("مايو 2024", "", None),
    ],
)
def test_a_day_that_readers_see_and_the_markup_does_not_state_is_told(
    shown: str, opening: str, told: str | None
) -> None:
    meta = '<meta property="article:published_time" content="2024-05-10T08:00:00+03:00">'
    lines = (shown, f"{opening}{BODY[0]}", *BODY[1:])
    paragraphs = "".join(f"<p>{line}</p>" for line in lines if line)
    page = f"<html><head>{meta}</head><body><h1>{HEADLINE}</h1>{paragraphs}</body></html>"
    document = clean_seed(seed_from_bytes(page.encode(), "a.html"))
    extract = extract_fields(document)
    notes = [note for note in contributed_notes(document, extract) if note.code == "markup-date"]
    assert [note.values["shown"] for note in notes] == ([told] if told else [])
    assert extract.stated_date
    assert told is None or extract.stated_date.text == "2024-05-10"
