"""Whether the names and dates of an Arabic text stand in its English. Pure; names and months are data."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache

from digest.model import DateKind, EntityKind, TemporalExpression, VocabularyEntry
from digest.rules import default_rules
from digest.text import fold
from digest.translate.numerals import english_numbers, with_full_years

ENOUGH = 0.6
"""Share of the words of a long name that must be there: "the Valdai club" is the Valdai Discussion Club."""
STEM = 4
"""Letters of a place's name that its adjective keeps: China, Chinese."""

_SMALL = frozenset({"the", "of", "and", "for", "in", "on", "at", "to", "a"})
_DIGITS = re.compile(r"\d+")


def missing_names(names: Iterable[VocabularyEntry], en: str) -> list[str]:
    """The English names of the entries that the English does not name, each once."""
    words = _words(en)
    capitals = frozenset(re.findall(r"\b[A-Z]{2,}\b", en.replace(".", "")))
    missing = [
        entry.en
        for entry in names
        if entry.en
        and not any(_named(form, entry.kind, words, capitals) for form in (entry.en, *entry.en_variants))
    ]
    return list(dict.fromkeys(missing))


def missing_dates(dates: Iterable[TemporalExpression], en: str) -> list[str]:
    """What of the dates the English does not say: months, weekdays, seasons, days and years."""
    words = frozenset(_words(en))
    numbers = english_numbers(en).all | frozenset(map(float, _DIGITS.findall(en)))
    missing: list[str] = []
    for date in dates:
        if date.kind in (DateKind.DATE, DateKind.RANGE):
            missing += _missing_of(with_full_years(fold(date.text)), words, numbers)
    return list(dict.fromkeys(missing))


def _missing_of(text: str, words: frozenset[str], numbers: frozenset[float]) -> list[str]:
    said = [number for number in _DIGITS.findall(text) if float(number) not in numbers]
    pattern, calendar = _calendar()
    for match in pattern.finditer(text):
        english = calendar[match[1]]
        if not any(form.lower() in words for form in english):
            said.append(english[0])
    return said


def _named(form: str, kind: EntityKind, words: Sequence[str], capitals: frozenset[str]) -> bool:
    """Whether a text of these words uses a name, in full or as news English shortens it."""
    name = [word for word in _words(form) if word not in _SMALL]
    if not name:
        return True
    if kind is EntityKind.PERSON:
        # A person goes by the last name; Chinese and Korean leaders by a short first one.
        return name[-1] in words or (len(name[0]) <= 3 and name[0] in words)
    if form in capitals or ("".join(word[0] for word in name).upper() in capitals and len(name) > 1):
        return True
    if kind is EntityKind.PLACE:
        return all(any(word.startswith(part[:STEM]) for word in words) for part in name)
    there = sum(any(word.startswith(part[: max(STEM, len(part) - 2)]) for word in words) for part in name)
    return there / len(name) >= ENOUGH


@lru_cache(maxsize=1 << 12)
def _words(text: str) -> tuple[str, ...]:
    """Lower-case words without accents and possessive endings; a hyphen parts words."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "'"))
    plain = "".join(character for character in plain if not unicodedata.combining(character)).lower()
    found = re.findall(r"[a-z0-9]+(?:'[a-z]+)*", plain)
    return tuple(word.removesuffix("'s").replace("'", "") for word in found)


@cache
def _calendar() -> tuple[re.Pattern[str], Mapping[str, tuple[str, ...]]]:
    """Folded Arabic months, weekdays and seasons, and the English words of which one must stand for each."""
    rules = default_rules()
    english, months = rules.table("translation"), rules.table("months")
    relative = rules.table("relative_dates")
    tables = [
        (months["gregorian"], english["months"]["gregorian"]),
        (months["hijri"], english["months"]["hijri"]),
        (relative["weekdays"], english["weekdays"]),
        (relative["seasons"], english["seasons"]),
    ]
    found: dict[str, tuple[str, ...]] = {}
    for arabic, words in tables:
        for key, names in arabic.items():
            for name in names:
                found[fold(name)] = (*found.get(fold(name), ()), *words[key])
    longest_first = sorted(found, key=lambda name: (-len(name), name))
    names = "|".join(map(re.escape, longest_first))
    return re.compile(rf"(?<![^\W\d_])[وفبكل]{{0,2}}(?:ال)?({names})(?![^\W\d_])"), found
