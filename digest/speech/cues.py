"""Verbs of saying: where they stand in a paragraph and who their forms agree with.

Pure; the verbs are `rules/cues.yml`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from digest.names.tokens import Tokens
from digest.rules import default_rules
from digest.text import fold

_NEAR = 10
"""Words after a verb among which the word that it needs must stand."""


class Agreement(StrEnum):
    """Gender or number of a verb's form."""

    MASCULINE = "masculine"
    FEMININE = "feminine"
    PLURAL = "plural"


@dataclass(frozen=True, slots=True)
class Verb:
    """A form of a verb of saying."""

    id: str
    agreement: Agreement
    continues: bool
    needs: frozenset[str]


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb of saying in a text."""

    word: int
    """Index of its word."""
    skip: int
    """Letters attached in front of it: the conjunction."""
    verb: Verb


def find_cues(tokens: Tokens) -> tuple[Cue, ...]:
    """Find the verbs of saying of a paragraph, in order."""
    forms = verb_forms()
    cues = []
    for index, word in enumerate(tokens.words):
        skip = 0
        verb = forms.get(word)
        if verb is None and word[0] in "وف":
            verb, skip = forms.get(word[1:]), 1
        if verb and (not verb.needs or not verb.needs.isdisjoint(tokens.words[index + 1 : index + _NEAR])):
            cues.append(Cue(index, skip, verb))
    return tuple(cues)


@cache
def verb_forms() -> dict[str, Verb]:
    """Every form of every verb of saying, folded."""
    forms: dict[str, Verb] = {}
    for rule in table()["verbs"]:
        needs = frozenset(map(fold, rule.get("needs", ())))
        for agreement in Agreement:
            verb = Verb(rule["id"], agreement, rule.get("continues", False), needs)
            for form in rule.get(agreement.value, ()):
                forms.setdefault(fold(form), verb)
    return forms


@cache
def words(key: str) -> frozenset[str]:
    """One of the word lists of `cues.yml`, folded."""
    return frozenset(map(fold, table()[key]))


def table() -> Any:
    """The rules of `cues.yml`."""
    return default_rules().table("cues")
