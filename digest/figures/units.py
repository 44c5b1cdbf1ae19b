"""Units, currencies and scale words of `rules/units.yml`, compiled for lookup.

Pure. A form is found folded; the oblique dual and the forms with the article are made here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from digest.rules import default_rules
from digest.text import fold

_FEMININE_DUALS = ("تان", "تين")
_DUAL_ALONE = frozenset(("money", "length", "measure", "volume", "time"))
"""Kinds of units whose dual is a quantity by itself: `يومين`."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit, a currency or what is counted."""

    id: str
    kind: str
    ar: tuple[str, str, str, str]
    """One, two, three to ten, eleven to ninety-nine."""
    en: tuple[str, str]
    """One and many."""
    dual_alone: bool
    """Whether its dual is a quantity by itself: `يومين`."""
    unless: frozenset[str] = frozenset()
    """Folded words of a sentence that make it something else: centres are places where a team climbs."""
    nouns: tuple[tuple[str, ...], ...] = ()
    """Other nouns for the same, each in the forms of `ar`, perhaps with further ones behind them."""


PLAIN = Unit("count", "count", ("", "", "", ""), ("", ""), dual_alone=False)
"""What is counted by a noun that the rules have no words for: a figure measures that noun."""


@dataclass(frozen=True, slots=True)
class Scale:
    """A scale word as it stands alone or after a number."""

    alone: float | None
    """Its value without a number before it; None for a plural, which is then no number."""
    after: float
    """What it multiplies a number before it by."""
    either: bool = False
    """Whether it is two right before a noun only, and one where a number goes on: `مليونا و200 ألف`."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a unit as folded words."""

    words: tuple[str, ...]
    unit: Unit
    dual: bool
    singular: bool
    """Whether it is the form for one, which no number governs through `من` or in the construct."""
    counts: str = ""
    """Which numbers alone govern it: `one`, `few` or `many` (CLDR's other, few, many); empty for any."""

    def suits(self, value: float) -> bool:
        """Whether a number governs this form."""
        last = value % 100
        low, high = {"one": (0, 0), "few": (3, 10), "many": (11, 99)}.get(self.counts, (0, 100))
        return low <= last <= high


def table() -> Any:
    """The rules of `units.yml`."""
    return default_rules().table("units")


@cache
def word_set(key: str) -> frozenset[str]:
    """One of the word lists of `units.yml`, folded."""
    return frozenset(map(fold, table()[key]))


def unit_of(unit_id: str) -> Unit | None:
    """The unit of a figure, its rate left out: `m3` for `m3/year`."""
    return units().get(unit_id.partition("/")[0])


@cache
def units() -> dict[str, Unit]:
    """Every unit by its id."""
    found = {
        item["id"]: replace(
            _unit(item["id"], item["kind"], item["ar"], item["en"], dual=item.get("dual", False)),
            unless=frozenset(map(fold, item.get("unless", ()))),
            nouns=tuple(map(tuple, item.get("nouns", ()))),
        )
        for item in table()["units"]
    }
    for item in table()["currencies"]:
        found[item["alone"]] = _unit(item["alone"], "money", item["ar"], item["en"])
        for adjective, code in item["by"].items():
            if code not in found:
                found[code] = _unit(code, "money", _qualified(item["ar"], adjective), item["en"])
    for adjective, item in table()["nationalities"].items():
        unit = _nationality(adjective, item)
        found.setdefault(unit.id, unit)
    return found


@cache
def forms() -> dict[str, tuple[Form, ...]]:
    """The forms of units by their first word, those of more words first."""
    by_word: dict[str, dict[tuple[str, ...], Form]] = {}
    for form in _all_forms():
        by_word.setdefault(form.words[0], {}).setdefault(form.words, form)
    return {
        word: tuple(sorted(found.values(), key=lambda form: -len(form.words)))
        for word, found in by_word.items()
    }


@cache
def rates() -> dict[tuple[str, ...], str]:
    """The words of each rate, folded, to the rate."""
    return {
        tuple(fold(words).split()): rate for rate, item in table()["rates"].items() for words in item["words"]
    }


@cache
def short_rates() -> dict[str, str]:
    """What may follow a unit after a stroke, folded, to the rate: `س`."""
    return {fold(word): rate for rate, item in table()["rates"].items() for word in item.get("short", ())}


@cache
def scales() -> dict[str, Scale]:
    """Every form of a scale word, folded.

    `مليونا` is two million right before its noun, a million after eleven and where a number goes on.
    """
    found: dict[str, Scale] = {}
    for item in table()["scales"]:
        value = float(item["value"])
        one, two, few, many = item["ar"]
        for word in (many, *item.get("also", ()), one):
            found[fold(word)] = Scale(value, value)
        found[fold(few)] = Scale(None, value)
        either = fold(many)
        for word in map(fold, (*_duals(two), *item["construct"])):
            found[word] = Scale(2 * value, value, word == either)
    return found


