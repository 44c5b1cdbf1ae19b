"""What is made for one article: citations and the head of its page; dates, addresses, llms.txt."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from io import StringIO
from typing import Any

import pytest
import rispy
from citeproc.source.json import CiteProcJSON
from lxml import html
from pybtex.database import parse_string

from digest.formats import Addresses, certain, content_policy, head_of, whole_day
from digest.formats.addresses import written_url
from digest.formats.citations import Reference, bibtex, csl_json, ris
from digest.model import Basis, EntityKind, Publication, SegmentState, VocabularyEntry
from digest.render import sites_of
from tests.formats import SITE, files, in_english, made_digest, named, own_files
from tests.made import article
from tests.own import own_digest


@pytest.fixture(scope="module")
def own() -> dict[str, str]:
    return own_files()


# citations


def reference(edtf: str | None, basis: Basis = Basis.STATED) -> Reference:
    return Reference(
        "a-b", "عنوان {خبر}", "ماهر الزياتي", "الميادين", edtf, basis, "https://x.example/a_b?c=%20"
    )


@pytest.mark.parametrize(
    ("edtf", "year", "month", "slashed", "date_parts"),
    [
        ("2022-02-04", "2022", "February", "2022/02/04/", [[2022, 2, 4]]),
        ("2022-02", "2022", "February", "2022/02//", [[2022, 2]]),
        ("[2022-02-04,2022-02-11]", "2022", "February", "2022/02//", [[2022, 2]]),
        ("2022-21", "2022", None, "2022///", [[2022]]),
        ("2021/2022", None, None, None, [[2021], [2022]]),
        (None, None, None, None, None),
    ],
)
def test_citations_have_the_date_that_is_known(
    edtf: str | None, year: str | None, month: str | None, slashed: str | None, date_parts: list[Any] | None
) -> None:
    cited = reference(edtf)
    entry = parse_string(bibtex(cited), "bibtex").entries["a-b"]
    assert (entry.fields.get("year"), entry.fields.get("month")) == (year, month)
    (record,) = rispy.loads(ris(cited))
    assert (record.get("year"), record.get("date")) == (year, slashed)
    (item,) = json.loads(csl_json(cited))
    assert item.get("issued", {}).get("date-parts") == date_parts


def test_citations_say_who_where_and_how_the_date_is_known() -> None:
    cited = reference("2022-02-04", Basis.INFERRED)
    entry = parse_string(bibtex(cited), "bibtex").entries["a-b"]
    assert entry.fields["title"] == r"{عنوان \textbraceleft{}خبر\textbraceright{}}"
    assert [str(person) for person in entry.persons["author"]] == ["{ماهر الزياتي}"]
    assert entry.fields["journal"] == "الميادين"
    assert entry.fields["url"] == cited.url
    (record,) = rispy.loads(ris(cited))
    assert (record["title"], record["authors"]) == (cited.title, [cited.author])
    assert (record["secondary_title"], record["language"]) == ("الميادين", "ar")
    assert record["notes"] == ["date of publication inferred from the text: 2022-02-04 (EDTF)"]
    parsed = CiteProcJSON(json.loads(csl_json(cited)))["a-b"]
    assert parsed.type == "article-newspaper"
    assert (str(parsed["title"]), str(parsed["container_title"])) == (cited.title, "الميادين")
    assert parsed["issued"].year == 2022


def test_every_article_has_its_citations(own: dict[str, str]) -> None:
    for made in own_digest().articles:
        folder = f"ar/articles/{made.slug}"
        assert list(parse_string(own[f"{folder}/original.bib"], "bibtex").entries) == [made.slug]
        (record,) = rispy.load(StringIO(own[f"{folder}/original.ris"]))
        assert record["title"] == made.extract.headline.text
        assert CiteProcJSON(json.loads(own[f"{folder}/original.csl.json"]))


# heads


def test_json_ld_describes_the_article() -> None:
    made = article("a", ["خبر قصير."], topics=["energy"], published="2022-02")
    made = named(made, headline="عنوان", url="https://x.example/1")
    topic = VocabularyEntry("energy", EntityKind.TOPIC, "طاقة", "energy")
    digest = made_digest(in_english(made, SegmentState.HUMAN), energy=topic)
    head = head_of(sites_of(digest)["en"], "en/articles/a.md", Addresses(SITE), digest.articles[0])
    page = html.fromstring(f"<html><head>{head.html}</head></html>")
    data = json.loads(page.findtext(".//script"))
    assert (data["@type"], data["inLanguage"], data["headline"]) == ("NewsArticle", "en", "English of a")
    assert (data["datePublished"], data["isBasedOn"]) == ("2022-02", "https://x.example/1")
    assert data["translationOfWork"]["@id"] == f"{SITE}ar/articles/a/"
    assert data["publisher"]["name"] == "Mujaz"
    assert data["about"][0]["name"] == "energy"
    properties = {item.get("property"): item.get("content") for item in page.iter("meta")}
    assert properties["og:url"] == f"{SITE}en/articles/a/"
    assert properties["article:published_time"] == "2022-02"


def test_a_topic_page_leads_to_its_own_feed_first() -> None:
    site = sites_of(own_digest())["en"]
    topic = site.index.entries[EntityKind.TOPIC][0].id
    head = head_of(site, f"en/topics/{topic}.md", Addresses(SITE))
    page = html.fromstring(f"<html><head>{head.html}</head><body>{head.foot}</body></html>")
    hrefs = [link.get("href") for link in page.iter("link")]
    assert hrefs == ["feed.xml", "feed.json", "../../feed.xml", "../../feed.json"]
    assert [link.get("href") for link in page.iter("a")] == hrefs[:2]
    assert not [*page.iter("script"), *page.iter("meta")]


# the small parts


@pytest.mark.parametrize(
    ("edtf", "known"),
    [
        (None, None),
        ("2022-02-04", "2022-02-04"),
        ("2022-02-04~", None),
        ("2022-02-03/2022-02-05", "2022-02"),
        ("2022", "2022"),
        ("../2022", None),
        ("197X", None),
    ],
)
def test_certain(edtf: str | None, known: str | None) -> None:
    assert certain(edtf) == known
    assert whole_day(edtf) == (known if known and len(known) == 10 else None)


@pytest.mark.parametrize(
    ("stated", "written"),
    [
        (None, None),
        ("javascript:alert(1)", None),
        ("https://", None),
        ("https://x.example/خبر", "https://x.example/%D8%AE%D8%A8%D8%B1"),
        ("http://x.example/%D8%AE?a=1&b=2#c", "http://x.example/%D8%AE?a=1&b=2#c"),
    ],
)
def test_written_url(stated: str | None, written: str | None) -> None:
    assert written_url(stated) == written


def test_the_policy_allows_inline_scripts_only_while_serving() -> None:
    directives = dict(part.split(" ", 1) for part in content_policy().split("; "))
    assert "unsafe-inline" not in content_policy()
    assert directives["script-src"] == "'self' 'wasm-unsafe-eval'"
    assert "'unsafe-inline'" in content_policy(serving=True)


def test_without_an_address_links_are_relative() -> None:
    digest = made_digest(article("a", ["خبر قصير."]))
    written = files(digest, "")
    assert json.loads(written["ar/feed.json"])["items"][0]["url"] == "articles/a/"
    assert "](ar/articles/a/article.md)" in written["llms.txt"]


def test_llms_txt_lists_what_there_is(own: dict[str, str]) -> None:
    text = own["llms.txt"]
    assert text.startswith("# Mujaz")
    assert re.match(r"# .+\n\n> .+\n", text)
    targets = [link.removeprefix(SITE) for link in re.findall(r"\]\(([^)]+)\)", text)]
    beside = [target for target in targets if target.endswith("/article.md")]
    assert len(beside) >= len(own_digest().articles)
    missing = set(targets) - set(own) - set(beside) - {"sitemap.xml", "ar/archive/", "en/archive/"}
    assert not missing


def test_the_same_digest_gives_the_same_bytes(own: dict[str, str]) -> None:
    assert files(own_digest()) == own


def test_publications_of_all_bases_are_cited() -> None:
    for basis in Basis:
        made = article("a", ["خبر قصير."])
        publication = Publication(None if basis is Basis.UNKNOWN else "2022-02", basis)
        made = replace(made, findings=replace(made.findings, publication=publication))
        assert len(rispy.loads(files(made_digest(made))["ar/articles/a/original.ris"])) == 1
