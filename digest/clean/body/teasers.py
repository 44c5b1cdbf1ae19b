"""Tells a title with a sentence or two, which a page puts between two paragraphs, from what stands round it.

What stands below it is the text again, or another article with that title; the sentence may be the text's
own. Each is told by whose words it has. Pure; called by `bridging`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import takewhile
from math import log

from digest.clean.body.strangers import BESIDE_TITLE, Above, describes, is_link, is_paragraph, run_from
from digest.clean.body.subjects import opens_as_wires_do, part_of
from digest.clean.prose import addresses, announces, goes_on, is_notice, joint_stems, shared, stems
from digest.clean.rows import LISTS, Row, is_numbered

_FEWEST_PAIRS, _MOST_PAIRS, _OF_TEASER, _UNLIKE = 2, 12, 0.15, 0.15
"""Teasers below their titles, the share of a title's words in one, of all their words in the text above."""
_MOST_TITLED = 8
"""Titles with a sentence each; where there are more, they are the form of the page."""
_NEAR, _OF_RUN = 4, 3
"""Rows below a sentence among which the text goes on; paragraphs there whose words are looked at."""
_WORDS_OF_BARE, _OF_BARE, _OF_TEXT = 5, 0.1, 0.5
"""Words of a title that no heading announces; the share of its words in its sentence, at least, and in the
headline and the text above, at most."""
_TO_TEXT, _MUCH_TO_TEXT = 0.5, 1.5
"""How much nearer to the text are paragraphs below, at least (`_nearer`), and such as are surely of it."""
_TO_TITLE, _MORE_TO_TITLE, _MUCH_TO_TITLE = -0.2, -0.5, -1.3
"""The same, at most, of a sentence with words of its title; of others, above such paragraphs and any."""
_FEWEST_WORDS, _MANY_WORDS, _LEAST = 15, 20, {1: 0.04, 0: 0.15, -1: 0.3}
"""Content words of paragraphs that go on, and of others, that tell; words that paragraphs share with the text
above, as a part of the (geometric) mean of their numbers: of such as go on, others, and others yet that must
be surely its own."""


def below_teasers(units: Sequence[Row], first: int, index: int, above: Above) -> int:
    """The paragraph below the titles of a box that have a sentence or two each; `index` where none have.

    `first` and `index`: the box and the first paragraph below it. Where nothing follows, the number of rows.
    """
    pairs = list(_teasers(units, first, index))
    if len(pairs) < _FEWEST_PAIRS:
        return index
    heads = sum(shared(units[title], stems(units[row])) >= _OF_TEASER for title, row in pairs)
    joint = joint_stems(units[row] for _, row in pairs)
    if heads < max(_FEWEST_PAIRS, len(pairs) / 2) or part_of(joint, above.words.all) >= _UNLIKE:
        return index
    last = pairs[-1][1]
    below = (place for place in range(last + 1, min(last + 3, len(units))) if units[place].kind is None)
    place = next(below, len(units))
    return place if place < len(units) and is_paragraph(units[place]) else len(units)


def _teasers(units: Sequence[Row], first: int, index: int) -> Iterator[tuple[int, int]]:
    """The rows of each title and the one paragraph below it, one below the other."""
    place: int | None = index
    for _ in range(_MOST_PAIRS):
        if place is None:
            return
        near = range(place - 1, max(place - 4, first), -1)
        title = next((other for other in near if units[other].kind is None), None)
        if title is None or not is_link(units[title]) or is_numbered(units[title]):
            return
        yield title, place
        below = range(place + 1, min(place + 5, len(units)))
        place = next((other for other in below if is_paragraph(units[other])), None)


