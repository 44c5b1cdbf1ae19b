"""The translation memory: `content/translations/en/ID.yml`, one file an article.

Reads and writes those files, strictly and canonically; knows nothing of engines or of other articles.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn

from digest.causes import caused
from digest.errors import TranslationError
from digest.files import write_changed
from digest.model import SegmentState
from digest.text import segment_id, single_spaced
from digest.translate.canonical import COMMENTS, END_COMMENTS, KEYS, LISTS, LONGEST, Located, render, scan
from digest.translate.checks import CHECKS
from digest.translate.quoting import parse_texts
from digest.translate.translators import is_program
from digest.yamlfile import comments, read_text

TRUSTED = frozenset({SegmentState.HUMAN, SegmentState.REVIEWED})
"""States that a person answers for: never overwritten, never dropped."""
READABLE = TRUSTED | {SegmentState.MACHINE}
"""States whose English a reader sees."""

_LISTED = frozenset({"accept", COMMENTS})
_KNOWN = _LISTED | frozenset(KEYS)
_TOP = ("article", *LISTS)
_STATES = {str(state): state for state in SegmentState}
_CONFLICT = re.compile(r"(?:<{7}|>{7}|\|{7})(?: |$)|={7}$")


@dataclass(frozen=True, slots=True)
class Entry:
    """One pair of a memory."""

    id: str
    ar: str
    en: str
    """Empty where it is still to be written."""
    state: SegmentState
    by: str | None = None
    note: str | None = None
    """A translator's note, shown to readers."""
    accept: tuple[str, ...] = ()
    """Checks accepted for exactly the pair that `seal` is of."""
    seal: str | None = None
    """`seal_of` the English that they were accepted for."""
    was: str | None = None
    """For a stale pair: the Arabic that `en` was written for."""
    comments: tuple[str, ...] = ()
    """Lines of comment above it in the file."""
    line: int = field(default=0, compare=False)
    """1-based line in the file where it begins; 0 where it has not been read from one."""

    @property
    def readable(self) -> bool:
        """Whether its English may stand for its Arabic."""
        return self.state in READABLE and bool(self.en)

    @property
    def accepted(self) -> tuple[str, ...]:
        """The checks that are accepted for this pair as it stands."""
        return self.accept if self.accept and self.seal in (None, seal_of(self.en)) else ()

    @property
    def lapsed(self) -> tuple[str, ...]:
        """Those that were accepted for other English."""
        return () if self.accepted else self.accept


@dataclass(frozen=True, slots=True)
class Memory:
    """The English of one article."""

    article: str
    segments: tuple[Entry, ...] = ()
    """In article order."""
    retired: tuple[Entry, ...] = ()
    """Pairs whose Arabic is no longer in the article."""
    file: str = field(default="", compare=False)
    head: tuple[str, ...] = field(default=(), compare=False)
    """Lines of comment above everything in the file."""
    foot: tuple[str, ...] = field(default=(), compare=False)
    """Those below everything."""


def read_memory(path: Path, *, name: str | None = None) -> Memory:
    """Read a file of translations; `name` is what messages call it.

    Raises TranslationError, with file, line and column, for anything that is not valid: no YAML, an unknown
    key or state, a merge conflict, an id that is not the hash of its Arabic or stands twice, a translation
    without English, a name that is not the article's.
    """
    name = name or path.name
    text = read_text(path, name, error=TranslationError)
    memory = parse_memory(text, name)
    if memory.article != path.stem:
        said = f"article: {memory.article}"
        raise caused(TranslationError, "memory-name", file=name, line=1, id=path.stem, said=said)
    return memory


def parse_memory(text: str, name: str) -> Memory:
    """Like `read_memory`, of a text. Raises TranslationError."""
    return _Reader(text, name).memory()


