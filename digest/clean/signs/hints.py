"""First pass: what a row says of itself, whatever stands around it. Pure."""

from __future__ import annotations

import re

from digest.clean.fields.credits import credit_kind, read_credit
from digest.clean.fields.datelines import Stamp, ends_with_stamp, is_day_of_week, may_be_stamp, read_stamp
from digest.clean.fields.desks import is_desk
from digest.clean.fields.fieldwords import field_words, is_agency, may_be_of_day
from digest.clean.fields.initials import is_initials
from digest.clean.fields.labels import label_before
from digest.clean.fields.pictures import is_caption, is_photo_credit
from digest.clean.fields.republished import read_published
from digest.clean.phrases import phrases
from digest.clean.prose import addresses, tells
from digest.clean.rows import Row
from digest.clean.signs.asides import asks_to_follow
from digest.clean.signs.inline import cut_glued
from digest.model import LineKind

_URL = re.compile(r"(?:https?://|www\.)\S+$")
_TAGS = re.compile(r"(?:#\S++[\s،,]*+)++$")
_KEY = "عسوتا"
_KEYED = re.compile(
    r"(?:ال)?(?:علامات|سمات|وسوم|تاغات|تاجات)(?=ال|[^،,\n]{1,40}\s[،,])\s?[^\s،,:.؛]++(?:\s[^\s،,:.؛]++){0,3}"
    r"(?:\s?[،,]\s?[^\s،,:.؛]++(?:\s[^\s،,:.؛]++){0,3}){2,}\s*$"
)
"""Keywords between commas behind a word for them that is glued to the first, or with blanks before commas."""
_LONGEST_LISTED = 300
_SCRIPT = re.compile(r"\bfunction\s*\(|\bvar\s\w|\bwindow\.|\bdocument\.|=>|\{[^{}]*:[^{}]*\}")
_MARKUP = re.compile(r"[\w-]+=[\"'].*|.*/>$|<[^>]*>$|[{}();]+$")
_RIGHTS = re.compile(r"©\s*(?:19|20)\d\d|(?:19|20)\d\d\s*©")
_SENTENCE = 60
"""Characters of a sentence that no rule about its place takes for furniture."""
_WITH_LEAD = 110
"""Characters of a link with a paragraph behind it."""
_SURE = 3
_DEGREES = re.compile(r"\d\s?°|°\s?\d|\d\s?[℃℉]")
_LONGEST_RIGHTS, _LONGEST_WEATHER, _LONGEST_NUMBER, _LONGEST_CODE = 120, 50, 12, 1_999
_TO_BOTH = re.compile(r"[^\W\d_][^\s/]{2,12}/\s?ي\s")
"""What asks readers of both sexes: `انضم/ي إلى …`."""
_LENGTH = re.compile(r"[^\W\d_]\d{1,2}:\d{2}$")
"""A player's length, glued to the title of what it plays."""
_LONGEST_BUTTON = 50
ASKING = "form.to-readers"
"""The rule of a button that asks readers of both sexes for something."""
_ASKED, _WORDS_OF_CLOSE = "comments.form", 8
"""What asks readers to write, and the words of a sentence or two of the text that do so, too."""
_HERE = re.compile(r"[(\[][^()\[\]]*\bهنا[)\]]\.?$")
"""A line of nothing but a link in brackets: `(للتفاصيل من هنا)`."""
_LONGEST_LINK = 80
_TWEET = re.compile(r"^[—–-]{1,2}\s.{0,80}\(@\w{1,30}\)")


def hint(row: Row) -> None:
    """Mark a row that is recognised by itself; leave others unmarked. Furniture glued to it is cut first."""
    if not row.tabular:
        cut_glued(row)
    if not row.words:
        row.mark(LineKind.FURNITURE, "shape.no-words")
        return
    if row.tabular:
        # What is in its cells says nothing of the whole.
        return
    _by_shape(row)
    if row.kind is None and row.size <= _LONGEST_BUTTON and not row.ends:
        _as_button(row)
    if row.kind is None and row.size <= 60 and any(word[0].isdigit() for word in row.words):
        _by_day(row)
    if row.kind is None:
        _by_phrase(row)
    if row.kind is None and row.size <= 160:
        _by_content(row)


def _by_shape(row: Row) -> None:
    if row.size <= _LONGEST_NUMBER and ":" not in row.text and all(map(str.isdigit, row.words)):
        row.mark(*_of_number(row))
    elif row.text[0] in "hw" and _URL.match(row.text):
        row.mark(LineKind.COPY_LINK, "shape.address")
    elif row.text[0] == "#" and _TAGS.match(row.text):
        row.mark(LineKind.KEYWORDS, "keywords.hashtags")
    elif row.size <= _LONGEST_LISTED and not row.ends and row.text[0] in _KEY and _KEYED.match(row.text):
        row.mark(LineKind.KEYWORDS, "keywords.listed")
        row.finishes = True
    elif row.size <= _LONGEST_RIGHTS and "©" in row.text and _RIGHTS.search(row.text):
        row.mark(LineKind.FORM, "shape.rights")
        row.opens = row.finishes = True
    elif row.size <= _LONGEST_WEATHER and not row.ends and _DEGREES.search(row.text):
        row.mark(LineKind.WEATHER, "weather.degrees")
    elif row.size <= _LONGEST_LINK and _HERE.match(row.text):
        row.mark(LineKind.RELATED, "related.here")
    elif row.text[0] in "—–-" and _TWEET.match(row.text):
        row.mark(LineKind.DEAD_EMBED, "dead-embed.signature")
    elif row.size <= _LONGEST_CODE and (rule := _of_no_text(row)):
        row.mark(LineKind.FURNITURE, rule)


