"""What a seed, a correction, a translation or the vocabulary says is characters on every page, no more."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from lxml import etree

from tests.hostile.conftest import Visited
from tests.hostile.payloads import FAMILIES, HIDDEN, dealt

_SCHEMES = {"", "http", "https", "mailto"}


def squeezed(text: str) -> str:
    """Without white space: sentences set end to end stand apart on a page."""
    return "".join(text.split())


def test_the_corpus_is_large_enough() -> None:
    assert len(dealt()) >= 600
    assert all(len(members) >= 20 for members in FAMILIES.values())


def test_every_page_was_opened_and_every_seed_has_its_pages(hostile: Visited) -> None:
    site = hostile.corpus.project / "site"
    assert hostile.seen.pages == len(list(site.rglob("*.html")))
    assert "ERROR" not in hostile.log
    seeds = len(list((hostile.corpus.project / "seeds").iterdir()))
    for language in ("ar", "en"):
        assert len(list((site / language / "articles").glob("*/index.html"))) == seeds


def test_nothing_runs_and_nothing_is_fetched(hostile: Visited) -> None:
    assert hostile.seen.dialogs == []
    assert hostile.seen.script_errors == []
    assert hostile.seen.requests == []


def test_no_element_or_attribute_that_the_templates_did_not_make(hostile: Visited, harmless: Visited) -> None:
    # The harmless site has no name without English, which the search page's filters mark, no list, no
    # numbers that a dash joins, and nobody in it speaks in other letters than Arabic ones.
    made = harmless.seen.kinds.keys() | {"option lang", "option lang=ar", "ul .digest-list"}
    made |= {"span .digest-whole", "blockquote dir=ltr", "blockquote lang=en", "blockquote lang=und"}
    assert {kind: page for kind, page in hostile.seen.kinds.items() if kind not in made} == {}


def test_addresses_are_the_sites_or_the_webs(hostile: Visited) -> None:
    assert set(hostile.seen.schemes) <= _SCHEMES


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_reader_sees_the_text_as_it_was_written(hostile: Visited, language: str) -> None:
    wrong = []
    for mark, texts in getattr(hostile.corpus, {"ar": "arabic", "en": "english"}[language]).items():
        [page] = [
            path for path in hostile.seen.texts if path.startswith(f"{language}/articles/{mark.lower()}")
        ]
        shown = squeezed(hostile.seen.texts[page])
        wrong += [(page, text) for text in texts if squeezed(text) not in shown]
    assert wrong == []


def test_names_read_as_the_vocabulary_has_them(hostile: Visited) -> None:
    for id_, texts in hostile.corpus.names.items():
        shown = squeezed(hostile.seen.texts[f"ar/organisations/{id_}/index.html"])
        assert [text for text in texts if squeezed(text) not in shown] == []


def test_nothing_invisible_is_published(hostile: Visited) -> None:
    hidden = re.compile("[" + "".join(map(chr, HIDDEN)) + "]")
    isolates = "\u2068\u2069"
    for path, text in (hostile.seen.texts | hostile.seen.titles).items():
        found = [character for character in hidden.findall(text) if character not in isolates]
        assert found == [], path


def test_nothing_invisible_is_in_a_file_for_programs(hostile: Visited) -> None:
    hidden = re.compile("[" + "".join(map(chr, {*HIDDEN} - {0x2068, 0x2069})) + "]")
    site = hostile.corpus.project / "site"
    files = [path for path in site.rglob("*") if path.suffix in {".json", ".xml", ".md", ".bib", ".ris"}]
    assert len(files) > 100
    texts = {str(path): path.read_text("utf-8") for path in files if path.name != "words.json"}
    assert [path for path, text in texts.items() if hidden.search(text)] == []


def test_slugs_are_plain(hostile: Visited) -> None:
    site = hostile.corpus.project / "site"
    for folder in (site / "ar" / "articles").iterdir():
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*|index\.html|data\.json", folder.name), folder.name


def test_files_for_programs_can_be_read_by_them(hostile: Visited) -> None:
    site = hostile.corpus.project / "site"
    for path in site.rglob("*.json"):
        json.loads(path.read_text("utf-8"))
    for path in (*site.rglob("*.xml"), *site.rglob("*.rss"), *site.rglob("*.atom")):
        tree = etree.parse(str(path), etree.XMLParser(resolve_entities=False, no_network=True))
        assert not tree.docinfo.doctype
        assert {etree.QName(node).localname for node in tree.iter(etree.Element)}.isdisjoint(
            {"script", "svg"}
        )


def test_data_for_search_engines_is_data(hostile: Visited) -> None:
    pattern = re.compile(r'<script type="?application/(?:ld\+)?json"?[^>]*>(.*?)</script>', re.DOTALL)
    for path in (hostile.corpus.project / "site").rglob("*.html"):
        for block in pattern.findall(path.read_text("utf-8")):
            json.loads(block)


def test_no_field_reaches_outside_the_site(hostile: Visited) -> None:
    project: Path = hostile.corpus.project
    assert {path.name for path in project.iterdir()} == {
        *("mkdocs.yml", "overrides", "content", "seeds", ".cache", "site")
    }
