"""Resolves expressions against a reference that may be a day, a set, an interval, a month, a year, unknown.

A relative date is placed from every day that the reference may be; what all agree on is the value, else one
of the values, else the span they lie in. Pure functions.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from digest import edtf
from digest.dates.resolve import resolve, resolve_each
from digest.dates.value import Value
from digest.dates.when import Edge, Range, When
from digest.model import DateFault, Grain

MOST_DAYS = 1100
"""Beyond so many possible days (three years) a reference says too little to count from."""
_LISTED = 6


def reference_days(reference: str | date | None) -> tuple[date, ...]:
    """The days that a reference may be, ascending; none where it is unknown, open or too wide.

    Raises ValueError for a text that is not EDTF.
    """
    if reference is None:
        return ()
    if isinstance(reference, date):
        return (reference,)
    listed = edtf.members(reference)
    if listed:
        return tuple(sorted({day for item in listed for day in reference_days(item)}))
    first, last = edtf.bounds(reference)
    if first is None or last is None or (last - first).days > MOST_DAYS:
        return ()
    return tuple(first + timedelta(step) for step in range((last - first).days + 1))


def place(said: When | Range | Edge, days: Sequence[date], *, future: bool) -> Value:
    """The value of an expression for a reference that is one of `days` (none: unknown)."""
    first = _place_one(said, days[0] if days else None, future)
    if not first.relative or len(days) <= 1:
        return first
    if isinstance(said, When):
        values = [first, *resolve_each(said, days[1:], future=future)]
    else:
        values = [first, *(_place_one(said, day, future) for day in days[1:])]
    sound = [value for value in values if value.warning is None and value.edtf] or values[:1]
    return _combined(sound)


def _place_one(said: When | Range | Edge, day: date | None, future: bool) -> Value:
    if isinstance(said, Range):
        return _range(said, day, future)
    if isinstance(said, Edge):
        ahead = future or (said.side in ("before", "by", "until") and _bare_weekday(said.when))
        inner = _place_one(said.when, day, ahead)
        return inner if inner.edtf is None else inner._replace(edtf=with_edge(inner.edtf, _side(said)))
    return resolve(said, day, future=future)


def _side(said: Edge) -> str:
    """Before the end of a year is in it too, and so is after its beginning."""
    within = said.when.within if isinstance(said.when, When) else None
    if said.side == "before" and within in ("inner", "last"):
        return "by"
    return "since" if said.side == "after" and within in ("first", "inner") else said.side


def _bare_weekday(said: When | Range) -> bool:
    """`قبل الجمعة`: a term that is set lies ahead."""
    return isinstance(said, When) and said.weekday is not None and said.month is None


def with_edge(value: str, side: str) -> str:
    """An unbounded interval that begins or ends at the value; sets stay as they are.

    `since`, `until` and `by` hold the value itself, `before` and `after` do not.
    """
    if value[:1] in ("[", "{"):
        return value
    first, _, last = value.partition("/")
    if side == "before":
        return f"../{_beside(first, -1)}"
    if side == "after":
        return f"{_beside(last or first, 1)}/.."
    return f"{first}/.." if side == "since" else f"../{last or first}"


def _beside(value: str, step: int) -> str:
    """The day, month or year before or after a value; the edge day of anything else."""
    plain = edtf.without_marks(value)
    day = edtf.bounds(plain)[0 if step < 0 else 1]
    if day is None:
        return value
    beside = day + timedelta(step)
    width = len(plain) if plain[0] != "-" and "X" not in plain and edtf.grain(plain) in _WHOLE else 10
    return beside.isoformat()[:width]


_WHOLE = (Grain.DAY, Grain.MONTH, Grain.YEAR)


def _range(said: Range, day: date | None, future: bool) -> Value:
    first = resolve(said.first, day, future=future)
    if first.edtf is None:
        return first
    start = edtf.bounds(first.edtf)[0]
    if _weekdays_to(said):
        return _to_weekday(said, day, future)
    last = resolve(said.last, day, future=future)
    if last.edtf is None:
        return last
    if _out_of_order(first.edtf, last.edtf) and said.last.year is None and start is not None:
        last = resolve(said.last.but(way=None), start, future=True)
    if last.edtf is None or _out_of_order(first.edtf, last.edtf):
        return Value(None, warning=DateFault.ENDS_BEFORE_IT_BEGINS)
    middle = [resolve(item, day, future=future).edtf for item in said.middle]
    listed = [first.edtf, *(value for value in middle if value), last.edtf]
    joined = _together(listed) if said.pair else _joined(first.edtf, last.edtf)
    return Value(
        joined,
        relative=first.relative or last.relative,
        outside=first.outside or last.outside,
        warning=first.warning or last.warning,
    )


def _weekdays_to(said: Range) -> bool:
    """Whether an adjective after the second of two weekdays places both: `من الاثنين إلى الأربعاء القادم`."""
    first, last = said.first, said.last
    bare = first.weekday is not None and first.way is None and first.day is None and first.week_shift is None
    return bare and not said.pair and last.weekday is not None and last.way is not None and last.day is None


def _to_weekday(said: Range, day: date | None, future: bool) -> Value:
    last = resolve(said.last, day, future=future)
    end = edtf.bounds(last.edtf)[1] if last.edtf else None
    if end is None:
        return last
    begin = end - timedelta(((said.last.weekday or 0) - (said.first.weekday or 0)) % 7)
    return last._replace(edtf=edtf.from_days(begin, end))


def _out_of_order(first: str, last: str) -> bool:
    begins, ends = edtf.day_numbers(first)[0], edtf.day_numbers(last)[1]
    return begins is None or ends is None or ends < begins


def _joined(first: str, last: str) -> str:
    return edtf.interval(first.partition("/")[0], last.rpartition("/")[2])


def _together(values: Sequence[str]) -> str:
    """Values of which each begins where the one before ends as an interval, else as all of a set."""
    plain = [edtf.without_marks(value) for value in values]
    touching = all(_touch(one, following) for one, following in pairwise(plain))
    if touching or any("/" in value for value in plain):
        return _joined(plain[0], plain[-1])
    return edtf.all_of(plain)


def _touch(first: str, last: str) -> bool:
    ends, begins = edtf.day_numbers(first)[1], edtf.day_numbers(last)[0]
    return ends is not None and begins == ends + 1


def _combined(values: Sequence[Value]) -> Value:
    texts = list(dict.fromkeys(value.edtf for value in values if value.edtf))
    if len(texts) == 1:
        return values[0]
    plain = sorted({edtf.without_marks(text) for text in texts}, key=edtf.sort_key)
    if len(plain) == 1:
        return values[0]._replace(edtf=plain[0], mark="")
    if any("/" in text or text[0] in "[{" for text in plain):
        first = min(plain, key=lambda text: edtf.sort_key(text)[0]).partition("/")[0].strip("[{")
        last = max(plain, key=edtf.sort_key).rpartition("/")[2].strip("]}")
        hull = f"{first.partition(',')[0]}/{last.rpartition(',')[2]}"
        return values[0]._replace(edtf=hull if edtf.is_valid(hull) else None, mark="?")
    if len(plain) <= _LISTED:
        return values[0]._replace(edtf=edtf.one_of(plain), mark="")
    days = [day for text in plain if (day := edtf.bounds(text)[0])]
    if all(len(text) == 10 for text in plain):
        return values[0]._replace(edtf=edtf.one_of_days(days), mark="")
    return values[0]._replace(edtf=f"[{plain[0]}..{plain[-1]}]", mark="")
