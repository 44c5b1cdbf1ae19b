"""The outlet's own name, where no line credits anyone: who holds the page's rights, what stands by the title.

Pure; the last resort for `source`, after the credits and the markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, islice, pairwise

from digest.clean.fields.fieldwords import is_label, is_name, is_place, is_term
from digest.clean.fields.imprints import app_of, goes_below_name, imprint_of, signed_foot
from digest.clean.fields.outlets import RIGHTS, is_known, is_outlet, rights_holder
from digest.clean.fields.parts import trim
from digest.clean.head.above import SITE_MARKS, outlet_before
from digest.clean.phrases import phrases
from digest.clean.rows import make_row
from digest.model import BODY, Document, Field, Line, LineKind, Span
from digest.text import single_spaced

_ARABIC = re.compile("[\u0621-\u064a]")
_TITLES = (LineKind.HEADLINE, LineKind.HEADLINE_REPEATED)
_LONGEST, _SHORT = 4, 2
"""Words of a name beside a title; of one that nothing but its place tells."""


def own_name(document: Document, outlets: frozenset[str] = frozenset()) -> Field | None:
    """The outlet by its page's title, its line of rights or imprint, what stands by the headline.

    The surest comes first; none of them is as sure as a credit.
    """
    found = chain(
        _in_page_title(document, outlets),
        filter(_is_arabic, _by_rights(document)),
        _at_title_end(document),
        _by_imprint(document),
        _beside_title(document, outlets),
        _below_body(document, outlets),
        _by_signed_foot(document),
        _by_app(document),
        _by_rights(document),
    )
    return next(found, None)


def _is_arabic(name: Field) -> bool:
    """Whether a name has Arabic letters: who made a site has none where its owner has."""
    return _ARABIC.search(name.text) is not None


def holder_of_rights(document: Document) -> Field | None:
    """Whom the page's line of rights names."""
    return next(_by_rights(document), None)


def names_site(document: Document, piece: str) -> bool:
    """Whether words at an end of a headline's line are the page's name or a section's.

    A list knows them, or the page gives them alone elsewhere or as its own, other than as a keyword.
    """
    row = make_row(piece)
    if not 1 <= len(row.words) <= _LONGEST_OF_TITLE:
        return False
    rule = phrases().find(row)
    if is_term(piece) or is_outlet(piece) or (rule is not None and rule.kind is LineKind.NAVIGATION):
        return True
    if is_place(piece):
        return False
    holder = holder_of_rights(document)
    held = holder is not None and f" {row.core} " in f" {make_row(holder.text).core} "
    return held or any(
        single_spaced(_text(document, line)) == piece
        for line in document.lines
        if line.kind is not LineKind.KEYWORDS and line.span.length <= _LONGEST_LINE
    )


_LONGEST_OF_TITLE, _LONGEST_LINE = 6, 80
"""Words of a name in a headline's line; characters of a line that is such a name."""


def _by_rights(document: Document) -> Iterator[Field]:
    for line in document.lines:
        if line.rule in RIGHTS:
            span = rights_holder(_text(document, line))
            if span:
                yield _field(document, line, span, "source.rights")


def _by_imprint(document: Document) -> Iterator[Field]:
    """Who a line outside the article says publishes what; the outlet in the line above one without a name."""
    above: Line | None = None
    for line in document.lines:
        text = "" if line.kept else _text(document, line)
        if text and (span := imprint_of(text)):
            yield _field(document, line, span, "source.imprint")
        elif text and above and not above.kept and goes_below_name(text):
            name = _text(document, above)
            if is_outlet(name):
                yield _field(document, above, Span(0, len(name)), "source.imprint")
        above = line


def _by_app(document: Document) -> Iterator[Field]:
    """Whose app a line outside the article offers."""
    for line in document.lines:
        if not line.kept and (span := app_of(_text(document, line))):
            yield _field(document, line, span, "source.app")


