"""Measures what a first query moves on an archive of many articles: `python -m tests.site.search_size 10000`.

The records are made of the five seeds' own words, in the frequencies of a natural text, from a fixed seed.
"""

from __future__ import annotations

import json
import random
import shutil
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

from digest.pipeline import build_digest
from digest.render import sites_of
from digest.search.index import Index
from digest.search.records import Record, search_records
from tests.chromium import FLAGS, find_chromium
from tests.made import entries_of
from tests.site.project import ROOT, build, copy_project, serve_folder

WORDS, RARE = 420, 60_000
"""Words of an article; different words that the archive has besides those of the seeds."""


def synthetic(count: int) -> tuple[Record, ...]:
    """`count` articles: each has a seed's result and filters, words drawn from all seeds, and rare ones."""
    draw = random.Random(7)
    real = tuple(search_records(sites_of(build_digest(ROOT))["ar"]))
    words = [word for record in real for word in record.content.split()]
    return tuple(_one(draw, real[number % len(real)], words, number) for number in range(count))


def _one(draw: random.Random, base: Record, words: list[str], number: int) -> Record:
    filters = [word for word in base.content.split() if word.startswith("ٯ")]
    rare = [_rare(int(draw.paretovariate(0.6)) % RARE) for _ in range(WORDS // 4)]
    content = " ".join(sorted({*draw.choices(words, k=WORDS - len(rare)), *rare, *filters}))
    return Record(f"ar/articles/n{number}/", content, base.shown)


def _rare(number: int) -> str:
    letters = "بتثجحخدذرزسشصضطظعغفقكلمنهوي"
    return "".join(letters[number // len(letters) ** place % len(letters)] for place in range(4)) + "ٮ"


def main(count: int) -> None:
    """Print the bytes of each kind of file that the first query moves."""
    with tempfile.TemporaryDirectory() as scratch:
        project = copy_project(Path(scratch) / "project")
        assert build(project).returncode == 0
        start = time.monotonic()
        shutil.rmtree(project / "site" / "pagefind" / "ar")
        parts = Index(project / "site" / "pagefind" / "ar").write(entries_of(synthetic(count)))
        page_says = project / "site" / "pagefind" / "ar.json"
        page_says.write_text(
            json.dumps({**json.loads(page_says.read_text("utf-8")), "parts": parts}), "utf-8"
        )
        print(f"{count} records indexed in {time.monotonic() - start:.1f} s")
        with serve_folder(project / "site") as where, sync_playwright() as playwright:
            page = playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS)).new_page()
            moved: dict[str, int] = {}
            page.on("response", lambda answer: moved.update({answer.url: len(answer.body())}))
            page.goto(f"{where}/ar/search/?q=الطاقة")
            page.locator(".digest-finder__results a").first.wait_for(timeout=60_000)
            page.wait_for_timeout(1000)
            query = {url: size for url, size in moved.items() if "/pagefind/" in url or "/search" in url}
            for url, size in sorted(query.items()):
                print(f"{size:>9}  {url.removeprefix(where)[:70]}")
            total = sum(size for url, size in query.items() if "/ar/search/" not in url)
            print(f"{total:>9}  in all, as stored")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
