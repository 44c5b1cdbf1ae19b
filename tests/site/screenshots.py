"""Takes pictures of every kind of page: both languages, three widths, light and dark.

`python -m tests.site.screenshots [SITE] [--only KIND …]` writes them to `.cache/screenshots`.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page, sync_playwright

from tests.chromium import FLAGS, MISSING, find_chromium
from tests.site.kinds import LANGUAGES, addresses
from tests.site.project import ROOT, serve_folder

ASKED = {"ar": "الطاقة", "en": "energy"}
"""What the pictures of the search look for."""
HIGHEST = 16_000
"""Chromium draws no higher pictures."""
WIDTHS = {360: 780, 768: 1024, 1280: 900}
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")


def shots(site: Path) -> Iterator[tuple[str, str]]:
    """(name, address) of every page that is pictured."""
    yield "root", "/"
    yield "404", "/404.html"
    for language in LANGUAGES:
        for kind, path in addresses(site, language).items():
            if kind != "404":
                yield f"{kind}-{language}", path
            if kind == "search":
                yield f"results-{language}", f"{path}?q={ASKED[language]}"
                yield f"filtered-{language}", f"{path}?q={ASKED[language]}&sort=newest&year={_year(site)}"


def _year(site: Path) -> str:
    """The newest year that articles are of."""
    return max(path.parent.name for path in (site / "ar" / "archive").glob("[0-9]*/index.html"))[:4]


def take(
    browser: Browser,
    address: str,
    pages: Sequence[tuple[str, str]],
    folder: Path,
    widths: Sequence[int] = tuple(WIDTHS),
    schemes: Sequence[Scheme] = SCHEMES,
) -> int:
    """Write a picture of each page (name, path) at each width in each scheme; how many there are."""
    folder.mkdir(parents=True, exist_ok=True)
    for scheme in schemes:
        for width in widths:
            height = WIDTHS.get(width, 900)
            phone = width < 500
            context = browser.new_context(
                viewport={"width": width, "height": height},
                color_scheme=scheme,
                has_touch=phone,
                is_mobile=phone,
            )
            page = context.new_page()
            for name, path in pages:
                page.goto(address + path)
                page.evaluate("document.fonts.ready")
                if "?q=" in path:
                    page.wait_for_selector(".digest-finder__results > li")
                elif "/search/" in path:
                    page.wait_for_selector(".digest-finder__state p:not(:empty)")
                _whole(page, width, height, folder / f"{name}-{width}-{scheme}.png")
            context.close()
    return len(pages) * len(widths) * len(schemes)


def _whole(page: Page, width: int, height: int, path: Path) -> None:
    """A picture of the whole page, through a window as high: Playwright's own way forgets the fingers."""
    whole = min(page.evaluate("document.documentElement.scrollHeight"), HIGHEST)
    page.set_viewport_size({"width": width, "height": whole})
    page.screenshot(path=path)
    page.set_viewport_size({"width": width, "height": height})


def main() -> int:
    """Exit status 0 when the pictures are there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", nargs="?", type=Path, default=ROOT / "site")
    parser.add_argument("--only", nargs="*", default=[], help="beginnings of the names to take")
    parser.add_argument("--widths", nargs="*", type=int, default=list(WIDTHS), help="widths to take, in px")
    parser.add_argument("--schemes", nargs="*", choices=SCHEMES, default=SCHEMES)
    parser.add_argument("--to", type=Path, default=ROOT / ".cache" / "screenshots")
    given = parser.parse_args()
    path = find_chromium()
    if path is None:
        print(MISSING, file=sys.stderr)
        return 1
    pages = [item for item in shots(given.site) if not given.only or item[0].startswith(tuple(given.only))]
    with serve_folder(given.site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        count = take(browser, address, pages, given.to, given.widths, given.schemes)
        browser.close()
    print(f"{count} pictures in {given.to}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
