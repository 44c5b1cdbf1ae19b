"""What a figure measures, where the words around it are plain about it.

Pure. `بلغت كلفة المشروع 5 ملايين` tells the cost of the project, `انخفضت أسعار النفط 2%` what fell; a noun
such as `نسبة` tells nothing by itself. The nouns and verbs are `rules/units.yml`.
"""

from __future__ import annotations

from collections.abc import Iterator

from digest.figures.row import Found, Phrase, Row
from digest.figures.units import PLAIN, word_set
from digest.names.tokens import stems
from digest.names.words import COMMON, FUNCTION, NISBA, SAYING, flags
from digest.text import fold

_REACH = 8
"""Words before the number among which the noun or verb stands."""
_LONGEST = 5
"""Words that what is measured has at most."""
_LONGEST_RATIO = 8
_OWNED = 4
"""Letters of a word with whose it is attached are more than this."""
_BETWEEN = 4
"""Words of a phrase of place or time between it and the number: `نسبة البطالة في تونس 15%`."""


def measured(row: Row, found: Found, earlier: Found | None) -> Phrase | None:
    """The tokens of what a figure measures; `earlier` is the figure before it in its line."""
    first = found.first if found.told_from is None else found.told_from
    last, level = _back(row, first - 1)
    phrase = found.measures or (
        _carried(row, last, earlier, level=level)
        or _told_before(row, found, last, level=level)
        or _told_behind(row, found)
        or _told_alone(row, last, found, level=level)
    )
    return phrase if phrase and _may_be_of(row, phrase, found) else None


def _may_be_of(row: Row, phrase: Phrase, found: Found) -> bool:
    """Whether a figure may be of what a phrase says."""
    word = row.word(phrase.first)
    if phrase.skip and word[phrase.skip - 1 :].startswith("لل"):
        return False  # `للصادرات` cannot be cut into a particle and a noun
    if found.unit.kind == "people" and _stem(word, "measured") is not None:
        return _stem(word, "measured_people") is not None
    vague = _stem(word, "measured_of") is not None and phrase.end - phrase.first > 1
    # `مستوى قياسي` tells of nothing.
    return not vague or not flags(row.word(phrase.end - 1)) & NISBA or _is_definite(row.word(phrase.end - 1))


def lasting(measures: str) -> bool:
    """Whether figures of several days may be compared by what they measure.

    `سعر النفط` and `التضخم` name one thing, `طول` any; rises of two days (`ارتفع سعر النفط`) make no line,
    nor do shares (`من السكان`).
    """
    words = fold(measures).split()
    if words[0] == "من" or any(_stem(word, "changes") is not None for word in (words[0], words[-1])):
        return False
    return len(words) > 1 or words[0].startswith("ال")


def _back(row: Row, at: int) -> tuple[int, bool]:
    """The word before what may stand before a number, and whether that leads to a level: `إلى`."""
    passed: list[str] = []
    while row.spaced(at + 1, at) and (word := _about(row, at)):
        passed.append(word)
        at -= 1
    if not word_set("antecedent").isdisjoint(passed) and _is_definite(row.word(at)):
        return -1, False
    reached = not word_set("levels").isdisjoint(passed)
    from_it = "من" in passed and word_set("compares").isdisjoint(passed)
    return at, reached or from_it


def _about(row: Row, at: int) -> str:
    """A word that may stand between a noun and its number, without a conjunction; empty for others."""
    word = row.word(at)
    if word in word_set("after_exceeds") and row.word(at - 1) not in word_set("about"):
        return ""
    if word in word_set("about"):
        return word
    return word[1:] if word.startswith("و") and word[1:] in word_set("about") else ""


def _carried(row: Row, last: int, earlier: Found | None, *, level: bool) -> Phrase | None:
    """What the figure right before measures, which reached this one: `زادت الأرباح 7% إلى 450 مليونا`."""
    if not level or earlier is None or earlier.measures is None or earlier.end != last + 1:
        return None
    if earlier.unit is PLAIN:
        return None
    phrase = earlier.measures
    if _stem(row.word(phrase.first), "changes") is None:
        return phrase
    return Phrase(phrase.first + 1, phrase.end) if phrase.end - phrase.first > 1 else None