@cache
def fractions() -> dict[str, float]:
    """Words for halves and quarters, folded; `ثلاثة أرباع` is two."""
    return {fold(word): value for word, value in table()["fractions"].items()}


@cache
def vague_words() -> dict[str, str]:
    """Words for a quantity without a number, folded, to their English: `مئات` to `hundreds of`."""
    return {fold(word): item["en"] for item in table()["vague"] for word in item["ar"]}


@cache
def dual_starts() -> frozenset[str]:
    """The first words of duals that are quantities by themselves, folded."""
    return frozenset(
        word for word, known in forms().items() if any(form.dual and form.unit.dual_alone for form in known)
    )


@cache
def few_words() -> frozenset[str]:
    """Words for a few before a vague quantity, folded: `بضع`."""
    return word_set("few")


def rate_words(unit_id: str, language: str) -> str:
    """The words for a unit's rate in a language, empty without one: `m3/year` has `a year`."""
    rate = unit_id.partition("/")[2]
    item = table()["rates"].get(rate)
    return str(item[language]) if item else ""


@cache
def scale_words(language: str) -> tuple[tuple[float, tuple[str, ...]], ...]:
    """Each scale, ascending, in its words: Arabic one, two, few, many, both duals before nouns."""
    return tuple(
        (item["value"], (*item["ar"], *item["construct"]) if language == "ar" else (item["en"],))
        for item in table()["scales"]
    )


def _unit(unit_id: str, kind: str, ar: Sequence[str], en: Sequence[str], *, dual: bool = False) -> Unit:
    one, two, few, many = ar
    return Unit(unit_id, kind, (one, two, few, many), (en[0], en[1]), dual or kind in _DUAL_ALONE)


def _all_forms() -> Iterator[Form]:
    for item in table()["currencies"]:
        for adjective, code in item["by"].items():
            yield from _unit_forms(units()[code], _qualified(item["ar"], adjective))
            feminine = adjective if adjective.endswith("ة") else f"{adjective}ة"
            yield from _plain_forms(
                units()[code], [f"{item['ar'][2]} {feminine}", f"{item['ar'][0]} {adjective}"]
            )
        yield from _unit_forms(units()[item["alone"]], item["ar"])
    for item in table()["units"]:
        yield from _unit_forms(units()[item["id"]], item["ar"])
        yield from _plain_forms(units()[item["id"]], item.get("also", ()))
        for one, _, *others in item.get("nouns", ()):
            yield from _noun_forms(units()[item["id"]], one, others)
    for adjective, item in table()["nationalities"].items():
        yield from _nationality_forms(_nationality(adjective, item))


def _nationality(adjective: str, item: Any) -> Unit:
    few = item.get("few", f"{adjective}ين")
    unit_id = item["en"][0].lower().replace(" ", "-")
    return _unit(unit_id, "people", (adjective, f"{adjective}ان", few, f"{adjective}ًا"), item["en"])


def _nationality_forms(unit: Unit) -> Iterator[Form]:
    one, _, few, many = unit.ar
    for word, counts in (
        (one, "one"),
        (few, "few"),
        (f"{one}ين", "few"),
        (f"{one}ون", "few"),
        (many, "many"),
    ):
        yield Form((fold(word),), units()[unit.id], dual=False, singular=counts == "one", counts=counts)


def _unit_forms(unit: Unit, ar: Sequence[str]) -> Iterator[Form]:
    one, two, few, many = ar
    yield from _plain_forms(unit, (one, few, many))
    if two != one:
        for dual in _duals(two):
            yield Form(tuple(fold(dual).split()), unit, dual=True, singular=False)


def _plain_forms(unit: Unit, words: Sequence[str]) -> Iterator[Form]:
    for text in words:
        singular = text == unit.ar[0] != unit.ar[2]
        yield Form(tuple(fold(text).split()), unit, dual=text.endswith(_FEMININE_DUALS), singular=singular)


def _noun_forms(unit: Unit, one: str, others: Sequence[str]) -> Iterator[Form]:
    """The forms of another noun, but for its dual, which may be an adjective's."""
    for text in (*others, one):
        singular = text == one and one != others[0]
        yield Form(tuple(fold(text).split()), unit, dual=False, singular=singular)


def oblique(two: str) -> str:
    """A dual in the other case: `يومان` to `يومين`."""
    return " ".join(word[:-2] + "ين" if word.endswith("ان") else word for word in two.split())


def _duals(two: str) -> tuple[str, ...]:
    """The dual in both cases: `يومان`, `يومين`."""
    return (two, oblique(two))


def _qualified(ar: Sequence[str], adjective: str) -> tuple[str, str, str, str]:
    """A currency's forms with a country's adjective, each agreeing with its noun."""
    one, two, few, many = ar
    stem = adjective.removesuffix("ة")
    masculine = stem == adjective
    two_adjective = f"{stem}ان" if masculine else f"{stem}تان"
    many_adjective = f"{stem}ًا" if masculine else adjective
    return f"{one} {adjective}", f"{two} {two_adjective}", f"{few} {stem}ة", f"{many} {many_adjective}"
