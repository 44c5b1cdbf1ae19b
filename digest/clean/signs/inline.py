"""Cuts furniture out of the body's lines (`rules/fields.yml`, `inline`), a byline off its beginning. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain, islice

from digest.clean.fields.initials import initials_behind
from digest.clean.fields.openings import credits_end, opening_credit
from digest.clean.phrases import phrases
from digest.clean.rows import Row, make_row
from digest.clean.signs.asides import SIGNS_OF_ASIDES, asides, followers, words_of_asides
from digest.clean.signs.rights import SIGN_OF_RIGHTS, nouns_of_rights, rights
from digest.model import LineKind
from digest.rules import default_rules
from digest.text import without_vowels

_SHORTEST = 60
"""A line that is shorter is furniture or is not, as a whole."""
_LEAST_LEFT = 40
_LONGEST_OPENER, _LONGEST_TAIL = 120, 200
_FEWEST_WORDS, _MOST_WORDS = 2, 9
"""Words of a button that asks readers to follow a site."""
_FIRST, _LAST = "\u0621", "\u064a"
"""The letters of Arabic."""
_ARABIC = re.compile(f"[{_FIRST}-{_LAST}]")
_TOKEN = re.compile(r"\S+")
_LINKED = ("://", "pic.twitter.com/", "#")
"""What a line has whose end `_LINKS` may find."""
_LINKS = re.compile(r"(?:\s*+(?:https?://\S++|pic\.twitter\.com/\S++|#[^\s#.]++))++\s*$")
_TRAIL = " .…"
_STOPPED = re.compile(r"[.!?؟][\"”»’')\]]*\s*$")
_LINK = re.compile(r"[^\n.!?؟…|]{8,120}(?:\.+|[!?؟…|])\s+(?=\S)")
"""What ends like a sentence at the beginning of a line."""
_GLUED_LINK = re.compile(r"[^\n.!?؟…|:]{2,20}[|:]\s[^\n.!?؟…|]{8,120}?\u0629(?=[\u0621-\u064a])")
"""A cue and a title right before which the text goes on: its last letter stands at no word's middle."""
_GLUED = re.compile(f"[{re.escape(''.join((*SIGNS_OF_ASIDES, SIGN_OF_RIGHTS)))}#A-Za-z]")
"""What stands in brackets, notices of rights, tags and addresses have one of these."""
_STRAYS = frozenset({LineKind.APP_CONTROL, LineKind.ADVERTISEMENT, LineKind.DEAD_EMBED})
_ADDRESS = re.compile(r"(?:https?://|www\.|pic\.twitter\.com/)\S+$")
_BUTTON = re.compile(r"[^\W\d_][\w \xa0]*[:.]?$")
"""A button has letters; what has signs besides is text about such."""


def cut_glued(row: Row) -> None:
    """Note the pieces of a row that are furniture, inside it or at its ends; judge the row by the rest."""
    if row.size < _SHORTEST or _is_plain(row):
        return
    cuts = list(_phrases_in(row.text))
    cuts += (*asides(row.text, row.words), *rights(row.text, row.words))
    opener = None if any(start == 0 for start, _ in cuts) else _opener(row)
    cuts += [span for span in (opener, _closer(row, cuts)) if span]
    if not cuts:
        return
    cuts = _united(cuts)
    text = _without(row.text, cuts)
    plain = make_row(text.strip())
    if plain.size < _LEAST_LEFT or plain.latin:
        return
    row.text, row.core, row.words = text, plain.core, plain.words
    row.bullet, row.ends, row.stops, row.latin = plain.bullet, plain.ends, plain.stops, plain.latin
    row.cuts += [(row.start + start, row.start + end) for start, end in cuts]


def _is_plain(row: Row) -> bool:
    """Whether a row is a sentence without any sign or word of what may be glued to it: most paragraphs."""
    text = row.text
    begins = _FIRST <= text[0] <= _LAST and row.stops
    if not begins or _GLUED.search(text) or not _glued_words().isdisjoint(row.words):
        return False
    return not any(map(text.__contains__, _furniture()[0]))


