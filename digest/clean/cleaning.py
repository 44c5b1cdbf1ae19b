"""The road from a seed to a `Document`: runs the passes, lets an editor correct them, warns. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from operator import attrgetter
from typing import NamedTuple

from digest.causes import caused
from digest.clean.body.about import drop_about, drop_pleas, drop_writer
from digest.clean.body.asked import mark_asked
from digest.clean.body.bridging import boxes_between, mark_between
from digest.clean.body.briefs import part_briefs
from digest.clean.body.celled import mark_celled
from digest.clean.body.contents import note_contents
from digest.clean.body.elements import written_above, written_below
from digest.clean.body.extent import find_body
from digest.clean.body.gallery import gallery_of
from digest.clean.body.greeted import mark_note
from digest.clean.body.inside import classify_inside
from digest.clean.body.named import note_names
from digest.clean.body.pictured import mark_pictures
from digest.clean.body.pulled import mark_pulled
from digest.clean.body.released import drop_notes
from digest.clean.body.resuming import resume
from digest.clean.body.strips import mark_strip
from digest.clean.body.tail import classify_tail
from digest.clean.corrected import correct, dropped, part_units, take_aside, without_headline
from digest.clean.document import Unit, lines_of, paragraphs_of, text_of
from digest.clean.fields.openings import opening_of
from digest.clean.head.above import classify_head
from digest.clean.head.glued import part_glued, part_sources
from digest.clean.head.labelled import mark_linked
from digest.clean.head.opened import part_labelled
from digest.clean.head.titles import Known, article_title
from digest.clean.rows import Row, rows_of
from digest.clean.signs.beside import clear_told, hint_neighbours, mark_boxes
from digest.clean.signs.daily import mark_daily
from digest.clean.signs.hints import hint
from digest.clean.signs.inline import cut_byline, cut_tail
from digest.clean.signs.interrupted import lift_boxes
from digest.clean.signs.marked import (
    mark_captions,
    mark_menus,
    mark_own,
    mark_stated,
    mark_teasers,
    note_levels,
    part_marked,
)
from digest.clean.signs.posts import mark_account, mark_posts
from digest.clean.signs.timed import mark_timed
from digest.clean.signs.wrapping import join_wrapped
from digest.errors import SeedError
from digest.model import (
    BODY,
    HEADLINE,
    KEPT_KINDS,
    Correction,
    Document,
    EmbeddedArticle,
    LineKind,
    Seed,
    SeedFormat,
    SeedWarning,
    Span,
)
from digest.seeds.plausibility import is_arabic, is_of_neighbour
from digest.text import single_spaced

_SAMPLE = 2_000
_ARABIC = re.compile("[\u0621-\u064a]+")
_LETTER = re.compile(r"[^\W\d_]+")
_BODY_LEAST = 40
"""A page whose body has fewer characters holds no article."""


def clean_seed(
    seed: Seed, *, correction: Correction | None = None, outlets: frozenset[str] = frozenset()
) -> Document:
    """Classify every non-blank line of a page. Raises SeedError where there is no article in it.

    `outlets`: names of outlets that are known beside those of the rules (`outlet_keys`).
    """
    page = _read(seed, outlets)
    if aside := without_headline(seed.text, page.rows, correction):
        page = _read(seed, outlets, aside)
    rows, units = page.rows, page.units
    warnings = correct(seed.text, rows, correction)
    units = units if correction is None else list(part_units(seed.text, units))
    flash = _check_body(seed, rows, kept=correction is not None and bool(correction.keep))
    lines, pieces = lines_of(rows)
    paragraphs = paragraphs_of(seed.text, units, lines)
    text = text_of(seed.text, lines, paragraphs, dropped(rows, correction))
    return Document(
        seed=seed,
        text=text,
        lines=lines,
        paragraphs=paragraphs,
        embedded=page.embedded,
        warnings=(*page.foreign, *warnings, *flash, *_doubts(seed, units)),
        pieces=pieces,
        opening=opening_of(text, paragraphs),
    )


class _Page(NamedTuple):
    """A page as it is read without an editor's corrections."""

    rows: list[Row]
    units: list[Unit]
    embedded: tuple[EmbeddedArticle, ...]
    foreign: tuple[SeedWarning, ...]


def _read(seed: Seed, outlets: frozenset[str], aside: AbstractSet[str] = frozenset()) -> _Page:
    """Give every row its kind, but for the lines `aside`, without which the page is read."""
    rows, around = part_marked(seed, rows_of(seed.text))
    foreign = _language(seed, rows)
    rows, named = take_aside(seed.text, part_sources(part_labelled(part_glued(rows))), aside)
    rows, boxes = _look(seed, rows, around, arabic=not foreign)
    units = join_wrapped(rows, seed.text)
    others = _decide(units, _known(seed, around, outlets))
    mark_stated(seed, rows)
    embedded = tuple(_embedded(units, first, last) for first, last in others)
    if around:
        mark_menus(around, rows)
    if around or boxes or named:
        beside = [*around, *boxes, *named]
        rows = sorted([*rows, *beside], key=attrgetter("start"))
        units = sorted([*units, *((row, (row,)) for row in beside)], key=lambda unit: unit[0].start)
    if around:
        mark_linked(rows)
    return _Page(rows, units, embedded, foreign)


def _known(seed: Seed, around: Sequence[Row], outlets: frozenset[str]) -> Known:
    """What is known of a page beside its text, of which `around` is left out."""
    stated = seed.metadata
    title = article_title(stated.title, around)
    given = stated.contributed and title is not None and _ARABIC.search(title) is not None
    return Known(title, given, stated.site, outlets)


