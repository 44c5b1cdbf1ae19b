"""Derives a headline from an article's first sentence: `speaker: what was said`, or its first clause.

Words only leave the sentence, none is added (`rules/headlines.yml`). Pure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from digest.clean.fields.fieldwords import is_agency
from digest.clean.fields.openings import opening_credit
from digest.rules import default_rules
from digest.text import fold, single_spaced

_ASIDE = re.compile(r"\s+[-–—]\s?[^-–—\n]{2,60}?\s?[-–—](?=[\s،,])")
_BRACKETS = re.compile(r"\s*\([^()]{1,60}\)")
_SENTENCE = re.compile(r"[.!?؟](?=[\"”»’)\s]|$)(?<!\d\.)")
_EDGE = " \t،,:;؛-–—.\u00a0"


@dataclass(frozen=True, slots=True)
class _Rules:
    saying: frozenset[str]
    that: frozenset[str]
    clauses: frozenset[str]
    unfinished: frozenset[str]
    longest: int
    shortest: int
    when: re.Pattern[str]
    """`، اليوم الأحد،`: a time set between commas, with its first comma."""


def derive_headline(paragraph: str) -> str:
    """A headline of at most about a hundred characters from an article's first paragraph."""
    sentence = _first_sentence(single_spaced(paragraph))
    return _speaker_form(sentence) or _clause(sentence, _rules().longest)


def _first_sentence(text: str) -> str:
    parts = opening_credit(text)
    end = max((part.span.end for part in parts), default=0)
    if end == 0:
        name, colon, _ = text[:40].partition(":")
        end = len(name) if colon and is_agency(name) else 0
    if len(text) - end > 40:
        text = text[end:].lstrip(_EDGE + ")")
    text = _rules().when.sub("", _BRACKETS.sub("", _ASIDE.sub("", text)))
    end = next((match.start() for match in _SENTENCE.finditer(text) if match.start() >= 25), len(text))
    return text[:end].strip(_EDGE)


def _speaker_form(sentence: str) -> str | None:
    """`قال X إن Y` as `X: Y`; None where the sentence is not of that form."""
    rules = _rules()
    words = sentence.split(" ")
    if fold(words[0]) not in rules.saying:
        return None
    for index in range(2, min(len(words), 14)):
        if fold(words[index]) not in rules.that:
            continue
        ends = index - 1 if index > 2 and fold(f"{words[index - 1]} {words[index]}") in rules.that else index
        speaker = _speaker(words[1:ends])
        if speaker is None:
            return None
        said = _clause(" ".join(words[index + 1 :]), rules.longest - len(speaker) - 2)
        return f"{speaker}: {said}" if len(said) >= rules.shortest else None
    return None


def _speaker(words: list[str]) -> str | None:
    """Who speaks, in at most five words: up to a comma, the name rather than the office where it is long."""
    text = re.split(r"[،,]", " ".join(words))[0].strip(_EDGE)
    parts = text.split(" ")
    name = parts
    while len(name) > 2 and name[0].startswith("ال"):
        name = name[1:]
    chosen = name if len(name) < len(parts) and 1 <= len(name) <= 3 else parts
    return " ".join(chosen) if 1 <= len(chosen) <= 5 and text else None


def _clause(text: str, longest: int) -> str:
    """The text up to a new clause, else to the last comma that fits, else to a word and an ellipsis."""
    rules = _rules()
    words = list(re.finditer(r"\S+", text))
    clauses = [
        word.start()
        for above, word in pairwise(words[3:])
        if fold(word[0].rstrip("،,")) in rules.clauses and fold(above[0]) not in rules.unfinished
    ]
    fitting = [cut for cut in clauses if rules.shortest <= cut <= longest]
    if fitting:
        return text[: fitting[0]].strip(_EDGE)
    if len(text) <= longest:
        return text.strip(_EDGE)
    commas = [match.start() for match in re.finditer(r"[،؛,;](?=\s)", text)]
    fitting = [cut for cut in commas if rules.shortest <= cut <= longest]
    if fitting:
        return text[: fitting[-1]].strip(_EDGE)
    return f"{text[:longest].rpartition(' ')[0].strip(_EDGE)}…"


@cache
def _rules() -> _Rules:
    table = default_rules().table("headlines")
    keys = ("saying", "that", "clauses", "unfinished")
    saying, that, clauses, nouns = (frozenset(map(fold, table[key])) for key in keys)
    unfinished = nouns.union(map(fold, default_rules().table("fields")["open_words"]))
    days = "|".join(map(re.escape, table["times"]))
    when = re.compile(rf"\s?[،,]\s?(?:{days})(?:\s[^\s،,.]+){{0,3}}\s?[،,]")
    return _Rules(saying, that, clauses, unfinished, table["longest"], table["shortest"], when)
