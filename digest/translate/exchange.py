"""Exchange with translators' programs: PO, XLIFF 1.2 and TMX 1.4, out and back in.

Pure: texts in, texts and units out.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import polib

from digest.errors import TranslationError
from digest.model import SegmentState, Translation
from digest.text import segment_id, single_spaced
from digest.translate.memory import READABLE, TRUSTED
from digest.translate.segments import has_arabic

FORMATS = ("po", "xliff", "tmx")

_XML = "{http://www.w3.org/XML/1998/namespace}"
_XLIFF = "urn:oasis:names:tc:xliff:document:1.2"
_XLIFF_STATES = {
    SegmentState.HUMAN: "translated",
    SegmentState.REVIEWED: "signed-off",
    SegmentState.MACHINE: "needs-review-translation",
    SegmentState.STALE: "needs-adaptation",
    SegmentState.MISSING: "needs-translation",
}
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Unit:
    """One pair that comes back."""

    id: str
    ar: str
    en: str
    unsure: bool
    """Whether the program marks it as still to be checked (PO's fuzzy)."""
    note: str | None = None


def export_translations(articles: Mapping[str, Iterable[Translation]], format_: str) -> str:
    """The translations of some articles in an exchange format, each segment once.

    `articles` maps ids to `Article.translations`. What no person answers for is marked as to be checked.
    Raises TranslationError for a format that is not one of `FORMATS`.
    """
    return _writer(format_)(_once(articles))


def import_translations(text: str, format_: str, *, name: str = "") -> tuple[Unit, ...]:
    """The pairs of an exchange file that hold English, each segment once.

    Raises TranslationError, naming the file `name`, for what is not valid.
    """
    readers: dict[str, Callable[[str, str], Iterable[Unit]]] = {
        "po": _read_po,
        "xliff": _read_xliff,
        "tmx": _read_tmx,
    }
    if format_ not in readers:
        raise _unknown(format_)
    return tuple({unit.id: unit for unit in readers[format_](text, name) if unit.en}.values())


def format_of(name: str) -> str:
    """The format of a file by its ending. Raises TranslationError for another."""
    endings = {"po": "po", "xlf": "xliff", "xliff": "xliff", "tmx": "tmx"}
    ending = name.rpartition(".")[2].lower()
    if ending not in endings:
        raise TranslationError("the file's ending says no format; use .po, .xlf or .tmx", file=name)
    return endings[ending]


_Rows = list[tuple[Translation, list[str]]]


def _once(articles: Mapping[str, Iterable[Translation]]) -> _Rows:
    """Each translation once, with the articles in which it stands; what holds no Arabic is left out."""
    rows: dict[str, tuple[Translation, list[str]]] = {}
    for article, translations in articles.items():
        for item in translations:
            if has_arabic(item.segment.ar):
                places = rows.setdefault(item.segment.id, (item, []))[1]
                if article not in places:
                    places.append(article)
    return list(rows.values())


def _writer(format_: str) -> Callable[[_Rows], str]:
    writers = {"po": _write_po, "xliff": _write_xliff, "tmx": _write_tmx}
    if format_ not in writers:
        raise _unknown(format_)
    return writers[format_]


def _unknown(format_: str) -> TranslationError:
    return TranslationError(f"there is no format {format_!r}; there are {', '.join(FORMATS)}")


def _write_po(rows: _Rows) -> str:
    po = polib.POFile(wrapwidth=0)
    po.metadata = {
        "Language": "en",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "X-Source-Language": "ar",
    }
    for item, places in rows:
        unsure = item.en is not None and item.state not in TRUSTED
        by = f", by {item.by}" if item.by else ""
        po.append(
            polib.POEntry(
                msgctxt=item.segment.id,
                msgid=item.segment.ar,
                msgstr=item.en or "",
                comment=f"{item.segment.role}; {item.state}{by}",
                tcomment=item.note or "",
                occurrences=[(place, "") for place in places],
                flags=["fuzzy"] if unsure else [],
                previous_msgid=item.old_ar,
            )
        )
    return str(po) + "\n"


def _read_po(text: str, name: str) -> Iterable[Unit]:
    try:
        # polib takes a path for a text when it names a file; a PO text never does.
        entries = polib.pofile(text if "\n" in text else text + "\n", wrapwidth=0)
    except (OSError, ValueError) as cause:
        found = re.search(r"line (\d+)", str(cause))
        line = int(found[1]) if found else None
        raise TranslationError(f"not a valid PO file: {cause}", file=name, line=line) from None
    for entry in entries:
        if not entry.obsolete:
            unsure = "fuzzy" in entry.flags
            yield _unit(entry.msgctxt, entry.msgid, entry.msgstr, unsure, entry.tcomment, name, entry.linenum)


def _write_xliff(rows: _Rows) -> str:
    ET.register_namespace("", _XLIFF)
    root = ET.Element(f"{{{_XLIFF}}}xliff", {"version": "1.2"})
    bodies: dict[str, ET.Element] = {}
    for item, places in rows:
        if places[0] not in bodies:
            bodies[places[0]] = _xliff_body(root, places[0])
        unit = ET.SubElement(bodies[places[0]], f"{{{_XLIFF}}}trans-unit", {"id": item.segment.id})
        ET.SubElement(unit, f"{{{_XLIFF}}}source").text = _xml_text(item.segment.ar)
        target = ET.SubElement(unit, f"{{{_XLIFF}}}target", {"state": _XLIFF_STATES[item.state]})
        target.text = _xml_text(item.en or "")
        for name, said in (("translator", item.note), ("developer", item.old_ar and f"was: {item.old_ar}")):
            if said:
                ET.SubElement(unit, f"{{{_XLIFF}}}note", {"from": name}).text = _xml_text(said)
    return _xml(root)


def _xliff_body(root: ET.Element, article: str) -> ET.Element:
    languages = {"source-language": "ar", "target-language": "en", "datatype": "plaintext"}
    file = ET.SubElement(root, f"{{{_XLIFF}}}file", {"original": article, **languages})
    return ET.SubElement(file, f"{{{_XLIFF}}}body")


def _read_xliff(text: str, name: str) -> Iterable[Unit]:
    sure = {_XLIFF_STATES[state] for state in TRUSTED} | {"final", ""}
    root = _parse(text, name, f"{{{_XLIFF}}}xliff", "XLIFF 1.2")
    for unit in root.iter(f"{{{_XLIFF}}}trans-unit"):
        source, target = unit.find(f"{{{_XLIFF}}}source"), unit.find(f"{{{_XLIFF}}}target")
        if source is None or target is None:
            continue
        notes = [note for note in unit.iter(f"{{{_XLIFF}}}note") if note.get("from") == "translator"]
        unsure = target.get("state", "") not in sure and unit.get("approved") != "yes"
        yield _unit(unit.get("id"), _all(source), _all(target), unsure, _all(notes[0]) if notes else "", name)


def _write_tmx(rows: _Rows) -> str:
    root = ET.Element("tmx", {"version": "1.4"})
    header = {"creationtool": "mujaz", "creationtoolversion": "1", "segtype": "sentence", "o-tmf": "mujaz"}
    languages = {"adminlang": "en", "srclang": "ar", "datatype": "plaintext"}
    ET.SubElement(root, "header", header | languages)
    body = ET.SubElement(root, "body")
    for item, _ in rows:
        if item.state not in READABLE or not item.en:
            continue
        unit = ET.SubElement(body, "tu", {"tuid": item.segment.id})
        if item.note:
            ET.SubElement(unit, "note").text = _xml_text(item.note)
        ET.SubElement(unit, "prop", {"type": "x-state"}).text = str(item.state)
        for language, said in (("ar", item.segment.ar), ("en", item.en)):
            variant = ET.SubElement(unit, "tuv", {f"{_XML}lang": language})
            ET.SubElement(variant, "seg").text = _xml_text(said)
    return _xml(root)


def _read_tmx(text: str, name: str) -> Iterable[Unit]:
    for unit in _parse(text, name, "tmx", "TMX").iter("tu"):
        said: dict[str, str] = {}
        for variant in unit.iter("tuv"):
            language = (variant.get(f"{_XML}lang") or variant.get("lang") or "").lower()[:2]
            segment = variant.find("seg")
            if segment is not None:
                said.setdefault(language, _all(segment))
        states = [prop.text for prop in unit.iter("prop") if prop.get("type") == "x-state"]
        note = unit.find("note")
        if "ar" in said and "en" in said:
            unsure = bool(states) and states[0] not in {str(state) for state in TRUSTED}
            # A memory of another program has ids of its own.
            yield _unit(None, said["ar"], said["en"], unsure, _all(note) if note is not None else "", name)


def _unit(
    given: str | None, ar: str, en: str, unsure: bool, note: str, name: str, line: int | None = None
) -> Unit:
    right = segment_id(ar)
    if given is not None and given != right:
        message = f"the Arabic of {given} was changed: its id would be {right}; only the English may change"
        raise TranslationError(message, file=name, line=line)
    return Unit(right, single_spaced(ar), single_spaced(en), unsure, single_spaced(note) or None)


def _parse(text: str, name: str, root: str, format_: str) -> ET.Element:
    """Parse XML without a document type: entities cannot be declared, so none can grow."""
    if "<!ENTITY" in text:
        raise TranslationError("declares entities, which are not used here", file=name)
    try:
        found = ET.fromstring(text)  # noqa: S314 (no entity is declared)
    except ET.ParseError as cause:
        raise TranslationError(f"not valid XML: {cause}", file=name, line=cause.position[0]) from None
    if found.tag != root:
        message = f"is not {format_}: it begins with <{found.tag[:100]}>; export it anew as {format_}"
        raise TranslationError(message, file=name, line=1)
    return found


def _all(element: ET.Element) -> str:
    return "".join(element.itertext())


def _xml_text(text: str) -> str:
    return _NOT_XML.sub(" ", text)


def _xml(root: ET.Element) -> str:
    ET.indent(root)
    body = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'