def _told_before(row: Row, found: Found, last: int, *, level: bool) -> Phrase | None:
    """The phrase before the number: a noun with what it is of, or a verb of change with its subject."""
    if not row.word(last) or not row.spaced(last + 1, last) or flags(row.word(last)) & FUNCTION:
        return None
    changed = _stem(row.word(last), "changes") == 0 and row.spaced(last, last - 1)
    for at in _backwards(row, last - changed):
        phrase = _told_by_noun(row, at, last - changed, found, level=level)
        if phrase and changed:
            return phrase if level else phrase._replace(end=last + 1)
        if phrase:
            return _with_verb(row, phrase, level=level)
        verb = _told_by_verb(row, at, last, found, level=level)
        if verb:
            return verb
    return None


def _told_by_noun(row: Row, at: int, last: int, found: Found, *, level: bool) -> Phrase | None:
    """`كلفة المشروع`; a duration is measured by nouns of time only."""
    noun = _noun(row, at)
    if noun is None or (found.unit.kind == "time" and _stem(row.word(at), "durations") is None):
        return None
    if found.unit.kind == "percent" and row.word(at - 1) == "من":
        return None
    phrase = _whole(row, at, last)
    if phrase and level and not noun.skip and _is_change_to(row, phrase):
        return Phrase(phrase.first + 1, phrase.end)
    return phrase._replace(skip=noun.skip) if phrase else None


def _is_change_to(row: Row, phrase: Phrase) -> bool:
    """Whether a phrase is a verb with what reached a level: `تراجع اليورو إلى`, not behind `وصل`."""
    reached = row.spaced(phrase.first, phrase.first - 1) and row.word(phrase.first - 1) in word_set("levels")
    return _stem(row.word(phrase.first), "changes") == 0 and not reached and phrase.end - phrase.first > 1


def _backwards(row: Row, last: int) -> Iterator[int]:
    """The places from a word back, as far as the clause goes."""
    for at in range(last, max(-1, last - _REACH), -1):
        word = row.word(at)
        if not word or word in word_set("apart") or (at < last and not row.spaced(at + 1, at)):
            return
        yield at


def _with_verb(row: Row, phrase: Phrase, *, level: bool) -> Phrase:
    """The phrase with the noun or verb of change before it, unless the number is the level reached."""
    before = phrase.first - 1
    if phrase.skip or not row.spaced(phrase.first, before):
        return phrase
    skip = _stem(row.word(before), "changes")
    if skip is not None:
        return phrase if level else Phrase(before, phrase.end, skip)
    noun = _noun(row, before)
    return _with_verb(row, Phrase(before, phrase.end, noun.skip), level=level) if noun else phrase


def _told_by_verb(row: Row, at: int, last: int, found: Found, *, level: bool) -> Phrase | None:
    """`تراجعت صادرات القمح`, or the subject alone of `بلغت الخسائر`."""
    change, reach = _stem(row.word(at), "changes"), _stem(row.word(at), "reaches")
    if (change is None and (reach is None or found.unit.id == "point")) or found.unit.kind == "time":
        return None
    if flags(row.word(at + 1) or "-") & FUNCTION:
        return None
    phrase = _whole(row, at + 1, last, least=1 if _is_definite(row.word(at + 1)) else 2)
    if phrase is None or change is None or level:
        return phrase
    return Phrase(at, phrase.end, change)


def _whole(row: Row, first: int, last: int, *, least: int = 2) -> Phrase | None:
    """The noun phrase at a place, if nothing but a phrase of place or time parts it from the number."""
    end = _whole_end(row, first)
    bridged = end == last + 1 or (
        last - end < _BETWEEN and row.follows(end) and row.word(end) in word_set("bridges")
    )
    longest = _LONGEST_RATIO if _is_ratio(row, first) else _LONGEST
    return Phrase(first, end) if bridged and least <= end - first <= longest else None


