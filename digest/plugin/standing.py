"""The folder of the site as the last build left it: what nobody touched since stays as it is.

MkDocs empties the folder before it builds. So it is put aside before, and brought back after; where that
cannot be, on another disk for instance, it is emptied as ever.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from digest.plugin.watching import Stamp, stamp_of, stamps_in


class StandingSite:
    """A site's folder, and the place `aside` where it waits meanwhile: both on one disk."""

    def __init__(self, folder: Path, aside: Path) -> None:
        self._folder, self._aside = folder, aside
        self._there: dict[str, Stamp] = {}
        self._used = set[str]()
        self._cleared = set[str]()
        """Folders that files were removed from; some may be of no use any more."""

    def put_aside(self) -> None:
        """Before MkDocs empties the folder, which leaves hidden files where they are."""
        if self._folder.is_symlink() or not _is_plain(self._folder):
            return
        with suppress(OSError):
            shutil.rmtree(self._aside, ignore_errors=True)
            self._aside.parent.mkdir(parents=True, exist_ok=True)
            self._folder.rename(self._aside)

    def give_back(self) -> None:
        """Put the folder back as it was, where a build failed before it wrote anything."""
        with suppress(OSError):
            self._aside.rename(self._folder)

    def bring_back(self, left: Mapping[str, Stamp]) -> None:
        """Bring back the files that are as a build `left` them, by their paths in the folder."""
        there = stamps_in(self._aside)
        for path in there.keys() - {path for path, stamp in there.items() if left.get(path) == stamp}:
            with suppress(OSError):
                (self._aside / path).unlink()
            self._cleared.add(path.rpartition("/")[0])
            del there[path]
        with suppress(OSError):
            self._aside.rename(self._folder)
            self._there = there
        shutil.rmtree(self._aside, ignore_errors=True)

    def keeps(self, path: str) -> bool:
        """Whether a file is there as it was left; it then stays."""
        # MkDocs may have written one of that name meanwhile.
        found = path in self._there and stamp_of(self._folder / path) == self._there[path]
        if found:
            self._used.add(path)
        return found

    def settle(self, written: Iterable[str]) -> dict[str, Stamp]:
        """Remove what stood there and is of no use; what there is of the files kept and `written`."""
        now, ours = stamps_in(self._folder), self._used.union(written)
        for path in self._there.keys() - ours:
            # What MkDocs wrote meanwhile is another file by now.
            if now.get(path) == self._there[path]:
                with suppress(OSError):
                    (self._folder / path).unlink()
                self._cleared.add(path.rpartition("/")[0])
        for folder in self._cleared:
            self._remove_empty(self._folder / folder)
        return {path: stamp for path in ours if (stamp := now.get(path))}

    def _remove_empty(self, folder: Path) -> None:
        with suppress(OSError):
            while folder != self._folder:
                folder.rmdir()
                folder = folder.parent


def _is_plain(folder: Path) -> bool:
    """Whether a folder is there, and has nothing hidden."""
    try:
        return not any(path.name.startswith(".") for path in folder.iterdir())
    except OSError:
        return False
