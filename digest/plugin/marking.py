"""The page that a shell is rendered from: marks in the place of its fields, and what else a template reads.

A shell serves every page of its shape as long as its template puts the fields in their places and asks for
nothing more. What templates of a project's own may ask for beside that is noticed here.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Callable, Iterator
from typing import Any, cast

from jinja2 import Environment, pass_context
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from digest.press import Content, mark

_PAGE_FILTERS = ("url", "script_tag")
"""The filters that put an address relative to the page's: the same in every page of a shape."""
_OF_ITS_OWN = frozenset({"url", "abs_url", "file", "markdown"})
"""Attributes that pages of one shape do not share."""
_META_OF_ITS_OWN = frozenset({"date", "article"})
_PUT_IN_PLACE = frozenset({"__add__", "__bool__", "__format__", "__str__"})
"""What is done to a text that is put into a page as it is."""
_COMPARING = frozenset({"__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__", "__hash__"})
_OF_EVERY_OBJECT = frozenset(dir(object)) - _COMPARING


class Asked:
    """Whether a template asked for more than a shell has."""

    def __init__(self) -> None:
        self.more = False


def _always(*_: Any) -> bool:
    return True


def _noting(name: str, base: type, given: Callable[..., bool] = _always) -> Callable[..., Any]:
    """The method `name` of a built-in class; that it is called, with what `given` holds of, is noted."""
    method = getattr(base, name)

    def noted(self: Any, *args: Any, **named: Any) -> Any:
        self.asked.more |= given(*args)
        return method(self, *args, **named)

    return noted


class _Field(str):
    """A mark that notes whether it is asked for anything but to be put in its place."""

    asked: Asked

    def __bool__(self) -> bool:
        return True


for _name in sorted(frozenset(dir(str)) - _PUT_IN_PLACE - _OF_EVERY_OBJECT):
    setattr(_Field, _name, _noting(_name, str))


class _Content(_Field):
    """The mark of a page's text. The theme asks whether it has a heading, which is part of its shape."""

    def __contains__(self, text: object) -> bool:
        self.asked.more |= text != HEADING
        return HEADING in str(self)


HEADING = "<h1"


class _Meta(dict[str, Any]):
    """Front matter that notes whether it is asked for what pages of one shape do not share."""

    asked: Asked

    def __bool__(self) -> bool:
        return True


for _name in sorted(frozenset(dir(dict)) - _OF_EVERY_OBJECT):
    _own = _META_OF_ITS_OWN.__contains__ if _name in ("__contains__", "__getitem__", "get") else _always
    setattr(_Meta, _name, _noting(_name, dict, _own))


class Marked:
    """An object some of whose attributes are others."""

    def __init__(self, base: Any, **changes: Any) -> None:
        self.__dict__.update(changes)
        self._base = base

    def __getattr__(self, name: str) -> Any:
        return getattr(self._base, name)


class _MarkedPage(Marked):
    """A page with marks in the place of its fields."""

    asked: Asked

    def __getattr__(self, name: str) -> Any:
        self.asked.more |= name in _OF_ITS_OWN
        return super().__getattr__(name)


def field_of(name: str, asked: Asked, kind: type[_Field] = _Field) -> str:
    """A mark that notes in `asked` what else a template does with it."""
    text = kind(mark(name))
    text.asked = asked
    return text


def marked_page(page: Page, content: Content, asked: Asked) -> Any:
    """The page with marks for its fields; `asked` says afterwards whether its template asked for more."""
    marks = {name: field_of(name, asked) for name in ("title", "description") if page.meta.get(name)}
    meta = _Meta({**page.meta, **marks})
    meta.asked = asked
    numbers = iter(range(1000))
    return _MarkedPage(
        page,
        asked=asked,
        meta=meta,
        title=field_of("title", asked),
        canonical_url=page.canonical_url and field_of("canonical", asked),
        content=field_of(f"content{HEADING}" if HEADING in content.html else "content", asked, _Content),
        toc=get_toc(cast(Any, [_marked_item(item, numbers) for item in content.toc])),
    )


def _marked_item(item: dict[str, Any], numbers: Iterator[int]) -> dict[str, Any]:
    number = next(numbers)
    children = [_marked_item(child, numbers) for child in item["children"]]
    return {**item, "name": mark(f"name {number}"), "id": mark(f"id {number}"), "children": children}


def use_true_addresses(env: Environment) -> None:
    """Let the filters that put an address relative to the page's have the page itself."""
    for name in _PAGE_FILTERS:
        env.filters[name] = _with_true_page(env.filters[name])


def _with_true_page(filter_: Callable[..., str]) -> Callable[..., str]:
    @pass_context
    def filtered(context: Any, value: Any) -> str:
        page = context["page"]
        whole = ChainMap({"page": page._base}, context) if isinstance(page, Marked) else context
        return filter_(whole, value)

    return filtered
