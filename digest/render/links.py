"""Where pages stand and how one leads to another. Pure.

A page's path is its Markdown file in the tree (`ar/people/index.md`); its address is the folder it becomes
(`ar/people/`). Links are relative, so that a site works under any address.
"""

from __future__ import annotations

import posixpath
from functools import lru_cache

from digest.model import EntityKind

FOLDERS: dict[EntityKind, str] = {
    EntityKind.TOPIC: "topics",
    EntityKind.PERSON: "people",
    EntityKind.PLACE: "places",
    EntityKind.ORGANISATION: "organisations",
    EntityKind.OUTLET: "sources",
    EntityKind.EVENT: "events",
}
"""The folder of each kind's pages, in the order in which kinds are shown."""


@lru_cache(maxsize=1 << 14)
def page_url(path: str) -> str:
    """The address of a page from the site's root: `ar/x.md` is `ar/x/`, `ar/index.md` is `ar/`."""
    if not path.endswith(".md"):
        return path
    folder, name = posixpath.split(path.removesuffix(".md"))
    return (
        f"{folder}/"
        if name == "index" and folder
        else ""
        if name == "index"
        else f"{posixpath.join(folder, name)}/"
    )


@lru_cache(maxsize=1 << 10)
def relative_url(source: str, target: str, fragment: str = "") -> str:
    """The link from the page at path `source` to the page or file at path `target`."""
    anchor = f"#{fragment}" if fragment else ""
    if source == target and fragment:
        return anchor
    here, there = page_url(source).split("/")[:-1], [part for part in page_url(target).split("/") if part]
    same = next((n for n, (a, b) in enumerate(zip(here, there, strict=False)) if a != b), None)
    same = min(len(here), len(there)) if same is None else same
    link = "/".join((*[".."] * (len(here) - same), *there[same:])) or "."
    return f"{link}/{anchor}" if target.endswith(".md") else f"{link}{anchor}"


def resolved(source: str, link: str) -> str:
    """The path that a relative link of the page at path `source` leads to."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(source), link))


def entity_path(kind: EntityKind, id_: str) -> str:
    """The page of a name or topic, from its language's folder."""
    return f"{FOLDERS[kind]}/{id_}.md"


def article_path(slug: str) -> str:
    """The page of an article, from its language's folder."""
    return f"articles/{slug}.md"


def parallel_path(slug: str) -> str:
    """The page that shows an article in both languages, from the English folder."""
    return f"parallel/{slug}.md"


def original_path(slug: str) -> str:
    """The decoded text of an article's seed, from the site's root; never served as HTML."""
    return f"originals/{slug}.txt"


def anchor(sentence: int) -> str:
    """The id of a sentence on an article's page, from its index."""
    return f"s{sentence + 1}"
