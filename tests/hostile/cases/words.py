"""What cases are made of: real pages, words that the rules answer to, signs, numbers, words of dates."""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from digest.rules import default_rules
from tests.hostile.payloads import HIDDEN, dealt

ROOT = Path(__file__).parents[3]
SIGNS = (
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
NUMBERS = (
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
DATE_WORDS = (
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


@cache
def real_pages() -> tuple[bytes, ...]:
    return tuple(path.read_bytes() for path in sorted((ROOT / "seeds").iterdir()))


@cache
def real_lines() -> tuple[str, ...]:
    return tuple(line for page in real_pages() for line in page.decode().split("\n") if line.strip())


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
        line = dice.choice(real_lines())
        start = dice.randrange(len(line))
        return line[start : start + dice.choice((40, 120))].strip()
    pools = (rule_words(), rule_words(), DATE_WORDS, SIGNS, NUMBERS)
    words = [dice.choice(dice.choice(pools)) for _ in range(dice.choice((1, 2, 3, 4, 5, 6, 8, 10, 14)))]
    if dice.random() < 0.15:
        words.insert(dice.randrange(len(words)), dice.choice(dealt()))
    if dice.random() < 0.02:
        words = words * dice.randrange(2, 30)
    return dice.choice((" ", " ", " ", "", "  ", " و")).join(words)


def make_value(dice: random.Random) -> str:
    pools = (dealt(), NUMBERS, real_lines(), rule_words())
    return " ".join(dice.choice(dice.choice(pools)) for _ in range(dice.randrange(1, 4)))
