"""The headline: which line or stated title it is, without the site's name and a label beside it. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from digest.clean.fields.fieldwords import field_words
from digest.clean.fields.labels import label_before
from digest.clean.fields.outlets import is_outlet
from digest.clean.fields.parts import trim
from digest.clean.fields.pictures import is_caption
from digest.clean.head.above import SITE_MARKS, outlet_before
from digest.clean.head.dashed import joins_places
from digest.clean.head.titles import article_title
from digest.clean.prose import StemsOf, shared, stems
from digest.clean.rows import Row, make_row, words_of
from digest.extract.deriving import derive_headline
from digest.extract.lines import first_line, is_editors, shown
from digest.extract.naming import is_own_name, opens_title
from digest.extract.ornaments import without_signs
from digest.extract.outlets import names_site
from digest.model import Document, Field, Line, LineKind, Span
from digest.text import fold, single_spaced, without_vowels

_CREDIBLE = 0.2
"""Share of a stated title's content words that the body must have."""
_FEWEST = 4
"""Words of a headline beside which anything may be a site's name."""
_FEWEST_TOLD = 2
"""Content words of the body that each part of a headline has."""
_LONGEST_NAME = 6
"""Words of a site's name."""
_ARABIC = re.compile("[\u0621-\u064a]")
_PICTURE = re.compile(r"\s\([^()]{2,30}\)$")
"""A picture's word behind a headline, such as `(صور)`."""
_DOTTED = re.compile(r"(?<=[^\s.])\s?(?:\.{2,4}|…)\s?[^\W\d_]+(?:\s[^\W\d_]+)?$")
"""Such a word behind dots: `..فيديو`."""
_LATIN_NAME = re.compile(r"[A-Za-z][A-Za-z0-9 .]{1,25}\s?:\s(?=\S)")
_OUTLET = re.compile(r"\s*([^\W\d_]+(?:\s[^\W\d_]+){1,3})\s?:\s(?=\S)")
"""Some words before a colon, which an outlet's name may be."""
_NAMED = re.compile(r"([^\W\d_]+(?:\s[^\W\d_]+){0,2})\s?:\s+(?=\S)")
"""Such words, or a single one, that the page itself says are its name."""
Told = Callable[[], frozenset[str]]
_DASHES = ("-", "–", "—")
_MARKS = re.compile("|".join(map(re.escape, SITE_MARKS)))


@dataclass(frozen=True, slots=True)
class Titled:
    """A headline, and the label that stands before it in its line."""

    headline: Field
    label: Field | None = None


def find_headline(document: Document) -> Titled:
    """The line that is the headline, else what the markup states, else one derived from the lead."""
    told: Told = StemsOf(partial(_body, document))
    title = _credible_title(document, told)
    stated = _titled(document, title, "metadata", None, told) if title else None
    line = first_line(document, LineKind.HEADLINE)
    if line is not None:
        titled = _of_line(document, line, told)
        own = fold(titled.headline.text)
        agrees = stated is None or own in fold(title or "") or fold(stated.headline.text) in own
        if agrees or is_editors(line) or _is_main_heading(document, line, title or "", told):
            return titled
    if stated:
        return stated
    if subject := document.seed.metadata.subject:
        return _titled(document, single_spaced(subject), "metadata", None, told)
    lead = next(part for part in document.paragraphs if part.kind is LineKind.BODY)
    text = document.text[lead.span.start : lead.span.end]
    return Titled(Field(derive_headline(text), "headline.derived", lead.span, derived=True))


def _is_main_heading(document: Document, line: Line, title: str, told: Told) -> bool:
    """Whether a line is the page's only main heading, and a title in other words is one that no reader sees.

    The text tells of the line, and the two have a word in common.
    """
    seed, row = document.seed, make_row(shown(document, line))
    heads = [number for number, level in seed.headings if level == 1]
    hidden = not seed.metadata.contributed and title not in seed.text
    alike = not stems(row).isdisjoint(stems(make_row(title)))
    return heads == [line.number] and hidden and alike and shared(row, told()) >= _CREDIBLE


