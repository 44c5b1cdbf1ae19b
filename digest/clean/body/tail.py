"""Fifth pass, below the body: keywords, sections that headings open, further articles. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from digest.clean.fields.credits import read_credit
from digest.clean.fields.datelines import read_stamp
from digest.clean.fields.fieldwords import is_name
from digest.clean.fields.initials import is_initialed
from digest.clean.fields.unlisted import is_like_name
from digest.clean.fields.wirelines import names_editors
from digest.clean.prose import MEDIUM, STRONG, grade, is_notice, shared, stems
from digest.clean.rows import Row
from digest.model import KEPT_KINDS, LineKind

_MAY_FOLLOW = frozenset({LineKind.BYLINE, LineKind.SOURCE, LineKind.STATED_DATE})
"""What an article may close with."""
_NEVER_ARTICLES = frozenset({LineKind.COMMENTS, LineKind.FORM, LineKind.COOKIES, LineKind.LOGIN})


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
    mark_section(units, last + 1, len(units))
    return others


def _drop_listed(units: Sequence[Row], start: int) -> None:
    """Mark days that stand below titles, several below the text: they are those of a list of articles."""
    titles = _dated_titles(units, start)
    for title in titles if len(titles) >= _FEWEST_LISTED else ():
        units[title + 1].mark(LineKind.FURNITURE, "position.below-body")


def _dated_titles(units: Sequence[Row], start: int) -> list[int]:
    """The rows from `start` on that may be titles, a day right below each."""
    return [
        place
        for place, (title, day) in enumerate(pairwise(units[start:]), start)
        if day.rule == "date.line" and title.kind is None and len(title.words) >= _TITLE and not title.ends
    ]


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
    tags = any(other.kind in (None, LineKind.KEYWORDS) and other.line <= row.line + 2 for other in below)
    listed = tags or any(other.rule == _TITLES for other in below)
    named = is_name(row.text) or (is_like_name(row) and not any(map(_is_no_name, row.words)))
    if listed or units[index - 1].kind is not LineKind.BODY or not named:
        return False
    # What is read as a name farther below is of lists and other articles.
    signed = any(other.kind is LineKind.BYLINE for other in units[: index + _REACH + 1])
    return not signed and _is_untold(units, index)


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


def find_others(units: Sequence[Row], start: int) -> list[tuple[int, int]]:
    """Further articles: a title and at least two paragraphs of one subject, outside comments and forms.

    One paragraph is enough where a day stands between, no heading above, and nothing else below is dated so.
    """
    found = []
    section: LineKind | None = None
    index = start
    dated = _dated_titles(units, start)
    while index < len(units):
        row = units[index]
        if row.opens:
            section = row.kind
        elif row.kind is None and section not in _NEVER_ARTICLES and (end := article_from(units, index)):
            found.append((index, end))
            index = end
        elif row.begins and section is None and row.kind is None:
            place, index = index, _text_to(units, index)
            found.append((place, index))
        elif section is None and dated == [index] and _is_brief(units, index):
            found.append((index, index + 2))
            index += 2
        index += 1
    return found


def _text_to(units: Sequence[Row], index: int) -> int:
    """The last row of a text that begins at a row, whatever lines it is made of.

    It goes on up to what ends an article, or to the title of the next one.
    """
    end, misses = index, 0
    for place in range(index + 1, len(units)):
        row = units[place]
        if row.opens or row.finishes or misses > _MISSES:
            break
        told = row.kind is None and (row.ends or grade(row) >= MEDIUM)
        if not told and row.kind is None and end > index and article_from(units, place):
            break
        end, misses = (place, 0) if told else (end, misses + 1)
    return end


_MISSES = 4
"""Lines of an article that are no sentences, one below the other."""


def _is_brief(units: Sequence[Row], index: int) -> bool:
    """Whether a title, and a day below it, have a paragraph of the title's words right below them."""
    title, lead = units[index], units[index + 2] if index + 2 < len(units) else None
    if lead is None or lead.kind is not None or title.size > _LONGEST_TITLE:
        return False
    told = lead.stops and grade(lead) == STRONG and not is_notice(lead)
    return told and shared(title, stems(lead)) >= _OF_TITLE


_LONGEST_TITLE, _OF_TITLE = 190, 0.4
"""Characters of a title; the share of its words in a paragraph that is alone below it."""


def article_from(units: Sequence[Row], index: int) -> int | None:
    """The last row of an article that begins at `index` with its title; None if none does."""
    title = units[index]
    if title.size > _LONGEST_TITLE or len(title.words) < 3 or title.stops:
        return None
    lead = next_text(units, index)
    if lead is None or grade(units[lead]) < STRONG or units[lead].size < 80:
        return None
    if any(row.opens for row in units[index + 1 : lead]):
        return None
    paragraphs, end, misses = 0, lead, 0
    for place in range(lead, len(units)):
        row = units[place]
        if row.opens or row.finishes:
            break
        if row.kind is None and grade(row) >= MEDIUM and not is_notice(row):
            if misses and place > lead and _is_headed(units, end, place):
                break
            paragraphs, end, misses = paragraphs + 1, place, 0
        else:
            misses += 1
            if misses > _MISSES:
                break
    enough = paragraphs >= 2 or (
        paragraphs == 1 and shared(title, stems(units[lead])) >= _OF_TITLE and units[lead].size > 250
    )
    return end if enough else None


def _is_headed(units: Sequence[Row], above: int, lead: int) -> bool:
    """Whether a paragraph has a title of its own below the one above: of its words, or with a date."""
    between = units[above + 1 : lead]
    dated = any(row.kind in _DATES for row in between)
    titled = dated and any(row.kind is None and len(row.words) >= _TITLE and not row.ends for row in between)
    return titled or _is_title_of(units, lead - 1, lead)


_DATES, _TITLE = (LineKind.STATED_DATE, LineKind.CLOCK), 3
"""What stands beside the titles of a list; the words of one."""


def _is_title_of(units: Sequence[Row], index: int, lead: int) -> bool:
    row = units[index]
    return (
        row.kind is None and len(row.words) >= 5 and not row.stops and shared(row, stems(units[lead])) >= 0.5
    )


def next_text(units: Sequence[Row], index: int) -> int | None:
    """The next row that is not furniture, at most four rows on."""
    for place in range(index + 1, min(index + 5, len(units))):
        if units[place].kind is None:
            return place
    return None


def _leftover(units: Sequence[Row], index: int, section: Row | None) -> None:
    row = units[index]
    if section is not None:
        row.mark(section.kind or LineKind.FURNITURE, f"{section.rule.split('.')[0]}.item")
    elif units[index - 1].kind is LineKind.BODY and (is_name(row.text) or is_initialed(row.text)):
        row.mark(LineKind.BYLINE, "byline.below-body")
    elif len(row.words) <= 4 and not row.ends and not any(map(str.isdigit, row.core)):
        row.mark(LineKind.KEYWORDS, "keywords.below-body")
    else:
        row.mark(LineKind.FURNITURE, "position.below-body")
