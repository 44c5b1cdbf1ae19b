"""What the renderer promises: text stays text, links lead somewhere, facts are in the page's language."""

from __future__ import annotations

import dataclasses
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from digest.errors import RulesError
from digest.model import Article, Digest, LineKind
from digest.pipeline import build_digest
from digest.render import render_article, render_pages
from digest.render.chrome import Overlay, language_links, mend_html
from digest.render.escape import (
    html_file_name,
    html_marking,
    html_text,
    markdown_text,
    printed_meta,
    shortened,
    visible,
)
from digest.render.links import page_url, relative_url
from digest.rules import default_rules
from digest.wording.strings import LANGUAGES, say
from digest.yamlfile import parse_yaml

CONFIGURED = ["attr_list", "toc"]
EVERYTHING = [*CONFIGURED, "extra", "smarty", "sane_lists", "wikilinks", "nl2br", "pymdownx.magiclink"]
EVERYTHING += ["pymdownx.mark", "pymdownx.tilde", "pymdownx.caret", "pymdownx.emoji", "pymdownx.keys"]
EVERYTHING += ["pymdownx.inlinehilite", "pymdownx.critic", "pymdownx.betterem", "pymdownx.superfences"]

SYNTAX = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<!-- digest: latest -->",
    "<!-- material/tags -->",
    "[x](javascript:alert(1))",
    "![x](https://e.example/x.png)",
    "<https://e.example>",
    "https://e.example/?a=1&b=2",
    "www.example.com",
    "someone@example.com",
    "{{ config }}",
    "{% raw %}",
    "{: onclick=alert(1) }",
    "{ #id .class }",
    "# heading",
    "## heading ##",
    "- item",
    "+ item",
    "1. item",
    "1) item",
    "> quote",
    "    code",
    "```\ncode\n```",
    "~~~",
    "---",
    "===",
    "***",
    "*a* **b** _c_ __d__ `e` ~~f~~ ==g== ^^h^^",
    "&amp; &lt; &#60; &copy; &nbsp;",
    "$x^2$ \\(y\\) \\[z\\]",
    ":smile: ++ctrl+c++",
    "[^1] [^1]: note",
    "[ref]: https://e.example",
    "*[HTML]: abbreviation",
    "[TOC]",
    "[[wiki]]",
    '--8<-- "/etc/passwd"',
    "!!! note",
    "??? note",
    "| a | b |",
    "term\n: definition",
    "\x02wzxhzdk:0\x03",
    "\\*literal\\*",
    "a -- b --- c ... 'q' \"q\"",
    "title: x\n---\n",
    "نسبة 25% و C++ و +7-495",
)
texts = st.one_of(
    st.sampled_from(SYNTAX),
    st.lists(st.sampled_from(SYNTAX), min_size=1, max_size=4).map(" ".join),
    st.text(max_size=60),
    st.text(alphabet="<>&\"'`*_{}[]()#+-.!|\\~^=:$/@ \n1aا", max_size=30),
).filter(visible)
"""Texts that show something: a heading of nothing is none."""


def text_of(rendered: str) -> str:
    """What a reader sees of a piece of HTML, white space single."""
    return " ".join(html.fromstring(f"<div>{rendered}</div>").text_content().split())


@pytest.mark.parametrize("extensions", [CONFIGURED, EVERYTHING], ids=["configured", "every extension"])
@given(text=texts)
@settings(deadline=None, max_examples=100)
def test_markdown_reads_as_the_text(extensions: list[str], text: str) -> None:
    for language in LANGUAGES:
        paragraph = f'<span id="s1">{markdown_text(text, language)}</span>'
        for source in (paragraph, f"## {markdown_text(text, language)} {{: #there }}", f"x {paragraph}"):
            page = markdown.markdown(source, extensions=extensions)
            expected = f"x {visible(text)}".split() if source.startswith("x") else visible(text).split()
            assert text_of(page).split() == expected
            tree = html.fromstring(f"<div>{page}</div>")
            assert {node.tag for node in tree.iter()} <= {"div", "p", "span", "bdi", "h2"}
            assert {name for node in tree.iter() for name in node.attrib} <= {"id", "dir", "lang"}


@given(text=texts)
@settings(deadline=None, max_examples=100)
def test_html_reads_as_the_text(text: str) -> None:
    for language in LANGUAGES:
        assert text_of(html_text(text, language)) == visible(text)


@pytest.mark.parametrize("text", SYNTAX)
def test_a_whole_page_keeps_hostile_text(digest: Digest, text: str) -> None:
    article = spoil(digest.articles[0], text)
    changed = dataclasses.replace(digest, articles=(article, *digest.articles[1:]))
    for language in LANGUAGES:
        clean = body_of(render_article(digest.articles[0], digest, language))
        page = body_of(render_article(article, changed, language))
        assert tags_of(page) == tags_of(clean)
        head = head_of(render_article(article, changed, language))
        assert not [name for name in ("title", "description") if re.search('[<>"]', head.get(name, ""))]
        if language == "ar":
            assert visible(text) in text_of(page)


