"""Numbers and ordinals at a place in a token list, in digits or words. May use the token list."""

from __future__ import annotations

from digest.dates.tokens import Tokens

Found = tuple[int, int] | None
"""(value, the token after it)."""


def digits(t: Tokens, at: int, most: int = 4) -> Found:
    """A run of ASCII digits of at most `most` figures."""
    if t.is_digits(at) and len(t.words[at]) <= most:
        return int(t.words[at]), at + 1
    return None


def cardinal(t: Tokens, at: int) -> Found:
    """A cardinal in words: units, teens, tens, hundreds and thousands joined by و."""
    found = _term(t, at)
    if found is None:
        return None
    value, end = found
    closed, group = (value, 0) if value >= 1000 else (0, value)
    for _ in range(6):
        step = _next_term(t, end)
        if step is None:
            break
        term, after, joined = step
        if term == 1000 and not joined and group > 0:
            closed, group = closed + group * 1000, 0
        elif joined and _fits(term, group, closed):
            group += term
        elif joined and term in (1000, 2000) and not closed and (not group or group >= 100):
            closed = term
        else:
            break
        end = after
    return closed + group, end


def ordinal(t: Tokens, at: int) -> Found:
    """An ordinal in words, first to ninety-ninth; -1 is the last. Tens count with the article only."""
    found = t.find(at, "ordinal")
    if found is None:
        tens = t.entries[at].words.get("number")
        good = tens is not None and tens.definite and tens.value in range(20, 100, 10)
        return (tens.value, at + 1) if tens and good else None
    value, end = found[0].value, found[1]
    if t.find(end, "teen") and 1 <= value <= 9:
        return value + 10, end + 1
    tens = t.entries[end].words.get("number")
    if tens and tens.value in range(20, 100, 10) and tens.clitic == "و" and 1 <= value <= 9:
        return value + tens.value, end + 1
    return value, end


def day_number(t: Tokens, at: int) -> Found:
    """The number of a day of the month, in digits (also `الـ17`), a cardinal or an ordinal."""
    if t.words[at] in ("ال", "لل", "وال", "بال") and t.is_digits(at + 1):
        at += 1
    found = digits(t, at, 2) or ordinal(t, at) or cardinal(t, at)
    return found if found and (1 <= found[0] <= 31 or found[0] == -1) else None


def count(t: Tokens, at: int) -> tuple[int, int, bool] | None:
    """A quantity before a unit: (number, token after, whether it is vague)."""
    few = t.find(at, "few")
    if few:
        return few[0].value, few[1], True
    found = digits(t, at) or cardinal(t, at)
    return None if found is None else (found[0], found[1], False)


def _term(t: Tokens, at: int) -> Found:
    found = t.find(at, "number")
    if found is None:
        return None
    value, end = found[0].value, found[1]
    if end > at + 1:
        return value, end
    if value < 10 and t.find(at + 1, "teen"):
        return value + 10, at + 2
    follower = t.entries[at + 1].words.get("number")
    if 3 <= value <= 9 and follower and follower.value == 100 and not follower.clitic:
        return value * 100, at + 2
    return value, at + 1


def _next_term(t: Tokens, at: int) -> tuple[int, int, bool] | None:
    joined = t.words[at] == "و"
    found = _term(t, at + 1 if joined else at)
    if found is None:
        return None
    first = t.find(at + 1 if joined else at, "number")
    return found[0], found[1], joined or (first is not None and first[0].clitic == "و")


def _fits(term: int, group: int, closed: int) -> bool:
    if term >= 1000:
        return False
    if term >= 100:
        return (group == 0 and closed > 0) or (group < 100 and not closed)
    if 20 <= term <= 90:
        return group % 100 == 0 or 1 <= group % 100 <= 9
    return group % 100 == 0 and (group > 0 or closed > 0)
