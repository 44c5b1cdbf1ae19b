"""A second look at an article's names: what the article itself tells about them.

A surname alone goes to the full name that the article has; spellings of one name become one entity
(rapidfuzz); a name found once by its context is found again without it. Pure.
"""

from __future__ import annotations

from rapidfuzz import fuzz

from digest.model import EntityKind
from digest.names.context import Candidate
from digest.names.genders import is_said_of_woman, of_gender
from digest.names.known import as_written
from digest.names.lexicon import Hit, Lexicon, Trie, name_words, skeleton
from digest.names.namesakes import RULE as NAMESAKE
from digest.names.tokens import Tokens, attached
from digest.names.words import ALSO, COMMON, FOREIGN, FUNCTION, GIVEN, LINK, flags, listed
from digest.rules import default_rules
from digest.vocabulary import Vocabulary, name_key

_SAME_NAME = 85
"""Similarity (0 to 100) from which two full names of as many words are one, spelled differently."""
_SAME_WORD = 60
"""Similarity above which a word of one is a word of the other."""
_SAME_SPELLING = 80
"""The same for a name that the vocabulary has and the article does not; its consonants are equal too."""

Item = Hit | Candidate


def second_look(found: list[Item], tokens: Tokens, lexicon: Lexicon, vocabulary: Vocabulary) -> list[Item]:
    """Resolve and complete the names of a text."""
    found = _one_spelling(found, lexicon, vocabulary)
    aliases, candidates = _aliases(found, tokens, vocabulary)
    families = _families(found, tokens, vocabulary)
    if not aliases.root and not families:
        return found
    resolved = [_resolve(item, tokens, aliases, families, candidates, vocabulary) for item in found]
    again = _again(found, tokens, aliases, candidates, vocabulary)
    return sorted([*resolved, *again], key=lambda item: item.first)


def _one_spelling(found: list[Item], lexicon: Lexicon, vocabulary: Vocabulary) -> list[Item]:
    """Give a person's spellings one id: the vocabulary's, else the first one's."""
    full: dict[str, tuple[str, ...]] = {}
    for item in found:
        if isinstance(item, Hit) and vocabulary.entries[item.id].kind is EntityKind.PERSON:
            full.setdefault(item.id, name_words(vocabulary.entries[item.id].ar))
    same: dict[str, str] = {}
    for item in found:
        if item.last - item.first == 1 or isinstance(item, Hit) or item.rule == NAMESAKE:
            continue  # a namesake's name is not the known one's in another spelling
        if item.kind is EntityKind.PERSON and item.id not in same:
            words = tuple(item.id[1:].split())
            same[item.id] = _nearest(words, full) or _known_spelling(words, lexicon, vocabulary) or item.id
            full.setdefault(same[item.id], words)
    return [_renamed(item, same[item.id], vocabulary) if item.id in same else item for item in found]


def _renamed(item: Item, owner: str, vocabulary: Vocabulary) -> Item:
    if owner in vocabulary.entries:
        return Hit(item.first, item.last, item.skip, item.stem, owner, "spelling")
    return item._replace(id=owner)


def _known_spelling(words: tuple[str, ...], lexicon: Lexicon, vocabulary: Vocabulary) -> str | None:
    """Return the one person of the vocabulary whose foreign name this is, spelled differently."""
    key = skeleton(words)
    owner = lexicon.spellings.get(key) if key and any(flags(word) & FOREIGN for word in words) else None
    if owner is None or _surname_first(vocabulary.entries[owner].country):
        return None  # names of a syllable or two are too much alike: هان جونغ is not هان تشنغ
    forms = (vocabulary.entries[owner].ar, *vocabulary.entries[owner].ar_variants)
    name = " ".join(words)
    alike = max(fuzz.ratio(name, name_key(form)) for form in forms)
    return owner if alike >= _SAME_SPELLING else None


def _nearest(words: tuple[str, ...], full: dict[str, tuple[str, ...]]) -> str | None:
    name = " ".join(words)
    for owner, other in full.items():
        alike = len(other) == len(words) and fuzz.ratio(name, " ".join(other)) >= _SAME_NAME
        if alike and all(map(_same_word, words, other)):
            return owner
    return None


def _same_word(mine: str, theirs: str) -> bool:
    """Whether two words can be one, spelled differently: not الحربي and الحضريتي, whose article is one."""
    return fuzz.ratio(mine.removeprefix("ال"), theirs.removeprefix("ال")) > _SAME_WORD


def _aliases(found: list[Item], tokens: Tokens, vocabulary: Vocabulary) -> tuple[Trie, dict[str, Candidate]]:
    """Return the shorter names of the article's persons, and all its unknown names, as a trie."""
    owners: dict[tuple[str, ...], str | None] = {}
    candidates: dict[str, Candidate] = {}
    alone: list[tuple[tuple[str, ...], str]] = []
    for item in found:
        words = _words(item, tokens)
        if isinstance(item, Candidate):
            candidates.setdefault(item.id, item)
            person = item.kind is EntityKind.PERSON
            country = None
            if person and len(words) == 1:  # the full name's, whichever stands first
                alone.append((words, item.id))
            else:
                owners.setdefault(words, item.id)
        else:
            entry = vocabulary.entries[item.id]
            if item.rule == "aside":
                owners.setdefault(words, item.id)
            person, country = entry.kind is EntityKind.PERSON, entry.country
        # A namesake's shorter names are the known one's where the article has both.
        if person and len(words) > 1 and not (item.rule == NAMESAKE and _has_known(found, words, tokens)):
            for short in _short_names(words, country):
                if owners.setdefault(short, item.id) != item.id:
                    owners[short] = None
    for words, owner in alone:
        owners.setdefault(words, owner)
    return _trie(owners), candidates


