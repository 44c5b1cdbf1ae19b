"""Texts of which dates are made, and what they count from."""

from __future__ import annotations

import random

from tests.hostile.cases.words import DATE_WORDS, rule_words
from tests.hostile.payloads import dealt

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


def make_text(dice: random.Random) -> tuple[str, str | None]:
    """Words of which dates are made, and a reference."""
    words = [dice.choice(DATE_WORDS) for _ in range(dice.randrange(1, 25))]
    if dice.random() < 0.3:
        words.insert(0, dice.choice(dealt()))
    if dice.random() < 0.3:
        words += [dice.choice(rule_words()) for _ in range(dice.randrange(1, 9))]
        dice.shuffle(words)
    return dice.choice((" ", " ", " ", "", "\n")).join(words), dice.choice(REFERENCES)
