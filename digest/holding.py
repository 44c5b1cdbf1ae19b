"""Articles in little memory: what is large in them is packed, and unpacked while somebody reads it.

A held article is an `Article` to whoever reads it: it is equal to the one it was made of, and what
`dataclasses.replace` or a pickle makes of it is an article of the common kind. What lists and orders are
made of (title, publication, events, figures) lies open; its text, names and seed are packed, each on its
own. Pure.
"""

from __future__ import annotations

from collections import deque
from dataclasses import fields, replace
from typing import Any, ClassVar, Generic, TypeVar

from digest.model import (
    Article,
    Document,
    Entity,
    Findings,
    Quotation,
    Seed,
    Sentence,
    TemporalExpression,
    TopicScore,
    Translation,
)
from digest.store import expand, squeeze

T = TypeVar("T")
Held = tuple[tuple[Any, ...], tuple[Any, ...], tuple[bytes, ...]]
"""A held article as plain values: the open fields of it and of its findings, and its packed parts."""

_MOST = 256
"""Parts that stay unpacked: an article's page reads some twenty, its own and those of its related ones."""


class _Packed(Generic[T]):
    """A value as bytes; it stands unpacked beside them until many others were asked for."""

    __slots__ = ("_value", "data")
    _unpacked: ClassVar[deque[_Packed[Any]]] = deque()

    def __init__(self, data: bytes) -> None:
        self.data = data
        self._value: T | None = None

    @property
    def value(self) -> T:
        """The value. Raises UnpicklingError where it holds anything but the model's classes."""
        value = self._value
        if value is None:
            value = self._value = expand(self.data)
            self._unpacked.append(self)
            if len(self._unpacked) > _MOST:
                self._unpacked.popleft()._value = None
        return value

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, _Packed):
            return NotImplemented
        return self.data == other.data or bool(self.value == other.value)

    __hash__ = None  # type: ignore[assignment]  # because equal values may be packed in several ways


_Text = _Packed[tuple[tuple[Sentence, ...], tuple[Translation, ...]]]
"""Sentences with their English, which repeats them."""
_Names = _Packed[tuple[Entity, ...]]
_Said = _Packed[tuple[tuple[TopicScore, ...], tuple[TemporalExpression, ...], tuple[Quotation, ...]]]
_Page = _Packed[tuple[Seed, Document]]


class _HeldFindings(Findings):
    """Findings whose larger parts are packed."""

    __slots__ = ("names", "said", "text")
    OPEN: ClassVar = ("publication", "events", "summary", "figures", "outlets", "byline", "dateline")
    text: _Text
    names: _Names
    said: _Said

    def __new__(cls, *args: Any, **named: Any) -> Any:
        """Common findings: whoever makes some of these has them all."""
        return Findings(*args, **named)

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        return self.text.value[0]

    @property
    def entities(self) -> tuple[Entity, ...]:
        return self.names.value

    @property
    def topics(self) -> tuple[TopicScore, ...]:
        return self.said.value[0]

    @property
    def dates(self) -> tuple[TemporalExpression, ...]:
        return self.said.value[1]

    @property
    def quotations(self) -> tuple[Quotation, ...]:
        return self.said.value[2]

    def __eq__(self, other: object) -> bool:
        return _equal(self, other, Findings, (*self.OPEN, "text", "names", "said"))

    __hash__ = Findings.__hash__

    def __reduce__(self) -> tuple[Any, ...]:
        return Findings, _values(self)


class _HeldArticle(Article):
    """An article whose larger parts are packed."""

    __slots__ = ("page",)
    OPEN: ClassVar = ("id", "slug", "extract", "correction", "warnings")
    page: _Page
    findings: _HeldFindings

    def __new__(cls, *args: Any, **named: Any) -> Any:
        """A common article: whoever makes one of these has it all."""
        return Article(*args, **named)

    @property
    def seed(self) -> Seed:
        return self.page.value[0]

    @property
    def document(self) -> Document:
        return self.page.value[1]

    @property
    def translations(self) -> tuple[Translation, ...]:
        return self.findings.text.value[1]

    def __eq__(self, other: object) -> bool:
        return _equal(self, other, Article, (*self.OPEN, "findings", "page"))

    __hash__ = Article.__hash__

    def __reduce__(self) -> tuple[Any, ...]:
        return Article, _values(self)


def hold(article: Article) -> Article:
    """The article, held."""
    return from_plain(as_plain(article))


def as_plain(article: Article) -> Held:
    """An article as plain values, which the store can keep."""
    findings = article.findings
    if isinstance(article, _HeldArticle) and isinstance(findings, _HeldFindings):
        parts = tuple(part.data for part in (article.page, findings.text, findings.names, findings.said))
    else:
        said = (findings.topics, findings.dates, findings.quotations)
        text = (findings.sentences, article.translations)
        parts = tuple(map(squeeze, ((article.seed, article.document), text, findings.entities, said)))
    return _values(article, _HeldArticle.OPEN), _values(findings, _HeldFindings.OPEN), parts


def from_plain(held: Held) -> Article:
    """The held article of what `as_plain` gave. Raises TypeError or ValueError for anything else."""
    own, found, parts = held
    page, *told = map(_Packed[Any], parts)
    findings = _made(_HeldFindings, (*_HeldFindings.OPEN, "text", "names", "said"), (*found, *told))
    return _made(_HeldArticle, (*_HeldArticle.OPEN, "findings", "page"), (*own, findings, page))


def with_fields(article: Article, **named: Any) -> Article:
    """What `dataclasses.replace` makes of an article; a held one stays held, and unpacks nothing for it.

    Of a held one its open fields and its translations can be others.
    """
    if not isinstance(article, _HeldArticle):
        return replace(article, **named)
    own, found, (page, text, *others) = as_plain(article)
    if "translations" in named:
        text = squeeze((article.findings.sentences, named.pop("translations")))
    values = dict(zip(_HeldArticle.OPEN, own, strict=True)) | named
    return from_plain((tuple(map(values.pop, _HeldArticle.OPEN)), found, (page, text, *others)))


def _made(kind: type[T], names: tuple[str, ...], values: tuple[Any, ...]) -> T:
    made = object.__new__(kind)
    for name, value in zip(names, values, strict=True):
        object.__setattr__(made, name, value)  # its class is frozen
    return made


def _values(value: Any, names: tuple[str, ...] = ()) -> tuple[Any, ...]:
    return tuple(getattr(value, name) for name in names or (field.name for field in fields(value)))


def _equal(one: Any, other: object, kind: type[Article | Findings], parts: tuple[str, ...]) -> bool:
    """Whether two are equal; of two that are held, parts that are the same bytes are not unpacked."""
    if one is other or not isinstance(other, kind):
        return one is other
    names = parts if type(one) is type(other) else tuple(field.name for field in fields(kind))
    return all(getattr(one, name) == getattr(other, name) for name in names)
