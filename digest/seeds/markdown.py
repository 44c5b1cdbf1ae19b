"""Markdown: what the marks of its lines say, and the text without them. Pure.

A mark at the beginning of a line (a heading's, a list's, a quotation's) is taken off the text and told by the
line's rule; lines stay where they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from digest.seeds.elements import CAPTION
from digest.seeds.quoted import rules_of
from digest.seeds.walk import HEADED, LINKS, POINT, SUBHEAD, TEXT, TITLED, step

_TARGET = r"\([ \t]?[^()\s]{0,2000}(?:[ \t]\"[^\"\n]{0,500}\"|[ \t]'[^'\n]{0,500}')?[ \t]?\)"
"""Where a link or picture leads to, and a title."""
_WORDS = r"\[([^\[\]\n]{0,500})\]"
_PICTURE, _LINK = re.compile(rf"!{_WORDS}{_TARGET}"), re.compile(_WORDS + _TARGET)
_NOTED = re.compile(r"(!?)\[\[(?=\S)([^\[\]\n|]{1,500})(?:\|([^\[\]\n]{0,500}))?\]\](?!\()")
"""A link to a note or file of a notes program, or what is shown of it: `[[Note|words]]`, `![[a.jpg|300]]`."""
_LINKS = re.compile(rf"(?:!?{_WORDS}{_TARGET}[\s|،,·-]*)+")
_EMPHASIS = re.compile(r"(\*{1,3}|_{2,3})(?=\S)([^*_\n]{1,2000}?)(?<=\S)\1")
_HEADING = re.compile(r"[ \t]{0,3}(?P<level>#{1,6})[ \t]+")
_QUOTED = re.compile(r"[ \t]{0,3}>[ \t]?(?:\[!\w{1,30}\][+-]?[ \t]*)?")
"""The mark of a quotation, and what kind of box editors make of it: `> [!note] …`."""
_ITEM = re.compile(r"[ \t]*(?:[-*+]|(?P<number>\d{1,3})[.)])[ \t]+(?=\S)")


def marks_of_markdown(text: str) -> tuple[tuple[int, str], ...]:
    """(line, rule) of each heading below the first level, picture, item, and line of a quotation or table."""
    lines = _lines(text)
    ruled = {number: rule for number, line in enumerate(lines, start=1) if (rule := _read(line)[0])}
    said = {number: rule for quotation in _quotations(lines) for number, rule in rules_of(quotation).items()}
    listed = dict.fromkeys((*_lists_of_links(lines), *_boxes(lines)), LINKS)
    return tuple(sorted((ruled | _titles(lines) | listed | said).items()))


def _titles(lines: list[str]) -> dict[int, str]:
    """The rules of lines that are one link as long as a title; none where many of the page's lines are."""
    links = {number: line for number, line in enumerate(lines, start=1) if _leads_elsewhere(line)}
    told = sum(len(line) >= _PARAGRAPH for line in lines) if links else 0
    few = len(links) * (_FEW + 1) <= told
    return {number: HEADED if _HEADING.match(line) else TITLED for number, line in links.items() if few}


def _boxes(lines: list[str]) -> Iterator[int]:
    """The lines of each quotation that is another page's title, a link, and a sentence or two below it."""
    for quotation in _quotations(lines):
        words = [line for _, line in quotation]
        if 1 < len(words) <= _LINES_OF_BOX and _leads_elsewhere(words[0]) and len("".join(words)) <= _BOX:
            yield from (number for number, _ in quotation)


_LINES_OF_BOX, _BOX = 3, 900


def _leads_elsewhere(line: str) -> bool:
    """Whether a line, a heading perhaps, is a link of some words to more than a part of its own page."""
    if "](" not in line:
        return False
    link = _LINK.fullmatch(_read(line)[1].strip(" \t*_"))
    return (
        link is not None
        and not _QUOTED.match(line)
        and len(link[1].split()) >= _WORDS_OF_TITLE
        and "](#" not in line
    )


_WORDS_OF_TITLE, _PARAGRAPH, _FEW = 4, 40, 3
"""Words of a title, characters of a paragraph; how many of these there are for each such link, at least."""


