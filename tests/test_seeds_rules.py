"""Rules of reading that are lists of words, letters or tables: each decides in its own examples."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from digest.clean.fields.datelines import Stamp, read_stamp
from digest.rules import default_rules
from digest.seeds.decoding import decode
from digest.seeds.mojibake import undo_mojibake
from digest.seeds.plausibility import is_english, plausibility
from digest.seeds.repairs import repair

DATELINES, REPAIRS = (default_rules().table(name) for name in ("datelines", "repairs"))
Example = dict[str, str]


def examples(table: dict[str, Any], *entries: str) -> list[Any]:
    """Each example of some entries, with the entry's name; all of them where none is named."""
    chosen = entries or tuple(table["examples"])
    return [pytest.param(name, one, id=f"{name}-{n}") for name in chosen for n, one in _numbered(table, name)]


def _numbered(table: dict[str, Any], name: str) -> Iterator[tuple[int, Example]]:
    yield from enumerate(table["examples"][name])


@pytest.mark.parametrize("table", [DATELINES, REPAIRS])
def test_every_entry_has_an_example(table: dict[str, Any]) -> None:
    assert set(table["examples"]) == set(table) - {"examples"}


@pytest.mark.parametrize(("entry", "example"), examples(DATELINES))
def test_every_word_of_a_date_line_is_read_in_its_examples(entry: str, example: Example) -> None:
    words = DATELINES[entry]
    numbered = words if isinstance(words, dict) else {"0": words}
    for number, several in numbered.items():
        for word in several:
            day = example.get("day", "").replace("{month}", number.zfill(2))
            stamp = read_stamp(example["line"].replace("{}", word))
            assert (stamp.edtf if stamp else None) == (day or None), word
            assert _label(stamp) == example.get("label"), word
            assert (stamp is not None and stamp.issue) == example.get("issue", False), word


def _label(stamp: Stamp | None) -> str | None:
    if stamp is None or not (stamp.published or stamp.updated):
        return None
    return "published" if stamp.published else "updated"


@pytest.mark.parametrize(("entry", "example"), examples(REPAIRS, "common_words"))
def test_a_common_word_makes_a_text_more_like_arabic(entry: str, example: Example) -> None:
    other = plausibility(example["text"].replace("{}", example["than"]))
    for word in REPAIRS[entry]:
        assert plausibility(example["text"].replace("{}", word)) > other, word


@pytest.mark.parametrize(("entry", "example"), examples(REPAIRS, "english_words"))
def test_a_common_word_of_english_makes_a_text_english(entry: str, example: Example) -> None:
    assert not is_english(example["text"].replace("{}", example["than"]))
    for word in REPAIRS[entry]:
        assert is_english(example["text"].replace("{}", word)), word


@pytest.mark.parametrize(("entry", "example"), examples(REPAIRS, "maqsura_words"))
def test_farsi_yeh_is_alef_maqsura_in_some_words(entry: str, example: Example) -> None:
    for word in REPAIRS[entry]:
        damaged = example["text"].replace("{}", word.replace("ى", "ی"))
        assert repair(damaged)[0] == example["is"].replace("{}", word)


@pytest.mark.parametrize(("entry", "example"), examples(REPAIRS, "letters", "foreign_letters"))
def test_letters_of_neighbours_are_mended_but_in_their_own_languages(entry: str, example: Example) -> None:
    letters = REPAIRS[entry]
    for letter in letters:
        text = (example.get("text") or example["kept"]).replace("{}", letter)
        mended = letters[letter] if entry == "letters" else letter
        assert repair(text)[0] == (example["is"].replace("{is}", mended) if "is" in example else text)


@pytest.mark.parametrize(("entry", "example"), examples(REPAIRS, "encodings"))
def test_every_alphabet_is_told_by_its_bytes(entry: str, example: Example) -> None:
    for codec in REPAIRS[entry]:
        decoded = decode(example["text"].encode(codec), "a.txt")
        assert (decoded.text, decoded.encoding) == (example["text"], codec)


@pytest.mark.parametrize(("entry", "example"), examples(REPAIRS, "mojibake"))
def test_every_wrong_decoding_is_undone_in_its_example(entry: str, example: Example) -> None:
    for pair in REPAIRS[entry]:
        if "kept" in example:
            assert undo_mojibake(example["kept"]) == example["kept"]
        else:
            damaged = example["text"].encode(pair["was"]).decode(pair["read_as"])
            assert damaged != example["text"]
            assert undo_mojibake(damaged) == example["text"]