def spoil(article: Article, text: str) -> Article:
    """An article that says `text` in its headline, byline, a body sentence and a dropped line."""
    extract = dataclasses.replace(
        article.extract,
        headline=dataclasses.replace(article.extract.headline, text=text),
    )
    sentences = tuple(
        dataclasses.replace(sentence, text=text) if sentence.kind is LineKind.BODY else sentence
        for sentence in article.findings.sentences
    )
    findings = dataclasses.replace(article.findings, sentences=sentences)
    return dataclasses.replace(article, extract=extract, findings=findings)


def body_of(page: str) -> str:
    """The HTML of a page, without its front matter."""
    return markdown.markdown(page.split("\n---\n", 1)[1], extensions=CONFIGURED)


def head_of(page: str) -> dict[str, Any]:
    """The front matter of a page."""
    data: dict[str, Any] = parse_yaml(page.split("\n---\n", 1)[0].removeprefix("---\n"), "page").data
    return data


def tags_of(page: str) -> list[str]:
    """The elements of a page with their attributes' names; isolated runs and links' addresses aside."""
    tree = html.fromstring(f"<div>{page}</div>")
    return [f"{node.tag} {sorted(node.attrib)}" for node in tree.iter() if node.tag != "bdi"]


@pytest.fixture(scope="module")
def digest(root: Path) -> Digest:
    return build_digest(root)


@pytest.fixture(scope="module")
def pages(digest: Digest) -> dict[str, str]:
    return dict(render_pages(digest))


def test_every_page_has_its_front_matter(pages: dict[str, str]) -> None:
    for path, text in pages.items():
        if path.endswith(".md"):
            data = head_of(text)
            assert data["title"]
            assert data["lang"] == path[:2]
            assert data["dir"] == ("rtl" if path.startswith("ar/") else "ltr")


def test_links_lead_to_pages_and_anchors_that_are_there(pages: dict[str, str]) -> None:
    written = {f"{language}/{name}.md" for language in LANGUAGES for name in ("index", "about")}
    addresses = {page_url(path): path for path in pages} | {page_url(path): path for path in written}
    for path, text in pages.items():
        if not path.endswith(".md"):
            continue
        for link in re.findall(r'href="([^"]+)"', text):
            if link.startswith(("http://", "https://")):
                continue
            target, _, fragment = resolve(page_url(path), link).partition("#")
            assert target in addresses, f"{path}: {link}"
            if fragment:
                there = pages[addresses[target]]
                assert f'id="{fragment}"' in there or f"#{fragment} " in there, f"{path}: {link}"


def resolve(base: str, link: str) -> str:
    """A relative link against a page's address."""
    return urljoin(f"https://site.example/{base}", link).removeprefix("https://site.example/")


def test_sentences_are_in_the_page_in_order(digest: Digest) -> None:
    for article in digest.articles:
        shown = text_of(body_of(render_article(article, digest, "ar")))
        place = shown.index(say("article.text", "ar"))
        for sentence in article.findings.sentences:
            place = shown.index(visible(sentence.text), place)


def test_arabic_is_marked_on_english_pages(pages: dict[str, str]) -> None:
    for path, text in pages.items():
        if not path.startswith("en/"):
            continue
        tree = html.fromstring(f"<div>{body_of(text)}</div>")
        for node in tree.iter():
            if node.text and re.search("[\u0621-\u064a]", node.text):
                marked = [node, *node.iterancestors()]
                assert any(parent.get("lang") == "ar" for parent in marked), f"{path}: {node.text[:60]}"


def test_blocks_have_no_blank_line_or_indentation(pages: dict[str, str]) -> None:
    for path, text in pages.items():
        if path.endswith(".md"):
            body = text.split("\n---\n", 1)[1]
            assert not re.search(r"^[ \t]+<", body, re.MULTILINE), path
            for block in body.split("\n\n"):
                assert block.count("<div") == block.count("</div>"), f"{path}: {block[:80]}"


def test_rendering_is_deterministic(digest: Digest, pages: dict[str, str]) -> None:
    assert dict(render_pages(digest)) == pages


def test_hand_written_pages_win_and_get_their_markers_filled(digest: Digest) -> None:
    written = {"ar/timeline.md": "mine", "en/index.md": "<!-- digest: latest --> <!-- digest: unknown -->"}
    pages = dict(render_pages(digest, written))
    assert pages["ar/timeline.md"] == "mine"
    assert "digest-card" in pages["en/index.md"]
    assert "<!-- digest: unknown -->" in pages["en/index.md"]


