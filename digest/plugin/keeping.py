"""What a build leaves for the next one, in another process: its ledgers, and the files that it wrote.

Everything lies in one folder, which is safe to delete at any time. What is not as it was left is made again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from digest.ledger import Ledger
from digest.press import KeptFiles
from digest.render import Fingerprints
from digest.render.notes import Aspect, Fact
from digest.store import Store, pack

_Mark = tuple[int, int]
"""What tells whether a file is as it was left: size, and time of its change (ns)."""


class Keeper:
    """The folder of one project and way of building; `stamp` stands for what decides the text of pages."""

    def __init__(self, folder: Path, stamp: str) -> None:
        self._store = Store(folder / "ledgers")
        self._stamp = stamp
        self._last: dict[str, Any] = self._store.get(stamp) or {}
        self.files = KeptFiles(folder / "files", self._last.get("hashes", {}))
        self.shown: dict[str, Any] = self._last.get("shown", {})
        """What templates need of each page, by its path."""
        self._around: dict[str, str] = {}
        self._group: tuple[str, list[str]] = ("", [])
        self._shell = ""

    def restore(
        self, name: str, ledger: Ledger[Any, Any], now: Fingerprints, lost: Callable[[str], bool]
    ) -> set[Fact]:
        """Fill a ledger with what was left of it, but for `lost` files; the facts that are others now."""
        if name not in self._last:
            return set()
        (packed, entries), known = self._last[name]
        facts = [_unpacked(fact) for fact in packed]
        ledger.restore(([*facts], entries), lost)
        return {fact for fact, before in zip(facts, known, strict=True) if now.of(fact) != before}

    def is_lost(self, folder: Path, path: str) -> bool:
        """Whether the text of a page (its path in `folder`) is not as it was left."""
        return bool(_mark(folder / path) != self._last["marks"].get(path))

    def begin_pages(self, shell: str) -> None:
        """Say what decides what is round the text of pages."""
        self._shell = shell

    def place_page(self, path: str, around: str, site: Path) -> bool:
        """Write the HTML of a page whose text and facts are the same; False where it has to be made.

        `path` is its path in the folder `site`, `around` what else it depends on.
        """
        if self._last.get("shell") != self._shell or self._last["around"].get(path) != around:
            return False
        self._around[path] = around
        return self.place(path, site)

    def put_page(self, path: str, around: str, html: bytes) -> None:
        """Keep the HTML of a page."""
        self._around[path] = around
        self.files.put(path, html)

    def place(self, path: str, site: Path) -> bool:
        """Write a file that is kept; False where there is none."""
        data = self.files.get(path)
        if data is None:
            return False
        target = site / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
        return True

    def place_group(self, key: str, site: Path) -> list[str]:
        """Write the files that were put under a key: their paths; none where they have to be made."""
        known: str
        paths: list[str]
        known, paths = self._last.get("group", ("", []))
        if known != key or not all(self.place(path, site) for path in paths):
            return []
        self._group = known, paths
        return paths

    def put_group(self, key: str, site: Path, paths: Iterable[str]) -> None:
        """Keep files that were written in the folder `site`."""
        self._group = key, sorted(paths)
        for path in self._group[1]:
            self.files.put(path, (site / path).read_bytes())

    def save(self, folder: Path, now: Fingerprints, **ledgers: Ledger[Any, Any]) -> None:
        """Leave everything for the next build; `folder` is that of the text of pages."""
        left: dict[str, Any] = {}
        for name, ledger in ledgers.items():
            facts, entries = ledger.state()
            known = [now.of(fact) for fact in facts]  # type: ignore[arg-type]  # because a ledger's can be any
            left[name] = (list(map(_packed, facts)), entries), known
        paths = list(ledgers["units"].paths)
        left["marks"] = {path: mark for path in paths if (mark := _mark(folder / path))}
        left["shown"] = {path: self.shown[path] for path in paths}
        left |= {"shell": self._shell, "around": self._around}
        left |= {"group": self._group, "hashes": self.files.hashes}
        self._store.put(self._stamp, pack(left))
        self._store.keep_only([self._stamp])
        self.files.tidy()


def _mark(path: Path) -> _Mark | None:
    with suppress(OSError):
        found = path.stat()
        return found.st_size, found.st_mtime_ns
    return None


def _packed(fact: Any) -> tuple[Any, ...]:
    """A fact as plain values."""
    table, key = fact
    return (table, None, key.value) if isinstance(key, Aspect) else (table, key)


def _unpacked(fact: tuple[Any, ...]) -> Fact:
    return (fact[0], Aspect(fact[2])) if len(fact) > 2 else (fact[0], fact[1])
