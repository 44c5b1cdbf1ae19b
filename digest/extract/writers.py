"""Whom a page's markup calls its author: a writer, an agency, or an account of the site's own. Pure."""

from __future__ import annotations

import re

from digest.clean.fields.cued import after_byline_cue
from digest.clean.fields.fieldwords import field_words, is_account, is_agency, is_name, is_place
from digest.clean.rows import words_of
from digest.model import SeedMetadata
from digest.text import fold

_ARABIC = re.compile("[\u0621-\u064a]")


def stated_writer(stated: SeedMetadata) -> str | None:
    """The author that the markup states, unless it is an outlet, a place, or an account."""
    author = stated.author
    if author is None or fold(author) == fold(stated.site or ""):
        return None
    # `كتب سامي منصور`
    plain = author[after_byline_cue(author) :]
    pieces = plain.split(";")
    named = is_account(plain) or any(map(is_agency, pieces)) or is_agency(plain) or _is_of_site(plain, stated)
    no_person = _is_placed(plain, stated) or _is_login(plain, stated) or _is_office(plain)
    return None if named or no_person else plain


def stated_agency(stated: SeedMetadata) -> str | None:
    """The agency that the markup calls the author: whose text a page of another outlet shows."""
    author = stated.author
    if author is None or is_account(author) or not is_agency(author) or _is_of_site(author, stated):
        return None
    return author


def _is_placed(author: str, stated: SeedMetadata) -> bool:
    """Whether markup says where a page was written in its author's place: `تونس`."""
    return is_place(author) and not stated.contributed


def _is_office(author: str) -> bool:
    """Whether a writer has more words than persons have, none of which binds or parts their names."""
    words = words_of(author)
    joined = any(word.startswith("و") or word in field_words().binding for word in words)
    plain = author.replace(" ", "").isalpha() and not joined
    return plain and len(words) > _LONGEST_PERSON and not is_name(author)


_LONGEST_PERSON = 4
"""Words of a person's name without such."""


def _is_login(author: str, stated: SeedMetadata) -> bool:
    """Whether one word is no name as it is written: without a capital, with figures or marks, all capitals.

    In Arabic one with the article, which names a site or an office.
    """
    if stated.contributed or is_name(author) or len(author.split()) > 1:
        return False
    if not author.isascii():
        return author.startswith("ال")
    named = author.isalpha() and author[0].isupper() and author[1:].islower()
    return not named and (not stated.title or _ARABIC.search(stated.title) is not None)


def _is_of_site(author: str, stated: SeedMetadata) -> bool:
    """Whether a piece of the site's name begins with an author who has no person's name."""
    pieces = (f"{fold(piece)} " for piece in re.split(r"\s[-–—|]\s", stated.site or ""))
    return not is_name(author) and any(piece.startswith(f"{fold(author)} ") for piece in pieces)
