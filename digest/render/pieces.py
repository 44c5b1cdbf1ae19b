"""The page that is being rendered: its links, and the pieces that it has in common with others. Pure.

A piece (a tag, a card) is made of its values alone, but for its links. Those are the same on all pages of a
folder that are equally deep, except where they lead to the page itself or below it.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import lru_cache

from markupsafe import Markup

from digest.render.links import page_url, relative_url

_MOST = 20_000
"""How many pieces are kept; then all are made anew."""
_DEPTH = 3
"""A page of a folder has so many names in its address: its language's, the folder's and its own."""


@dataclass(slots=True)
class _Rendering:
    """A page in the making."""

    path: str
    language: str
    place: Hashable
    """The same for pages whose links are the same."""
    own: str | None
    """The address of the page, or of the one that it lies below; None where `place` is of one page."""
    leads: set[str] = field(default_factory=set)
    """What it leads to, as far as `own` goes."""


_PAGE: ContextVar[_Rendering] = ContextVar("page")


@contextmanager
def rendering(path: str) -> Iterator[None]:
    """The page at `path` is being rendered."""
    here = page_url(path).split("/")[:-1]
    own = "/".join(here[:_DEPTH]) if len(here) >= _DEPTH else None
    place = (len(here), *here[: _DEPTH - 1])
    token = _PAGE.set(_Rendering(path, path.partition("/")[0], place, own))
    try:
        yield
    finally:
        _PAGE.reset(token)


def link_to(target: str, fragment: str = "", *, root: bool = False) -> str:
    """`to` of templates: the link to a page or file, given from the language's folder or from the root."""
    page = _PAGE.get()
    path = target if root else f"{page.language}/{target}"
    page.leads.add(_outset(path))
    return relative_url(page.path, path, fragment)


@lru_cache(maxsize=1 << 14)
def _outset(path: str) -> str:
    return "/".join(page_url(path).split("/")[:_DEPTH])


class Pieces:
    """`kept` of templates: what a macro makes of values is made once for pages that stand in one place.

    The values are compared as they are: none may be a Markup that equals a text.
    """

    def __init__(self) -> None:
        self._made: dict[Hashable, tuple[Markup, frozenset[str]]] = {}

    def __call__(self, macro: Callable[..., Markup], *values: Hashable) -> Markup:
        """What the macro makes of the values on this page."""
        page = _PAGE.get()
        key = (macro, page.place, values)
        piece = self._made.get(key)
        if piece is None or page.own in piece[1]:
            piece = self._make(page, macro, values)
            if page.own not in piece[1]:
                self._keep(key, piece)
        page.leads |= piece[1]
        return piece[0]

    def _make(
        self, page: _Rendering, macro: Callable[..., Markup], values: tuple[Hashable, ...]
    ) -> tuple[Markup, frozenset[str]]:
        outer, page.leads = page.leads, set()
        try:
            return macro(*values), frozenset(page.leads)
        finally:
            page.leads = outer

    def _keep(self, key: Hashable, piece: tuple[Markup, frozenset[str]]) -> None:
        if len(self._made) >= _MOST:
            self._made.clear()
        self._made[key] = piece
