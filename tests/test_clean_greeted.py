"""What stands above an article's title and is none of it: greetings, notes; what is the article's own."""

from __future__ import annotations

import pytest

from digest.clean import clean_seed
from digest.extract import extract_fields
from digest.seeds import seed_from_bytes
from tests.pages import BODY, HEADLINE, body, clean, kinds

NOTES = (
    "هذه مادة كتبها فريقنا في المنطقة.",
    "هذه مادة كتبها فريقنا في المنطقة وراجعها محررون من مدن أخرى قبل نشرها هنا.",
    "إليك أهم ما جرى أمس في مدينتنا.",
)
GREETINGS = ("عزيزي القارئ", "أعزاءنا القراء،", "السلام عليكم ورحمة الله وبركاته", "صباح الخير،")


@pytest.mark.parametrize("note", NOTES)
@pytest.mark.parametrize("greeting", [(), *((line,) for line in GREETINGS)])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_note_above_the_title_leaves_the_article_whole(
    note: str, greeting: tuple[str, ...], gap: str
) -> None:
    document = clean(gap.join((*greeting, note, HEADLINE, *BODY)))
    assert body(document) == list(BODY)
    assert extract_fields(document).headline.text == HEADLINE
    assert kinds(document)[note] == "furniture"
    assert not document.embedded


@pytest.mark.parametrize("note", NOTES)
@pytest.mark.parametrize(
    ("name", "form"),
    [("a.md", "{note}\n\n# {title}\n\n{text}"), ("a.html", "<p>{note}</p><h1>{title}</h1>{html}")],
)
def test_above_a_main_heading_whatever_the_text_tells(note: str, name: str, form: str) -> None:
    title = "رفوف لا تنام ليلا في الضاحية"
    page = form.format(
        note=note, title=title, text="\n\n".join(BODY), html="".join(f"<p>{line}</p>" for line in BODY)
    )
    document = clean_seed(seed_from_bytes(page.encode(), name))
    assert (extract_fields(document).headline.text, body(document)) == (title, list(BODY))


@pytest.mark.parametrize("subhead", ["برنامج المعرض", "ندوات الكتاب والشعراء في البرنامج اليومي"])
def test_a_first_paragraph_above_a_subhead_stays_where_no_headline_is(subhead: str) -> None:
    document = clean("\n\n".join((BODY[0], subhead, *BODY[1:])))
    assert body(document) == list(BODY)


def test_a_headline_of_its_own_keeps_the_sentence_below_it() -> None:
    lead = "يستمر المعرض أسبوعا واحدا."
    document = clean("\n\n".join((HEADLINE, lead, "عشرون دولة في العاصمة", *BODY)))
    assert extract_fields(document).headline.text == HEADLINE
    assert kinds(document)[lead] in ("body", "caption", "deck")


def test_three_sentences_are_a_text_of_their_own() -> None:
    document = clean("\n\n".join((*NOTES, HEADLINE, *BODY)))
    assert "position.above-title" not in {line.rule for line in document.lines}
