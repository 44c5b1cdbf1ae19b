"""How an article's page says what its date rests on, and what contradicts it: in the page's own language."""

from __future__ import annotations

import re

import pytest

from digest.conversion import read_article
from digest.model import Digest
from digest.render import render_article
from digest.seeds import seed_from_bytes
from digest.vocabulary import Vocabulary
from digest.wording.strings import Language

STATED = """غرق باخرة سياحية قرب ميناء المدينة ونجاة ركابها

12 مايو 2024

غرقت الباخرة السياحية قرب ميناء المدينة في 21 مايو 2024، ونجا ركابها جميعا وفق بيان لإدارة الميناء.

وقال قبطان الباخرة اليوم الجمعة إن العاصفة كانت أشد مما توقع خبراء الأرصاد الجوية في المدينة.
"""
UNSTATED = """غرق باخرة سياحية قرب ميناء المدينة ونجاة ركابها

غرقت الباخرة السياحية قرب ميناء المدينة اليوم الجمعة 17 مايو 2024، ونجا ركابها جميعا وفق بيان للميناء.

وقال قبطان الباخرة اليوم الأحد إن العاصفة كانت أشد مما توقع خبراء الأرصاد الجوية في المدينة.
"""


def contradictions(text: str, language: Language) -> list[str]:
    """What the page says of them, as HTML, one by one."""
    article = read_article(seed_from_bytes(text.encode(), "ship.txt"), Vocabulary({}))
    page = render_article(article, Digest((article,), (), {}, {}), language)
    (evidence,) = re.findall(r'<details class="digest-evidence">.*?</details>', page, re.DOTALL)
    items = re.findall(r"<li>(.*?)</li>", evidence, re.DOTALL)
    return [item for item in items if item.startswith(("At odds", "تعارض"))]


def test_a_contradiction_is_said_in_arabic_on_an_arabic_page() -> None:
    weekday, day = contradictions(STATED, "ar")
    assert day.startswith("تعارض مع تاريخ النشر المعتمد (<bdi>12 مايو/أيار 2024</bdi>) — ")
    assert '<q lang="ar" dir="rtl">21 مايو 2024</q> — يدل على: <bdi>ابتداءً من 21 مايو/أيار 2024</bdi>' in day
    assert '<q lang="ar" dir="rtl">اليوم الجمعة</q> — يدل على: <bdi>يوم الجمعة</bdi>' in weekday
    for item in (weekday, day):
        assert not re.search("[A-Za-z]", re.sub("<[^>]*>", "", item))


def test_a_contradiction_is_said_in_english_on_an_english_page_with_the_words_alone_in_arabic() -> None:
    weekday, day = contradictions(STATED, "en")
    assert day.startswith("At odds with the date given (<bdi>12 May 2024</bdi>) — ")
    assert '<q lang="ar" dir="rtl">21 مايو 2024</q> — Points to: <bdi>from 21 May 2024 on</bdi>' in day
    for item in (weekday, day):
        assert not re.search("[\u0600-\u06ff]", re.sub("<q .*?</q>|<[^>]*>", "", item))
        assert "/.." not in item


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("ar", "تعارض مع ما يدل عليه باقي النص — "),
        ("en", "At odds with what the rest of the text points to — "),
    ],
)
def test_a_contradiction_within_the_text_names_no_date(language: Language, said: str) -> None:
    (found,) = contradictions(UNSTATED, language)
    assert found.startswith(said)
    assert "اليوم الأحد" in found
