"""The quick way to HTML: blocks, links, shells, and what is kept between builds."""

from __future__ import annotations

from pathlib import Path

import pytest

from digest.press import Content, Converter, KeptContents, Shell, mark

EXTENSIONS = ("attr_list", "toc")


def converted(text: str, path: str = "ar/archive/index.md") -> Content:
    return Converter(EXTENSIONS).convert(path, text)


def test_a_block_is_taken_as_it_is() -> None:
    block = '<div class="a">\n<p>*one*</p>\n</div>'
    found = converted(f"# Head {{: #head }}\n\n{block}\n\n*two*")
    assert block in found.html
    assert "<em>two</em>" in found.html
    assert '<h1 id="head">' in found.html


def test_inline_html_is_markdown_still() -> None:
    assert converted('<span id="s1">*one*</span>').html == '<p><span id="s1"><em>one</em></span></p>'


def test_headings_are_listed() -> None:
    (first,) = converted("# One {: #one }\n\n## Two {: #two }").toc
    assert (first["id"], first["name"], [child["id"] for child in first["children"]]) == (
        "one",
        "One",
        ["two"],
    )


@pytest.mark.parametrize(
    ("link", "href"),
    [
        ("2022.md", "2022/"),
        ("../timeline.md#y1", "../timeline/#y1"),
        ("https://example.org/x.md", "https://example.org/x.md"),
    ],
)
def test_links_to_files_lead_to_pages(link: str, href: str) -> None:
    assert f'href="{href}"' in converted(f"[x]({link})").html


def test_a_page_is_nothing_of_the_one_before() -> None:
    converter = Converter(EXTENSIONS)
    converter.convert("ar/a.md", "# One {: #one }\n\n<div>\nx\n</div>")
    assert converter.convert("ar/a.md", "two") == Content("<p>two</p>", ())


_SENTENCE = '<span class="digest-sentence" id="s1">قال: &#45; <bdi dir="ltr">C&#43;&#43;</bdi></span>'


@pytest.mark.parametrize(
    "text",
    [
        f"# One {{: #one }}\n\n<div>\n*x*\n</div>\n\n## Two {{: #two .b lang=ar dir=rtl }}\n\n{_SENTENCE}",
        "# One\n\n### Three {: #three }\n\n## Two\n\n# One {: #four }",
        "# One\n\n# One",
        "# One {: #a }\n\n## Two {: #a }\n\n## Three",
        "## *One* &#42; `c` ## {: #one }\n\n####### seven",
        "# [One](b.md) {: #one }",
        "# One\ntwo",
        '<span id="s1">*one*</span>',
        '<span id="s1">one & two</span>\ntwo',
        "<span>one",
        "<span>a\tb\x02\x03</span>",
        "<spanner>one</spanner>",
        "<span>one</span>  \n\n    code",
        "<div>\nx\n</div>\ny",
        "1. one\n\n- two\n\n[TOC]",
        "",
    ],
)
def test_block_by_block_a_page_is_the_same(text: str) -> None:
    whole = Converter((*EXTENSIONS, "def_list"))
    assert converted(text) == whole.convert("ar/archive/index.md", text)


def test_a_heading_is_a_page_s_own() -> None:
    converter = Converter(EXTENSIONS)
    nested = converter.convert("ar/a.md", "# One {: #one }\n\n## Two {: #two }").toc
    assert converter.convert("ar/b.md", "## Two {: #two }").toc[0]["children"] == []
    assert [child["id"] for child in nested[0]["children"]] == ["two"]


def test_a_shell_is_filled() -> None:
    shell = Shell(f"<title>{mark('title')}</title>{mark('content')}{mark('title')}")
    assert shell.fill({"title": "A", "content": mark("title")}) == f"<title>A</title>{mark('title')}A"
    with pytest.raises(KeyError):
        shell.fill({"title": "A"})


def test_contents_are_kept(tmp_path: Path) -> None:
    made = list[str]()

    def make(path: str, text: str) -> Content:
        made.append(path)
        return Content(text.upper(), ({"id": "a", "name": "م", "children": []},))

    first = KeptContents(tmp_path, "1").content("ar/a.md", "one", make)
    assert KeptContents(tmp_path, "1").content("ar/a.md", "one", make) == first
    assert made == ["ar/a.md"]
    for path, text, stamp in (("ar/b.md", "one", "1"), ("ar/a.md", "two", "1"), ("ar/a.md", "one", "2")):
        KeptContents(tmp_path, stamp).content(path, text, make)
    assert len(made) == 4


def test_a_damaged_content_is_made_again_and_what_is_unused_goes(tmp_path: Path) -> None:
    kept = KeptContents(tmp_path, "1")
    expected = kept.content("ar/a.md", "one", lambda _, text: Content(text, ()))
    kept.content("ar/b.md", "two", lambda _, text: Content(text, ()))
    for file in tmp_path.rglob("*.html"):
        file.write_bytes(file.read_bytes().replace(b"one", b"0ne"))
    again = KeptContents(tmp_path, "1")
    assert again.content("ar/a.md", "one", lambda _, text: Content(text, ())) == expected
    again.tidy()
    assert len(list(tmp_path.rglob("*.html"))) == 1
