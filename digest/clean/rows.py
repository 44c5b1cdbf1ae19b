"""The pieces a page is classified in: its lines, parted where a run of white space sets pieces apart.

Each row carries the features that the later steps decide by. May use the text and model layers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice

from digest.clean.tables import may_hold_table, tables_in
from digest.model import LineKind
from digest.text import fold

_PIECE = re.compile(r"\S+(?:[ \u00a0]{1,2}\S+)*")
_WORD = re.compile(r"[^\W_]++(?:[.'’@_-][^\W_]++)*+")
_MARKS = ".,:;!?،؛؟…\"'«»“”()[]-–"
"""What words most often have at their ends."""
_FIRST, _LAST = "\u0600", "\u06ff"
"""The block of Arabic."""
_ARABIC = re.compile(f"[{_FIRST}-{_LAST}]")
_BULLET = re.compile(r"[•●▪■◾◆►▶»›*·–—-]\s+|[•●▪■◾◆►▶]")
_END = re.compile(r"(?:(?P<stop>(?<![.…])[.۔])|[!?؟۔]|(?<![.…])\.\.)[\"”“»’'›)\]}\s]*$")
_TRAILING = re.compile(r"(?:\.\.|…)[\"”“»’'›)\]}\s]*$")
"""Dots that trail off end a paragraph; a short line with them is a teaser cut off."""
_TEASER, _TAIL = 120, 12
"""Characters of a line with them that is none; those at a text's end that tell how it ends."""
LISTS = frozenset({LineKind.RELATED, LineKind.MOST_READ, LineKind.TICKER})
"""Kinds of the headings of other articles' titles."""
CREDITS = frozenset({LineKind.BYLINE, LineKind.SOURCE, LineKind.DATELINE})
"""Kinds of lines that say who wrote, for whom and where."""
DATES = frozenset({LineKind.STATED_DATE, LineKind.CLOCK})
"""Kinds of lines that say when."""
TEXT = frozenset({LineKind.BODY, LineKind.SUBHEAD})
"""Kinds of a text's lines."""
_NUMBERED = re.compile(r"\d+\s*[-–—.)/]")


@dataclass(slots=True)
class Row:
    """A line, or a piece of one; `start` and `end` are offsets in the seed's text."""

    line: int
    start: int
    end: int
    size: int
    """Number of characters."""
    text: str
    core: str
    """Folded, lower case, words only, single-spaced: what phrases are compared with."""
    words: tuple[str, ...]
    bullet: bool
    ends: bool
    """Whether it ends as a sentence does (a full stop, question or exclamation mark)."""
    stops: bool
    """Whether it ends with a full stop."""
    latin: bool
    """Whether it has letters and none of them is Arabic."""
    kind: LineKind | None = None
    rule: str = ""
    opens: bool = False
    finishes: bool = False
    closes: bool = False
    soft: bool = False
    """Whether its place may overrule what its words say."""
    joined: int = 0
    """Index of the row that this hard-wrapped one continues, plus one; 0 for none."""
    cuts: list[tuple[int, int]] = field(default_factory=list)
    stems: frozenset[str] | None = None
    """Its content words, once `prose.stems` has been asked for them."""
    apart: bool = False
    """Whether links or the like, which the markup sets around an article, stand right above it."""
    own: LineKind | None = None
    """What it is in the element that holds the article, in an HTML page: text or subhead."""
    point: int | None = None
    """Its number in a list that the markup numbers, 0 in one without numbers; None where it is no item."""
    leads: bool = False
    """Whether the markup says that it is a link as long as a title."""
    written: bool = False
    """Whether its author's Markdown says what it is: a heading, an item of a list, a quotation."""
    level: int = 0
    """Of which level a heading it is by the markup: 1 to 6; 0 for none."""
    quoted: bool = False
    """Whether the markup says that it is of a block quotation, which ends with whose words it is."""
    signs: bool = False
    """Whether it is that end."""
    behind: bool = False
    """Whether it stands behind the element that holds the article, in an HTML page."""
    ahead: bool = False
    """Whether it stands in the page's own head by its markup, right above its menu, or in a clock."""
    boxed: bool = False
    """Whether it is of a box that a page put between two paragraphs of one text."""
    over: bool = False
    """Whether the text above is over here: another article or teasers stand below this heading."""
    begins: bool = False
    """Whether it is surely another article's headline, with which the text above ends."""
    tabular: bool = False
    """Whether it is a line of a table, with all its cells."""
    columns: tuple[int, int] = (0, 0)
    """The first column of its table that has words, and the one behind the last."""
    record: int = 0
    """The number of the table's row that it is a cell of, where each has a line of its own; 0 for none."""
    pulled: bool = False
    """Whether a paragraph near by has it word for word, or most of it in marks: a page sets it large."""
    doubtful: bool = False
    """Whether it may be another article's headline, though nothing says so surely."""
    names: bool = False
    """Whether it is a name that alone heads a part of the text, as others do."""
    graded: int | None = None
    """How much it reads like a paragraph, once `prose.grade` has been asked."""

    @property
    def pointed(self) -> bool:
        """Whether a mark or a number stands before it, as before the points of a list."""
        return self.bullet or bool(self.words and self.words[0].isdigit())

    def mark(self, kind: LineKind, rule: str) -> None:
        """Decide what the row is."""
        self.kind, self.rule = kind, rule


