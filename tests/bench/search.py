"""Measures a first query: `python -m tests.bench.search [N] [WORD…]` prints a table in Markdown.

The site's own pages with the search of N (10,000) made articles, and nothing in the browser's cache: all that
a query moves besides the page of results, as stored and with texts compressed.
"""

from __future__ import annotations

import gzip
import os
import shutil
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Response, sync_playwright

from digest.pipeline import build_digest
from digest.render import sites_of
from digest.search import write_bundle
from tests.bench.archive import ROOT, write_archive
from tests.chromium import FLAGS, find_chromium
from tests.site.project import build, copy_project, serve_folder

WORDS = ("روسيا", "اقتصاد", "الصين")
_TEXTS = (".js", ".json", ".txt", ".css")
_SETTLED = 1_500
"""Milliseconds without a request after which nothing more comes."""

Size = tuple[int, int]
"""Bytes as stored, and compressed where a server would compress them."""


def index(project: Path, count: int) -> float:
    """Give a built project the search of made articles; CPU seconds of indexing."""
    archive = project.parent / "archive"
    write_archive(archive / "seeds", count)
    shutil.copytree(ROOT / "content" / "vocabulary", archive / "content" / "vocabulary")
    sites = sites_of(build_digest(archive, cache=archive / "kept"))
    folder, before = project / "site" / "pagefind", sum(os.times()[:4])
    shutil.rmtree(folder / "ar")
    write_bundle(folder, sites)
    return sum(os.times()[:4]) - before


def first_query(browser: Browser, where: str, word: str) -> dict[str, Size]:
    """What one query moves, by its path."""
    context, moved = browser.new_context(), dict[str, Size]()

    def note(answer: Response) -> None:
        path, body = answer.url.removeprefix(where).split("?")[0], answer.body()
        moved[path] = len(body), len(gzip.compress(body)) if path.endswith(_TEXTS) else len(body)

    page = context.new_page()
    page.on("response", note)
    page.goto(f"{where}/ar/search/?q={word}")
    page.locator(".digest-finder__results a").first.wait_for(timeout=60_000)
    page.wait_for_timeout(_SETTLED)
    context.close()
    return {
        path: size for path, size in moved.items() if "/pagefind/" in path or "/javascripts/search" in path
    }


def rows(moved: dict[str, Size]) -> Iterator[tuple[str, Size]]:
    """The files of each folder together, and all of them."""
    folders = defaultdict[str, list[Size]](list)
    for path, size in moved.items():
        name = path if path.startswith("/pagefind/") and "/results/" not in path else path.rpartition("/")[0]
        folders[name].append(size)
    for name, sizes in (*sorted(folders.items()), ("all", list(moved.values()))):
        stored, compressed = map(sum, zip(*sizes, strict=True))
        yield name, (stored, compressed)


def main(count: int, words: tuple[str, ...]) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as scratch:
        project = copy_project(Path(scratch) / "project")
        if build(project).returncode:
            raise SystemExit("the site could not be built")
        spent = index(project, count)
        print(f"{count} articles; indexing took {spent:.1f} s of CPU; load {os.getloadavg()[0]:.1f}\n")
        print("| query and what it moves | kB as stored | compressed |\n|---|---|---|")
        with serve_folder(project / "site") as where, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
            for word in words:
                for path, (stored, compressed) in rows(first_query(browser, where, word)):
                    print(f"| {word}: {path} | {stored / 1000:.0f} | {compressed / 1000:.0f} |", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000, tuple(sys.argv[2:]) or WORDS)