def _quotations(lines: list[str]) -> Iterator[list[tuple[int, str]]]:
    """The lines with words of each quotation, with their numbers, without the mark."""
    found = ((number, line, _QUOTED.match(line)) for number, line in enumerate(lines, start=1))
    for quoted, run in groupby(found, lambda item: item[2] is not None):
        items = [(number, line[mark.end() :]) for number, line, mark in run if mark] if quoted else []
        yield [(number, words) for number, words in items if words.strip()]


def _lists_of_links(lines: list[str]) -> Iterator[int]:
    """The lines of each list that has nothing but links: a menu, or other articles."""
    told = [number for number, line in enumerate(lines, start=1) if line.strip()]
    for linked, run in groupby(told, lambda number: _is_link(lines[number - 1])):
        items = list(run)
        if linked and len(items) > 1:
            yield from items


def _is_link(line: str) -> bool:
    """Whether a line is an item with links and no words beside."""
    item = _ITEM.match(line) if "](" in line else None
    return item is not None and _LINKS.fullmatch(line, item.end()) is not None


def title_of_markdown(text: str) -> str | None:
    """The one heading of the first level; None where a page has none, or several."""
    found = [line for line in _lines(text) if (heading := _HEADING.match(line)) and heading["level"] == "#"]
    return without_marks(found[0]).strip(" \t#") or None if len(found) == 1 else None


def headings_of(text: str) -> tuple[tuple[int, int], ...]:
    """(line, level) of each heading."""
    found = ((number, _HEADING.match(line)) for number, line in enumerate(_lines(text), start=1))
    return tuple((number, len(heading["level"])) for number, heading in found if heading)


def without_marks(text: str) -> str:
    """Without the marks of headings, items and quotations, without links and emphasis."""
    text = "\n".join(_read(line)[1] for line in _lines(text))
    for pattern in (_PICTURE, _LINK):
        text = pattern.sub(r"\1", text) if "](" in text else text
    text = _NOTED.sub(_of_note, text) if "[[" in text else text
    return _EMPHASIS.sub(r"\2", text)


def _of_note(link: re.Match[str]) -> str:
    """The words that a link to a note shows; of what is shown of a file those that describe it, if any."""
    shown, target, words = link[1], link[2], (link[3] or "").strip()
    if shown:  # a width or a side, as in `|300` and `|left`, describes nothing
        return "" if words.isascii() and " " not in words else words
    if not any(map(str.isalpha, target)):
        return link[0]
    return words or target.partition("#")[0] or target.lstrip("#")


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _read(line: str) -> tuple[str, str]:
    """The rule by which a line's mark says what it is, empty where it has none, and the line without it."""
    if heading := _HEADING.match(line):
        below = 1 < len(heading["level"]) <= _LEAST_HEADING and heading.end() < len(line)
        return SUBHEAD if below else "", line[heading.end() :]
    rule = ""
    if quoted := _QUOTED.match(line):
        rule, line = TEXT, line[quoted.end() :]
    item = _ITEM.match(line)
    # An item that is a link may be another article's title; `* * *` and `- - -` part two sections.
    if item and any(map(str.isalnum, line[item.end() :])) and not _is_link(line):
        number = item["number"]
        return step(int(number)) if number else POINT, line[item.end() :]
    of_table = line.lstrip().startswith("|") and not _LINK.search(line)
    line = _CODE.sub(_with_slashes, line) if of_table and "`" in line else line
    return rule or (TEXT if of_table else CAPTION if _is_picture(line) else ""), line


_CODE = re.compile(r"`[^`\n]{1,500}`")


def _with_slashes(code: re.Match[str]) -> str:
    """A word of code in a table's cell: a stroke in it is the cell's."""
    return code[0].replace(r"\|", "|").replace("|", r"\|")


_LEAST_HEADING = 4
"""The level down to which a heading is one of the article's."""


def _is_picture(line: str) -> bool:
    """Whether a line holds a picture with its description, perhaps in a link, and nothing else."""
    if "![" not in line:
        return False
    if (noted := _NOTED.fullmatch(line.strip())) and noted[1]:
        return bool(_of_note(noted))
    picture = _PICTURE.search(line)
    if picture is None or not picture[1].strip():
        return False
    rest = line[: picture.start()] + line[picture.end() :]
    return not rest.strip() or _EMPTY_LINK.fullmatch(rest.strip()) is not None


_EMPTY_LINK = re.compile(rf"\[\]{_TARGET}")
