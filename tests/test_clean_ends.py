"""Where an article ends: what closes it, what stands inside it, and where another begins."""

from __future__ import annotations

import pytest

from digest.model import LineKind
from tests.test_clean import BODY, HEADLINE, body, clean, kinds

CLOSINGS = (
    "استخدمنا أداة خاصة لاستخراج لقطات ثابتة، ثم راجعنا تسجيلات أخرى بحثا عن علامات مشابهة في الصور.",
    "والله أعلم.",
    "وهكذا كان.",
    "رحم الله الجميع.",
)
NOTICE = "يسمح بنشر مواد الموقع بشرط ذكر المصدر ورابط الصفحة الأصلية لمستخدمي الإنترنت."


@pytest.mark.parametrize("closing", CLOSINGS)
@pytest.mark.parametrize("paragraphs", [3, 4])
def test_a_last_paragraph_with_a_stop_is_kept_whatever_its_words(closing: str, paragraphs: int) -> None:
    assert body(clean("\n\n".join((HEADLINE, *BODY[:paragraphs], closing)))) == [*BODY[:paragraphs], closing]


def test_a_last_paragraph_of_other_words_below_a_subhead_is_kept() -> None:
    document = clean("\n\n".join((HEADLINE, *BODY, "طريقة العمل", CLOSINGS[0])))
    assert body(document) == [*BODY, CLOSINGS[0]]
    assert kinds(document)["طريقة العمل"] == LineKind.SUBHEAD.value


@pytest.mark.parametrize("below", [(NOTICE,), ("3 تعليقات", "رحم الله الجميع."), ("إعلان", CLOSINGS[0])])
def test_a_notice_and_what_stands_below_furniture_is_not_the_end(below: tuple[str, ...]) -> None:
    assert body(clean("\n\n".join((HEADLINE, *BODY, *below)))) == list(BODY)
