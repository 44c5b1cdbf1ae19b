"""The words of a text as the search compares them: folded, split, brought to a stem. Pure.

`search_table` is what the page's JavaScript is given to do exactly the same (`search-words.js`); a test holds
the two equal. The stem is no root: it is what remains when nothing can be clitic or ending any more, so that
a word has the same stem whatever is written onto it.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import chain
from typing import Any

from digest.rules import default_rules
from digest.text import fold, fold_drops

_RUN = re.compile("[\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff]+|[0-9]+|[^\\W\\d_\u0600-\u06ff]+")
"""Arabic letters, ASCII digits, or letters of any other script: what is neither ends a word."""
_POSSESSIVE = re.compile("['’]s\\b")
_ARABIC = re.compile("[\u0600-\u06ff]")


@dataclass(frozen=True, eq=False)
class Stemmer:
    """The table `rules/search.yml`, folded and compiled."""

    table: dict[str, Any]

    @cached_property
    def _endings(self) -> tuple[str, ...]:
        return tuple(self.table["endings"])

    @cached_property
    def _short(self) -> frozenset[str]:
        return frozenset(self.table["short"])

    @cached_property
    def left_out(self) -> frozenset[str]:
        """Folded words that are not searched."""
        return frozenset(self.table["left_out"])

    @cached_property
    def _whole(self) -> frozenset[str]:
        return frozenset(self.table["whole"])

    def stem(self, word: str) -> str:
        """The stem of a folded word; a word of another script than Arabic or Latin is its own."""
        word = word[: self.table["longest"]]
        return self._arabic(word) if _ARABIC.match(word) else self._latin(word)

    def _arabic(self, word: str) -> str:
        article, least = self.table["article"], self.table["least"]
        while (bare := self.without_endings(word)) not in self._whole:
            rest = word[1:]
            if word.startswith(article) and len(word) - len(article) >= 2:
                word = word[len(article) :]
            elif word[0] in self.table["clitics"] and (len(rest) >= least or rest in self._short):
                word = rest
            else:
                break
        return bare

    def without_endings(self, word: str) -> str:
        """A folded Arabic word without what is written onto its end."""
        least = self.table["least"]
        while len(word) > least:
            cut = next((len(e) for e in self._endings if word.endswith(e) and len(word) - len(e) >= least), 0)
            if not cut and word[-2] == "ا" and word[-1] in self.table["after_alef"]:
                cut = 1
            if not cut:
                break
            word = word[:-cut]
        return word

    def _latin(self, word: str) -> str:
        for rule in self.table["latin"]:
            fits = word.endswith(rule["ending"]) and len(word) >= rule["least"]
            if fits and not word.endswith(tuple(rule["unless"])):
                return word[: len(word) - len(rule["ending"])] + str(rule["becomes"])
        return word


def search_words(text: str) -> tuple[str, ...]:
    """The stems of a text's words, in order; the commonest words and bare articles are left out."""
    return tuple(chain.from_iterable(map(_between_spaces, text.split())))


@lru_cache(maxsize=1 << 16)
def _between_spaces(text: str) -> tuple[str, ...]:
    """The same of a text without spaces: nothing of what is done to a text reaches beyond one."""
    stemmer = default_stemmer()
    runs = _RUN.findall(_POSSESSIVE.sub("", plain(text)))
    return tuple(stemmer.stem(run) for run in runs if run not in stemmer.left_out)


def plain(text: str) -> str:
    """A text in compatibility form and lower case, folded, without any marks on its letters."""
    text = unicodedata.normalize("NFKC", text).lower().translate(_drops())
    for spelling, usual in search_table()["seats"].items():
        text = text.replace(spelling, usual)
    return unicodedata.normalize("NFD", fold(text)).translate(_WITHOUT_MARKS)


class _WithoutMarks(dict[int, int | None]):
    """For `str.translate`: drops marks; asks of each character once."""

    def __missing__(self, character: int) -> int | None:
        self[character] = None if unicodedata.category(chr(character)).startswith("M") else character
        return self[character]


_WITHOUT_MARKS = _WithoutMarks()


@cache
def _drops() -> dict[int, None]:
    return dict.fromkeys(map(ord, fold_drops()))


@cache
def default_stemmer() -> Stemmer:
    """The stemmer of the rules that ship with the package."""
    return Stemmer(search_table())


@cache
def search_table() -> dict[str, Any]:
    """What folding and stemming need, JSON-ready: the one table of Python and JavaScript."""
    rules = default_rules()
    arabic = rules.table("search")["arabic"]
    table: dict[str, Any] = {
        "drop": "".join(sorted(fold_drops())),
        "map": rules.table("fold")["map"],
        "seats": arabic["seats"],
        "longest": rules.table("search")["longest"],
        "article": arabic["article"],
        "clitics": _folded(arabic["clitics"]),
        "least": arabic["least"],
        "endings": sorted(_folded(arabic["endings"]), key=lambda ending: (-len(ending), ending)),
        "after_alef": _folded(arabic["after_alef"]),
        "short": _folded(arabic["short"]),
        "left_out": sorted({arabic["article"], *_folded(rules.table("search")["left_out"])}),
        "latin": rules.table("search")["latin"],
    }
    without_endings = Stemmer({**table, "whole": []}).without_endings
    table["whole"] = sorted({without_endings(word) for word in _folded(arabic["whole"])})
    return table


def _folded(words: str) -> list[str]:
    return sorted(set(fold(words).split()))
