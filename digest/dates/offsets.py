"""Grammar of offsets from the day of speaking: `قبل يومين`, `بعد ثلاثة أسابيع`, `3 أيام مضت`."""

from __future__ import annotations

from collections.abc import Callable

from digest.dates.numbers import cardinal, count, digits, ordinal
from digest.dates.periods import Read
from digest.dates.tokens import Tokens
from digest.dates.when import When

_Point = Callable[[Tokens, int], Read]
_Step = tuple[int, str, int, bool]
"""One quantity of a unit: (number, unit, token after, whether vague)."""

_HALVES = {"year": (6, "month"), "month": (15, "day"), "decade": (5, "year"), "century": (50, "year")}
"""Half a unit as a number of smaller ones."""


def offset_led(t: Tokens, at: int, point: _Point) -> Read:
    """`قبل يومين`, `بعد ثلاثة أسابيع`, `منذ 1 شهر و 21 يوما من الآن`, `قبل أسبوع من 1 يناير`.

    `point` reads the date that the steps are counted from, where one is named.
    """
    sign, start = _direction(t, at)
    if not sign:
        return None
    steps: list[tuple[int, str]] = []
    end = t.skip(start, "about")
    vague = end > start
    while len(steps) < 4:
        step = _step(t, end)
        if step is None:
            break
        steps.append((sign * step[0], step[1]))
        end, vague = step[2], vague or step[3]
        half = _and_half(t, end, step[1])
        if half:
            steps.append((sign * half[0], half[1]))
            end = half[2]
        joined = t.words[end] in ("و", "،", ",") or t.words[end].startswith("و")
        if not joined:
            break
        if t.words[end] in ("و", "،", ",") and _step(t, end + 1):
            end += 1
    return _anchored(t, When(offsets=tuple(steps), approximate=vague), end, point) if steps else None


def _direction(t: Tokens, at: int) -> tuple[int, int]:
    for category, sign in (("before", -1), ("since", -1), ("ahead", 1), ("after", 1)):
        found = t.find(at, category)
        if found:
            return sign, found[1]
    if t.words[at] in ("من", "ومن") and (at == 0 or t.words[at - 1] in _OPENERS):
        return -1, at + 1
    return 0, at


_OPENERS = frozenset(["", "\n", ".", "،", ",", "(", '"', ":", "؟", "!"])


def _and_half(t: Tokens, at: int, unit: str) -> tuple[int, str, int] | None:
    """`ونصف` after a unit (`قبل عام ونصف العام`): (number, smaller unit, token after)."""
    start = at + 1 if t.words[at] == "و" else at
    found = t.find(start, "unit")
    joined = found is not None and (start > at or found[0].clitic == "و")
    if (
        found is None
        or not joined
        or found[0].value != ("half", 1)
        or found[0].definite
        or unit not in _HALVES
    ):
        return None
    again = t.find(found[1], "unit")
    end = again[1] if again and again[0].value == (unit, 1) else found[1]
    return (*_HALVES[unit], end)


