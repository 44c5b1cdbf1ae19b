"""How to cite the original of an article: BibTeX, RIS, CSL-JSON. Pure.

What is cited is the original: its headline, author and outlet as it states them, its date to the
precision that is known, in the note how it is known. Sources: the fields of biblatex and BibTeX,
https://en.wikipedia.org/wiki/RIS_(file_format), https://docs.citationstyles.org (CSL-JSON 1.0.2).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from digest.edtf import bounds
from digest.formats.addresses import beside_article, written_url
from digest.formats.jsontext import json_text
from digest.formats.templating import Verbatim, render
from digest.formats.when import certain, parts
from digest.model import Article, Basis
from digest.record import original_address, original_language
from digest.render import Site
from digest.render.escape import visible

NAMES = {"BibTeX": "original.bib", "RIS": "original.ris", "CSL-JSON": "original.csl.json"}
"""The files beside an article, by the format's name."""
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@dataclass(frozen=True, slots=True)
class Reference:
    """The original of an article as works cite it."""

    key: str
    title: str
    author: str | None
    outlet: str | None
    edtf: str | None
    basis: Basis
    url: str | None
    language: str | None = "ar"
    """As BCP 47 has it; None where nothing tells it."""

    @property
    def babel(self) -> str | None:
        """The name that biblatex has for it, after LaTeX's babel."""
        return {"ar": "arabic", "en": "english"}.get(self.language or "")

    @property
    def known(self) -> str | None:
        """Its date as far as a year, month and day can say it."""
        return certain(self.edtf)

    @property
    def note(self) -> str | None:
        """What the fields cannot say of the date."""
        if self.edtf is None:
            return "date of publication unknown"
        how = {Basis.INFERRED: "inferred from the text", Basis.EDITOR: "set by an editor"}.get(self.basis)
        exact = self.known == self.edtf
        return f"date of publication {how or 'stated'}: {self.edtf} (EDTF)" if how or not exact else None


def reference(site: Site, article: Article) -> Reference:
    """The reference to an article's original; `site` is the Arabic one."""
    byline, source = article.extract.byline, site.source(article)
    publication, language = article.findings.publication, original_language(article)
    return Reference(
        key=article.slug,
        title=visible(article.extract.headline.text),
        author=visible(byline.text) if byline else None,
        outlet=visible(source.label) if source else None,
        edtf=publication.edtf,
        basis=publication.basis,
        url=written_url(original_address(article)),
        language=None if language == "und" else language,
    )


def citation_files(site: Site, article: Article) -> Iterator[tuple[str, str]]:
    """(path, text) of the citation of an article's original in each format."""
    cited = reference(site, article)
    for name, text in zip(NAMES.values(), (bibtex(cited), ris(cited), csl_json(cited)), strict=True):
        yield beside_article(article.slug, name), text


def bibtex(cited: Reference) -> str:
    """One `@article` with biblatex's `date` beside BibTeX's `year` and `month`."""
    date = parts(cited.known) if cited.known else []
    month = _MONTHS[date[1] - 1] if len(date) > 1 else None
    url = Verbatim(cited.url) if cited.url else None
    return render("citation.bib", cited=cited, date=date, month=month, url=url)


def ris(cited: Reference) -> str:
    """One record of type NEWS; what is not known of the date stays empty between its slashes."""
    date = (cited.known or "").split("-") if cited.known else []
    return render("citation.ris", cited=cited, year=date[0] if date else None, date=_slashed(date))


def _slashed(date: list[str]) -> str:
    return "/".join([*date, *[""] * (4 - len(date))]) if date else ""


def csl_json(cited: Reference) -> str:
    """A list of one item of type `article-newspaper`."""
    item: dict[str, Any] = {"id": cited.key, "type": "article-newspaper", "title": cited.title}
    given = {
        "author": [{"literal": cited.author}] if cited.author else None,
        "container-title": cited.outlet,
        "issued": _issued(cited),
        "language": cited.language,
        "URL": cited.url,
        "note": cited.note,
    }
    return json_text([item | {key: value for key, value in given.items() if value is not None}])


def _issued(cited: Reference) -> dict[str, Any] | None:
    """The date as CSL has it: exact parts, else its first and last years, marked where it is approximate."""
    if cited.known:
        return {"date-parts": [parts(cited.known)]}
    first, last = bounds(cited.edtf) if cited.edtf else (None, None)
    if first is None or last is None:
        return None
    years = list(dict.fromkeys((first.year, last.year)))
    return {"date-parts": [[year] for year in years], "circa": True}
