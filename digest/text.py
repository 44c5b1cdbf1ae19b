"""Folding Arabic for comparison, with the way back to the original characters; words; white space; hashes.

Pure functions over text; the fold itself is data (`rules/fold.yml`).
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from digest.model import BETWEEN_CELLS, Span
from digest.rules import default_rules

T = TypeVar("T")
Place = tuple[Hashable, ...]
"""Keys and indexes that lead to a value in data."""

_HIDDEN = re.compile(
    "["
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"  # controls, no characters
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"  # what changes direction
    "\u00ad\u034f\u180b-\u180f\u200b\u200d\u2060-\u2065\ufe00-\ufe0d\ufeff\ufff0-\ufffb"  # no width
    "\u115f\u1160\u17b4\u17b5\u3164\uffa0"  # fillers
    "\U000e0000-\U000e0fff"  # tags, further variation selectors
    "]"
    # Between two letters of the Arabic script the non-joiner is spelling, and seen.
    "|\u200c(?![\u0620-\u06ff])|(?<![\u0620-\u06ff])\u200c"
)
_DECEIVING = re.compile(_HIDDEN.pattern.replace("\u2066-\u206f", "\u2066\u2067\u206a-\u206f"))
"""What is hidden, but the isolates that the program sets round words itself."""
UNSAFE = re.compile(f"{_HIDDEN.pattern}|[\x0b\x0c\r\x1c-\x1f\x85\u2028\u2029]")
"""What may do something to a terminal or to a log, but line feeds."""


_VOWELS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed]")
"""Marks above and below letters; folding drops them, and more (`rules/fold.yml`)."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and its way back."""

    text: str
    dropped: tuple[int, ...]
    """For each character left out, the folded offset before which it stood; ascending."""
    left_out: tuple[int, ...] = ()
    """The same characters' offsets in the original text."""

    def place(self, original: int) -> int:
        """The folded offset of an offset in the original text."""
        return original - bisect_left(self.left_out, original) if self.left_out else original

    def part(self, span: Span) -> Folded:
        """What `fold_with_offsets` makes of the characters of a span."""
        first, last = self.place(span.start), self.place(span.end)
        if not self.dropped:
            return Folded(self.text[first:last], ())
        gone = slice(span.start - first, span.end - last)
        dropped = tuple([place - first for place in self.dropped[gone]])
        left_out = tuple([place - span.start for place in self.left_out[gone]])
        return Folded(self.text[first:last], dropped, left_out)

    def original(self, start: int, end: int) -> Span:
        """The span of the original text that folded [start, end) stands for, marks included."""
        if not self.dropped:
            return Span(start, end)
        last = end - 1 + bisect_right(self.dropped, end - 1) if end > start else start
        first = start + bisect_right(self.dropped, start)
        return Span(first, max(first, last + 1 if end > start else first))

    def marked(self, start: int, end: int) -> Span:
        """The same with the marks that its last letter bears, where nothing but marks was left out."""
        return Span(start + bisect_right(self.dropped, start), end + bisect_right(self.dropped, end))


def fold(text: str) -> str:
    """Drop tashkeel, tatweel and direction marks; fold alef, ya, ta marbuta, hamza seats and digits."""
    usual, others, folded = _folding()
    # In any order: nothing folds into what is folded.
    for character, plain in usual:
        text = text.replace(character, plain)
    for character in set(others.findall(text)):
        text = text.replace(character, folded[character])
    return text


def fold_with_offsets(text: str) -> Folded:
    """Like `fold`, keeping the way back to the offsets of `text`."""
    folded = fold(text)
    if len(folded) == len(text):
        return Folded(folded, ())
    left_out = tuple([match.start() for match in _dropping().finditer(text)])
    return Folded(folded, tuple([place - before for before, place in enumerate(left_out)]), left_out)


def without_vowels(text: str) -> Folded:
    """`text` without the marks above and below its letters, which are no part of a word to `re` and to `str`.

    Letters stay as they are, so that what tells `على` from `علي` may be asked; the way back is kept.
    """
    if not _VOWELS.search(text):
        return Folded(text, ())
    left_out = [match.start() for match in _VOWELS.finditer(text)]
    dropped = tuple([place - before for before, place in enumerate(left_out)])
    return Folded(_VOWELS.sub("", text), dropped, tuple(left_out))


KEPT_WORDS = 1 << 15
"""Words of which something is remembered: a dozen things of each, so that more would take much memory."""


