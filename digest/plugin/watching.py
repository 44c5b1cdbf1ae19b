"""Sees what changed of a project while `mkdocs serve` runs: at once, and only what was written."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from struct import Struct
from typing import Any

from mkdocs.livereload import LiveReloadServer
from watchdog import events
from watchdog.observers import Observer

Stamp = bytes
"""What tells whether a file changed: number of its names, time of its change (ns), size, number on the disk.

Packed, for a site has hundreds of thousands of files.
"""
_STAMP = Struct("<QqqQ")
Stamps = Mapping[str, Stamp]
"""Files by path."""

_WRITES = [
    events.DirCreatedEvent,
    events.FileCreatedEvent,
    events.FileDeletedEvent,
    events.FileModifiedEvent,
    events.FileMovedEvent,
    events.DirDeletedEvent,
    events.DirMovedEvent,
]
"""What is told; reading a file, too, is an event on some systems, and a build reads every file."""
_HOW: dict[str, Any] = {"event_filter": _WRITES, "follow_symlink": True}
_QUIET = 0.02
"""Seconds without a change after which a build begins: a saved file is a few events at one time."""


Told = Callable[[frozenset[Path]], None]
"""What is called with the paths of which an event tells."""


class _Told(events.FileSystemEventHandler):
    """A handler of events that lets somebody else know of each before."""

    def __init__(self, handler: events.FileSystemEventHandler, told: Told) -> None:
        self._handler, self._told = handler, told

    def dispatch(self, event: events.FileSystemEvent) -> None:
        """Pass an event on; MkDocs passes over folders, of whose files nothing more is told."""
        self._told(frozenset(Path(os.fsdecode(path)) for path in (event.src_path, event.dest_path) if path))
        self._handler.dispatch(events.FileDeletedEvent(event.src_path) if event.is_directory else event)


class WritesObserver(Observer):  # type: ignore[misc, valid-type]  # because its class is the system's
    """The system's own observer, which polls nothing, for writes alone.

    `told` is called as soon as something is written, but for the file `quiet`.
    """

    def __init__(self, told: Told, quiet: Path) -> None:
        super().__init__()
        self._written, self._quiet = told, quiet

    def schedule(self, event_handler: Any, path: str, **options: Any) -> Any:
        """Watch a path, that of a link too."""
        if Path(path) != self._quiet:
            event_handler = _Told(event_handler, self._written)
        return super().schedule(event_handler, path, **{**options, **_HOW})


def watch_at_once(server: LiveReloadServer, watched: Iterable[str], pulse: Pulse, told: Told) -> None:
    """Let a server that is not yet started be told of changes; it may watch the paths `watched` so far.

    `told` is called as soon as one is seen, into which the server looks a little later.
    """
    paths = [path for path in watched if _unwatched(server, path)]
    server.observer = WritesObserver(told, pulse.path.absolute())
    server.build_delay = _QUIET
    for path in (*paths, str(pulse.path)):
        server.watch(path)


def _unwatched(server: LiveReloadServer, path: str) -> bool:
    """Stop watching a path; whether it was watched."""
    try:
        server.unwatch(path)
    except KeyError:
        return False
    return True


class Coming:
    """A folder that a server watches, and that may come only later, or go and come back."""

    def __init__(self, server: LiveReloadServer, folder: Path) -> None:
        self._server, self._folder = server, folder
        self._watched, self._moved = False, True

    def begin(self) -> None:
        """Watch it, and where it lies."""
        self._server.watch(str(self._folder.parent), recursive=False)
        self.renew()

    def note(self, paths: frozenset[Path]) -> None:
        """Note where an event tells of the folder itself."""
        self._moved = self._moved or self._folder in paths

    def renew(self) -> None:
        """Watch the folder that is there now: the system follows one that was moved, not its name."""
        if not self._moved:
            return
        self._moved = False
        if self._watched:
            _unwatched(self._server, str(self._folder))
        self._watched = self._folder.is_dir()
        if self._watched:
            self._server.watch(str(self._folder))


class Pulse:
    """A file of no meaning that a server watches: writing it makes the server look for changes.

    It lies in a folder of its own, for the cache may be deleted while a server runs.
    """

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="mujaz-")
        self.path = Path(self._folder.name) / "pulse"
        self.beat()

    def stop(self) -> None:
        """Remove it."""
        self._folder.cleanup()

    def beat(self) -> None:
        """Let the server look."""
        with suppress(OSError):  # a full disk: browsers are told with the next change
            self.path.write_text(f"{time.monotonic_ns()}", "ascii")


def stamps(paths: Iterable[str], *, linked: bool = False) -> Stamps:
    """Every file there is at some paths, and under those that are folders; `linked`: through links too."""
    found: dict[str, Stamp] = {}
    for path in paths:
        if Path(path).is_file():
            found[path] = _input_stamp(Path(path).stat())
        for entry in _files(path, linked=linked):
            with suppress(OSError):  # it is gone meanwhile, or a link that leads nowhere
                found[entry.path] = _input_stamp(entry.stat(follow_symlinks=linked))
    return found


def stamp_of(path: Path) -> Stamp | None:
    """The stamp of a file; None where there is none."""
    with suppress(OSError):
        return _stamp(path.stat())
    return None


def stamps_in(folder: Path) -> dict[str, Stamp]:
    """Every file in a folder, by its path there."""
    return dict(each_in(folder))


def each_in(folder: Path) -> Iterator[tuple[str, Stamp]]:
    """The same, one after the other."""
    cut = len(str(folder)) + 1
    for entry in _files(str(folder)):
        with suppress(OSError):  # it is gone meanwhile
            yield entry.path[cut:].replace(os.sep, "/"), _stamp(entry.stat(follow_symlinks=False))


def changed_files(before: Stamps, after: Stamps) -> frozenset[Path]:
    """The files that are new, gone or not what they were."""
    return frozenset(Path(path) for path, _ in before.items() ^ after.items())


def _files(folder: str, *, linked: bool = False, above: tuple[str, ...] = ()) -> Iterator[os.DirEntry[str]]:
    """The files under a folder; in `linked` ones too, but for those that lead back to one above."""
    try:
        entries = list(os.scandir(folder))
        above = (*above, os.path.realpath(folder)) if linked else ()
    except OSError:  # it is a file, or gone
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False) or (linked and _leads_on(entry, above)):
            yield from _files(entry.path, linked=linked, above=above)
        else:
            yield entry


def _leads_on(entry: os.DirEntry[str], above: tuple[str, ...]) -> bool:
    """Whether a link leads to a folder, and to none of those above it."""
    try:
        return entry.is_symlink() and entry.is_dir() and os.path.realpath(entry.path) not in above
    except OSError:  # it leads to itself, or where nobody may look
        return False


def _stamp(found: os.stat_result) -> Stamp:
    return _STAMP.pack(found.st_nlink, found.st_mtime_ns, found.st_size, found.st_ino)


def _input_stamp(found: os.stat_result) -> Stamp:
    """With when anything of it changed: the time of its change can be set back, and is by some copying."""
    return _stamp(found) + found.st_ctime_ns.to_bytes(8, "little")


def has_other_names(stamp: Stamp) -> bool:
    """Whether a file has a second name, a hard link: it is somebody's copy, and not to be written through."""
    names: int = _STAMP.unpack_from(stamp)[0]
    return names != 1
