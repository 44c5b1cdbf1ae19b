"""The people, organisations and events of content/vocabulary: what must hold of every entry."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from digest import edtf
from digest.vocabulary import Vocabulary, load_vocabulary, name_key
from digest.yamlfile import read_yaml

FOLDER = Path(__file__).parent.parent / "content" / "vocabulary"
FILES = sorted(
    path for stem in ("people*", "organisations*", "events") for path in FOLDER.glob(f"{stem}.yml")
)
ARABIC = re.compile("[\u0621-\u064a]")
KINDS = {"people": "person", "organisations": "organisation", "events": "event"}


def _slug(name: str) -> str:
    plain = (
        name.replace("'", "").replace("&", "and").replace("+", " plus").replace("ø", "o").replace("ł", "l")
    )
    ascii_only = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall("[a-z0-9]+", ascii_only))


@cache
def _entries(path: Path) -> tuple[dict[str, Any], ...]:
    return tuple(read_yaml(path).data["entries"])


@cache
def _vocabulary() -> Vocabulary:
    return load_vocabulary(FOLDER)


def _names(entry: dict[str, Any]) -> list[str]:
    return [entry["ar"], *entry.get("ar_variants", [])]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_holds_one_kind(path: Path) -> None:
    assert read_yaml(path).data["kind"] == KINDS[path.stem.split("-")[0]]


@pytest.mark.parametrize(("kind", "floor"), [("person", 500), ("organisation", 400), ("event", 100)])
def test_enough_entries_of_each_kind(kind: str, floor: int) -> None:
    counts = Counter(KINDS[path.stem.split("-")[0]] for path in FILES for _ in _entries(path))
    assert counts[kind] >= floor


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_entry_has_both_names_and_both_descriptions(path: Path) -> None:
    for entry in _entries(path):
        assert ARABIC.search(entry["ar"]), entry["id"]
        assert not ARABIC.search(entry["en"]), entry["id"]
        assert ARABIC.search(entry["description"]["ar"]), entry["id"]
        assert not ARABIC.search(entry["description"]["en"]), entry["id"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_ids_are_slugs_of_the_english_names(path: Path) -> None:
    assert [entry["id"] for entry in _entries(path)] == [_slug(entry["en"]) for entry in _entries(path)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_variants_are_arabic_and_differ_after_folding(path: Path) -> None:
    for entry in _entries(path):
        keys = [name_key(name) for name in _names(entry)]
        assert len(set(keys)) == len(keys), entry["id"]
        assert all(ARABIC.search(name) for name in _names(entry)), entry["id"]


def test_a_surname_is_part_of_the_name_and_nobody_elses() -> None:
    people = [entry for path in FILES if path.stem.startswith("people") for entry in _entries(path)]
    surnames = [(name_key(entry["surname"]["ar"]), entry) for entry in people if "surname" in entry]
    for surname, entry in surnames:
        assert f" {surname}" in f" {name_key(entry['ar'])}", entry["id"]
    assert [name for name, count in Counter(name for name, _ in surnames).items() if count > 1] == []


def test_a_surname_is_no_name_of_another_entry() -> None:
    for path in FILES:
        for entry in _entries(path):
            found = _vocabulary().find(entry["surname"]["ar"]) if "surname" in entry else None
            assert found is None or found.id == entry["id"], entry["id"]


@pytest.mark.parametrize(
    "word", ["شي", "بن", "محمد", "الرئيس", "البنك المركزي", "وزارة الخارجية", "النهضة", "الأمل"]
)
def test_words_that_name_nobody_alone_are_left_out(word: str) -> None:
    taken = {name_key(name) for path in FILES for entry in _entries(path) for name in _names(entry)}
    surnames = {
        name_key(entry["surname"]["ar"]) for path in FILES for entry in _entries(path) if "surname" in entry
    }
    assert name_key(word) not in taken | surnames


def test_the_years_of_an_event_hold_its_dates() -> None:
    dated = [
        (entry["id"], *item)
        for entry in _entries(FOLDER / "events.yml")
        for item in entry.get("years", {}).items()
    ]
    assert len(dated) > 50
    for identifier, year, dates in dated:
        first, last = edtf.bounds(str(dates))
        assert first is not None, identifier
        assert last is not None, identifier
        assert first <= last, identifier
        assert str(first.year) == year, identifier


@pytest.mark.parametrize(
    ("arabic", "english"),
    [
        ("شي جين بينج", "Xi Jinping"),
        ("فلادمير بوتين", "Vladimir Putin"),
        ("فولوديمير زيلنسكي", "Volodymyr Zelensky"),
        ("وزارة الخارجية الصينية", "Chinese Foreign Ministry"),
        ("وزارة الخزانة الأميركية", "US Treasury Department"),
        ("شركة روساتوم", "Rosatom"),
        ("نادي فالداي", "Valdai Discussion Club"),
        ("حلف الناتو", "NATO"),
        ("الحرب الوطنية العظمى", "Great Patriotic War"),
        ("عيد النصر", "Victory Day"),
        ("بكين 2022", "2022 Winter Olympics"),
    ],
)
def test_names_of_the_press_are_found(arabic: str, english: str) -> None:
    entry = _vocabulary().find(arabic)
    assert entry is not None
    assert entry.en == english
