"""The words of the pages: the same in both languages, with the same places for values."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from digest.errors import RulesError
from digest.rules import default_rules
from digest.wording.strings import say


def test_unknown_words_are_an_error() -> None:
    with pytest.raises(RulesError, match=r"no\.such"):
        say("no.such", "ar")


def test_words_in_arabic_have_no_place_for_a_value_that_english_lacks() -> None:
    find: Callable[[str], list[str]] = re.compile(r"\{[a-z]+\}").findall
    for key, words in default_rules().table("strings").items():
        assert set(find(words["ar"])) <= set(find(words["en"])), key
