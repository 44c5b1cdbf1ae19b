"""What is wrong among the entries of a vocabulary, and how it is left out.

Each check takes out of `entries` what cannot stay and says so, with file and line, in `faults`.
"""

from __future__ import annotations

import re
from dataclasses import replace

from digest.causes import caused
from digest.errors import VocabularyError
from digest.model import EntityKind, VocabularyEntry
from digest.text import single_spaced
from digest.vocabulary.keys import folded_names

Faults = list[VocabularyError]
_MOST_LEVELS = 20
"""How many topics may stand above one another."""
_ARABIC = re.compile("[\u0621-\u064a]")


def check_scripts(entries: dict[str, VocabularyEntry], faults: Faults) -> None:
    """Take out the English that is Arabic, and entries whose Arabic name has no Arabic letter."""
    for entry in list(entries.values()):
        if not _ARABIC.search(entry.ar):
            faults.append(fault("entry-not-arabic", entry, name=entry.ar))
            del entries[entry.id]
            continue
        wrong = [name for name in (entry.en or "", *entry.en_variants) if _ARABIC.search(name)]
        if wrong:
            faults.append(fault("entry-not-english", entry, name=wrong[0]))
            rest = tuple(name for name in entry.en_variants if name not in wrong)
            entries[entry.id] = replace(entry, en=None if entry.en in wrong else entry.en, en_variants=rest)


def check_english(
    entries: dict[str, VocabularyEntry], claims: dict[str, VocabularyEntry], faults: Faults
) -> None:
    """Take out the second of two entries of one kind that are one name in English and not of two countries.

    Of two countries they are two: Tripoli of Libya and of Lebanon. `claims` are the Arabic names.
    """
    named: dict[tuple[EntityKind, str], list[VocabularyEntry]] = {}
    for entry in list(entries.values()):
        if entry.en is None:
            continue
        alike = named.setdefault((entry.kind, single_spaced(entry.en).lower()), [])
        other = next((one for one in alike if _may_be_one(one, entry)), None)
        alike.append(entry)
        if other is not None:
            faults.append(clash("english-taken", entry, other, name=entry.en))
            del entries[entry.id]
            for key in folded_names(entry):
                if claims.get(key) is entry:
                    del claims[key]


def _may_be_one(one: VocabularyEntry, other: VocabularyEntry) -> bool:
    """Whether nothing tells two of one English name apart: a person of no country may be of any."""
    unknown = one.kind is not EntityKind.PLACE and None in (one.country, other.country)
    return unknown or one.country == other.country


def check_iptc(entries: dict[str, VocabularyEntry], faults: Faults) -> None:
    """Take the IPTC id off every entry but the first that has it."""
    claims: dict[str, VocabularyEntry] = {}
    for entry in list(entries.values()):
        if entry.iptc is None:
            continue
        other = claims.setdefault(entry.iptc, entry)
        if other is not entry:
            faults.append(clash("iptc-taken", entry, other, iptc=entry.iptc))
            entries[entry.id] = replace(entry, iptc=None)


def check_broader(entries: dict[str, VocabularyEntry], faults: Faults) -> None:
    """Take out every `broader` that leads nowhere or back."""
    done: set[str] = set()
    for id_ in list(entries):
        _walk_broader(id_, entries, (), done, faults)


def _walk_broader(
    id_: str,
    entries: dict[str, VocabularyEntry],
    above: tuple[str, ...],
    done: set[str],
    faults: Faults,
) -> None:
    entry = entries[id_]
    for key in entry.broader if id_ not in done else ():
        path = (*above, id_)
        if key not in entries or entries[key].kind is not EntityKind.TOPIC:
            told = fault("broader-unknown", entry, id=key)
        elif key in path:
            told = fault("broader-circle", entry, path=" > ".join((*path, key)))
        elif len(path) > _MOST_LEVELS:
            told = fault("broader-long", entry, most=_MOST_LEVELS)
        else:
            _walk_broader(key, entries, path, done, faults)
            continue
        faults.append(told)
        rest = tuple(item for item in entries[id_].broader if item != key)
        entries[id_] = replace(entries[id_], broader=rest)
    done.add(id_)


def fault(code: str, entry: VocabularyEntry, **values: str | int) -> VocabularyError:
    """Make an error that stands where an entry is written, by the code of its cause."""
    file, _, line = entry.place.rpartition(":")
    return caused(VocabularyError, code, file=file, line=int(line), where=entry.id, **values)


def clash(code: str, entry: VocabularyEntry, other: VocabularyEntry, **values: str) -> VocabularyError:
    """Make an error that names both of two entries that claim one thing."""
    return fault(code, entry, id=other.id, place=other.place, **values)
