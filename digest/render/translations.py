"""The editors' page of translations: what is missing, stale or suspect, by article. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from digest.model import Article, FileError, SegmentState, Translation
from digest.render.engine import Page, plain_words, render_page
from digest.render.english import Status, translation_status
from digest.render.lists import TABLE, table_rows
from digest.render.parts import MOST as MOST_BYTES
from digest.render.parts import fitting
from digest.render.shown import Card
from digest.render.views import Site
from digest.translate import ArticleStatus, SegmentStatus
from digest.wording.counts import count_in_words

MOST = 200
"""Articles that one list shows at most; `digest status` lists them all."""
FOLDER = "translations/en"
"""Where the files of translations are, from `content/`."""

Piece = tuple[Literal["same", "del", "ins"], str]


@dataclass(frozen=True, slots=True)
class Stale:
    """A sentence whose Arabic changed after it was translated."""

    pieces: tuple[Piece, ...]
    """The old Arabic turned into the new one, by words."""
    en: str | None
    """The English of the old Arabic."""


@dataclass(frozen=True, slots=True)
class Work:
    """What one article asks of an editor."""

    card: Card
    status: Status
    file: str
    """Path of its file of translations, from the project's folder."""
    written: bool
    """Whether that file is there."""
    edit: str | None
    article: str
    missing: tuple[Translation, ...]
    stale: tuple[Stale, ...]
    suspect: tuple[SegmentStatus, ...]


def translations_page(site: Site) -> Page:
    """Path and text of the page."""
    path, title = f"{site.language}/translations.md", plain_words("page.translations", site.language)
    waiting, whole = list[Article](), list[Article]()
    for article in site.digest.articles:
        (waiting if site.index.waiting[article.id] else whole).append(article)
    faults = tuple(_faults(site))
    told = table_rows(faults)
    shown = fitting([_work(site, article) for article in waiting[:MOST]], _size, MOST_BYTES - TABLE)
    done = fitting([_work(site, article) for article in whole[:MOST]], _row_size, TABLE)
    head = {
        "title": title,
        "description": plain_words("lead.translations", site.language),
        "hide": ["navigation", "toc"],
        "kind": "translations",
        "robots": "noindex",
        "search": {"exclude": True},
    }
    return path, render_page(
        "translations.md",
        path,
        site.language,
        head,
        title=title,
        waiting=shown,
        whole=done,
        more=(len(waiting) - len(shown), len(whole) - len(done)),
        faults=told,
        more_files=count_in_words(len(faults) - len(told), "file", site.language) if told != faults else "",
    )


def _work(site: Site, article: Article) -> Work:
    status = site.index.status(article)
    path = f"{FOLDER}/{article.id}.yml"
    written = article.id in site.desk.memories
    return Work(
        card=site.card(article),
        status=translation_status(article),
        file=f"content/{path}",
        written=written,
        edit=site.desk.edit(path) if written else None,
        article=article.id,
        missing=_missing(status),
        stale=tuple(_stale(item.translation) for item in status.stale),
        suspect=status.failing,
    )


def _stale(item: Translation) -> Stale:
    return Stale(difference(item.old_ar or "", item.segment.ar), item.en)


def _size(item: Work) -> int:
    """About how many bytes an article takes on the page."""
    texts = [piece for stale in item.stale for _, piece in stale.pieces]
    texts += [stale.en or "" for stale in item.stale]
    texts += [f"{it.translation.segment.ar}{it.translation.en}" for it in item.suspect]
    texts += [missing.segment.ar for missing in item.missing if item.status.done]
    return 900 + sum(60 + 2 * len(text) for text in texts)


def _row_size(item: Work) -> int:
    """About how many bytes an article takes that is wholly translated."""
    return 500 + 3 * len(item.file) + 2 * len(item.card.headline.text)


def _missing(status: ArticleStatus) -> tuple[Translation, ...]:
    found = (item.translation for item in status.segments)
    return tuple(item for item in found if item.state is SegmentState.MISSING)


def _faults(site: Site) -> Iterator[FileError]:
    """Files of translations that cannot be used, and those whose article is gone."""
    yield from (error for error in site.digest.errors if f"{FOLDER}/" in error.file)
    yield from (stray for stray in site.desk.strays if f"{FOLDER}/" in stray.file)


def difference(old: str, new: str) -> tuple[Piece, ...]:
    """How one text became another, by words: `same` in both, `del` in the old one, `ins` in the new one."""
    before, after = old.split(), new.split()
    pieces = list[Piece]()
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            pieces.append(("same", " ".join(before[i1:i2])))
            continue
        if i1 < i2:
            pieces.append(("del", " ".join(before[i1:i2])))
        if j1 < j2:
            pieces.append(("ins", " ".join(after[j1:j2])))
    return tuple(pieces)