def _trie(owners: dict[tuple[str, ...], str | None]) -> Trie:
    trie = Trie()
    for short, owner in owners.items():
        if owner is not None:
            trie.add(short, owner)
    return trie


def _has_known(found: list[Item], words: tuple[str, ...], tokens: Tokens) -> bool:
    """Whether the article has the known person of this name too."""
    return any(isinstance(item, Hit) and _words(item, tokens) == words for item in found)


def _short_names(words: tuple[str, ...], country: str | None) -> list[tuple[str, ...]]:
    if _surname_first(country):
        return [words[:1]]
    last = words[-1]
    mine = flags(last)
    if len(words) > 2 and flags(words[-2]) & LINK:
        return [words[-2:], ("ابن", last)] if words[-2] == "بن" else [words[-2:]]
    definite = last.startswith("ال") and listed(last[2:]) & GIVEN
    if len(last) < 3 or listed(last) & FUNCTION or (mine & COMMON and not mine & GIVEN and not definite):
        return []
    return [] if mine & ALSO and len(words) > 3 else [(last,)]


def _surname_first(country: str | None) -> bool:
    return country in default_rules().table("givennames")["surname_first"]


def _families(found: list[Item], tokens: Tokens, vocabulary: Vocabulary) -> dict[tuple[str, ...], list[str]]:
    """Return whom the text's surnames can mean: those of the article who have them, by full names."""
    families: dict[tuple[str, ...], list[str]] = {}
    for item in found:
        if item.last - item.first > 1 and _is_person(item, vocabulary):
            family = families.setdefault(tokens.words[item.last - 1 : item.last], [])
            if item.id not in family:
                family.append(item.id)
    return families


def _resolve(
    item: Item,
    tokens: Tokens,
    aliases: Trie,
    families: dict[tuple[str, ...], list[str]],
    candidates: dict[str, Candidate],
    vocabulary: Vocabulary,
) -> Item:
    """Lead a surname to the full name that the article has, of whom the word before it can mean."""
    if (
        isinstance(item, Hit)
        and item.rule != "surname"
        and not _is_spoken(item, tokens, families, vocabulary)
    ):
        return item
    words = _words(item, tokens)
    owner = aliases.get(words)
    family = [owner] if owner else families.get(words, []) if isinstance(item, Hit) else []
    fitting = of_gender(family, item.first, tokens, vocabulary)
    if len(fitting) != 1 or fitting[0] == item.id:
        return item
    return _named(item, fitting[0], "surname", candidates)


def _is_spoken(
    item: Hit, tokens: Tokens, families: dict[tuple[str, ...], list[str]], vocabulary: Vocabulary
) -> bool:
    """Whether a man's verb or title before the name of a place makes it a surname: `وأضاف أوستن`."""
    if (item.stem,) not in families or item.skip or item.last - item.first > 1:
        return False
    if vocabulary.entries[item.id].kind is EntityKind.PERSON:
        return False
    return is_said_of_woman(item.first, tokens) is False


def _is_person(item: Item, vocabulary: Vocabulary) -> bool:
    kind = item.kind if isinstance(item, Candidate) else vocabulary.entries[item.id].kind
    return kind is EntityKind.PERSON


def _again(
    found: list[Item],
    tokens: Tokens,
    aliases: Trie,
    candidates: dict[str, Candidate],
    vocabulary: Vocabulary,
) -> list[Item]:
    """Find the article's own names in the words that no name covers."""
    forms = frozenset[str]().union(*map(attached, aliases.root))
    again: list[Item] = []
    covered = {index for item in found for index in range(item.first, item.last)}
    # What goes on with a person's name is another's: `أحمد الأحمد الصباح`.
    ending = {item.last: item for item in found}
    last = 0
    for at in [at for at, word in enumerate(tokens.words) if word in forms]:
        if at in covered or at < last:
            continue
        if at in ending and tokens.joined[at] and _is_person(ending[at], vocabulary):
            continue
        hit = aliases.longest(tokens, at)
        if hit and as_written(hit, tokens) and covered.isdisjoint(range(hit.first, hit.last)):
            again.append(_named(hit, hit.id, "again", candidates))
            last = hit.last
    return again


def _named(item: Item, owner: str, rule: str, candidates: dict[str, Candidate]) -> Item:
    candidate = candidates.get(owner)
    if candidate is None:
        return Hit(item.first, item.last, item.skip, item.stem, owner, "surname")
    return candidate._replace(first=item.first, last=item.last, skip=item.skip, stem=item.stem, rule=rule)


def _words(item: Item, tokens: Tokens) -> tuple[str, ...]:
    return (item.stem, *tokens.words[item.first + 1 : item.last])
