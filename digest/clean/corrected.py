"""An editor's `keep` and `drop`: gives lines the kind that an editor says, and warns of what does nothing.

Pure; called by `cleaning`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain, groupby
from operator import attrgetter

from digest.clean.rows import Row
from digest.clean.signs.wrapping import Unit, unit_of
from digest.model import KEPT_KINDS, Correction, LineKind, SeedWarning, Span
from digest.text import single_spaced

_QUOTED = 60
"""Letters of a line that are said."""

Entry = tuple[str, int, str, LineKind]
"""The list that an entry stands in, its number there, the line's text, the kind it is to have."""


def correct(text: str, rows: Sequence[Row], correction: Correction | None) -> tuple[SeedWarning, ...]:
    """Give rows the kinds that an editor says; a line that is not in the page any more is a warning.

    So is one that two entries say different things of: the later one holds.
    """
    if correction is None:
        return ()
    warnings, by_text = list[SeedWarning](), _by_text(text, rows)
    before = dict[str, tuple[str, LineKind]]()
    for entry in _entries(correction):
        group, _, wanted, kind = entry
        for row in by_text.get(wanted, ()):
            row.mark(kind, "correction")
            row.cuts.clear()
        if wanted not in by_text:
            warnings.append(_warning(correction, entry, "correction-without-line"))
        elif before.setdefault(wanted, (group, kind))[1] is not kind:
            warnings.append(_warning(correction, entry, "correction-twice", other=before[wanted][0]))
    return tuple(warnings)


def part_units(text: str, units: Sequence[Unit]) -> Iterator[Unit]:
    """The units, those apart in which an editor gave some of the lines that were joined another kind.

    What is left on both sides of a dropped line stays one.
    """
    for unit, rows in units:
        if len({row.kind for row in rows}) == 1:
            yield unit, rows
            continue
        kept = [row for row in rows if row.kind in KEPT_KINDS]
        yield from ((row, (row,)) for row in rows if row.kind not in KEPT_KINDS)
        for _, run in groupby(kept, key=attrgetter("kind")):
            yield unit_of(list(run), text)


def dropped(rows: Sequence[Row], correction: Correction | None) -> list[Span]:
    """Where lines stand that an editor dropped."""
    if correction is None or not correction.drop:
        return []
    named = (row for row in rows if row.rule == "correction" and row.kind not in KEPT_KINDS)
    return [Span(row.start, row.end) for row in named]


def without_headline(text: str, rows: Sequence[Row], correction: Correction | None) -> AbstractSet[str]:
    """What to read a page without, where an editor says of its headline that it is something else.

    The lines, single-spaced, of which an editor says that they are no text; none where another line is kept
    as the headline, or the headline stays what it is.
    """
    if correction is None:
        return frozenset()
    kinds = {wanted: kind for _, _, wanted, kind in _entries(correction)}
    titles = {_said(text, [row]) for row in rows if row.kind is LineKind.HEADLINE}
    if not titles or LineKind.HEADLINE in kinds.values() or not titles <= kinds.keys():
        return frozenset()
    return {wanted for wanted, kind in kinds.items() if kind is not LineKind.BODY}


def take_aside(text: str, rows: Sequence[Row], aside: AbstractSet[str]) -> tuple[list[Row], list[Row]]:
    """The rows without those of some lines, and those."""
    named = _by_text(text, rows) if aside else {}
    taken = {row.start for line in aside & named.keys() for row in named[line]}
    parted = ([row for row in rows if (row.start in taken) is own] for own in (False, True))
    return next(parted), next(parted)


def _by_text(text: str, rows: Sequence[Row]) -> dict[str, list[Row]]:
    """Rows by what they say, and those of a line that was parted by what the line says."""
    found = dict[str, list[Row]]()
    for _, group in groupby(rows, key=attrgetter("line")):
        parts = list(group)
        for own in chain(([row] for row in parts), [parts] if len(parts) > 1 else ()):
            found.setdefault(_said(text, own), []).extend(own)
    return found


def _said(text: str, rows: Sequence[Row]) -> str:
    return single_spaced(text[rows[0].start : rows[-1].end])


def _entries(correction: Correction) -> Iterator[Entry]:
    for group, entries in (("keep", correction.keep), ("drop", correction.drop)):
        for number, (wanted, kind) in enumerate(entries):
            yield group, number, single_spaced(wanted), kind


def _warning(correction: Correction, entry: Entry, code: str, **values: str) -> SeedWarning:
    group, number, wanted, _ = entry
    line = correction.places.get(f"{group}.{number}")
    return SeedWarning(code, correction.file, line, {"group": group, "line": wanted[:_QUOTED], **values})
