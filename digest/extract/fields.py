"""Each field of an article from its lines, its markup or an editor's correction. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, islice

from digest.clean.fields.credits import is_placed, read_credit, without_account
from digest.clean.fields.cued import after_post
from digest.clean.fields.fieldwords import is_account, is_cue, is_name
from digest.clean.fields.imprints import ACCOUNT, account_of
from digest.clean.fields.openings import lead_credit
from digest.clean.fields.outlets import is_known
from digest.clean.fields.parts import Part, trim
from digest.clean.fields.roles import is_of_agencies
from digest.clean.rows import CREDITS
from digest.extract.headlines import find_headline, is_in_language
from digest.extract.lines import EDITORS, first_line, is_editors, shown
from digest.extract.outlets import holder_of_rights, own_name
from digest.extract.when import contributed_date, edited_date, shown_date, stated_date
from digest.extract.writers import stated_agency, stated_writer
from digest.model import Correction, Document, Extract, Field, Line, LineKind, SeedFormat, Span
from digest.text import fold, single_spaced

_ADDRESS = re.compile("https?://")
"""What leads to a page and names nobody."""
_MASTHEAD, _EDITED = "source.masthead", "source.edited"


def extract_fields(
    document: Document, *, correction: Correction | None = None, outlets: frozenset[str] = frozenset()
) -> Extract:
    """The fields of a cleaned page; an editor's value comes first, then the markup's or the text's own.

    `outlets`: names of outlets that are known beside those of the rules (`outlet_keys`).
    """
    credits_ = list(_credits(document, outlets))
    stated = document.seed.metadata
    titled = find_headline(document)
    return Extract(
        headline=_given(correction.title if correction else None) or titled.headline,
        deck=_line_field(document, LineKind.DECK),
        label=_line_field(document, LineKind.LABEL) or titled.label,
        byline=_given(correction.byline if correction else None)
        or _edited(credits_, "byline")
        or _stated(stated_writer(stated) if stated.contributed else None)
        or _byline(document, credits_),
        source=_given(correction.source if correction else None)
        or _edited(credits_, "source")
        or _stated(stated.site if stated.contributed else None)
        or _source(document, credits_, outlets),
        dateline=_edited(credits_, "dateline") or _credit(credits_, "dateline"),
        stated_date=edited_date(document) or _date(document),
        keywords=_keywords(document),
    )


def _date(document: Document) -> Field | None:
    """The day that the markup states, else the page's; of the page a surer one, or one before a change's."""
    stated = document.seed.metadata
    if stated.published and stated.changed:
        own = stated_date(document)
        return own if own and own.text < stated.published else _stated(stated.published)
    own = shown_date(document) if stated.published and not stated.contributed else None
    return own or _stated(stated.published) or contributed_date(stated) or stated_date(document)


def _byline(document: Document, credits_: list[tuple[int, Part, str]]) -> Field | None:
    """Who signs: the text's credit; else whom the markup names and a line above the text."""
    start = _body_start(document)
    found, writer = _credit(credits_, "byline", start), stated_writer(document.seed.metadata)
    if writer and not is_name(writer) and _is_credited(writer, credits_):
        writer = None  # the outlet, which the markup has in a writer's place
    if found is None or writer is None:
        return found or _stated(writer)
    head = (fold(shown(document, line)) for line in document.lines if line.span.start < start)
    doubtful = found.rule in _DOUBTFUL and fold(found.text) != fold(writer)
    return _stated(writer) if doubtful and fold(writer) in head else found


def _is_credited(writer: str, credits_: list[tuple[int, Part, str]]) -> bool:
    """Whether the text credits as a source whom the markup calls the writer."""
    return any(part.role == "source" and fold(text) == fold(writer) for _, part, text in credits_)


_DOUBTFUL = ("byline.post", "byline.alone", "byline.desk")
"""Rules by which the place of some words tells that they are a name; a newsroom's part beside one."""