def _of_number(row: Row) -> tuple[LineKind, str]:
    """What a line of nothing but numbers is."""
    if _DEGREES.search(row.text):
        return LineKind.WEATHER, "weather.degrees"
    if read_stamp(row.text):
        return LineKind.STATED_DATE, "date.line"
    return LineKind.FURNITURE if len(row.words) > 1 else LineKind.COMMENTS, "shape.number"


def _of_no_text(row: Row) -> str:
    """The rule by which a line is no text of anything: markup, a program, initials; empty for others."""
    if _is_markup(row.text) or (row.latin and _SCRIPT.search(row.text)):
        return "shape.markup"
    return "shape.initials" if is_initials(row.text) else ""


def _is_markup(text: str) -> bool:
    """Whether a line is an attribute, a tag, or nothing but brackets."""
    return (text[-1] in ">(){};" or "=" in text) and _MARKUP.match(text) is not None


def _as_button(row: Row) -> None:
    if _TO_BOTH.match(row.text):
        row.mark(LineKind.FORM, ASKING)
    elif asks_to_follow(row.words):
        row.mark(LineKind.SHARE, "share.channel")
    elif _LENGTH.search(row.text):
        row.mark(LineKind.DEAD_EMBED, "dead-embed.length")


def _by_day(row: Row) -> None:
    """A date or a time comes before phrases: names of months are words of other things too."""
    parts = read_credit(row.text)
    if parts and parts[0].rule.endswith((".wire", ".published")):
        row.mark(credit_kind(parts), parts[0].rule)
        row.soft = parts[0].rule.endswith(".wire")
        return
    stamp = _stamp(row)
    timed = stamp is not None and stamp.clock
    pieced = not timed and parts and credit_kind(parts) is LineKind.STATED_DATE
    if (stamp and (stamp.edtf or stamp.hijri)) or pieced:
        row.mark(LineKind.STATED_DATE, "date.line")
    elif stamp and stamp.clock and not stamp.label:
        row.mark(LineKind.CLOCK, "clock.line")


def _stamp(row: Row) -> Stamp | None:
    """What a line states as a date; outlets have names that are like times: `اليوم 24`."""
    stamp = read_stamp(row.text)
    return None if stamp and not stamp.edtf and row.core in field_words().agencies else stamp


def _by_phrase(row: Row) -> None:
    rule = phrases().find(row)
    if len(row.words) == 1 and "؟" in row.text:
        # A question of one word asks something; no page's part is called so.
        return
    if rule is None or (rule.soft and row.stops and row.size >= _SENTENCE):
        return
    if rule.anywhere and tells(row):
        return
    sentence = row.stops or (rule.soft and len(row.words) > 1)
    if rule.kind is LineKind.KEYWORDS and sentence and ":" not in row.text:
        # A sentence or a subhead: `علامات` and `وسوم` are words of other things, too.
        return
    if rule.kind is LineKind.RELATED and row.stops and row.size >= _WITH_LEAD:
        # A link's cue glued to a paragraph: where the link ends nothing says, so the line stays.
        return
    if rule.id == _ASKED and row.stops and "؟" in row.text and len(row.words) >= _WORDS_OF_CLOSE:
        # A question of the writer's own, and a sentence behind it: how some texts close.
        return
    row.mark(rule.kind, rule.id)
    row.opens, row.finishes, row.closes, row.soft = rule.opens, rule.ends, rule.closes, rule.soft
    # What is about cookies may be a headline about them.
    # `شاهد: …` is a link to another article, or the headline with its label.
    titled = rule.kind is LineKind.COOKIES and rule.anywhere and not (row.ends or addresses(row))
    row.soft = row.soft or titled or (rule.kind is LineKind.RELATED and label_before(row.text) is not None)


def _signs(text: str) -> bool:
    """Whether what stands before an agency in brackets is whose that is: a newsroom, or the agency itself."""
    return is_desk(text) or is_agency(text)


def _by_content(row: Row) -> None:
    stamp = _stamp(row) if may_be_stamp(row.words) else None
    if stamp and stamp.published and (parts := read_published(row.text, row.words)):
        row.mark(credit_kind(parts), parts[0].rule)
    elif stamp:
        dated = stamp.edtf or stamp.hijri or stamp.label
        row.mark(LineKind.STATED_DATE if dated else LineKind.CLOCK, "date.line" if dated else "clock.line")
    elif is_day_of_week(row.words):
        row.mark(LineKind.CLOCK, "clock.line")
    elif is_photo_credit(row):
        row.mark(LineKind.CREDIT, "credit.picture")
    elif is_caption(row) and not _signs(row.text.partition("(")[0].strip()):
        row.mark(LineKind.CAPTION, "caption.signed")
    elif not may_be_of_day(row.text) and (parts := read_credit(row.text)):
        row.mark(credit_kind(parts), parts[0].rule)
        row.finishes = parts[0].rule == "source.cue"
        # Place, writer and agency in one line are no headline.
        row.soft = (
            not parts[0].rule.endswith((".cue", ".published")) and len({part.role for part in parts}) < _SURE
        )
    elif not row.ends and ends_with_stamp(row.text):
        row.mark(LineKind.RELATED, "related.dated-teaser")
    elif row.latin:
        row.mark(LineKind.FURNITURE, "shape.foreign")