def write_memory(path: Path, memory: Memory) -> bool:
    """Write a file canonically, at once or not at all, where it changes; whether it did.

    Raises TranslationError, the file as it was, for a memory that nobody could read back.
    """
    text = render_memory(memory)
    try:
        parse_memory(text, path.name)
    except TranslationError as cause:
        message = f"was not written, for it could not be read back: {cause.message}"
        raise TranslationError(message, file=path.name) from None
    return write_changed(path, text, durable=True)


def render_memory(memory: Memory) -> str:
    """The canonical text of a memory: the same memory gives the same bytes."""
    lists = {name: [_as_data(entry) for entry in getattr(memory, name)] for name in LISTS}
    return render(memory.article, lists, memory.head, memory.foot)


def pair(ar: str, en: str, state: SegmentState, **more: Any) -> Entry:
    """An entry from its texts: white space single, the id computed."""
    ar, en = single_spaced(ar), single_spaced(en)
    seal = seal_of(en) if more.get("accept") else None
    return Entry(segment_id(ar), ar, en, state, seal=seal, **more)


def seal_of(en: str) -> str:
    """A short hash of some English: what was accepted for it is for nothing else."""
    return segment_id(en)[:8]


def _as_data(entry: Entry) -> dict[str, Any]:
    data: dict[str, Any] = {key: getattr(entry, key) for key in KEYS}
    return data | {"state": str(entry.state), "comments": entry.comments}


