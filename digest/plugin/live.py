"""Keeps a served site up to date: what a saved file touches is made anew and written, nothing else.

First come the pages of the articles that changed, and browsers show them; all other pages and files follow
at once in the background, beside them the search. In the end there is what a full build gives. A file that is
saved meanwhile does not wait for them: what is left of them is made with what it touches itself.
Where a change cannot be followed (the vocabulary, mkdocs.yml, a page that a person wrote, a theme),
everything is built.
"""

from __future__ import annotations

import gc
import logging
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from digest.collecting import spare_what_stands, uncollected
from digest.files import Lock
from digest.model import Article, Digest, FileError
from digest.plugin.background import Background, HurriedError, Pace
from digest.plugin.building import Build
from digest.plugin.inputs import Inputs
from digest.plugin.reporting import new_doubts, report, report_doubts
from digest.plugin.watching import Stamps, changed_files
from digest.plugin.writing import taken, write_pages
from digest.render import Site, Unit, changes, changes_of_related, make_unit, sites_of
from digest.render.notes import Fact

log = logging.getLogger("mkdocs.plugins.digest")

_PAGES, _SEARCH = "pages", "search"
_PATIENCE = 5.0
"""Seconds that somebody who ends the server waits at most for what it is doing."""


@dataclass(frozen=True, slots=True)
class _Update:
    """A change that is being followed."""

    build: Build
    begun: float
    before: Site
    """The site as it was; it is not looked at before it is known what else changed."""
    shown: frozenset[Fact]
    """What the pages that were made at once are of: what they show may never come up again."""
    errors: frozenset[FileError]
    strays: frozenset[FileError]
    articles: tuple[Article, ...]
    """What was wrong, or without an article, and which articles there were, when it was last said."""
    facts: frozenset[Fact] = frozenset()
    """What is known to have changed, and not all pages were made of."""

    def after(self, left: _Update) -> _Update:
        """The same update, with what is left of the one before it."""
        return replace(
            self,
            before=left.before,
            errors=left.errors,
            strays=left.strays,
            articles=left.articles,
            facts=left.facts | left.shown,
        )


class LiveSite:
    """What a server calls when files were written, in the place of a full build.

    `reload` makes the server call once more, so that browsers show what followed in the background.
    """

    def __init__(
        self,
        current: Callable[[], Build | None],
        build: Callable[[], None],
        lock: Lock,
        reload: Callable[[], None],
        before: Callable[[], None] = lambda: None,
    ) -> None:
        self.current = current
        """The build that is shown."""
        self._build = build
        self._lock = lock
        self._reload = reload
        self._before = before
        self._work, self._search = Background(), Background()
        self._failed = False
        self._pace = Pace()
        self._left: _Update | None = None
        """The update whose pages have not all been made."""
        self._ended_early = False
        """Whether nobody makes them at present."""
        self._seen: tuple[Inputs, Stamps] | None = None
        """What the last site was to be made from, as it was before."""
        spare_what_stands()

    def hurry(self) -> None:
        """A file is being written: the background makes room until the next call has ended."""
        self._pace.hurry()

    def __call__(self) -> None:
        """Bring the site up to date; `before` is called first."""
        self._before()
        build = self.current()
        changed = self._changed(build) if build else frozenset()
        try:
            if changed or self._failed or self._ended_early or self._pace.hurried or build is None:
                self._make_room()
                self._show(build, changed)
        finally:
            self._pace.calm()

    def _make_room(self) -> None:
        """Wait until nothing that stands in the way is done in the background."""
        self._pace.hurry()
        self._work.wait(_PAGES)

    def _show(self, build: Build | None, changed: Collection[Path]) -> None:
        if build and not self._failed:
            nothing = not changed and self._left is None
            if nothing or self._followed(build, changed):
                return
        self._failed, self._left = False, None
        self.settle()
        gc.unfreeze()
        self._build_all(build)
        spare_what_stands()

    def _build_all(self, build: Build | None) -> None:
        """Build everything; what is written after this begins counts as a change, whenever it is read."""
        if build:
            self._seen = build.inputs, build.stamps
        elif self._seen:
            self._seen = self._seen[0], self._seen[0].stamps()
        del build  # nobody needs it while the next one is made
        self._build()
        new = self.current()
        if new and self._seen and new.inputs == self._seen[0]:
            new.stamps = self._seen[1]

    def settle(self) -> None:
        """Wait until nothing is left to do that was begun."""
        with self._pace.without_pauses():
            self._work.wait()
            self._search.wait()

    def close(self) -> None:
        """End what is done in the background, or leave it to end where it takes long."""
        self._pace.end()
        for background in (self._work, self._search):
            background.wait(seconds=_PATIENCE)

    @uncollected()
    def _changed(self, build: Build) -> frozenset[Path]:
        before, build.stamps = build.stamps, build.inputs.stamps()
        return changed_files(before, build.stamps)

    def _followed(self, build: Build, changed: Collection[Path]) -> bool:
        """Show what changed of articles, and let the rest follow; False where all is to be built."""
        try:
            self._lock.acquire(build.cache / "lock")
            update = _begin(build, changed)
        except Exception as fault:  # whatever it is, building everything will say it, or mend it
            log.warning("%s; everything is built anew", fault or type(fault).__name__)
            update = None
        if update is None:
            self._lock.release()
            return False
        if self._left:
            update = update.after(self._left)
        log.info("articles shown after %.2f seconds", time.perf_counter() - update.begun)
        self._pace.calm()
        self._search.do(_SEARCH, partial(self._write_search, build, build.digest, build.sites["ar"]))
        self._work.do(_PAGES, partial(self._finish, update))
        return True

    def _write_search(self, build: Build, digest: Digest, shown: Site) -> None:
        start = time.perf_counter()
        # Sites of its own: what is read of those of the build is being noted.
        build.search.write(sites_of(digest, earlier=shown.index), self._pace.pause)
        log.info("search written in %.2f seconds", time.perf_counter() - start)

    def _finish(self, update: _Update) -> None:
        self._left, self._ended_early = update, False
        try:
            self._left = update = _finished(update, self._pace)
            with _hurried(update, self._pace):
                self._left = update = _told(update)
                count = _complete(update, self._pace)
            log.info("%d pages made anew after %.2f seconds", count, time.perf_counter() - update.begun)
            self._left = None
            spare_what_stands()
            self._reload()
        except HurriedError:
            self._ended_early = True
            log.debug("the other pages are made with the next ones")
        except Exception as fault:  # whatever it is, building everything will say it, or mend it
            log.warning("%s; everything is built anew", fault or type(fault).__name__)
            self._failed = True
            self._reload()
        finally:
            self._lock.release()


