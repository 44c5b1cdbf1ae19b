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


TENSES = {
    Tense.PAST: [  # a perfect, or an imperfect after was or not
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
    Tense.PRESENT: [  # an imperfect
        f"وتغادر الباخرة الميناء يوم {DAY}.",
        f"يستضيف النادي البطولة يوم {DAY}.",
        f"وتنفيذ الخطة يبدأ يوم {DAY}.",
        f"قال المدير إن المتاحف تفتح أبوابها يوم {DAY}.",
        f"في {DAY} تفتح المتاحف أبوابها.",
        f"البطولة التي تنطلق يوم {DAY} في الدوحة",
    ],
    Tense.UNSURE: [  # no verb, or what may be either
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
}


@pytest.mark.parametrize(("told", "text"), [(told, text) for told, texts in TENSES.items() for text in texts])
def test_the_tense_of_the_verb_that_a_date_goes_with(told: Tense, text: str) -> None:
    assert tense(text) is told