def _look(seed: Seed, rows: list[Row], around: Sequence[Row], *, arabic: bool) -> tuple[list[Row], list[Row]]:
    """Note on every row what it says by itself, by its neighbours, and by what its web page marks.

    Returns the rows to classify, and those of boxes inside lists and the like, which are marked.
    """
    for row in rows:
        # In a page that is not in Arabic, a line without Arabic is no stranger.
        row.latin = row.latin and arabic
        hint(row)
    rows, boxes = lift_boxes(rows)
    hint_neighbours(rows)
    clear_told(rows)
    mark_boxes(rows)
    mark_posts(rows)
    mark_account(rows)
    mark_daily(rows)
    mark_celled(rows)
    mark_own(seed, rows)
    note_levels(seed, rows)
    mark_captions(seed, rows)
    mark_teasers(rows, around)
    return rows, boxes


def _decide(units: Sequence[Unit], known: Known) -> list[tuple[int, int]]:
    """Give every row its kind; returns the further articles, as (first, last) units."""
    others = _classify([unit for unit, _ in units], known)
    for unit, parts in units:
        _hand_down(unit, parts)
        for row in parts:
            if row.kind not in KEPT_KINDS:
                row.cuts.clear()
    return others


def _classify(units: Sequence[Row], known: Known) -> list[tuple[int, int]]:
    """Run the passes; returns the further articles, as (first, last) units."""
    note_contents(units)
    note_names(units)
    mark_strip(units, known.title)
    mark_between(units)
    mark_note(units)
    body = find_body(units)
    if body is None:
        return _classify_pictures(units, known)
    top, end = written_above(units, body.first), written_below(units, body.last)
    first = classify_head(units, top, end, known)
    briefs = part_briefs(units, first)
    last, gaps = resume(units, first, briefs[0][0] - 1 if briefs else end)
    last = min(last, briefs[0][0] - 1) if briefs else last
    last = written_below(units, last)
    last = classify_inside(units, first, last, (*gaps, *boxes_between(units, first, last)))
    last = drop_notes(units, first, last, known.site)
    last = drop_writer(units, first, drop_about(units, first, last, known.site))
    drop_pleas(units, first, last, known.site)
    mark_pictures(units, first, last)
    mark_pulled(units, first, last)
    mark_timed(units, first, last)
    mark_asked(units, first, last)
    others = classify_tail(units, last, briefs)
    opening = next((row for row in units[first : last + 1] if row.kind is LineKind.BODY), None)
    if opening is not None:
        cut_byline(opening)
    headline = next((row.core for row in units if row.kind is HEADLINE), "")
    for row in units[first : last + 1]:
        if row.kind is BODY:
            cut_tail(row, headline)
    return others


def _classify_pictures(units: Sequence[Row], known: Known) -> list[tuple[int, int]]:
    """Run the passes on a page without prose: a gallery's descriptions are its text."""
    found = gallery_of(units)
    for index in found:
        units[index].kind, units[index].rule = None, ""
    if found:
        classify_head(units, found[0], found[-1], known)
    for index in found:
        if units[index].kind is None:
            units[index].mark(LineKind.BODY, "body.gallery")
    for row in units[: found[-1]] if found else units:
        if row.kind is None:
            row.mark(LineKind.FURNITURE, "position.no-body")
    return classify_tail(units, found[-1]) if found else []


def _hand_down(unit: Row, parts: Sequence[Row]) -> None:
    """Give a unit's decision to the rows that it is made of."""
    for row in parts:
        if row is not unit:
            row.kind, row.rule = unit.kind, unit.rule
            row.cuts = [
                (max(start, row.start), min(end, row.end))
                for start, end in unit.cuts
                if start < row.end and end > row.start
            ]


def _doubts(seed: Seed, units: Sequence[Unit]) -> tuple[SeedWarning, ...]:
    """A warning for each line in the article, or left out of it, that may be another one's headline."""
    doubtful = (row for row, parts in units if row.doubtful and parts[0].kind in _TITLES)
    return tuple(SeedWarning("another-article", f"seeds/{seed.name}", row.line) for row in doubtful)


_TITLES = (LineKind.SUBHEAD, LineKind.RELATED, LineKind.BODY)


def _check_body(seed: Seed, rows: Sequence[Row], *, kept: bool) -> tuple[SeedWarning, ...]:
    """A warning for a body of one short sentence. `kept`: an editor kept lines, be they ever so short."""
    size = sum(row.size for row in rows if row.kind is BODY)
    if size >= _BODY_LEAST:
        return ()
    titled = any(row.kind is HEADLINE for row in rows)
    told = any(row.kind is LineKind.BODY and row.stops for row in rows)
    file = f"seeds/{seed.name}"
    if size < (1 if kept or (titled and told) else _BODY_LEAST):
        whole = seed.format is SeedFormat.TEXT
        raise caused(SeedError, "no-article-in-text" if whole else "no-article", file=file)
    if kept:
        return ()
    return (SeedWarning("flash", file, values={"size": str(size)}),)


def _embedded(units: Sequence[Unit], first: int, last: int) -> EmbeddedArticle:
    title, rows = units[first]
    end = units[last][1][-1]
    return EmbeddedArticle(single_spaced(title.text), Span(title.start, end.end), rows[0].line, end.line)


def _language(seed: Seed, rows: Sequence[Row]) -> tuple[SeedWarning, ...]:
    text = "\n".join(row.text for row in rows) if seed.marks else seed.text
    sample = text[:_SAMPLE]
    neighbour = is_of_neighbour(sample)
    if is_arabic(sample) and not neighbour:
        return ()
    arabic, letters = (sum(map(len, pattern.findall(sample))) for pattern in (_ARABIC, _LETTER))
    if arabic * 2 < letters or neighbour:
        return (SeedWarning("not-arabic", f"seeds/{seed.name}"),)
    return ()