def teaser_between(units: Sequence[Row], index: int, above: Above) -> tuple[int, int] | None:
    """The first row of a lone title's box and the paragraph where the text goes on below its sentence.

    `index`: the sentence. None where the text does not go on, or the sentence is its own.
    """
    near = range(index - 1, max(above.last, index - _NEAR), -1)
    title = next((place for place in near if units[place].kind is None), None)
    first = None if title is None else _head_of(units, title, index, above)
    if title is None or first is None or above.titled > _MOST_TITLED:
        return None
    above.titled += 1
    place = _below(units, index)
    if place is None:
        return None
    run = run_from(units, place)[:_OF_RUN]
    plain = all(row.kind is not None for row in units[index + 1 : place])
    dated = any(row.kind in BESIDE_TITLE for row in units[title:index])
    sure = dated or addresses(units[place]) or not (plain or goes_on(units[place]))
    own = _go_on(run, units[title], units[index], above, sure=sure)
    return (first, place) if own and _is_foreign(units[title], units[index], run, above) else None


def _below(units: Sequence[Row], index: int) -> int | None:
    """The paragraph right below a sentence, of no other section; None where none stands there."""
    for place in range(index + 1, min(index + _NEAR, len(units))):
        row = units[place]
        if is_paragraph(row):
            return None if is_notice(row) or describes(row) else place
        if row.finishes or (row.opens and row.kind not in LISTS):
            return None
    return None


def _head_of(units: Sequence[Row], title: int, index: int, above: Above) -> int | None:
    """The row where a box with a title at a row begins: its heading, or the title; None where it is none."""
    row, sentence = units[title], units[index]
    own = (row.own or row.written) and not row.leads
    if not is_link(row) or is_numbered(row) or own or row.bullet or goes_on(sentence):
        return None
    near = range(title - 1, max(above.last, title - _NEAR), -1)
    between = list(takewhile(lambda place: units[place].kind is not None, near))
    heading = next((place for place in between if units[place].opens and units[place].kind in LISTS), None)
    if heading is not None or row.leads:
        return title if heading is None else heading
    bare = len(row.words) >= _WORDS_OF_BARE and not row.ends and not announces(row)
    alone = bare and title == above.last + 1
    return title if alone and shared(row, stems(sentence)) >= _OF_BARE else None


def _is_foreign(title: Row, sentence: Row, run: Sequence[Row], above: Above) -> bool:
    """Whether a sentence is its title's rather than of the text above it and of the paragraphs below."""
    text, below, named = above.words.all, joint_stems(run), stems(title)
    if shared(title, text) > _OF_TEXT:
        return False
    nearer, told = _nearer(stems(sentence), text, named, beside=below), shared(title, stems(sentence))
    if told >= _OF_TEASER:
        return nearer < _TO_TITLE
    if not told and above.rows == 1:
        # Below a lead alone no words are missed.
        return False
    surely = _nearer(below, text, named | stems(sentence)) > _MUCH_TO_TEXT
    return nearer < (_MORE_TO_TITLE if surely else _MUCH_TO_TITLE)


def _go_on(run: Sequence[Row], title: Row, sentence: Row, above: Above, *, sure: bool) -> bool:
    """Whether paragraphs go on from the text above, not from a sentence with its title.

    They have much more of its words; or, if that need not be `sure`, they have none of theirs.
    """
    if any(map(opens_as_wires_do, run)):
        return False
    text, theirs, below = above.words.all, stems(title) | stems(sentence), joint_stems(run)
    going = any(map(goes_on, run))
    fewest = _FEWEST_WORDS if going else _MANY_WORDS
    nearer = _nearer(below, text, theirs)
    if not sure and nearer > 0 and len(below) >= fewest and not below & (theirs - text):
        return True
    least = _LEAST[going - sure]
    return nearer > _TO_TEXT and len(text & below) >= least * (1 + len(text) * len(below)) ** 0.5


def _nearer(
    words: AbstractSet[str],
    some: AbstractSet[str],
    others: AbstractSet[str],
    beside: AbstractSet[str] = frozenset(),
) -> float:
    """How much more words have of some, and of some `beside`, than of others, by number; 0 for as much.

    As `some` may be very many, they are looked up, never gone through.
    """
    theirs = others - some - beside
    ours = len((words & some | words & beside) - others)
    many = len(some) + len(beside - some)
    return log((1 + ours) / (1 + len(words & theirs))) - log((1 + many) / (1 + len(theirs))) / 2
