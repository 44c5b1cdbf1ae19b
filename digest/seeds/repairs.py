"""Mends decoded text: mojibake, entities, forms, marks, letters, line ends; says what it did.

A text that needs nothing comes back as it is, character for character. The Unicode database does the work,
and ftfy (`mojibake`); what is special to Arabic is in `rules/repairs.yml`.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache

from digest.rules import default_rules
from digest.seeds.mojibake import has_mojibake, undo_mojibake
from digest.seeds.plausibility import is_arabic, is_of_neighbour
from digest.text import without_hidden

_LINE_END = re.compile(r"\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")
_NUMBERED = re.compile(
    r"&(?:#\d{3,7}|#[xX][0-9a-fA-F]{2,6}|nbsp|quot|laquo|raquo|[lr]dquo|[lr]squo|ndash|mdash|hellip);"
)
_WHITE = re.compile(r"[\t\n\r]")
_FORMS = re.compile("[\ufb50-\ufdcf\ufdf0-\ufdf4\ufdf6-\ufdf9\ufdfc\ufe70-\ufefc]+")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f\x80-\x84\x86-\x9f]")
_DIRECTION = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
_LETTERS, _OVER_LETTERS = "\u0620-\u063f\u0641-\u064a", "\u064b-\u0652"
# It begins with the sign, so that the search leaps from one to the next; no run is tried from its middle.
_TATWEEL = re.compile(f"\u0640(?<=[{_LETTERS}{_OVER_LETTERS}]\u0640)\u0640*+")
_PREFIX = re.compile(
    r"(?<![^\W\d_])(?:[^\W\d_]|[\u0648\u0641]?(?:[\u0628\u0643]?\u0627\u0644|\u0644\u0644|[\u0628\u0643\u0644]))$"
)
"""What tatweel parts from what it stands before, at the end of what comes before it.

