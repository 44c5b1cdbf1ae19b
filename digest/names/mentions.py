"""Puts the finders together: known names first, unknown ones around them, then what the article itself tells.

Pure. The second look (`aliases`) leads surnames to full names and finds a name again where nothing but the
article's own earlier mention says that it is one.
"""

from __future__ import annotations

from digest.model import EntityKind, Mention
from digest.names.aliases import second_look
from digest.names.complete import complete
from digest.names.context import Candidate, Context
from digest.names.heads import find_body, find_place
from digest.names.honoured import find_houses
from digest.names.lexicon import Hit, Lexicon, compile_lexicon
from digest.names.longer import another
from digest.names.namesakes import tell_namesakes
from digest.names.persons import find_person, titled_words, with_fathers
from digest.names.tokens import Tokens
from digest.names.words import BEGINS, CLOSES, LEADS
from digest.vocabulary import Vocabulary

Item = Hit | Candidate


def mentions_of(tokens: Tokens, vocabulary: Vocabulary) -> tuple[Mention, ...]:
    """Find the mentions of a text, in order; none inside another but places and bodies inside an event."""
    lexicon = compile_lexicon(vocabulary)
    context = Context(tokens, lexicon)
    found = complete(_first_look(context, lexicon), context, lexicon, vocabulary)
    found = tell_namesakes(found, context, vocabulary)
    found = second_look(found, tokens, lexicon, vocabulary)
    found += _inside_events(found, tokens, lexicon, vocabulary)
    found.sort(key=lambda item: (item.first, -item.last))
    return tuple(_mention(item, tokens, vocabulary) for item in found)


def _inside_events(found: list[Item], tokens: Tokens, lexicon: Lexicon, vocabulary: Vocabulary) -> list[Hit]:
    """Find the places and organisations that an event's name names: `حرب أوكرانيا`."""
    inside: list[Hit] = []
    for item in found:
        if not isinstance(item, Hit) or vocabulary.entries[item.id].kind is not EntityKind.EVENT:
            continue
        at = item.first
        while at < item.last:
            hit = lexicon.names.longest(tokens, at, item.last - (at == item.first))
            if hit and vocabulary.entries[hit.id].kind in (EntityKind.PLACE, EntityKind.ORGANISATION):
                inside.append(hit)
                at = hit.last
            else:
                at += 1
    return inside


def _first_look(context: Context, lexicon: Lexicon) -> list[Item]:
    titled = titled_words(context)
    found: list[Item] = []
    last = 0
    houses = find_houses(context)
    for at in sorted({*houses, *_promising(context, titled)}):
        if at < last:
            continue
        if at in houses:
            last, house = houses[at]
            found += [house] if house else []
        elif (item := _at(context, at, titled, found, lexicon)) is not None:
            found.append(item)
            last = item.last
    return found


def _promising(context: Context, titled: frozenset[int]) -> set[int]:
    """Return the words at which a name can begin."""
    found = {*context.hits, *titled}
    for at in context.telling:
        mine = context.flags[at]
        if mine & BEGINS:
            found.add(at)
        if mine & LEADS:
            found.add(at + 1)
        if mine & CLOSES:
            found.add(at - 1)
    return found - {-1, len(context.words)}


def _at(
    context: Context, at: int, titled: frozenset[int], found: list[Item], lexicon: Lexicon
) -> Item | None:
    hit = context.hits.get(at)
    body = find_body(context, at)
    if body and (hit is None or body.last > hit.last):
        return body
    if hit and context.joined[hit.last]:
        return _known(context, hit, lexicon)
    if hit:
        return hit
    before = found[-1] if found and found[-1].last == at and context.joined[at] else None
    after_person = isinstance(before, Candidate) and before.kind is EntityKind.PERSON
    return find_place(context, at) or find_person(context, at, titled, after_person)


def _known(context: Context, hit: Hit, lexicon: Lexicon) -> Item:
    """A name of the vocabulary with fathers and house, or the longer one of another person that begins so."""
    last = with_fathers(context, hit.last) if hit.last - hit.first > 1 else hit.last
    if hit.id in context.persons and (other := another(context, hit, last, lexicon)):
        return other
    return hit if last == hit.last else hit._replace(last=last)


def _mention(item: Item, tokens: Tokens, vocabulary: Vocabulary) -> Mention:
    span = tokens.span(item.first, item.last, item.skip)
    text = tokens.text[span.start : span.end]
    if item.skip and item.stem != tokens.words[item.first][item.skip :]:  # للأمم, للجنة
        text = ("ال" if item.stem.startswith("الل") else "ا") + text
    if isinstance(item, Hit):
        return Mention(span, text, vocabulary.entries[item.id].kind, item.id, item.rule)
    return Mention(span, text, item.kind, item.id, item.rule)
