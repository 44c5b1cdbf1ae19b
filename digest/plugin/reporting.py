"""What a build says of files that are wrong. Writes to the log alone."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Collection

from digest.model import FileError
from digest.text import printable

_log = logging.getLogger("mkdocs.plugins.digest")

_ALIKE = 50
"""Files with one fault that are named."""


def report(errors: Collection[FileError], level: int = logging.ERROR) -> None:
    """Say what is wrong with files, a line each; of many that are wrong alike, some and how many more."""
    told = Counter[str]()
    for error in errors:
        told[error.message] += 1
        if told[error.message] <= _ALIKE:
            place = error.file if error.line is None else f"{error.file}:{error.line}"
            _log.log(level, printable(f"{place}: {error.message}".replace("\n", " ")))
    for message, count in told.items():
        if count > _ALIKE:
            more = f"{count - _ALIKE:,} more files: {message}".replace("\n", " ")
            _log.log(level, printable(f"{more} (`digest check` lists them all)"))
