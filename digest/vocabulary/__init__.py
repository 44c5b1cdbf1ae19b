"""Loads and validates what editors write in `content/vocabulary/*.yml`; adds the territories of CLDR.

Reads those files and `digest/schema/vocabulary.json`; writes nothing. An error names the file and the line.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterator, MutableMapping
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import babel
from babel import Locale

from digest.causes import caused
from digest.errors import VocabularyError
from digest.model import EntityKind, FileError, VocabularyEntry
from digest.text import single_spaced, texts_without_hidden
from digest.vocabulary.checks import (
    Faults,
    check_broader,
    check_english,
    check_iptc,
    check_scripts,
    clash,
    fault,
)
from digest.vocabulary.keys import folded_names, name_key
from digest.yamlfile import YamlFile, parse_yaml, read_text
from digest.yamlschema import validate

__all__ = ["CLDR", "SCHEMA", "Vocabulary", "folded_names", "load_vocabulary", "name_key", "read_vocabulary"]

SCHEMA = Path(__file__).parent.parent / "schema" / "vocabulary.json"
_FOLDER = "content/vocabulary"
"""What messages call the folder."""
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
    notes: tuple[FileError, ...] = ()
    """Texts that held characters nobody sees; they are without them."""

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

    Raises VocabularyError, with file and line, for the first of the faults that `read_vocabulary` gives.
    """
    vocabulary, faults = read_vocabulary(folder)
    if faults:
        raise faults[0]
    return vocabulary


def read_vocabulary(
    folder: Path, good: MutableMapping[str, str] | None = None
) -> tuple[Vocabulary, tuple[VocabularyError, ...]]:
    """Read every `*.yml` of a folder; what is wrong in it is left out and named, and the rest is used.

    Left out are a file that is not valid, the second entry of an id or of a name, an entry without an Arabic
    letter in its Arabic name, English that is Arabic, the second IPTC id of two, and a `broader` that
    does not exist or runs in a circle. `good` keeps the text of each valid file by name: where the file is
    not valid any more, that is used.
    """
    faults: Faults = []
    notes: list[FileError] = []
    entries: dict[str, VocabularyEntry] = {}
    seal = hashlib.sha256(babel.__version__.encode())
    for path in sorted(folder.glob("*.yml")):
        try:
            text = read_text(path, f"{_FOLDER}/{path.name}", error=VocabularyError)
            found = _read_entries(text, path.name, faults, notes)
        except VocabularyError as error:
            faults.append(error)
            if good is None or path.name not in good:
                continue
            text = good[path.name]
            found = _read_entries(text, path.name, [], notes)
        if good is not None:
            good[path.name] = text
        seal.update(f"{path.name}\0{text}\0".encode("utf-8", "surrogateescape"))
        for entry in found:
            if entry.id in entries:
                faults.append(clash("id-taken", entry, entries[entry.id]))
            else:
                entries[entry.id] = entry
    check_scripts(entries, faults)
    claims = _claim_names(entries, faults)
    check_english(entries, claims, faults)
    check_iptc(entries, faults)
    check_broader(entries, faults)
    _add_territories(entries, claims)
    return Vocabulary(entries, seal.hexdigest(), tuple(notes)), tuple(faults)


def _read_entries(text: str, name: str, faults: Faults, notes: list[FileError]) -> list[VocabularyEntry]:
    document = parse_yaml(text, f"{_FOLDER}/{name}", error=VocabularyError)
    validate(document, _schema(), error=VocabularyError)
    data, hidden = texts_without_hidden(document.data)
    lines = map(document.line, hidden)
    notes += (caused(FileError, "vocabulary-hidden", file=document.file, line=line) for line in lines)
    return list(_entries(replace(document, data=data), faults))


def _entries(document: YamlFile, faults: Faults) -> Iterator[VocabularyEntry]:
    kind = EntityKind(document.data["kind"])
    for index, data in enumerate(document.data["entries"] or ()):
        entry = _entry(data, kind, document, index)
        if all(re.search(r"\w", name) for name in folded_names(entry)):
            yield entry
        else:
            faults.append(fault("entry-unseen", entry))


def _entry(data: dict[str, Any], kind: EntityKind, document: YamlFile, index: int) -> VocabularyEntry:
    description = data.get("description") or {}
    surname = data.get("surname")
    return VocabularyEntry(
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
        weak_terms=tuple(data.get("weak_terms", ())),
        surname=surname["ar"] if isinstance(surname, dict) else surname,
        ar_signatures=tuple(data.get("ar_signatures", ())),
        years={year: str(dates) for year, dates in data.get("years", {}).items()},
        territory=data.get("territory", False),
        place=f"{document.file}:{document.line(('entries', index, 'id'))}",
    )


@cache
def _schema() -> dict[str, Any]:
    schema: dict[str, Any] = json.loads(SCHEMA.read_text("utf-8"))
    return schema


def _claim_names(entries: dict[str, VocabularyEntry], faults: Faults) -> dict[str, VocabularyEntry]:
    """Key to its entry; topics have a name space of their own. Of two that claim a name, the second goes."""
    claims: dict[tuple[bool, str], VocabularyEntry] = {}
    for entry in list(entries.values()):
        keys = [(entry.kind is EntityKind.TOPIC, key) for key in folded_names(entry)]
        taken = next((key for key in keys if key in claims), None)
        if taken is None:
            claims.update(dict.fromkeys(keys, entry))
        else:
            other = claims[taken]
            faults.append(clash("name-taken", entry, other, name=taken[1]))
            del entries[entry.id]
    return {key: entry for (topic, key), entry in claims.items() if not topic}


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
