"""The header of a text file that has no fence: lines of `key: value` that a scraper wrote, or a mail's. Pure.

What they state is read as front matter is. The lines stay in the text, told by a rule of their own; only the
key behind which the text itself stands is taken off it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from digest.model import SeedMetadata
from digest.seeds.frontmatter import NOTHING
from digest.seeds.headerlines import first_written
from digest.seeds.labelled import find_labelled
from digest.seeds.mails import find_mail
from digest.seeds.scraped import find_scraped

STATED = "header.stated"
"""The rule of a header's lines."""
_MOST = 60
"""Lines at a file's top that may be blank."""
_FEWEST_BELOW, _TITLE, _NEAR = 3, 3, 8
"""Keys of a header below a title's line, lines in which it begins, and those in which any has a first key."""


@dataclass(frozen=True, slots=True)
class Headed:
    """A text whose header is known."""

    text: str
    stated: SeedMetadata = NOTHING
    lines: tuple[int, ...] = ()
    """Numbers of the lines of the header, from 1."""

    @property
    def marks(self) -> tuple[tuple[int, str], ...]:
        """(line, rule) of each of them."""
        return tuple([(number, STATED) for number in self.lines])


def take_header(text: str) -> Headed:
    """A text, what the header at its top states, and which lines are that header."""
    lines = text.split("\n")
    first = first_written(lines, 0, _MOST)
    if not any(mark in line for line in lines[first : first + _NEAR] for mark in ":："):
        return Headed(text)
    found = find_scraped(lines, first) or find_labelled(lines, first) or find_mail(lines, first)
    if found is None:
        below = first_written(lines, first + 1, _TITLE)
        found = find_scraped(lines, below, fewest=_FEWEST_BELOW)
    if found is None:
        return Headed(text)
    parted = list(_parted(lines, found.places))
    numbers = [number for number, (_, stated) in enumerate(parted, start=1) if stated]
    return Headed("\n".join([line for line, _ in parted]), found.stated, tuple(numbers))


def _parted(lines: Sequence[str], places: Mapping[int, tuple[int, int] | None]) -> Iterator[tuple[str, bool]]:
    """Each line, and whether it is the header's; what stands behind a key of the text is one without it."""
    for place, line in enumerate(lines):
        parts = places.get(place)
        if parts is None:
            yield line, place in places
            continue
        key, value = parts
        if key:
            yield line[:value].rstrip(), True
        yield line[value:], False
