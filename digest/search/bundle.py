"""Writes what browsers search: the index of each language, and small tables beside it.

Touches files. The bytes depend on the records alone.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from digest.files import write_changed
from digest.render import Site
from digest.rules import default_rules
from digest.search.index import Index
from digest.search.records import Choice, Entry, Records, search_choices, search_entries
from digest.search.words import search_table
from digest.wording.counts import CATEGORIES
from digest.wording.strings import Language, say


def write_bundle(folder: Path, sites: Mapping[Language, Site]) -> None:
    """Write the search of every language under `folder`. Raises DigestError when the indexer fails."""
    Bundle(folder).write(sites)


class Bundle:
    """The folder that browsers search, and what it was made of: what is the same is not made again.

    `words.json` is the table of folding and stemming, `ar.json` what the page says, `ar-choices.json` what
    its filters offer, `ar/` the index. `keep` keeps the records, for when it will follow changes.
    """

    def __init__(self, folder: Path, *, keep: bool = False) -> None:
        self._folder = folder
        self._indexes: dict[Language, Index] = {}
        self._records: dict[Language, Records] | None = {} if keep else None

    def write(self, sites: Mapping[Language, Site], pause: Callable[[], None] = lambda: None) -> None:
        """Bring the search of every language up to date. Raises DigestError when the indexer fails.

        Where records are kept, `pause` is called again and again, and may wait.
        """
        _write_json(self._folder / "words.json", search_table())
        for language, site in sites.items():
            index = self._indexes.setdefault(language, Index(self._folder / language))
            parts = index.write(self._entries(site, pause))
            _write_json(self._folder / f"{language}.json", {**_said(site), "parts": parts})
            _write_json(self._folder / f"{language}-choices.json", _choices(site))

    def _entries(self, site: Site, pause: Callable[[], None]) -> list[Entry]:
        if self._records is None:
            return search_entries(site)
        return self._records.setdefault(site.language, Records()).entries(site, pause)


def _said(site: Site) -> dict[str, Any]:
    """What the search page says in its language."""
    forms = default_rules().table("counts")[site.language]["result"]
    return {
        "say": {key: say(f"search.{key}", site.language) for key in ("all", "none", "prefix", "start")},
        "count": dict(zip(CATEGORIES[site.language], forms, strict=True)),
    }


def _choices(site: Site) -> dict[str, Any]:
    """What its filters offer; the language of a value that is not the page's."""
    offered = search_choices(site).items()
    return {name: [_choice(one, site.language) for one in values] for name, values in offered}


def _choice(choice: Choice, language: Language) -> dict[str, Any]:
    told = asdict(choice)
    if choice.language == language:
        del told["language"]
    return told


def _write_json(path: Path, data: Any) -> None:
    write_changed(path, json.dumps(data, ensure_ascii=False, separators=(",", ":")))
