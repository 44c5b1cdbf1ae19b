"""Relates articles: by shared names, topics and time, and by shared wording for the same story.

Pure and deterministic; the cost grows with the number of articles, not with its square: an article is only
compared with those near it in time among the holders of its rarest tags, and among the holders of its
shingles (Broder 1997: w-shingling, with hashes sampled by modulus). `Relations` follows changes; `relate`
finds all at once.
"""

from digest.related.relations import MOST, Relations, relate

__all__ = ["MOST", "Relations", "relate"]
