"""The repository's own articles, read once and rendered once for all tests."""

from __future__ import annotations

from functools import cache

from digest.model import Digest
from digest.pipeline import build_digest
from digest.render import render_pages
from tests.conftest import ROOT


@cache
def own_digest() -> Digest:
    return build_digest(ROOT)


@cache
def own_pages() -> dict[str, str]:
    """The files that are written for MkDocs, by path."""
    return dict(render_pages(own_digest()))
