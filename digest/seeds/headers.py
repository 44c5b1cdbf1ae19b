"""The header of a text file that has no fence: lines of `key: value` that a scraper wrote, or a mail's. Pure.

`title: …` / `by: …`; `من: …` / `إلى: …` / `الموضوع: …`. What they state is read as front matter is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from digest.model import SeedMetadata
from digest.rules import default_rules
from digest.seeds.frontmatter import field_of, stated_under
from digest.text import fold, without_hidden

_KEY = re.compile(
    r"([A-Za-z][\w:.-]{0,40}?(?: [A-Za-z]\w{0,20}){0,2})(?:\(s\))?[ \t]?:(?:[ \t]+(\S.*))?$", re.ASCII
)
_SECOND = re.compile(r"(?<![ \t])(?:\t|  | \| )[ \t]*+(?=[A-Za-z][\w-]{0,40}:[ \t])", re.ASCII)
"""What parts two keys that share a line."""
_ITEM = re.compile(r"[-*•][ \t]+(\S.*)$")
"""An item of the list that a key without a value announces."""
_BETWEEN = re.compile(r"[^\W\d_]{2,20}(?:\s[^\W\d_]{2,20})?\s?:\s\S.{0,80}$")
"""A line with a key in another language, which stays in the text."""
_TEXT = frozenset(("text", "body", "content", "article", "article_text", "full_text", "articlebody"))
"""Keys behind which the text itself stands."""
_NOTHING = frozenset(("null", "none", "nan", "n/a", "-", "[]", '""', "''"))
_FEWEST, _MOST = 2, 60
"""Fields that a header states, at least; its lines."""
_FEWEST_BELOW, _TITLE = 3, 3
"""Keys of one below a title's line, and lines in which it begins."""
_LONGEST, _LONGEST_LINE, _SHORT = 300, 2_000, 80
"""Characters of a value that is not the text; of a line that are looked at; of a value that is told."""
_FORWARDS = 8
"""How often a mail is passed on."""
_MAIL = re.compile(r"[*_]{0,2}([^\W\d_][\w -]{0,30}?)\s?:[*_]{0,2}(?:\s+(\S.*))?$")
_ADDRESS = re.compile(r"\s*[<(\[](?:mailto:)?[^\s<>()\[\]@]{1,80}@[^\s<>()\[\]]{1,200}[>)\]]*")
_PLAIN_ADDRESS = re.compile(r"[^\s@]{1,80}@[^\s@]{1,200}")
_RULE = re.compile(r"-{3,}[^-\n]{1,60}-{3,}\s*$")
"""What programs write above a mail that is passed on: `---------- Forwarded message ---------`."""


def take_header(text: str) -> tuple[str, SeedMetadata]:
    """A text without its header, whose lines are left blank, and what that states."""
    lines = text.removeprefix("\ufeff").split("\n")
    first = _written(lines, 0, _MOST)
    below = _written(lines, first + 1, _TITLE)
    found = _of_scraper(lines, first) or _of_mail(lines, first)
    return found or _of_scraper(lines, below, fewest=_FEWEST_BELOW) or (text, SeedMetadata())


def _written(lines: Sequence[str], start: int, most: int) -> int:
    """The first line that is not blank, of the next ones; else where they end."""
    end = min(start + most, len(lines))
    return next((place for place in range(start, end) if lines[place].strip()), end)


def _of_scraper(lines: list[str], first: int, fewest: int = _FEWEST) -> tuple[str, SeedMetadata] | None:
    """`fewest`: keys that there must be."""
    stated, rest = dict[str, Any](), dict[int, str]()
    key = ""
    for place, pairs in _keyed(lines, first):
        rest[place] = ""
        for key, said in pairs:
            stated[key] = stated.get(key) or _value(said)
        if not pairs:
            item = _value(lines[place].strip(" \t-*•"))
            stated[key] = [*stated[key], item] if isinstance(stated[key], list) else [item]
        elif key in _TEXT:
            rest[place] = lines[place].partition(":")[2].strip() if len(pairs) == 1 else pairs[-1][1]
            break
    stated = {key: value for key, value in stated.items() if key not in _TEXT}
    fields = {field_of(key) for key, value in stated.items() if value} - {None, "language"}
    if len(fields) < _FEWEST or len(stated) < fewest:
        return None
    return _without(lines, rest), stated_under(stated)


