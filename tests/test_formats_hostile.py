"""No text of an article, a name or an address breaks out of a file for programs."""

from __future__ import annotations

import json
import re

import rispy
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from pybtex.database import parse_string

from digest.formats import Addresses, head_of
from digest.formats.citations import Reference, bibtex, ris
from digest.formats.jsontext import json_text, script_json
from digest.model import Basis
from digest.render import sites_of
from digest.text import without_deceiving
from tests.formats import SITE, check_atom, files, hostile_digest


def test_no_text_breaks_out_of_its_format() -> None:
    written = files(hostile_digest())
    for path, text in written.items():
        assert not re.search("[\u202a-\u202e]", text), path
        if path.endswith(".json"):
            json.loads(text)
        elif path.endswith(".xml"):
            parsed = check_atom(text)
            assert len(parsed.entries) == (1 if path.startswith("ar/") else 0)
    (entry,) = parse_string(written["ar/articles/hostile/original.bib"], "bibtex").entries.values()
    assert set(entry.fields) <= {"title", "journal", "date", "year", "month", "url", "note", "langid"}
    (record,) = rispy.loads(written["ar/articles/hostile/original.ris"])
    assert record["type_of_reference"] == "NEWS"
    assert record["title"].startswith("</script>")
    assert record["urls"] == ["https://x.example/%7Ba%7D%5Cb%20c?%3Cd%3E"]


def test_json_ld_cannot_leave_its_script() -> None:
    digest = hostile_digest()
    head = head_of(sites_of(digest)["ar"], "ar/articles/hostile.md", Addresses(SITE), digest.articles[0])
    page = html.fromstring(f"<html><head>{head.html}</head></html>")
    (script,) = page.iter("script")
    assert not re.search("[<>&\u2028\u2029\u202a-\u202e]", script.text)
    assert json.loads(script.text)["headline"].startswith("</script><script>alert(1)")


@given(st.text())
def test_json_survives_its_escapes(text: str) -> None:
    text = text.encode("utf-8", "replace").decode()
    for written in (json_text([text]), str(script_json([text]))):
        [read] = json.loads(written)
        assert without_deceiving(read) == without_deceiving(text)
        assert without_deceiving(written) == written


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.characters(blacklist_categories=["Cs", "Cc"]), min_size=1))
def test_any_title_is_one_bibtex_and_one_ris_record(title: str) -> None:
    cited = Reference("k", title, title, title, "2022", Basis.STATED, None)
    assert len(parse_string(bibtex(cited), "bibtex").entries) == 1
    assert len(rispy.loads(ris(cited))) == 1
