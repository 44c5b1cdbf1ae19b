"""The header that a scraper wrote above a text, without a fence: lines of `title: …`, `by: …`. Pure.

When in doubt a line is the text's.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, NamedTuple

from digest.rules import default_rules
from digest.seeds.frontmatter import field_of, stated_under
from digest.seeds.headerlines import Found, is_labelled, is_sentence

_WORDS = r"[*_]{0,3}([A-Za-z][\w:.-]{0,40}?(?: [A-Za-z]\w{0,20}){0,2})(?:\(s\))?[*_]{0,3}[ \t]?[:：][*_]{0,3}"
_KEY = re.compile(rf"{_WORDS}(?:[ \t]+(\S.*)|[ \t]*)$", re.ASCII)
_TIGHT = re.compile(rf"{_WORDS}(?!//)(\S.*)$", re.ASCII)
"""The same without a blank, as only known keys are believed: `title:…`."""
_SECOND = re.compile(r"(?<![ \t])(?:\t|  | \| )[ \t]*+(?=([A-Za-z][\w-]{0,40}):(?:[ \t]|$))", re.ASCII)
"""What parts two keys that share a line."""
_OPENING = re.compile(r"\s*[*_]{0,3}[A-Za-z]")
"""What any line with a key begins with."""
_ITEM = re.compile(r"[-*•][ \t]+(\S.*)$")
"""An item of the list that a key without a value announces."""
_NOTHING = frozenset(("null", "none", "nan", "n/a", "-", "[]", '""', "''"))
_FEWEST, _MOST = 2, 60
"""Fields that a header states, at least; its lines."""
_LONGEST, _LONGEST_FIELD, _LONGEST_LIST = 80, 1_000, 300
"""Characters of the value of a key that nobody knows, of a field's, of a list in square brackets."""
_IN_SENTENCES = ("title", "description")
"""What is stated in whole sentences."""
_PERSON = "name"
"""The key by which a title is somebody's post."""
_LETTERS = 5
"""Letters of a name in capitals, which is whose words a line has: `CNN: …`, `Q: …`."""


class _Pair(NamedTuple):
    """A key as it is written, in small letters, and its value; where both begin in the line."""

    written: str
    key: str
    said: str
    at: int
    behind: int

    @property
    def field(self) -> str | None:
        """What it states; `text`, `lead`, `fetched`, `other` for what is none of front matter's."""
        return _kind_of(self.key)


@dataclass(slots=True)
class _Header:
    """What was read of a header so far."""

    stated: dict[str, Any] = field(default_factory=dict)
    places: dict[int, tuple[int, int] | None] = field(default_factory=dict)
    fields: set[str] = field(default_factory=set)
    sealed: bool = False
    """Whether a blank line stands below its fields."""

    def takes(self, pairs: Sequence[_Pair], again: Counter[str]) -> bool:
        """Whether the keys of a line are its own; `again`: how often the lines have each."""
        return bool(pairs) and all(self._takes(pair, again[pair.key]) for pair in pairs)

    def _takes(self, pair: _Pair, often: int) -> bool:
        told, size = pair.field, len(pair.said)
        if told in ("text", "lead"):
            return True
        if size > _LONGEST and told not in _IN_SENTENCES and is_sentence(pair.said):
            return False
        if told is None:
            named = pair.written.isupper() and len(pair.written) <= _LETTERS
            text = size > _LONGEST or is_sentence(pair.said) or named or often > 1
            return not (text or self.sealed)
        if told == "description":
            return not (self.sealed and often > 1)
        text = self.sealed and (often > 1 or is_sentence(pair.said))
        return not text and size <= _LONGEST_FIELD

    def add(self, place: int, pairs: Sequence[_Pair]) -> None:
        """Take a line with its keys."""
        last = pairs[-1]
        has_text = last.field in ("text", "lead") and last.said
        self.places[place] = (last.at, last.behind) if has_text else None
        for pair in pairs:
            if pair.field in ("text", "lead"):
                continue
            value = _value(pair.said)
            self.stated[pair.key] = self.stated.get(pair.key) or value
            if value and pair.field not in (None, "language", "other"):
                self.fields.add(str(pair.field))

    def add_item(self, place: int, key: str, line: str) -> None:
        """Take a line as an item of the list that a key announces."""
        self.places[place] = None
        items, item = self.stated.get(key), _value(line.strip(" \t-*•"))
        self.stated[key] = [*items, item] if isinstance(items, list) else [item]
        if (told := _kind_of(key)) not in (None, "language", "other"):
            self.fields.add(str(told))


