"""A short run of the fuzzing (`make fuzz` is the long one), and properties that hypothesis looks for."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.errors import DigestError
from digest.pipeline import build_article
from digest.render.escape import visible
from digest.seeds import seed_from_bytes
from digest.text import without_hidden
from digest.vocabulary import Vocabulary
from tests.hostile.fuzz import TARGETS, Figures, run_case, warm_up
from tests.hostile.payloads import HIDDEN, as_written, dealt

_SHORT = {"seeds": 250, "yaml": 300, "dates": 500}


@pytest.mark.parametrize("target", TARGETS)
def test_nothing_raises_hangs_or_crashes(target: str) -> None:
    warm_up()
    figures = Figures()
    # Not the first cases, which the long run has seen: others in each release of the numbers.
    numbers = random.Random(target).sample(range(10**6, 10**7), _SHORT[target])
    for number in numbers:
        run_case(target, number, figures)
    assert figures.failures == []
    assert figures.done == _SHORT[target]
    assert figures.refused < figures.done


@given(data=st.binary(max_size=2000), suffix=st.sampled_from([".txt", ".md", ".html", ".mhtml"]))
@settings(deadline=None, max_examples=60)
def test_any_bytes_are_a_seed_or_an_error_of_ours(data: bytes, suffix: str) -> None:
    files = {f"seeds/x{suffix}"}
    try:
        build_article(seed_from_bytes(data, f"x{suffix}"), Vocabulary({}))
    except DigestError as error:
        files.add(error.file or "")
    assert files == {f"seeds/x{suffix}"}


@given(
    text=st.lists(
        st.one_of(st.sampled_from(dealt()), st.text(max_size=20), st.sampled_from(list(map(chr, HIDDEN))))
    )
)
@settings(deadline=None, max_examples=200)
def test_nothing_hidden_is_visible(text: list[str]) -> None:
    shown = visible("".join(text))
    assert not set(shown) & set(map(chr, HIDDEN)) - {"\u200c"}
    assert without_hidden(shown) == shown


@pytest.mark.parametrize("payload", dealt())
def test_the_visible_text_is_the_documented_one(payload: str) -> None:
    assert visible(payload) == as_written(payload)
