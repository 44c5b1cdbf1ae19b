"""Names of sports clubs that are cities' or everyday words too, where the text says that a club is meant.

Pure; the words that say so are data, `rules/clubs.yml`: `لاعب ليفربول`, or a text that speaks of the game.
"""

from __future__ import annotations

from collections import Counter
from functools import cache, cached_property

from digest.names.lexicon import END, Hit, Lexicon, name_words
from digest.names.tokens import Tokens, attached, stems
from digest.names.wordlists import with_article, words_of
from digest.rules import default_rules

_FAR = 3
"""Words between a club and whom it plays."""


class Clubs:
    """Tells which signatures of clubs in one text are clubs."""

    def __init__(self, tokens: Tokens, lexicon: Lexicon) -> None:
        self._tokens, self._lexicon = tokens, lexicon
        self._last = -_FAR
        """Where the club called last ends."""

    def called(self, at: int) -> Hit | None:
        """The signature that begins at a word, where it names a club."""
        hit = self._lexicon.clubs.longest(self._tokens, at)
        if hit is None:
            return None
        owner = self._owner(hit) if self._is_called(hit) else None
        if owner is None:
            return None
        self._last = hit.last
        return hit._replace(id=owner, rule="club")

    def _is_called(self, hit: Hit) -> bool:
        tokens, at = self._tokens, hit.first
        if hit.skip and tokens.words[at][hit.skip - 1] == "ب":
            return False
        before = tokens.words[at - 1] if tokens.joined[at] else ""
        if before in _forms("heads") or self._is_masculine(hit):
            return True
        if (hit.stem,) in _names("after_heads") or before in _forms("places"):
            return False
        if before in _forms("verbs") or self._is_opponent(hit, before):
            return True
        # `القطاع الأهلي` has an adjective of that form.
        of_noun = before.startswith("ال") and hit.stem.startswith("ال")
        return not of_noun and self._is_of_the_game

    def _is_opponent(self, hit: Hit, before: str) -> bool:
        """Whether a name is that of whom the club before it played: `فاز برشلونة على روما`."""
        between = hit.first - self._last
        if hit.skip:
            return between == 0 and self._tokens.words[hit.first][0] == "و"
        return 0 < between <= _FAR and before in _forms("opponents")

    def _is_masculine(self, hit: Hit) -> bool:
        """Whether the nationality behind a name is a club's: a city is feminine (`فالنسيا الإسباني`)."""
        following = self._tokens.words[hit.last] if self._tokens.joined[hit.last] else ""
        if not following.startswith("ال") or not following.endswith("ي") or hit.stem.startswith("ال"):
            return False
        return self._lexicon.adjectives[following] in self._lexicon.nationalities

    @cached_property
    def _is_of_the_game(self) -> bool:
        """Whether the text speaks of matches."""
        words = set(self._tokens.words)
        told = {base for word in words if (base := _bases().get(word))}
        enough: int = default_rules().table("clubs")["enough"]
        return len(told) >= enough and not _forms("sure").isdisjoint(words)

    def _owner(self, hit: Hit) -> str | None:
        """The club that is meant, where only one can be."""
        countries = self._lexicon.countries
        owners = {countries[owner]: owner for owner in self._lexicon.club_owners[hit.id]}
        following = self._tokens.words[hit.last] if self._tokens.joined[hit.last] else ""
        adjective = self._lexicon.adjectives[following] if following.startswith("ال") else ""
        if adjective in self._lexicon.nationalities:
            return owners.get(self._lexicon.nationalities[adjective])
        if (hit.stem,) not in _names("shared"):
            return next(iter(owners.values())) if len(owners) == 1 else None
        told = self._countries.most_common(2)
        known = [(country, count) for country, count in told if country in owners]
        if not known or (len(known) > 1 and known[0][1] == known[1][1]):
            return None
        return owners[known[0][0]]

    @cached_property
    def _countries(self) -> Counter[str | None]:
        """How often the text speaks of each country, by adjectives and names of one word."""
        lexicon = self._lexicon
        found: Counter[str | None] = Counter()
        for word in self._tokens.words:
            adjective = lexicon.adjectives[word]
            if adjective in lexicon.nationalities:
                found[lexicon.nationalities[adjective]] += 1
                continue
            for _, stem in stems(word):
                node = lexicon.names.root.get(stem) or {}
                if END in node:
                    found[lexicon.countries.get(node[END][0])] += 1
                    break
                owners = lexicon.club_owners.get(stem, ())
                if len(owners) == 1 and (stem,) not in _names("shared"):
                    found[lexicon.countries[owners[0]]] += 1
                    break
        del found[None]
        return found


@cache
def _forms(key: str) -> frozenset[str]:
    """The words of a list as they may stand, particles and the article attached."""
    return frozenset[str]().union(*map(attached, with_article(words_of(default_rules().table("clubs")[key]))))


@cache
def _bases() -> dict[str, str]:
    """Each word of the game as it may stand, to the word."""
    words = words_of(default_rules().table("clubs")["game"])
    return {form: word for word in words for base in with_article([word]) for form in attached(base)}


@cache
def _names(key: str) -> frozenset[tuple[str, ...]]:
    return frozenset(map(name_words, default_rules().table("clubs")[key]))
