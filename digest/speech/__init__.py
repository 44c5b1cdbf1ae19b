"""Quotations: words quoted, who says them, by which verb, in which sentence.

Reads the document, its sentences and its entities; pure. A name or a term in marks is not a quotation, and
a speaker is given only where the text leaves no doubt.
"""

from __future__ import annotations

from digest.speech.quotations import find_quotations

__all__ = ["find_quotations"]
