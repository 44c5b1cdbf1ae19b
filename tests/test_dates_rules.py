"""Every word of the rules of dates is read: months, feasts, weekdays, units, seasons, numbers."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from digest import edtf, find_dates
from digest.rules import default_rules
from tests.dates import values


@pytest.mark.parametrize("feast", default_rules().table("feasts")["feasts"], ids=lambda rule: rule["id"])
def test_every_feast_rule_holds_its_own_example_and_is_marked_as_outside_knowledge(feast):
    text, value = feast["example"]
    (one,) = find_dates(text)
    assert (one.edtf, one.outside) == (value, True)
    assert one.rule == "feast"


def test_every_month_name_is_read_with_a_day_and_a_year():
    table = default_rules().table("months")
    for number, names in table["gregorian"].items():
        for name in names:
            assert values(f"3 {name} 2021") == [f"2021-{int(number):02}-03"], name
    for number, names in table["hijri"].items():
        for name in names:
            (one,) = values(f"3 {name} 1442 هـ")
            assert values(f"3/{number}/1442 هـ") == [one], name
            assert edtf.bounds(one)[0] is not None


WORDS = default_rules().table("relative_dates")


def test_every_deictic_counts_its_days():
    for shift, phrases in WORDS["deictics"].items():
        for phrase in phrases:
            wanted = (date(2024, 5, 17) + timedelta(int(shift))).isoformat()
            assert values(phrase, "2024-05-17") == [wanted], phrase


def test_every_weekday_name_is_read_after_its_noun_and_every_adjective_moves_it():
    for number, names in WORDS["weekdays"].items():
        for name in names:
            (value,) = values(f"يوم ال{name}", "2024-05-17")
            assert date.fromisoformat(value.strip("?")).weekday() == int(number), name
    for sign, adjectives in WORDS["adjectives"].items():
        for adjective in adjectives:
            (value,) = values(f"الشهر ال{adjective}", "2024-05-17")
            assert value == f"2024-{5 + int(sign):02}", adjective
    for sign, adjectives in WORDS["spoken_adjectives"].items():
        for adjective in adjectives:
            assert values(f"الشهر اللي {adjective}", "2024-05-17") == [f"2024-{5 + int(sign):02}"], adjective


def test_every_unit_is_read_in_all_its_numbers():
    days_ago = {"day": 3, "week": 21}
    for unit, forms in WORDS["units"].items():
        if unit in ("quarter", "third", "half"):
            continue
        for form in forms["many"]:
            (one,) = find_dates(f"قبل ثلاثة {form}", "2024-05-17")
            if unit in days_ago:
                assert one.edtf == (date(2024, 5, 17) - timedelta(days_ago[unit])).isoformat()
            assert one.edtf, form
        for form in forms["two"]:
            assert len(values(f"قبل {form}", "2024-05-17")) == 1, form


def test_every_season_decade_and_part_is_read():
    for number, names in WORDS["seasons"].items():
        assert [values(f"{name} 2023") for name in names] == [[f"2023-{number}"]] * len(names)
    for tens, names in WORDS["decades"].items():
        assert [values(f"{name} القرن العشرين") for name in names] == [[f"19{int(tens) // 10}X"]] * len(names)
    for place, parts in WORDS["parts"].items():
        for part in parts:
            assert values(f"{part} عام 2020") == ["2020~"], part
            assert values(f"قبل {part} عام 2020") == ["../2019~" if place == "first" else "../2020~"], part
            assert values(f"بعد {part} عام 2020") == ["2021~/.." if place == "last" else "2020~/.."], part


def test_every_number_in_words_is_read_before_a_unit():
    for number, names in default_rules().table("numbers")["cardinals"].items():
        for name in names:
            wanted = str(2024 - int(number))
            assert values(f"قبل {name} عام", "2024-05-17") == [wanted.zfill(4)], name
