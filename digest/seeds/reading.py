"""From a file to a `Seed`: format, size, decoding, markup. Touches the file system for reading only."""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from digest.causes import caused
from digest.errors import SeedError
from digest.files import read_regular
from digest.model import Seed, SeedFormat, SeedMetadata
from digest.seeds.decoding import Decoded, decode
from digest.seeds.fragments import looks_like_html, without_shortcodes, without_tags
from digest.seeds.frontmatter import NOTHING, read_front_matter, take_front_matter
from digest.seeds.headers import Headed, take_header
from digest.seeds.limits import Limits
from digest.seeds.markdown import headings_of, marks_of_markdown, title_of_markdown
from digest.seeds.markup import Page, read_html
from digest.seeds.mhtml import html_part
from digest.seeds.repairs import repair
from digest.text import UNSAFE, without_hidden

FORMATS = {
    ".txt": SeedFormat.TEXT,
    ".md": SeedFormat.MARKDOWN,
    ".html": SeedFormat.HTML,
    ".htm": SeedFormat.HTML,
    ".mhtml": SeedFormat.MHTML,
    ".mht": SeedFormat.MHTML,
}
"""The formats that are read, by the file name's suffix."""

_DEFAULT = Limits()
SEEDS = "seeds"
"""The folder's name, by which a seed's own name is told from its path."""
_UNPRINTABLE = re.compile(f"{UNSAFE.pattern}|[\t\n]")
_ADDRESS = re.compile(r"https?://[^\s\x00-\x1f\x7f]{1,990}")
_LOST = re.compile("characters lost")
_PLAIN_NAME = re.compile(r"([A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?)\.[A-Za-z0-9]+")
"""A name that is an identifier and a suffix as it stands."""
_LONGEST_NAME = 180
"""Bytes of an identifier: `ID.yml`, and a temporary name beside it, must be names that a file can have."""
_WHY_NOT = {
    ".pdf": "format-printed",
    ".docx": "format-office",
    ".doc": "format-binary",
    ".rtf": "format-commands",
    ".odt": "format-office",
    ".zip": "format-archive",
}
"""Why formats that pages come in are not read: the code of the cause, by the file name's suffix."""
_IMAGES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".bmp", ".tif", ".tiff", ".heic"})


def read_seed(path: Path, *, limits: Limits = _DEFAULT) -> Seed:
    """Read a file. Raises SeedError when it is unreadable, empty, binary, too large, or not a page."""
    return seed_from_bytes(load_seed(path, limits=limits), seed_name(path), limits=limits)


def load_seed(path: Path, *, limits: Limits = _DEFAULT) -> bytes:
    """The bytes of a file. Raises SeedError when it is unreadable, empty, too large or not of a format."""
    name = seed_name(path)
    file = f"seeds/{name}"
    try:
        if path.is_symlink():
            raise caused(SeedError, "link", file=file)
        if path.is_dir():
            raise _folder(path, file)
        _format(name)
        if not path.is_file():
            raise caused(SeedError, "no-file", file=file)
        _check_size(path.stat().st_size, name, limits)
        return read_regular(path, limits.file_bytes + 1)
    except OSError as cause:
        reason = cause.strerror or str(cause)
        raise caused(SeedError, "unread", file=file, reason=reason) from cause


def _folder(path: Path, file: str) -> SeedError:
    """Why a folder is listed among the seeds: it cannot be read, or is called as the one that holds them."""
    if path.name == SEEDS and os.access(path, os.R_OK | os.X_OK):
        return caused(SeedError, "folder-inside", file=file)
    nested = path.name != SEEDS or SEEDS in path.parts[:-1]
    return caused(SeedError, "folder-closed", file=file if nested else SEEDS)


def seed_from_bytes(data: bytes, name: str, *, limits: Limits = _DEFAULT) -> Seed:
    """Decode the bytes of a page called `name`. Raises SeedError as `read_seed` does."""
    form = _format(name)
    _check_size(len(data), name, limits)
    digest = hashlib.sha256(data).hexdigest()
    if form is SeedFormat.MHTML:
        data = html_part(data, name)
    decoded = decode(data, name)
    page, repairs, headed = _plain(decoded, form, name)
    mended_text, mended = repair(page.text)
    text = without_shortcodes(mended_text)
    if text != mended_text:
        mended = (*mended, "WordPress shortcodes taken off the text")
    _check_text(text, name, limits)
    header = take_header(text) if headed else Headed(text)
    text = header.text
    if (lost := text.count("\ufffd")) and not any(map(_LOST.match, decoded.repairs)):
        mended = (*mended, f"characters lost in the text: {lost}")
    # Where mending parted lines, their numbers are not those of the markup any more.
    whole = text.count("\n") == page.text.count("\n")
    seed = Seed(
        id=identifier(name),
        name=name,
        text=text,
        encoding=decoded.encoding,
        sha256=digest,
        format=form,
        repairs=tuple(dict.fromkeys((*decoded.repairs, *repairs, *mended))),
        metadata=_repaired(_stated(page.metadata, header.stated)),
        marks=tuple(sorted((dict(page.marks if whole else ()) | dict(header.marks)).items())),
        headings=page.headings if whole else (),
    )
    if not any(map(str.isalnum, text)):
        raise caused(SeedError, "no-text", file=f"seeds/{name}")
    return seed


