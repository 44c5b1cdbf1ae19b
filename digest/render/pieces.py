"""The page that is being rendered: its links, and the pieces that it has in common with others. Pure.

A piece (a tag, a card) is made of its values alone, but for its links. Links lead by way of the language's
folder, so that a piece is the same on all pages that are equally deep, even on a page that it leads to.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from markupsafe import Markup

from digest.render.links import page_url, relative_url

_MOST = 20_000
"""How many pieces are kept; then all are made anew."""


@dataclass(frozen=True, slots=True)
class _Rendering:
    """A page in the making, or a piece of pages of one depth."""

    path: str
    """Empty for a piece, which is no page's own."""
    depth: int
    """How many folders its address lies below that of its language."""


_PAGE: ContextVar[_Rendering] = ContextVar("page")


@contextmanager
def rendering(path: str) -> Iterator[None]:
    """The page at `path` is being rendered."""
    with _as(_Rendering(path, page_url(path).count("/") - 1)):
        yield


@contextmanager
def _as(page: _Rendering) -> Iterator[None]:
    token = _PAGE.set(page)
    try:
        yield
    finally:
        _PAGE.reset(token)


def link_to(target: str, fragment: str = "", *, root: bool = False) -> str:
    """`to` of templates: the link to a page or file, given from the language's folder or from the root."""
    page = _PAGE.get()
    if page.path:
        folder = page.path.partition("/")[0]
        return relative_url(page.path, target if root else f"{folder}/{target}", fragment)
    up = "../" * (page.depth + root)
    return f"{up}{page_url(target)}{f'#{fragment}' if fragment else ''}"


class Pieces:
    """`kept` of templates: what a macro makes of values is made once for all pages of one depth.

    The values are compared as they are: none may be a Markup that equals a text.
    """

    def __init__(self) -> None:
        self._made: dict[Hashable, Markup] = {}

    def __call__(self, macro: Callable[..., Markup], *values: Hashable) -> Markup:
        """What the macro makes of the values."""
        depth = _PAGE.get().depth
        key = (macro, depth, values)
        if key not in self._made:
            if len(self._made) >= _MOST:
                self._made.clear()
            with _as(_Rendering("", depth)):
                self._made[key] = macro(*values)
        return self._made[key]

    def forget(self) -> None:
        """Let go of all that was made: no more pages are to come."""
        self._made.clear()
