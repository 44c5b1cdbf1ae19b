"""The header of a mail at a text's top: `من: …` / `إلى: …` / `الموضوع: …`, of one passed on perhaps. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from digest.model import SeedMetadata
from digest.rules import default_rules
from digest.seeds.headerlines import Found, is_sentence, plain

_LINE = re.compile(
    "[ \t]*[*_]{0,2}(?P<key>[^\\W\\d_][\\w\u064b-\u0652 -]{0,40}?)"
    "\\s?[:：][*_]{0,2}(?:\\s+(?P<said>\\S.*)|\\s*)$"
)
_OTHER = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)+")
"""The name of any line of a mail's header (RFC 5322): `Return-Path`, `X-Mailer`."""
_RULE = re.compile(r"\s*(?:[-_=*]{3,}|-{3,}[^-\n]{1,60}-{3,})\s*$")
"""What programs write above a mail that is passed on: `---------- Forwarded message ---------`."""
_ADDRESS = re.compile(r"\s*[<(\[](?:mailto:)?[^\s<>()\[\]@]{1,80}@[^\s<>()\[\]]{1,200}[>)\]]*")
_PLAIN_ADDRESS = re.compile(r"[^\s@]{1,80}@[^\s@]{1,200}")
_FEWEST, _MOST, _RULES = 2, 60, 4
"""Fields that a header has, at least; its lines; lines of rules above it."""
_LONGEST, _LONGEST_LINE = 1_000, 300
"""Characters of a value that is told; of a line that goes on with one, or announces what nobody knows."""
_NOTE, _LINES_OF_NOTE, _BETWEEN = 400, 6, 16
"""Characters of a note between two headers, its lines, and those with the blank ones."""


@dataclass(frozen=True, slots=True)
class _Mail:
    stated: SeedMetadata
    start: int
    """Its first line: a rule above the header perhaps."""
    end: int
    """The line behind its last."""


def find_mail(lines: Sequence[str], first: int) -> Found | None:
    """The sender is the source of what a mail brings, its subject a headline where the text has none.

    Of a mail that was passed on, and has another one's header below its own, that one is meant.
    """
    mail = outer = _mail(lines, first)
    while outer is not None:
        mail, outer = outer, _inner(lines, outer.end)
    if mail is None:
        return None
    places = (place for place in range(first, mail.end) if lines[place].strip())
    return Found(mail.stated, dict.fromkeys(places))


def _inner(lines: Sequence[str], end: int) -> _Mail | None:
    """The mail whose header stands below another's, or below a short note there."""
    size = told = 0
    for place in range(end, min(end + _BETWEEN, len(lines))):
        line = lines[place]
        if not line.strip():
            continue
        if found := _mail(lines, place):
            return found
        size, told = size + len(line), told + 1
        if size > _NOTE or told > _LINES_OF_NOTE:
            return None
    return None


def _mail(lines: Sequence[str], start: int) -> _Mail | None:
    """The mail whose header, or a rule above it, begins in a line."""
    begin = _below_rules(lines, start)
    header = list(_headed(lines, begin))
    found = {role: said[:_LONGEST] for role, said in reversed(header) if role}
    if "from" not in found or len(found.keys() - {"other"}) < _FEWEST:
        return None
    if "subject" not in found and "@" not in found["from"] + found.get("to", ""):
        return None  # a route: from one place to another
    stated = SeedMetadata(
        site=_sender(found["from"]),
        stated_date=found.get("date") or None,
        subject=_subject(found.get("subject", "")),
    )
    return _Mail(stated, start, begin + len(header))


def _below_rules(lines: Sequence[str], start: int) -> int:
    """The first line below those that say that a mail is passed on."""
    ruled = False
    for place in range(start, min(start + _RULES, len(lines))):
        line = lines[place]
        if _RULE.match(line) or plain(line[:_LONGEST_LINE]).rstrip(":： ") in _passed():
            ruled = True
        elif not ruled or line.strip():
            return place
    return start


def _headed(lines: Sequence[str], start: int) -> Iterator[tuple[str, str]]:
    """What each line of a mail's header announces, and what it says; one that a line goes on says nothing."""
    last: tuple[str, str] | None = None
    for line in lines[start : start + _MOST]:
        match = _LINE.match(line)
        role = _role_of(match) if match else None
        if match and role:
            if last:
                yield last
            last = (role, (match["said"] or "").strip())
        elif last and _goes_on(line):
            yield "", ""
            last = (last[0], f"{last[1]} {line.strip()}")
        else:
            break
    if last:
        yield last


def _goes_on(line: str) -> bool:
    """Whether a line is one that a program folded: white space stands before its words."""
    return line[:1] in " \t" and 0 < len(line.strip()) <= _LONGEST_LINE and not is_sentence(line)


def _role_of(match: re.Match[str]) -> str | None:
    """What a line of a header announces; `other` for what is none of a mail's fields."""
    word, said = plain(match["key"]), match["said"] or ""
    role = _roles().get(word) or ("other" if _OTHER.fullmatch(match["key"]) else None)
    text = role == "other" and is_sentence(said)
    return None if text else role


def _sender(said: str) -> str | None:
    """A sender's name without the address and quotation marks around it."""
    name = _PLAIN_ADDRESS.sub("", _ADDRESS.sub("", said)).strip(" \t\"'«»“”<>")
    return name or None


def _subject(said: str) -> str | None:
    """A subject without `Re:`, `Fwd:` before it."""
    word, colon, behind = said.partition(":")
    while colon and plain(word) in _answers():
        said = behind.strip()
        word, colon, behind = said.partition(":")
    return said or None


@cache
def _roles() -> dict[str, str]:
    """What the words before the colons of a mail's header announce."""
    table = default_rules().table("fields")["mail"]
    roles = {"from": "from", "to": "to", "date": "date", "subject": "subject", "others": "other"}
    return {plain(word): role for name, role in roles.items() for word in table[name]}


@cache
def _passed() -> frozenset[str]:
    return frozenset(map(plain, default_rules().table("fields")["mail"]["passed"]))


@cache
def _answers() -> frozenset[str]:
    return frozenset(map(plain, default_rules().table("fields")["mail"]["answers"]))
