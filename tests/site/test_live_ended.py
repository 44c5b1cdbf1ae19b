"""A served site whose work in the background is ended again and again is what a full build gives."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from mkdocs.structure.pages import Page

from digest.formats import Head
from digest.plugin.background import Pace
from digest.plugin.surroundings import Surroundings
from tests.bench.archive import archive
from tests.site.following import CHANGES, Served

_DOUBLINGS = 15
"""The work is ended after one to so many doublings of a step: few are more."""


@pytest.mark.parametrize(("seed", "few"), [(1, 16), (2, 0)])
def test_wherever_it_is_ended(
    served: Served, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int, few: int
) -> None:
    monkeypatch.setattr("digest.related.relations._FEW", few)
    dice, texts = random.Random(seed), [text for _, text in archive(12)]
    steps = _Steps(monkeypatch, served.live._pace)
    for _ in range(12):
        steps.left = int(2 ** dice.uniform(0, _DOUBLINGS))
        _change(served.project, dice, texts)
        served.live()
        served.live._work.wait()
    steps.left = 0
    assert _differing(served, tmp_path) == []
    assert steps.ended > 4
    assert served.builds == [0]


class _Steps:
    """Counts the steps of what is done at a pace, and ends it when none is `left`."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, pace: Pace) -> None:
        self.left = self.ended = 0
        check = Pace.check

        def counted(one: Pace) -> None:
            if one is pace:
                self.left -= 1
                if self.left == 0:
                    self.ended += 1
                    pace.hurry()
            check(one)

        monkeypatch.setattr(Pace, "check", counted)


def _change(project: Path, dice: random.Random, texts: list[str]) -> None:
    """Make a change; another one where a seed that an earlier one spoiled cannot be edited."""
    try:
        dice.choice(CHANGES)(project, dice, texts)
    except UnicodeDecodeError:
        _change(project, dice, texts)


def _differing(served: Served, folder: Path) -> list[str]:
    """The files that are not what a full build gives."""
    files, expected = served.files(), served.built(folder / "full")
    return [path for path in files.keys() | expected.keys() if files.get(path) != expected.get(path)]


def test_a_page_whose_making_is_ended_is_current_in_no_menu(
    served: Served, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    head, ended = Surroundings.head, list[Page]()

    def spied(around: Surroundings, page: Page) -> Head:
        if page.file.src_uri == "ar/topics/index.md" and not ended:
            ended.append(page)
            served.live.hurry()
        return head(around, page)

    monkeypatch.setattr(Surroundings, "head", spied)
    # The last one's page has headings like no other before: what is round it is rendered anew.
    texts = [text for _, text in archive(6)]
    for name, text in (("first", texts[0]), ("second", texts[5])):
        (served.project / "seeds" / f"{name}.txt").write_text(text, "utf-8")
        served.live()
        served.live._work.wait()
    assert ended
    assert _differing(served, tmp_path) == []
