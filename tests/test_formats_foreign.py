"""What programs are told of articles that are not in Arabic: their own language."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema_rs
import pytest

import digest
from digest.formats.addresses import Addresses
from digest.formats.citations import bibtex, csl_json, reference, ris
from digest.formats.feeds import plain_shown
from digest.formats.guide import guide_file
from digest.formats.linked import news_article
from digest.record import article_record
from digest.render import sites_of
from digest.render.parallel import has_parallel
from digest.search.records import search_records
from tests.foreign import ENGLISH, FRENCH, PERSIAN, made

SCHEMA = json.loads((Path(digest.__file__).parent / "schema" / "article.json").read_text("utf-8"))
SITE = "https://example.org/"


@pytest.mark.parametrize(
    ("lines", "languages"),
    [(ENGLISH, (None, "en", 7)), (FRENCH, (None, "und", 4)), (PERSIAN, (None, "und", None))],
    ids=["English", "French", "Persian"],
)
def test_data_say_what_the_original_is_in(
    lines: tuple[str, ...], languages: tuple[None, str, int | None]
) -> None:
    (article,) = made(lines).articles
    record = article_record(article)
    told = record["languages"]
    assert (told["ar"], told["original"], told["en"].get("original")) == languages
    assert not list(jsonschema_rs.validator_for(SCHEMA).iter_errors(record))


@pytest.mark.parametrize(
    ("lines", "name", "babel"), [(ENGLISH, "en", "english"), (FRENCH, None, None)], ids=["English", "French"]
)
def test_formats_say_what_the_original_is_in(
    lines: tuple[str, ...], name: str | None, babel: str | None
) -> None:
    found = made(lines)
    sites, (article,) = sites_of(found), found.articles
    cited = reference(sites["ar"], article)
    assert json.loads(csl_json(cited))[0].get("language") == name
    assert (f"LA  - {name}" in ris(cited)) is bool(name)
    assert (f"langid = {{{babel}}}" in bibtex(cited)) is bool(babel)
    assert "Arabic original" not in guide_file(sites, Addresses(SITE))[1]
    for site in sites.values():
        data = news_article(site, article, Addresses(SITE), f"{site.language}/articles/a/index.html")
        assert data["inLanguage"] == (name or "und")
        assert not {"translator", "translationOfWork", "workTranslation"} & data.keys()
        assert not has_parallel(site, article)
    assert plain_shown(sites["ar"].headline(article), "ar") == f"\u2068{lines[0]}\u2069"
    assert plain_shown(sites["en"].headline(article), "en") == lines[0]
    assert next(search_records(sites["ar"])).shown["title-lang"] == (name or "und")
