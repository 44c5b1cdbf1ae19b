"""The English side: segments, the memory of their translations, checks, engines and exchange formats.

`segments` cuts an article into pieces, `memory` keeps their English (`canonical` is its written form,
`quoting` helps who writes it by hand), `folder` reads every memory and `memories` indexes them, `lookup`
finds the English, `checks` (with `numerals` and `facts`) doubts it, `engines` make it, `fill` is the run that
asks them, `arrange` keeps a file in line with its article, `status` sums up, `translators` tells programs
from people, `exchange` and `takein` send it out and take it back.
"""

from digest.translate.checks import (
    CHECKS,
    LONG,
    LONG_ENOUGH,
    USUAL,
    Finding,
    Level,
    check_pair,
    open_findings,
)
from digest.translate.exchange import FORMATS, export_translations, import_translations
from digest.translate.folder import Reading, read_memories
from digest.translate.lookup import ORIGINAL, translate_segments
from digest.translate.memories import Changes, Memories
from digest.translate.memory import Entry, Memory, read_memory, write_memory
from digest.translate.numerals import place_of_number
from digest.translate.segments import article_segments, has_arabic
from digest.translate.status import ArticleStatus, SegmentStatus, article_status, as_data, orphans
from digest.translate.translators import is_program

__all__ = [
    "CHECKS",
    "FORMATS",
    "LONG",
    "LONG_ENOUGH",
    "ORIGINAL",
    "USUAL",
    "ArticleStatus",
    "Changes",
    "Entry",
    "Finding",
    "Level",
    "Memories",
    "Memory",
    "Reading",
    "SegmentStatus",
    "article_segments",
    "article_status",
    "as_data",
    "check_pair",
    "export_translations",
    "has_arabic",
    "import_translations",
    "is_program",
    "open_findings",
    "orphans",
    "place_of_number",
    "read_memories",
    "read_memory",
    "translate_segments",
    "write_memory",
]
