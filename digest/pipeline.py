"""The whole road: a seed to an article, a project folder to a digest.

Composes the steps; holds no knowledge of its own about pages, dates or names.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from digest.assembly import Assembly
from digest.batch import Where
from digest.conversion import DEFAULT, Options, read_article, slugify
from digest.model import Article, Correction, Digest, FileError, Seed
from digest.project import Folders, Progress, Project, strays, with_english
from digest.translate import Memories
from digest.vocabulary import Vocabulary

__all__ = [
    "CACHE",
    "DEFAULT",
    "Folders",
    "Options",
    "Project",
    "assemble",
    "build_article",
    "build_digest",
    "build_file",
    "slugify",
    "strays",
]

CACHE = ".cache/digest"
"""Folder of a project, safe to delete, for what is kept from one run to the next."""


def build_digest(
    root: Path,
    options: Options = DEFAULT,
    *,
    progress: Progress | None = None,
    cache: Path | None = None,
    processes: int | None = None,
    cluster: str | None = None,
) -> Digest:
    """Read a project folder and build everything; files that cannot be used are in `Digest.errors`.

    `cache`: a folder that keeps what was found in each seed and each translation memory; `processes`: how
    many work at most, all processors by default; `cluster`: address of a Dask cluster that does the work
    instead, while it can. To follow changes afterwards, hold a `Project`.
    """
    return Project(root, options, cache).read(Where(processes, cluster), progress)


def build_file(path: Path, root: Path, options: Options = DEFAULT) -> Article:
    """Build the article of one seed of a project. Raises DigestError."""
    return Project(root, options).read_one(path)


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
    return with_english(article, memories or Memories())


def assemble(articles: Iterable[Article], vocabulary: Vocabulary, errors: Iterable[FileError] = ()) -> Digest:
    """What crosses articles: order, unique slugs, the timeline, relations, the vocabulary in use.

    To follow changes afterwards, hold an `Assembly`.
    """
    return Assembly(vocabulary).settle(articles, errors)
