"""The folder of the site as the last build left it: what nobody touched since stays as it is.

MkDocs empties the folder before it builds. So it is put aside just before, and given back just after: while
seeds are read, and where a build fails or is killed then, the site stays as it is. Where it cannot be put
aside, on another disk for instance, it is emptied as ever.
"""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from digest.files import is_temporary, remove_empty, telling
from digest.plugin.watching import Stamp, each_in, has_other_names, stamp_of, stamps_in


class StandingSite:
    """A site's folder, and the place `aside` where it waits meanwhile: both on one disk."""

    def __init__(self, folder: Path, aside: Path) -> None:
        self._folder, self._aside = folder, aside
        self._away = self._stood = False
        self._there: dict[str, Stamp] = {}
        """Every file that stood there."""
        self._left = set[str]()
        """Those of them that are as they were left."""
        self._used = set[str]()
        self._cleared = set[str]()
        """Folders that files were removed from; some may be of no use any more."""

    def put_aside(self) -> None:
        """Before MkDocs empties the folder, which leaves hidden files where they are. Raises DigestError."""
        if not self._folder.exists():
            # A build that was killed between the two may have left it.
            self._away = self._aside.is_dir()
        elif not self._folder.is_symlink() and _is_plain(self._folder):
            shutil.rmtree(self._aside, ignore_errors=True)
            # Where nothing can be written, the build ends here, and the site is not emptied.
            with telling(self._aside):
                self._aside.mkdir(parents=True, exist_ok=True)
                self._aside.rmdir()
            with suppress(OSError):
                self._folder.rename(self._aside)
                self._away = True

    def give_back(self) -> None:
        """Put the folder back as it was."""
        if self._away:
            with suppress(OSError):
                self._aside.rename(self._folder)
                self._stood = True
        self._away = False
        if self._folder.exists():
            shutil.rmtree(self._aside, ignore_errors=True)

    def keep(self, left: Iterable[tuple[str, Stamp]], coming: Collection[str]) -> None:
        """Let the files stand that are as a build `left` them, each with its path in the folder.

        What is `coming` stays until it is written anew, but for what writing would go through to somebody
        else's: links, symbolic or hard. Others go.
        """
        if not self._stood:
            return
        there = stamps_in(self._folder)
        self._left = {path for path, stamp in left if there.get(path) == stamp}
        for path in there.keys() - self._left:
            if path in coming and not has_other_names(there[path]) and not (self._folder / path).is_symlink():
                continue
            self._remove(path)
            del there[path]
        self._there = there
        self._remove_empty()

    def keeps(self, path: str) -> bool:
        """Whether a file is there as it was left; it then stays."""
        # MkDocs may have written one of that name meanwhile.
        found = path in self._left and stamp_of(self._folder / path) == self._there[path]
        if found:
            self._used.add(path)
        return found

    def settle(self, written: Iterable[str]) -> Iterator[tuple[str, Stamp]]:
        """Remove what stood there and is of no use; what there is of the files kept and `written`.

        It is done when all of them were asked for.
        """
        ours = self._used.union(written)
        for path, stamp in each_in(self._folder):
            if path in ours:
                yield path, stamp
            # What MkDocs wrote meanwhile is another file by now.
            elif self._there.get(path) == stamp:
                self._remove(path)
        self._remove_empty()

    def _remove(self, path: str) -> None:
        with suppress(OSError):
            (self._folder / path).unlink()
        self._cleared.add(path.rpartition("/")[0])

    def _remove_empty(self) -> None:
        for cleared in self._cleared:
            remove_empty(self._folder, self._folder / cleared)
        self._cleared.clear()


def _is_plain(folder: Path) -> bool:
    """Whether a folder has nothing hidden but what was being written when a build was killed."""
    try:
        return not any(path.name.startswith(".") and not is_temporary(path.name) for path in folder.iterdir())
    except OSError:
        return False
