"""Whether some words before a headline's colon are the name of the outlet that the page is of. Pure.

No list need know it: the page says so by its markup, its rights, its first lines, its credits, the end of
another of its titles, or its address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from digest.clean.fields.fieldwords import is_label, is_name, is_place, is_term
from digest.clean.fields.outlets import without_kind
from digest.clean.head.above import SITE_MARKS
from digest.extract.outlets import holder_of_rights
from digest.model import Document, Line, LineKind
from digest.rules import default_rules
from digest.text import single_spaced

_LONGEST = 3
"""Words of a name."""
_TOP = 2
"""Lines of a page in which its name stands."""
_FEWEST_SAID, _MOST_SAID = 3, 20
"""Consonants of a name that an address is compared with."""
_TITLES = (LineKind.HEADLINE, LineKind.HEADLINE_REPEATED)
_MARKS = re.compile("|".join(map(re.escape, SITE_MARKS)))
_HOST = re.compile(r"(?:https?://)?(?:www\.)?([a-z0-9-]{3,40})\.[a-z]{2,}", re.IGNORECASE)


def is_own_name(document: Document, name: str) -> bool:
    """Whether a page calls itself by a name, beside the headline in which it stands."""
    if not 1 <= len(name.split()) <= _LONGEST or is_place(name) or is_name(name):
        return False
    if is_term(name) or is_label(name):
        return False
    own = without_kind(name)
    said = any(without_kind(other) == own for other in _names(document))
    return bool(own) and (said or _is_host(document, own))


def opens_title(document: Document, name: str) -> bool:
    """Whether another of the page's titles has a name and a colon before it."""
    titles = (_text(document, line) for line in document.lines if line.kind in _TITLES)
    return any(title.partition(":")[0].strip() == name for title in titles)


def _names(document: Document) -> Iterator[str]:
    """What the page gives as its own name."""
    stated = document.seed.metadata
    if stated.site:
        yield stated.site
    if holder := holder_of_rights(document):
        yield holder.text
    for line in islice(document.lines, _TOP):
        if line.kind not in _TITLES:
            yield _text(document, line)
    for line in document.lines:
        if line.kind is LineKind.SOURCE:
            yield _text(document, line).rpartition(":")[2]
        elif line.kind in _TITLES:
            yield from _ends(_text(document, line))
    yield from _ends(stated.page_title or "")


def _ends(title: str) -> Iterator[str]:
    """The first and the last piece of a title that a mark parts."""
    pieces = _MARKS.split(title)
    if len(pieces) > 1:
        yield pieces[0]
        yield pieces[-1]


def _text(document: Document, line: Line) -> str:
    return single_spaced(document.seed.text[line.span.start : line.span.end])


def _is_host(document: Document, own: tuple[str, ...]) -> bool:
    """Whether the page's address is the name in Latin consonants: `alamal.net` of `الأمل`."""
    hosts = list(_hosts(document))
    if not hosts:
        return False
    whole = "".join(own)
    said = whole.removeprefix("ال")
    told = [sound for letter in said if (sound := _sounds().get(letter, re.escape(letter)))]
    if not _FEWEST_SAID <= len(told) + (said != whole) <= _MOST_SAID:
        return False
    # A short name needs its article, lest it be another's.
    article = "" if said == whole else "l" if len(told) < _FEWEST_SAID else "l?"
    like = re.compile(article + "".join(f"(?:{sound})" for sound in told) + _KIND)
    return any(like.fullmatch(_consonants(host)) for host in hosts)


def _consonants(host: str) -> str:
    """The name in an address without its vowels, each of several consonants alike once."""
    return _AGAIN.sub(r"\1", _VOWELS.sub("", host.lower()))


def _hosts(document: Document) -> Iterator[str]:
    """The names in the page's address, and in those that its lines of source and links give."""
    lines = (line for line in document.lines if line.kind in _ADDRESSED)
    for text in (document.seed.metadata.url or "", *(_text(document, line) for line in lines)):
        yield from (match[1] for match in islice(_HOST.finditer(text), 1))


_ADDRESSED = (LineKind.SOURCE, LineKind.COPY_LINK)


_VOWELS, _AGAIN = re.compile("[aeiou-]"), re.compile(r"([a-z])\1+")
_KIND = "(?:nws|prs|nln|nt|md|tv|ppr|nwsppr|[0-9]{1,3})?"
"""What an address has behind the name, without vowels: `news`, `press`, `online`."""


@cache
def _sounds() -> dict[str, str]:
    """Which Latin consonants, as a pattern, each letter of a folded name is written with."""
    sounds: dict[str, str] = default_rules().table("fields")["sounds"]
    return sounds
