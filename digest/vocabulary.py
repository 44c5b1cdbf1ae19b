"""Loads and validates what editors write in `content/vocabulary/*.yml`; adds the territories of CLDR.

Reads those files and `digest/schema/vocabulary.json`; writes nothing. An error names the file and the line.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import babel
from babel import Locale

from digest.errors import VocabularyError
from digest.model import EntityKind, VocabularyEntry
from digest.text import fold, single_spaced
from digest.yamlfile import YamlFile, read_yaml, validate

SCHEMA = Path(__file__).parent / "schema" / "vocabulary.json"
CLDR = "CLDR"
"""What `VocabularyEntry.place` says of a territory that no file has."""
_NOT_PLACES = frozenset({"001", "EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})
"""CLDR territories that are no place a reader would look for: the world, unions, pseudo-locales."""


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """Every name the digest knows. Compared and hashed by identity, so that compiled forms can be cached."""

    entries: dict[str, VocabularyEntry]
    """By id: the files' entries in the order of their files, then CLDR's territories."""
    fingerprint: str = ""
    """SHA-256 of all files, by name, and of the CLDR release."""

    @cached_property
    def names(self) -> dict[str, str]:
        """Folded, single-spaced Arabic name or variant to the id of its entry; topics left out."""
        named = (entry for entry in self.entries.values() if entry.kind is not EntityKind.TOPIC)
        return {key: entry.id for entry in named for key in folded_names(entry)}

    def find(self, arabic: str) -> VocabularyEntry | None:
        """Return the entry that an Arabic name, however spelled, belongs to."""
        found = self.names.get(name_key(arabic))
        return self.entries[found] if found else None


def load_vocabulary(folder: Path) -> Vocabulary:
    """Read every `*.yml` of a folder (an absent one is an empty one).

    Raises VocabularyError, with file and line, for a file that is not valid, an id that stands twice, two
    entries that claim one name, a `broader` that does not exist and a cycle of them.
    """
    entries: dict[str, VocabularyEntry] = {}
    seal = hashlib.sha256(babel.__version__.encode())
    for path in sorted(folder.glob("*.yml")):
        seal.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
        for entry in _read_entries(path):
            if entry.id in entries:
                raise _clash(f"the id {entry.id!r} is already taken", entry, entries[entry.id])
            entries[entry.id] = entry
    claims = _claim_names(entries.values())
    _check_broader(entries)
    _add_territories(entries, claims)
    return Vocabulary(entries, seal.hexdigest())


def name_key(name: str) -> str:
    """Return what two spellings of one name have in common: folded, single-spaced, lower case."""
    return single_spaced(fold(name)).lower()


def folded_names(entry: VocabularyEntry) -> Iterator[str]:
    """Yield the keys of an entry's Arabic name and of its variants."""
    for name in (entry.ar, *entry.ar_variants):
        yield name_key(name)


def _read_entries(path: Path) -> Iterator[VocabularyEntry]:
    document = read_yaml(path, error=VocabularyError)
    validate(document, _schema(), error=VocabularyError)
    kind = EntityKind(document.data["kind"])
    for index, data in enumerate(document.data["entries"] or ()):
        yield _entry(data, kind, document, index)


def _entry(data: dict[str, Any], kind: EntityKind, document: YamlFile, index: int) -> VocabularyEntry:
    description = data.get("description") or {}
    surname = data.get("surname")
    entry = VocabularyEntry(
        id=data["id"],
        kind=kind,
        ar=single_spaced(data["ar"]),
        en=data.get("en"),
        ar_variants=tuple(data.get("ar_variants", ())),
        en_variants=tuple(data.get("en_variants", ())),
        ar_description=description.get("ar"),
        en_description=description.get("en"),
        country=data.get("country"),
        ar_adjectives=tuple(data.get("ar_adjectives", ())),
        iptc=data.get("iptc"),
        broader=tuple(data.get("broader", ())),
        terms=tuple(data.get("terms", ())),
        surname=surname["ar"] if isinstance(surname, dict) else surname,
        ar_signatures=tuple(data.get("ar_signatures", ())),
        years={year: str(dates) for year, dates in data.get("years", {}).items()},
        territory=data.get("territory", False),
        place=f"{document.file}:{document.line(('entries', index, 'id'))}",
    )
    if not all(re.search(r"\w", name) for name in folded_names(entry)):
        raise _fault("has a name without a letter or a digit", entry)
    return entry


