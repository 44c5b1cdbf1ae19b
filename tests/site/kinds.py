"""One address for each kind of page of a built site, for the tests and pictures that look at them all."""

from __future__ import annotations

import re
from pathlib import Path

LANGUAGES = ("ar", "en")
FIXED = {
    "home": "",
    "archive": "archive/",
    "timeline": "timeline/",
    "topics": "topics/",
    "people": "people/",
    "places": "places/",
    "organisations": "organisations/",
    "events": "events/",
    "sources": "sources/",
    "tags": "tags/",
    "editors": "editors/",
    "translations": "translations/",
    "about": "about/",
    "search": "search/",
}
FOLDERS = {
    "topic": "topics",
    "person": "people",
    "place": "places",
    "organisation": "organisations",
    "event": "events",
    "outlet": "sources",
}
"""Kinds whose address depends on the articles: the first that its index names, the most present."""
_FIRST_TAG = re.compile(r'class="digest-tag[^"]*" href="\.\./([^"/]+/[^"/]+/)"')


def addresses(site: Path, language: str) -> dict[str, str]:
    """The address of each kind of page in a language, from the site's root (`/ar/timeline/`)."""
    folder = site / language
    found = {kind: path for kind, path in FIXED.items() if (folder / path / "index.html").is_file()}
    years = sorted(path.parent.name for path in (folder / "archive").glob("[0-9]*/index.html"))
    if years:
        found["year"] = f"archive/{years[-1]}/"
    article = longest_article(site, language)
    if article:
        found["article"] = f"articles/{article}/"
        if (folder / "parallel" / article / "index.html").is_file():
            found["parallel"] = f"parallel/{article}/"
    for kind, name in FOLDERS.items():
        first = _FIRST_TAG.search((folder / name / "index.html").read_text("utf-8"))
        if first:
            found[kind] = first.group(1)
    return {kind: f"/{language}/{path}" for kind, path in found.items()} | {"404": "/404.html"}


def longest_article(site: Path, language: str) -> str | None:
    """The slug of the article whose page is longest: it has every block there is."""
    pages = sorted((site / language / "articles").glob("*/index.html"))
    return max(pages, key=lambda page: page.stat().st_size).parent.name if pages else None