@pytest.mark.parametrize(
    ("source", "target", "fragment", "link"),
    [
        ("ar/index.md", "ar/timeline.md", "", "timeline/"),
        ("ar/timeline.md", "ar/index.md", "", "../"),
        ("ar/articles/a.md", "ar/articles/b.md", "s3", "../b/#s3"),
        ("ar/articles/a.md", "ar/articles/a.md", "s3", "#s3"),
        ("ar/articles/a.md", "en/articles/a.md", "", "../../../en/articles/a/"),
        ("en/people/index.md", "originals/a.txt", "", "../../originals/a.txt"),
        ("index.md", "en/index.md", "", "en/"),
    ],
)
def test_relative_links(source: str, target: str, fragment: str, link: str) -> None:
    assert relative_url(source, target, fragment) == link


def test_language_links_lead_to_the_same_page_or_home() -> None:
    paths = {"ar/index.md", "en/index.md", "ar/a.md", "en/a.md", "ar/only.md"}
    assert [link.href for link in language_links("ar/a.md", paths)] == ["./", "../../en/a/"]
    assert language_links("ar/only.md", paths)[1].href == "../../en/"
    assert language_links("index.md", paths) == ()


def test_overlay_changes_nothing_beneath() -> None:
    base = {"language": "ar", "font": False}
    overlay = Overlay(base, language="en")
    assert (overlay["language"], overlay.language, overlay["font"]) == ("en", "en", False)
    assert base["language"] == "ar"


def test_metadata_is_escaped_once_and_the_rest_left_alone() -> None:
    meta = {"title": '<b> & "c"', "tags": ["<i>", 4], "date": "2022"}
    assert printed_meta(meta) == {"title": "&lt;b&gt; &amp; &#34;c&#34;", "tags": ["&lt;i&gt;", "4"]}
    assert printed_meta({"tags": "no list"}) == {}


@given(text=texts, words=texts)
@settings(deadline=None, max_examples=50)
def test_marking_changes_no_text(text: str, words: str) -> None:
    for sought in (words, text, text[:3], ""):
        assert text_of(html_marking(text, sought, "ar")) == visible(text)


def test_the_words_of_a_date_stand_out() -> None:
    assert '<b class="digest-when">الجمعة</b> قال' in html_marking("اليوم الجمعة قال", "الجمعة", "ar")


def test_mended_html() -> None:
    page = '<html lang="ar" class="no-js"><input class="md-toggle" id="__search" autocomplete="off">'
    mended = mend_html(f'{page}<div data-md-component="search" role="dialog">', "ar")
    assert 'dir="rtl"' in mended
    assert "autocomplete" not in mended
    assert f'aria-label="{say("site.search", "ar")}"' in mended


def test_shortened_ends_between_words() -> None:
    assert shortened("كلمة أخرى، وثالثة", 12) == "كلمة أخرى…"
    assert shortened("قصير") == "قصير"


def test_unknown_words_are_an_error() -> None:
    with pytest.raises(RulesError, match=r"no\.such"):
        say("no.such", "ar")


def test_words_in_arabic_have_no_place_for_a_value_that_english_lacks() -> None:
    find: Callable[[str], list[str]] = re.compile(r"\{[a-z]+\}").findall
    for key, words in default_rules().table("strings").items():
        assert set(find(words["ar"])) <= set(find(words["en"])), key


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("رويترز", "The same story."),
        ("الأناضول", "The same story from another source."),
        ("", "The same story."),
    ],
)
def test_a_story_told_twice_says_where_only_if_it_is_known(source: str, said: str, tmp_path: Path) -> None:
    body = (
        "افتتحت بلدية بيروت الجسر الجديد فوق النهر بعد عامين من العمل بكلفة مليوني دولار أمريكي.\n\n"
        "وقالت البلدية إن الجسر يخدم سكان الضاحية الشرقية، ويختصر الطريق إلى المرفأ عشرين دقيقة.\n\n"
        "وينتظر أن تبدأ أعمال صيانة الجسر القديم في الربيع، وأن يغلق أمام الشاحنات ثلاثة أشهر.\n"
    )
    (tmp_path / "seeds").mkdir()
    shutil.copytree(Path(__file__).parents[1] / "content" / "vocabulary", tmp_path / "content" / "vocabulary")
    for name, where in (("one", "رويترز"), ("two", source)):
        text = f"افتتاح الجسر الجديد في بيروت\n\n{f'بيروت - {where}' if where else ''}\n\n{body}"
        (tmp_path / "seeds" / f"{name}.txt").write_text(text, "utf-8")
    page = dict(render_pages(build_digest(tmp_path)))["en/articles/one.md"]
    (reason,) = re.findall(r'digest-related__reason">(.*?)</p>', page, re.S)
    assert reason.startswith(f"{said} In common")


def test_a_long_file_name_breaks_between_its_parts_only() -> None:
    assert html_file_name("content/en/003_cba11d.yml") == "content/<wbr>en/<wbr>003_cba11d.yml"
    assert html_file_name(f"en/one-{'a' * 30}_b.yml") == f"en/<wbr>one-<wbr>{'a' * 30}_<wbr>b.yml"
    assert html_file_name("a<b.txt") == "a&lt;b.txt"
    assert [text_of(html_file_name(name)) for name in ("_/", "", "a__b")] == ["_/", "", "a__b"]
