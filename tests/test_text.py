"""Folding: what it levels, and the way back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.model import Span
from digest.text import Memo, fold, fold_table, fold_with_offsets, segment_id, single_spaced

ARABIC = st.text(st.sampled_from("اأإآٱبتةىيئؤءكگ ٠٣9ًَّـ\u200f\u2067،.x"), max_size=60)


SPELLINGS = [
    ("مُحَمَّد", "محمد"),
    ("الرياضة", "الرياضه"),
    ("مصطفى", "مصطفي"),
    ("سـنـة", "سنه"),
    ("٢٠٢٤", "2024"),
    ("أإآٱ", "اااا"),
]


@pytest.mark.parametrize(("one", "other"), SPELLINGS)
def test_spellings_of_one_word_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@given(ARABIC | st.text())
def test_folding_is_what_its_table_says(text: str) -> None:
    assert fold(text) == text.translate(fold_table())


@given(ARABIC)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(ARABIC)
def test_the_way_back_gives_a_text_that_folds_to_the_same(text: str) -> None:
    folded = fold_with_offsets(text)
    assert folded.text == fold(text)
    for start in range(len(folded.text)):
        for end in range(start + 1, len(folded.text) + 1):
            span = folded.original(start, end)
            assert fold(text[span.start : span.end]) == folded.text[start:end]


def test_a_segment_is_addressed_by_its_text_whatever_its_white_space() -> None:
    assert segment_id("a  b\n c ") == segment_id("a b c")
    assert segment_id("e\u0301") == segment_id("\u00e9")
    assert segment_id("بوتين من بكين: علاقاتنا خير مثال على العلاقات الثنائية") == "842863e1496a"


def test_single_spaced() -> None:
    assert single_spaced("  a\u00a0\n\tb ") == "a b"


@given(st.text(st.sampled_from("اب. \t\n\u00a0\u2003\u2028\u200c\u200f"), max_size=12))
def test_what_is_single_spaced_comes_back_as_it_is(text: str) -> None:
    spaced = " ".join(text.split())
    assert single_spaced(text) == spaced
    assert single_spaced(spaced) is spaced


@given(st.text(alphabet="ابتأةـًَّ 1٢\n", max_size=40), st.data())
def test_a_part_is_folded_as_it_would_be_alone(text: str, data: st.DataObject) -> None:
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    whole = fold_with_offsets(text)
    assert whole.part(Span(start, end)) == fold_with_offsets(text[start:end])
    assert whole.place(start) == len(fold(text[:start]))


def test_what_is_remembered_of_words_has_an_end() -> None:
    made: list[str] = []
    memo = Memo(lambda word: made.append(word) or len(word), most=2)
    assert [memo[word] for word in ("a", "bb", "a", "ccc", "a")] == [1, 2, 1, 3, 1]
    assert made == ["a", "bb", "ccc", "a"]
    assert len(memo) <= 2


def test_what_is_longer_than_any_word_is_not_remembered() -> None:
    memo = Memo(len)
    assert memo["a" * 1000] == 1000
    assert not memo
