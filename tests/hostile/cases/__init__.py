"""Inputs for the fuzzing, each made of dice alone: pages, files of YAML, corrections, texts of dates.

Small pages are built of the words that the rules look for, so that most cases reach the rules; the rest are
real pages that were spoiled, and bytes at random.
"""

from __future__ import annotations

from tests.hostile.cases.dates import make_text
from tests.hostile.cases.files import make_correction, make_yaml
from tests.hostile.cases.pages import make_page, make_seed
from tests.hostile.cases.words import ROOT

__all__ = ["ROOT", "make_correction", "make_page", "make_seed", "make_text", "make_yaml"]
