"""Links: every one leads to a page and an anchor that are there, by the shortest way."""

from __future__ import annotations

import re

import pytest

from digest.render.links import page_url, relative_url
from digest.wording.strings import LANGUAGES
from tests.own import own_pages
from tests.rendered import resolve


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return own_pages()


def test_links_lead_to_pages_and_anchors_that_are_there(pages: dict[str, str]) -> None:
    written = {f"{language}/{name}.md" for language in LANGUAGES for name in ("index", "about")}
    addresses = {page_url(path): path for path in pages} | {page_url(path): path for path in written}
    for path, text in pages.items():
        if not path.endswith(".md"):
            continue
        for link in re.findall(r'href="([^"]+)"', text):
            if link.startswith(("http://", "https://")):
                continue
            target, _, fragment = resolve(page_url(path), link).partition("#")
            assert target in addresses, f"{path}: {link}"
            if fragment:
                there = pages[addresses[target]]
                assert f'id="{fragment}"' in there or f"#{fragment} " in there, f"{path}: {link}"


@pytest.mark.parametrize(
    ("source", "target", "fragment", "link"),
    [
        ("ar/index.md", "ar/timeline.md", "", "timeline/"),
        ("ar/timeline.md", "ar/index.md", "", "../"),
        ("ar/articles/a.md", "ar/articles/b.md", "s3", "../b/#s3"),
        ("ar/articles/a.md", "ar/articles/a.md", "s3", "#s3"),
        ("ar/articles/a.md", "en/articles/a.md", "", "../../../en/articles/a/"),
        ("en/people/index.md", "originals/a.txt", "", "../../originals/a.txt"),
        ("index.md", "en/index.md", "", "en/"),
    ],
)
def test_relative_links(source: str, target: str, fragment: str, link: str) -> None:
    assert relative_url(source, target, fragment) == link
