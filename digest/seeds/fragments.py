"""Tells markup from text, mends fragments of pages, and takes stray tags off a text. Pure, linear."""

from __future__ import annotations

import re

_BLOCKS = (
    "p|div|br|hr|h[1-6]|ul|ol|li|dl|dt|dd|table|tbody|thead|tr|td|th|article|section|main|header|footer|aside"
    "|nav|figure|figcaption|blockquote|pre|form|html|head|body|meta|link|script|style|iframe|noscript|title"
)
_INLINE = "a|abbr|b|bdi|bdo|big|cite|code|del|em|font|i|img|ins|mark|q|s|small|span|strong|sub|sup|time|u|wbr"
_BLOCK = re.compile(rf"<(?:!doctype html|{_BLOCKS})\b", re.IGNORECASE)
_BODY = re.compile(r"<(?:body|frameset)\b", re.IGNORECASE)
_DOCUMENT_END = re.compile(r"</(?:body|html)[ \t\r\n]*>", re.IGNORECASE)
_SHOWN = re.compile(
    r"<(?:article|section|main|header|footer|aside|nav|figure|div|p|h[1-6]|table|ul|ol|blockquote)\b",
    re.IGNORECASE,
)
"""What a reader sees, and so is of the body."""
_END = r"\b(?![\w.+-]{0,80}@)[^<>\n]{0,500}>"
"""What follows an element's name, as nothing does in `<a@example.com>`."""
_BREAK = re.compile(rf"(?<=\S)[ \t]*+(?:</?(?:{_BLOCKS}){_END}[ \t]*+)+(?=\S)", re.IGNORECASE)
_TAG = re.compile(rf"</?(?:{_BLOCKS}|{_INLINE}){_END}", re.IGNORECASE)
_HOLLOW = re.compile(
    r"""<(embed|source|track|wbr|keygen|bgsound)\b(?:[^<>"']|"[^"<]*+"|'[^'<]*+')*+>""", re.IGNORECASE
)
"""Elements that hold nothing, of which the parser knows nothing."""
_SAMPLE = 20_000
_MANY = 10
"""Blocks from which on a text is a page's markup; tags inside of lines are left-overs."""
_MOST = 200_000
"""A text with more of the sign has other things than left-overs in it."""
_DOCTYPE = "<!doctype html"
_OPENING = 2_000
"""Characters within which a whole document says that it is one."""


_SHORTCODE = re.compile(
    r"\[embed\][^\[\]\n]{0,2000}\[/embed\]"
    r"|\[/?(?:caption|gallery|embed|video|audio|playlist|youtube|vc_\w{1,40}|et_pb_\w{1,40}|su_\w{1,40})"
    r"(?:\s[^\[\]\n]{0,500})?/?\]"
)
"""Words in square brackets that WordPress and its builders of pages put pictures and players for."""


def looks_like_html(text: str) -> bool:
    """Whether a text file holds a page's markup: a document's opening, or many blocks."""
    head = text[:_OPENING].lstrip("\ufeff \t\r\n")[: len(_DOCTYPE)].lower()
    if head.startswith((_DOCTYPE, "<html")):
        return True
    sample = text[:_SAMPLE]
    return sample.count("<") >= _MANY and len(_BLOCK.findall(sample)) >= _MANY


def whole_document(markup: str) -> str:
    """The markup with what a fragment of a document lacks.

    Parsers refuse a single block, and take a block that no `<body>` opens for a part of the head.
    """
    if not _BODY.search(markup):
        shown = _SHOWN.search(markup)
        markup = f"{markup[: shown.start()]}<body>{markup[shown.start() :]}" if shown else markup
    if (end := _DOCUMENT_END.search(markup)) and markup[end.end() :].strip():
        # What stands behind the end is shown; parsers leave it out.
        markup = _DOCUMENT_END.sub("", markup)
    return markup if "<html" in markup[:_OPENING].lower() else f"<html>{markup}</html>"


def with_closed_elements(markup: str) -> str:
    """The markup with the ends of elements that have none: the parser would put what follows into them.

    So deep in one another it would leave the rest of the page out.
    """
    return _HOLLOW.sub(r"\g<0></\1>", markup)


def without_tags(text: str) -> str:
    """A text without the tags that were left in it; one that parts blocks inside a line ends the line."""
    if not 0 < text.count("<") <= _MOST:
        return text
    return _TAG.sub("", _BREAK.sub("\n", text))


def without_shortcodes(text: str) -> str:
    """A text without WordPress's words in square brackets; what stands between two of them stays."""
    return _SHORTCODE.sub("", text) if "[" in text else text
