"""The quick way to HTML: blocks, links, shells, and what is kept between builds."""

from __future__ import annotations

from pathlib import Path

import pytest

from digest.press import Content, Converter, KeptFiles, Shell, mark

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


def test_files_are_kept(tmp_path: Path) -> None:
    first = KeptFiles(tmp_path, {})
    first.put("ar/a/index.html", b"one")
    again = KeptFiles(tmp_path, first.hashes)
    assert again.get("ar/a/index.html") == b"one"
    assert again.get("ar/b/index.html") is None
    assert KeptFiles(tmp_path, {}).get("ar/a/index.html") is None


def test_a_damaged_file_is_not_taken_and_what_is_unused_goes(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    first = KeptFiles(tmp_path, {})
    for name in ("a", "b", "c", "d"):
        first.put(f"{name}.html", name.encode())
    (tmp_path / "a.html").write_bytes(b"A")
    (tmp_path / "b.html").write_bytes(b"")
    again = KeptFiles(tmp_path, first.hashes)
    assert [again.get(f"{name}.html") for name in ("a", "b", "c")] == [None, None, b"c"]
    assert len(caplog.records) == 1
    again.tidy()
    assert [path.name for path in tmp_path.iterdir()] == ["c.html"]


def test_files_that_cannot_be_kept_are_said_once(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    kept = KeptFiles(tmp_path / "file" / "folder", {})
    kept.put("a.html", b"a")
    kept.put("b.html", b"b")
    assert kept.hashes == {}
    assert caplog.text.count("cannot be written") == 1