class _Reader:
    """Reads one text; keeps what messages need."""

    def __init__(self, text: str, name: str) -> None:
        self.text = text
        self.name = name

    def memory(self) -> Memory:
        """The memory, checked."""
        data, places = scan(self.text) or self._parse()
        for key in places:
            if key not in _TOP:
                self.refuse("schema-key", places[key], key=key, keys=", ".join(_TOP))
        article = data.get("article")
        if not isinstance(article, str) or not article:
            self.refuse("memory-article", places.get("article", 1), key="article")
        segments, retired = (self.entries(data.get(name) or [], places.get(name, 1)) for name in LISTS)
        self.once(segments)
        head, foot = (tuple(data.get(key, ())) for key in (COMMENTS, END_COMMENTS))
        return Memory(article, segments, retired, self.name, head, foot)

    def entries(self, items: Any, line: int) -> tuple[Entry, ...]:
        """The pairs of a list."""
        if not isinstance(items, list):
            self.refuse("memory-list", line)
        return tuple(self.entry(item, places) for item, places in items)

    def entry(self, item: Any, places: dict[str, int]) -> Entry:
        """One pair."""
        line = places["-"]
        if not isinstance(item, dict):
            self.refuse("memory-segment", line, keys="id, ar, en, state")
        for key in item:
            if key not in _KNOWN:
                self.refuse("memory-key", places[key], key=key, keys=", ".join(KEYS))
        text = {key: self.string(value, key, places) for key, value in item.items() if key not in _LISTED}
        identifier, arabic, english = (text.get(key, "") for key in ("id", "ar", "en"))
        self.same_id(identifier, arabic, places)
        by, note, was = (text.get(key) or None for key in ("by", "note", "was"))
        state = self.state(text.get("state", ""), english, by, places)
        accept = self.words(item["accept"], places) if "accept" in item else ()
        # What an editor has just accepted is sealed here; the next writing writes it.
        seal = (text.get("seal") or seal_of(english)) if accept else None
        was = was if state is SegmentState.STALE else None
        said = tuple(item.get(COMMENTS, ()))
        return Entry(identifier, arabic, english, state, by, note, accept, seal, was, said, line)

    def string(self, value: Any, key: str, places: Mapping[str, int]) -> str:
        """A text of an entry, white space single; empty where it is null."""
        if value is None:
            return ""
        if isinstance(value, str) and len(value) <= LONGEST:
            return single_spaced(value)
        return self.refuse("memory-text", places[key], key=key, most=LONGEST)

    def same_id(self, given: str, arabic: str, places: Mapping[str, int]) -> None:
        """Refuse an id that is not the hash of its Arabic."""
        if not arabic:
            self.refuse("memory-no-arabic", places.get("ar", places["-"]), key="ar")
        right = segment_id(arabic)
        if given != right:
            self.refuse("memory-id", places.get("id", places["-"]), given=given, right=right, key="ar")

    def state(self, word: str, english: str, by: str | None, places: Mapping[str, int]) -> SegmentState:
        """The state; English in an entry that was missing is a person's, unless `by` names a program."""
        line = places.get("state", places["-"])
        state = _STATES.get(word)
        if state is None:
            code, key = ("memory-state", word) if word else ("memory-no-state", "state")
            self.refuse(code, line, key=key, states=", ".join(_STATES))
        if state is SegmentState.MISSING:
            written = SegmentState.MACHINE if by and is_program(by) else SegmentState.HUMAN
            return written if english else state
        if not english:
            named = {"key": "en", "state": str(state), "instead": f"state: {SegmentState.MISSING}"}
            self.refuse("memory-no-english", places.get("en", line), **named)
        return state

    def words(self, value: Any, places: Mapping[str, int]) -> tuple[str, ...]:
        """The accepted checks."""
        value = [] if value is None else value
        unknown = [word for word in value if word not in CHECKS] if isinstance(value, list) else [value]
        if unknown:
            named = {"key": "accept", "given": str(unknown[0]), "checks": ", ".join(CHECKS)}
            self.refuse("memory-accept", places["accept"], **named)
        return tuple(sorted(set(value)))

    def once(self, entries: Iterable[Entry]) -> None:
        """Refuse an id that stands twice."""
        seen: dict[str, int] = {}
        for entry in entries:
            if entry.id in seen:
                self.refuse("memory-twice", entry.line, id=entry.id, first=str(seen[entry.id]))
            seen[entry.id] = entry.line

    def refuse(self, code: str, line: int, **values: str | int) -> NoReturn:
        """Raise the error by the code of its cause, with the column of the line's text."""
        lines = self.text.split("\n")
        source = lines[line - 1] if 0 < line <= len(lines) else ""
        column = str(len(source) - len(source.lstrip(" -")) + 1)
        raise caused(TranslationError, code, file=self.name, line=line, column=column, **values)

    def _parse(self) -> Located:
        for number, line in enumerate(self.text.split("\n"), start=1):
            if _CONFLICT.match(line.rstrip("\r")):
                self.refuse("memory-conflict", number)
        document = parse_texts(self.text, self.name)
        if not isinstance(document.data, dict):
            self.refuse("memory-start", 1, first="article: ID", second="segments:")
        places = {key: document.lines[(key,)] for key in document.data}
        data = dict(document.data)
        for name in LISTS:
            if isinstance(data.get(name), list):
                data[name] = [
                    (item, _places(document.lines, (name, index), item))
                    for index, item in enumerate(data[name])
                ]
        self._keep_comments(data, places)
        return data, places

    def _keep_comments(self, data: dict[str, Any], places: Mapping[str, int]) -> None:
        """Give each comment to the entry that it stands in or above, so that writing the file keeps it."""
        if "#" not in self.text:
            return
        found = comments(self.text)
        first = min(places.values(), default=0)
        data[COMMENTS] = [text for line, text in found if line <= first]
        found = [(line, text) for line, text in found if line > first]
        lists = [data[name] for name in LISTS if isinstance(data.get(name), list)]
        items = [(item, where) for pairs in lists for item, where in pairs if isinstance(item, dict)]
        for item, where in sorted(items, key=lambda pair: pair[1]["-"]):
            if COMMENTS in item:
                self.refuse("memory-key", where[COMMENTS], key=COMMENTS, keys=", ".join(KEYS))
            last = max(where.values())
            item[COMMENTS] = [text for line, text in found if line <= last]
            found = [(line, text) for line, text in found if line > last]
        data[END_COMMENTS] = [text for _, text in found]


def _places(lines: Mapping[Any, int], path: tuple[Any, ...], item: Any) -> dict[str, int]:
    places = {"-": lines[path]}
    if isinstance(item, dict):
        places |= {key: lines[(*path, key)] for key in item}
    return places
