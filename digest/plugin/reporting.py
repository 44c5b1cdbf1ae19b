"""What a build says of files that are wrong, and of what is doubtful. Writes to the log alone."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from operator import attrgetter

from digest.model import Article, FileError
from digest.text import printable
from digest.wording.warnings import warning_in_words

_log = logging.getLogger("mkdocs.plugins.digest")

_ALIKE = 50
"""Files with one fault that are named."""


def doubts_of(articles: Iterable[Article]) -> Iterator[FileError]:
    """What `digest check` warns of in the seeds of articles and in their corrections."""
    for article in articles:
        for warning in article.warnings:
            yield FileError(warning.file, warning_in_words(warning), warning.line, warning.code)
        for contradiction in article.findings.publication.contradictions:
            yield FileError(f"seeds/{article.seed.name}", f"its date: {contradiction}", code="contradiction")


def new_doubts(articles: Collection[Article], before: Collection[Article]) -> list[FileError]:
    """Those of articles that were others before, or none, and which were not there before."""
    same = set(map(id, articles)) & set(map(id, before))
    known = set(doubts_of(article for article in before if id(article) not in same))
    now = doubts_of(article for article in articles if id(article) not in same)
    return [doubt for doubt in now if doubt not in known]


def report_doubts(doubts: Iterable[FileError], *, strict: bool) -> None:
    """Say what is doubtful, a line each; of many of one kind, some and how many more.

    A strict build ends at a warning, and a doubt stops nothing: there it is information.
    """
    level = logging.INFO if strict else logging.WARNING
    for code, more in _say_some(doubts, attrgetter("code"), level):
        _log.log(level, "%s more warnings of this kind (%s): see `digest check`", f"{more:,}", code)


def report(errors: Iterable[FileError], level: int = logging.ERROR) -> None:
    """Say what is wrong with files, a line each; of many that are wrong alike, some and how many more."""
    for message, more in _say_some(errors, attrgetter("message"), level):
        told = f"{more:,} more files: {message}".replace("\n", " ")
        _log.log(level, printable(f"{told} (`digest check` lists them all)"))


def _say_some(
    errors: Iterable[FileError], alike: Callable[[FileError], str], level: int
) -> list[tuple[str, int]]:
    """Say what is wrong, a line each, of those alike some; returns what more are of, and how many more."""
    told = Counter[str]()
    for error in errors:
        told[alike(error)] += 1
        if told[alike(error)] <= _ALIKE:
            _say(error, level)
    return [(key, count - _ALIKE) for key, count in told.items() if count > _ALIKE]


def _say(error: FileError, level: int) -> None:
    place = error.file if error.line is None else f"{error.file}:{error.line}"
    _log.log(level, printable(f"{place}: {error.message}".replace("\n", " ")))
