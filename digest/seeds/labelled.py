"""The header in Arabic above a text: lines of `العنوان: …`, `الكاتب: …`, of a closed list of keys. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from digest.rules import default_rules
from digest.seeds.frontmatter import stated_under
from digest.seeds.headerlines import Found, first_written, is_labelled, plain

_LINE = re.compile(
    "[ \t]*(?P<key>[^\\W\\d_][\\w\u064b-\u0652 ]{0,30}?)[ \t]?[:：](?:[ \t]*(?P<said>\\S.*)|[ \t]*)$"
)
_FEWEST, _MOST, _LONGEST = 3, 30, 1_000
"""Keys of a header; its lines; characters of a value."""
_BLANK = 3
"""Lines in which the key of the text stands below the others."""
_SURE = frozenset(("date", "author", "url", "text"))
"""What states beside a title that a text is an article."""


def find_labelled(lines: Sequence[str], first: int) -> Found | None:
    """The header that begins in a line: three keys, the title's among them, and none that is not known."""
    stated, places = dict[str, str](), dict[int, tuple[int, int] | None]()
    for place, role, value in _keyed(lines, first):
        if role is None or (role in stated and role != "other"):
            return None
        line = lines[place]
        stated[role] = line[value:].strip()
        places[place] = (0, value) if role == "text" and stated[role] else None
    if len(places) < _FEWEST or not stated.get("title") or stated.keys().isdisjoint(_SURE):
        return None
    known = {role: said for role, said in stated.items() if role not in ("text", "other")}
    return Found(replace(stated_under(known), unused=()), places)


def _keyed(lines: Sequence[str], first: int) -> Iterator[tuple[int, str | None, int]]:
    """The header's lines by their places, what the key of each states, and where its value begins.

    None is what one states that is not of the list.
    """
    end = first
    for place in range(first, min(first + _MOST, len(lines))):
        match = _LINE.match(lines[place])
        role = _roles().get(plain(match["key"])) if match else None
        if match is None or role is None or _is_long(role, match):
            if is_labelled(lines[place]):
                yield place, None, 0
                return
            break
        yield place, role, match.start("said") if match["said"] else len(lines[place])
        if role == "text":
            return
        end = place + 1
    below = first_written(lines, end, _BLANK)
    match = _LINE.match(lines[below]) if end < below < len(lines) else None
    if match and _roles().get(plain(match["key"])) == "text":
        yield below, "text", match.start("said") if match["said"] else len(lines[below])


def _is_long(role: str, match: re.Match[str]) -> bool:
    return role != "text" and len(match["said"] or "") > _LONGEST


@cache
def _roles() -> dict[str, str]:
    """What each key states, by the names of front matter."""
    table = default_rules().table("fields")["header"]["arabic"]
    roles = ("title", "date", "author", "source", "url", "text")
    known = {plain(word): role for role in roles for word in table[role]}
    return known | dict.fromkeys(map(plain, table["others"]), "other")
