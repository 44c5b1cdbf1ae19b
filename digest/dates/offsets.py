"""Grammar of offsets from the day of speaking: `قبل يومين`, `بعد ثلاثة أسابيع`, `3 أيام مضت`."""

from __future__ import annotations

from digest.dates.numbers import cardinal, count, digits, ordinal
from digest.dates.periods import Read
from digest.dates.tokens import Tokens
from digest.dates.when import When


def offset_led(t: Tokens, at: int) -> Read:
    """`قبل يومين`, `بعد ثلاثة أسابيع`, `منذ 1 شهر و 21 يوما من الآن`, `قبل بضعة أشهر`."""
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
        joined = t.words[end] in ("و", "،", ",") or t.words[end].startswith("و")
        if not joined:
            break
        if t.words[end] in ("و", "،", ",") and _step(t, end + 1):
            end += 1
    return _anchored(t, When(offsets=tuple(steps), approximate=vague), end) if steps else None


def _direction(t: Tokens, at: int) -> tuple[int, int]:
    for category, sign in (("before", -1), ("since", -1), ("ahead", 1), ("after", 1)):
        found = t.find(at, category)
        if found:
            return sign, found[1]
    if t.words[at] in ("من", "ومن") and (at == 0 or t.words[at - 1] in _OPENERS):
        return -1, at + 1
    return 0, at


_OPENERS = frozenset(["", "\n", ".", "،", ",", "(", '"', ":", "؟", "!"])


def _step(t: Tokens, at: int) -> tuple[int, str, int, bool] | None:
    """One quantity of a unit: (number, unit, token after, whether vague)."""
    unit = t.find(at, "unit")
    if unit and not unit[0].definite and unit[0].value[1] in (1, 2):
        name, number = unit[0].value
        named = ordinal(t, unit[1])
        if number == 1 and (digits(t, unit[1]) or (name == "month" and t.find(unit[1], "month")) or named):
            return None
        after = unit[1]
        if number == 1 and name == "year" and (found := cardinal(t, after)) and found[0] >= 100:
            return None
        after = after + 1 if t.words[after] in ("واحد", "واحده") else after
        return number, name, after, False
    found_count = count(t, at)
    unit = t.find(found_count[1], "unit") if found_count else None
    if found_count is None or unit is None or unit[0].clitic:
        return None
    if unit[0].definite:
        return None
    return found_count[0], unit[0].value[0], unit[1], found_count[2]


def _anchored(t: Tokens, when: When, end: int) -> Read:
    """Whether the steps are from now (`من الآن`) or from something told (`من الانتخابات`: none)."""
    if t.words[end] == "من":
        now = t.find(end + 1, "now")
        return (when, now[1]) if now else None
    if t.words[end] in ("علي", "عن"):
        return None
    return when, end


def offset_after(t: Tokens, at: int) -> Read:
    """A quantity that `مضت` or `من الآن` turns into an offset: `3 أيام مضت`."""
    found = count(t, at)
    unit = t.find(found[1], "unit") if found else None
    if found is None or unit is None:
        return None
    if t.find(unit[1], "gone"):
        return When(offsets=((-found[0], unit[0].value[0]),), approximate=found[2]), t.skip(unit[1], "gone")
    return None
