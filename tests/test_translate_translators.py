"""Whether a translator's name tells a person from a program."""

from __future__ import annotations

from pathlib import Path

import pytest

from digest.rules import default_rules
from digest.translate import is_program, read_memory

EXAMPLES = default_rules().table("translators")["examples"]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["by"])
def test_the_rules_hold_for_their_examples(example: dict[str, object]) -> None:
    assert is_program(str(example["by"])) == example["program"]


@pytest.mark.parametrize("word", default_rules().table("translators")["program_words"])
def test_every_word_decides_whatever_its_case(word: str) -> None:
    assert is_program(f"X ({word.upper()})")
    assert not is_program(f"X{word.replace(' ', '')}")


def test_no_translation_of_the_repository_passes_for_a_persons(root: Path) -> None:
    """Every pair says by whom; the five articles' were made by a program."""
    files = sorted((root / "content" / "translations" / "en").glob("*.yml"))
    names = {entry.by for path in files for entry in read_memory(path).segments}
    assert len(files) >= 5
    assert None not in names
    assert all(is_program(name) for name in names if name)