def _keyed(lines: Sequence[str], first: int) -> Iterator[tuple[int, list[tuple[str, str]]]]:
    """The lines of a header by their places, each with its keys and values; with none an item of a list."""
    passed = listed = False
    for place, whole in enumerate(lines[first : first + _MOST], first):
        line = without_hidden(whole[:_LONGEST_LINE]).strip()
        pairs = _pairs(line)
        if pairs or (listed and _ITEM.match(line)):
            yield place, pairs
            listed = not (pairs and pairs[-1][1])
            passed = False
            continue
        if passed or (line and (place == first or not _BETWEEN.match(line))):
            return
        passed, listed = bool(line), False


def _pairs(line: str) -> list[tuple[str, str]]:
    """The keys of a line, in small letters, and their values; none where it has text."""
    found = [match for piece in _SECOND.split(line) if (match := _KEY.match(piece.strip()))]
    pairs = [(_key(match[1]), match[2] or "") for match in found]
    long = any(len(value) > _LONGEST and not (field_of(key) or key in _TEXT) for key, value in pairs)
    return [] if long else pairs


def _key(written: str) -> str:
    """`og:title`, `Date-Published` as front matter has them."""
    return written.rpartition(":")[2].lower().replace("-", "_").replace(" ", "_")


def _value(said: str) -> Any:
    """What a value says, of which programs write lists and nothing in their own ways."""
    said = said.strip()
    if said.lower() in _NOTHING:
        return ""
    if said.startswith("[") and said.endswith("]") and len(said) <= _LONGEST:
        try:
            return json.loads(said.replace("'", '"'))
        except ValueError:
            return said
    quoted = len(said) > 1 and said[0] == said[-1] and said[0] in "\"'"
    return said[1:-1].strip() if quoted else said


def _of_mail(lines: list[str], first: int, most: int = _FORWARDS) -> tuple[str, SeedMetadata] | None:
    """The sender is the source of what a mail brings, its subject a headline where the text has none.

    Of a mail that was passed on, and has another one's header below its own, that one is meant.
    """
    ruled = first < len(lines) and _RULE.match(lines[first].strip()) is not None
    start = first + ruled
    header = list(_headed(lines, start))
    found = {role: said for role, _, said in reversed(header)}
    sure = found.keys() & {"to", "subject"} or "@" in found.get("from", "")
    if "from" not in found or len(found) < _FEWEST or not sure:
        return None
    unused = [f"{written}: {said[:_SHORT]}" for role, written, said in header if role == "to"]
    stated = SeedMetadata(
        site=_sender(found["from"]),
        stated_date=found.get("date") or None,
        subject=_subject(found.get("subject", "")),
        unused=tuple(unused),
    )
    end = start + len(header)
    rest = _without(lines, dict.fromkeys(range(first, end), ""))
    inner = _of_mail(rest.split("\n"), _written(lines, end, _TITLE), most - 1) if most else None
    return inner or (rest, stated)


def _headed(lines: Sequence[str], start: int) -> Iterator[tuple[str, str, str]]:
    """What each line of a mail's header announces, the word that does, and what it says."""
    for line in lines[start : start + _MOST]:
        match = _MAIL.match(without_hidden(line[:_LONGEST_LINE]).strip())
        role = _roles().get(_plain(match[1])) if match else None
        if match is None or role is None:
            return
        yield role, match[1], (match[2] or "").strip()


def _sender(said: str) -> str | None:
    """A sender's name without the address and quotation marks around it."""
    name = _PLAIN_ADDRESS.sub("", _ADDRESS.sub("", said)).strip(" \t\"'«»“”<>")
    return name or None


def _subject(said: str) -> str | None:
    """A subject without `Re:`, `Fwd:` before it."""
    word, colon, behind = said.partition(":")
    while colon and fold(word).lower().strip() in _answers():
        said = behind.strip()
        word, colon, behind = said.partition(":")
    return said or None


def _without(lines: list[str], rest: dict[int, str]) -> str:
    """The text with the lines of the header replaced, so that the others keep their numbers."""
    return "\n".join([rest.get(place, line) for place, line in enumerate(lines)])


@cache
def _roles() -> dict[str, str]:
    """What the words before the colons of a mail's header announce."""
    table = default_rules().table("fields")["mail"]
    roles = ("from", "to", "date", "subject")
    return {_plain(word): role for role in roles for word in table[role]}


def _plain(words: str) -> str:
    return " ".join(fold(words).lower().split())


@cache
def _answers() -> frozenset[str]:
    return frozenset(fold(word).lower() for word in default_rules().table("fields")["mail"]["answers"])
