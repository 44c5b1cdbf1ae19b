"""A seed and its correction as bytes, and what is found in them: the same on every machine.

Reads seeds and corrections; writes nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from digest.causes import caused, file_error
from digest.conversion import Options, read_article
from digest.corrections import load_correction, parse_correction
from digest.errors import DigestError
from digest.holding import as_plain, from_plain, hold
from digest.model import Article, FileError
from digest.seeds import identifier, load_seed, seed_from_bytes, seed_name
from digest.store import Store, fingerprint, pack, program_fingerprint, unpack
from digest.vocabulary import Vocabulary

T = TypeVar("T")

Outcome = tuple[Article | None, tuple[FileError, ...]]
"""The article, held, without its translations; None where there is none. What is wrong with its files."""


@dataclass(frozen=True, slots=True)
class Workshop:
    """What every seed of a batch is read with."""

    corrections: Path
    """Folder of the editors' corrections."""
    vocabulary: Vocabulary
    options: Options
    store: Store | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """All that one article is made from, beside the vocabulary and the options."""

    name: str
    """The seed's name inside the seeds folder."""
    seed: bytes | None
    """None where it cannot be read."""
    correction: bytes | None
    """None where there is none."""
    errors: tuple[FileError, ...]
    """What is wrong with files that cannot be read."""

    def key(self, workshop: Workshop) -> str | None:
        """Fingerprint of all that the article is made from; None where a file cannot be read."""
        if self.seed is None or self.errors:
            return None
        settings = (program_fingerprint(), workshop.vocabulary.fingerprint, repr(workshop.options))
        correction = () if self.correction is None else (self.correction,)
        return fingerprint(*settings, self.name, self.seed, *correction)


def load_page(path: Path, workshop: Workshop) -> Page:
    """A seed and its correction; what cannot be read is among the page's errors."""
    errors: list[FileError] = []
    name = seed_name(path)
    page = _attempt(partial(_load, path, workshop), errors, f"seeds/{name}")
    return page or Page(name, None, None, tuple(errors))


def convert(page: Page, vocabulary: Vocabulary, options: Options) -> Outcome:
    """What is found in a page."""
    errors = list(page.errors)
    if page.seed is None:
        return None, page.errors
    step = partial(_read, page, page.seed, vocabulary, options, errors)
    article = _attempt(step, errors, f"seeds/{page.name}")
    return hold(article) if article else None, tuple(errors)


def pack_outcome(outcome: Outcome) -> bytes:
    """What was found, as bytes for another process or the store."""
    article, errors = outcome
    return pack((as_plain(article) if article else None, errors))


def unpack_outcome(packed: bytes) -> Outcome:
    """What `pack_outcome` packed."""
    held, errors = unpack(packed)
    return from_plain(held) if held else None, errors


def kept_outcome(store: Store, key: str) -> Outcome | None:
    """What the store keeps under a key; None where there is nothing that can be used."""
    kept: Any = store.get(key)
    # What is sealed and of another shape was planted: it is made anew like what is not there.
    with suppress(TypeError, ValueError):
        held, errors = kept
        return from_plain(held), errors
    return None


def read_file(path: Path, workshop: Workshop, errors: list[FileError]) -> Article:
    """What is found in one seed; a fault of its corrections is added to `errors`. Raises DigestError."""
    page = _load(path, workshop)
    errors += page.errors
    assert page.seed is not None
    return _read(page, page.seed, workshop.vocabulary, workshop.options, errors)


def _load(path: Path, workshop: Workshop) -> Page:
    seed, name = load_seed(path, limits=workshop.options.limits), seed_name(path)
    correction = workshop.corrections / f"{identifier(name)}.yml"
    if not correction.exists():
        return Page(name, seed, None, ())
    errors: list[FileError] = []
    file = _correction_name(name)
    return Page(
        name, seed, _attempt(partial(load_correction, correction, name=file), errors, file), tuple(errors)
    )


def _read(
    page: Page, seed: bytes, vocabulary: Vocabulary, options: Options, errors: list[FileError]
) -> Article:
    read = seed_from_bytes(seed, page.name, limits=options.limits)
    correction = None
    if page.correction is not None:
        file = _correction_name(page.name)
        step = partial(parse_correction, page.correction, read.id, name=file)
        correction = _attempt(step, errors, file)
    return read_article(read, vocabulary, correction=correction, options=options)


def _correction_name(seed: str) -> str:
    """What messages call a seed's file of corrections."""
    return f"content/corrections/{identifier(seed)}.yml"


def _attempt(step: Callable[[], T], errors: list[FileError], file: str) -> T | None:
    """Run a step for a file; note its error and go on without its result.

    A fault of the program itself takes down the file that brought it out, and nothing else.
    """
    try:
        return step()
    except DigestError as error:
        errors.append(file_error(error, file))
    except Exception as fault:
        told = f"{type(fault).__name__}: {str(fault)[:200]}"
        errors.append(caused(FileError, "internal", file=file, fault=told))
    return None
