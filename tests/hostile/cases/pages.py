"""Pages as bytes: of text, Markdown with front matter, HTML with data in its head, web archives."""

from __future__ import annotations

import html
import json
import random
from base64 import b64encode
from collections.abc import Iterable
from typing import Any

from tests.hostile.cases.words import make_line, make_value, real_lines, real_pages, spoiled

TEXT_SUFFIXES = (".txt", ".txt", ".txt", ".md", ".md")
_PROSE = (
    "وقال الوزير في القاهرة إن حجم التبادل بلغ 25 مليون دولار خلال العام الماضي بعد توقيع الاتفاق مع روسيا، "
    "وأضاف أن الوفود ستلتقي لبحث تفاصيل تنفيذه."
)
_CODECS = ("cp1256", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig", "iso8859_6", "cp864", "utf-7")
_BREAKS = ("\n", "\n", "\n\n", "\n\n", "\r\n", "\r", " | ", "\t", "\u2028", "\x0b", "&#10;", "\n\n\n\n")
_TAGS = (
    "p",
    "p",
    "p",
    "div",
    "h1",
    "h2",
    "li",
    "span",
    "a",
    "blockquote",
    "td",
    "article",
    "time",
    "pre",
    "svg",
    "q",
)
_METAS = (
    *(
        'name="description"',
        'name="author"',
        'property="og:site_name"',
        'property="og:title"',
        'property="og:url"',
    ),
    *('property="article:published_time"', 'name="date"', 'name="keywords"', 'property="article:author"'),
    *('http-equiv="content-type"', 'itemprop="datePublished"', 'name="twitter:site"', 'property="og:locale"'),
)
_FIELDS = (
    *(
        "title",
        "headline",
        "description",
        "author",
        "source",
        "url",
        "lang",
        "date",
        "published",
        "tags",
        "x",
    ),
)


def make_page(dice: random.Random) -> str:
    """A small page of text; to many, so much prose is added that there is an article to find."""
    lines = [make_line(dice) for _ in range(dice.choice((1, 1, 1, 2, 2, 3, 4, 6)))]
    if dice.random() < 0.6:
        lines.insert(dice.randrange(len(lines) + 1), _PROSE)
    if dice.random() < 0.3:
        lines.insert(0, dice.choice(real_lines())[:60])
    return dice.choice(_BREAKS).join(lines)


def make_seed(dice: random.Random) -> tuple[bytes, str]:
    """The bytes of a page and a file name; the small and quick ones are the most."""
    kind = dice.random()
    suffix = dice.choice(TEXT_SUFFIXES)
    if kind < 0.1:
        data = dice.randbytes(dice.randrange(300))
    elif kind < 0.13:
        data = spoiled(dice.choice(real_pages()), dice)
    elif kind < 0.82:
        data = make_page(dice).encode()
    elif kind < 0.92:
        data, suffix = _front_matter(dice).encode() + make_page(dice).encode(), ".md"
    elif kind < 0.97:
        data, suffix = _web_page(dice).encode(), dice.choice((".html", ".html", ".htm", ".txt"))
    else:
        data, suffix = _archive(dice), ".mhtml"
    if dice.random() < 0.25:
        data = spoiled(data, dice, 3)
    if dice.random() < 0.06:
        data = data.decode("utf-8", "ignore").encode(dice.choice(_CODECS), "ignore")
    if dice.random() < 0.01:
        suffix = dice.choice((".txt", ".md", ".html", ".mhtml"))
    return data, f"fuzz{suffix}"


def _front_matter(dice: random.Random) -> str:
    quoted = dice.random() < 0.7
    fields = [_field(dice, quoted=quoted) for _ in range(dice.randrange(6))]
    return "\n".join(["---", *fields, dice.choice(("---", "---", "----", "...", "")), ""])


def _field(dice: random.Random, *, quoted: bool) -> str:
    key, value = dice.choice(_FIELDS), make_value(dice)
    return f"{key}: {json.dumps(value, ensure_ascii=False) if quoted else value}"


def _web_page(dice: random.Random) -> str:
    metas = "".join(
        f'<meta {dice.choice(_METAS)} content="{html.escape(make_value(dice))}">'
        for _ in range(dice.randrange(5))
    )
    if dice.random() < 0.4:
        metas += f'<script type="application/ld+json">{_linked_data(dice)}</script>'
    blocks = "".join(map(_block, [dice] * dice.randrange(1, 9)))
    title = make_value(dice)
    return (
        f"<!doctype html><html lang=ar><head><title>{title}</title>{metas}</head>"
        f"<body><article><h1>{title}</h1>{blocks}</article></body></html>"
    )


def _block(dice: random.Random) -> str:
    tag, text = dice.choice(_TAGS), make_line(dice)
    text = html.escape(text) if dice.random() < 0.5 else text
    close = f"</{tag}>" if dice.random() < 0.9 else ""
    style = dice.choice(
        ("", "", "", " hidden", " style='display:none'", " class=byline", " href=//x", " dir=rtl")
    )
    return f"<{tag}{style}>{text}{close}" * (1 if dice.random() < 0.95 else dice.randrange(2, 40))


def _linked_data(dice: random.Random) -> str:
    texts: Iterable[str] = ("@type", "headline", "datePublished", "author", "publisher", "name", "@graph")
    odd: tuple[Any, ...] = (7, None, ["x", 1], {"name": "x y"}, [{"name": 3}], "2022-02-04", True, {})
    data: Any = {
        key: dice.choice(odd) if dice.random() < 0.3 else make_value(dice)
        for key in dice.sample(list(texts), dice.randrange(1, 5))
    }
    data |= {
        "@context": "https://schema.org",
        "@type": dice.choice(("NewsArticle", ["Article"], {"x": 1}, 7)),
    }
    data = dice.choice((data, data, [data], {"@graph": [data]}, {"author": [data, None], "publisher": 3}))
    return json.dumps(data, ensure_ascii=dice.random() < 0.5).replace("</", "<\\/")


def _archive(dice: random.Random) -> bytes:
    page = _web_page(dice).encode()
    coding = dice.choice(("8bit", "8bit", "base64", "quoted-printable", "x-uuencode", make_value(dice)))
    body = b64encode(page) if coding == "base64" else page
    charset = dice.choice(
        ("utf-8", "utf-8", "cp1256", "undefined", "idna", "hex", "a\0b", "utf-16", make_value(dice))
    )
    kind = dice.choice(
        ("text/html", "text/html", "text/html", "TEXT/HTML; x", "text/plain", make_value(dice))
    )
    return (
        (
            f"MIME-Version: 1.0\r\nSubject: {make_value(dice)}\r\n"
            "Content-Type: multipart/related; boundary=b\r\n\r\n--b\r\n"
            f"Content-Type: {kind}; charset={charset}\r\nContent-Transfer-Encoding: {coding}\r\n\r\n"
        ).encode()
        + body
        + b"\r\n--b--\r\n"
    )
