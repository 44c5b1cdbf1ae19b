"""What the date finder gives for a text, for tests that ask for no more."""

from __future__ import annotations

from digest import find_dates


def values(text: str, reference: str | None = None) -> list[str]:
    return [one.edtf for one in find_dates(text, reference) if one.edtf]
