"""What a build says of files that are wrong, and of what is doubtful. Writes to the log alone."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Collection, Iterable, Iterator

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
    level, told = logging.INFO if strict else logging.WARNING, Counter[str]()
    for doubt in doubts:
        told[doubt.code] += 1
        if told[doubt.code] <= _ALIKE:
            _say(doubt, level)
    for code, count in told.items():
        if count > _ALIKE:
            _log.log(
                level, "%s more warnings of this kind (%s): see `digest check`", f"{count - _ALIKE:,}", code
            )


def _say(error: FileError, level: int) -> None:
    place = error.file if error.line is None else f"{error.file}:{error.line}"
    _log.log(level, printable(f"{place}: {error.message}".replace("\n", " ")))


def report(errors: Collection[FileError], level: int = logging.ERROR) -> None:
    """Say what is wrong with files, a line each; of many that are wrong alike, some and how many more."""
    told = Counter[str]()
    for error in errors:
        told[error.message] += 1
        if told[error.message] <= _ALIKE:
            _say(error, level)
    for message, count in told.items():
        if count > _ALIKE:
            more = f"{count - _ALIKE:,} more files: {message}".replace("\n", " ")
            _log.log(level, printable(f"{more} (`digest check` lists them all)"))
