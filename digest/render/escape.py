"""The one layer of escaping for each format a page is written in: HTML, Markdown, front matter. Pure.

Whatever a text says reaches the page as characters. HTML blocks come from Jinja templates that escape
everything; Markdown text has every ASCII character that any Markdown dialect gives a meaning written as a
numeric character reference, so that no extension, switched on or not, finds its syntax.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from typing import Any

from markupsafe import Markup, escape

from digest.text import single_spaced, without_deceiving, without_hidden
from digest.wording.strings import direction
from digest.yamlfile import dump_yaml

_MEANINGFUL = {ord(character): f"&#{ord(character)};" for character in "!\"#$&'()*+-/:<=>@[\\]^_`{|}~"}
_NOT_IN_YAML = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""What YAML reads as the end of a line, or not at all."""
_POINT = re.compile(r"(?<=[0-9A-Za-z])\.(?=[0-9A-Za-z])|(?<=[0-9])\.(?=\s|$)|\.(?=\.)|(?<=\.)\.")
_LATIN = r"[A-Za-z0-9\u00c0-\u024f]+"
# A minus belongs to its number, and stands on its left where the digits are Western (CLDR, locale `ar`).
_LEFT_TO_RIGHT = re.compile(
    rf"[+#@(]?(?:(?<![^\s(|])[-\u2212](?=[0-9]))?{_LATIN}(?:[ .,:/@&'’_+\-–()]{{1,2}}{_LATIN})*[+%#)]*"
)
_ARABIC_LETTER = re.compile("[\u0620-\u064a\u0671-\u06d3\ufb50-\ufdff\ufe70-\ufefc]")
_ARABIC = "[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]"
_ARABIC_RUN = re.compile(f"{_ARABIC}+(?: {_ARABIC}+)*")
_LATIN_NAME = re.compile(r"(?<![{A-Za-z_])[A-Za-z]+(?:[._][A-Za-z]+)*")
"""A file or a key in words in which `{name}` stands for a value."""
_NEEDS_ISOLATION = re.compile(r"^[-\u2212]|[A-Za-z\u00c0-\u024f+%#@]|[0-9]+[-/][0-9]+[-/][0-9]")

_BESIDE = r"A-Za-z0-9\u0660-\u0669_"
"""What joined numbers are not glued to; an Arabic particle or a sign of era may be."""
_NUMBER = r"[0-9\u0660-\u0669]{1,9}(?:[.,\u066b\u066c][0-9\u0660-\u0669]{1,3})?[%\u066a]?"
_JOINED = re.compile(rf"(?<![{_BESIDE}.,%\u066a–—−-]){_NUMBER}(?:[–—−-]{_NUMBER}){{1,2}}(?![{_BESIDE}–—−-])")
"""Numbers joined by hyphens or dashes, behind which a line could break: `2025-2026`, `17%–25%`."""
_SHARES = re.compile(
    rf"(?<![{_BESIDE}.,%\u066a–—−-]){_NUMBER}(?<=[%\u066a])[–—−-]{_NUMBER}(?![{_BESIDE}–—−-])"
)
"""Those of them whose first has a sign of per cent."""
_MAY_BE_JOINED = re.compile("[0-9\u0660-\u0669%\u066a][–—−-]")
"""What any of them has: few texts do."""
_ON_ONE_LINE = '<span class="digest-whole">{}</span>'
Write = Callable[[str], Markup]
"""Writes a text in the escaping of a format."""

_FOLDER, _PART = re.compile(r"[^/]*/|[^/]+"), re.compile(r"[^_-]*[_-]|[^_-]+")
_WHOLE = 30
"""Characters of a folder's or a file's own name that stay on a line."""

_JSON = json.JSONEncoder(ensure_ascii=False)
_KEPT = 1 << 12
"""How many texts are kept as they were last written: headlines, names and words come again and again."""


def visible(text: str) -> str:
    """What a page shows of a text: white space single; nothing hidden."""
    return single_spaced(without_hidden(text))


