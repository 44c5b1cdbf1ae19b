"""The text of generated pages and files, which waits in a folder for the press and for MkDocs.

What an earlier build left there is checked where it is read, and nowhere else: what is damaged is made again.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from digest.files import make_room, write_changed
from digest.plugin.keeping import Keeper
from digest.render import Output


@dataclass(eq=False)
class Texts:
    """The folder; where nothing is kept between builds, all of it was made in this one."""

    folder: Path
    make: Callable[[str], Output]
    """What is to be at a path."""
    keeper: Keeper | None = None
    fresh: set[str] = field(default_factory=set)
    """Paths of what was made anew."""

    def put(self, path: str, output: Output) -> None:
        """Write a page's Markdown, or another file of the tree, where it changed. Raises DigestError."""
        write_changed(make_room(self.folder.parent, f"{self.folder.name}/{path}"), output.text)
        if self.keeper:
            self.keeper.put_text(path, output.text)

    def read(self, path: str) -> bytes:
        """What is to be at a path. Raises DigestError where it cannot be written again."""
        data = self._there(path)
        if data is None:
            self.put(path, output := self.make(path))
            data = output.text.encode()
        return data

    def _there(self, path: str) -> bytes | None:
        """What an earlier build left, or this one; None where somebody deleted it since."""
        if self.keeper and path not in self.fresh:
            return self.keeper.text(path)
        with suppress(FileNotFoundError):
            return (self.folder / path).read_bytes()
        return None

    def write_beside(self, path: str, site: Path) -> None:
        """Put an article's Markdown beside its HTML in the folder `site`, where it does not stand already."""
        if "/articles/" not in path:
            return
        target = f"{path.removesuffix('.md')}/article.md"
        if self.keeper:
            if path not in self.fresh and self.keeper.stands(target):
                return
            self.keeper.wrote(target)
        write_changed(site / target, self.read(path))