def _stated(matter: SeedMetadata, header: SeedMetadata) -> SeedMetadata:
    """What a page's markup states, or its header, and a title that only the markup has."""
    return matter if header == NOTHING else replace(header, title=header.title or matter.title)


def _plain(decoded: Decoded, form: SeedFormat, name: str) -> tuple[Page, tuple[str, ...], bool]:
    """The text without markup and what that states, what was done, and whether a header may be in it."""
    text = decoded.text
    if form in (SeedFormat.HTML, SeedFormat.MHTML):
        page = read_html(text, name)
        return page, page.repairs, False
    if looks_like_html(text):
        page = read_html(text, name)
        return page, ("HTML inside a text file read as HTML", *page.repairs), False
    marks: tuple[tuple[int, str], ...] = ()
    headings: tuple[tuple[int, int], ...] = ()
    if form is SeedFormat.MARKDOWN:
        marks, headings, title = marks_of_markdown(text), headings_of(text), title_of_markdown(text)
        text, metadata = read_front_matter(text, name)
        headed = metadata == NOTHING
        metadata = replace(metadata, title=metadata.title or title)
    else:
        text, metadata = take_front_matter(text, name)
        headed = metadata == NOTHING
    plain = without_tags(text)
    marks, headings = (marks, headings) if plain.count("\n") == text.count("\n") else ((), ())
    done = () if plain == text else ("HTML tags taken off the text",)
    return Page(plain, metadata, marks, headings), done, headed


def _repaired(metadata: SeedMetadata) -> SeedMetadata:
    """What a page states, mended; an address only where it is one of the web's."""
    if metadata == NOTHING:
        return metadata
    fields = ("title", "description", "author", "site", "page_title", "subject")
    mended: dict[str, Any] = {
        key: repair(value)[0].strip() for key in fields if (value := getattr(metadata, key))
    }
    address = without_hidden(metadata.url or "")
    url = address if _ADDRESS.fullmatch(address) else None
    return replace(metadata, **mended, url=url)


@lru_cache(maxsize=1 << 15)
def seed_name(path: Path) -> str:
    """The name inside the seeds folder: what follows the last folder called `seeds`.

    Bytes that are no UTF-8, controls and what nobody sees, which a name may hold, are written as U+FFFD.
    """
    parts = path.parts
    name = path.name
    if SEEDS in parts[:-1]:
        last = len(parts) - 2 - parts[-2::-1].index(SEEDS)
        name = "/".join(parts[last + 1 :])
    return _UNPRINTABLE.sub("\ufffd", name)


@lru_cache(maxsize=1 << 15)
def identifier(name: str) -> str:
    """The identifier of the article in a seed, by its name: letters, digits, `_-.`; it fits a file name."""
    plain = _PLAIN_NAME.fullmatch(name)
    if plain and len(plain[1]) <= _LONGEST_NAME:
        return plain[1]
    stem = unicodedata.normalize("NFC", Path(name).with_suffix("").as_posix())
    safe = "".join(sign if sign.isalnum() or sign in "_-." else "-" for sign in stem)
    safe = safe.strip(".-") or "article"
    if len(safe.encode()) <= _LONGEST_NAME:
        return safe
    seal = hashlib.sha256(safe.encode()).hexdigest()[:8]
    return f"{safe.encode()[:_LONGEST_NAME].decode('utf-8', 'ignore')}-{seal}"


def _format(name: str) -> SeedFormat:
    plain = _PLAIN_NAME.fullmatch(name)
    suffix = (name[plain.end(1) :] if plain else Path(name).suffix).lower()
    form = FORMATS.get(suffix)
    if form is None:
        code = "format-image" if suffix in _IMAGES else _WHY_NOT.get(suffix, "format-unknown")
        raise caused(SeedError, code, file=f"seeds/{name}")
    return form


def _check_size(size: int, name: str, limits: Limits) -> None:
    file = f"seeds/{name}"
    if size > limits.file_bytes:
        raise caused(SeedError, "many-bytes", file=file, count=size, most=limits.file_bytes)
    if size == 0:
        raise caused(SeedError, "empty", file=file)


def _check_text(text: str, name: str, limits: Limits) -> None:
    file = f"seeds/{name}"
    if len(text) > limits.characters:
        raise caused(SeedError, "many-characters", file=file, count=len(text), most=limits.characters)
    count = text.count("\n") + 1
    if count > limits.lines:
        raise caused(SeedError, "many-lines", file=file, count=count, most=limits.lines)
    lines = text.split("\n") if len(text) > limits.line_characters else ()
    for number, line in enumerate(lines, start=1):
        if len(line) > limits.line_characters:
            most = limits.line_characters
            raise caused(SeedError, "long-line", file=file, line=number, count=len(line), most=most)
