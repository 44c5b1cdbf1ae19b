"""From a seed through Markdown to HTML and back: what is visible is the article's text, whatever it says.

More examples than usual: `pytest --hypothesis-profile thorough tests/hostile/test_round_trip.py`.
"""

from __future__ import annotations

import html as standard
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from digest.errors import SeedError
from digest.model import Article
from digest.pipeline import assemble, build_article, build_digest
from digest.press import Converter
from digest.render import render_article, render_pages
from digest.render.escape import visible
from digest.seeds import seed_from_bytes
from digest.vocabulary import Vocabulary
from digest.wording.strings import LANGUAGES, Language, say
from digest.yamlfile import dump_yaml, parse_yaml
from tests.hostile.made import BODY, small_project
from tests.hostile.payloads import dealt, in_latin
from tests.rendered import CONFIGURED, EVERYTHING, SYNTAX

_EXAMPLES = max(200, settings().max_examples)
_ATOMS = (
    *(text.replace("\n", " ") for text in SYNTAX),
    *(
        "[x]: y",
        "[^a]",
        "*[س]: ص",
        ":ا:",
        "{.x}",
        "{#s1}",
        "{: }",
        "[[",
        "]]",
        "](",
        "![",
        "<",
        ">",
        "&",
        "`",
        "~",
    ),
    *(
        "\\",
        "|",
        "||",
        "$$",
        "\\(",
        "\\)",
        "{{",
        "}}",
        "{%",
        "%}",
        "{#",
        "#}",
        "<!--",
        "-->",
        "</p>",
        "</div>",
    ),
    *("وقال", "في القاهرة", "25%", "4 فبراير 2022", "C++", "«نص»", "“نص”", "“", "«", "»", "؟", "،", "؛", "…"),
)
_PIECES = st.one_of(
    st.sampled_from(_ATOMS),
    st.sampled_from(dealt()),
    st.text(alphabet="<>&\"'`*_{}[]()#+-.!|\\~^=:$/@%,; \n\t01aAاو«»“”؟،", max_size=12),
    st.text(max_size=8),
)
texts = st.lists(_PIECES, max_size=5).map(" ".join)
articles = st.fixed_dictionaries(
    {"head": texts, "byline": texts, "source": texts, "quoted": texts, "lines": st.lists(texts, max_size=4)}
)

Converters = dict[str, Callable[[str], str]]
_PRESS = Converter(CONFIGURED)


def _stock(extensions: list[str]) -> Callable[[str], str]:
    return lambda text: markdown.markdown(text, extensions=extensions)


def _press(text: str) -> str:
    return _PRESS.convert("ar/articles/x.md", text).html


def seed_of(made: dict[str, Any], suffix: str) -> bytes:
    """A seed with hostile text in each field."""
    lines = [
        f"وزير الخارجية يبحث {made['head']} في القاهرة",
        f"قال الوزير في البيان الرسمي: «إن {made['quoted']} لا معنى له في الاتفاق»، وأضاف أن الوفود ستلتقي.",
        *BODY.format(number=1).strip().split("\n\n")[1:],
        *(f"ووردت في البيان الرسمي العبارة {line} كما نشرت أمس في القاهرة" for line in made["lines"]),
    ]
    lines = [" ".join(line.split()) for line in lines]
    if suffix == "html":
        meta = f'<meta name="author" content="{standard.escape(made["byline"])}">'
        title, *rest = (standard.escape(line) for line in lines)
        blocks = "".join(f"<p>{line}</p>" for line in rest)
        text = f"<html><head><title>{title}</title>{meta}</head><body><h1>{title}</h1>{blocks}</body></html>"
    else:
        head = {"author": f"س {made['byline']}", "source": f"ص {made['source']}"}
        start = f"---\n{dump_yaml(head)}---\n" if suffix == "md" else ""
        text = start + "\n\n".join(lines)
    return text.encode("utf-8", "replace")


def shown_by(page: str) -> Any:
    """A page's HTML as a tree, without what stands beside the texts."""
    tree = html.fromstring(f"<div>{page}</div>")
    for beside in tree.xpath("//*[@class='digest-place' or @class='digest-gloss']"):
        beside.drop_tree()
    return tree


def said(nodes: list[Any]) -> list[str]:
    """The visible text of some nodes, white space single."""
    return [" ".join(node.text_content().split()) for node in nodes]


def squeezed(tree: Any) -> str:
    """The visible text of a page without white space, of which there may be more between blocks."""
    return "".join(tree.text_content().split())


def fact(tree: Any, name: str) -> list[str]:
    """What stands under a name among the facts of an article."""
    return said(
        [node for node in tree.xpath("//dt/following-sibling::dd") if node.getprevious().text == name]
    )


