"""What a build leaves for the next one, in another process: its ledgers, and the files that it wrote.

Everything lies in one folder, which is safe to delete at any time. What is not as it was left is made again.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import suppress
from itertools import chain, count, islice, takewhile
from pathlib import Path
from typing import Any, TypeVar

from digest.files import own_folders, write_anew
from digest.ledger import Ledger
from digest.plugin.standing import StandingSite
from digest.plugin.watching import each_in, stamps_in
from digest.press import KeptFiles, hash_of
from digest.render import Fingerprints
from digest.render.notes import WHOLE, Aspect, Fact
from digest.store import Store, expand, fingerprint, pack_pieces, squeeze

T = TypeVar("T")

_TOGETHER = 1_000
"""Values that are packed together, of those that are many."""
_NO_LOOKUPS: tuple[str, list[str]] = "", []


class Keeper:
    """The folder of one project and way of building; `stamp` stands for what decides the text of pages.

    `texts` is the folder that those texts are written to, `now` says what the facts are now.
    """

    def __init__(
        self, folder: Path, stamp: str, standing: StandingSite, texts: Path, now: Fingerprints
    ) -> None:
        own_folders(folder.parent, folder.name)
        self._store = Store(folder / "ledgers")
        self._stamp, self._now = stamp, now
        last = self._store.get(stamp)
        self._last: dict[str, bytes] = last if isinstance(last, dict) else {}
        """What was left, each part packed: they are large, and wanted one after the other."""
        self._files = KeptFiles(folder / "files", self._left("hashes", {}))
        self._standing = standing
        self._written = set[str]()
        self.shown: dict[str, Any] = self._left("shown", {})
        """What templates need of each page, by its path."""
        self._texts_folder, self._texts_before = texts, self._left("texts", dict[str, bytes]())
        self._texts = KeptFiles(texts, self._texts_before)
        self._around: dict[str, bytes] = {}
        self._around_before: dict[str, bytes] = {}
        self._shell = self._lookups = ""

    def _left(self, name: str, nothing: T) -> T:
        """A part of what was left; `nothing` where there is none, or one of another shape: a planted one."""
        with suppress(Exception):  # what planted bytes raise is anybody's guess
            found = expand(self._last[name]) if name in self._last else nothing
            return found if isinstance(found, type(nothing)) else nothing
        return nothing

    def _left_of(self, name: str) -> Iterator[Any]:
        """The values that were left in pieces."""
        pieces = takewhile(self._last.__contains__, (f"{name} {number}" for number in count()))
        return chain.from_iterable(self._left(piece, list[Any]()) for piece in pieces)

    def restore(self, name: str, ledger: Ledger[Any, Any], lost: Callable[[str], bool]) -> set[Fact]:
        """Fill a ledger with what was left of it, but for `lost` files; the facts that are others now."""
        left: list[tuple[tuple[Any, ...], bytes]] = self._left(name, [])
        facts = [_unpacked(fact) for fact, _ in left]
        ledger.restore(([*facts], self._left_of(name)), lambda path: not _is_inside(path) or lost(path))
        return {fact for fact, (_, before) in zip(facts, left, strict=True) if self._now.of(fact) != before}

    def lost_texts(self) -> Callable[[str], bool]:
        """Tells whether the text of a page, by its path, is not as it was left.

        One that nobody wrote since is not read for that: it is checked where it is used (see `text`).
        """
        now, known = stamps_in(self._texts_folder), self._texts_before.keys() & self.shown.keys()
        untouched = {path for path, stamp in self._left_of("stamps") if now.get(path) == stamp}

        def lost(path: str) -> bool:
            return path not in known or not (path in untouched or self._texts.is_same(path))

        return lost

    def put_text(self, path: str, text: str) -> None:
        """Note what the text of a page is."""
        self._texts.note(path, text.encode())

    def text(self, path: str) -> bytes | None:
        """The text of a page as it was left; None, which is said once, where it is damaged."""
        return self._texts.get(path)

    def begin_site(self, shell: str, coming: Collection[str]) -> None:
        """Let stand what is as it was left; `shell` stands for what decides what is round texts.

        `coming` are the paths of what MkDocs is to write.
        """
        self._standing.keep(self._left_of("site"), coming)
        self._shell = shell
        self._around_before = self._left("around", {}) if self._left("shell", "") == shell else {}

    def place_page(self, path: str, around: str, site: Path) -> bool:
        """Have the HTML of a page whose text and facts are the same; False where it has to be made.

        `path` is its path in the folder `site`, `around` what else it depends on.
        """
        if self._around_before.get(path) != hash_of(around.encode()):
            return False
        self._around[path] = self._around_before[path]
        return self.place(path, site)

    def put_page(self, path: str, around: str, html: bytes) -> None:
        """Keep the HTML of a page."""
        self._around[path] = hash_of(around.encode())
        self.put(path, html)

    def put(self, path: str, data: bytes) -> None:
        """Keep a file that is written into the site."""
        self._files.put(path, data)
        self._written.add(path)

    def place(self, path: str, site: Path) -> bool:
        """Have a file in the site as it was put; False where it has to be made."""
        if self._standing.keeps(path):
            return self._files.hold(path)
        data = self._files.get(path)
        if data is None:
            return False
        write_anew(site / path, data)
        self._written.add(path)
        return True

    def stands(self, path: str) -> bool:
        """Whether a file that is kept nowhere else is in the site as it was left."""
        return self._standing.keeps(path)

    def wrote(self, path: str) -> None:
        """Note such a file."""
        self._written.add(path)

    def key_of_lookups(self, listed: Collection[str]) -> str:
        """Stands for what is made for searching, of all articles and the pages that are `listed`."""
        return fingerprint(self._now.of(("articles", WHOLE)), *sorted(listed))

    def standing_lookups(self, key: str) -> list[str]:
        """The paths of what was made of the same `key` for searching; none where it has to be made."""
        known, paths = self._left("lookups", _NO_LOOKUPS)
        found: list[str] = paths if known == key and all(map(self.stands, paths)) else []
        return found

    def save(self, lookups: tuple[str, list[str]], **ledgers: Ledger[Any, Any]) -> None:
        """Leave everything for the next build."""
        self._last, self._around_before = {}, {}  # nobody asks for them again
        left = {"lookups": squeeze(lookups)}
        for name, ledger in ledgers.items():
            facts, units = ledger.state()
            left[name] = squeeze([(_packed(fact), self._now.of(fact)) for fact in facts])  # type: ignore[arg-type]  # because a ledger's can be any
            left.update(_in_pieces(name, units))
        paths = list(ledgers["units"].paths)
        self._written.update(path for path in paths if self.shown[path] is None)  # MkDocs copied them
        left.update(_in_pieces("stamps", each_in(self._texts_folder)))
        left.update(_in_pieces("site", self._standing.settle(chain(self._written, lookups[1]))))
        left["shown"] = squeeze({path: self.shown[path] for path in paths})
        left["texts"] = squeeze({path: self._texts.hashes[path] for path in paths if self._texts.hold(path)})
        left["around"], left["shell"] = squeeze(self._around), squeeze(self._shell)
        left["hashes"] = squeeze(self._files.hashes)
        self._store.put(self._stamp, *pack_pieces(left))
        self._store.keep_only([self._stamp])
        self._files.tidy()


def _in_pieces(name: str, values: Iterable[Any]) -> Iterator[tuple[str, bytes]]:
    """Values packed some at a time: all of them at once would be much of what a build holds."""
    values = iter(values)
    for number in count():
        if not (piece := list(islice(values, _TOGETHER))):
            return
        yield f"{name} {number}", squeeze(piece)


def _is_inside(path: str) -> bool:
    """Whether a path leads out of no folder; one that does was planted."""
    return not path.startswith("/") and ".." not in path.split("/")


def _packed(fact: Any) -> tuple[Any, ...]:
    """A fact as plain values."""
    table, key = fact
    return (table, None, key.value) if isinstance(key, Aspect) else (table, key)


def _unpacked(fact: tuple[Any, ...]) -> Fact:
    return (fact[0], Aspect(fact[2])) if len(fact) > 2 else (fact[0], fact[1])
