"""Pages as a reader has them: text, body, front matter, links; and texts that are full of syntax."""

from __future__ import annotations

from typing import Any
from urllib.parse import urljoin

import markdown
from hypothesis import strategies as st
from lxml import html

from digest.render.escape import visible
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


def body_of(page: str) -> str:
    """The HTML of a page, without its front matter."""
    return markdown.markdown(page.split("\n---\n", 1)[1], extensions=CONFIGURED)


def head_of(page: str) -> dict[str, Any]:
    """The front matter of a page."""
    data: dict[str, Any] = parse_yaml(page.split("\n---\n", 1)[0].removeprefix("---\n"), "page").data
    return data


def resolve(base: str, link: str) -> str:
    """A relative link against a page's address."""
    return urljoin(f"https://site.example/{base}", link).removeprefix("https://site.example/")