def _united(cuts: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The cuts in the order of the text, each place once, whatever ways it was found by."""
    united: list[tuple[int, int]] = []
    for start, end in sorted(cuts):
        if united and start < united[-1][1]:
            united[-1] = (united[-1][0], max(end, united[-1][1]))
        else:
            united.append((start, end))
    return united


def _without(text: str, cuts: Sequence[tuple[int, int]]) -> str:
    """The text with blanks for what is cut."""
    signs = list(text)
    for start, end in cuts:
        signs[start:end] = " " * (end - start)
    return "".join(signs)


def _opener(row: Row) -> tuple[int, int] | None:
    """Buttons and strays before a sentence: without an Arabic letter, or asking readers to follow a site."""
    text = row.text
    arabic = None if _FIRST <= text[0] <= _LAST else _ARABIC.search(text, 0, _LONGEST_OPENER)
    if arabic and arabic.start() > 1:
        return (0, arabic.start()) if _is_stray(text[: arabic.start()]) else None
    if not row.words or row.words[0] not in _first_words():
        return None
    words, first = list(islice(_TOKEN.finditer(text), _MOST_WORDS)), row.words[0]
    if first in phrases().links and (link := _LINK.match(text) or _GLUED_LINK.match(text)):
        left = len(text) - link.end()
        return link.span() if left >= _LEAST_LEFT and _is_link(link[0]) else None
    if first not in followers():
        return None
    for word in reversed(words[_FEWEST_WORDS - 1 :]):
        rule = phrases().of_words(make_row(text[: word.end()]))
        if rule and rule.kind is LineKind.SHARE:
            return (0, word.end())
    return None


def _is_link(piece: str) -> bool:
    """Whether a piece is a link to another article with its cue: `اقرأ أيضا: …`."""
    rule = phrases().find(make_row(piece.strip()))
    return rule is not None and rule.kind is LineKind.RELATED and not (rule.opens or rule.closes)


def _is_stray(piece: str) -> bool:
    """Whether a run of Latin is a button or an address; one word may be a firm's name."""
    row = make_row(piece.strip())
    if _ADDRESS.match(row.text):
        return True
    rule = phrases().find(row) if _BUTTON.match(without_vowels(row.text).text) else None
    return rule is not None and (len(row.words) > 1 or rule.kind in _STRAYS)


def _closer(row: Row, cuts: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """What stands behind the last sentence: addresses, tags, a button; not what ends or opens a section."""
    start = max(0, row.size - _LONGEST_TAIL)
    linked = any(map(row.text.__contains__, _LINKED))
    if linked and (match := _LINKS.search(row.text, start)):
        return match.span() if _STOPPED.search(row.text[start : match.start()]) else None
    found = None if row.stops else _behind(row.text)
    if found is None or row.text[: found[0]].endswith("..") or any(start > found[0] + 1 for start, _ in cuts):
        return None
    rule = phrases().find(make_row(row.text[slice(*found)].strip()))
    return found if rule and not (rule.opens or rule.ends or rule.soft) else None


def _behind(text: str) -> tuple[int, int] | None:
    """What stands behind the last sentence of a line; that may trail off (`اقرأ المزيد...`)."""
    last = len(text.rstrip(_TRAIL)) if text.endswith(("..", "…")) else len(text)
    end = max(text.rfind(mark, 0, last) for mark in ".!?؟…") + 1
    while end < len(text) and text[end] in "\"”»’')]":
        end += 1
    rest = text[end:].strip()
    return (end, len(text)) if end > _LEAST_LEFT and 2 <= len(rest) <= _LONGEST_TAIL else None


def cut_tail(row: Row, headline: str) -> None:
    """Note furniture glued to a body row's end, behind its last stop: tags, a button, headline, initials."""
    if signed := initials_behind(row.text):
        row.cuts.append((row.start + signed[0], row.start + signed[1]))
        return
    found = None if row.stops else _behind(row.text)
    if found is None:
        return
    tail = make_row(row.text[slice(*found)].strip())
    if (headline and tail.core == headline) or phrases().find(tail):
        row.cuts.append((row.start + found[0], row.end))


def cut_byline(row: Row) -> None:
    """Note a byline that opens the body's first row, up to the mark that ends it."""
    text = row.text.lstrip()
    parts = opening_credit(text)
    if any(part.role == "byline" for part in parts):
        start = row.start + len(row.text) - len(text)
        row.cuts.append((start, start + credits_end(text, parts)))


def _phrases_in(text: str) -> Iterator[tuple[int, int]]:
    """Where a text has a phrase that is furniture wherever it stands."""
    for phrase in filter(text.__contains__, chain(*_furniture())):
        yield from (match.span() for match in re.finditer(re.escape(phrase), text))


@cache
def _furniture() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The phrases of nothing but Arabic, then those that have a sign of `_GLUED`."""
    phrases = [rule["phrase"] for rule in default_rules().table("fields")["inline"]]
    arabic = tuple(phrase for phrase in phrases if not _GLUED.search(phrase))
    return arabic, tuple(phrase for phrase in phrases if phrase not in arabic)


@cache
def _first_words() -> frozenset[str]:
    """The words one of which begins any line that opens with a link or a button."""
    return phrases().links | followers()


@cache
def _glued_words() -> frozenset[str]:
    return _first_words() | words_of_asides() | nouns_of_rights()
