"""Scores the figures of the five example articles: `python -m tests.eval.score_figures`.

Wanted: the annotation's numbers outside furniture, without ordinals. Right: found on its line with its value
(none for a rough quantity) and its unit. False: a figure that the annotation lacks.
"""

from __future__ import annotations

import argparse
from typing import Any

from digest.model import Article, Figure
from tests.eval.gold import annotated


def score(*, show: bool = False) -> dict[str, int]:
    """Count annotated numbers, those found with value and unit, and false figures."""
    counts = {"annotated": 0, "right": 0, "false": 0}
    for annotation, article in annotated():
        left = list(article.findings.figures)
        for wanted in filter(_is_wanted, annotation["numbers"]):
            counts["annotated"] += 1
            hit = next((item for item in left if _is_same(item, wanted, article)), None)
            if hit:
                left.remove(hit)
                counts["right"] += 1
            elif show:
                print(f"{article.id[:3]} missed: {wanted['text']}")
        counts["false"] += len(left)
        for item in left if show else ():
            print(f"{article.id[:3]} false: {item.text} ({item.value} {item.unit})")
    return counts


def _is_wanted(number: dict[str, Any]) -> bool:
    return number["unit"] != "ordinal" and not number.get("boilerplate") and not number.get("embedded")


def _is_same(figure: Figure, wanted: dict[str, Any], article: Article) -> bool:
    line = article.seed.text.count("\n", 0, figure.span.start) + 1
    return (line, figure.value, figure.unit) == (wanted["line"], wanted["value"], wanted["unit"])


def main() -> None:
    """Print the counts on one line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", action="store_true", help="list what is missed and what is false")
    counts = score(show=parser.parse_args().show)
    print("FIGURES", "  ".join(f"{name} {count}" for name, count in counts.items()))


if __name__ == "__main__":
    main()
