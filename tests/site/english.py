"""A throw-away project in which the English of each article is in another state, and its built pages."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from lxml import html

from digest.model import Article, SegmentState
from digest.pipeline import Folders, build_digest
from digest.translate import Memory, read_memory, write_memory
from digest.translate.memory import Entry, pair
from tests.site.project import build, copy_project

SORTS = ("machine", "partly", "none", "person", "whole")
GONE = "an_article_that_is_gone"


class Project:
    """A built project, and its articles' slugs by sort."""

    def __init__(self, folder: Path) -> None:
        self.folder = copy_project(folder)
        self.log = ""
        digest = build_digest(self.folder)
        articles = sorted(digest.articles, key=lambda article: article.id)
        self.ids = {sort: article.id for sort, article in zip(SORTS, articles, strict=True)}
        self.slugs = {sort: articles[index].slug for index, sort in enumerate(self.ids)}
        self.summary = {article.id: set(_shown_first(article)) for article in articles}

    def memory(self, sort: str) -> Path:
        """Where an article's translations are."""
        return Folders(self.folder).translations / f"{self.ids[sort]}.yml"

    def page(self, path: str) -> html.HtmlElement:
        """A page of the built site."""
        return html.fromstring((self.folder / "site" / path / "index.html").read_bytes().decode("utf-8"))

    def article(self, sort: str) -> html.HtmlElement:
        """The English page of an article."""
        return self.page(f"en/articles/{self.slugs[sort]}")

    def text(self, path: str) -> str:
        """A file of the built site."""
        return (self.folder / "site" / path).read_text("utf-8")


def _shown_first(article: Article) -> Iterator[str]:
    """The segments of headline and summary."""
    for item in article.translations:
        if item.segment.role == "headline" or item.segment.sentence in article.findings.summary:
            yield item.segment.id


def mixed_project(folder: Path) -> Project:
    """A built project with an article of each sort, an orphan, and a repository to edit its files in."""
    made = Project(folder)
    memories = {sort: read_memory(made.memory(sort)) for sort in made.ids}
    write_memory(made.memory("machine"), _all(memories["machine"], SegmentState.MACHINE, "echo"))
    write_memory(made.memory("partly"), _partly(memories["partly"], made.summary[made.ids["partly"]]))
    write_memory(
        made.memory("person"), _doubtful(_all(memories["person"], SegmentState.HUMAN, "Layla Haddad"))
    )
    made.memory("none").unlink()
    shutil.copy(made.memory("whole"), made.memory("whole").with_name(f"{GONE}.yml"))
    orphan = made.memory("whole").with_name(f"{GONE}.yml")
    orphan.write_text(orphan.read_text("utf-8").replace(made.ids["whole"], GONE, 1), "utf-8")
    correction = made.folder / "content" / "corrections" / f"{GONE}.yml"
    correction.write_text("slug: gone\n", "utf-8")
    settings = made.folder / "mkdocs.yml"
    address = "repo_url: https://git.example/mujaz\nedit_uri: edit/main/content/\n"
    settings.write_text(address + settings.read_text("utf-8"), "utf-8")
    run = build(made.folder, "--strict")
    assert run.returncode == 0, run.stdout
    made.log = run.stdout
    return made


def _all(memory: Memory, state: SegmentState, by: str) -> Memory:
    return replace(memory, segments=tuple(replace(item, state=state, by=by) for item in memory.segments))


def _doubtful(memory: Memory) -> Memory:
    """With one figure of the English changed."""
    index, entry = next(
        (i, item)
        for i, item in enumerate(memory.segments)
        if re.search("[0-9]", item.en) and re.search("[0-9]", item.ar)
    )
    wrong = replace(entry, en=re.sub("[0-9]+", "987654", entry.en))
    return replace(memory, segments=(*memory.segments[:index], wrong, *memory.segments[index + 1 :]))


def _partly(memory: Memory, first: set[str]) -> Memory:
    """Headline and summary, then every other sentence, one of those left out written for older Arabic."""
    kept, rest = list[Entry](), [item for item in memory.segments if item.id not in first]
    for item in memory.segments:
        if item.id in first or rest.index(item) % 2:
            kept.append(item)
    old = max((item for item in rest if item not in kept), key=lambda item: len(item.ar))
    kept.append(pair(f"{old.ar} قديماً", "The English of long ago.", SegmentState.HUMAN))
    return Memory(memory.article, tuple(kept))