Words of one letter (`الـ 43`, `بـ`, `ولـ`), and a letter that stands for a word (`هـ`).
"""
_LONGEST_PREFIX = 24
"""Characters up to the tatweel among which such a one is looked for."""
_LETTER = re.compile(f"[{_LETTERS}]")
_SUSPECT = re.compile(
    "[^\n\t -%'-~\u00a0\u00ab\u00bb\u060c\u061b\u061f\u0621-\u063a\u0641-\u0652\u0660-\u066c"
    "\u2010-\u2027\u2030-\u203a]"
)
"""What is not plain Arabic or English text; only a page that holds some needs the steps below."""
_UNSEEN = re.compile(
    "[^\t\n -~\u00a0-\u00ac\u00ae-\u02ff\u0600-\u061b\u061d-\u06ff\u2010-\u2027\u2030-\u205f\u20a0-\u2fff]"
)
"""What is not surely a visible letter, mark or sign, or not in the form in which it is written."""
_DAMAGE = re.compile("[\u00c0-\u00ff\ufffd]")
_FARSI_YEH = re.compile("(?:[\u0621-\u064a\u06cc]+)?\u06cc[\u0621-\u064a\u06cc]*")

Step = tuple[Callable[[str], str], str]


def repair(text: str) -> tuple[str, tuple[str, ...]]:
    """The text mended (NFC, line feeds as line ends), and in words what was changed."""
    arabic = is_arabic(text)
    if arabic and not _SUSPECT.search(text) and unicodedata.is_normalized("NFC", text):
        return text, ()
    notes: list[str] = []
    plain = arabic and not ("&" in text or _UNSEEN.search(text) or has_mojibake(text))
    for step, words in _USUAL if plain else STEPS:
        mended = step(text)
        if mended != text:
            notes.append(words)
            text = mended
    if _unmendable(text):
        notes.append("the text looks damaged by a wrong encoding and could not be mended")
    return text, tuple(notes)


def _line_ends(text: str) -> str:
    return _LINE_END.sub("\n", text) if _LINE_END.search(text) else text


def _entities(text: str) -> str:
    if "&" not in text:
        return text
    # White space written as an entity lays nothing out: neither lines nor columns.
    once = _ENTITY.sub(lambda match: _WHITE.sub(" ", html.unescape(match[0])), text)
    # What was escaped twice; not the signs of markup, which a text about markup escapes so.
    return _NUMBERED.sub(lambda match: _WHITE.sub(" ", html.unescape(match[0])), once)


def _visual_order(text: str) -> str:
    """Lines of presentation forms stored from left to right, as old PDF readers give them, turned round."""
    if len(_FORMS.findall(text)) < 5 or not _is_reversed(text):
        return text
    lines = [line[::-1].translate(_mirror()) for line in text.split("\n")]
    turned = "\n".join(lines)
    years = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
    if len(years.findall(text)) > len(years.findall(turned)):
        turned = re.sub(r"\d[\d.,:/]*\d", lambda match: match[0][::-1], turned)
    return turned


def _is_reversed(text: str) -> bool:
    """Whether words of presentation forms begin with final forms and end with initial ones."""
    right = wrong = 0
    for word in _FORMS.findall(text[:20_000]):
        first, last = (unicodedata.decomposition(sign).partition(" ")[0] for sign in (word[0], word[-1]))
        right += (first == "<initial>") + (last == "<final>")
        wrong += (first == "<final>") + (last == "<initial>")
    return wrong > 2 * right


@cache
def _mirror() -> dict[int, int]:
    left, right = "([{<«‹", ")]}>»›"
    return str.maketrans(left + right, right + left)


def _forms(text: str) -> str:
    return _FORMS.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)


def _controls(text: str) -> str:
    return _CONTROLS.sub("", text)


def _direction(text: str) -> str:
    return _DIRECTION.sub("", text)


def _tatweel(text: str) -> str:
    return _TATWEEL.sub(_without_tatweel, text) if "\u0640" in text else text


def _without_tatweel(match: re.Match[str]) -> str:
    """Nothing, where a letter stands before a run of tatweel, its marks between them.

    At a word's end it stays behind what has it as a rule.
    """
    text, place = match.string, match.start() - 1
    while place > 0 and "\u064b" <= text[place] <= "\u0652":
        place -= 1
    if not _LETTER.match(text[place]):
        return match[0]
    inside = _LETTER.match(text, match.end()) is not None
    return "" if inside or not _is_prefix(text, match.start()) else match[0]


def _is_prefix(text: str, end: int) -> bool:
    """Whether what ends here is a letter that stands for a word, or words that are written before others."""
    before = re.sub(f"[{_OVER_LETTERS}]", "", text[max(0, end - _LONGEST_PREFIX) : end])
    return _PREFIX.search(before) is not None


def _letters(text: str) -> str:
    """Keheh, Farsi yeh and the like to the Arabic letters, unless the language is one that uses them."""
    table = _letter_table()
    if not any(map(text.__contains__, [*map(chr, table), "\u06cc"])) or is_of_neighbour(text):
        return text
    text = text.translate(table)
    bare = "\u0649" not in text
    return _FARSI_YEH.sub(lambda match: _with_yeh(match[0], bare), text) if "\u06cc" in text else text


def _with_yeh(word: str, bare: bool) -> str:
    yeh = word.replace("\u06cc", "\u064a")
    maqsura = f"{yeh[:-1]}\u0649"
    return maqsura if bare and word[-1] == "\u06cc" and _ends_in_maqsura(maqsura) else yeh


def _ends_in_maqsura(word: str) -> bool:
    words = _maqsura_words()
    return word in words or (word[0] in "وفبلك" and word[1:] in words)


@cache
def _letter_table() -> dict[int, str]:
    return {ord(key): value for key, value in default_rules().table("repairs")["letters"].items()}


@cache
def _maqsura_words() -> frozenset[str]:
    return frozenset(default_rules().table("repairs")["maqsura_words"])


def _few_marks(text: str) -> str:
    """Without the marks of a letter that has more than any has: putting them in order takes their square."""
    if not _MANY_MARKS.search(text):
        return text
    return _MARKS.sub(lambda match: "".join(_first_marks(match[0])), text)


def _first_marks(run: str) -> Iterator[str]:
    marks = 0
    for character in run:
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks <= _MOST_MARKS:
            yield character


_MOST_MARKS = 30
"""Of one letter, as in Unicode's Stream-Safe Text Format (UAX #15)."""
_MARKS = re.compile(rf"[^\w\s\x00-\x7f]{{{_MOST_MARKS + 1},}}")
_MANY_MARKS = re.compile(rf"[^\x00-\x7f\u0621-\u064a][^\w\s\x00-\x7f]{{{_MOST_MARKS}}}")
"""What any such run holds. Its first character is of one set without classes, to which a search leaps."""


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _unmendable(text: str) -> bool:
    if is_arabic(text):
        return False
    sample = text[:20_000]
    return len(_DAMAGE.findall(sample)) * 5 > len(sample)


STEPS: tuple[Step, ...] = (
    # First, as a wrong decoding makes controls and line ends of letters.
    (undo_mojibake, "mojibake undone"),
    (_line_ends, "line ends set to \\n"),
    (_controls, "control characters removed"),
    (_entities, "HTML entities replaced by their characters"),
    (_visual_order, "text in visual order turned round"),
    (_forms, "presentation forms replaced by letters"),
    (_direction, "direction marks removed"),
    (without_hidden, "invisible characters removed"),
    (_letters, "letters of neighbouring alphabets replaced by Arabic ones"),
    (_few_marks, "marks beyond thirty on a letter removed"),
    (_composed, "decomposed letters composed (NFC)"),
    (_tatweel, "tatweel removed from words"),
)
"""What is mended, in this order, with the words that say so (`rules/strings.yml` has them in Arabic)."""
_USUAL = STEPS[-4:]
"""Those that a page of Arabic without anything unseen may need."""