def _by_signed_foot(document: Document) -> Iterator[Field]:
    """Whom the sign without a year names at the page's end, apart from the text and its pictures."""
    lines = document.lines
    last = next((place for place in reversed(range(len(lines))) if lines[place].kept), len(lines))
    for place in range(max(last + _APART, len(lines) - _FOOT), len(lines)):
        if lines[place].rule not in RIGHTS and (span := signed_foot(_text(document, lines[place]))):
            yield _field(document, lines[place], span, "source.rights")


_FOOT, _APART = 3, 2
"""Lines of a page's foot; how far below the article's last line the foot begins."""


def _beside_title(document: Document, outlets: frozenset[str]) -> Iterator[Field]:
    for line in document.lines:
        if line.kind in _TITLES:
            text = _text(document, line)
            if span := outlet_before(text) or _at_end(text, outlets):
                yield _field(document, line, span, "source.beside-headline")


def _at_end(text: str, outlets: frozenset[str]) -> Span | None:
    """`… | صدى الضفة`; behind a stroke, a word or two that are no section's are a name too."""
    cut = max(map(text.rfind, SITE_MARKS))
    span = trim(text, cut + 1, len(text))
    name = text[span.start : span.end]
    if cut <= 0 or len(name.split()) > _LONGEST:
        return None
    known = is_outlet(name) or is_known(name, outlets) or ("|" in text[cut : span.start] and _is_plain(name))
    return span if known else None


def _is_plain(name: str) -> bool:
    """Whether a word or two with the article are no section, label, place or name of a person."""
    row = make_row(name)
    other = is_term(name) or is_label(name) or is_place(name) or is_name(name) or phrases().find(row)
    return 1 <= len(row.words) <= _SHORT and row.core.startswith("ال") and not other


def _in_page_title(document: Document, outlets: frozenset[str]) -> Iterator[Field]:
    title = document.seed.metadata.page_title
    if not title:
        return
    if span := outlet_before(title) or _at_end(title, outlets):
        yield Field(single_spaced(title[span.start : span.end]), "metadata")


def _at_title_end(document: Document) -> Iterator[Field]:
    """What a page's title ends with that only another line of the page tells is a name."""
    title = document.seed.metadata.page_title
    if title and (span := _shown_alone(document, title)):
        yield Field(single_spaced(title[span.start : span.end]), "metadata")


def _shown_alone(document: Document, title: str) -> Span | None:
    """Some words at a title's end that stand alone at the page's top, too, and are no section's."""
    cut = max(map(title.rfind, SITE_MARKS))
    span = trim(title, cut + 1, len(title))
    name = title[span.start : span.end]
    plain = cut > 0 and _SHORT <= len(name.split()) <= _LONGEST and not is_term(name)
    return span if plain and _is_at_top(document, name) else _before_headline(document, title)


def _before_headline(document: Document, title: str) -> Span | None:
    """What stands before a colon and the whole headline in a title, and alone at the top: a blog's name."""
    name, colon, behind = title.partition(": ")
    other = is_term(name) or is_place(name) or is_name(name)
    if other or not colon or not 1 <= len(name.split()) <= _LONGEST:
        return None
    lines = (line for line in document.lines if line.kind is LineKind.HEADLINE)
    own = any(single_spaced(_text(document, line)) == single_spaced(behind) for line in lines)
    return Span(0, len(name)) if own and _is_at_top(document, name) else None


def _is_at_top(document: Document, name: str) -> bool:
    """Whether a name stands in a line of its own at the page's top."""
    return any(single_spaced(_text(document, line)) == name for line in islice(document.lines, _TOP))


_TOP = 40
"""Lines of a page's top."""


def _below_body(document: Document, outlets: frozenset[str]) -> Iterator[Field]:
    """A known name that stands alone in the line right below the body."""
    for line, below in pairwise(document.lines):
        if line.kind is not BODY or below.kept:
            continue
        text = _text(document, below)
        if is_known(text, outlets):
            yield _field(document, below, Span(0, len(text)), "source.below-body")


def _text(document: Document, line: Line) -> str:
    return document.seed.text[line.span.start : line.span.end]


def _field(document: Document, line: Line, span: Span, rule: str) -> Field:
    start = line.span.start
    text = document.seed.text[start + span.start : start + span.end]
    return Field(" ".join(text.split()), rule, Span(start + span.start, start + span.end))
