"""The annotation of the five example articles beside the articles as the package reads them.

Reads `../shared/eval/seeds_gold.json`; used by the scorers of this folder.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from digest.model import Article
from digest.pipeline import build_article
from digest.seeds import read_seed
from digest.text import fold
from digest.vocabulary import load_vocabulary

ROOT = Path(__file__).parent.parent.parent
GOLD = ROOT.parent / "shared" / "eval" / "seeds_gold.json"
_WORD = re.compile(r"\w+")


def annotated() -> Iterator[tuple[dict[str, Any], Article]]:
    """Yield each annotated article with what the package makes of its file, uncorrected."""
    vocabulary = load_vocabulary(ROOT / "content" / "vocabulary")
    for annotation in json.loads(GOLD.read_text("utf-8")):
        yield annotation, build_article(read_seed(ROOT / "seeds" / annotation["file"]), vocabulary)


def offset(article: Article, line: int, column: int) -> int:
    """Offset in the seed of a column (from 0) of a line (from 1)."""
    lines = article.seed.text.split("\n")
    return sum(len(text) + 1 for text in lines[: line - 1]) + column


def plain(text: str) -> list[str]:
    """The words of a text, folded, marks and punctuation aside."""
    return _WORD.findall(fold(text))
