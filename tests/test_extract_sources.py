"""Fields: outlets told from menus, slogans, writers; names and addresses in front matter."""

from __future__ import annotations

import pytest

from digest.seeds import seed_from_bytes
from tests.pages import BODY, HEADLINE, fields, fields_of_html


def test_what_a_menu_names_is_no_source_where_a_credit_below_the_headline_is() -> None:
    found = fields("رأي", "قناة الساحل (بث مباشر)", HEADLINE, "طرابلس - بوابة الساحل: هدى الخطيب", *BODY)
    assert (found.source and found.source.text, found.byline and found.byline.text) == (
        "بوابة الساحل",
        "هدى الخطيب",
    )


def test_a_slogan_behind_a_site_s_name_is_none_of_it() -> None:
    found = fields("الساحل: أول صحيفة بحرية مستقلة", "الرئيسية", "سياسة", "اقتصاد", HEADLINE, *BODY)
    assert found.source is not None
    assert found.source.text == "الساحل"


def test_a_writer_whom_a_label_calls_the_source_is_none() -> None:
    found = fields(HEADLINE, "هدى الخطيب", *BODY, "المصدر: هدى الخطيب")
    assert found.byline is not None
    assert (found.byline.text, found.source) == ("هدى الخطيب", None)


@pytest.mark.parametrize("site", ["ساحلية", "Sahel - ساحلية جريدة إلكترونية مستقلة"])
def test_an_outlet_in_the_writer_s_place_is_no_writer(site: str) -> None:
    head = f'<meta property="og:site_name" content="{site}"><meta name="author" content="ساحلية">'
    found = fields_of_html(head, HEADLINE, "ساحلية - الرباط")
    assert (found.byline, found.source and found.source.text) == (None, "ساحلية")


def test_a_person_whose_site_has_the_same_name_stays_the_writer() -> None:
    head = '<meta property="og:site_name" content="سامي منصور"><meta name="author" content="هدى الخطيب">'
    found = fields_of_html(head, HEADLINE)
    assert found.byline is not None
    assert found.byline.text == "هدى الخطيب"


@pytest.mark.parametrize(
    ("matter", "author", "site", "url"),
    [
        ('author:\n  - "[[هدى الخطيب]]"\nsource: "https://x.org/a"', "هدى الخطيب", None, "https://x.org/a"),
        ("author: [[هدى الخطيب]]\nsource: <https://x.org/a>", "هدى الخطيب", None, "https://x.org/a"),
        ('author: "[[أعلام/خطيب|هدى الخطيب]]"\nsource: x.org', "هدى الخطيب", "x.org", None),
        ('author: "[[أعلام/هدى الخطيب]]"\nsource: الساحل', "هدى الخطيب", "الساحل", None),
        ('author: "[هدى الخطيب](https://x.org/h)"\nsource: https://x.org/a\npublisher: الساحل\nurl: https://x.org/b',
         "هدى الخطيب", "الساحل", "https://x.org/b"),
    ],
)  # fmt: skip
def test_front_matter_that_a_clipper_wrote_names_writer_and_address(
    matter: str, author: str, site: str | None, url: str | None
) -> None:
    stated = seed_from_bytes(f"---\n{matter}\n---\n{BODY[0]}".encode(), "a.md").metadata
    assert (stated.author, stated.site, stated.url) == (author, site, url)


@pytest.mark.parametrize("zone", ["توقيت القدس", "توقيت الخرطوم"])
def test_whose_time_a_time_of_day_is_is_no_source(zone: str) -> None:
    found = fields(HEADLINE, f"19 نوفمبر 2025 | آخر تحديث: 13:00 ({zone})", *BODY)
    assert found.source is None


def test_an_agency_behind_a_time_of_day_is_the_source() -> None:
    found = fields(HEADLINE, "الخميس 19 نوفمبر 2025 10:30 (رويترز)", *BODY)
    assert found.source is not None
    assert found.source.text == "رويترز"
