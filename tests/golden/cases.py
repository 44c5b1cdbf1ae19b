"""What a golden case holds and how it is made: the seed's article as data, and both Markdown pages.

A case is a folder beside this file, named like a seed of the digest; a person can add one: make the folder
and run `python -m tests.golden.update`.
"""

from __future__ import annotations

import json
from pathlib import Path

from digest.record import article_record
from digest.render import render_article
from tests.own import own_digest

CASES = Path(__file__).parent
ROOT = CASES.parent.parent


def case_folders() -> list[Path]:
    """Every case, in order."""
    return sorted(path for path in CASES.iterdir() if path.is_dir() and path.name != "__pycache__")


def case_files(case: str) -> dict[str, str]:
    """The files that the seed `case` gives now, by name."""
    article = next(article for article in own_digest().articles if article.id == case)
    record = json.dumps(article_record(article, own_digest()), ensure_ascii=False, indent=1) + "\n"
    pages = {f"{language}.md": render_article(article, own_digest(), language) for language in ("ar", "en")}
    return {"article.json": record, **pages}
