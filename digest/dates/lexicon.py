"""The words that dates are made of, compiled from the rule files: folded token -> what it may be.

Every word is entered with the article and the particles that may be attached to it, so that a look-up in one
dictionary answers for the whole token. May use the text and rules layers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from digest.rules import default_rules
from digest.text import fold

TOKEN = re.compile(r"[\u0621-\u064a]++[^\W\d_]*|[^\W\d_]+|[0-9]+|\S|\n")
"""Tokens of a folded text: letters (Arabic ones are told the soonest), digits, any other visible character,
line end."""

_CLITICS = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل", "وك")
_PLAIN = ("", "و", "ف")


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing that a word may be."""

    value: Any
    """Number, unit name, … as its category has it."""
    clitic: str = ""
    """Particles attached before it."""
    definite: bool = False
    """Whether it carries the article."""
    this: bool = False
    """Whether the spoken demonstrative هال is attached."""
    weak: int = 0
    """For a month: 1 when it needs support beside it, 2 when only the number of a day supports it; for a
    weekday: 1 when it needs `يوم`."""


@dataclass(slots=True)
class Entry:
    """All that a token may be, alone and as the first word of a phrase."""

    words: dict[str, Reading] = field(default_factory=dict)
    phrases: dict[str, list[tuple[tuple[str, ...], Reading]]] = field(default_factory=dict)
    """By category: (the further tokens, the reading), longest first."""
    seconds: frozenset[str] = frozenset()
    """The tokens that may follow it in a phrase; where none of them does, no phrase begins here."""
    alone: frozenset[str] = frozenset()
    """The categories that it is of by itself."""
    every: frozenset[str] = frozenset()
    """Those, and the categories of its phrases."""

    def close(self) -> None:
        """Put phrases in the order they are tried in, and note what can be told at a glance."""
        self.alone = self.every = frozenset(self.words)
        if self.phrases:
            self.every = self.alone.union(self.phrases)
            self.seconds = frozenset(rest[0] for choices in self.phrases.values() for rest, _ in choices)
        for choices in self.phrases.values():
            choices.sort(key=lambda choice: -len(choice[0]))


Lexicon = dict[str, Entry]


@cache
def lexicon() -> Lexicon:
    """The compiled dictionary, built once a process."""
    built: Lexicon = {}
    for category, value, phrase, forms, weak in _all_words():
        _enter(built, category, value, tuple(TOKEN.findall(fold(phrase))), forms, weak)
    for entry in built.values():
        entry.close()
    return built


@cache
def word_set(name: str, *, forms: str = "exact") -> frozenset[str]:
    """A list of `relative_dates.yml` as folded tokens; `forms="any"` adds article and particles."""
    words = [fold(word) for word in default_rules().table("relative_dates")[name]]
    if forms == "exact":
        return frozenset(words)
    return frozenset(form for word in words for form, _ in _forms(word, "noun"))


def _enter(built: Lexicon, category: str, value: Any, tokens: tuple[str, ...], forms: str, weak: int) -> None:
    for form, (clitic, definite, this) in _forms(tokens[0], forms):
        entry = built.get(form) or built.setdefault(form, Entry())
        reading = Reading(value, clitic, definite, this, weak)
        if len(tokens) == 1:
            known = entry.words.get(category)
            if known is None or len(known.clitic) > len(clitic):
                entry.words[category] = reading
        else:
            entry.phrases.setdefault(category, []).append((tokens[1:], reading))


def _forms(word: str, forms: str) -> Iterator[tuple[str, tuple[str, bool, bool]]]:
    """The forms of a folded word: as it is, with particles, or with particles and article ("noun")."""
    if forms == "exact":
        yield word, ("", False, False)
        return
    has_article = word.startswith("ال") and len(word) > 4
    bare_word = word[2:] if has_article else word
    for clitic in _PLAIN if forms == "plain" else _CLITICS:
        if clitic.endswith("ل") and has_article:
            yield clitic + "ل" + bare_word.removeprefix("ل"), (clitic, True, False)
        else:
            yield clitic + word, (clitic, has_article, False)
        if forms == "noun" and not has_article:
            article = "ل" + word.removeprefix("ل") if clitic.endswith("ل") else "ال" + word
            yield clitic + article, (clitic, True, False)
    if forms == "noun" and not has_article:
        yield from ((f"{before}هال{word}", (before, True, True)) for before in ("", "و", "ب", "ل", "ع"))