def check_page(article: Article, tree: Any, language: Language) -> None:
    """The fields, sentences, summary and quotations of an untranslated article, as they are in it."""
    extract, findings = article.extract, article.findings
    plain = [visible(sentence.text) for sentence in findings.sentences]
    assert said(tree.xpath("//*[@id='headline']")) == [visible(extract.headline.text)]
    for key, field in (("article.byline", extract.byline), ("article.source", extract.source)):
        unstated = [say("article.outlet-unknown", language)] if key == "article.source" else []
        assert fact(tree, say(key, language)) == ([visible(field.text)] if field else unstated)
    sentences = [tree.xpath(f"//*[@id='s{number}']") for number in range(1, len(plain) + 1)]
    assert [text for nodes in sentences for text in said(nodes)] == plain
    summary = said(tree.xpath("//ol[@class='digest-summary']/li"))
    assert summary == [plain[index] for index in findings.summary]
    quotes = [visible(quote.text) for quote in findings.quotations if not quote.fragment]
    assert sorted(set(said(tree.xpath("//blockquote/p")))) == sorted(set(quotes))


_MADE = re.compile("script|style|img|iframe|object|embed|form|input|math|base|meta|link|video|audio")

_ELSEWHERE = re.compile(r"\s*(?:(?!https?:)[a-z][a-z0-9+.-]*:|//|\\\\)", re.IGNORECASE)


def check_harmless(tree: Any) -> None:
    """No element or attribute that can do anything, no address but of the site and of the web."""
    for node in tree.iter():
        assert isinstance(node.tag, str)
        assert not _MADE.fullmatch(node.tag)
        for name, value in node.attrib.items():
            assert not name.startswith("on")
            assert name != "href" or not _ELSEWHERE.match(value)


@pytest.mark.parametrize("suffix", ["txt", "md", "html"])
@given(made=articles)
@settings(deadline=None, max_examples=_EXAMPLES // 2)
def test_an_article_is_visible_as_it_is(suffix: str, made: dict[str, Any]) -> None:
    try:
        article = build_article(seed_from_bytes(seed_of(made, suffix), f"x.{suffix}"), Vocabulary({}))
    except SeedError:  # what swallows a whole page leaves no article
        return
    digest = assemble([article], Vocabulary({}))
    for language in LANGUAGES:
        head, _, body = render_article(article, digest, language)[4:].partition("\n---\n")
        data = parse_yaml(head, "x.md").data
        if language == "ar":  # what is not translated has a title of the site's own in English
            assert standard.unescape(data["title"]) == visible(article.extract.headline.text)
        assert data["article"]["headline"]["ar"] == article.extract.headline.text
        for convert in (_press, _stock(CONFIGURED)):
            tree = shown_by(convert(body))
            check_page(article, tree, language)
            check_harmless(tree)


def pages_of(folder: Path) -> Iterator[tuple[str, str]]:
    """Every page of a digest whose seeds, names and translations are full of syntax."""
    project = small_project(folder, 2)
    texts = [" ".join(SYNTAX[number::9]).replace("\n", " ") for number in range(9)]
    for number, text in enumerate(texts):
        made = {"head": text, "byline": text, "source": text, "quoted": text, "lines": [text, *SYNTAX[:20]]}
        (project / "seeds" / f"s{number}.md").write_bytes(seed_of(made, "md"))
    entries = [
        {
            "id": f"e{number}",
            "ar": name,
            "en": in_latin(text[:180]),
            "description": {"ar": text[:180], "en": text[:180]},
        }
        for number, (name, text) in enumerate(
            zip(("القاهرة", "وزير الخارجية", "سيرغي لافروف"), texts, strict=False)
        )
    ]
    names = dump_yaml({"kind": "person", "entries": entries})
    (project / "content" / "vocabulary" / "x.yml").write_text(names, "utf-8")
    digest = build_digest(project)
    assert digest.errors == ()
    assert len(digest.articles) == 11
    return render_pages(digest)


def test_no_extension_finds_syntax_on_any_page(tmp_path: Path) -> None:
    count = 0
    for path, text in pages_of(tmp_path / "project"):
        if not path.endswith(".md") or not text.startswith("---\n"):
            continue
        body = text[4:].partition("\n---\n")[2]
        quick, stock, all_ = (
            shown_by(convert(body)) for convert in (_press, _stock(CONFIGURED), _stock(EVERYTHING))
        )
        assert squeezed(quick) == squeezed(stock) == squeezed(all_), path
        check_harmless(all_)
        count += 1
    assert count > 50
