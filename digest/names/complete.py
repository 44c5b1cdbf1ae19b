"""What stands beside an organisation's name completes it: a shortened name, another one in brackets.

Pure. `رئيسة البنك المركزي إلفيرا نابيولينا` speaks of the bank of her country; `حلف شمال الأطلسي (الناتو)`
gives the alliance a second name.
"""

from __future__ import annotations

from digest.model import EntityKind
from digest.names.context import Candidate, Context
from digest.names.lexicon import END, Hit, Lexicon
from digest.names.words import COMMON, FUNCTION, SAYING
from digest.vocabulary import Vocabulary

Item = Hit | Candidate


def complete(found: list[Item], context: Context, lexicon: Lexicon, vocabulary: Vocabulary) -> list[Item]:
    """Complete the organisations among the names of a text, in order."""
    completed: list[Item] = []
    named = frozenset(item.id for item in found if isinstance(item, Hit))
    for index, item in enumerate(found):
        following = found[index + 1] if index + 1 < len(found) else None
        whole = _shortened(item, following, context, lexicon, vocabulary, named) or item
        completed.append(whole)
        aside = _aside(whole, following, context, vocabulary)
        if aside:
            completed.append(aside)
    return completed


def _shortened(
    item: Item,
    following: Item | None,
    context: Context,
    lexicon: Lexicon,
    vocabulary: Vocabulary,
    named: frozenset[str],
) -> Hit | None:
    """Return the vocabulary's name that lacks only the nationality, which its sentence or the text tells.

    `named` are the ids of the names that stand in the text in full.
    """
    if not isinstance(item, Candidate) or item.kind is not EntityKind.ORGANISATION:
        return None
    words = (item.stem, *context.words[item.first + 1 : item.last])
    longer = {word: node[END][0] for word, node in lexicon.names.after(words).items() if END in node}
    if not longer:
        return None
    country = _country(item, following, context, vocabulary)
    of_country = [owner for owner in longer.values() if vocabulary.entries[owner].country == country]
    whose = (of_country if country else []) or sorted(named.intersection(longer.values()))
    if len(whose) != 1:
        return None
    return Hit(item.first, item.last, item.skip, item.stem, whose[0], "shortened")


def _country(item: Candidate, following: Item | None, context: Context, vocabulary: Vocabulary) -> str | None:
    """Return the country of the person named right after, else the only nationality of the sentence."""
    if isinstance(following, Hit) and following.first == item.last and context.joined[following.first]:
        entry = vocabulary.entries[following.id]
        if entry.kind is EntityKind.PERSON:
            return entry.country
    told = {context.country(at) for at in context.tokens.sentence(item.first)} - {None}
    return next(iter(told)) if len(told) == 1 else None


def _aside(item: Item, following: Item | None, context: Context, vocabulary: Vocabulary) -> Item | None:
    """Return the one word in brackets after an organisation's name as another name of it."""
    at, tokens = item.last, context.tokens
    if at >= len(tokens.words) or context.joined[at]:
        return None
    kind = item.kind if isinstance(item, Candidate) else vocabulary.entries[item.id].kind
    if kind is not EntityKind.ORGANISATION:
        return None
    if (following is not None and following.first == at) or context.flags[at] & (FUNCTION | COMMON | SAYING):
        return None
    closing = tokens.folded.text[tokens.ends[at] : tokens.ends[at] + 2].lstrip()
    if tokens.folded.text[tokens.ends[at - 1] : tokens.starts[at]].strip() != "(" or closing[:1] != ")":
        return None
    return item._replace(first=at, last=at + 1, skip=0, stem=tokens.words[at], rule="aside")