def find_scraped(lines: Sequence[str], first: int, fewest: int = _FEWEST) -> Found | None:
    """The header that begins in a line; `fewest`: keys that there must be."""
    if first >= len(lines) or next(_pairs(lines[first]), None) is None:
        return None
    header = _read(lines, first)
    if len(header.fields) < _FEWEST or len(header.stated) < fewest or _PERSON in header.stated:
        return None
    return Found(replace(stated_under(header.stated), unused=()), header.places)


def _read(lines: Sequence[str], first: int) -> _Header:
    header, listed, passed = _Header(), "", False
    keyed = [(line, list(_pairs(line))) for line in lines[first : first + _MOST]]
    again = Counter(pair.key for _, pairs in keyed for pair in pairs)
    for place, (line, pairs) in enumerate(keyed, first):
        if not line.strip():
            listed = ""
            header.sealed = header.sealed or len(header.fields) >= _FEWEST
        elif header.takes(pairs, again):
            header.add(place, pairs)
            listed, passed = "" if pairs[-1].said else pairs[-1].key, False
            if pairs[-1].field == "text":
                break
        elif listed and _ITEM.match(line.strip()) and not is_sentence(line):
            header.add_item(place, listed, line)
        elif place > first and not (header.sealed or passed) and (is_labelled(line) or pairs):
            # A line with a key in another language, or with a paragraph, stays in the text.
            listed, passed = "", True
        else:
            break
    return header


def _pairs(line: str) -> Iterator[_Pair]:
    """The keys of a line and their values; behind a key of the text all is its value."""
    if not _OPENING.match(line):
        return
    begin = len(line) - len(line.lstrip())
    seconds = [match for match in _SECOND.finditer(line, begin) if _kind_of(_key(match[1]))]
    starts = [begin, *(match.end() for match in seconds)]
    ends = [*(match.start() for match in seconds), len(line.rstrip())]
    for start, end in zip(starts, ends, strict=True):
        if (pair := _pair(line, start, end)) is None:
            return
        if pair.field in ("text", "lead"):
            yield pair._replace(said=line[pair.behind :].strip())
            return
        yield pair


def _pair(line: str, start: int, end: int) -> _Pair | None:
    """The key at a place of a line and its value."""
    piece = line[start:end]
    match = _KEY.match(piece)
    if match is None:
        match = _TIGHT.match(piece)
        if match is None or _kind_of(_key(match[1])) is None:
            return None
    behind = match.start(2) if match[2] else len(piece)
    return _Pair(match[1], _key(match[1]), (match[2] or "").strip(), start, start + behind)


def _key(written: str) -> str:
    """`og:title`, `Date-Published` as front matter has them."""
    return written.rpartition(":")[2].strip("_").lower().replace("-", "_").replace(" ", "_")


def _value(said: str) -> Any:
    """What a value says, of which programs write lists and nothing in their own ways."""
    said = said.strip()
    if said.lower() in _NOTHING:
        return ""
    if said.startswith("[") and said.endswith("]") and len(said) <= _LONGEST_LIST:
        try:
            return json.loads(said.replace("'", '"'))
        except ValueError:
            return said
    quoted = len(said) > 1 and said[0] == said[-1] and said[0] in "\"'"
    return said[1:-1].strip() if quoted else said


def _kind_of(key: str) -> str | None:
    """What a key states, by front matter or by the rules; None for one that nobody knows."""
    if told := field_of(key):
        return told
    if kind := _kinds().get(key):
        return kind
    return "text" if _of_text().fullmatch(key) else None


@cache
def _kinds() -> dict[str, str]:
    table = default_rules().table("fields")["header"]
    lists = {"lead": "leads", "fetched": "fetched", "other": "others"}
    return {key: kind for kind, name in lists.items() for key in table[name]}


@cache
def _of_text() -> re.Pattern[str]:
    """A key behind which the text itself stands: `text`, `full_text`, `articleBody`."""
    table = default_rules().table("fields")["header"]
    before, nouns = "|".join(table["text_words"]), "|".join(table["text_nouns"])
    return re.compile(rf"(?:(?:{before}|{nouns})_?){{0,3}}(?:{nouns})(?:_(?:{before}))?")
