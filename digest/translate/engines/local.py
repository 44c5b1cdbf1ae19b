"""Engines that need nothing: `memory`, which adds nothing to exact hits, and `echo`, for tests."""

from __future__ import annotations

from digest.text import fold
from digest.translate.engines.base import Glossary

_LATIN = "abtqjhkdrzsyxuvfglmnwieopc"


class MemoryEngine:
    """Only what is in the memories already, which is found before any engine is asked."""

    id = "memory"

    def translate(self, ar: str, glossary: Glossary = ()) -> str | None:  # noqa: ARG002
        """Nothing."""
        return None


class EchoEngine:
    """Writes each Arabic letter as some Latin one: the length, the digits and the stops of a translation."""

    id = "echo"

    def translate(self, ar: str, glossary: Glossary = ()) -> str | None:  # noqa: ARG002
        """The same text in Latin letters, which mean nothing."""
        return "".join(map(_latin, fold(ar)))


def _latin(character: str) -> str:
    if character.isascii():
        return character
    if character.isalpha():
        return _LATIN[ord(character) % len(_LATIN)]
    return {"،": ",", "؛": ";", "؟": "?", "٪": "%"}.get(character, " ")