@uncollected()
def _begin(build: Build, changed: Collection[Path]) -> _Update | None:
    """Read what changed and write the pages of its articles; None where everything has to be built."""
    if not build.fast or build.around is None or build.env is None:
        return None
    begun, before, told = time.perf_counter(), build.sites["ar"], build.digest
    digest = build.project.follow(changed, hasty=True)
    if digest is None:
        return None
    build.take(digest)
    now = build.project.assembly.changes
    gone = [(path, None) for unit in _units(build, now.removed) for path in build.ledger.paths_of(unit)]
    made = {unit: make_unit(build.sites, unit) for unit in _units(build, now.articles)}
    for unit, one in made.items():
        build.ledger.put(unit, one)
    outputs = (output for one in made.values() for output in one.outputs)
    write_pages(build, taken(build, [*gone, *outputs]))
    shown = frozenset(("article", id_) for id_ in now.articles)
    strays = frozenset(before.desk.strays)
    return _Update(build, begun, before, shown, frozenset(told.errors), strays, told.articles)


def _units(build: Build, articles: Iterable[str]) -> Iterator[Unit]:
    """The units of articles' own pages."""
    yield from ((language, "article", id_) for id_ in sorted(articles) for language in build.sites)


def _finished(update: _Update, pace: Pace) -> _Update:
    """The update with all that was found in haste found whole. Raises HurriedError."""
    build, hasty = update.build, update.build.sites["ar"]
    digest = build.project.finish(pace.check)
    if digest is build.digest:
        return update
    build.take(digest)
    return replace(update, facts=update.facts | changes_of_related(hasty, build.sites["ar"]))


@contextmanager
def _hurried(update: _Update, pace: Pace) -> Iterator[None]:
    """Inside, whatever is found out of the sites ends where somebody waits."""
    sites = update.before, update.build.sites["ar"]
    with ExitStack() as all_of_them:
        for site in sites:
            all_of_them.enter_context(site.index.notes.hurried(pace.check))
        yield


def _told(update: _Update) -> _Update:
    """The update with all that has changed, once what pages had made of the rest is taken over."""
    before, now = update.before, update.build.sites["ar"]
    facts = update.facts | changes(before, now)
    now.index.recall(before.index, facts)
    return replace(update, before=now, shown=frozenset(), facts=facts)


def _complete(update: _Update, pace: Pace) -> int:
    """Make all else that read what changed; how many pages that are. Raises HurriedError."""
    build, facts = update.build, update.facts
    with closing(build.made(facts, pace)) as made:
        pages = taken(build, pace.of(made))
    pages += [page for page, read in build.written.values() if not read.isdisjoint(facts)]
    write_pages(build, pace.of(pages))
    build.write_machine_files(facts, pace)
    build.write_maps(build.listed(), pace)
    report([error for error in build.digest.errors if error not in update.errors])
    report_doubts(new_doubts(build.digest.articles, update.articles), strict=build.config.strict)
    strays = build.sites["ar"].desk.strays
    report([stray for stray in strays if stray not in update.strays], logging.INFO)
    return len(pages)
