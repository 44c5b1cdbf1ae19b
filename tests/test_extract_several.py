"""Fields: two who wrote an article together, and who signs one besides the account that posted it."""

from __future__ import annotations

import pytest

from digest.clean import clean_seed
from digest.clean.fields.fieldwords import is_name
from digest.extract import extract_fields
from digest.seeds import seed_from_bytes
from tests.pages import BODY, HEADLINE, body, fields, fields_of_html


@pytest.mark.parametrize("mark", ["، ", ", ", " و", " و "])
@pytest.mark.parametrize("line", ["صوت الجبل – {}", "{} - صوت الجبل", "كتب: {}", "بيروت - {}"])
def test_writers_between_commas_are_all_of_the_byline(line: str, mark: str) -> None:
    writers = f"سامي منصور{mark}نادية عمر"
    assert fields(HEADLINE, line.format(writers), "2024/05/12", *BODY).byline.text == writers


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("سامي علي منصور ونادية عمر حسن", True),
        ("سامي علي منصور و نادية عمر حسن", True),
        ("سامي منصور و ناهضة الباسقي", True),
        ("سامي علي منصور وقال في كلمته", False),
        ("سامي منصور و ناهضة الباسقي تكتب", False),
        ("لقاء سامي علي منصور ونادية عمر", False),
    ],
)
def test_two_names_with_and_between_them_are_names(text: str, *, named: bool) -> None:
    assert is_name(text) is named


@pytest.mark.parametrize("between", ["و", " و ", "،"])
@pytest.mark.parametrize("first", ["", "<span class='by'>بقلم</span>"])
def test_names_that_markup_sets_apart_stay_in_a_line(between: str, first: str) -> None:
    names = ("سامي منصور", "نادية عمر")
    spans = f"<span>{between}</span>".join(f"<span class='author'>{name}</span>" for name in names)
    found = fields_of_html("", HEADLINE, f"</p><div class='byline'>{first}{spans}</div><p>")
    assert found.byline
    assert all(name in found.byline.text for name in names)


@pytest.mark.parametrize("cue", ["كتب الخبر", "أعد التقرير", "كتبت التقرير:"])
def test_who_wrote_the_news_is_no_place(cue: str) -> None:
    found = fields(HEADLINE, cue, "سامي منصور", "2024/05/12", *BODY)
    assert (found.byline.text, found.dateline) == ("سامي منصور", None)
    assert fields(HEADLINE, f"{cue.rstrip(':')}: سامي منصور", *BODY).byline.text == "سامي منصور"


@pytest.mark.parametrize("dash", ["ـ", "-", "– "])
@pytest.mark.parametrize("life", [(), ("معلم وكاتب من المدينة",)])
@pytest.mark.parametrize("name", ["هدى الخطيب", "الباسقي هدى الناهض"])
def test_a_name_behind_a_dash_below_a_text_signs_it_not_who_posted_it(
    dash: str, life: tuple[str, ...], name: str
) -> None:
    below = (f"{dash} {name}", *life, "مرسلة بواسطة محرر الموقع في 8:31 ص")
    assert fields(HEADLINE, *BODY, *below).byline.text == name


def test_of_several_lines_with_dashes_none_signs() -> None:
    below = ("- هدى الخطيب", "- أحمد يونس", "مرسلة بواسطة محرر الموقع")
    assert fields(HEADLINE, *BODY, *below).byline.text == "محرر الموقع"


@pytest.mark.parametrize("desk", ["هيئة التحرير", "القسم الرياضي", "غرفة الأخبار"])
def test_a_newsroom_above_the_day_below_a_text_signs_it(desk: str) -> None:
    assert fields(HEADLINE, *BODY, desk, "الاثنين 12 أيار 2024").byline.text == desk
    assert fields(HEADLINE, *BODY, desk, "اتصل بنا", "الاثنين 12 أيار 2024").byline is None
    assert fields(HEADLINE, "هدى الخطيب", *BODY, desk, "12 أيار 2024").byline.text == "هدى الخطيب"


@pytest.mark.parametrize("comments", [2, 1])
def test_below_readers_comments_a_text_does_not_go_on(comments: int) -> None:
    section = "".join(f"<p>{text}</p>" for text in ("أضف تعليق", "إلغاء الرد")[:comments])
    about = "وقال موقع المعرض الدولي للكتاب إنه شبكة إعلام محلي تعمل في عدد من محافظات البلاد."
    paragraphs = "".join(f"<p>{text}</p>" for text in (HEADLINE, *BODY))
    page = (
        f"<html><body>{paragraphs}<div id='comments'>{section}</div><div><p>{about}</p></div></body></html>"
    )
    document = clean_seed(seed_from_bytes(page.encode(), "a.html"))
    assert (about in body(document)) is (comments == 1)
    assert extract_fields(document).headline.text == HEADLINE
