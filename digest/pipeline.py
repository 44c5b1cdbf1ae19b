"""The whole road: a seed to an article, a project folder to a digest.

Composes the steps; holds no knowledge of its own about pages, dates or names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from digest.assembly import Assembly
from digest.batch import Where, Workshop, read_all, read_file
from digest.conversion import DEFAULT, Options, read_article, slugify
from digest.model import Article, Correction, Digest, FileError, Seed
from digest.seeds import identifier, list_seeds, seed_name
from digest.store import Store
from digest.translate import Memories, article_segments, read_memories, translate_segments
from digest.vocabulary import Vocabulary, read_vocabulary

__all__ = [
    "CACHE",
    "DEFAULT",
    "Assembly",
    "Folders",
    "Library",
    "Options",
    "assemble",
    "build_article",
    "build_digest",
    "build_file",
    "read_library",
    "slugify",
]


CACHE = ".cache/digest"
"""Folder of a project, safe to delete, for what is kept from one run to the next."""


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


@dataclass(frozen=True, slots=True)
class Library:
    """What every article is read with."""

    folders: Folders
    vocabulary: Vocabulary
    memories: Memories

    def workshop(self, options: Options, store: Store | None = None) -> Workshop:
        """What seeds are read with."""
        return Workshop(self.folders.corrections, self.vocabulary, options, store)


def build_digest(
    root: Path,
    options: Options = DEFAULT,
    *,
    progress: Callable[[int, int], None] | None = None,
    cache: Path | None = None,
    processes: int | None = None,
    cluster: str | None = None,
    assembly: Assembly | None = None,
) -> Digest:
    """Read a project folder and build everything; files that cannot be used are in `Digest.errors`.

    `progress` is called after each seed with the number done and the number of all. `cache`: a folder that
    keeps what was found in each seed and each translation memory; `processes`: how many work at most, all
    processors by default; `cluster`: address of a Dask cluster that does the work instead, while it can.
    `assembly`: one to bring up to date from whatever it holds; it can follow changes afterwards.
    """
    errors = list[FileError]()
    library = read_library(root, errors, cache)
    paths = list(_unique(list_seeds(library.folders.seeds), errors))
    articles = list[Article]()
    workshop = library.workshop(options, Store(cache / "articles") if cache else None)
    for done, (article, faults) in enumerate(read_all(paths, workshop, Where(processes, cluster)), start=1):
        errors += faults
        if article:
            articles.append(_translated(article, library.memories))
        if progress:
            progress(done, len(paths))
    assembly = assembly or Assembly(library.vocabulary)
    return assembly.settle(articles, errors, vocabulary=library.vocabulary)


def build_file(path: Path, root: Path, options: Options = DEFAULT) -> Article:
    """Build the article of one seed of a project. Raises DigestError."""
    errors = list[FileError]()
    library = read_library(root, errors)
    return _translated(read_file(path, library.workshop(options), errors), library.memories)


def build_article(
    seed: Seed,
    vocabulary: Vocabulary,
    *,
    correction: Correction | None = None,
    memories: Memories | None = None,
    options: Options = DEFAULT,
) -> Article:
    """Read one seed to the end. Raises SeedError when there is no article in it."""
    article = read_article(seed, vocabulary, correction=correction, options=options)
    return _translated(article, memories or Memories())


def _translated(article: Article, memories: Memories) -> Article:
    segments = article_segments(article.extract, article.findings.sentences)
    return replace(article, translations=translate_segments(segments, memories, article=article.id))


def read_library(root: Path, errors: list[FileError], cache: Path | None = None) -> Library:
    """Vocabulary and translations of a project; what cannot be used is added to `errors`."""
    folders = Folders(root)
    vocabulary, wrong = read_vocabulary(folders.vocabulary)
    errors += (FileError(fault.file or "", fault.message, fault.line) for fault in wrong)
    reading = read_memories(folders.translations, store=Store(cache / "memories") if cache else None)
    errors += reading.errors
    return Library(folders, vocabulary, reading.memories)


def assemble(articles: Iterable[Article], vocabulary: Vocabulary, errors: Iterable[FileError] = ()) -> Digest:
    """What crosses articles: order, unique slugs, the timeline, relations, the vocabulary in use.

    To follow changes afterwards, hold an `Assembly`.
    """
    return Assembly(vocabulary).settle(articles, errors)


def _unique(paths: Iterable[Path], errors: list[FileError]) -> Iterator[Path]:
    """The seeds of a folder, the first of each identifier (letter case aside)."""
    seen: dict[str, str] = {}
    for path in paths:
        name = seed_name(path)
        key = identifier(name).casefold()
        if key in seen:
            message = f"has the same identifier as seeds/{seen[key]}; rename one of them"
            errors.append(FileError(f"seeds/{name}", message))
        else:
            seen[key] = name
            yield path