def _body(document: Document) -> Iterator[Row]:
    """The paragraphs of the body."""
    body = (part.span for part in document.paragraphs if part.kind is LineKind.BODY)
    return (make_row(document.text[span.start : span.end]) for span in body)


def _credible_title(document: Document, told: Told) -> str | None:
    """The title that the markup states, unless the body has none of its words: then it is the site's.

    One that a person states in front matter needs none, but must be in the article's language.
    """
    stated = document.seed.metadata
    if stated.contributed and stated.title:
        return single_spaced(stated.title) if is_in_language(stated.title, document) else None
    for title in filter(None, map(article_title, (stated.title, stated.page_title))):
        if joins_places(title) or shared(make_row(single_spaced(title)), told()) >= _CREDIBLE:
            return single_spaced(title)
    return None


def is_in_language(title: str, document: Document) -> bool:
    """Whether a title has Arabic letters, where the article has."""
    return document.foreign or _ARABIC.search(title) is not None


def _of_line(document: Document, line: Line, told: Told) -> Titled:
    return _titled(document, shown(document, line), line.rule, line.span.start, told)


def _titled(document: Document, text: str, rule: str, place: int | None, told: Told) -> Titled:
    """A headline in a text that begins at `place` of the seed, parted from its label and the site's name."""
    start, end = _bare(text)
    found = label_before(text[start:end])
    behind = text[start + found[1] if found else start : end]
    # A title that the markup states is a page's more than an article's, so that it needs no such proof.
    known = partial(_is_of_site, document) if place is not None else None
    plain = without_site_name(behind, told, document.seed.metadata.site, known)
    if named := _own_name(document, plain, told):
        plain = plain[named:]
    at = end - len(behind) + behind.index(plain)
    label = Span(start + found[0].start, start + found[0].end) if found else None
    return Titled(
        _field(text, Span(at, at + len(plain)), rule, place),
        _field(text, label, "label.before-headline", place) if label else None,
    )


def _is_of_site(document: Document, piece: str) -> bool:
    """Whether words beside a dash are the page's name or a section's."""
    return names_site(document, piece) or opens_title(document, piece)


def _own_name(document: Document, text: str, told: Told) -> int:
    """Where the headline begins behind the page's own name and a colon; 0 where it does not open with it.

    An office whose page it is may be named like its site: then the text tells of it.
    """
    bare = without_vowels(text)
    named = _NAMED.match(bare.text)
    if named is None or len(make_row(bare.text[named.end() :]).words) < _FEWEST:
        return 0
    if not is_own_name(document, named[1]):
        return 0
    begin, end = document.opening or Span(0, 0)
    opens = named[1] in document.text[begin:end]
    strange = opens or stems(make_row(named[1])).isdisjoint(told())
    return bare.marked(0, named.end()).end if strange else 0


def _bare(text: str) -> tuple[int, int]:
    """Where a headline begins and ends without ornaments, and a picture's word in brackets or behind dots."""
    plain = without_signs(text)
    start, end = plain.start, plain.end
    picture = _PICTURE.search(text, start, end)
    if picture and (_is_label(picture[0]) or is_caption(make_row(text[start:end]))):
        end = picture.start()
    elif (dotted := _DOTTED.search(text, start, end)) and _is_label(dotted[0]):
        end = dotted.start()
    return (start, end) if start < end else (0, len(text))


def _is_label(text: str) -> bool:
    """Whether some words say what a headline has beside its text: `(فيديو)`."""
    return " ".join(words_of(text)) in field_words().headline_labels


def _field(text: str, span: Span, rule: str, place: int | None) -> Field:
    where = None if place is None else Span(place + span.start, place + span.end)
    return Field(single_spaced(text[span.start : span.end]), rule, where)


