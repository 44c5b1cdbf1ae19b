"""Pages of articles that are not in Arabic: marked as what they are, and not called translated or Arabic."""

from __future__ import annotations

import re

import pytest

from digest.render import render_article
from digest.seeds.plausibility import is_english
from tests.foreign import ENGLISH, FRENCH, PERSIAN, made
from tests.pages import ARTICLE

MIXED = (ENGLISH[0], ARTICLE.partition("\n")[0], *ENGLISH[2:])
"""English with a line in Arabic."""


def pages(lines: tuple[str, ...]) -> tuple[str, str]:
    """The Arabic and the English page, without front matter."""
    found = made(lines)
    arabic, english = (render_article(found.articles[0], found, language) for language in ("ar", "en"))
    return arabic.split("\n---\n", 1)[1], english.split("\n---\n", 1)[1]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (FRENCH, "The original is not in Arabic; its text is shown as it is, not translated."),
        (MIXED, "is not translated yet."),
        (PERSIAN, "The text of this article is not translated yet."),
    ],
    ids=["French", "English with a line in Arabic", "Persian"],
)
def test_a_page_that_is_not_in_arabic_is_not_called_translated(lines: tuple[str, ...], said: str) -> None:
    arabic, english = pages(lines)
    assert said in english
    assert "Original, not in Arabic" in english
    assert "الأصل بغير العربية" in arabic
    for wrong in (
        "passages translated",
        "Translated by people",
        "Arabic (original)",
        "العربية (الأصل)",
        "whole text in Arabic",
    ):
        assert wrong not in english + arabic


def test_the_english_page_of_an_english_article_is_the_original() -> None:
    arabic, english = pages(ENGLISH)
    assert "The original is in English; its text is shown as it is." in english
    assert "Arabic (not translated) · English (original)" in re.sub("<[^>]+>", "", english)
    assert "(الأصل)" in arabic
    for wrong in ("In Arabic", "Arabic page", "side by side", 'lang="ar" dir="rtl"', "not in Arabic"):
        assert wrong not in english
    shown = re.sub("<[^>]+>", "", english)
    assert all(line.replace('"', "&#34;") in shown for line in ENGLISH[3:])


def test_a_french_article_is_not_called_english() -> None:
    _, english = pages(FRENCH)
    assert "Original, not in Arabic · English (not translated)" in re.sub("<[^>]+>", "", english)
    assert '<p lang="und" dir="ltr"><span class="digest-sentence" id="s1">' in english
    assert '<blockquote class="digest-quote digest-quote--words" lang="und" dir="ltr">' in english


def test_the_arabic_page_of_an_english_article_gives_its_parts_their_direction() -> None:
    arabic, _ = pages(ENGLISH)
    assert re.search(r"^# .* \{: #headline lang=en dir=ltr \}$", arabic, re.MULTILINE)
    assert re.search(r"^### What visitors .* \.digest-subhead lang=en dir=ltr \}$", arabic, re.MULTILINE)
    assert re.search(r'<p lang="en" dir="ltr"><span class="digest-sentence" id="s2">He said: .*</p>', arabic)
    assert '<blockquote class="digest-quote digest-quote--words" lang="en" dir="ltr">' in arabic
    assert '<span lang="en" dir="ltr">Jane Smith</span>' in arabic
    assert '<q lang="en" dir="ltr">5 February 2022</q>' in arabic
    summary = re.findall(r"<li>(<span[^>]*>)", arabic.partition("## ")[2].partition("</ol>")[0])
    assert set(summary) == {'<span class="digest-foreign" lang="en" dir="ltr">'}
    assert 'bdi dir="ltr">He' not in arabic


def test_english_keeps_its_ends_within_an_arabic_paragraph() -> None:
    first = next(line for line in ARTICLE.splitlines()[1:] if len(line) > 60)
    arabic, _ = pages((*ARTICLE.replace(first, f"{first} This is what it said. {first}").splitlines(),))
    said = (
        '</span> <span class="digest-sentence" id="s2" lang="en" dir="ltr">This is what it said.</span> <span'
    )
    assert said in arabic


def test_english_is_known_by_its_common_words() -> None:
    assert is_english("\n".join(ENGLISH))
    assert not any(is_english("\n".join(lines)) for lines in (FRENCH, PERSIAN, ("",)))
