"""Signs that a page sets round a headline and that are none of it: bullets, arrows, strokes. Pure."""

from __future__ import annotations

import re
from string import whitespace

from digest.model import Span

_BEFORE = re.compile(
    # A sign wherever it stands; one with a blank behind it: `» جندوبة`, `- جندوبة`.
    r"((?:[^\w\s!-/:-@\[-`{-~«»‹›“”„‘’…]|[*_•]|#+(?=\s)|\s)*+)"
    r"((?:(?:\.(?=\s)|[<>«»‹›|/\\:;,=~^•►●▪■*–—-]++)\s++)*+)"
)
_MARKUP = f"{whitespace}\u00a0*_"
_BEHIND = f"{_MARKUP}<>«»‹›|/\\=~^•►◄●▪■–—-"
_PAIRS = (("«", "»"), ("‹", "›"), ("<", ">"))
"""What may set words in quotation marks, either way round, as well."""


def without_signs(text: str) -> Span:
    """Where a headline stands between its signs; all of a text that is nothing but signs."""
    before = _BEFORE.match(text)
    start = before.end() if before else 0
    if before and before[2] and not _is_balanced(text[start:]):
        start = before.end(1)
    end, signs = (len(text.rstrip(marks)) for marks in (_MARKUP, _BEHIND))
    if start < signs < end and text[signs].isspace() and _is_balanced(text[start:signs]):
        end = signs
    return Span(start, end) if start < end else Span(0, len(text))


def _is_balanced(text: str) -> bool:
    """Whether a text has both marks of every quotation."""
    return all(text.count(one) == text.count(other) for one, other in _PAIRS)
