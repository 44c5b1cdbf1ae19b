"""The words of a text as names see them: particles taken off, places kept, spans apart, in linear time."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.model import EntityKind, Mention, Span, VocabularyEntry
from digest.names import find_mentions
from digest.names.tokens import attached, stems, tokenise
from digest.vocabulary import Vocabulary
from tests.names import small_vocabulary
from tests.timed import in_proportion, seconds


@pytest.fixture(scope="module")
def vocabulary(tmp_path_factory: pytest.TempPathFactory) -> Vocabulary:
    return small_vocabulary(tmp_path_factory.mktemp("vocabulary"))


@given(st.text("اللمتحدةبكوفل", min_size=2, max_size=6))
@settings(max_examples=1000, deadline=None)
def test_attached_forms_lead_back_to_their_stem(stem: str) -> None:
    for form in attached(stem):
        if len(form) > 2:
            assert stem in [found for _, found in stems(form)]


@given(st.text("البكوفتم", min_size=3, max_size=8))
@settings(max_examples=1000, deadline=None)
def test_every_stem_has_its_word_among_the_attached_forms(word: str) -> None:
    for _, stem in stems(word):
        assert word in attached(stem)


LETTERS = "ابتجدرسشعفكلمنهويةىأإ ،.\n«»()بوتينالأممالمتحدة0٣"


@given(st.text(LETTERS, max_size=200))
@settings(max_examples=200, deadline=None)
def test_mentions_are_in_order_and_apart(territories: Vocabulary, text: str) -> None:
    mentions: tuple[Mention, ...] = find_mentions(text, territories)
    for one, two in pairwise(mentions):
        assert one.span.end <= two.span.start
    for mention in mentions:
        assert 0 <= mention.span.start < mention.span.end <= len(text)
        assert text[mention.span.start : mention.span.end] in (
            mention.text,
            mention.text[1:],
            mention.text[2:],
        )


def _sized(size: int) -> Vocabulary:
    entries = {
        f"p-{i}": VocabularyEntry(f"p-{i}", EntityKind.PERSON, f"روكو{i % 977} دالو{i}", f"P {i}")
        for i in range(size)
    }
    return Vocabulary(entries)


def test_lookup_does_not_cost_more_with_more_names() -> None:
    text = " ".join(f"قال روكو{i % 977} دالو{i} إن المدينة كبيرة في يوم" for i in range(400))
    sizes = {size: _sized(size) for size in (2_000, 100_000)}
    best = dict.fromkeys(sizes, float("inf"))
    for attempt in range(15):
        for size, vocabulary in sizes.items():
            spent = seconds(partial(find_mentions, f"{text} {'ا' * attempt}", vocabulary))
            best[size] = min(best[size], spent)
    assert best[100_000] <= 1.3 * best[2_000]


@pytest.mark.parametrize(
    "piece", ["بن أبو الأمم وللل ", "البنك المركزي ", "مستشفى الملك محمد بن ", "للأناضول ", "قناة «تي "]
)
def test_hostile_text_stays_linear(piece: str, vocabulary: Vocabulary) -> None:
    def took(size: int) -> float:
        return seconds(partial(find_mentions, piece * (size // len(piece)), vocabulary))

    assert in_proportion(took, 20_000, 80_000)


@given(st.text(alphabet="ابوتين شيًـ.\nA-İ", max_size=40), st.data())
def test_a_part_has_the_words_that_it_would_have_alone(text: str, data: st.DataObject) -> None:
    inside = [at for at in range(1, len(text)) if " " in text[at - 1 : at + 1]]
    start, end = sorted(data.draw(st.tuples(*[st.sampled_from([0, *inside, len(text)])] * 2)))
    assert tokenise(text).part(Span(start, end)) == tokenise(text[start:end])


def test_names_of_letters_belong_to_one_name_over_their_stops() -> None:
    words = tokenise("وفق بي.بي.سي أمس.قال")
    assert words.joined == (False, True, True, True, True, False, False)


def test_words_stay_in_their_place_in_lower_case() -> None:
    tokens = tokenise("İİ NATO")
    assert tokens.words[1] == "nato"
    assert tokens.span(1, 2) == Span(3, 7)