_Word = tuple[str, Any, str, str, int]
"""Category, value, phrase, which forms it has, weakness."""


def _all_words() -> Iterator[_Word]:
    rules = default_rules()
    yield from _month_words(rules.table("months"))
    yield from _number_words(rules.table("numbers"))
    yield from _time_words(rules.table("relative_dates"))
    for feast in rules.table("feasts")["feasts"]:
        yield from _each("feast", feast["id"], feast["names"], "particles")


def _month_words(table: dict[str, Any]) -> Iterator[_Word]:
    weak, with_day, alone = (set(table[key]) for key in ("weak", "with_day", "no_clitics"))
    for name, calendar in (("gregorian", "g"), ("hijri", "h")):
        for number, names in table[name].items():
            for phrase in names:
                level = 2 if phrase in with_day else 1 if phrase in weak else 0
                forms = "plain" if phrase in alone else "particles"
                yield "month", (calendar, int(number)), phrase, forms, level


def _number_words(table: dict[str, Any]) -> Iterator[_Word]:
    for number, names in table["cardinals"].items():
        yield from _each("number", int(number), names, "noun")
    for number, stems in table["hundred_stems"].items():
        joined = [stem + hundred for stem in stems for hundred in table["hundred_words"]]
        yield from _each("number", int(number) * 100, joined, "noun")
    for number, names in table["ordinals"].items():
        yield from _each("ordinal", int(number), names, "noun")
    yield from _each("teen", 10, table["teens"], "exact")
    for number, names in table["few"].items():
        yield from _each("few", int(number), names, "plain")


def _time_words(table: dict[str, Any]) -> Iterator[_Word]:
    for number, names in table["weekdays"].items():
        for name in names:
            yield "weekday", int(number), name, "noun", int(name in table["called_weekdays"])
    for category, key in (("season", "seasons"), ("decade", "decades")):
        for number, names in table[key].items():
            yield from _each(category, int(number), names, "noun")
    for number, names in table["adjectives"].items():
        yield from _each("adjective", int(number), names, "noun")
    for number, names in table["spoken_adjectives"].items():
        yield from _each("spoken_adjective", int(number), names, "exact")
    for number, names in table["deictics"].items():
        yield from _each("deictic", int(number), names, "particles")
    yield from _unit_words(table)


def _unit_words(table: dict[str, Any]) -> Iterator[_Word]:
    for unit, forms in table["units"].items():
        for count, names in ((1, forms["one"]), (2, forms["two"]), (3, forms["many"])):
            yield from _each("unit", (unit, count), names, "noun")
    for category in ("clock_units", "day_parts", "week_ends", "every"):
        yield from _each(category, category, table[category], "noun")
    for part, names in table["parts"].items():
        yield from _each("parts", part, names, "noun")
    for category in _PARTICLES:
        yield from _each(category, category, table[category], "plain")


_PARTICLES = (
    *(
        "from",
        "since",
        "to",
        "between",
        "in",
        "of",
        "before",
        "after",
        "ahead",
        "about",
        "until",
        "by",
        "within",
        "for",
        "agrees",
    ),
    *(
        "gone",
        "now",
        "rest",
        "or_after",
        "or_before",
        "which",
        "frequencies",
        "yearly",
        "some",
        "gregorian_eras",
        "hijri_eras",
        "bc",
        "clock",
    ),
    *("demonstratives", "far_demonstratives"),
)


def _each(category: str, value: Any, phrases: Iterable[str], forms: str) -> Iterator[_Word]:
    return ((category, value, phrase, forms, 0) for phrase in phrases)