def _source(
    document: Document, credits_: list[tuple[int, Part, str]], outlets: frozenset[str]
) -> Field | None:
    """Whom the text credits; the markup before a name at the page's top and before agencies without one."""
    stated = document.seed.metadata
    found = _credited_source(document, credits_)
    agency = stated_agency(stated)
    if agency and (found is None or found.rule == _MASTHEAD):
        return _stated(agency)
    site, on_top = stated.site, found is not None and found.rule == _MASTHEAD
    sent = document.seed.format is SeedFormat.TEXT
    unsure = bool(stated.page_title or (site and sent)) if on_top else bool(site)
    foreign = found is not None and on_top and not is_in_language(found.text, document)
    if found and not (foreign or (unsure and (on_top or is_of_agencies(found.text)))):
        return found
    own = own_name(document, outlets)
    if found and foreign and not unsure:
        return own if own and is_in_language(own.text, document) else found
    named = (fold(name) for name in (site, own and own.text) if name)
    if found and on_top and any(_are_alike(fold(found.text), name) for name in named):
        return found
    own = own or found
    # A name in the article's language comes before one in another, whichever says it.
    told = own is not None and is_in_language(own.text, document)
    strange = site is not None and told and not is_in_language(site, document)
    return (own if strange else None) or _stated(site) or own


def _credited_source(document: Document, credits_: list[tuple[int, Part, str]]) -> Field | None:
    """Whom a credit names: below the headline sooner than above it, as menus name what a site has, too."""
    writers = {fold(text) for _, part, text in credits_ if part.role == "byline"}
    named = [one for one in credits_ if not _ADDRESS.match(one[2])]
    own = [one for one in named if not (fold(one[2]) in writers and is_name(one[2]))]
    every = chain(document.lines, document.pieces)
    title = next((line.span.start for line in every if line.kind is LineKind.HEADLINE), 0)
    below = [one for one in own if one[0] >= title]
    found, head = _credit(own, "source"), _credit(below, "source")
    sure = found is None or found.rule.endswith("cue") or head is None or head.rule == _MASTHEAD
    return found if sure else head


def _are_alike(one: str, other: str) -> bool:
    """Whether one name has all of the other."""
    return one in other or other in one


def _body_start(document: Document) -> int:
    return next(part.span.start for part in document.paragraphs if part.kind is LineKind.BODY)


def _credits(document: Document, outlets: frozenset[str]) -> Iterator[tuple[int, Part, str]]:
    """(offset of the line, part, its text) of every credit line, then of the body's opening."""
    # What the page's first lines say is the outlet's own name, whatever it looks like beside another.
    first = islice((line for line in document.lines if not line.rule.startswith("markup.")), 2)
    masthead = {fold(shown(document, line)) for line in first if not line.kept or line.rule == _MASTHEAD}
    masthead.update(map(fold, _own_names(document)))
    for line in chain(document.lines, document.pieces):
        if line.kind in CREDITS:
            text = shown(document, line)
            parts = _masthead(text) if line.rule == _MASTHEAD else _parts(line, text)
            for part in parts:
                value = text[part.span.start : part.span.end]
                named = part.role != "source" and part.rule != EDITORS
                own = named and (fold(value) in masthead or is_known(value, outlets))
                yield line.span.start, (replace(part, role="source") if own else part), value
    body = next(part for part in document.paragraphs if part.kind is LineKind.BODY)
    raw = document.seed.text[body.span.start : body.span.end]
    for part in lead_credit(document.seed.text, document.paragraphs):
        yield body.span.start, part, raw[part.span.start : part.span.end]


def _own_names(document: Document) -> Iterator[str]:
    """The names that the page's markup and its line of rights give the outlet."""
    if document.seed.metadata.site:
        yield document.seed.metadata.site
    if holder := holder_of_rights(document):
        yield holder.text


