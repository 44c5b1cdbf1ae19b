"""Sections: which article is in which, and what a section knows of the pages that it does not make."""

from __future__ import annotations

from pathlib import Path

import pytest

from digest.pipeline import build_digest
from digest.render import (
    FRONT,
    PageSource,
    count_sections,
    make_unit,
    outline,
    section_of,
    section_of_unit,
    sites_of,
    units,
)
from tests.formats import made_digest
from tests.made import article


@pytest.mark.parametrize(
    ("published", "name"),
    [
        ("2022-02-04", "2022"),
        ("[2020-10..2020-12]", "2020"),
        ("-0300", "301-bc"),
        (None, "undated"),
    ],
)
def test_an_article_is_in_the_section_of_its_year(published: str | None, name: str) -> None:
    assert section_of(article("a", ["خبر."], published=published)) == name


def test_every_article_is_counted_once() -> None:
    years = ("2022-02-04", "2022", None, "2020")
    digest = made_digest(*(article(f"a{at}", ["خبر."], published=year) for at, year in enumerate(years)))
    assert count_sections(digest) == {"2022": 2, "2020": 1, "undated": 1}


def test_an_outline_is_what_is_made_without_its_text(root: Path) -> None:
    sites = sites_of(build_digest(root))
    compared = 0
    for site in sites.values():
        for unit in units(site):
            if section_of_unit(sites, unit) == FRONT:
                continue
            made, known = dict(make_unit(sites, unit).outputs), dict(outline(site, unit))
            assert {path: _robots(page) for path, page in known.items()} == {
                path: _robots(page) for path, page in made.items()
            }
            compared += len(made)
    # Of five articles: the page in each language, the seed, and both languages side by side.
    assert compared == 5 * 4


def _robots(output: object) -> object:
    return output.head.get("robots") if isinstance(output, PageSource) else type(output)
