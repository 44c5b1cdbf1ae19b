"""What stands around a page: the way to the other language, its options, what is mended in its HTML."""

from __future__ import annotations

from digest.render.chrome import Overlay, language_links, mend_html
from digest.wording.strings import say


def test_language_links_lead_to_the_same_page_or_home() -> None:
    paths = {"ar/index.md", "en/index.md", "ar/a.md", "en/a.md", "ar/only.md"}
    assert [link.href for link in language_links("ar/a.md", paths)] == ["./", "../../en/a/"]
    assert language_links("ar/only.md", paths)[1].href == "../../en/"
    assert language_links("index.md", paths) == ()


def test_overlay_changes_nothing_beneath() -> None:
    base = {"language": "ar", "font": False}
    overlay = Overlay(base, language="en")
    assert (overlay["language"], overlay.language, overlay["font"]) == ("en", "en", False)
    assert base["language"] == "ar"


def test_mended_html() -> None:
    page = '<html lang="ar" class="no-js"><input class="md-toggle" id="__search" autocomplete="off">'
    mended = mend_html(f'{page}<div data-md-component="search" role="dialog">', "ar")
    assert 'dir="rtl"' in mended
    assert "autocomplete" not in mended
    assert f'aria-label="{say("site.search", "ar")}"' in mended
