"""Scores the topics of the five example articles against the annotation's IPTC topics.

`python -m tests.eval.score_topics`. Found: a topic with the annotated IPTC id. Others: a topic without one.
"""

from __future__ import annotations

from digest.vocabulary import load_vocabulary
from tests.eval.gold import ROOT, annotated


def score() -> dict[str, int]:
    """Count annotated topics, those found, and others given."""
    entries = load_vocabulary(ROOT / "content" / "vocabulary").entries
    counts = {"annotated": 0, "found": 0, "others": 0}
    for annotation, article in annotated():
        wanted = {topic["id"] for topic in annotation["topics"]["iptc"]}
        given = {entries[topic.id].iptc for topic in article.findings.topics}
        counts["annotated"] += len(wanted)
        counts["found"] += len(wanted & given)
        counts["others"] += len(given - wanted)
    return counts


if __name__ == "__main__":
    print("TOPICS", "  ".join(f"{name} {count}" for name, count in score().items()))
