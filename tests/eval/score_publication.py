"""Scores the publication dates that the five example articles prove, against `seeds_timeline.json`.

`python -m tests.eval.score_publication`. Text: what the text alone proves is the annotation's. True: the
value with general rules holds the true day.
"""

from __future__ import annotations

import json
from datetime import date

from digest.edtf import contains
from tests.eval.gold import GOLD, annotated

TIMELINE = GOLD.with_name("seeds_timeline.json")


def score() -> tuple[int, int]:
    """Number of articles whose text-only value is right, and of those whose value holds the true day."""
    documents = json.loads(TIMELINE.read_text("utf-8"))["documents"]
    gold = {document["file"]: document["document_date"] for document in documents}
    text = true = 0
    for annotation, article in annotated():
        publication, wanted = article.findings.publication, gold[annotation["file"]]
        text += publication.text_only == wanted["text_only"]
        day = date.fromisoformat(wanted["scoring_reference"])
        true += bool(publication.edtf and contains(publication.edtf, day))
    return text, true


if __name__ == "__main__":
    right, holding = score()
    print(f"PUBLICATION text {right}/5  true {holding}/5")
