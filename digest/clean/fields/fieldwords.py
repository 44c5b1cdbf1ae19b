"""Tells names, places, agencies, labels by their words (`rules/fields.yml`, `givennames.yml`). Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from string import digits

from digest.clean.rows import Row, make_row, words_of
from digest.rules import default_rules
from digest.text import fold

_INITIAL = re.compile(r"[^\W\d_]\.\s?[^\W\d_]{3,}")
"""`ي. سعدي`."""


@dataclass(frozen=True, slots=True)
class FieldWords:
    """The lists, folded."""

    bylines: frozenset[str]
    byline_verbs: frozenset[str]
    sources: frozenset[str]
    credits: frozenset[str]
    pictured: frozenset[str]
    agencies: frozenset[str]
    places: frozenset[str]
    labels: frozenset[str]
    headline_labels: frozenset[str]
    live_labels: frozenset[str]
    outlet_words: frozenset[str]
    not_outlets: frozenset[str]
    titles: frozenset[str]
    posts: frozenset[str]
    desks: frozenset[str]
    columns: frozenset[str]
    states: frozenset[str]
    accounts: frozenset[str]
    revisers: frozenset[str]
    posting: frozenset[str]
    greetings: frozenset[str]
    given: frozenset[str]
    binding: frozenset[str]


def is_agency(piece: str) -> bool:
    """Whether a piece is a wire service or an outlet, known or by its words."""
    words = words_of(piece)
    core = " ".join(words)
    table = field_words()
    if core in table.agencies or core.replace(" ", "").replace(".", "") in table.agencies:
        return True
    # `اليوم` is the end of an outlet's name (`عمان اليوم`), or simply "today".
    ends_name = len(words) == 2 and words[1] in _OF_TIME
    outlet = table.outlet_words.intersection(words) - (set() if ends_name else _OF_TIME)
    named = len(words) <= 3 and bool(outlet) and core not in table.not_outlets
    return named and not describes_outlet(words)


def describes_outlet(words: Sequence[str]) -> bool:
    """Whether folded words say what kind of paper it is, rather than which: `مجلة فصلية ثقافية`."""
    rest = words[1:]
    plain = all(word.endswith("يه") and not word.startswith("ال") for word in rest)
    return len(rest) >= _FEWEST_ADJECTIVES and plain and words[0] in field_words().outlet_words


_FEWEST_ADJECTIVES = 2


_OF_TIME = frozenset(("اليوم", "الان"))


_DAY = frozenset((word,) for word in _OF_TIME)


def may_be_of_day(piece: str) -> bool:
    """Whether a piece says what there is today (`مباريات اليوم`) rather than whose it is (`المصري اليوم`)."""
    if piece.count(" ") != 1 or words_of(piece.split()[1]) not in _DAY:
        return False
    words = words_of(piece)
    if " ".join(words) in field_words().agencies:
        return False
    return not (words[0] in field_words().places or (words[0].startswith("ال") and words[0].endswith("ي")))


def names_outlet(words: Iterable[str]) -> bool:
    """Whether one of the folded words says that they name an outlet: `بوابة`, `تلفزيون`."""
    told = [word for word in words if word not in _OF_TIME]
    return " ".join(told) not in field_words().not_outlets and any(
        word.removeprefix("ال") in field_words().outlet_words for word in told
    )


def is_place(piece: str) -> bool:
    """Whether a piece is a city or country from which datelines are written."""
    return " ".join(words_of(piece)) in field_words().places


def is_term(piece: str) -> bool:
    """Whether a piece only says what the article is (`تحقيق`, `تقرير`)."""
    core = " ".join(words_of(piece))
    return core in field_words().labels or core in field_words().bylines


def is_account(text: str) -> bool:
    """Whether a text is an account under which a site's own staff write: `Admin`, `admin2`."""
    words = " ".join(words_of(text))
    return words in field_words().accounts or words.rstrip(digits) in field_words().accounts


def names_reviser(text: str) -> bool:
    """Whether a text names who revised an article: `مراجعة: محمد الصالح`."""
    cue, colon, name = text.partition(":")
    return bool(colon) and " ".join(words_of(cue)) in field_words().revisers and is_name(name.strip())