_MOST_PIECES = 60
"""A line with more pieces than this is taken as one: nothing that people save looks like that."""


def _plain(text: str) -> str:
    """A text as its words are compared: folded, in lower case; it has the same lines."""
    return fold(text).lower()


@lru_cache(maxsize=8192)
def words_of(text: str) -> tuple[str, ...]:
    """The folded, lower-case words of a short text."""
    return _words(_plain(text))


def _words(plain: str) -> tuple[str, ...]:
    """The words of a plain text; few have a mark inside, so that the pattern need not read the others."""
    found: list[str] = []
    for piece in plain.split():
        if piece.isalnum() or (piece := piece.strip(_MARKS)).isalnum():
            found.append(piece)
        elif piece:
            found += _WORD.findall(piece)
    return tuple(found)


def is_numbered(row: Row) -> bool:
    """Whether a row begins with the number of a point."""
    return _NUMBERED.match(row.text) is not None


def come_again(rows: Sequence[Row]) -> bool:
    """Whether two of some rows have the same words."""
    return len({row.core for row in rows}) < len(rows)


def rows_of(text: str) -> list[Row]:
    """Every piece of every non-blank line, in order."""
    return list(_rows(text))


def make_row(text: str, line: int = 1, start: int = 0, plain: str | None = None) -> Row:
    """A row for a piece of text that stands at `start`; `plain` is what `_plain` makes of it, if known."""
    plain = _plain(text) if plain is None else plain
    words = _words(plain)
    core = " ".join(words)
    size = len(text)
    ends, stops = _ending(text[-_TAIL:], trailing=size >= _TEASER)
    bullet = not text[:1].isalnum() and _BULLET.match(text) is not None
    latin = not _FIRST <= core[:1] <= _LAST and _is_latin(plain)
    return Row(line, start, start + size, size, text, core, words, bullet, ends, stops, latin)


def piece_of(row: Row, start: int, end: int) -> Row:
    """A row for a piece of one, from one offset in its text to another."""
    piece = row.text[start:end]
    start += len(piece) - len(piece.lstrip())
    return make_row(piece.strip(), row.line, row.start + start)


def has_stop(text: str) -> bool:
    """Whether a text ends with a full stop."""
    return _ending(text[-_TAIL:], trailing=False)[1]


def _ending(tail: str, *, trailing: bool) -> tuple[bool, bool]:
    """Whether a text ends as a sentence does, or with trailing dots where they may; and with a full stop."""
    if tail[-1:].isalnum():
        return False, False
    if tail[-1:] == "." and tail[-2:-1].isalnum():
        return True, True  # as nearly any
    end = _END.search(tail)
    if end is None:
        return trailing and _TRAILING.search(tail) is not None, False
    return True, end["stop"] is not None


def _is_latin(plain: str) -> bool:
    return not _ARABIC.search(plain) and any(map(str.isalpha, plain))


def _rows(text: str) -> Iterator[Row]:
    start = 0
    lines = text.split("\n")
    tables = tables_in(lines) if may_hold_table(text) else {}
    for number, (line, plain) in enumerate(zip(lines, _plain(text).split("\n"), strict=True), start=1):
        if number - 1 in tables:
            row = make_row(line.strip(), number, start + line.index(line.strip()), plain)
            row.tabular, row.columns = True, tables[number - 1]
            yield row
        elif line and not line.isspace():
            pieces = _pieces(line)
            for begin, piece in pieces:
                yield make_row(piece, number, start + begin, plain if len(pieces) == 1 else None)
        start += len(line) + 1


def _pieces(line: str) -> Sequence[tuple[int, str]]:
    """Pieces set apart by three blanks or a tab; never more than a short list of them is worth parting."""
    stripped = line.strip()
    begin = line.index(stripped[0])
    if "   " not in stripped and "\t" not in stripped:
        return ((begin, stripped),)
    pieces = [(match.start(), match[0]) for match in islice(_PIECE.finditer(line), _MOST_PIECES + 1)]
    return pieces if len(pieces) <= _MOST_PIECES else ((begin, stripped),)
