"""Which seeds there are, and which of those of one identifier may have it. Lists folders, reads no file."""

from __future__ import annotations

import os
from collections.abc import Iterable
from operator import attrgetter
from pathlib import Path

from digest.seeds.reading import FORMATS, SEEDS, identifier, seed_name

_PAGES, _BESIDE = (".html", ".htm"), "_files"
"""The suffixes of pages beside which a browser puts a folder, and the end of that folder's name."""
_ORDER = {suffix: place for place, suffix in enumerate((".txt", ".md", ".html", ".htm"))}


class SeedList:
    """The files of a seeds folder, listed again at little cost: what was known of a path is kept."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._keys: dict[Path, str] = {}

    def rivals(self) -> list[list[Path]]:
        """The seeds of each identifier (letter case aside), in the order in which they may have it.

        The plainest name comes first (see `_claim`), whatever the files hold and whichever was there before.
        """
        before, self._keys = self._keys, {}
        rivals: dict[str, list[Path]] = {}
        for path in list_seeds(self._folder, before):
            key = self._keys[path] = before.get(path) or _key(path)
            rivals.setdefault(key, []).append(path)
        for paths in rivals.values():
            if len(paths) > 1:
                paths.sort(key=_claim)
        return sorted(rivals.values(), key=lambda paths: paths[0].parts)


def list_seeds(folder: Path, earlier: Iterable[Path] = ()) -> tuple[Path, ...]:
    """The files of a seeds folder, sorted by name, folders within it included; no hidden file.

    What cannot be read is listed too, be it a symbolic link, a file of another format or a folder without
    permission: `read_seed` says what is wrong with it. Paths of an `earlier` listing are given as they are.
    """
    if not folder.is_dir():
        return ()
    known, closed = {str(path): path for path in earlier}, list[Path]()
    found = [
        known.get(f"{place}{os.sep}{name}") or Path(place, name)
        for place, folders, names in os.walk(
            folder, onerror=lambda cause: closed.append(Path(cause.filename))
        )
        for name in _visible(Path(place), folders, names)
    ]
    return tuple(sorted((*found, *closed), key=attrgetter("parts")))


def _visible(place: Path, folders: list[str], names: list[str]) -> list[str]:
    """The names to list in a folder; folders that are not entered are among them.

    Those are links, and others of the name by which a seed's own name is told from its path. What a browser
    puts beside a page that it saves, pictures and scripts in `PAGE_files`, is left out.
    """
    shut = [name for name in folders if name == SEEDS or (place / name).is_symlink()]
    shut = [name for name in shut if not name.startswith(".")]
    beside = {f"{stem}{_BESIDE}" for stem, suffix in map(os.path.splitext, names) if suffix.lower() in _PAGES}
    folders[:] = [name for name in folders if name not in beside.union(shut) and not name.startswith(".")]
    return [*shut, *(name for name in names if not name.startswith("."))]


def _key(path: Path) -> str:
    """A seed's identifier; a file of a format that is not read keeps nobody's, and says so for itself."""
    suffix = path.suffix.lower()
    own = "" if suffix in FORMATS or not suffix else suffix
    return identifier(seed_name(path)).casefold() + own


def _claim(path: Path) -> tuple[bool, int, bool, int, bool, tuple[str, ...]]:
    """How plain a seed's name is, the plainest least.

    First the names that are the identifier as it stands; then those in fewer folders; without capitals; of
    text, then Markdown, then HTML; whose ending has no capitals; and by their letters.
    """
    name = seed_name(path)
    stem, _, ending = name.rpartition(".")
    order = _ORDER.get(path.suffix.lower(), len(_ORDER))
    capitals, loud = stem != stem.lower(), ending != ending.lower()
    return identifier(name) != stem, name.count("/"), capitals, order, loud, path.parts
