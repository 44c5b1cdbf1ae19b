"""The HTML inside an MHTML archive ("save page as, single file"). Standard library only."""

from __future__ import annotations

import email
import email.policy
from email.message import EmailMessage

from digest.errors import SeedError


def html_part(data: bytes, name: str) -> bytes:
    """The bytes of the archive's first HTML page, in UTF-8 where the archive says how it is encoded.

    Raises SeedError when there is none.
    """
    message = email.message_from_bytes(data, policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            return _content(part)
    raise SeedError("holds no HTML page; save the page again as .html", file=f"seeds/{name}")


def _content(part: object) -> bytes:
    assert isinstance(part, EmailMessage)
    payload = part.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else b""
    charset = part.get_content_charset()
    try:
        return content.decode(charset).encode() if charset else content
    except (LookupError, UnicodeDecodeError):
        return content
