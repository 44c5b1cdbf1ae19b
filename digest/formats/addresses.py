"""Where files for programs stand in the site, and how they name other pages. Pure."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from urllib.parse import quote

from digest.render.links import page_url
from digest.wording.strings import Language

_URL_CHARACTERS = "%!#$&'()*+,/:;=?@[]~"
_PORTLESS = re.compile(r"https?://[^/?#\s]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Addresses:
    """Names pages from the site's address; relatively, where the site has none."""

    site: str = ""
    """With a slash at its end (`https://example.org/news/`), or empty."""

    def to(self, source: str, target: str, fragment: str = "") -> str:
        """The address of the page at path `target`, as the page or file at path `source` writes it."""
        anchor = f"#{fragment}" if fragment else ""
        if self.site:
            return f"{self.site}{quote(page_url(target))}{anchor}"
        return f"{relative_file(source, page_url(target))}/{anchor}"

    def file(self, source: str, target: str) -> str:
        """The address of the file at path `target`, be it Markdown."""
        return f"{self.site}{quote(target)}" if self.site else relative_file(source, target)


def relative_file(source: str, target: str) -> str:
    """The link from the page or file at path `source` to the file at path `target`."""
    here = page_url(source) if source.endswith(".md") else posixpath.dirname(source)
    return posixpath.relpath(target or ".", here or ".")


def feed_path(language: Language, form: str, topic: str | None = None) -> str:
    """A feed's file: `ar/feed.xml`, `en/topics/energy/feed.json`."""
    folder = f"{language}/topics/{topic}" if topic else language
    return f"{folder}/feed.{form}"


def archive_path(language: Language, part: str) -> str:
    """An archive of a language's feed: `ar/feed/2022.xml`."""
    return f"{language}/feed/{part}.xml"


def timeline_path(language: Language, part: str = "") -> str:
    """The timeline's file, or that of a part of it; the articles' own language has the root of the site."""
    name = f"timeline/{part}.json" if part else "timeline.json"
    return name if language == "ar" else f"{language}/{name}"


def beside_article(slug: str, name: str, language: Language = "ar") -> str:
    """A file beside an article's page; what is the same in both languages stands beside the Arabic one."""
    return f"{language}/articles/{slug}/{name}"


def written_url(stated: str | None) -> str | None:
    """A stated web address as a URI: letters outside ASCII, spaces and braces percent-encoded."""
    if stated is None or not _PORTLESS.match(stated):
        return None
    return quote(stated.strip(), safe=_URL_CHARACTERS)
