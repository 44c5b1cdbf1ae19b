"""Takes pictures of every kind of page: both languages, three widths, light and dark.

`python -m tests.site.screenshots [SITE] [--only KIND …]` writes them to `.cache/screenshots`.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, sync_playwright

from tests.chromium import FLAGS, MISSING, find_chromium
from tests.site.kinds import LANGUAGES, addresses
from tests.site.project import ROOT, serve_folder

WIDTHS = {360: 780, 768: 1024, 1280: 900}
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def shots(site: Path) -> Iterator[tuple[str, str]]:
    """(name, address) of every page that is pictured."""
    yield "root", "/"
    yield "404", "/404.html"
    for language in LANGUAGES:
        for kind, path in addresses(site, language).items():
            if kind != "404":
                yield f"{kind}-{language}", path


def take(browser: Browser, address: str, pages: list[tuple[str, str]], folder: Path) -> int:
    """Write a picture of each page at each width in each scheme; how many there are."""
    folder.mkdir(parents=True, exist_ok=True)
    for scheme in SCHEMES:
        for width, height in WIDTHS.items():
            context = browser.new_context(
                viewport={"width": width, "height": height}, color_scheme=scheme, has_touch=width < 500
            )
            page = context.new_page()
            for name, path in pages:
                page.goto(address + path)
                page.evaluate("document.fonts.ready")
                page.screenshot(path=folder / f"{name}-{width}-{scheme}.png", full_page=True)
            context.close()
    return len(pages) * len(WIDTHS) * len(SCHEMES)


def main() -> int:
    """Exit status 0 when the pictures are there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", nargs="?", type=Path, default=ROOT / "site")
    parser.add_argument("--only", nargs="*", default=[], help="beginnings of the names to take")
    parser.add_argument("--to", type=Path, default=ROOT / ".cache" / "screenshots")
    given = parser.parse_args()
    path = find_chromium()
    if path is None:
        print(MISSING, file=sys.stderr)
        return 1
    pages = [item for item in shots(given.site) if not given.only or item[0].startswith(tuple(given.only))]
    with serve_folder(given.site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        count = take(browser, address, pages, given.to)
        browser.close()
    print(f"{count} pictures in {given.to}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