def is_posted(row: Row) -> bool:
    """Whether a line names who put a text on a site, whoever wrote it: `مرسلة بواسطة …`."""
    return " ".join(row.words[:2]) in field_words().posting


def is_cue(text: str) -> bool:
    """Whether a text only announces a writer or an outlet: `كتب`, `المصدر`."""
    core = " ".join(words_of(text))
    return core in field_words().bylines or core in field_words().sources


def is_label(text: str) -> bool:
    """Whether a line is a label such as `عاجل`."""
    return " ".join(words_of(text)) in field_words().labels


def is_given(word: str) -> bool:
    """Whether a word is a given name."""
    return fold(word) in field_words().given


def is_name(text: str) -> bool:
    """Whether a piece is a person's name and nothing else, or two with "and" or a comma between them."""
    if _is_one_name(text):
        return True
    several = len(text) <= _LONGEST_NAMES and (" و" in text or "،" in text or "," in text)
    parted = _AND.finditer(text) if several else ()
    return any(_is_one_name(text[: mark.start()]) and _may_be_second(text, mark) for mark in parted)


_AND, _LONGEST_NAMES = re.compile(r"\s+و\s?|\s?[،,]\s?"), 80


def _may_be_second(text: str, mark: re.Match[str]) -> bool:
    """Whether a second name stands behind "and"; any two words where that is a word alone, as in markup."""
    name = text[mark.end() :].strip()
    plain = mark[0] == " و " and name.replace(" ", "").isalpha()
    return _is_one_name(name) or (plain and name.count(" ") == 1)


def _is_one_name(text: str) -> bool:
    """Whether a piece is the name of one: after a title, or a given name first."""
    text = text.strip(" *•")
    if not _may_be_name(text):
        return False
    row = make_row(text)
    words = list(row.words)
    if row.ends or any(map(str.isdigit, row.core)) or " - " in row.text:
        return False
    titled = False
    while len(words) > 2 and words[0].replace(".", "") in field_words().titles:
        words.pop(0)
        titled = True
    known = titled or bool(words and words[0] in field_words().given) or bool(_INITIAL.match(text))
    return known and 2 <= _length(words) <= 4 and not re.search(r"[^\w\s.*ـ\u064b-\u0652-]", text)


def _may_be_name(text: str) -> bool:
    """Whether a title, a given name or an initial comes first."""
    first = next(iter(words_of(text)), "")
    table = field_words()
    return first in table.given or first.replace(".", "") in table.titles or _INITIAL.match(text) is not None


def name_length(piece: str) -> int:
    """Number of words of a piece, or of the longer of two names in it; titles and `بن`, `آل` do not count."""
    words = words_of(piece)
    second = next(
        (
            at
            for at, word in enumerate(words)
            if at >= 2 and word[0] == "و" and (len(word) > 3 or word == "و")
        ),
        None,
    )
    if second and 4 < len(words) <= 7:
        return max(_length(words[:second]), _length(words[second:]))
    return _length([word for word in words if word.replace(".", "") not in field_words().titles] or words)


@cache
def field_words() -> FieldWords:
    """The lists that ship with the package."""
    table = default_rules().table("fields")

    def group(key: str) -> frozenset[str]:
        return frozenset(make_row(name).core for name in table[key])

    agencies = group("agencies")
    given = frozenset(
        fold(name)
        for entry in default_rules().table("givennames")["lists"]
        for name in entry["words"].split()
    )
    return FieldWords(
        bylines=group("byline_cues"),
        byline_verbs=group("byline_verbs"),
        sources=group("source_cues"),
        credits=group("credit_cues"),
        pictured=group("picture_phrases"),
        agencies=agencies | {name.replace(" ", "").replace(".", "") for name in agencies},
        places=group("places"),
        labels=group("labels"),
        headline_labels=group("headline_labels"),
        live_labels=group("live_labels"),
        outlet_words=group("outlet_words"),
        not_outlets=group("not_outlets"),
        titles=group("titles"),
        posts=group("posts"),
        desks=group("desks"),
        columns=group("columns"),
        states=group("states"),
        accounts=group("accounts"),
        revisers=group("reviser_cues"),
        posting=group("posting_cues"),
        greetings=group("greetings"),
        given=group("given_names") | given,
        binding=group("binding"),
    )


def _length(words: Iterable[str]) -> int:
    return sum(word not in field_words().binding for word in words)
