"""Fifth pass, below the body: keywords, sections that headings open, further articles. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from digest.clean.body.others import dated_titles, find_others
from digest.clean.fields.credits import read_credit
from digest.clean.fields.datelines import read_stamp
from digest.clean.fields.desks import is_desk
from digest.clean.fields.fieldwords import is_given, is_name, is_posted
from digest.clean.fields.initials import is_initialed
from digest.clean.fields.unlisted import is_like_name
from digest.clean.fields.wirelines import names_editors
from digest.clean.prose import stems
from digest.clean.rows import Row, make_row
from digest.model import KEPT_KINDS, LineKind

_MAY_FOLLOW = frozenset({LineKind.BYLINE, LineKind.SOURCE, LineKind.STATED_DATE})
"""What an article may close with."""


def classify_tail(
    units: Sequence[Row], last: int, briefs: Sequence[tuple[int, int]] = ()
) -> list[tuple[int, int]]:
    """Mark every row below `last`; returns (first, last) of each further article there.

    `briefs` are those of which it is known that they stand there.
    """
    others = [*briefs, *find_others(units, briefs[-1][1] + 1 if briefs else last + 1)]
    for first, end in others:
        for row in units[first : end + 1]:
            row.mark(LineKind.OTHER_ARTICLE, "other-article")
    _drop_listed(units, last + 1)
    for place in (last, last + 1):
        if _is_signature(units, place):
            units[place].mark(LineKind.BYLINE, "byline.below-body")
            _drop_posted(units[place + 1 :])
    if _is_newsroom(units, last + 1):
        units[last + 1].mark(LineKind.BYLINE, "byline.desk")
    mark_section(units, last + 1, len(units))
    return others


def _drop_posted(rows: Sequence[Row]) -> None:
    """Mark who posted a text that somebody else signs."""
    for row in rows:
        if row.kind is LineKind.BYLINE and is_posted(row):
            row.mark(LineKind.FURNITURE, "position.below-body")


def _drop_listed(units: Sequence[Row], start: int) -> None:
    """Mark days that stand below titles, several below the text: they are those of a list of articles."""
    titles = dated_titles(units, start)
    for title in titles if len(titles) >= _FEWEST_LISTED else ():
        units[title + 1].mark(LineKind.FURNITURE, "position.below-body")


_FEWEST_LISTED = 2
"""Titles with their days that are a list."""


def _is_signature(units: Sequence[Row], index: int) -> bool:
    """Whether a text's last line, or the one below it, is a name of which the page has no word elsewhere.

    None other signs the page, and no line stands right below it, as another tag of a list would.
    """
    row = units[index] if 0 < index < len(units) else None
    if row is None or not (row.kind is None or (row.rule in _OPEN and not row.written)):
        return False
    below = units[index + 1 : index + 2]
    dashed = row.text[0] in _DASHES and not any(other.text[0] in _DASHES for other in below)
    tags = any(other.kind in (None, LineKind.KEYWORDS) and other.line <= row.line + 2 for other in below)
    listed = not dashed and (tags or any(other.rule == _TITLES for other in below))
    plain = make_row(row.text.lstrip(_DASHES).strip() or "-") if dashed else row
    if listed or units[index - 1].kind is not LineKind.BODY or not _may_sign(plain, dashed=dashed):
        return False
    # What is read as a name farther below is of lists and other articles.
    return not _is_signed(units[: index + _REACH + 1], dashed=dashed) and _is_untold(units, index)


_DASHES, _LONGEST_NAME = "-–—ـ", 4


def _may_sign(row: Row, *, dashed: bool) -> bool:
    """Whether a row may be a name: behind a dash, a few words one of which is a given name will do."""
    if is_name(row.text) or (is_like_name(row) and not any(map(_is_no_name, row.words))):
        return True
    plain = 1 < len(row.words) <= _LONGEST_NAME and not row.ends and row.text.replace(" ", "").isalpha()
    return dashed and plain and any(map(is_given, row.words))


def _is_signed(rows: Sequence[Row], *, dashed: bool) -> bool:
    """Whether a row names a writer; where a name behind a dash is, who posted the text on a site is none."""
    return any(row.kind is LineKind.BYLINE and not (dashed and is_posted(row)) for row in rows)


def _is_newsroom(units: Sequence[Row], index: int) -> bool:
    """Whether the line below a text names those who wrote it without a name, above the day; nobody else."""
    row, below = units[index : index + 1], units[index + 1 : index + 2]
    dated = any(other.kind is LineKind.STATED_DATE for other in below)
    return dated and is_desk(row[0].text) and not _is_signed(units, dashed=False)


_TITLES = "related.run-of-titles"
_OPEN = ("body.markup", "position.inside", _TITLES)
"""Rules of rows that may sign a text: what the markup has in it, what stands above another article."""


def _is_no_name(word: str) -> bool:
    """Whether a word has what few names have: letters that are not Arabic, an ending of "our" or of many."""
    return word.isascii() or word.endswith(("نا", "ات"))


def _is_untold(units: Sequence[Row], index: int) -> bool:
    """Whether headline and text above a row have none of its words."""
    own = stems(units[index])
    told = (LineKind.BODY, LineKind.HEADLINE, LineKind.SUBHEAD)
    return all(own.isdisjoint(stems(row)) for row in units[:index] if row.kind in told)


def mark_section(units: Sequence[Row], first: int, end: int) -> None:
    """Mark the rows below the body, or of a section inside it, by the heading they stand below."""
    section: Row | None = None
    for index in range(first, end):
        row = units[index]
        if row.kind is LineKind.OTHER_ARTICLE:
            continue
        if row.opens:
            section = row
        elif row.kind is None:
            _leftover(units, index, section)
        elif section and (row.rule == "source.cue" or _dates_article(units, index)):
            section = None
        elif section and (row.kind in KEPT_KINDS or row.rule == "shape.number"):
            row.mark(section.kind or LineKind.FURNITURE, f"{section.rule.split('.')[0]}.item")
        elif row.kind in KEPT_KINDS and not _may_follow(row, index - first):
            row.mark(LineKind.FURNITURE, "position.below-body")
        elif row.kind is LineKind.BYLINE and names_editors(row.text):
            row.mark(LineKind.SOURCE, "source.edited")


def _dates_article(units: Sequence[Row], index: int) -> bool:
    """Whether a labelled date above keywords is the article's, as no other stands above: `تاريخ …`."""
    row = units[index]
    if row.kind is not LineKind.STATED_DATE or not any(
        other.kind is LineKind.KEYWORDS for other in units[index + 1 : index + _BESIDE]
    ):
        return False
    stamp = read_stamp(row.text)
    labelled = stamp is not None and stamp.published and stamp.edtf is not None
    return labelled and not any(other.kind is LineKind.STATED_DATE for other in units[:index])


