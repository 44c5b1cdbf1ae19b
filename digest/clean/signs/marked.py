"""Lines of which a page's markup, or a header, says what they are: navigation, captions. Pure.

What stands around the article by the markup takes no part in the passes: it is neither an article's text nor
a sign of where that begins and ends.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from digest.clean.fields.credits import UNKNOWN, drop_unknown, read_credit
from digest.clean.fields.datelines import read_stamp
from digest.clean.fields.fieldwords import is_name
from digest.clean.fields.outlets import RIGHTS
from digest.clean.prose import goes_on, joint_stems, shared, stems
from digest.clean.rows import Row
from digest.clean.signs.hints import hint
from digest.model import LineKind, Seed, SeedFormat
from digest.seeds.headers import STATED as HEADER
from digest.seeds.linked import STATED
from digest.seeds.quoted import QUOTED, SIGNED
from digest.seeds.walk import AHEAD, BEHIND, HEADED, TITLED, number_of

_NAVIGATION, _COMMENTS = "markup.navigation", "markup.comments"
_KINDS = {
    _NAVIGATION: LineKind.NAVIGATION,
    "markup.menu": LineKind.NAVIGATION,
    "markup.links": LineKind.RELATED,
    "markup.footer": LineKind.FURNITURE,
    _COMMENTS: LineKind.COMMENTS,
    "markup.dialog": LineKind.FURNITURE,
    "markup.writer": LineKind.FURNITURE,
    "markup.control": LineKind.APP_CONTROL,
    "markup.form": LineKind.FORM,
    "markup.embed": LineKind.DEAD_EMBED,
    "shape.no-words": LineKind.FURNITURE,
}
NO_WORDS = "shape.no-words"
CUED = "byline.cue"
_OWN = {
    **dict.fromkeys(("body.markup", QUOTED, SIGNED, STATED), LineKind.BODY),
    **dict.fromkeys(("subhead.markup", HEADED), LineKind.SUBHEAD),
}
_CAPTION, _FOOTER, _LINKS, _MENU = "markup.caption", "markup.footer", "markup.links", "markup.menu"
_LONGEST_CAPTION = 400
_LEAST = 40
"""Characters that a page has beside what its markup sets around an article."""


def part_marked(seed: Seed, rows: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """The rows to classify, and those that the markup or a header sets around the article, marked."""
    if not seed.marks:
        return list(rows), []
    header = {line for line, rule in seed.marks if rule == HEADER}
    stated = [row for row in rows if row.line in header]
    for row in stated:
        row.mark(LineKind.FURNITURE, HEADER)
    plain, around = _part_around(seed, [row for row in rows if row.line not in header])
    return plain, [*stated, *around]


def _part_around(seed: Seed, rows: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """The rows to classify, and those around the article, which are marked."""
    marks = {line: rule for line, rule in seed.marks if rule in _KINDS}
    plain = [row for row in rows if row.line not in marks]
    if sum(row.size for row in plain) < _LEAST:
        # An element that nobody closed holds the article too: the words of the lines decide.
        return list(rows), []
    for above, row in pairwise(rows):
        row.apart = marks.get(above.line, NO_WORDS) != NO_WORDS
        above.ahead = marks.get(row.line) == _NAVIGATION
    _end_at_comments(plain, marks)
    around = [row for row in rows if row.line in marks]
    for row in around:
        _mark(row, marks[row.line])
    return plain, around


def _end_at_comments(plain: Sequence[Row], marks: Mapping[int, str]) -> None:
    """Note that the text is over where readers' comments stand below most of a page, more than a button."""
    told, half = 0, sum(row.size for row in plain) / 2
    for above, row in pairwise(plain):
        told += above.size
        between = (marks.get(line) for line in range(above.line + 1, row.line))
        if told > half and sum(rule == _COMMENTS for rule in between) > 1:
            row.over = True
            return


