"""Compiles `rules/furniture.yml`: which rule, if any, a row's words match. Linear in the row's length."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import dropwhile, islice
from typing import Any

import ahocorasick

from digest.clean.rows import Row, make_row
from digest.model import LineKind
from digest.rules import default_rules
from digest.text import without_vowels

_LONGEST = 80
"""Words of the longest line that any rule is about."""
_MOST = {"whole": 12, "start": 10, "cue": 30, "anywhere": 40, "words": 10}
_PRESS = 2
"""Words of what asks readers to press."""
_NUMBER = re.compile(r"\d+(?:[.'’-]\d+)*")
_DIGIT = re.compile(r"\d")
_MARK = re.compile(r"\s*[:>›»|/–—.…-]")


@dataclass(frozen=True, slots=True)
class FurnitureRule:
    """One rule of the file: the kind of a line, and what the line does to what follows."""

    id: str
    kind: LineKind
    least: int
    most: int
    opens: bool
    ends: bool
    closes: bool
    soft: bool
    anywhere: bool
    """Whether the words may stand anywhere in the line, so that a sentence may be about them."""


_Openings = dict[str, list[tuple[tuple[str, ...], FurnitureRule]]]
"""The words with which lines open, and their rules, by the first of them."""


class Phrases:
    """The rules of `rules/furniture.yml`, ready to be asked about rows."""

    def __init__(self, table: Any) -> None:
        self.whole: dict[str, FurnitureRule] = {}
        self.starts: _Openings = {}
        self.cues: _Openings = {}
        self.vocabularies: dict[str, list[tuple[frozenset[str], FurnitureRule]]] = {}
        self.anywhere: Any = ahocorasick.Automaton()
        for entry in table["rules"]:
            self._add(entry)
        self.anywhere.make_automaton()
        # Of the words one of which any of its phrases has, those that fewest texts have: the longest.
        self._rare = frozenset(max(core.split(), key=len) for core in self.anywhere)

    @cached_property
    def closing(self) -> frozenset[str]:
        """The words that end a section, alone or behind its heading."""
        return frozenset(word for word, rule in self.whole.items() if rule.closes and " " not in word)

    @cached_property
    def firsts(self) -> frozenset[str]:
        """The words one of which begins any line that a rule is about, but for rules of words anywhere."""
        whole = (core.partition(" ")[0] for core in self.whole)
        return frozenset((*whole, *self.starts, *self.cues, *self.vocabularies))

    @cached_property
    def links(self) -> frozenset[str]:
        """The words that a link to another article may begin with."""
        opened = (*self.starts.items(), *self.cues.items())
        return frozenset(
            word for word, found in opened if any(rule.kind is LineKind.RELATED for _, rule in found)
        )

    @cached_property
    def homes(self) -> frozenset[tuple[str, ...]]:
        """What links to a site's first page say."""
        return frozenset(_of_kind(self.cues, LineKind.NAVIGATION))

    @cached_property
    def copies(self) -> frozenset[tuple[str, ...]]:
        """What buttons that copy a page's address say."""
        return frozenset(words for words in _of_kind(self.starts, LineKind.COPY_LINK) if len(words) > 1)

    @cached_property
    def presses(self) -> frozenset[str]:
        """What asks readers to press on something, whatever they are told before it."""
        return frozenset(self._said_anywhere(LineKind.APP_CONTROL))

    @cached_property
    def sharing(self) -> frozenset[tuple[str, ...]]:
        """What asks readers to pass something on: `شارك على`."""
        return frozenset(tuple(core.split()) for core in self._said_anywhere(LineKind.SHARE))

    @cached_property
    def buttons(self) -> frozenset[str]:
        """Words one of which any line with a button to copy or to press has."""
        pressed = (core.rpartition(" ")[0] for core in self.presses)
        return frozenset((*(words[0] for words in self.copies), *pressed))

    @cached_property
    def of_prayers(self) -> frozenset[str]:
        """The words that times of prayer stand beside."""
        return frozenset(
            word
            for word, found in self.vocabularies.items()
            if any(rule.kind is LineKind.PRAYER_TIMES for _, rule in found)
        )

    def _said_anywhere(self, kind: LineKind) -> Iterator[str]:
        """The words, anywhere in a line, of the rules of a kind."""
        return (core.strip() for core, rule in self.anywhere.items() if rule.kind is kind)

    def find(self, row: Row) -> FurnitureRule | None:
        """The first kind of rule that the row matches: whole, start, words, anywhere."""
        if not 0 < len(row.words) <= _LONGEST:
            return None
        first = row.words[0]
        if first in self.firsts or first in _SIZES or first[0].isdigit():
            return self._find(row)
        return self._anywhere(row)

    def _find(self, row: Row) -> FurnitureRule | None:
        """The same, of a row whose first word, numbers aside, may be a rule's."""
        words, core = row.words, row.core
        if words[0] in _SIZES or _DIGIT.search(core):
            words = _without_numbers(words)
            core = " ".join(words)
        if not words:
            # `A+ A-` is made of nothing else.
            return self._words(row.words)
        return (
            self.whole.get(core)
            or (self._closing(words) if words[-1] in self.closing else None)
            or _opened(self.starts, words)
            or self._cue(row, words)
            or self._words(words)
            or self._anywhere(row)
        )

    def _closing(self, words: tuple[str, ...]) -> FurnitureRule | None:
        """The rule of a section's end where a line is a section's heading with `نهاية` behind it."""
        heading = self.whole.get(" ".join(words[:-1]))
        return self.whole[words[-1]] if heading and heading.opens else None

    def is_button(self, words: tuple[str, ...]) -> bool:
        """Whether some words are a button: to copy an address, or to press on behind what it is for."""
        if words in self.copies:
            return True
        pressed = " ".join(words[-2:]) in self.presses
        return pressed and (len(words) == _PRESS or words[0] in self.links)

    def is_of_networks(self, word: str) -> bool:
        """Whether a word is one of those that rows of buttons to share something are made of."""
        return any(rule.kind is LineKind.SHARE for _, rule in self.vocabularies.get(word, ()))

    def names_home(self, words: tuple[str, ...]) -> bool:
        """Whether some words begin or end with a link to a site's first page."""
        return any(home in (words[: len(home)], words[-len(home) :]) for home in self.homes)

    def of_words(self, row: Row) -> FurnitureRule | None:
        """The rule that holds every word of the row."""
        return self._words(row.words) if row.words else None

    def _add(self, entry: Any) -> None:
        rule = FurnitureRule(
            id=entry["id"],
            kind=LineKind(entry["kind"]),
            least=entry.get("least", 1),
            most=entry.get("most", _MOST[entry["match"]]),
            opens=entry.get("opens", False),
            ends=entry.get("ends", False),
            closes=entry.get("closes", False),
            soft=entry.get("soft", False),
            anywhere=entry["match"] == "anywhere",
        )
        phrases = [make_row(phrase) for phrase in entry["phrases"]]
        if entry["match"] == "words":
            vocabulary = frozenset(word for row in phrases for word in row.words)
            for word in vocabulary:
                self.vocabularies.setdefault(word, []).append((vocabulary, rule))
            return
        for phrase in phrases:
            match entry["match"]:
                case "whole":
                    self.whole.setdefault(" ".join(_without_numbers(phrase.words)), rule)
                case "cue":
                    self.cues.setdefault(phrase.words[0], []).append((phrase.words, rule))
                case "start":
                    self.starts.setdefault(phrase.words[0], []).append((phrase.words, rule))
                case _:
                    self.anywhere.add_word(f" {phrase.core} ", rule)

    def _cue(self, row: Row, words: tuple[str, ...]) -> FurnitureRule | None:
        if words[0] not in self.cues:
            return None
        rule = _opened(self.cues, words)
        if rule is None:
            return None
        longest = max(len(phrase) for phrase, _ in self.cues[words[0]] if words[: len(phrase)] == phrase)
        text = without_vowels(row.text).text
        end = islice((match.end() for match in re.finditer(r"\w+", text)), longest - 1, longest)
        return rule if _MARK.match(text, next(end, 0)) else None

    def _words(self, words: tuple[str, ...]) -> FurnitureRule | None:
        for vocabulary, rule in self.vocabularies.get(words[0], ()):
            if rule.least <= len(words) <= rule.most and vocabulary.issuperset(words):
                return rule
        return None

    def _anywhere(self, row: Row) -> FurnitureRule | None:
        if self._rare.isdisjoint(row.words):
            return None
        for _, rule in self.anywhere.iter(f" {row.core} "):
            if len(row.words) <= rule.most:
                return rule  # type: ignore[no-any-return]  # because the automaton is untyped
        return None


def _of_kind(table: _Openings, kind: LineKind) -> Iterator[tuple[str, ...]]:
    """The words that lines open with by the rules of a kind."""
    return (words for found in table.values() for words, rule in found if rule.kind is kind)


def _opened(table: _Openings, words: tuple[str, ...]) -> FurnitureRule | None:
    for phrase, rule in table.get(words[0], ()):
        if len(words) <= rule.most and words[: len(phrase)] == phrase:
            return rule
    return None


@cache
def phrases() -> Phrases:
    """The rules that ship with the package."""
    return Phrases(default_rules().table("furniture"))


def _without_numbers(words: tuple[str, ...]) -> tuple[str, ...]:
    """Without numbers, and without letters for a text's size before the first word: `A+ A A- رابط مختصر`."""
    words = tuple([word for word in words if not (word[0].isdigit() and _NUMBER.fullmatch(word))])
    return tuple(dropwhile(_SIZES.__contains__, words)) if words[:1] and words[0] in _SIZES else words


_SIZES = frozenset(("a", "aa"))
