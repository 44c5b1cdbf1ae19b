"""Scores the quotations of the five example articles: `python -m tests.eval.score_quotations`.

Found: the same words at the same place. Right speaker: the speaker's English name is the annotation's; for
words of two speakers (two cases) nobody is right. False: a quotation that the annotation lacks.
"""

from __future__ import annotations

import argparse
from typing import Any

from digest.model import Article, Quotation
from tests.eval.gold import annotated, offset, plain


def score(*, show: bool = False) -> dict[str, int]:
    """Count annotated quotations, those found, those with the right speaker, and false ones."""
    counts = {"annotated": 0, "found": 0, "right": 0, "false": 0}
    for annotation, article in annotated():
        left = list(article.findings.quotations)
        for wanted in annotation["quotations"]:
            counts["annotated"] += 1
            hit = _find(wanted, left, article)
            if hit is None:
                _show(show, "missed", article, wanted["text"])
                continue
            left.remove(hit)
            counts["found"] += 1
            right = _name(hit.speaker, article) == wanted["speaker"]
            counts["right"] += right
            if not right:
                _show(show, f"speaker {hit.speaker}, not {wanted['speaker']}", article, hit.text)
        counts["false"] += len(left)
        for item in left:
            _show(show, "false", article, item.text)
    return counts


def _find(wanted: dict[str, Any], left: list[Quotation], article: Article) -> Quotation | None:
    words = plain(wanted["text"])
    start = offset(article, wanted["line"], wanted["start"])
    near = (item for item in left if abs(item.span.start - start) <= 3)
    return next((item for item in near if plain(item.text) == words), None)


def _name(speaker: str | None, article: Article) -> str | None:
    if speaker is None:
        return None
    return next(entity.en for entity in article.findings.entities if entity.id == speaker)


def _show(show: bool, what: str, article: Article, text: str) -> None:
    if show:
        print(f"{article.id[:3]} {what}: {text}")


def main() -> None:
    """Print the counts on one line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", action="store_true", help="list what is missed, false or another's")
    counts = score(show=parser.parse_args().show)
    print("QUOTATIONS", "  ".join(f"{name} {count}" for name, count in counts.items()))


if __name__ == "__main__":
    main()