def _fraction(t: Tokens, at: int) -> _Step | None:
    """`نصف سنة`, `ربع قرن`."""
    part = t.find(at, "unit")
    parts = {"half": 2, "quarter": 4}.get(part[0].value[0]) if part and part[0].value[1] == 1 else None
    unit = t.find(part[1], "unit") if part and parts and not part[0].definite else None
    if unit is None or unit[0].clitic or unit[0].value[1] != 1 or parts is None:
        return None
    name, end = unit[0].value[0], unit[1]
    if name == "month" and parts == 2 and not unit[0].definite:
        return 15, "day", end, False
    months = {"year": 12, "century": 1200, "decade": 120}.get(name)
    if months is None or (name == "decade" and parts == 4):
        return None
    size = months // parts
    return (size, "month", end, False) if size < 12 else (size // 12, "year", end, False)


def _step(t: Tokens, at: int) -> _Step | None:
    """One quantity of a unit, also a fraction of one."""
    return _fraction(t, at) or _whole_step(t, at)


def _whole_step(t: Tokens, at: int) -> _Step | None:
    unit = t.find(at, "unit")
    if unit and not unit[0].definite and unit[0].value[1] in (1, 2) and unit[0].value[0] not in _PORTIONS:
        return _one_or_two(t, unit[0].value, unit[1])
    found = count(t, at)
    unit = t.find(found[1], "unit") if found else None
    if found is None or unit is None or unit[0].clitic or unit[0].definite:
        return None
    return found[0], unit[0].value[0], unit[1], found[2]


_PORTIONS = ("half", "quarter", "third")


def _one_or_two(t: Tokens, form: tuple[str, int], after: int) -> _Step | None:
    """`يومين`, `شهر`, `يوم واحد`; not the beginning of a name (`شهر مايو`, `عام 2020`, `يوم 5`)."""
    name, number = form
    if number == 1 and t.words[after] in ("واحد", "واحده"):
        return number, name, after + 1, False
    if number == 1:
        numbered = digits(t, after) or ordinal(t, after)
        year = cardinal(t, after) if name == "year" else None
        if numbered or (name == "month" and t.find(after, "month")) or (year and year[0] >= 100):
            return None
    return number, name, after, False


def _anchored(t: Tokens, when: When, end: int, point: _Point) -> Read:
    """Steps from now (`من الآن`), from a date (`من 1 يناير`), or from something told (none)."""
    if t.words[end] == "من":
        return _from_now(t, when, end + 1) or _from_date(t, when, end + 1, point)
    if t.words[end] in ("علي", "عن"):
        return None
    return when, end


def offset_ahead(t: Tokens, at: int) -> Read:
    """So many units ahead, of a quantity that stands here: `أسبوعين`, `3 أيام`."""
    step = _step(t, at)
    if step is None or _attached(t, at):
        return None
    return When(offsets=((step[0], step[1]),), approximate=step[3]), step[2]


def offset_by(t: Tokens, inner: tuple[When, int], side: str) -> Read:
    """`قبل العيد بيومين`, `بعد الأربعاء بأسبوع`: how far before or after a date, said behind it."""
    sign = {"before": -1, "after": 1}.get(side)
    said, end = inner
    attached = t.words[end] == "ب" or t.words[end].startswith("ب")
    step = _step(t, end + 1 if t.words[end] == "ب" else end) if sign and attached else None
    if sign is None or step is None or said.offsets:
        return None
    return When(offsets=((sign * step[0], step[1]),), base=said, approximate=step[3]), step[2]


def _from_now(t: Tokens, when: When, at: int) -> Read:
    now = t.find(at, "now")
    return (when, now[1]) if now else None


def _from_date(t: Tokens, when: When, at: int, point: _Point) -> Read:
    """The steps counted from a day that is named; a month or a year is no day to count from."""
    inner = point(t, at)
    if inner is None or inner[0].offsets:
        return None
    said = inner[0]
    placed = said.day is not None or said.day_shift is not None or said.feast or said.weekday is not None
    return (when.but(base=said), inner[1]) if placed else None


def offset_after(t: Tokens, at: int, point: _Point) -> Read:
    """A quantity that words after it turn into an offset: `3 أيام مضت`, `أربعة أيام من الآن`.

    Also `يومين قبل العيد`, `أسبوع بعد 1 يناير`, with `point` to read the date.
    """
    step = _step(t, at)
    if step is None or _attached(t, at):
        return None
    number, name, end, vague = step
    gone = t.find(end, "gone")
    if gone:
        return When(offsets=((-number, name),), approximate=vague), gone[1]
    ahead = When(offsets=((number, name),), approximate=vague)
    if t.words[end] == "من":
        today = t.find(end + 1, "deictic")
        if today:
            return ahead.but(base=When(day_shift=today[0].value)), today[1]
        return _from_now(t, ahead, end + 1)
    for category, sign in (("before", -1), ("after", 1)):
        found = t.find(end, category)
        if found and not found[0].clitic:
            return _from_date(t, When(offsets=((sign * number, name),)), found[1], point)
    return None


def _attached(t: Tokens, at: int) -> bool:
    """Whether every reading of the word carries a particle (`ليومين`)."""
    return all(reading.clitic for reading in t.entries[at].words.values())
