"""Tells by a line at a page's foot or top whose the page is: rights, imprint, official account. Pure.

What a sentence of an article says has such words, too: who asks knows that a line is none.
"""

from __future__ import annotations

import re
from functools import cache

from digest.clean.fields.fieldwords import is_name, is_place, is_term
from digest.clean.fields.outlets import is_outlet, rights_holder
from digest.clean.fields.parts import after_words, trim
from digest.clean.phrases import phrases
from digest.clean.prose import is_function_word
from digest.clean.rows import make_row, words_of
from digest.model import Span
from digest.rules import default_rules

ACCOUNT = "source.account"
"""The rule of a line that names whose official account a page is."""
_LONGEST, _LONGEST_NAME, _KINDS = 160, 5, 5
"""Characters of such a line; words of a name in it; words for what a paper is, before who publishes it."""
_MARK = re.compile(r"\s+[-–—|]\s+|\s*[،,:|]\s+|\s*[(«]")
_SIGNED = re.compile(r"\s*©\s?(?=[^\W\d_])")
_OF = ("لـ", "ل")
"""What binds an account to whose it is: `الصفحة الرسمية لبلدية …`."""


def imprint_of(text: str) -> Span | None:
    """Whom an imprint names: `الضفة - يومية تصدر عن دار الضفة`, `جريدة الضفة تصدر عن دار الضفة`."""
    if len(text) > _LONGEST:
        return None
    words = words_of(text)
    if words and words[0] in _imprint_verbs():
        return _behind_verb(text, words)
    place = next((place for place in range(1, len(words)) if _publishes(words[place:])), None)
    if place is None or place > _LONGEST_NAME + _KINDS:
        return None
    end = after_words(text, place)
    mark = _MARK.search(text, 1, end)
    name = trim(text, 0, mark.start() if mark else end)
    known = mark is not None or is_outlet(text[name.start : name.end])
    return name if known and _is_name(text[name.start : name.end]) else None


def goes_below_name(text: str) -> bool:
    """Whether a line is an imprint without the name, which stands above it: `تصدر عن دار الضفة`."""
    return len(text) <= _LONGEST and _publishes(words_of(text) or ("",))


def _behind_verb(text: str, words: tuple[str, ...]) -> Span | None:
    """The outlet between the verb and who publishes it: `تصدر جريدة الضفة عن دار الضفة`."""
    last = next((place for place in range(2, len(words)) if words[place] in _imprint_bonds()), 0)
    name = trim(text, after_words(text, 1), after_words(text, last)) if last else Span(0, 0)
    said = text[name.start : name.end]
    return name if name.length and is_outlet(said) and _is_name(said) else None


def account_of(text: str) -> Span | None:
    """Whose official page or account a line names: `بلدية الضفة - الصفحة الرسمية`."""
    words = words_of(text) if len(text) <= _LONGEST else ()
    if not 2 <= len(words) <= _LONGEST_NAME + _KINDS:
        return None
    for size in (2, 3):
        if " ".join(words[-size:]) in _accounts() and len(words) > size:
            end = after_words(text, len(words) - size)
            mark = list(_MARK.finditer(text, 1))[-1:]
            name = trim(text, 0, mark[0].start() if mark else end)
            whole = bool(mark) and words_of(text[: mark[0].start()]) == words[:-size]
            return name if whole and _is_name(text[name.start : name.end]) else None
        if " ".join(words[:size]) in _accounts() and len(words) > size:
            return _behind(text, after_words(text, size))
    return None


def is_account_only(text: str) -> bool:
    """Whether a line says that it is an official account, and not whose."""
    return len(text) <= _LONGEST and " ".join(words_of(text)) in _accounts()


def may_own(text: str) -> bool:
    """Whether the line above such a one may be a name: of two words at least, and no person's."""
    return len(text) <= _LONGEST and len(words_of(text)) > 1 and _is_name(text) and not is_name(text)


def _behind(text: str, start: int) -> Span | None:
    """Whose an account is, behind a mark or `ل`."""
    name = trim(text, start, len(text))
    said = text[name.start : name.end]
    bound = next((mark for mark in _OF if said.startswith(mark)), "")
    if not (bound or _MARK.match(text, start)) or said.startswith("لل"):
        return None
    name = trim(text, name.start + len(bound), name.end)
    return name if _is_name(text[name.start : name.end]) else None


def app_of(text: str) -> Span | None:
    """Whose app a line offers that names where apps are had: `حمل تطبيق الضفة App Store Google Play`."""
    words = words_of(text)
    if len(text) > _LONGEST or _app() not in words:
        return None
    first = words.index(_app()) + 1
    core = " ".join(words[first:])
    stores = [place for store in _stores() if (place := f" {core} ".find(f" {store} ")) >= 0]
    before = core[: min(stores)].split() if stores else []
    size = next((place for place, word in enumerate(before) if is_function_word(word)), len(before))
    if not 1 <= size <= _LONGEST_APP or not _devices().isdisjoint(before[:size]):
        return None
    name = trim(text, after_words(text, first), after_words(text, first + size))
    return name if _is_name(text[name.start : name.end]) else None


_LONGEST_APP = 3
"""Words of an app's name."""


def signed_foot(text: str) -> Span | None:
    """Who holds the rights of a page whose last line is the sign and a name: `© أوراق الضفة`."""
    sign = _SIGNED.match(text)
    return rights_holder(text) if sign and len(text) <= _LONGEST else None


def _is_name(said: str) -> bool:
    """Whether some words may be a name: a few, none of which ties a sentence, and no section's or place's."""
    row = make_row(said)
    if not 1 <= len(row.words) <= _LONGEST_NAME or row.ends or any(map(is_function_word, row.words)):
        return False
    return not (is_term(said) or is_place(said) or phrases().find(row))


def _publishes(words: tuple[str, ...]) -> bool:
    """Whether some words begin with who publishes a paper: `تصدر عن`, `تصدرها`."""
    return " ".join(words[:2]) in _imprints() or words[0] in _imprints()


@cache
def _imprint_verbs() -> frozenset[str]:
    """The first words of what stands behind a name and is of two: `تصدر عن`."""
    return frozenset(phrase.partition(" ")[0] for phrase in _imprints() if " " in phrase)


@cache
def _imprint_bonds() -> frozenset[str]:
    return frozenset(phrase.partition(" ")[2] for phrase in _imprints() if " " in phrase)


@cache
def _imprints() -> frozenset[str]:
    return _group("imprint_words")


@cache
def _app() -> str:
    return next(iter(_group("app_words")))


@cache
def _stores() -> frozenset[str]:
    return _group("app_stores")


@cache
def _devices() -> frozenset[str]:
    return _group("app_devices")


@cache
def _accounts() -> frozenset[str]:
    return _group("official_accounts")


def _group(key: str) -> frozenset[str]:
    return frozenset(" ".join(words_of(word)) for word in default_rules().table("fields")[key])