class Memo(dict[str, T]):
    """What is made of each word, remembered: a look-up that the interpreter does by itself.

    `map(memo.__getitem__, words)` is several times as fast as calls of a function with `lru_cache`, whose
    list of uses is written at each. What is longer than any word is made anew.
    """

    def __init__(self, make: Callable[[str], T], most: int = KEPT_WORDS) -> None:
        super().__init__()
        self._make, self._most = make, most

    def __missing__(self, word: str) -> T:
        if len(word) > _LONGEST_WORD:
            return self._make(word)
        if len(self) >= self._most:
            self.clear()
        made = self[word] = self._make(word)
        return made


_LONGEST_WORD = 60


@cache
def fold_table() -> dict[int, str | None]:
    """The table for `str.translate`: code point to its folded character, None to drop it."""
    table: dict[int, str | None] = dict.fromkeys(map(ord, fold_drops()))
    table.update({ord(key): value for key, value in default_rules().table("fold")["map"].items()})
    return table


@cache
def _folding() -> tuple[tuple[tuple[str, str], ...], re.Pattern[str], dict[str, str]]:
    """The letters of any Arabic text that folding changes, all else that it does, and what each becomes.

    Nearly five times as fast as `str.translate`.
    """
    folded = {chr(key): value or "" for key, value in fold_table().items()}
    usual = {key: value for key, value in folded.items() if value and _USUAL[0] <= key <= _USUAL[1]}
    others = "".join(re.escape(key) for key in folded if key not in usual)
    return tuple(usual.items()), re.compile(f"[{others}]"), folded


_USUAL = ("\u0621", "\u064a")
"""The first and the last letter of Arabic itself; other languages' stand behind them."""


@cache
def _dropping() -> re.Pattern[str]:
    return re.compile(f"[{re.escape(''.join(sorted(fold_drops())))}]")


@cache
def fold_drops() -> frozenset[str]:
    """The characters that folding leaves out."""
    drops: set[str] = set()
    for item in default_rules().table("fold")["drop"]:
        first, _, last = item.partition("-")
        drops.update(map(chr, range(int(first, 16), int(last or first, 16) + 1)))
    return frozenset(drops)


def without_hidden(text: str) -> str:
    """`text` without what no reader sees, or sees only in what it does to its neighbours.

    Controls, direction marks, overrides and isolates, zero-width and filler characters, tags: with them a
    text could be reordered, hide words, or look like another.
    """
    return _HIDDEN.sub("", text)


def without_deceiving(text: str) -> str:
    """A whole file that the program made, without what is hidden; the isolates that it sets itself stay."""
    return _DECEIVING.sub("", text)


def texts_without_hidden(data: Any, place: Place = ()) -> tuple[Any, list[Place]]:
    """What a file of data says without what is hidden, keys as they are, and the places where some was."""
    if isinstance(data, str):
        clean = without_hidden(data)
        return clean, [] if clean == data else [place]
    if not isinstance(data, dict | list):
        return data, []
    items = list(data.items() if isinstance(data, dict) else enumerate(data))
    found = {key: texts_without_hidden(value, (*place, key)) for key, value in items}
    places = [one for _, inner in found.values() for one in inner]
    cleaned = {key: clean for key, (clean, _) in found.items()}
    return cleaned if isinstance(data, dict) else list(cleaned.values()), places


def printable(text: str) -> str:
    """`text` for a terminal or a log: what moves the cursor, reorders or hides is written as its number."""
    return UNSAFE.sub(lambda match: "".join(f"\\u{{{ord(sign):x}}}" for sign in match[0]), text)


def single_spaced(text: str) -> str:
    """`text` with each run of white space as one space, none at the ends; the same object where it is so."""
    if text.isprintable() and "  " not in text and text[:1] != " " != text[-1:]:
        return text  # of all white space only the space can be printed
    spaced = " ".join(text.split())
    return text if spaced == text else spaced


def as_row(cells: Iterable[str]) -> str:
    """The cells of a table's row as one sentence, single-spaced; a stroke within a cell is a slash there."""
    return single_spaced(BETWEEN_CELLS.join([cell.replace(r"\|", "/").replace("|", "/") for cell in cells]))


def cells_of_row(row: str) -> tuple[str, ...]:
    """The cells of such a sentence or of its translation, empty ones too, whatever blanks part them."""
    return tuple([cell.strip() for cell in row.split("|")])


def cells_apart(text: str) -> str:
    """A text of the same length whose cells, of a table's row, no word or number reaches across.

    What parts them is a tab.
    """
    return text.replace("\t", "|")


def capital(text: str) -> str:
    """`text` with a capital at its beginning, as a label has it."""
    return text[:1].upper() + text[1:]


def segment_id(text: str) -> str:
    """Address of a piece of Arabic: 12 hex digits of the SHA-256 of its NFC, single-spaced form."""
    canonical = single_spaced(unicodedata.normalize("NFC", text))
    return hashlib.sha256(canonical.encode()).hexdigest()[:12]
