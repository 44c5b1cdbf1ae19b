"""An article's full text as a page shows it: paragraphs of sentences, each with its anchor. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from digest.model import Article, LineKind, Sentence
from digest.render.escape import markdown_text
from digest.render.links import anchor
from digest.render.shown import Gloss, Shown
from digest.render.views import Site


@dataclass(frozen=True, slots=True)
class Placed:
    """A sentence with its anchor."""

    index: int
    shown: Shown

    @property
    def anchor(self) -> str:
        """Its id on the page."""
        return anchor(self.index)


@dataclass(frozen=True, slots=True)
class Run:
    """Consecutive sentences of a paragraph in one language."""

    sentences: tuple[Placed, ...]
    gloss: Gloss | None

    @property
    def first(self) -> Shown:
        """Its first sentence; the others are in the same language."""
        return self.sentences[0].shown


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, subhead or caption."""

    kind: LineKind
    runs: tuple[Run, ...]
    point: int | None = None
    """Its number in a numbered list, 0 in one without numbers; None where it is no item."""
    tabular: bool = False
    """Whether it is a row of a table."""

    @property
    def sentences(self) -> tuple[Placed, ...]:
        """All its sentences."""
        return tuple(sentence for run in self.runs for sentence in run.sentences)

    @property
    def foreign(self) -> bool:
        """Whether all of it is in another language than its page."""
        return all(run.first.foreign for run in self.runs)

    @property
    def markdown(self) -> Markup:
        """The paragraph as Markdown, its sentences in spans with their anchors."""
        spans = (
            f'<span class="digest-sentence" id="{item.anchor}"{_language(item.shown)}>'
            f"{markdown_text(item.shown.text, item.shown.language)}</span>"
            for item in self.sentences
        )
        return Markup(" ".join(spans))  # noqa: S704 - `markdown_text` escaped them


@dataclass(frozen=True, slots=True)
class ItemList:
    """Items of one list, one below the other."""

    items: tuple[Block, ...]
    kind = "list"

    @property
    def numbered(self) -> bool:
        """Whether its items have numbers."""
        return bool(self.items[0].point)


def with_lists(blocks: Iterable[Block]) -> Iterator[Block | ItemList]:
    """The blocks, items of one list together; one that is not numbered higher begins another list."""
    run: list[Block] = []
    for block in blocks:
        if run and not _goes_on(run[-1], block):
            yield ItemList(tuple(run))
            run = []
        if block.point is None:
            yield block
        else:
            run.append(block)
    if run:
        yield ItemList(tuple(run))


def _goes_on(above: Block, block: Block) -> bool:
    if above.point is None or block.point is None:
        return False
    return block.point >= above.point > 0 or block.point == above.point


def body(site: Site, article: Article) -> tuple[Block, ...]:
    """An article's text in reading order."""
    blocks = list[Block]()
    for number, group in groupby(article.findings.sentences, key=lambda sentence: sentence.paragraph):
        sentences = tuple(group)
        told = article.document.paragraphs[number]
        runs = tuple(_runs(site, article, sentences))
        blocks.append(Block(sentences[0].kind, runs, told.point, bool(told.cells)))
    return tuple(blocks)


def _runs(site: Site, article: Article, sentences: tuple[Sentence, ...]) -> Iterator[Run]:
    placed = (Placed(item.index, site.sentence(article, item.index)) for item in sentences)
    for (_, untranslated), group in groupby(
        placed, key=lambda it: (it.shown.language, it.shown.untranslated)
    ):
        members = tuple(group)
        gloss = site.gloss(article, *(item.index for item in members)) if untranslated else None
        yield Run(members, gloss)


def _language(shown: Shown) -> str:
    """Attributes for a sentence in another language than its page: its marks stand at its own ends."""
    return f' lang="{shown.language}" dir="{shown.direction}"' if shown.foreign else ""