def _mark(row: Row, rule: str) -> None:
    if rule == _FOOTER:
        # Who holds a page's rights is told by such a line alone.
        hint(row)
        row.cuts.clear()
    if row.rule not in RIGHTS:
        row.mark(_KINDS[rule], rule)


def note_levels(seed: Seed, rows: Sequence[Row]) -> None:
    """Note which rows the markup makes headings, and of which level."""
    levels = dict(seed.headings)
    for row in rows if levels else ():
        row.level = levels.get(row.line, 0)


def mark_own(seed: Seed, rows: Sequence[Row]) -> None:
    """Note what stands in the article's own element; what its words alone would say does not count there."""
    rules = dict(seed.marks)
    written = seed.format is SeedFormat.MARKDOWN
    if not (rules or written):
        return
    said = () if _is_all_quoted(rows, rules) else (QUOTED, SIGNED)
    for row in rows:
        rule = rules.get(row.line, "")
        row.point = number_of(rule)
        own = LineKind.BODY if row.point is not None else _OWN.get(rule)
        row.quoted, row.signs = rule in said, rule in said and rule == SIGNED
        if written and row.bullet and row.point is None and not row.quoted:
            # An item that is a link keeps its mark: as a rule it is another article's title.
            row.point = 0
        row.leads = rule in (HEADED, TITLED)
        row.behind, row.ahead = rule == BEHIND, row.ahead or rule == AHEAD
        row.written = written and own is not None
        # The lines of a page in Markdown stand in no element: only its headings are told from others.
        row.own = None if written and own is LineKind.BODY else own
        mistaken = row.soft and row.kind in _MISTAKEN if row.own and not written else _may_be_text(row)
        if (row.own or row.written) and (mistaken or row.quoted):
            row.kind, row.rule, row.finishes = None, "", False


def _is_all_quoted(rows: Sequence[Row], rules: dict[int, str]) -> bool:
    """Whether most of a page is in quotations: somebody's whole article, saved so."""
    quoted = sum(row.size for row in rows if rules.get(row.line) in (QUOTED, SIGNED))
    return 2 * quoted > sum(row.size for row in rows)


def _may_be_text(row: Row) -> bool:
    """Whether an item, a quotation or a heading of Markdown is the article's, whatever its words are like."""
    sure = row.opens or row.finishes or row.closes or row.kind in _SURE or row.rule.endswith(".cue")
    return not sure or row.rule in _MISREAD or (row.rule == _POLICY and sum(map(str.isalpha, row.words)) == 1)


_MISREAD = ("position.cue", "shape.foreign", "shape.number")
"""What announces a credit in the next line; words without Arabic, and figures."""
_POLICY = "policy.page"
"""One of its words alone heads what the article tells: its terms."""
_SURE = frozenset(
    {
        *(LineKind.SHARE, LineKind.COPY_LINK, LineKind.COMMENTS, LineKind.FORM, LineKind.LOGIN),
        *(LineKind.COOKIES, LineKind.RELATED, LineKind.MOST_READ, LineKind.TICKER, LineKind.KEYWORDS),
        *(LineKind.ADVERTISEMENT, LineKind.DEAD_EMBED, LineKind.FURNITURE),
    }
)
"""Kinds of lines that are no article's text in a list either."""
_MISTAKEN = (LineKind.NAVIGATION, LineKind.WEATHER, LineKind.PRAYER_TIMES)


def mark_teasers(rows: Sequence[Row], around: Sequence[Row]) -> None:
    """Mark what stands below links, one below the other, in a list of other articles: what those tell of.

    A day or a count may stand below each; `around` has the links.
    """
    heading: Row | None = None
    run: list[Row] = []
    links = {row.line: row for row in around if row.rule == _LINKS}
    for row in rows:
        told = row.kind is None and row.apart and not row.own
        if heading is not None and (told or (run and _is_of_card(row))):
            run.append(row)
            continue
        if run:
            _mark_run(heading, run, links, below=row)
        heading, run = (row if row.opens and row.kind in _LISTS else None), []
    _mark_run(heading, run, links)