@lru_cache(_KEPT)
def html_text(text: str, language: str = "") -> Markup:
    """A text as HTML element content; inside Arabic, left-to-right runs keep their order (`C++`, `25%`).

    In a text of a known language, no line breaks between numbers that a hyphen or a dash joins.
    """
    return _isolated(visible(text), language, markdown=False)


def html_free(text: str, language: str) -> Markup:
    """Words of people, in whichever language they wrote, as HTML in a page of `language`."""
    return html_in_language(text, language_of_text(text, language), language)


def html_words(words: str, language: str) -> Markup:
    """The site's own words as HTML: what an Arabic page calls by its Latin name (`slug`) is marked."""
    runs = _spans(_LATIN_NAME, words) if language == "ar" else ()
    return _set_apart(words, runs, '<span lang="en" dir="ltr">{}</span>', escape)


def html_in_language(text: str, own: str, language: str) -> Markup:
    """A text in a language of its own as HTML in a page of `language`: marked where that is another one."""
    if own == language:
        return Markup("<bdi>{}</bdi>").format(html_text(text, own))
    return Markup('<span lang="{}" dir="{}">{}</span>').format(own, direction(own), html_text(text, own))


def html_file_name(name: str) -> Markup:
    """The name of a file as HTML element content, broken between its parts where it must be."""
    folders = _FOLDER.findall(visible(name))
    parts = (_PART.findall(part) if len(part) > _WHOLE else [part] for part in folders)
    return Markup("<wbr>").join(html_text(part) for several in parts for part in several)


def html_marking(text: str, words: str | Sequence[str], language: str) -> Markup:
    """A text as HTML in which the first place of `words` is marked; of several, in their order."""
    marked, rest = Markup(""), visible(text)
    for one in (words,) if isinstance(words, str) else words:
        before, found, after = rest.partition(visible(one) or "\0")
        if found:
            mark = Markup('<b class="digest-when">{}</b>').format(_isolated(found, language, markdown=False))
            marked, rest = marked + _isolated(before, language, markdown=False) + mark, after
    return marked + _isolated(rest, language, markdown=False)


@lru_cache(_KEPT)
def markdown_text(text: str, language: str = "") -> Markup:
    """A text as Markdown that reads as exactly that text in any dialect; runs isolated as in HTML."""
    return _isolated(visible(text), language, markdown=True)


def plain_text(text: str, language: str = "") -> str:
    """A text for feeds and other places without markup; runs isolated by U+2068 and U+2069."""
    shown = visible(text)
    if language != "ar":
        return shown

    parts, last = list[str](), 0
    for start, end in _left_to_right(shown):
        parts += (shown[last:start], "\u2068", shown[start:end], "\u2069")
        last = end
    return "".join((*parts, shown[last:]))


def front_matter(data: dict[str, object]) -> str:
    """The head of a page: YAML between two lines of dashes; a record's values are JSON, a line each."""
    records = {key: value for key, value in data.items() if isinstance(value, dict)}
    plain = {key: value for key, value in data.items() if key not in records}
    lines = (line for name, record in records.items() for line in (f"{name}:\n", *_record_lines(record)))
    return without_deceiving(f"---\n{dump_yaml(plain)}{''.join(lines)}---\n")


def _record_lines(record: dict[str, Any]) -> Iterator[str]:
    for key, value in record.items():
        yield f"  {key}: {_NOT_IN_YAML.sub(_json_escape, _JSON.encode(value))}\n"


def _json_escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found.group()):04x}"


def printed_meta(meta: Mapping[str, Any]) -> dict[str, Any]:
    """Title, description and tags as HTML: MkDocs's and Zensical's templates print them as they are."""
    printed: dict[str, Any] = {}
    for name in ("title", "description"):
        if isinstance(meta.get(name), str):
            printed[name] = str(html_text(meta[name]))
    if isinstance(meta.get("tags"), list):
        printed["tags"] = [str(html_text(str(tag))) for tag in meta["tags"]]
    return printed


