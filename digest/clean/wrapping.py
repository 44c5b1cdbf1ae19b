"""Joins hard-wrapped lines: adjacent lines of like length that stop in the middle of a sentence. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from digest.clean.hints import hint
from digest.clean.rows import Row, make_row

_SHORTEST, _LONGEST = 30, 140


def join_wrapped(rows: Sequence[Row], text: str) -> list[tuple[Row, tuple[Row, ...]]]:
    """Units with the rows they are made of: a wrapped paragraph is one unit, any other row its own."""
    units: list[tuple[Row, tuple[Row, ...]]] = []
    for run in _runs(rows):
        if _is_wrapped(run):
            units += [(_joined(part, text), tuple(part)) for part in _paragraphs(run)]
        else:
            units += [(row, (row,)) for row in run]
    return units


def _runs(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Rows on consecutive lines, without a blank line between them and none of them furniture."""
    run: list[Row] = []
    for row in rows:
        if run and (row.line != run[-1].line + 1 or row.kind is not None or run[-1].kind is not None):
            yield run
            run = []
        run.append(row)
    if run:
        yield run


def _is_wrapped(run: Sequence[Row]) -> bool:
    """At least three lines, all but paragraphs' last ones nearly as long as the longest, most not ending."""
    if len(run) < 3 or run[0].kind is not None:
        return False
    longest = max(row.size for row in run)
    if not _SHORTEST <= longest <= _LONGEST:
        return False
    inner = [row for row in run[:-1] if not row.ends]
    full = [row for row in inner if row.size >= 0.75 * longest]
    open_share = len(inner) / (len(run) - 1)
    return (
        open_share >= 0.5
        and len(full) >= 0.8 * len(inner)
        and run[-1].ends
        and not any(row.bullet for row in run)
    )


def _paragraphs(run: Sequence[Row]) -> Iterator[list[Row]]:
    """Parted where a line ends a sentence well before the margin."""
    longest = max(row.size for row in run)
    part: list[Row] = []
    for row in run:
        part.append(row)
        if row.ends and row.size < 0.75 * longest:
            yield part
            part = []
    if part:
        yield part


def _joined(part: Sequence[Row], text: str) -> Row:
    if len(part) == 1:
        return part[0]
    start, end = part[0].start, part[-1].end
    unit = make_row(" ".join(text[row.start : row.end] for row in part), part[0].line, start)
    unit.end = end
    hint(unit)
    return unit