@cache
def _schema() -> dict[str, Any]:
    schema: dict[str, Any] = json.loads(SCHEMA.read_text("utf-8"))
    return schema


def _claim_names(entries: Iterable[VocabularyEntry]) -> dict[str, VocabularyEntry]:
    """Key to its entry; topics have a name space of their own. Raises for a name that two entries claim."""
    claims: dict[tuple[bool, str], VocabularyEntry] = {}
    for entry in entries:
        for key in folded_names(entry):
            other = claims.setdefault((entry.kind is EntityKind.TOPIC, key), entry)
            if other is not entry:
                raise _clash(f"the name {key!r} belongs to {other.id!r} already", entry, other)
    return {key: entry for (topic, key), entry in claims.items() if not topic}


def _check_broader(entries: dict[str, VocabularyEntry]) -> None:
    done: set[str] = set()
    for entry in entries.values():
        _walk_broader(entry, entries, (), done)


def _walk_broader(
    entry: VocabularyEntry, entries: dict[str, VocabularyEntry], above: tuple[str, ...], done: set[str]
) -> None:
    if entry.id in above:
        raise _fault(f"`broader` runs in a circle: {' > '.join((*above, entry.id))}; take one out", entry)
    if entry.id in done:
        return
    for key in entry.broader:
        if key not in entries or entries[key].kind is not EntityKind.TOPIC:
            raise _fault(f"`broader` names {key!r}, which is no topic of the vocabulary", entry)
        _walk_broader(entries[key], entries, (*above, entry.id), done)
    done.add(entry.id)


def _add_territories(entries: dict[str, VocabularyEntry], claims: dict[str, VocabularyEntry]) -> None:
    """Add CLDR's territories; where a file has one, its names win and CLDR's become variants."""
    arabic, english = Locale("ar").territories, Locale("en").territories
    house = {entry.country: entry for entry in entries.values() if entry.territory}
    for code in sorted(set(arabic) & set(english) - _NOT_PLACES):
        ar, en = arabic[code], english[code]
        claimed = claims.get(name_key(ar))
        known = house.get(code)
        if known is None and claimed is None and (identifier := _slug(en)) not in entries:
            entries[identifier] = claims[name_key(ar)] = _territory(identifier, code, ar, en)
        elif known is not None and claimed is None:
            entries[known.id] = _with_variant(known, ar)
            claims[name_key(ar)] = entries[known.id]


def _territory(identifier: str, code: str, ar: str, en: str) -> VocabularyEntry:
    country = code if code.isalpha() else None  # figures stand for a region
    territory = country is not None
    kind = EntityKind.PLACE
    return VocabularyEntry(identifier, kind, ar, en, country=country, territory=territory, place=CLDR)


def _with_variant(entry: VocabularyEntry, ar: str) -> VocabularyEntry:
    values = {name: getattr(entry, name) for name in VocabularyEntry.__slots__}
    return VocabularyEntry(**{**values, "ar_variants": (*entry.ar_variants, ar)})


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall("[a-z0-9]+", plain))


def _fault(message: str, entry: VocabularyEntry) -> VocabularyError:
    file, _, line = entry.place.rpartition(":")
    return VocabularyError(f"{entry.id}: {message}", file=file, line=int(line))


def _clash(message: str, entry: VocabularyEntry, other: VocabularyEntry) -> VocabularyError:
    return _fault(f"{message} ({other.place}); give it to one of the two", entry)
