"""Takes an article's fields from its classified lines: headline, deck, label, byline, source, dateline, date.

May use the clean layer and those below it.
"""

from digest.extract.contributed import contributed_notes
from digest.extract.deriving import derive_headline
from digest.extract.edited import correction_notes
from digest.extract.fields import extract_fields

__all__ = ["contributed_notes", "correction_notes", "derive_headline", "extract_fields"]
