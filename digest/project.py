"""A project folder, read once and then followed: a saved file costs the work on the articles it concerns.

What it gives after any changes is what reading everything anew would give. Reads seeds, corrections,
translations and the vocabulary; writes only the store.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from digest.assembly import Assembly
from digest.batch import Outcome, Where, Workshop, read_all, read_file, read_here
from digest.causes import caused, file_error
from digest.conversion import DEFAULT, Options
from digest.holding import with_fields
from digest.model import Article, Digest, FileError, SeedWarning
from digest.seeds import SeedList, identifier, seed_name
from digest.store import Store
from digest.translate import Memories, article_segments, orphans, read_memories, translate_segments
from digest.vocabulary import Vocabulary, read_vocabulary

Progress = Callable[[int, int], None]
"""Called after each seed with the number done and the number of all."""

_VOCABULARIES: dict[Path, dict[str, str]] = {}
"""The valid texts of each folder's files that this process has read, by name."""


@dataclass(frozen=True, slots=True)
class Folders:
    """Where a project keeps its files."""

    root: Path

    @property
    def seeds(self) -> Path:
        """Raw pages; never written."""
        return self.root / "seeds"

    @property
    def corrections(self) -> Path:
        """Editors' corrections, one file an article."""
        return self.root / "content" / "corrections"

    @property
    def translations(self) -> Path:
        """Translation memories, one file an article."""
        return self.root / "content" / "translations" / "en"

    @property
    def vocabulary(self) -> Path:
        """Names and topics."""
        return self.root / "content" / "vocabulary"

    def of_people(self, folder: Path) -> str | None:
        """The name of a folder of files that people write, in or above which a folder lies; None for none."""
        place = folder.resolve()
        for name in ("seeds", "content", "overrides"):
            own = (self.root / name).resolve()
            if place.is_relative_to(own) or own.is_relative_to(place):
                return name
        return None


