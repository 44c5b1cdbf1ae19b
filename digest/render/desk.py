"""What the editors' pages know beyond the digest: the project's files and where to edit them. Pure."""

from __future__ import annotations

from collections.abc import Callable, Set
from dataclasses import dataclass

from digest.model import FileError


def _nowhere(_: str) -> None:
    return None


@dataclass(frozen=True, slots=True)
class Desk:
    """The editors' side of a project."""

    edit: Callable[[str], str | None] = _nowhere
    """The address to edit a file of `content/` at, by its path from there; None where there is none."""
    memories: Set[str] = frozenset()
    """The articles (ids) that have a file of translations."""
    strays: tuple[FileError, ...] = ()
    """Files of translations and corrections whose article is gone."""
