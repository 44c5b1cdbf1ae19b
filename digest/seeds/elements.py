"""Tells what an element says its text is: by its tag, its role, or its names (`class`, `id`) as a hint.

Reads a parsed tree. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import deepcopy
from itertools import islice
from typing import Any

CAPTION, COMMENTS, FOOTER = "markup.caption", "markup.comments", "markup.footer"
NAVIGATION, _DIALOG, _CONTROL = "markup.navigation", "markup.dialog", "markup.control"
FORM, _EMBED, _WRITER = "markup.form", "markup.embed", "markup.writer"
_TAGS = {
    "nav": NAVIGATION,
    "footer": FOOTER,
    "dialog": _DIALOG,
    "form": FORM,
    **dict.fromkeys(("button", "select", "option", "textarea", "input"), _CONTROL),
    "figcaption": CAPTION,
}
_ROLES = {
    **dict.fromkeys(("navigation", "menu", "menubar"), NAVIGATION),
    **dict.fromkeys(("dialog", "alertdialog"), _DIALOG),
    **dict.fromkeys(("button", "search"), _CONTROL),
    "contentinfo": FOOTER,
}
_OF_READERS = frozenset({"div", "section", "aside", "ul", "ol", "article"})
_READERS = frozenset({"comments", "comment", "commentlist", "respond", "replies", "disqus"})
_READERS_JOINED = frozenset(
    {
        *("commentarea", "commentsarea", "commentslist", "commentbody", "commentrespond", "commentswrap"),
        *("commentssection", "commentsection", "commentscontainer", "commentswrapper", "disqusthread"),
        *("commentsblock", "commentsbox", "commentbox", "readercomments", "usercomments", "fbcomments"),
    }
)
_CAPTIONED = frozenset({"p", "div", "dd", "td", "span", "small"})
_OF_CAPTIONS = re.compile(r"(?:^|[\s_-])(?:fig)?caption(?:$|[\s_-])")
_EMBEDDED = re.compile(
    r"(?:^|\s)(?:twitter-(?:tweet|video)|(?:instagram|tiktok|bluesky|threads|text-post)-(?:media|embed))"
)
_MENUS = frozenset({"div", "ul", "ol", "section"})
_OF_MENUS = re.compile(r"(?:^|[\s_-])(?:menu|nav|navbar|navigation|(?:bread)?crumbs?)(?:$|[\s_-])")
_MARK = re.compile("[-_]")
_LONGEST = 200
"""Characters of such names that are read."""
_LONGEST_CAPTION = 400
_TEXTS = 24
"""Texts of a caption that are looked at."""


def part_of(node: Any, tag: str, *, below: bool | None) -> str:
    """The rule of an element that says what it is; empty for any other.

    `below`: whether it stands below the beginning of the article's text; None where nobody knows that.
    """
    part = _TAGS.get(tag) or _ROLES.get(node.get("role") or "", "")
    if part == FOOTER and below is False:
        # What heads an article may be called its foot: who wrote it, and when.
        return ""
    if part == FORM and _length(node) > _LONGEST_FORM:
        # Some sites have all of a page in a form.
        return ""
    return part or _named(node, tag, below=below)


def _length(node: Any) -> int:
    return sum(map(len, islice(node.itertext(), _MOST_TEXTS)))


_LONGEST_FORM, _MOST_TEXTS = 1_500, 400
"""Characters of a form, and texts of it that are looked at."""


def _named(node: Any, tag: str, *, below: bool | None) -> str:
    if below is False and tag == "ul" and _is_menu(node, _LONGEST_SECTION):
        return NAVIGATION
    named = tag in _OF_READERS or tag in _CAPTIONED or tag == "blockquote"
    names = f"{node.get('class') or ''} {node.get('id') or ''}"[:_LONGEST].lower() if named else " "
    if names == " ":
        return ""
    if tag in _OF_READERS and _are_of_readers(names, below=below):
        return COMMENTS
    if tag in _CAPTIONED and (part := _described(node, names)):
        return part
    if below is False and tag in _MENUS and _OF_MENUS.search(names) and _is_menu(node, _LONGEST_ENTRY):
        return NAVIGATION
    return _EMBED if tag in ("blockquote", "div") and _EMBEDDED.search(names) else ""


def _are_of_readers(names: str, *, below: bool | None) -> bool:
    """Whether names are those of an element of comments: whole above the text, in parts below it too."""
    whole = _MARK.sub("", names).split()
    if not (_READERS.isdisjoint(whole) and _READERS_JOINED.isdisjoint(whole)):
        return True
    return bool(below) and not _READERS.isdisjoint(
        word for name in names.split() for word in _MARK.split(name)
    )


def _is_caption(node: Any) -> bool:
    """Whether an element holds some words, and no heading."""
    size = sum(map(len, islice(node.itertext(), _TEXTS)))
    return size <= _LONGEST_CAPTION and not any(
        child.tag in ("h1", "h2", "h3") for child in islice(node.iter(), _TEXTS)
    )


def _described(node: Any, names: str) -> str:
    """The rule of an element that by its names describes a picture, or the writer; empty for any other."""
    if "caption" in names and _OF_CAPTIONS.search(names) and _is_caption(node):
        return CAPTION
    return _WRITER if "bio" in names and _is_life(node, names) else ""


def _is_life(node: Any, names: str) -> bool:
    """Whether an element is named as what tells of the writer, and holds a text and no link."""
    return _OF_LIVES.search(names) is not None and node.find(".//a") is None and _is_caption(node)


_OF_LIVES = re.compile(r"(?:^|[\s_-])(?:author|writer)s?[_-]{1,2}bio(?:graphy)?(?:$|[\s_-])")


def _is_menu(node: Any, longest: int) -> bool:
    """Whether an element holds several short texts without a number, and no heading."""
    texts = list(filter(None, map(str.strip, islice(node.itertext(), _TEXTS))))
    plain = not any(map(str.isdigit, "".join(texts)))
    return plain and len(texts) > 1 and max(map(len, texts)) <= longest and node.find(".//h1") is None


_LONGEST_ENTRY, _LONGEST_SECTION = 40, 20
"""Characters of an entry of a menu, and of one that no name tells."""


def is_clock(node: Any, tag: str) -> bool:
    """Whether an element is named as what says what time or day it is: `clock`, `current-date`, `today`."""
    held = len(node)
    small = tag in CLOCKED and (not held or (held == 1 and not len(node[0])))
    return small and _is_named_clock(node)


def _is_named_clock(node: Any) -> bool:
    names = f"{node.get('class') or ''} {node.get('id') or ''}"[:_LONGEST].lower()
    return names != " " and _OF_CLOCKS.search(names) is not None


CLOCKED = frozenset({"div", "span", "time", "p"})
"""Elements in which a page says what day it is."""
_OF_CLOCKS = re.compile(
    r"(?:^|\s|(?:top|header|live|site)[_-])"
    r"(?:clock|today|(?:current|today|live)s?[_-]?(?:date|time)|(?:date|time)[_-]?(?:now|today))(?:$|[\s_-])"
)


def is_of_notes(node: Any) -> bool:
    """Whether an element is named as one of an article's notes."""
    names = f"{node.get('class') or ''} {node.get('id') or ''} {node.get('role') or ''}"
    return _OF_NOTES.search(names[:_LONGEST].lower()) is not None


