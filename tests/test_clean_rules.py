"""Cleaning: every rule decides in its own example, and every rule that the code names is explained."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from digest.clean import clean_seed, explain_rule
from digest.clean.body.extent import find_body
from digest.clean.fields.credits import read_credit
from digest.clean.fields.datelines import read_stamp
from digest.clean.head.decks import is_text
from digest.clean.head.facts import INSIDE, head_of
from digest.clean.head.votes import votes
from digest.clean.prose import joint_stems
from digest.clean.rows import make_row, rows_of
from digest.clean.signs.hints import hint
from digest.model import Document
from digest.rules import default_rules
from digest.seeds import seed_from_bytes
from digest.seeds.linked import KEY
from tests.pages import (
    BODY,
    HEADLINE,
    ROOT,
    body,
    clean,
)


@pytest.mark.parametrize("entry", default_rules().table("furniture")["rules"], ids=lambda entry: entry["id"])
def test_every_rule_matches_its_own_example(entry: dict[str, Any]) -> None:
    row = make_row(entry["example"])
    hint(row)
    assert row.kind is not None
    assert (row.rule, row.kind.value) == (entry["id"], entry["kind"])


POSITIONS = default_rules().table("positions")


@pytest.mark.parametrize("entry", POSITIONS["rules"], ids=lambda entry: entry["id"])
def test_every_rule_of_place_and_shape_decides_in_its_own_example(entry: dict[str, Any]) -> None:
    lines = [line for item in entry["page"] for line in _written_out(item)]
    (at,) = (index for index, line in enumerate(lines) if line.startswith("> "))
    lines[at] = lines[at].removeprefix("> ")
    document = _as_html(lines, at, entry["element"]) if "element" in entry else clean("\n\n".join(lines))
    found = document.lines[at]
    assert document.seed.text[found.span.start : found.span.end] == lines[at]
    assert (found.rule, found.kind.value) == (entry["id"], entry["kind"])


def _as_html(lines: list[str], at: int, element: str) -> Document:
    """A page of paragraphs, the line `at` in an element of its own; or the first, above linked data."""
    if element == "script":
        head, body = lines[0], json.dumps({"@type": "NewsArticle", KEY: "\n\n".join(lines[1:])})
        script = f'<script type="application/ld+json">{body}</script>'
        return clean_seed(seed_from_bytes(f"<head>{script}</head><h1>{head}</h1>".encode(), "a.html"))
    whole, _, one = element.rpartition("/")
    one, _, name = one.partition(".")
    blocks = [f"<p>{line}</p>" for line in lines]
    blocks[at] = f'<{one} class="{name}">{lines[at]}</{one}>'
    blocks = blocks if whole else [f"<div>{block}</div>" for block in blocks]
    inner = f"<{whole or 'div'}>{''.join(blocks)}</{whole or 'div'}>"
    return clean_seed(seed_from_bytes(f"<body>{inner}</body>".encode(), "a.html"))


def _written_out(item: str) -> list[str]:
    """An item of an example with the article's headline and paragraphs in the place of their names."""
    mark = "> " if item.startswith("> ") else ""
    name, article = item.removeprefix("> "), POSITIONS["article"]
    known = {f"@{number}": text for number, text in enumerate(article["paragraphs"], start=1)}
    known["@headline"] = article["headline"]
    return article["paragraphs"] if name == "@body" else [mark + known.get(name, name)]


HEADLINES = default_rules().table("headlines")


@pytest.mark.parametrize("vote", HEADLINES["votes"])
def test_every_vote_on_a_headline_speaks_of_the_lines_of_its_example(vote: str) -> None:
    items = HEADLINES["vote_examples"][vote]
    marked = [line for item in items for line in _written_out(item)]
    rows = rows_of("\n".join(line.removeprefix("> ") for line in marked))
    for row in rows:
        hint(row)
    stretch = find_body(rows)
    assert stretch
    head = head_of(rows, stretch.first, joint_stems(filter(is_text, rows[stretch.first : stretch.last + 1])))
    own = len(marked) if "@body" not in items else len(items) - 1
    found = {index for index in range(min(own, stretch.first + INSIDE)) if vote in votes(head, index)}
    assert found == {index for index, line in enumerate(marked) if line.startswith("> ")}
    assert 0 < len(found) < len(marked)


def test_every_example_of_a_vote_is_that_of_one() -> None:
    assert HEADLINES["vote_examples"].keys() == HEADLINES["votes"].keys()


def test_every_rule_that_the_code_names_is_explained() -> None:
    code = "\n".join(path.read_text("utf-8") for path in (ROOT / "digest" / "clean").rglob("*.py"))
    named = set(re.findall(r'"([a-z-]+\.[a-z-]+)"', code))
    roles = re.findall(r'f"\{role\}\.([a-z-]+)"', code)
    assert len(named) > 40
    assert roles
    for rule in (*sorted(named - NOT_OF_LINES), *(f"source.{way}" for way in roles), "most-read.item"):
        assert explain_rule(rule)
    with pytest.raises(KeyError):
        explain_rule("no.rule")


NOT_OF_LINES = {"position.no-body"}
"""The rule of the lines of a page that is refused."""


@pytest.mark.parametrize("entry", default_rules().table("fields")["inline"], ids=lambda entry: entry["id"])
def test_furniture_inside_a_line_is_cut(entry: dict[str, Any]) -> None:
    line = f"{BODY[1]} {entry['phrase']} {BODY[2]}"
    document = clean("\n".join((HEADLINE, BODY[0], line, BODY[3])))
    assert entry["phrase"] in entry["example"]
    assert body(document)[1] == f"{BODY[1]} {BODY[2]}"
    assert len(document.text) == len(document.seed.text)


@pytest.mark.parametrize(
    ("line", "roles"),
    [
        (
            "القاهرة 9 أغسطس 2018 (شينخوا)",
            {"dateline": "القاهرة", "date": "9 أغسطس 2018", "source": "شينخوا"},
        ),
        ("رام الله 19-6-2021 وفا-", {"dateline": "رام الله", "date": "19-6-2021", "source": "وفا"}),
        ("ع.ح/م.س (د ب أ، رويترز)", {"source": "د ب أ، رويترز"}),
        ("لوس أنجليس - د ب أ", {"dateline": "لوس أنجليس", "source": "د ب أ"}),
        ("كتب: سامي منصور - رويترز، أ ف ب", {"byline": "سامي منصور", "source": "رويترز، أ ف ب"}),
        ("سامي منصور (الطائف) sami@", {"byline": "سامي منصور", "dateline": "الطائف"}),
    ],
)
def test_lines_of_agencies(line: str, roles: dict[str, str]) -> None:
    parts = read_credit(line, placed=True)
    assert {part.role: line[part.span.start : part.span.end] for part in parts} == roles


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("GMT 10:05 2019 الثلائاء 19 مارس", "2019-03-19"),
        ("tag icon 10/01/2024", "2024-01-10"),
        ("نشر في: 12 مايو ,2023: 04:10 م GST", "2023-05-12"),
        ("4 نوفمبر تشرين الثاني 2019 / 3:15 م / قبل شهرين", "2019-11-04"),
        ("انعقد المؤتمر 10/01/2024", None),
    ],
)
def test_dates_with_words_beside_them(line: str, day: str | None) -> None:
    stamp = read_stamp(line)
    assert (stamp.edtf if stamp else None) == day
