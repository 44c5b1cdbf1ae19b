"""The tense of the verb that a date goes with."""

from __future__ import annotations

import pytest

from digest.dates.find import read
from digest.dates.tense import Tense, tense_of

DAY = "3 مارس 2021"


def tense(text: str) -> Tense:
    """The tense of the verb of a sentence's last date."""
    tokens, readings = read(text)
    first, after, _ = readings[-1]
    return tense_of(tokens, first, after)


@pytest.mark.parametrize(
    "text",
    [
        f"وقع الزلزال في {DAY}.",
        f"إن الزلزال وقع في {DAY}.",
        f"اندلعت النيران في المخزن يوم {DAY}.",
        f"واستقبل الأمير ضيوفه يوم {DAY}.",
        f"والتقى الفريقان في أنقرة يوم {DAY}.",
        f"في {DAY} غرقت السفينة قرب الساحل.",
        f"لم يصل القطار يوم {DAY}.",
        f"وكانت الأسواق تستعد للعيد يوم {DAY}.",
        f"الباخرة التي غرقت في {DAY}",
    ],
)
def test_a_perfect_or_an_imperfect_after_was_or_not_is_past(text: str) -> None:
    assert tense(text) is Tense.PAST


@pytest.mark.parametrize(
    "text",
    [
        f"وتغادر الباخرة الميناء يوم {DAY}.",
        f"يستضيف النادي البطولة يوم {DAY}.",
        f"وتنفيذ الخطة يبدأ يوم {DAY}.",
        f"قال المدير إن المتاحف تفتح أبوابها يوم {DAY}.",
        f"في {DAY} تفتح المتاحف أبوابها.",
        f"البطولة التي تنطلق يوم {DAY} في الدوحة",
    ],
)
def test_an_imperfect_is_present(text: str) -> None:
    assert tense(text) is Tense.PRESENT


@pytest.mark.parametrize(
    "text",
    [
        f"آخر موعد للتسجيل {DAY}.",
        f"وأعلنت اللجنة إقامة النهائي يوم {DAY}.",
        f"وحدد المدير موعد الافتتاح وهو {DAY}.",
        f"وتعود الصورة إلى {DAY}.",
        f"وفي وادي النيل يوم {DAY}.",
        f"أول إصابة بفيروس الطيور في {DAY}.",
        f"تقدم الفريق في الترتيب يوم {DAY}.",
        f"وتصريحات المدرب يوم {DAY}.",
        f"وتنفيذ الخطة يوم {DAY}.",
        f"تفتح المدرسة التي شيدت حديثا أبوابها يوم {DAY}.",
        DAY,
    ],
)
def test_what_names_no_verb_or_may_be_either_is_unsure(text: str) -> None:
    assert tense(text) is Tense.UNSURE
