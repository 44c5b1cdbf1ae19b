"""Knowledge from outside the text that dates it: anniversaries, feasts, events held again and again.

General rules only (`rules/anniversaries.yml`, `rules/feasts.yml`); every clue from here is marked as outside
knowledge. May use the dates layer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import Any

from digest import edtf
from digest.dates.calendars import feast_day
from digest.dates.context import looks_ahead
from digest.dates.numbers import cardinal, digits, ordinal
from digest.dates.tokens import Tokens
from digest.dates.when import When
from digest.model import Evidence, Span
from digest.published.clues import KNOWN, Clue, habit, in_year
from digest.published.told import Piece, Said, Told
from digest.rules import default_rules
from digest.text import fold


@dataclass(frozen=True, slots=True)
class _Story:
    """The whole text, folded once, and the longest stay it tells of."""

    folded: str
    stay: int | None
    """Days that a visit under way lasts."""


def outside_clues(told: Sequence[Told]) -> list[Clue]:
    """The constraints that general knowledge adds, in text order."""
    folded = [_matched(sentence.folded) for sentence in told]
    story = _Story("\n".join(folded), next((days for sentence in told if (days := _stay(sentence))), None))
    clues: list[Clue] = []
    events = [event for event in _event_rules() if any(name in story.folded for name in event[0])]
    for sentence, matched in zip(told, folded, strict=True):
        clues.extend(_anniversaries(sentence, matched, story))
        clues.extend(_feasts(sentence, story))
        clues.extend(_events(sentence, matched, events))
    return clues


def _matched(folded: str) -> str:
    """A folded text with `لل` as `ال`: a phrase is found behind an attached ل; no longer or shorter."""
    return _FOR_THE.sub("ال", folded) if "لل" in folded else folded


_FOR_THE = re.compile(r"\bلل(?=\w\w)")


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(fold(word) for word in default_rules().table("anniversaries")[name])


def _stay(told: Told) -> int | None:
    """Length in days of a visit (`زيارة … تستغرق أربعة أيام`)."""
    folded = told.folded
    if not any(word in folded for word in _words("stay_words")):
        return None
    for said in told.said:
        days = _day_count(said)
        if days and 2 <= days <= 10:
            return days
    return None


def _day_count(said: Said) -> int | None:
    if getattr(said.what, "kind", None) != "duration":
        return None
    tokens, at = said.tokens, said.first
    number = digits(tokens, at) or cardinal(tokens, at)
    unit = tokens.find(number[1] if number else at, "unit")
    if unit is None or unit[0].value[0] != "day":
        return None
    return number[0] if number else int(unit[0].value[1])


def _anniversaries(told: Told, folded: str, story: _Story) -> Iterator[Clue]:
    piece, tokens, signs = told.piece, told.tokens, _anniversary_signs()
    if signs.isdisjoint(tokens.words):
        return
    for at, word in enumerate(tokens.words):
        number = _anniversary_number(tokens, at, word) if word in signs else None
        if number is None:
            continue
        value, end = number
        rule = _anniversary_rule(folded[tokens.starts[at] :], folded, story.folded)
        if rule is None:
            continue
        base = str(rule["base"])
        year = int(base[:4]) + value
        evidence = _evidence(piece, tokens, (at, end), f"anniversary.{rule['id']}", f"{year:04}")
        within = list(in_year(evidence, KNOWN, year))
        yield from within
        if within and len(base) == 10 and looks_ahead(tokens, at, end):
            day = date(year, int(base[5:7]), int(base[8:]))
            yield _planned(_evidence(piece, tokens, (at, end), "anniversary-to-come", ""), day, story)


@cache
def _anniversary_signs() -> frozenset[str]:
    return _words("passing_words") | _words("anniversary_words")


def _anniversary_number(t: Tokens, at: int, word: str) -> tuple[int, int] | None:
    """`الذكرى الـ75`, `الذكرى السنوية الثمانين`, `الذكرى المئوية`, `مرور 75 عاما`: (number, token after)."""
    if word in _words("passing_words"):
        found = digits(t, at + 1) or cardinal(t, at + 1)
        unit = t.find(found[1], "unit") if found else None
        return (found[0], unit[1]) if found and unit and unit[0].value[0] == "year" else None
    if word not in _words("anniversary_words"):
        return None
    after = at + 1
    if t.words[after] == fold("المئوية"):
        return 100, after + 1
    if t.words[after] in _words("anniversary_adjectives"):
        after += 1
    if t.words[after] == "ال" and t.is_digits(after + 1):
        after += 1
    return digits(t, after) or ordinal(t, after) or cardinal(t, after)


def _anniversary_rule(rest: str, sentence: str, text: str) -> dict[str, Any] | None:
    """The rule whose words stand after the anniversary, in its sentence and in the text."""
    for groups, names, rule in _anniversary_rules():
        near = any(word in rest for group in groups for word in group)
        whole = all(any(word in sentence for word in group) for group in groups)
        if near and whole and all(name in text for name in names):
            return rule
    return None


@cache
def _anniversary_rules() -> list[tuple[list[list[str]], list[str], dict[str, Any]]]:
    """The anniversaries of the rules, each with its groups of words and its names as they are looked for."""
    return [
        (
            [[_matched(fold(word)) for word in group] for group in rule["words"]],
            [fold(name) for name in rule.get("names", [])],
            rule,
        )
        for rule in default_rules().table("anniversaries")["anniversaries"]
    ]


def _feasts(told: Told, story: _Story) -> Iterator[Clue]:
    for said in told.said:
        when = said.what
        if not isinstance(when, When) or when.feast is None or when.year is not None or when.way is not None:
            continue
        feast = when.feast
        ahead, behind = habit("feast_ahead"), 0 if said.future else habit("feast_after")
        if said.future and story.stay:
            ahead = min(ahead, story.stay - 1)
        words = f"{ahead} days before the feast to {behind} after it"
        evidence = Evidence(f"feast.{feast}", words, said.span, said.text, outside=True)
        yield Clue(evidence, KNOWN, allows=_near_feast(feast, ahead, behind))


def _near_feast(feast: str, ahead: int, behind: int) -> Any:
    def allows(day: date) -> bool:
        number = day.toordinal()
        return any(-ahead <= number - feasted <= behind for feasted in _feast_days(feast, day.year))

    return allows


@lru_cache(maxsize=1024)
def _feast_days(feast: str, year: int) -> tuple[int, ...]:
    """The day numbers of a feast in a year and the years beside it."""
    days = (feast_day(feast, year + step) for step in (0, 1, -1))
    return tuple(day.toordinal() for day in days if day)


def _planned(evidence: Evidence, day: date, story: _Story) -> Clue:
    """A day that is still to come for a visitor who has arrived lies within the visit."""
    ahead = story.stay - 1 if story.stay else habit("feast_ahead")
    first = day - timedelta(ahead)
    constraint = f"[{first.isoformat()}..{day.isoformat()}]"
    told = Evidence(evidence.rule, constraint, evidence.span, evidence.text, outside=True)
    return Clue(told, KNOWN, first, day)


def _events(told: Told, folded: str, events: Sequence[_Event]) -> Iterator[Clue]:
    for names, rule in events:
        if any(name in folded for name in names):
            yield from (_numbered(told, rule) if rule.get("numbered") else _dated(told, folded, rule))


_Event = tuple[list[str], dict[str, Any]]


@cache
def _event_rules() -> list[_Event]:
    """The events of the rules, each with its names as they are looked for."""
    events = default_rules().table("anniversaries")["events"]
    return [([_matched(fold(name)) for name in rule["names"]], rule) for rule in events]


def _numbered(told: Told, rule: dict[str, Any]) -> Iterator[Clue]:
    """`المؤتمر العشرين …` has been held: not before its last day."""
    piece, tokens = told.piece, told.tokens
    heads = frozenset(fold(word) for word in rule["head"])
    held = _words("held_words") & {_bare(word) for word in tokens.words}
    for at, word in enumerate(tokens.words):
        number = ordinal(tokens, at + 1) if word in heads else None
        days = rule["editions"].get(str(number[0])) if number else None
        if number and days and held and not looks_ahead(tokens, at, number[1]):
            last = edtf.bounds(days)[1]
            assert last is not None
            label = f"event.{rule['id']}"
            yield Clue(
                _evidence(piece, tokens, (at, number[1]), label, f"{last.isoformat()}/.."), KNOWN, last
            )


def _bare(word: str) -> str:
    return word[2:] if word.startswith("ال") else word


def _dated(told: Told, folded: str, rule: dict[str, Any]) -> Iterator[Clue]:
    """An event with its year that opens today, or that is still to open or to close."""
    match = _YEAR.search(folded)
    days = rule["editions"].get(match[0]) if match else None
    if days is None or match is None:
        return
    first, last = edtf.bounds(days)
    assert first is not None
    assert last is not None
    piece, tokens = told.piece, told.tokens
    words = {_bare(word.removeprefix("و")) for word in tokens.words}
    at = next(index for index, word in enumerate(tokens.words) if word == match[0])
    today = any(isinstance(said.what, When) and said.what.day_shift == 0 for said in told.said)
    label = f"event.{rule['id']}"
    if today and words & _words("opening_verbs"):
        yield Clue(_evidence(piece, tokens, (at, at + 1), label, first.isoformat()), KNOWN, first, first)
    elif today and words & _words("opening_nouns"):
        yield Clue(
            _evidence(piece, tokens, (at, at + 1), label, f"../{first.isoformat()}"), KNOWN, None, first
        )
    if today and words & (_words("opening_verbs") | _words("opening_nouns")):
        near = first - timedelta(habit("feast_ahead"))
        constraint = f"[{near.isoformat()}..{last.isoformat()}]"
        yield Clue(_evidence(piece, tokens, (at, at + 1), label, constraint), KNOWN, near, last)


_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def _evidence(piece: Piece, tokens: Tokens, place: tuple[int, int], rule: str, constraint: str) -> Evidence:
    inside = tokens.span(*place)
    span = Span(piece.start + inside.start, piece.start + inside.end)
    return Evidence(rule, constraint, span, piece.text[inside.start : inside.end], outside=True)
