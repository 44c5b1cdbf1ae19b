"""Topics of an article, from the vocabulary's evidence: what counts and how much is in `choose`."""

from __future__ import annotations

from digest.topics.choose import choose_topics

__all__ = ["choose_topics"]
