"""The one layer of escaping for each format a page is written in: HTML, Markdown, front matter. Pure.

Whatever a text says reaches the page as characters. HTML blocks come from Jinja templates that escape
everything; Markdown text has every ASCII character that any Markdown dialect gives a meaning written as a
numeric character reference, so that no extension, switched on or not, finds its syntax.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from markupsafe import Markup, escape

from digest.text import single_spaced, without_deceiving, without_hidden
from digest.yamlfile import dump_yaml

_MEANINGFUL = {ord(character): f"&#{ord(character)};" for character in "!\"#$&'()*+-/:<=>@[\\]^_`{|}~"}
_NOT_IN_YAML = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""What YAML reads as the end of a line, or not at all."""
_POINT = re.compile(r"(?<=[0-9A-Za-z])\.(?=[0-9A-Za-z])|(?<=[0-9])\.(?=\s|$)|\.(?=\.)|(?<=\.)\.")
_LEFT_TO_RIGHT = re.compile(
    r"[+#@(]?[A-Za-z0-9\u00c0-\u024f]+(?:[ .,:/@&'’_+\-–()]{1,2}[A-Za-z0-9\u00c0-\u024f]+)*[+%#)]*"
)
_ARABIC_LETTER = re.compile("[\u0620-\u064a\u0671-\u06d3\ufb50-\ufdff\ufe70-\ufefc]")
_ARABIC = "[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]"
_ARABIC_RUN = re.compile(f"{_ARABIC}+(?: {_ARABIC}+)*")
_NEEDS_ISOLATION = re.compile(r"[A-Za-z\u00c0-\u024f+%#@]|[0-9]+[-/][0-9]+[-/][0-9]")

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
    """A text as HTML element content; inside Arabic, left-to-right runs keep their order (`C++`, `25%`)."""
    return _isolated(visible(text), language, markdown=False)


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

    def isolated(run: re.Match[str]) -> str:
        return f"\u2068{run.group()}\u2069" if _NEEDS_ISOLATION.search(run.group()) else run.group()

    return _LEFT_TO_RIGHT.sub(isolated, shown)


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


def language_of_text(text: str) -> str:
    """`ar` for a text with Arabic letters, else `en`: for the free words of editors and translators."""
    return "ar" if _ARABIC_LETTER.search(text) else "en"


def _isolated(text: str, language: str, *, markdown: bool) -> Markup:
    if language == "en" and _ARABIC_LETTER.search(text):
        return _with_arabic(text, markdown=markdown)
    if language != "ar":
        return _as_is(text, markdown=markdown)
    parts, last = list[str](), 0
    for run in _LEFT_TO_RIGHT.finditer(text):
        if _NEEDS_ISOLATION.search(run.group()):
            before = _as_is(text[last : run.start()], markdown=markdown)
            parts += (before, '<bdi dir="ltr">', _as_is(run.group(), markdown=markdown), "</bdi>")
            last = run.end()
    parts.append(_as_is(text[last:], markdown=markdown))
    return Markup("".join(parts))  # noqa: S704 - every part is escaped above


def _with_arabic(text: str, *, markdown: bool) -> Markup:
    """English in which some Arabic is left: marked as such."""
    parts, last = list[str](), 0
    for run in _ARABIC_RUN.finditer(text):
        before = _as_is(text[last : run.start()], markdown=markdown)
        parts += (before, '<bdi lang="ar" dir="rtl">', _as_is(run.group(), markdown=markdown), "</bdi>")
        last = run.end()
    parts.append(_as_is(text[last:], markdown=markdown))
    return Markup("".join(parts))  # noqa: S704 - every part is escaped above


def _as_is(text: str, *, markdown: bool) -> Markup:
    if not markdown:
        return escape(text)
    return Markup(_POINT.sub("&#46;", text.translate(_MEANINGFUL)))  # noqa: S704 - escaped right here