def shortened(text: str, most: int = 160) -> str:
    """The beginning of a text, cut between words, with an ellipsis where something is left out."""
    text = visible(text)
    if len(text) <= most:
        return text
    return text[:most].rsplit(" ", 1)[0].rstrip(" ،,.؛:") + "…"


def excerpt(text: str, place: int, most: int) -> str:
    """About `most` characters of a text around a place, cut between words, with ellipses."""
    text = visible(text)
    if len(text) <= most:
        return text
    start = 0 if place < most // 2 else text.rfind(" ", 0, place - most // 3) + 1
    start = min(start, text.find(" ", len(text) - most) + 1)
    return ("…" if start else "") + shortened(text[start:], most)


def language_of_text(text: str, neutral: str) -> str:
    """`ar` for a text with Arabic letters, `en` with others: for the free words of editors and translators.

    Figures alone are Arabic where their digits or marks are, and otherwise of the `neutral` language.
    """
    if _ARABIC_LETTER.search(text):
        return "ar"
    if any(map(str.isalpha, text)):
        return "en"
    return "ar" if _ARABIC_RUN.search(text) else neutral


def _isolated(text: str, language: str, *, markdown: bool) -> Markup:
    plain = partial(_as_is, markdown=markdown)
    may_break = bool(language) and _MAY_BE_JOINED.search(text) is not None
    write = partial(_unbroken, write=plain) if may_break else plain
    if language == "ar" and may_break:
        # Signs of per cent have each end of a range in a run of its own.
        return _set_apart(text, _spans(_SHARES, text), _ON_ONE_LINE, partial(_in_order, write=write))
    if language == "ar":
        return _in_order(text, write=write)
    if language == "en" and _ARABIC_RUN.search(text):
        return _set_apart(text, _spans(_ARABIC_RUN, text), '<bdi lang="ar" dir="rtl">{}</bdi>', write)
    return write(text)


def _in_order(text: str, *, write: Write) -> Markup:
    """Arabic in which left-to-right runs keep their order."""
    return _set_apart(text, _left_to_right(text), '<bdi dir="ltr">{}</bdi>', write)


def _unbroken(text: str, *, write: Write) -> Markup:
    """A text in which no line breaks inside numbers that are joined."""
    return _set_apart(text, _spans(_JOINED, text), _ON_ONE_LINE, write)


def _spans(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    return (found.span() for found in pattern.finditer(text))


def _left_to_right(text: str) -> Iterator[tuple[int, int]]:
    """The runs of an Arabic text that have to keep their order."""
    found = (_with_own_brackets(text, *span) for span in _spans(_LEFT_TO_RIGHT, text))
    return (span for span in found if _NEEDS_ISOLATION.search(text[slice(*span)]))


def _with_own_brackets(text: str, start: int, end: int) -> tuple[int, int]:
    """A run without a bracket at either end whose other one stands outside."""
    more = text.count("(", start, end) - text.count(")", start, end)
    if more > 0 and text[start] == "(":
        return start + 1, end
    while more < 0 and text[end - 1] == ")":
        end, more = end - 1, more + 1
    return start, end


def _set_apart(text: str, runs: Iterable[tuple[int, int]], element: str, write: Write) -> Markup:
    """A text with an element round each of some runs."""
    before, behind = element.split("{}")
    parts, last = list[str](), 0
    for start, end in runs:
        parts += (write(text[last:start]), before, write(text[start:end]), behind)
        last = end
    parts.append(write(text[last:]))
    return Markup("".join(parts))  # noqa: S704 - every part is escaped, or an element named above


def _as_is(text: str, *, markdown: bool) -> Markup:
    if not markdown:
        return escape(text)
    return Markup(_POINT.sub("&#46;", text.translate(_MEANINGFUL)))  # noqa: S704 - escaped right here
