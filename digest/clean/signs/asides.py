"""Finds furniture between a line's sentences: links and advertisements in brackets, bare buttons. Pure.

Called by `inline`; the rules are those of whole lines (`rules/furniture.yml`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice, takewhile

from digest.clean.fields.everyday import is_everyday, is_verb
from digest.clean.phrases import phrases
from digest.clean.prose import is_function_word
from digest.clean.rows import has_stop, make_row, words_of
from digest.model import LineKind
from digest.rules import default_rules
from digest.text import fold

_BRACKETED = re.compile(r"\(([^()\[\]\n]{3,120})\)|\[([^()\[\]\n]{3,120})\]")
_STARTS = re.compile(r"(?:^|[.!?؟…][\"”»’')\]]*\s+)(?=\S)")
_TOKEN = re.compile(r"\S+")
SIGNS_OF_ASIDES = ("(", "[")
"""One of which any line has with furniture in brackets."""
STOPS = (".", "!", "?", "؟", "…", "»", '"', "”")
"""What a sentence ends with."""
_ASIDE = frozenset({LineKind.ADVERTISEMENT, LineKind.RELATED, LineKind.COPY_LINK, LineKind.APP_CONTROL})
_BUTTONS = frozenset({LineKind.SHARE, LineKind.COMMENTS})
_FEWEST, _MOST, _LONGEST_LINK = 2, 6, 200
"""Words of a button; characters of one with the title of what it leads to."""


def asides(text: str, words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where furniture stands between the sentences of a text, or in brackets; `words` are the text's."""
    if any(sign in text for sign in SIGNS_OF_ASIDES):
        found = (match for match in _BRACKETED.finditer(text) if _is_aside(text, match))
        yield from (match.span() for match in found)
    if not words_of_asides().isdisjoint(words):
        yield from _between(text)


def _is_aside(text: str, match: re.Match[str]) -> bool:
    """Whether what stands in brackets is furniture; one word in round ones only between two sentences."""
    row = make_row((match[1] or match[2]).strip())
    rule = phrases().find(row)
    if rule is None or rule.kind not in _ASIDE or rule.soft:
        return False
    if rule.kind is LineKind.ADVERTISEMENT:
        before = text[: match.start()].rstrip()
        return match[2] is not None or not before or before.endswith(STOPS)
    linked = rule.kind is not LineKind.RELATED or row.words[0] in phrases().links
    return len(row.words) >= _FEWEST and linked


def _between(text: str) -> Iterator[tuple[int, int]]:
    """The buttons that stand where a sentence begins, another one or the title of a link behind them."""
    for match in _STARTS.finditer(text):
        tokens = [token[0] for token in islice(_TOKEN.finditer(text, match.end()), _MOST + 1)]
        folded = [" ".join(words_of(token)) for token in tokens]
        if words_of_asides().isdisjoint(folded):
            continue
        length = _pressed(tokens, folded) or _asking(tokens, folded) or _bare(tokens, folded)
        if length and any(token.endswith(":") for token in tokens[length:]):
            # A button that says what is behind it is a link, and the title is of it.
            if len(text) - match.end() <= _LONGEST_LINK and not has_stop(text):
                yield match.end(), len(text)
                return
        elif length:
            last = next(islice(_TOKEN.finditer(text, match.end()), length - 1, length))
            yield match.end(), last.end()


def _pressed(tokens: Sequence[str], folded: Sequence[str]) -> int:
    """The words of a button that is pressed, or copies an address; 0 for none."""
    lengths = range(min(_MOST, len(tokens) - 1), _FEWEST - 1, -1)
    found = (length for length in lengths if phrases().is_button(tuple(folded[:length])))
    return next((length for length in found if not _goes_on(tokens[length])), 0)


def _asking(tokens: Sequence[str], folded: Sequence[str]) -> int:
    """The words with which a site asks to be followed, or to pass something on: `تابعونا على تويتر`.

    `شارك على` and `تابعنا` also tell of what was done: then a verb behind shows that a sentence begins there.
    """
    follows = folded[0] in followers()
    if not follows and not any(tuple(folded[:length]) in phrases().sharing for length in (2, 3)):
        return 0
    words = takewhile(phrases().is_of_networks, folded[1:_MOST])
    length = 1 + sum(1 for _ in words)
    if not _FEWEST < length < len(tokens) or folded[length - 1] in _open_words():
        return 0
    if phrases().is_of_networks(folded[length].removeprefix("و")):
        return 0
    below = folded[length]
    asks = follows and folded[0].endswith(_TO_MANY)
    begins = not _goes_on(tokens[length]) if asks else is_verb(below) or _adds(below)
    return length if begins else 0


def _bare(tokens: Sequence[str], folded: Sequence[str]) -> int:
    """The words of an advertisement's label, a bare link or a counter: `إعلان`, `اقرأ المزيد..`, `3 ردود`.

    Behind them stands a mark, or a sentence that goes on with a verb.
    """
    for length in range(1, min(_MOST, len(tokens))):
        if tokens[length - 1].endswith(_MARKS) or _adds(folded[length]):
            return length if _is_label(folded[:length]) else 0
    return 0


def _adds(word: str) -> bool:
    """Whether a word is `و` and a verb."""
    return word.startswith("و") and is_verb(word[1:])


def _is_label(folded: Sequence[str]) -> bool:
    row = make_row(" ".join(folded))
    rule = phrases().whole.get(row.core)
    if rule and rule.kind is LineKind.RELATED:
        return folded[0] in phrases().links
    counted = folded[0].isdigit()
    labelled = phrases().find(row) if counted else phrases().of_words(row)
    if labelled is None or labelled.soft:
        return False
    if labelled.kind is LineKind.SHARE:
        # A verb or a network may begin a sentence; a button beside another, or of Latin letters, does not.
        return not is_verb(folded[0]) and (row.latin or len(folded) > 1)
    return labelled.kind is (LineKind.COMMENTS if counted else LineKind.ADVERTISEMENT)


_MARKS = (".", "…", "!")
_TO_MANY = "ونا"
"""How what asks many for something that is done for "us" ends."""


def _goes_on(word: str) -> bool:
    """Whether a word goes on with a sentence rather than beginning one: `انسخ الرابط ثم …`."""
    return word in _open_words()


@cache
def _open_words() -> frozenset[str]:
    return frozenset(default_rules().table("fields")["open_words"])


@cache
def followers() -> frozenset[str]:
    """The folded words with which a site asks to be followed."""
    return frozenset(map(fold, default_rules().table("fields")["followers"]))


def asks_to_follow(words: tuple[str, ...]) -> bool:
    """Whether a line asks one reader to follow an account in a network: `تابع قناة … على تلغرام`."""
    return words[:2] in _accounts() and len(words) > _FEWEST and phrases().is_of_networks(words[-1])


@cache
def _accounts() -> frozenset[tuple[str, ...]]:
    """What such a line begins with."""
    return frozenset(map(words_of, default_rules().table("fields")["follow_openers"]))


@cache
def words_of_asides() -> frozenset[str]:
    """The words one of which any line has with furniture between its sentences."""
    known = phrases()
    kinds = {word: {rule.kind for _, rule in found} for word, found in known.vocabularies.items()}
    labels = (word for word, found in kinds.items() if LineKind.ADVERTISEMENT in found)
    buttons = (word for word, found in kinds.items() if not _BUTTONS.isdisjoint(found))
    sharing = (words[0] for words in known.sharing)
    plain = (word for word in buttons if not (is_verb(word) or is_everyday(word) or is_function_word(word)))
    return frozenset((*known.buttons, *known.links, *followers(), *sharing, *labels, *plain))
