"""Finds the words of a date in an English sentence, so that a timeline shows what it was chosen for. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from digest.wording.dates import date_in_words, month_name, weekday_name

_VALUE = re.compile(r"(?<![0-9-])[0-9]{4}(?:-[0-9]{2}){0,2}(?![0-9-])")


def words_of_date(text: str, edtf: str) -> str:
    """The words in `text` that name the date, the most exact there are; empty where there are none."""
    found = (match for form in _forms(edtf) if (match := re.search(rf"\b{re.escape(form)}\b", text)))
    return next((match.group() for match in found), "")


@lru_cache(maxsize=4096)
def _forms(edtf: str) -> tuple[str, ...]:
    """Ways in which English names a date, the most exact first."""
    forms = [date_in_words(edtf, "en")]
    for value in _VALUE.findall(edtf):
        forms += _forms_of_value(value)
    return tuple(dict.fromkeys(forms))


def _forms_of_value(value: str) -> Iterator[str]:
    year, month, day = (*map(int, value.split("-")), 0, 0)[:3]
    name = month_name(month, "en") if 1 <= month <= 12 else ""
    if name and day:
        yield f"{day} {name} {year}"
        yield f"{day} {name}"
        yield weekday_name(date(year, month, day).weekday(), "en")
    if name:
        yield f"{name} {year}"
        yield name
    else:
        yield f"{year}"
