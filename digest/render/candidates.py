"""Names that the vocabulary lacks, for editors: counted, in their sentences, ready to be taken in. Pure."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from digest.model import Article, Entity, EntityKind
from digest.names import is_arabic_given
from digest.render.links import anchor, article_path
from digest.text import fold

EXAMPLES = 2
"""Sentences shown of a name, each of another article."""


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that names somebody."""

    path: str
    """Its article's page, from its language's folder."""
    anchor: str
    text: str


@dataclass(slots=True)
class Candidate:
    """A name that the vocabulary lacks."""

    entity: Entity
    """As the first article has it, without its places there."""
    articles: int = 0
    mentions: int = 0
    examples: list[Example] = field(default_factory=list)

    @property
    def entry(self) -> str:
        """Its entry for a file of `content/vocabulary/`, on a line; `id` and `en` are the editor's."""
        kind, key = self.entity.kind.value, hashlib.sha256(self.entity.id.encode()).hexdigest()[:8]
        data: dict[str, object] = {"id": f"{kind}-{key}", "ar": self.entity.ar}
        if variants := [form for form in self.entity.variants if self._is_variant(form)]:
            data["ar_variants"] = variants
        pairs = (f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in data.items())
        return f"- {{{', '.join(pairs)}}}"

    def _is_variant(self, form: str) -> bool:
        """Whether a form means the same in every article: a person's surname alone does not."""
        surname = self.entity.kind is EntityKind.PERSON and " " not in form
        return form != self.entity.ar and not surname


def find_candidates(articles: Iterable[Article]) -> tuple[Candidate, ...]:
    """The unknown names of some articles, those in most articles first."""
    found: dict[str, Candidate] = {}
    for article in articles:
        for entity in article.findings.entities:
            if not entity.known and not _is_anybody(entity):
                if entity.id not in found:
                    found[entity.id] = Candidate(replace(entity, mentions=()))
                candidate = found[entity.id]
                candidate.articles += 1
                candidate.mentions += len(entity.mentions)
                if len(candidate.examples) < EXAMPLES:
                    candidate.examples += _examples(article, entity)
    return tuple(sorted(found.values(), key=lambda one: (-one.articles, -one.mentions, one.entity.id)))


def _is_anybody(entity: Entity) -> bool:
    """Whether it is a given name alone: in another article it is somebody else's."""
    return entity.kind is EntityKind.PERSON and is_arabic_given(fold(entity.ar))


def _examples(article: Article, entity: Entity) -> list[Example]:
    """The first sentence that names somebody; none where only a headline does."""
    spans = [mention.span for mention in entity.mentions]
    for sentence in article.findings.sentences:
        if any(map(sentence.span.contains, spans)):
            return [Example(article_path(article.slug), anchor(sentence.index), sentence.text)]
    return []


def entries_by_kind(candidates: Iterable[Candidate]) -> dict[str, list[str]]:
    """The entries of some candidates for files of the vocabulary, each kind's with the file's first lines."""
    lines: dict[str, list[str]] = {}
    for candidate in candidates:
        kind = candidate.entity.kind.value
        lines.setdefault(kind, [f"kind: {kind}", "entries:"]).append(candidate.entry)
    return lines
