"""What is made anew, what is kept, and what is removed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import islice

from hypothesis import given, settings
from hypothesis import strategies as st

from digest.ledger import Ledger, Made

Facts = Mapping[str, int]


class Site:
    """Units `a`, `b`, …: each reads the fact of its name, and has as many pages as it says."""

    def __init__(self) -> None:
        self.facts: dict[str, int] = {"all": 0}
        self.ledger = Ledger[str, str]()
        self.files: dict[str, str] = {}
        self.made = list[str]()

    def make(self, unit: str) -> Made[str, str]:
        self.made.append(unit)
        if "/" in unit:
            return Made(((f"{unit}.md", f"{self.facts['all']}"),), ["all"])
        count = self.facts[unit]
        pages = tuple((f"{unit}-{number}.md", f"{count}") for number in range(count))
        return Made(pages, [unit], tuple(f"{unit}/{number}" for number in range(count % 3)))

    def update(self, facts: Facts) -> list[str]:
        """Bring the files up to date with other facts; the units that were made."""
        changed = {key for key in facts.keys() | self.facts.keys() if facts.get(key) != self.facts.get(key)}
        self.facts, self.made = dict(facts), []
        for path, text in self.ledger.refresh([key for key in facts if key != "all"], changed, self.make):
            if text is None:
                del self.files[path]
            else:
                self.files[path] = text
        return self.made


def test_only_what_changed_is_made() -> None:
    site = Site()
    assert site.update({"all": 1, "a": 1, "b": 2}) == ["a", "a/0", "b", "b/0", "b/1"]
    assert site.update({"all": 1, "a": 1, "b": 2}) == []
    assert site.update({"all": 1, "a": 4, "b": 2}) == ["a"]
    assert site.update({"all": 2, "a": 4, "b": 2}) == ["a/0", "b/0", "b/1"]


def test_what_is_gone_is_removed() -> None:
    site = Site()
    site.update({"all": 1, "a": 3, "b": 2})
    site.update({"all": 1, "a": 1})
    assert site.files == {"a-0.md": "1", "a/0.md": "1"}


def test_a_file_that_moves_to_another_unit_stays() -> None:
    ledger = Ledger[str, str]()
    list(ledger.refresh(["a"], (), lambda unit: Made((("x.md", unit),), [])))
    assert list(ledger.refresh(["b"], (), lambda unit: Made((("x.md", unit),), []))) == [("x.md", "b")]


@settings(deadline=None)
@given(st.lists(st.dictionaries(st.sampled_from("abcd"), st.integers(0, 4)), min_size=1, max_size=6))
def test_updates_give_what_a_full_build_gives(steps: list[dict[str, int]]) -> None:
    followed = Site()
    for number, step in enumerate(steps):
        facts = {"all": number // 2, **step}
        followed.update(facts)
        fresh = Site()
        fresh.update(facts)
        assert followed.files == fresh.files
        assert sorted(followed.ledger.paths) == sorted(fresh.files)


@settings(deadline=None)
@given(st.lists(st.dictionaries(st.sampled_from("abcd"), st.integers(0, 4)), min_size=1, max_size=6))
def test_a_ledger_that_is_carried_on_goes_on(steps: list[dict[str, int]]) -> None:
    one, carried = Site(), Site()
    for step in steps:
        one.update({"all": 0, **step})
        carried.update({"all": 0, **step})
        assert carried.made == one.made
        facts, units = carried.ledger.state()
        left = facts, list(units)
        carried.ledger = Ledger[str, str]()
        carried.ledger.restore(left, lambda _: False)
        again, units = carried.ledger.state()
        assert (again, list(units)) == left


def test_units_of_lost_files_are_made_anew() -> None:
    site = Site()
    site.update({"all": 1, "a": 1, "b": 1})
    state, site.ledger = site.ledger.state(), Ledger[str, str]()
    site.ledger.restore(state, {"b-0.md", "a/0.md"}.__contains__)
    assert site.update({"all": 1, "a": 1, "b": 1}) == ["a/0", "b"]


def test_what_is_read_later_counts_too() -> None:
    site = Site()
    site.update({"all": 1, "a": 1, "b": 1})
    site.ledger.note("a-0.md", ["b"])
    site.ledger.settle()
    assert site.update({"all": 1, "a": 1, "b": 2}) == ["a", "b", "b/1"]


class EndedError(Exception):
    """Nobody waits for the rest."""


def first(most: int, units: Iterable[str]) -> Iterator[str]:
    yield from islice(units, most)
    raise EndedError


@given(
    st.lists(st.dictionaries(st.sampled_from("abcd"), st.integers(0, 4)), min_size=2, max_size=6),
    st.integers(0, 12),
    st.integers(0, 4),
)
def test_what_was_left_is_made_the_next_time(steps: list[dict[str, int]], most: int, most_units: int) -> None:
    site, before = Site(), dict[str, int]()
    last = len(steps) - 1
    for number, step in enumerate(steps):
        site.facts = {"all": number, **step}
        keys = site.facts.keys() | before.keys()
        changed = {key for key in keys if site.facts.get(key) != before.get(key)}
        units = step if number == last else first(most_units, step)
        outputs = site.ledger.refresh(units, changed, site.make)
        with suppress(EndedError):
            for path, text in islice(outputs, None if number == last else most):
                site.files.pop(path, None)
                if text is not None:
                    site.files[path] = text
        outputs.close()
    fresh = Site()
    fresh.update(site.facts)
    assert site.files == fresh.files
