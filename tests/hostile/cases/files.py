"""Files that people write, as texts that may be YAML, and corrections, most of them valid."""

from __future__ import annotations

import json
import random
from functools import cache
from typing import Any

from digest.text import segment_id
from digest.yamlfile import dump_yaml
from tests.hostile.cases.dates import REFERENCES
from tests.hostile.cases.words import NUMBERS, ROOT, make_line, make_value, real_lines, rule_words, spoiled


@cache
def _yaml_texts() -> tuple[str, ...]:
    folders = ("content/corrections", "content/translations/en", "content/vocabulary")
    files = [path for folder in folders for path in sorted((ROOT / folder).glob("*.yml"))]
    return tuple(path.read_text("utf-8")[:4000] for path in files)


def make_yaml(dice: random.Random) -> str:
    """A text that may be YAML."""
    kind = dice.random()
    if kind < 0.1:
        data = dice.randbytes(200)
    elif kind < 0.5:
        data = spoiled(dice.choice(_yaml_texts()).encode(), dice)
    elif kind < 0.6:
        data = "\n".join(_yaml_line(dice) for _ in range(dice.randrange(1, 15))).encode()
    else:
        made = dice.choice((make_correction, _memory, _entries))(dice)
        data = dump_yaml(made).encode()
        if dice.random() < 0.3:
            data = spoiled(data, dice, 3)
    return data.decode("utf-8", "ignore")


def _memory(dice: random.Random) -> dict[str, Any]:
    states = ("human", "machine", "stale", "missing", "reviewed", "x")
    pairs = [
        {
            "id": segment_id(text),
            "ar": text,
            "en": make_value(dice),
            "state": dice.choice(states),
            "by": make_value(dice),
        }
        for text in (make_value(dice) for _ in range(dice.randrange(5)))
    ]
    return {"article": "fuzz", "segments": pairs, "retired": pairs[:1]}


def _entries(dice: random.Random) -> dict[str, Any]:
    ids = ("a", "index", "energy", "russia", "a-b", "con", "x" * 100)
    entries = []
    for _ in range(dice.randrange(4)):
        extra = {
            "en": make_value(dice)[:200],
            "ar_variants": [make_value(dice)[:200]],
            "broader": [dice.choice(ids)],
            "years": {"2022": dice.choice((*REFERENCES[1:], 7))},
            "terms": [make_line(dice)[:200]],
            "surname": dice.choice(rule_words()),
            "description": {"ar": make_value(dice)[:200]},
            "country": dice.choice(("EG", "RU", "eg", None)),
        }
        chosen = dice.sample(sorted(extra), dice.randrange(4))
        entries.append(
            {"id": dice.choice(ids), "ar": make_value(dice)[:200]} | {key: extra[key] for key in chosen}
        )
    kinds = ("person", "place", "organisation", "outlet", "event", "topic")
    return {"kind": dice.choice(kinds), "entries": entries}


def _yaml_line(dice: random.Random) -> str:
    keys = (
        "title",
        "published",
        "date",
        "reason",
        "keep",
        "line",
        "as",
        "tags",
        "add",
        "article",
        "segments",
    )
    more = (
        "id",
        "ar",
        "en",
        "state",
        "by",
        "accept",
        "kind",
        "entries",
        "broader",
        "years",
        "terms",
        "surname",
    )
    value = dice.choice(
        (make_value(dice), json.dumps(make_value(dice)), "", "|", ">-", "[", "{a: b}", "!!x y", "&a", "*a")
    )
    return f"{' ' * dice.randrange(5)}{dice.choice(('', '', '- ', '? '))}{dice.choice(keys + more)}: {value}"


def make_correction(dice: random.Random) -> dict[str, Any]:
    """The data of a correction, most of it valid."""
    line = make_line(dice).strip() or "x"
    data: dict[str, Any] = {
        "title": make_value(dice),
        "published": {"date": dice.choice((*REFERENCES[1:], *NUMBERS)), "reason": make_value(dice)},
        "source": make_value(dice),
        "url": f"https://{make_value(dice)}",
        "byline": make_value(dice),
        "slug": dice.choice(("a", "index", "a-b", "con", "x" * 80)),
        "keep": [
            dice.choice(real_lines()),
            {"line": line, "as": dice.choice(("body", "headline", "subhead", "deck"))},
        ],
        "drop": [line, dice.choice(real_lines())],
        "tags": {"add": ["energy", make_value(dice)], "remove": [make_value(dice)]},
    }
    return {key: data[key] for key in dice.sample(sorted(data), dice.randrange(1, len(data)))}