def _parts(line: Line, text: str) -> tuple[Part, ...]:
    if line.rule == ACCOUNT:
        return (Part("source", account_of(text) or trim(text, 0, len(text)), ACCOUNT),)
    parts = read_credit(text, placed=is_placed(line.rule))
    if is_editors(line):
        return _as_said(line.kind, text, parts)
    if line.rule == _EDITED:
        # Editors sign for the agency, which has written the text.
        parts = tuple(part for part in parts if part.role == "source")
    if parts or (line.kind is LineKind.DATELINE and line.rule != "dateline.alone"):
        return parts
    plain = without_account(text)
    return (Part(line.kind.value, _whole(plain, line.kind), line.rule),)


def _as_said(kind: LineKind, text: str, parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """The parts of a line of which an editor says what it is: one of them is that, else all of it."""
    own = next((part for part in parts if part.role == kind.value), None)
    if own is None:
        return (Part(kind.value, _whole(without_account(text), kind), EDITORS),)
    return tuple(replace(part, rule=EDITORS) if part is own else part for part in parts)


def _whole(text: str, kind: LineKind) -> Span:
    """What a line of one name says, without the cue before it."""
    return after_post(text, trim(text, 0, len(text)), writer=kind is LineKind.BYLINE)


def _masthead(text: str) -> tuple[Part, ...]:
    """The site's name, without a label beside it, and the writer whom the same line names."""
    name, _, slogan = text.partition(": ")
    short, told = 0 < len(name.split()) <= _LONGEST_NAMED, len(slogan.split()) >= _SHORTEST_SLOGAN
    if short and told and not is_cue(name):
        return (Part("source", trim(name, 0, len(name)), _MASTHEAD),)
    parts = read_credit(text) or read_credit(text, placed=True)
    if not parts or parts[0].role != "source":
        return (Part("source", trim(text, 0, len(text)), _MASTHEAD),)
    return (replace(parts[0], rule=_MASTHEAD), *(part for part in parts[1:] if part.role == "byline"))


_LONGEST_NAMED, _SHORTEST_SLOGAN = 3, 3
"""Words of a name before a colon, and of what a site says of itself behind it."""


def _credit(parts: list[tuple[int, Part, str]], role: str, text_from: int | None = None) -> Field | None:
    """The credit of a role; those up to the offset `text_from` come first, as editors sign below the text."""
    found = [one for one in parts if one[1].role == role and not is_account(one[2])]
    if not found:
        return None

    def order(one: tuple[int, Part, str]) -> tuple[bool, bool, bool]:
        # What a label names (`المصدر: …`) is surer than what stands in a list; a site's name is least sure.
        offset, part, _ = one
        below = text_from is not None and offset > text_from
        return below, not part.rule.endswith("cue"), part.rule in (_MASTHEAD, ACCOUNT)

    return _as_field(min(found, key=order))


def _edited(parts: list[tuple[int, Part, str]], role: str) -> Field | None:
    """The credit of a role in the first line that an editor keeps as one."""
    own = (one for one in parts if one[1].role == role and one[1].rule == EDITORS)
    return next(map(_as_field, own), None)


def _as_field(credit: tuple[int, Part, str]) -> Field:
    offset, part, text = credit
    return Field(single_spaced(text), part.rule, Span(offset + part.span.start, offset + part.span.end))


def _line_field(document: Document, kind: LineKind) -> Field | None:
    line = first_line(document, kind)
    if line is None:
        return None
    return Field(single_spaced(shown(document, line)), line.rule, line.span)


def _given(value: str | None) -> Field | None:
    return Field(single_spaced(value), EDITORS) if value else None


def _stated(value: str | None) -> Field | None:
    return Field(single_spaced(value), "metadata") if value else None


def _keywords(document: Document) -> tuple[str, ...]:
    found: list[str] = []
    for line in document.lines:
        if line.kind is LineKind.KEYWORDS:
            text = single_spaced(document.seed.text[line.span.start : line.span.end])
            _, colon, rest = text.partition(":")
            found += re.split(r"[#,،]", rest if colon else text)
    pieces = (piece.replace("_", " ").strip() for piece in found)
    return tuple(dict.fromkeys(piece for piece in pieces if piece))
