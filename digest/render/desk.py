"""What the editors' pages know beyond the digest: the project's files and where to edit them. Pure."""

from __future__ import annotations

from collections.abc import Callable, Set
from dataclasses import dataclass
from pathlib import PurePath

from digest.model import Digest, FileError
from digest.translate import Memories, orphans


def _nowhere(_: str) -> None:
    return None


@dataclass(frozen=True, slots=True)
class Desk:
    """The editors' side of a project."""

    edit: Callable[[str], str | None] = _nowhere
    """The address to edit a file of `content/` at, by its path from there; None where there is none."""
    memories: Set[str] = frozenset()
    """The articles (ids) that have a file of translations."""
    orphans: tuple[FileError, ...] = ()
    """Files of translations whose article is gone."""


def desk_of(digest: Digest, memories: Memories, edit: Callable[[str], str | None] = _nowhere) -> Desk:
    """The editors' side of a digest; a seed that cannot be read keeps its translations."""
    unread = (PurePath(error.file).stem for error in digest.errors if error.file.startswith("seeds/"))
    present = {*(article.id for article in digest.articles), *unread}
    return Desk(edit, frozenset(memories.by_article), orphans(memories, sorted(present)))