_LISTS, _FEWEST_TEASERS = (LineKind.RELATED, LineKind.MOST_READ), 2
_OF_TITLE = 0.3
"""The share of a link's words in the sentence below it."""


def _is_told(title: Row, row: Row) -> bool:
    """Whether a sentence is of the title above it, and does not go on from a text."""
    return row.stops and not goes_on(row) and shared(title, stems(row)) >= _OF_TITLE


def _is_of_card(row: Row) -> bool:
    """Whether a row is the day of an article that is told of, or how many read it."""
    return row.rule in (*_CARD, "clock.line")


_CARD = ("shape.number", "date.line")


def _mark_run(
    heading: Row | None, run: Sequence[Row], links: Mapping[int, Row], below: Row | None = None
) -> None:
    """Mark sentences below links and what is below them; one alone only where no sentence stands `below`."""
    told = [row for row in run if row.kind is None]
    if heading is None or heading.kind is None or not told:
        return
    title = links.get(told[0].line - 1)
    carded = any(row.rule in _CARD for row in run) and not (below and below.stops)
    carded = carded and title is not None and _is_told(title, told[0])
    for row in run if carded or len(told) >= _FEWEST_TEASERS else ():
        row.mark(heading.kind, f"{heading.rule.split('.', maxsplit=1)[0]}.item")


def mark_captions(seed: Seed, rows: Sequence[Row]) -> None:
    """Mark what stands in a picture's frame as its description, or its credit where it is nothing else."""
    captions = {line for line, rule in seed.marks if rule == _CAPTION}
    # What Markdown has in a picture's place describes it, whoever is named there.
    described = seed.format is SeedFormat.MARKDOWN
    for row in rows if captions else ():
        if (
            row.line in captions
            and row.words
            and row.size <= _LONGEST_CAPTION
            and not (described and row.latin)
        ):
            credited = not described and row.kind in (LineKind.SOURCE, LineKind.BYLINE, LineKind.CREDIT)
            row.mark(*((LineKind.CREDIT, "credit.picture") if credited else (LineKind.CAPTION, _CAPTION)))


def mark_menus(around: Sequence[Row], rows: Sequence[Row]) -> None:
    """Links above an article's text are the page's menu; one between that and its headline may sign it."""
    text = [row for row in rows if row.kind is LineKind.BODY]
    body = text[0].start if text else 0
    title = next((row.start for row in rows if row.kind is LineKind.HEADLINE), body)
    signed = any(row.kind is LineKind.BYLINE and row.rule != UNKNOWN for row in rows)
    dated = any(row.kind is LineKind.STATED_DATE and title < row.start < body for row in rows)
    for row in around:
        if row.rule == _LINKS and row.start < body:
            row.mark(_KINDS[_MENU], _MENU)
            stamp = read_stamp(row.text) if row.start > title and not dated else None
            if stamp and stamp.edtf:
                row.mark(LineKind.STATED_DATE, "date.line")
                dated = True
            if row.start > title and not signed and (found := _signature(row, text)):
                row.mark(LineKind.BYLINE, found)
                signed = True
                drop_unknown(rows)


def _signature(row: Row, text: Sequence[Row]) -> str | None:
    """The rule by which a link signs an article: a cue before a name, or a name that its text has not."""
    if any(part.rule == CUED for part in read_credit(row.text)):
        return CUED
    return "byline.name" if is_name(row.text) and not stems(row) <= joint_stems(text) else None


def mark_stated(seed: Seed, rows: Sequence[Row]) -> None:
    """Say of the article's text that only the page's linked data state it, where they do."""
    stated = {line for line, rule in seed.marks if rule == STATED}
    for row in rows if stated else ():
        if row.line in stated and row.kind is LineKind.BODY:
            row.mark(LineKind.BODY, STATED)