def _whole_end(row: Row, first: int) -> int:
    """The token after a noun phrase, of a ratio with what it is to: `نسبة الدين إلى الناتج المحلي`."""
    end = _phrase_end(row, first)
    goes_on = _is_ratio(row, first) and row.follows(end) and row.word(end) in word_set("range_to")
    return _phrase_end(row, end + 1) if goes_on and _is_definite(row.word(end + 1)) else end


def _is_ratio(row: Row, at: int) -> bool:
    """Whether a noun may speak of one thing in proportion to another."""
    return _stem(row.word(at), "ratios") is not None


def _phrase_end(row: Row, first: int) -> int:
    """The token after a noun phrase: its noun, those it is of, and from a definite one on definite ones."""
    at, definite = first, False
    while at - first < _LONGEST and (at == first or row.follows(at)):
        word = row.word(at)
        if _is_definite(word):
            definite = True
        elif definite or not _is_of(row, at, first=at == first):
            break
        at += 1
    return at


def _is_of(row: Row, at: int, *, first: bool) -> bool:
    """Whether an indefinite word goes on with a phrase: `سكان` of `عدد سكان المدينة`, a name at its end."""
    word = row.word(at)
    if not word or word in word_set("about") or word in word_set("bridges"):
        return False
    if not first and len(word) > _OWNED and word.endswith(("ها", "هم")):
        return False  # nothing is of what is somebody's: `إعمار قدرتها الأمم المتحدة`
    if not first and (word in word_set("apart") or _stem(word, "changes") is not None):
        return False
    if first or (row.follows(at + 1) and _is_definite(row.word(at + 1))):
        return True
    return not flags(word) & (COMMON | FUNCTION | SAYING)


def _told_behind(row: Row, found: Found) -> Phrase | None:
    """`من الغاز` after a volume; `من سكان المدينة` after a share of them, with its preposition."""
    share = found.unit.kind == "percent"
    if not (share or found.unit.kind == "volume") or row.word(found.end) != "من":
        return None
    first = found.end + 1
    if not row.follows(first) or (not share and not _is_definite(row.word(first))):
        return None
    end = min(_whole_end(row, first), first + _LONGEST - 1)
    if end == first or not _is_definite(row.word(end - 1)):
        return None
    return Phrase(found.end if share else first, end)


def _told_alone(row: Row, last: int, found: Found, *, level: bool) -> Phrase | None:
    """A noun right before the number that tells by itself: `غرامة`, `ميزانية إنتاج`, `مقتل`."""
    if not row.spaced(last + 1, last) or _stem(row.word(last), "measured_of") is not None:
        return None
    keys = ("durations",) if found.unit.kind == "time" else ("measured", "befell")
    skip = next((skip for key in keys if (skip := _stem(row.word(last), key)) is not None), None)
    if skip is None or (level and _stem(row.word(last), "changes") is not None):
        return None
    if _is_definite(row.word(last)) and row.word(last - 1) == "في" and row.follows(last):
        whole = _noun(row, last - 2)
        if whole or _is_definite(row.word(last - 2)):
            return whole and whole._replace(end=last + 1)  # `العجز في الموازنة`
    before = None if skip or not row.spaced(last, last - 1) else _noun(row, last - 1)
    return before._replace(end=last + 1) if before else Phrase(last, last + 1, skip)


def _noun(row: Row, at: int) -> Phrase | None:
    """The noun at a place that says what is measured."""
    skip = _stem(row.word(at), "measured")
    return None if skip is None else Phrase(at, at + 1, skip)


def _is_definite(word: str) -> bool:
    inner = word[1:] if word.startswith("وال") else word
    return inner.startswith("ال") and len(inner) > 3 and inner not in word_set("not_measured")


def _stem(word: str, key: str) -> int | None:
    """Letters attached before a word of a list, its article aside; None where it is none of them."""
    words = word_set(key)
    for skip, stem in stems(word) if word else ():
        if stem in words or (stem.startswith("ال") and stem[2:] in words):
            return skip
    return None
