"""How lists are cut: into parts of years, numbered pages, and what fits."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.edtf import is_valid, sort_key, year_of
from digest.render.parts import Part, fitting, neighbours, numbered_lists, parts_by_year, parts_or_all

DATES = st.sampled_from(
    ["2022-02-04", "2022-02", "2022", "2021/2023", "../2020", "197X", "-0300", "2023-21", "2022~"]
)
Items = Sequence[tuple[int, str | None]]


def dated(item: tuple[int, str | None]) -> str | None:
    return item[1]


@given(st.lists(st.tuples(st.integers(1, 40), DATES | st.none())), st.integers(1, 100))
def test_parts_hold_everything_once_in_the_order_of_time(items: Items, most: int) -> None:
    parts = parts_by_year(items, dated, lambda item: item[0], most)
    kept = [item for part in parts for item in part.items]
    assert sorted(kept, key=str) == sorted(items, key=str)
    times = [sort_key(item[1]) for item in kept if item[1]]
    assert times == sorted(times)
    assert len({part.name for part in parts}) == len(parts)
    for part in parts:
        assert part.items
        assert len(part.items) == 1 or sum(size for size, _ in part.items) <= most
        assert {item[1] and year_of(item[1]) for item in part.items} == {part.year}
    if sum(size for size, _ in items) <= most and items:
        (whole,) = parts_or_all(items, dated, lambda item: item[0], most)
        assert whole.items == tuple(kept)


@pytest.mark.parametrize(
    ("edtf", "year"),
    [
        ("2022-02-04", 2022),
        ("2020/2022", 2020),
        ("../1999", 1999),
        ("2001/..", 2001),
        ("[2022-12-31,2023-01-01]", 2022),
        ("197X", 1970),
        ("0001", 1),
        ("0000", 0),
        ("-0300", -300),
        ("-0401-03", -401),
        ("9999-12-31", 9999),
        ("2023-24", 2023),
    ],
)
def test_the_year_of_a_date(edtf: str, year: int) -> None:
    assert is_valid(edtf)
    assert year_of(edtf) == year


def test_neighbours_of_a_part() -> None:
    parts = [Part(2021, 1, "2021", ()), Part(2022, 1, "2022", ()), Part(None, 1, "undated", ())]
    assert neighbours(parts, 1) == (parts[0], None)
    assert neighbours(parts, 2) == (None, None)


def test_lists_in_pieces() -> None:
    assert numbered_lists(range(5), 2) == ((0, 1), (2, 3), (4,))
    assert numbered_lists([], 2) == ((),)
    assert fitting([5, 5, 5], lambda item: item, 11) == (5, 5)
    assert fitting([50, 5], lambda item: item, 11) == (50,)
    assert fitting([], lambda item: item, 11) == ()
