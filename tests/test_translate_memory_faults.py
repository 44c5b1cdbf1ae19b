"""What is wrong in a memory's file is refused with its place, and with how it is mended."""

from __future__ import annotations

import pytest

from digest.errors import TranslationError
from digest.translate.memory import parse_memory
from tests.memories import AR, GOOD, ID

BAD = {
    "one id twice": (GOOD + GOOD.split("\n", 2)[2], 8, "stands twice, first in line 3"),
    "an id of another text": (GOOD.replace(ID, "0123456789ab"), 3, f"not that of its Arabic, {ID}"),
    "an unknown state": (GOOD.replace("state: human", "state: finished"), 6, "state 'finished' is not known"),
    "no state": (GOOD.replace("  state: human\n", ""), 3, "needs its `state`"),
    "no English in state human": (
        GOOD.replace("'The minister has arrived in the city'", "''"),
        5,
        "`en` is empty in state human",
    ),
    "null English": (GOOD.replace("'The minister has arrived in the city'", ""), 5, "`en` is empty"),
    "no Arabic": (GOOD.replace(f"'{AR}'", "''"), 4, "needs its Arabic"),
    "a merge conflict": (
        GOOD.replace("  en:", "<<<<<<< HEAD\n  en:").replace(
            "  state", "=======\n  en: 'x'\n>>>>>>> b\n  state"
        ),
        5,
        "unresolved merge conflict",
    ),
    "a marker of diff3": (GOOD.replace("  by", "||||||| 1234567\n  by"), 7, "unresolved merge conflict"),
    "a key twice": (GOOD.replace("  by: Mona", "  by: Mona\n  by: Ali"), 8, "stands twice"),
    "an unknown key": (GOOD.replace("  by:", "  author:"), 7, "the key 'author' is not known"),
    "an unknown key at the top": (GOOD + "language: en\n", 8, "the key 'language' is not known"),
    "an unknown check": (GOOD + "  accept: [grammar]\n", 8, "not 'grammar'"),
    "accept that is no list": (GOOD + "  accept: numbers\n", 8, "`accept` is a list"),
    "a number for a text": (GOOD.replace("by: Mona", "by: 12"), 7, "`by` must be a text"),
    "a list for a text": (GOOD.replace("by: Mona", "by: [Mona]"), 7, "`by` must be a text"),
    "segments that are no list": ("article: a\nsegments: none\n", 2, "a list of segments is expected"),
    "a number for the segments": ("article: a\nsegments: 1\n", 2, "a list of segments is expected"),
    "a segment that is no mapping": ("article: a\nsegments:\n- one\n", 3, "a segment is a mapping"),
    "no article": (GOOD.replace("article: a\n", ""), 1, "must name the article"),
    "an empty file": ("", 1, "must begin with `article: ID`"),
    "a key that is a comment's mark": (GOOD + "  '#': x  # y\n", 8, "the key '#' is not known"),
    "an alias": ("article: &a a\nsegments: []\n", 1, "anchors and aliases"),
    "broken YAML": (GOOD.replace("'The minister", "'The 'minister"), 5, "not valid YAML"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_wrong_is_refused_with_its_place(name: str) -> None:
    text, line, message = BAD[name]
    with pytest.raises(TranslationError, match=message.replace("(", r"\(")) as caught:
        parse_memory(text, "content/translations/en/a.yml")
    assert (caught.value.file, caught.value.line) == ("content/translations/en/a.yml", line)
    assert "column" in caught.value.message or "anchors" in caught.value.message or name == "a key twice"


@pytest.mark.parametrize(
    ("written", "advised"),
    [
        ("en: 'Putin's friends'", "en: 'Putin''s friends'"),
        ("en: Putin: Russia is ready", "en: 'Putin: Russia is ready'"),
        ("en: It ends # here", "en: 'It ends # here'"),
        ("en: #1 thing", "en: '#1 thing'"),
        ("by: Mona # a friend", "by: 'Mona # a friend'"),
        ("note: It's so: a misprint", "note: 'It''s so: a misprint'"),
    ],
)
def test_a_text_that_yaml_reads_otherwise_is_refused_with_how_to_quote_it(written: str, advised: str) -> None:
    key = written.partition(":")[0]
    text = "\n".join(line for line in GOOD.split("\n") if not line.startswith(f"  {key}:"))
    text = text.replace("  state: human\n", f"  {written}\n  state: human\n")
    with pytest.raises(TranslationError) as caught:
        parse_memory(text, "a.yml")
    assert f"quote the text, each ' in it twice: `{advised}`" in caught.value.message
    assert caught.value.line == text.split("\n").index(f"  {written}") + 1
    mended = parse_memory(text.replace(written, advised), "a.yml").segments[0]
    assert str(getattr(mended, key)) in written.replace("'Putin's friends'", "Putin's friends")
