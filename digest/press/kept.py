"""Keeps the HTML of pages between builds, by the hash of their Markdown and of what converts it.

Touches only the folder it is given, which is safe to delete at any time; a damaged entry is made again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from digest.files import remove_others
from digest.press.content import Content

_HASH = hashlib.blake2b


class KeptContents:
    """A folder of contents; `stamp` stands for the program and the settings that make them."""

    def __init__(self, folder: Path | None, stamp: str) -> None:
        self._folder = folder
        self._stamp = stamp.encode()
        self._used = set[str]()

    def content(self, path: str, text: str, make: Callable[[str, str], Content]) -> Content:
        """The content of a page: kept, else what `make(path, text)` gives."""
        if self._folder is None:
            return make(path, text)
        name = _HASH(b"\0".join((self._stamp, path.encode(), text.encode())), digest_size=20).hexdigest()
        place = f"{name[:2]}/{name[2:]}.html"
        self._used.add(place)
        kept = _read(self._folder / place)
        if kept is None:
            kept = make(path, text)
            with suppress(OSError):  # a full disk: the next build makes it again
                _write(self._folder / place, kept)
        return kept

    def tidy(self) -> None:
        """Remove what no page asked for."""
        if self._folder is not None and self._folder.is_dir():
            remove_others(self._folder, self._used)


def _write(path: Path, content: Content) -> None:
    """Write an entry where it is to be: half of one is damaged, and made again."""
    body = json.dumps(content.toc).encode() + b"\n" + content.html.encode()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_HASH(body).digest() + body)


def _read(path: Path) -> Content | None:
    try:
        data = path.read_bytes()
    except OSError:
        return None
    seal, body = data[: _HASH().digest_size], data[_HASH().digest_size :]
    if _HASH(body).digest() != seal:
        return None
    toc, _, html = body.partition(b"\n")
    return Content(html.decode(), tuple(json.loads(toc)))
