"""Bytes to text: byte order marks, UTF-8, UTF-16 without a mark, the Arabic alphabets of eight bits.

charset-normalizer proposes; the text that reads most like Arabic wins. Imports rules and model.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from digest.causes import caused
from digest.errors import SeedError
from digest.rules import default_rules
from digest.seeds.plausibility import ARABIC_BYTE, plausibility

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8 with a byte order mark"),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_SIGNATURES = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"%PDF",
    b"PK\x03\x04",
    b"\x7fELF",
    b"\x1f\x8b",
    b"BM\x00",
)
_CONTROL = re.compile("[\x01-\x08\x0e-\x1f]")
_SAMPLE = 20_000
"""Bytes that are looked at to tell one encoding from another."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text as its bytes say it."""

    text: str
    encoding: str
    repairs: tuple[str, ...] = ()


def decode(data: bytes, name: str) -> Decoded:
    """Decode a page. Raises SeedError for binary data and for bytes that no known table reads."""
    if data.startswith(_SIGNATURES):
        raise caused(SeedError, "binary", file=f"seeds/{name}")
    decoded = _marked(data) or _utf16(data) or _utf8(data) or _eight_bit(data)
    if decoded is None or _is_binary(decoded.text):
        raise caused(SeedError, "encoding", file=f"seeds/{name}", encoding="UTF-8")
    return decoded


def _marked(data: bytes) -> Decoded | None:
    for mark, codec, words in _MARKS:
        if data.startswith(mark):
            text = data.decode(codec, "replace")
            return Decoded(text, codec, (f"read as {words}", *_lost(text)))
    return None


def _utf8(data: bytes) -> Decoded | None:
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    # A few bad bytes in a long text are damage, not another encoding.
    text = data.decode("utf-8", "replace")
    arabic = sum("\u0600" <= sign <= "\u06ff" for sign in text[:_SAMPLE])
    if arabic > 20 and text.count("\ufffd") * 50 < len(text):
        return Decoded(text, "utf-8", _lost(text))
    return None


def _utf16(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: the high byte of Arabic letters (06) or of spaces (00) at every second place."""
    odd = len(data) % 2
    data = data[: len(data) - odd]
    sample = data[: _SAMPLE - _SAMPLE % 2]
    if len(sample) < 4 or ARABIC_BYTE not in sample:
        return None
    for codec, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        arabic = high.count(ARABIC_BYTE)
        if not arabic or (high.count(0) + arabic + high.count(0x20)) * 10 < 9 * len(high):
            continue
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        if plausibility(text) > plausibility(data[:_SAMPLE].decode("latin-1")):
            half = ("half a character at the end was left out",) if odd else ()
            return Decoded(text, codec, ("read as UTF-16 without a byte order mark", *half))
    return None


def _eight_bit(data: bytes) -> Decoded | None:
    """The Arabic table that reads most like Arabic, else what charset-normalizer finds."""
    best: Decoded | None = None
    highest = 0.3
    for codec in default_rules().table("repairs")["encodings"]:
        text = data.decode(codec, "replace")
        score = plausibility(text) - text.count("\ufffd") / len(text)
        if score > highest:
            best, highest = Decoded(text, codec, (f"read as {codec}", *_lost(text))), score
    if best:
        return best
    match = from_bytes(data[:_SAMPLE]).best()
    if match is None:
        return None
    text = data.decode(match.encoding, "replace")
    return Decoded(text, match.encoding, (f"read as {match.encoding}", *_lost(text)))


def _lost(text: str) -> tuple[str, ...]:
    count = text.count("\ufffd")
    return (f"characters lost in decoding: {count}",) if count else ()


def _is_binary(text: str) -> bool:
    if text[:_SAMPLE].replace("\n", " ").replace("\u00a0", " ").isprintable():
        return False
    sample = text[:_SAMPLE].replace("\0", "")
    odd = len(_CONTROL.findall(sample))
    nulls = text[:_SAMPLE].count("\0")
    return odd * 20 > max(len(sample), 1) or nulls > max(len(sample), 1)
