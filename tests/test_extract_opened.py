"""Credits of strange shapes: before a text in its own line, beside a label, in too many words."""

from __future__ import annotations

import pytest

from tests.pages import BODY, HEADLINE, fields, fields_of_html


@pytest.mark.parametrize("outlet", ["صوت الجبل", "بلادنا اليوم", "جريدة الساحل"])
@pytest.mark.parametrize("name", ["سامي منصور", "ليلى حداد"])
def test_an_outlet_and_a_writer_before_a_text_of_one_block(outlet: str, name: str) -> None:
    found = fields(f"{outlet}: {name}   {' '.join(BODY)}")
    assert (found.source and found.source.text, found.byline and found.byline.text) == (outlet, name)
    assert found.headline.derived


def test_who_says_what_before_a_text_of_one_block_is_its_headline() -> None:
    title = "وزير الثقافة: المعرض للجميع"
    assert fields(f"{title}   {' '.join(BODY)}").headline.text == title


@pytest.mark.parametrize("name", ["خلفان الناصري", "مزون العبري"])
@pytest.mark.parametrize("mark", ["-", "ـ"])
def test_a_name_that_no_list_knows_beside_a_label_signs(name: str, mark: str) -> None:
    found = fields(HEADLINE, f"متابعة {mark} {name} :", *BODY)
    assert (found.byline and found.byline.text) == name


def test_an_outlet_beside_a_label_is_the_source() -> None:
    found = fields(HEADLINE, "متابعة - صدى البلد", *BODY)
    assert (found.source and found.source.text) == "صدى البلد"
    assert found.byline is None


@pytest.mark.parametrize("line", ["> | رويترز", "> / رويترز"])
def test_a_mark_without_a_name_before_an_agency_names_nobody(line: str) -> None:
    assert fields(HEADLINE, line, *BODY).byline is None


@pytest.mark.parametrize("line", ["رقم المشاركة : 1", "عدد الزوار : 7"])
def test_a_figure_with_its_label_signs_nothing(line: str) -> None:
    assert fields(HEADLINE, "12 مايو 2014", line, *BODY).byline is None


@pytest.mark.parametrize(
    ("author", "name"),
    [
        ("مكتبة بلدية الضفة الشرقية العامة", None),
        ("عبد الرحمن بن سالم بن ماجد", "عبد الرحمن بن سالم بن ماجد"),
        ("سامي منصور وليلى حداد وماجد عامر", "سامي منصور وليلى حداد وماجد عامر"),
        ("سامي منصور", "سامي منصور"),
    ],
)
def test_an_author_of_more_words_than_persons_have_is_none(author: str, name: str | None) -> None:
    found = fields_of_html(f'<meta name="author" content="{author}">', HEADLINE)
    assert (found.byline and found.byline.text) == name