class Project:
    """The digest of a folder, with all that it was made from.

    `cache` keeps what was found in each seed and in each file of translations.
    """

    def __init__(self, root: Path, options: Options = DEFAULT, cache: Path | None = None) -> None:
        self.folders = Folders(root)
        self._store = Store(cache / "memories") if cache else None
        known = _VOCABULARIES.setdefault(self.folders.vocabulary.absolute(), {})
        vocabulary, faults = read_vocabulary(self.folders.vocabulary, known)
        self._faults = tuple(file_error(fault, "") for fault in faults)
        store = Store(cache / "articles") if cache else None
        self._workshop = Workshop(self.folders.corrections, vocabulary, options, store)
        self._reading = read_memories(self.folders.translations, store=self._store)
        self.assembly = Assembly(vocabulary)
        self._seeds = SeedList(self.folders.seeds)
        self._found: dict[Path, Outcome] = {}
        """What was found in each seed, in their order; the articles with their English."""

    @property
    def vocabulary(self) -> Vocabulary:
        """The names and topics that seeds are read with."""
        return self._workshop.vocabulary

    @property
    def memories(self) -> Memories:
        """The translations there are."""
        return self._reading.memories

    @property
    def strays(self) -> tuple[FileError, ...]:
        """Files that people wrote for articles that are gone."""
        return strays(self.folders, self.assembly.digest, self.memories)

    def read(self, where: Where | None = None, progress: Progress | None = None) -> Digest:
        """The digest of every seed; files that cannot be used are in its `errors`."""
        rivals = self._seeds.rivals()
        firsts, known = [paths[0] for paths in rivals], dict[Path, Outcome]()
        for path, outcome in zip(firsts, read_all(firsts, self._workshop, where or Where()), strict=True):
            known[path] = self._in_english(outcome)
            if progress:
                progress(len(known), len(rivals))
        self._found = {}
        for paths in rivals:
            self._choose(paths, lambda path: known.get(path) or self._in_english(self._read(path)))
        return self.assembly.settle(_articles(self._found.values()), self._errors(rivals))

    def read_one(self, path: Path) -> Article:
        """The article of one seed; faults of its corrections are its warnings. Raises DigestError."""
        errors: list[FileError] = []
        article = read_file(path, self._workshop, errors)
        faults = (SeedWarning("correction-fault", e.file, e.line, {"fault": e.message}) for e in errors)
        return with_english(replace(article, warnings=(*article.warnings, *faults)), self.memories)

    def follow(self, changed: Collection[Path], *, hasty: bool = False) -> Digest | None:
        """The digest after some files changed; None where only reading everything anew will do.

        Where it is `hasty`, what takes long is left to `finish`: relations that many articles have anew.
        """
        if not all(map(self._can_follow, changed)):
            return None
        rivals = self._seeds.rivals()
        concerned = self._concerned(changed, chain.from_iterable(rivals))
        translated = self._newly_translated()
        before, self._found, new = self._found, {}, set[Path]()
        touched = concerned | translated

        def read(path: Path) -> Outcome:
            outcome = before.get(path)
            if outcome is None or path in concerned:
                outcome = _held(outcome, self._read(path), path in changed)
            elif path not in translated:
                return outcome
            new.add(path)
            return self._in_english(outcome)

        for paths in rivals:
            outcome = before.get(paths[0])
            if outcome and outcome[0] and touched.isdisjoint(paths):
                self._found[paths[0]] = outcome
            else:
                self._choose(paths, read)
        changes = _articles(outcome for path, outcome in self._found.items() if path in new)
        removed = _ids(before.values()) - _ids(self._found.values())
        return self.assembly.update(changes, removed, self._errors(rivals), hasty=hasty)

    def finish(self, check: Callable[[], None] = lambda: None) -> Digest:
        """The digest with nothing left; `check` is called again and again, and may raise to end this."""
        return self.assembly.finish(check)

    def _read(self, path: Path) -> Outcome:
        return next(read_here([path], self._workshop))

    def _choose(self, rivals: Iterable[Path], read: Callable[[Path], Outcome]) -> Outcome:
        """What the first of some seeds that holds an article gives; it, and what failed before, is noted."""
        outcome: Outcome = None, ()
        for path in rivals:
            outcome = self._found[path] = read(path)
            if outcome[0]:
                break
        return outcome

    def _can_follow(self, path: Path) -> bool:
        folders = self.folders
        return any(map(path.is_relative_to, (folders.seeds, folders.corrections, folders.translations)))

    def _concerned(self, changed: Collection[Path], seeds: Iterable[Path]) -> set[Path]:
        """The seeds that changed, or whose corrections did."""
        corrected = {path.name for path in changed if path.parent == self.folders.corrections}
        if not corrected:
            return set(changed)
        return {*changed, *(path for path in seeds if f"{identifier(seed_name(path))}.yml" in corrected)}

    def _errors(self, rivals: Iterable[Sequence[Path]]) -> tuple[FileError, ...]:
        clashes = (error for paths in rivals if len(paths) > 1 for error in self._clashes(paths))
        found = (error for _, errors in self._found.values() for error in errors)
        return (*self._faults, *self._reading.errors, *clashes, *found)

    def _clashes(self, rivals: Iterable[Path]) -> Iterator[FileError]:
        """An error for each seed that another has kept out."""
        owner = ""
        for path in rivals:
            file = f"seeds/{seed_name(path)}"
            if path not in self._found:
                yield caused(FileError, "identifier-taken", file=file, place=owner)
            else:
                owner = file

    def _newly_translated(self) -> set[Path]:
        """Read the translations again: the seeds of articles whose English may be another now."""
        before = self._reading
        self._reading = read_memories(self.folders.translations, previous=before, store=self._store)
        changes = self._reading.changes_since(before)
        return {
            path
            for path, (article, _) in self._found.items()
            if changes and article and changes.concern(article.id, _segments(article))
        }

    def _in_english(self, outcome: Outcome) -> Outcome:
        article, errors = outcome
        return with_english(article, self.memories) if article else None, errors


def strays(folders: Folders, digest: Digest, memories: Memories) -> tuple[FileError, ...]:
    """A warning for each file of translations or corrections whose article is gone; nothing is lost of it.

    A seed that cannot be read keeps its files; so does every one where a folder of seeds cannot be.
    """
    if any(error.code == "folder-closed" for error in digest.errors):
        return ()
    names = (error.file.removeprefix("seeds/") for error in digest.errors if error.file.startswith("seeds/"))
    present = {*(article.id for article in digest.articles), *map(identifier, names)}
    corrections = sorted(path for path in folders.corrections.glob("*.yml") if path.stem not in present)
    files = (f"content/corrections/{path.name}" for path in corrections)
    gone = (caused(FileError, "correction-gone", file=file, line=1) for file in files)
    return (*orphans(memories, present), *gone)


def with_english(article: Article, memories: Memories) -> Article:
    """An article with its translations."""
    segments = article_segments(article.extract, article.findings.sentences)
    return with_fields(article, translations=translate_segments(segments, memories, article=article.id))


def _segments(article: Article) -> list[str]:
    return [segment.id for segment in article_segments(article.extract, article.findings.sentences)]


def _articles(outcomes: Iterable[Outcome]) -> list[Article]:
    return [article for article, _ in outcomes if article]


def _ids(outcomes: Iterable[Outcome]) -> set[str]:
    return {article.id for article in _articles(outcomes)}


def _held(before: Outcome | None, outcome: Outcome, changed: bool) -> Outcome:
    """What was found in a seed; where its corrections are not valid any more, with those it had."""
    spoiled = any(error.file.startswith("content/corrections/") for error in outcome[1])
    return (before[0], outcome[1]) if before and before[0] and spoiled and not changed else outcome
