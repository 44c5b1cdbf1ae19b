"""Sees what changed of a project while `mkdocs serve` runs: at once, and only what was written."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from mkdocs.livereload import LiveReloadServer
from watchdog import events
from watchdog.observers import Observer

Stamps = Mapping[Path, tuple[int, int, int]]
"""Files with what tells whether they changed: time of change (ns), size, number on the disk."""

_WRITES = [
    events.FileCreatedEvent,
    events.FileDeletedEvent,
    events.FileModifiedEvent,
    events.FileMovedEvent,
]
"""What is told; reading a file, too, is an event on some systems, and a build reads every file."""
_QUIET = 0.02
"""Seconds without a change after which a build begins: a saved file is a few events at one time."""


class WritesObserver(Observer):  # type: ignore[misc, valid-type]  # because which class it is depends on the system
    """The system's own observer, which polls nothing, for writes alone."""

    def schedule(self, event_handler: Any, path: str, **options: Any) -> Any:
        """Watch a path."""
        return super().schedule(event_handler, path, **{**options, "event_filter": _WRITES})


def watch_at_once(server: LiveReloadServer, watched: Iterable[str]) -> None:
    """Let a server that is not yet started be told of changes; `watched` are its paths so far."""
    paths = list(watched)
    for path in paths:
        server.unwatch(path)
    server.observer = WritesObserver()
    server.build_delay = _QUIET
    for path in paths:
        server.watch(path)


def stamps(paths: Iterable[Path]) -> Stamps:
    """Every file under some paths."""
    return {Path(entry.path): _stamp(entry) for path in paths for entry in _files(path)}


def changed_files(before: Stamps, after: Stamps) -> frozenset[Path]:
    """The files that are new, gone or not what they were."""
    return frozenset(path for path, _ in before.items() ^ after.items())


def _files(path: Path) -> Iterator[os.DirEntry[str]]:
    try:
        entries = list(os.scandir(path)) if path.is_dir() else []
    except OSError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _files(Path(entry.path))
        else:
            yield entry


def _stamp(entry: os.DirEntry[str]) -> tuple[int, int, int]:
    try:
        found = entry.stat(follow_symlinks=False)
    except OSError:  # it is gone meanwhile
        return 0, 0, 0
    return found.st_mtime_ns, found.st_size, found.st_ino
