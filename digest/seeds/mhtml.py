"""The HTML inside an MHTML archive ("save page as, single file"). Standard library only."""

from __future__ import annotations

import email
import re
from email.policy import Compat32

from digest.errors import SeedError

_HTML = ("text/html", "application/xhtml+xml")
_HEADER = 2_000
"""Characters of a header that are read: taking its parameters apart takes the square of its length."""
_PARTS = 10_000
"""Lines that may begin as those between an archive's parts do; a page has some hundreds of files."""
_BOUNDARY = re.compile(rb"[\r\n]--")


class _ShortHeaders(Compat32):
    """The oldest policy, which looks into the fewest headers; the others stumble over broken ones."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        """A header's name and the beginning of its value."""
        name, value = super().header_source_parse(sourcelines)
        return name, value[:_HEADER]


def html_part(data: bytes, name: str) -> bytes:
    """The bytes of the archive's first HTML page, in UTF-8 where the archive says how it is encoded.

    Raises SeedError when there is none, or more parts than any page has.
    """
    if len(_BOUNDARY.findall(data)) > _PARTS:
        message = f"holds more than {_PARTS:,} parts; save the page again as .html"
        raise SeedError(message, file=f"seeds/{name}")
    try:
        parts = email.message_from_bytes(data, policy=_ShortHeaders()).walk()
        page = next((part for part in parts if part.get_content_type() in _HTML), None)
    except Exception:  # what broken headers raise is anybody's guess
        page = None
    if page is None:
        raise SeedError("holds no HTML page; save the page again as .html", file=f"seeds/{name}")
    payload = page.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else b""
    try:
        charset = page.get_content_charset()
        return content.decode(charset).encode() if charset else content
    except Exception:  # an encoding that is none, or another one; a name that cannot be read
        return content
