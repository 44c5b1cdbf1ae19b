"""Undoes wrong decodings: of a whole text, of single lines of it, once or several times over, lossy ones too.

ftfy brings the tables of browsers; which wrong turns Arabic takes is in `rules/repairs.yml`. The way back is
taken where what comes of it reads like Arabic, and much more so than the text. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

import ftfy
import ftfy.bad_codecs  # registers the sloppy-windows codecs that `rules/repairs.yml` names
from ftfy.badness import is_bad

from digest.rules import default_rules
from digest.seeds.plausibility import is_arabic, plausibility

_GAIN, _ENOUGH = 0.3, 1.2
"""How much more a mended text reads like Arabic, at least; a text that reads so much like it is left."""
_LEAST = 0.9
"""What a mended text reads like Arabic at least: nearly all of its letters are."""
_SAMPLE = 4_000
_MOST_TURNS = 3
_MOST_LOST = 0.05
"""The share of a text's characters that may be lost on the way back."""
_SUSPECT = re.compile(
    r"(?:[\u00c0-\u00ff\ufffd]\S?){3}|(?:[\u0637\u0638][^\s\u0621-\u063a\u0641-\u0652\u060c\u061b\u061f]){3}"
)
"""What mojibake is full of: accented letters close together; ط and ظ each with a sign behind it."""
_ALEF_AND_LAM = ("\u00d8", "\u00d9", "\u00c7", "\u0637\u00a7", "\u0638\u201e")
"""What an alef or the first byte of a lam becomes by each wrong turn: no text of some words lacks them."""
_SHARE = 0.3
"""The share of a line's characters that are such."""
_MOST_LINES, _MOST_SEARCHES = 2_000, 10
"""Lines of a text that are mended; those whose ways back are looked for: others take what was found."""

Turn = tuple[str, str]


def undo_mojibake(text: str) -> str:
    """Undo a wrong decoding: the way back that reads most like Arabic, if much more than the text."""
    if text.isascii():
        return text
    whole = not is_arabic(text) and plausibility(text) <= _ENOUGH
    mended = _mended(text) if whole else text
    return _by_line(text) if mended is text else mended


def has_mojibake(text: str) -> bool:
    """Whether a part of a text looks like mojibake, at a glance."""
    return any(map(text.__contains__, _ALEF_AND_LAM)) and _SUSPECT.search(text) is not None


def _by_line(text: str) -> str:
    """The text with each line mended that was pasted into it in a wrong decoding."""
    if not has_mojibake(text):
        return text
    found: list[tuple[Turn, ...]] = []
    searches = _MOST_SEARCHES
    lines = text.split("\n")
    suspects = (number for number, line in enumerate(lines) if _is_suspect(line))
    for number in islice(suspects, _MOST_LINES):
        line = lines[number]
        mended = (_gone_back(line, way) for way in found)
        better = next((one for one in mended if _reads_better(one, line)), None)
        if better is None and searches:
            searches -= 1
            if way := _way_back(line[:_SAMPLE]):
                found.append(way)
                better = _gone_back(line, way)
        lines[number] = better or line
    return "\n".join(lines)


def _is_suspect(line: str) -> bool:
    return sum(match.end() - match.start() for match in _SUSPECT.finditer(line)) > _SHARE * len(line)


def _mended(text: str) -> str:
    way = _way_back(text[:_SAMPLE])
    if way:
        return _gone_back(text, way)
    if not is_bad(text[:_SAMPLE]):
        return text
    candidate = ftfy.fix_encoding(text)
    return candidate if _reads_better(candidate, text) else text


def _reads_better(candidate: str, text: str) -> bool:
    return _value(candidate) > max(_LEAST, plausibility(text) + _GAIN)


def _value(text: str) -> float:
    return plausibility(text) - text.count("\ufffd") / len(text) if text else 0.0


def _way_back(sample: str) -> tuple[Turn, ...]:
    """The wrong decodings to undo, the last first; none where that makes no better text."""
    best = sample
    way: tuple[Turn, ...] = ()
    for turns, candidate in _ways_back(sample):
        if _reads_better(candidate, sample) and (not way or _value(candidate) > _value(best)):
            best, way = candidate, turns
    return way


def _gone_back(text: str, way: tuple[Turn, ...]) -> str:
    for turn in way:
        text = _back(text, turn) or text
    return text


def _ways_back(sample: str) -> Iterator[tuple[tuple[Turn, ...], str]]:
    """Each run of wrong decodings that may lie behind a text, with the text as it was before them."""
    known = {sample}
    reached: list[tuple[tuple[Turn, ...], str]] = [((), sample)]
    for _ in range(_MOST_TURNS):
        further = []
        for turns, text in reached:
            for turn in _turns():
                candidate = _back(text, turn, cut=True)
                if candidate and candidate not in known:
                    known.add(candidate)
                    further.append(((*turns, turn), candidate))
        yield from further
        reached = further


def _back(text: str, turn: Turn, *, cut: bool = False) -> str | None:
    """The text before one wrong decoding; None where it was none. `cut`: the text ends anywhere."""
    read_as, was = turn
    try:
        data = text.encode(read_as, "ignore")
        mended = data.decode(was, "replace")
    except UnicodeError:
        return None
    if cut:
        mended = mended.rstrip("\ufffd")
    lost = len(text) - len(data.decode(read_as, "replace")) + mended.count("\ufffd")
    return mended if mended and lost <= _MOST_LOST * len(text) else None


@cache
def _turns() -> tuple[Turn, ...]:
    pairs = default_rules().table("repairs")["mojibake"]
    return tuple((pair["read_as"], pair["was"]) for pair in pairs)