def without_site_name(
    text: str, told: Told, site: str | None = None, known: Callable[[str], bool] | None = None
) -> str:
    """A headline without the site's name and section before or after it.

    `told` gives the body's content words, `site` the name that the markup states; `known` tells whether
    the page gives some words beside a dash as its own name: without it, any few words may be one.
    """
    if before := outlet_before(text):
        text = text[before.end :].lstrip(" /|-–—")
    pieces = list(_pieces(text))
    if len(pieces) > 1:
        text = _chosen(text, pieces, told, fold(site or ""), known)
    bare = without_vowels(text)
    named = _OUTLET.match(bare.text)
    if named and is_outlet(named[1]) and stems(make_row(named[1])).isdisjoint(told()):
        # Who is quoted is named in the text, too.
        plain = text[bare.marked(0, named.end()).end :]
        text = plain if len(make_row(plain).words) >= _FEWEST else text
    if match := _LATIN_NAME.match(text.strip()):
        plain = text.strip()[match.end() :]
        text = plain if len(make_row(plain).words) >= _FEWEST else text
    return text.strip()


def _pieces(text: str) -> Iterator[Span]:
    """What stands between the marks that part a headline from a site's name."""
    start = 0
    for match in _MARKS.finditer(text):
        yield Span(start, match.start())
        start = match.end()
    yield Span(start, len(text))


def _chosen(text: str, pieces: list[Span], told: Told, site: str, known: Callable[[str], bool] | None) -> str:
    """The piece that is the headline, or those that are; where none surely is, all but names at the ends."""
    texts = {span: text[span.start : span.end].strip() for span in pieces}
    own = _between(pieces, lambda span: _is_site(texts[span], site))
    joined = _joined(text, own)
    telling = {span: len(stems(make_row(texts[span])) & told()) for span in own}
    best = max(own, key=lambda span: (telling[span], span.length))
    if min(telling.values()) < _FEWEST_TOLD:
        # Not a headline with a dash of its own, each piece of which says what the body tells.
        if known and any(_is_dashed(text, span) for span in own):
            plain = known
            own = _between(
                own, lambda span: span != best and (plain(texts[span]) or _is_foreign(texts[span], told))
            )
        elif not joined and len(make_row(texts[best]).words) >= _FEWEST:
            return texts[best]
        else:
            own = _between(own, lambda span: span not in joined and _is_aside(texts[span], told, site))
    return text[own[0].start : own[-1].end]


def _joined(text: str, pieces: list[Span]) -> set[Span]:
    """The pieces at either end of which a dash stands between two places."""
    pairs = ((one, two) for one, two in pairwise(pieces) if joins_places(text[one.start : two.end]))
    return {piece for pair in pairs for piece in pair}


def _is_dashed(text: str, span: Span) -> bool:
    """Whether a dash stands at either end of a piece: between places and teams as well as before names."""
    return text[: span.start].rstrip()[-1:] in _DASHES or text[span.end :].lstrip()[:1] in _DASHES


def _between(pieces: list[Span], outer: Callable[[Span], bool]) -> list[Span]:
    """The pieces without those at either end that are none of the headline; one at least."""
    first, last = 0, len(pieces) - 1
    while last > first and outer(pieces[last]):
        last -= 1
    while first < last and outer(pieces[first]):
        first += 1
    return pieces[first : last + 1]


def _is_site(piece: str, site: str) -> bool:
    return fold(piece) == site or is_outlet(piece)


def _is_foreign(piece: str, told: Told) -> bool:
    """Whether a piece is a few words without Arabic letters, and the body has none of them."""
    row = make_row(piece)
    return row.latin and len(row.words) <= _FEWEST and stems(row).isdisjoint(told())


def _is_aside(piece: str, told: Told, site: str) -> bool:
    """Whether a piece is a site's name: known, made like one, or a few words that the body has none of."""
    row = make_row(piece)
    strange = len(row.words) <= _LONGEST_NAME and stems(row).isdisjoint(told())
    return _is_site(piece, site) or (strange and trim(piece, 0, len(piece)).length > 0)
