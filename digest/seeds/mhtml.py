"""The HTML inside an MHTML archive ("save page as, single file"). Uses causes."""

from __future__ import annotations

import email
import re
from email.policy import Compat32

from digest.causes import caused
from digest.errors import SeedError

_HTML = ("text/html", "application/xhtml+xml")
_HOLDING = ("multipart", "message")
_HEADER = 2_000
"""Characters of a header that are read: taking its parameters apart takes the square of its length."""
_PARTS = 10_000
"""Lines that may begin as those between an archive's parts do; a page has some hundreds of files."""
_HOLDERS = 30
"""Parts that hold parts; each line is held against the ends of all that are open. A page has one or two."""
_BOUNDARY = re.compile(rb"[\r\n]--")


class _TooManyHoldersError(Exception):
    """An archive's parts hold parts more often than those of any page."""


class _ShortHeaders(Compat32):
    """The oldest policy, which looks into the fewest headers; the others stumble over broken ones."""

    holders: list[str]
    """The headers met so far of parts that hold parts."""

    def __init__(self) -> None:
        super().__init__()
        # A policy lets nobody set anything.
        object.__setattr__(self, "holders", [])

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        """A header's name and the beginning of its value."""
        name, value = super().header_source_parse(sourcelines)
        value = value[:_HEADER]
        if name.lower() == "content-type" and any(kind in value.lower() for kind in _HOLDING):
            self.holders.append(name)
            if len(self.holders) > _HOLDERS:
                raise _TooManyHoldersError
        return name, value


def html_part(data: bytes, name: str) -> bytes:
    """The bytes of the archive's first HTML page, in UTF-8 where the archive says how it is encoded.

    Raises SeedError when there is none, or more parts than any page has.
    """
    if len(_BOUNDARY.findall(data)) > _PARTS:
        raise caused(SeedError, "mhtml-parts", file=f"seeds/{name}", most=_PARTS)
    try:
        parts = email.message_from_bytes(data, policy=_ShortHeaders()).walk()
        page = next((part for part in parts if part.get_content_type() in _HTML), None)
    except _TooManyHoldersError:
        raise caused(SeedError, "mhtml-holders", file=f"seeds/{name}", most=_HOLDERS) from None
    except Exception:  # what broken headers raise is anybody's guess
        page = None
    if page is None:
        raise caused(SeedError, "mhtml-no-page", file=f"seeds/{name}")
    payload = page.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else b""
    try:
        charset = page.get_content_charset()
        return content.decode(charset).encode() if charset else content
    except Exception:  # an encoding that is none, or another one; a name that cannot be read
        return content
