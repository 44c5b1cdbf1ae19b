"""Inputs for the fuzzing, each made of dice alone: pages, files of YAML, corrections, texts of dates.

Small pages are built of the words that the rules look for, so that most cases reach the rules; the rest are
real pages that were spoiled, and bytes at random.
"""

from __future__ import annotations

import html
import json
import random
from base64 import b64encode
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from digest.rules import default_rules
from digest.text import segment_id
from digest.yamlfile import dump_yaml
from tests.hostile.payloads import HIDDEN, dealt

ROOT = Path(__file__).parent.parent.parent
TEXT_SUFFIXES = (".txt", ".txt", ".txt", ".md", ".md")
_PROSE = (
    "وقال الوزير في القاهرة إن حجم التبادل بلغ 25 مليون دولار خلال العام الماضي بعد توقيع الاتفاق مع روسيا، "
    "وأضاف أن الوفود ستلتقي لبحث تفاصيل تنفيذه."
)
_CODECS = ("cp1256", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig", "iso8859_6", "cp864", "utf-7")
_BREAKS = ("\n", "\n", "\n\n", "\n\n", "\r\n", "\r", " | ", "\t", "\u2028", "\x0b", "&#10;", "\n\n\n\n")
_SIGNS = (
    *(
        ":",
        "：",
        " - ",
        "–",
        "—",
        "|",
        "،",
        "؛",
        ".",
        "...",
        "…",
        "؟",
        "!",
        "(",
        ")",
        "[",
        "]",
        "«",
        "»",
        "“",
        "”",
    ),
    *(
        '"',
        "'",
        "/",
        "\\",
        "%",
        "$",
        "€",
        "*",
        "#",
        "_",
        "ـ",
        "\u064b",
        "\u0651",
        "\u200c",
        "@",
        "&",
        "<",
        ">",
        "=",
    ),
)
_NUMBERS = (
    *(
        "2022",
        "1443",
        "٢٠٢٢",
        "25",
        "3",
        "31",
        "00",
        "0",
        "-1",
        "99999",
        "1e9",
        "15/4/2021",
        "9/9/9999",
        "2022-02-04",
    ),
    *(
        "30/2/2020",
        "1.5",
        "1,000,000",
        "12:30",
        "٪٢٥",
        "½",
        "²",
        "౩",
        "1990-2022",
        "2021/2022",
        *("9" * 25, "9" * 400, "1" * 5000),
        "م2022",
    ),
)
_DATE_WORDS = (
    *(
        "أمس",
        "اليوم",
        "غدا",
        "الثلاثاء",
        "الماضي",
        "المقبل",
        "عام",
        "سنة",
        "شهر",
        "يوم",
        "قرن",
        "ساعة",
        "منذ",
        "قبل",
    ),
    *(
        "بعد",
        "خلال",
        "بين",
        "حتى",
        "من",
        "إلى",
        "مطلع",
        "أواخر",
        "يناير",
        "كانون",
        "الثاني",
        "فبراير",
        "شباط",
        "رمضان",
    ),
    *(
        "محرم",
        "هـ",
        "م",
        "2022",
        "1443",
        "25",
        "3",
        "15/4/2021",
        "٢٠٢٢",
        "الأول",
        "الثالث",
        "عشر",
        "والعشرين",
        "نصف",
    ),
    *("تسعينيات", "القرن", "العشرين", "ربع", "-", "/", ",", ".", "،", "00", "99999", "9/9/9999", "31"),
)
REFERENCES = (
    *(
        None,
        "2022-02-05",
        "2022-02",
        "2022",
        "2020/2021",
        "[2022-02-04,2022-02-11]",
        "2022-02-05~",
        "../2022",
    ),
    *(
        "2023-21",
        "197X",
        "2020-02-29",
        "0001-01-01",
        "9999-12-31",
        "1443",
        "[2022-02-04..2022-02-11]",
        "2022-02?",
    ),
)
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


@cache
def _pages() -> tuple[bytes, ...]:
    return tuple(path.read_bytes() for path in sorted((ROOT / "seeds").iterdir()))


@cache
def _lines() -> tuple[str, ...]:
    return tuple(line for page in _pages() for line in page.decode().split("\n") if line.strip())


@cache
def rule_words() -> tuple[str, ...]:
    """Every word or phrase of the rules and the vocabulary's names: what the rules answer to."""
    found = dict.fromkeys(word.strip() for word in _strings(default_rules().tables) if len(word) < 60)
    names = (ROOT / "content" / "vocabulary").glob("*.yml")
    for path in sorted(names):
        starts = ("  ar: ", "- ar: ", "ar: ")
        lines = (line.strip() for line in path.read_text("utf-8").split("\n"))
        found.update(dict.fromkeys(line.partition(": ")[2] for line in lines if line.startswith(starts)))
    return tuple(word for word in found if word)


def _strings(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _strings(key)
            yield from _strings(value)
    elif isinstance(data, list):
        for value in data:
            yield from _strings(value)


@cache
def _yaml_texts() -> tuple[str, ...]:
    folders = ("content/corrections", "content/translations/en", "content/vocabulary")
    files = [path for folder in folders for path in sorted((ROOT / folder).glob("*.yml"))]
    return tuple(path.read_text("utf-8")[:4000] for path in files)


def spoiled(data: bytes, dice: random.Random, most: int = 8) -> bytes:
    """A piece of some data with a few things done to it."""
    start = dice.randrange(max(1, len(data)))
    piece = bytearray(data[start : start + dice.choice((200, 2000, 8000))] if dice.random() < 0.5 else data)
    for _ in range(dice.randrange(1, most)):
        at = dice.randrange(len(piece) + 1)
        what = dice.randrange(7)
        if what == 0:
            piece[at : at + dice.randrange(40)] = dice.randbytes(dice.randrange(20))
        elif what == 1:
            piece[at:at] = dice.choice(dealt()).encode()
        elif what == 2:
            piece[at:at] = chr(dice.choice(HIDDEN)).encode() * dice.randrange(1, 4)
        elif what == 3:
            del piece[at : at + dice.randrange(400)]
        elif what == 4:
            piece[at:at] = piece[at : at + dice.randrange(300)] * dice.randrange(1, 6)
        elif what == 5:
            piece[at:at] = dice.choice(
                (b"\n", b"\t", b"\r", b"  ", b"\0", b"<", b"&#", b"[" * 30, b"- " * 30)
            )
        else:
            piece = bytearray(piece.replace(*dice.sample((b" ", b"\n", b".", b"\xd9", b"<p>", b": "), 2)))
    return bytes(piece)


def make_line(dice: random.Random) -> str:
    """A line of a page: a piece of a real one, or words that rules answer to, signs and numbers between."""
    if dice.random() < 0.2:
        line = dice.choice(_lines())
        start = dice.randrange(len(line))
        return line[start : start + dice.choice((40, 120))].strip()
    pools = (rule_words(), rule_words(), _DATE_WORDS, _SIGNS, _NUMBERS)
    words = [dice.choice(dice.choice(pools)) for _ in range(dice.choice((1, 2, 3, 4, 5, 6, 8, 10, 14)))]
    if dice.random() < 0.15:
        words.insert(dice.randrange(len(words)), dice.choice(dealt()))
    if dice.random() < 0.02:
        words = words * dice.randrange(2, 30)
    return dice.choice((" ", " ", " ", "", "  ", " و")).join(words)


def make_page(dice: random.Random) -> str:
    """A small page of text; to many, so much prose is added that there is an article to find."""
    lines = [make_line(dice) for _ in range(dice.choice((1, 1, 1, 2, 2, 3, 4, 6)))]
    if dice.random() < 0.6:
        lines.insert(dice.randrange(len(lines) + 1), _PROSE)
    if dice.random() < 0.3:
        lines.insert(0, dice.choice(_lines())[:60])
    return dice.choice(_BREAKS).join(lines)


def make_seed(dice: random.Random) -> tuple[bytes, str]:
    """The bytes of a page and a file name; the small and quick ones are the most."""
    kind = dice.random()
    suffix = dice.choice(TEXT_SUFFIXES)
    if kind < 0.1:
        data = dice.randbytes(dice.randrange(300))
    elif kind < 0.13:
        data = spoiled(dice.choice(_pages()), dice)
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


def _value(dice: random.Random) -> str:
    pools = (dealt(), _NUMBERS, _lines(), rule_words())
    return " ".join(dice.choice(dice.choice(pools)) for _ in range(dice.randrange(1, 4)))


def _front_matter(dice: random.Random) -> str:
    quoted = dice.random() < 0.7
    fields = [
        f"{dice.choice(_FIELDS)}: {json.dumps(_value(dice), ensure_ascii=False) if quoted else _value(dice)}"
        for _ in range(dice.randrange(6))
    ]
    return "\n".join(["---", *fields, dice.choice(("---", "---", "----", "...", "")), ""])


def _web_page(dice: random.Random) -> str:
    metas = "".join(
        f'<meta {dice.choice(_METAS)} content="{html.escape(_value(dice))}">'
        for _ in range(dice.randrange(5))
    )
    if dice.random() < 0.4:
        metas += f'<script type="application/ld+json">{_linked_data(dice)}</script>'
    blocks = "".join(map(_block, [dice] * dice.randrange(1, 9)))
    title = _value(dice)
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
        key: dice.choice(odd) if dice.random() < 0.3 else _value(dice)
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
    coding = dice.choice(("8bit", "8bit", "base64", "quoted-printable", "x-uuencode", _value(dice)))
    body = b64encode(page) if coding == "base64" else page
    charset = dice.choice(
        ("utf-8", "utf-8", "cp1256", "undefined", "idna", "hex", "a\0b", "utf-16", _value(dice))
    )
    kind = dice.choice(("text/html", "text/html", "text/html", "TEXT/HTML; x", "text/plain", _value(dice)))
    return (
        (
            f"MIME-Version: 1.0\r\nSubject: {_value(dice)}\r\n"
            "Content-Type: multipart/related; boundary=b\r\n\r\n--b\r\n"
            f"Content-Type: {kind}; charset={charset}\r\nContent-Transfer-Encoding: {coding}\r\n\r\n"
        ).encode()
        + body
        + b"\r\n--b--\r\n"
    )


def make_yaml(dice: random.Random) -> str:
    """A text that may be YAML."""
    kind = dice.random()
    if kind < 0.1:
        data = dice.randbytes(200)
    elif kind < 0.5:
        data = spoiled(dice.choice(_yaml_texts()).encode(), dice)
    elif kind < 0.6:
        data = "\n".join(_yaml_line(dice) for _ in range(dice.randrange(1, 15))).encode()
    else:
        made = dice.choice((make_correction, _memory, _entries))(dice)
        data = dump_yaml(made).encode()
        if dice.random() < 0.3:
            data = spoiled(data, dice, 3)
    return data.decode("utf-8", "ignore")


def _memory(dice: random.Random) -> dict[str, Any]:
    states = ("human", "machine", "stale", "missing", "reviewed", "x")
    pairs = [
        {
            "id": segment_id(text),
            "ar": text,
            "en": _value(dice),
            "state": dice.choice(states),
            "by": _value(dice),
        }
        for text in (_value(dice) for _ in range(dice.randrange(5)))
    ]
    return {"article": "fuzz", "segments": pairs, "retired": pairs[:1]}


def _entries(dice: random.Random) -> dict[str, Any]:
    ids = ("a", "index", "energy", "russia", "a-b", "con", "x" * 100)
    entries = []
    for _ in range(dice.randrange(4)):
        extra = {
            "en": _value(dice)[:200],
            "ar_variants": [_value(dice)[:200]],
            "broader": [dice.choice(ids)],
            "years": {"2022": dice.choice((*REFERENCES[1:], 7))},
            "terms": [make_line(dice)[:200]],
            "surname": dice.choice(rule_words()),
            "description": {"ar": _value(dice)[:200]},
            "country": dice.choice(("EG", "RU", "eg", None)),
        }
        chosen = dice.sample(sorted(extra), dice.randrange(4))
        entries.append(
            {"id": dice.choice(ids), "ar": _value(dice)[:200]} | {key: extra[key] for key in chosen}
        )
    kinds = ("person", "place", "organisation", "outlet", "event", "topic")
    return {"kind": dice.choice(kinds), "entries": entries}


def _yaml_line(dice: random.Random) -> str:
    keys = (
        "title",
        "published",
        "date",
        "reason",
        "keep",
        "line",
        "as",
        "tags",
        "add",
        "article",
        "segments",
    )
    more = (
        "id",
        "ar",
        "en",
        "state",
        "by",
        "accept",
        "kind",
        "entries",
        "broader",
        "years",
        "terms",
        "surname",
    )
    value = dice.choice(
        (_value(dice), json.dumps(_value(dice)), "", "|", ">-", "[", "{a: b}", "!!x y", "&a", "*a")
    )
    return f"{' ' * dice.randrange(5)}{dice.choice(('', '', '- ', '? '))}{dice.choice(keys + more)}: {value}"


def make_correction(dice: random.Random) -> dict[str, Any]:
    """The data of a correction, most of it valid."""
    line = make_line(dice).strip() or "x"
    data: dict[str, Any] = {
        "title": _value(dice),
        "published": {"date": dice.choice((*REFERENCES[1:], *_NUMBERS)), "reason": _value(dice)},
        "source": _value(dice),
        "url": f"https://{_value(dice)}",
        "byline": _value(dice),
        "slug": dice.choice(("a", "index", "a-b", "con", "x" * 80)),
        "keep": [
            dice.choice(_lines()),
            {"line": line, "as": dice.choice(("body", "headline", "subhead", "deck"))},
        ],
        "drop": [line, dice.choice(_lines())],
        "tags": {"add": ["energy", _value(dice)], "remove": [_value(dice)]},
    }
    return {key: data[key] for key in dice.sample(sorted(data), dice.randrange(1, len(data)))}


def make_text(dice: random.Random) -> tuple[str, str | None]:
    """Words of which dates are made, and a reference."""
    words = [dice.choice(_DATE_WORDS) for _ in range(dice.randrange(1, 25))]
    if dice.random() < 0.3:
        words.insert(0, dice.choice(dealt()))
    if dice.random() < 0.3:
        words += [dice.choice(rule_words()) for _ in range(dice.randrange(1, 9))]
        dice.shuffle(words)
    return dice.choice((" ", " ", " ", "", "\n")).join(words), dice.choice(REFERENCES)