_BESIDE = 4
"""Rows down to the keywords."""


def _may_follow(row: Row, place: int) -> bool:
    """Whether an article may close with a row that stands so many rows below its text."""
    alone = row.rule == "source.alone" and place > 0
    return (place <= _REACH and row.kind in _MAY_FOLLOW and not alone) or (place == 0 and _signs(row))


_REACH = 5


def _signs(row: Row) -> bool:
    """Whether a row is a place and an agency, as wires sign."""
    return row.kind is LineKind.DATELINE and any(part.role == "source" for part in read_credit(row.text))


_TAGS, _FEWEST_TAGS = "keywords.below-body", 3


def _may_be_tag(row: Row) -> bool:
    """Whether a row is a few words, as tags are."""
    plain = row.kind is None or row.rule == _TAGS
    return plain and len(row.words) <= _LONGEST_NAME and not (row.ends or any(map(str.isdigit, row.core)))


def _are_several(units: Sequence[Row], index: int) -> bool:
    """Whether such rows stand above and below one; fewer are a farewell, or who signs."""
    near = units[max(0, index - _FEWEST_TAGS + 1) : index + _FEWEST_TAGS]
    tags = [_may_be_tag(row) or not row.words for row in near]
    return any(all(tags[place : place + _FEWEST_TAGS]) for place in range(len(tags) - _FEWEST_TAGS + 1))


def _leftover(units: Sequence[Row], index: int, section: Row | None) -> None:
    row = units[index]
    if section is not None:
        row.mark(section.kind or LineKind.FURNITURE, f"{section.rule.split('.')[0]}.item")
    elif units[index - 1].kind is LineKind.BODY and (is_name(row.text) or is_initialed(row.text)):
        row.mark(LineKind.BYLINE, "byline.below-body")
    elif _may_be_tag(row) and _are_several(units, index):
        row.mark(LineKind.KEYWORDS, _TAGS)
    else:
        row.mark(LineKind.FURNITURE, "position.below-body")
