"""The evaluation gate: no figure of ../shared/eval may fall under its pinned floor."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.eval.gate import checksum, read_floors, run_scorer

SCORERS = read_floors()["scorers"]


@pytest.mark.parametrize("scorer", SCORERS, ids=[scorer["command"] for scorer in SCORERS])
def test_no_figure_is_under_its_floor(scorer: dict[str, object], shared_eval: Path) -> None:
    assert shared_eval.exists()
    under = [result for result in run_scorer(scorer) if not result.holds]
    assert not under


def test_the_floors_belong_to_these_data(shared_eval: Path) -> None:
    assert checksum(shared_eval) == read_floors()["checksum"]