_OF_NOTES = re.compile(r"(?:foot|end)notes?\b")


def without_others(tree: Any) -> Any:
    """The tree, or a copy without what is surely none of its article: the page's foot, asides, comments."""
    if not (any(map(_is_other, tree.iter(*_OTHERS))) or _times_outside(tree)):
        return tree
    tree = deepcopy(tree)
    for node in (*filter(_is_other, tree.iter(*_OTHERS)), *_times_outside(tree)):
        if node.getparent() is not None:
            node.drop_tree()
    return tree


def _times_outside(tree: Any) -> tuple[Any, ...]:
    """The times of a page's own head: outside the element that holds the headline, and in a clock."""
    times = list(tree.iter("time"))
    titles = list(tree.iter("h1")) if times else ()
    held = any(next(title.iterancestors(*_HOLDING), None) is not None for title in titles)
    headed = {header for title in titles for header in title.iterancestors("header")}

    def is_outside(time: Any) -> bool:
        if next(time.iterancestors(*_HOLDING), None) is not None:
            return False
        header = next(time.iterancestors("header"), None)
        return held or (header is not None and header not in headed) or _is_named_clock(time.getparent())

    return tuple(filter(is_outside, times))


_HOLDING = ("article", "main")


_OTHERS = ("aside", "footer", "div", "section", "ul", "ol")


def _is_other(node: Any) -> bool:
    if node.tag == "footer":
        return next(node.iterancestors("article", "main"), None) is None
    if node.tag == "aside":
        # What stands beside may be who wrote the article, and when.
        links = list(islice(node.iter("a"), _TEXTS))
        return _is_headed_list(node, links) or any(
            len(link.text_content().split()) >= _TITLE for link in links
        )
    names = f"{node.get('class') or ''} {node.get('id') or ''}"[:_LONGEST].lower()
    return names != " " and _are_of_readers(names, below=False)


_TITLE = 3
"""Words of another article's title."""


def _is_headed_list(aside: Any, links: Sequence[Any]) -> bool:
    """Whether links stand below a text and a heading, each with its day, none a writer's."""
    if not links or any(link.get("rel") == "author" for link in links):
        return False
    headed = next(aside.iter("h2", "h3", "h4", "h5", "h6"), None) is not None
    times = list(islice(aside.iter("time"), _TEXTS))
    above = islice(aside.itersiblings(preceding=True), _NEAR)
    return (
        headed and len(times) == len(links) and any(next(node.iter("p"), None) is not None for node in above)
    )


_NEAR = 5
"""Elements above an aside that are looked at."""


def above(node: Any) -> frozenset[Any]:
    """The elements that hold an element; none where there is no element."""
    return frozenset() if node is None else frozenset(node.iterancestors())
