"""Tells words that may be a name though no list knows it, by what they are not. Pure."""

from __future__ import annotations

from digest.clean.fields.everyday import is_adjective, is_everyday, is_verb
from digest.clean.fields.fieldwords import field_words, is_place, is_term
from digest.clean.fields.outlets import is_outlet
from digest.clean.prose import is_function_word
from digest.clean.rows import Row
from digest.text import without_vowels


def is_like_name(row: Row) -> bool:
    """Whether two to four words may be a name: none is a place's, a section's or of everyday prose.

    But for a first one that names are made of, too: `نزيه …`.
    """
    words = [word for word in row.words if word not in field_words().binding]
    letters = without_vowels(row.text).text.strip().replace(" ", "")
    plain = letters.isalpha() and not (row.latin or row.bullet or row.ends)
    if (
        not plain
        or not 1 < len(words) <= _LONGEST
        or is_place(row.text)
        or is_outlet(row.text)
        or is_term(row.text)
    ):
        return False
    first, rest = words[0], words[1:]
    strange = is_adjective(first) or not (is_everyday(first) or is_verb(first))
    return strange and not any(is_function_word(word) or is_everyday(word) or is_verb(word) for word in rest)


_LONGEST = 4
"""Words of a name, but for those that bind its parts."""
