"""The checks: what each finds, what it lets pass, and how much of what is broken on purpose they catch."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.model import DateKind, EntityKind, Grain, TemporalExpression, VocabularyEntry
from digest.translate import CHECKS, Level, check_pair, open_findings
from digest.translate.checks import Finding, has_error, mend
from digest.translate.facts import missing_names
from digest.translate.numerals import arabic_numbers, english_numbers, with_full_years
from tests.timed import within

LONG = "أعلنت الوزارة أن الجسر الجديد سيفتتح بعد أعمال استمرت عامين كاملين."
FINE = "The ministry announced that the new bridge will open after two full years of work."


def found(ar: str, en: str, **more: object) -> dict[str, Level]:
    return {item.check: item.level for item in check_pair(ar, en, **more)}  # type: ignore[arg-type]


def entry(en: str, kind: EntityKind, *variants: str) -> VocabularyEntry:
    return VocabularyEntry(en.lower().replace(" ", "-"), kind, "اسم", en, en_variants=variants)


def date(text: str, kind: DateKind = DateKind.DATE) -> TemporalExpression:
    return TemporalExpression(0, len(text), text, kind, None, Grain.DAY, "test")


ERRORS = [
    ("empty", LONG, " "),
    ("arabic-left", LONG, FINE + " الجسر"),
    ("arabic-left", LONG, FINE + "،"),
    ("length", LONG, FINE[:30]),
    ("repetition", LONG, FINE + " bridge bridge bridge"),
    ("repetition", LONG, FINE.replace("two", "of the new of the new of the new")),
    ("repetition", LONG, FINE.replace("two", "the new, two the new, two the new, two")),
    ("artefact", LONG, FINE + " It&#39;s"),
    ("artefact", LONG, FINE + " &quot;"),
    ("artefact", LONG, FINE + " <unk>"),
    ("artefact", LONG, FINE + " ⁇ "),
    ("artefact", LONG, FINE + "▁a"),
]
WARNINGS = [
    ("length", LONG, FINE * 3),
    ("length", LONG, "The ministry announced that it will open the bridge."[:45] + "."),
    ("repetition", LONG, FINE.replace("new", "new new")),
    ("unfinished", LONG, FINE[:-20]),
    ("numbers", "وصل 25 وزيرا", "Ministers arrived"),
    ("numbers", "وصل ٢٥ وزيرا", "52 ministers arrived"),
    ("numbers", "وصل خمسة وعشرون وزيرا", "24 ministers arrived"),
    ("numbers", "بلغ 10 مليارات دولار", "It reached 10 million dollars"),
    ("numbers", "وصل أربعة وزراء", "Five ministers arrived"),
    ("numbers", "ارتفع ٢٫٥٪", "It rose 25%"),
]
PASS = [
    ("numbers", "وصل ٢٥ وزيرا", "Twenty-five ministers arrived"),
    ("numbers", "وصل خمسة وعشرون وزيرا", "25 ministers arrived"),
    ("numbers", "بلغ 10 مليارات دولار", "It reached ten billion dollars"),
    ("numbers", "بلغ 10 مليارات دولار", "It reached $10bn"),
    ("numbers", "بلغ مليوني دولار", "It reached 2 million dollars"),
    ("numbers", "ثلاثة آلاف شخص", "3,000 people"),
    ("numbers", "١٬٢٥٠ شخصا", "1,250 people"),
    ("numbers", "ارتفع ٢٫٥٪", "It rose 2.5 per cent"),
    ("numbers", "في القرن الحادي والعشرين", "in the 21st century"),
    ("numbers", "الذكرى الثمانون", "the 80th anniversary"),
    ("numbers", "زيارة تستمر يومين", "a visit of 2 days"),
    ("numbers", "في الساعة الثالثة ظهرا", "at 3:00 pm"),
    ("numbers", "في تسعينيات القرن الماضي", "in the 1990s"),
    ("numbers", "مئتان وخمسون ألف شخص", "250,000 people"),
    ("numbers", "ثلاثمئة شخص", "300 people"),
    ("numbers", "بضع مئات", "a few hundred"),
    ("repetition", LONG, FINE.replace("that", "that that")),
    ("repetition", "قال: لا، لا.", "He said: no, no."),
    ("arabic-left", LONG, FINE + " café naïve — “quoted” €5"),
    ("unfinished", LONG, FINE[:-1] + "!”"),
    ("length", "عاجل", "Breaking news of this very hour"),
    ("artefact", LONG, FINE + " AT&T; R&D."),
]


@pytest.mark.parametrize(("check", "ar", "en"), ERRORS)
def test_errors(check: str, ar: str, en: str) -> None:
    assert found(ar, en)[check] is Level.ERROR
    assert has_error(check_pair(ar, en))


@pytest.mark.parametrize(("check", "ar", "en"), WARNINGS)
def test_warnings(check: str, ar: str, en: str) -> None:
    assert found(ar, en).get(check) is Level.WARNING
    assert not has_error(check_pair(ar, en))


@pytest.mark.parametrize(("check", "ar", "en"), PASS)
def test_what_passes(check: str, ar: str, en: str) -> None:
    assert check not in found(ar, en)


def test_infos_ask_for_nothing() -> None:
    findings = check_pair('لم يصل الوزير. قال ذلك "أمس".', "The minister arrived and said so yesterday.")
    assert {item.check for item in findings} == {"negation", "sentences", "quotes"}
    assert {item.level for item in findings} == {Level.INFO}
    assert open_findings(findings, ()) == ()
    assert "negation" not in found("لم يصل الوزير", "The minister did not arrive")
    assert "negation" not in found("لم يصل الوزير", "The minister didn’t arrive")
    assert "negation" not in found("غير ممكن", "It is impossible")


@pytest.mark.parametrize(
    ("name", "en", "there"),
    [
        (entry("Vladimir Putin", EntityKind.PERSON), "Putin said", True),
        (entry("Vladimir Putin", EntityKind.PERSON), "Vladimir Zelensky said", False),
        (entry("Xi Jinping", EntityKind.PERSON), "Xi’s visit", True),
        (entry("China", EntityKind.PLACE), "the Chinese side", True),
        (entry("Russia", EntityKind.PLACE), "the Russian-Chinese border", True),
        (entry("Russia", EntityKind.PLACE), "Ukraine", False),
        (entry("United Kingdom", EntityKind.PLACE, "Britain"), "the British side", True),
        (entry("United States", EntityKind.PLACE), "the US side", True),
        (entry("United States", EntityKind.PLACE), "the U.S. side", True),
        (entry("United States", EntityKind.PLACE), "tell us", False),
        (entry("United Nations", EntityKind.ORGANISATION), "the UN said", True),
        (entry("Valdai Discussion Club", EntityKind.ORGANISATION), "the Valdai club", True),
        (entry("Russia-China Expo", EntityKind.EVENT), "at the Russian-Chinese Expo", True),
        (entry("Ministry of Foreign Affairs", EntityKind.ORGANISATION), "the ministry", False),
        (entry("Córdoba", EntityKind.PLACE), "in Cordoba", True),
        (entry("Al Jazeera", EntityKind.OUTLET), "Al-Jazeera said", True),
    ],
)
def test_names(name: VocabularyEntry, en: str, there: bool) -> None:
    assert (missing_names([name], en) == []) is there
    assert ("names" in found("اسم", en, names=[name])) is not there


@pytest.mark.parametrize(
    ("expression", "en", "there"),
    [
        (date("20 شباط/ فبراير"), "on 20 February", True),
        (date("20 شباط/ فبراير"), "on 20 March", False),
        (date("20 شباط/ فبراير"), "on 21 February", False),
        (date("٢٤ فبراير ٢٠٢٢"), "on February 24th, 2022", True),
        (date("24 فبراير 2022"), "on 24 February 2021", False),
        (date("اليوم الجمعة"), "on Friday", True),
        (date("أمس الخميس"), "on Friday", False),
        (date("الربيع المقبل"), "next spring", True),
        (date("ربيع الأول"), "in Rabi al-Awwal", True),
        (date("شهر رمضان"), "in Ramadan", True),
        (date("أمس"), "a day ago", True),
        (date("20 يوما", DateKind.DURATION), "three weeks", True),
    ],
)
def test_dates(expression: TemporalExpression, en: str, there: bool) -> None:
    assert ("dates" in found(expression.text, f"{en}", dates=[expression])) is not there


def test_large_numbers_are_told_in_full() -> None:
    (finding,) = check_pair("بلغ 10 مليارات و 2.5 مليون", "It reached that")
    assert finding.message == "not in the English: 2,500,000, 10,000,000,000"


def test_accepted_warnings_are_closed_and_errors_never() -> None:
    findings = (Finding("numbers", Level.WARNING, ""), Finding("length", Level.ERROR, ""))
    assert [item.check for item in open_findings(findings, ["numbers", "length"])] == ["length"]


def test_entities_are_mended() -> None:
    assert mend("It&#39;s  &quot;here&quot; &amp; there") == 'It\'s "here" & there'
    assert mend("R&D; AT&T") == "R&D; AT&T"


@settings(deadline=None)
@given(st.text(max_size=200), st.text(max_size=200))
def test_findings_come_in_order_and_once(ar: str, en: str) -> None:
    checks = [item.check for item in check_pair(ar, en)]
    assert checks == [check for check in CHECKS if check in checks]


@settings(deadline=None)
@given(st.integers(0, 10**9))
def test_a_number_is_the_same_in_both_languages(number: int) -> None:
    eastern = f"{number:,}".translate(str.maketrans("0123456789,", "٠١٢٣٤٥٦٧٨٩٬"))
    assert arabic_numbers(eastern).digits == english_numbers(f"{number:,}").digits == {float(number)}


def test_hostile_text_is_checked_in_linear_time() -> None:
    for piece in ("1,", "مئة و", "&#1", "a b ", '"', ". ", "لا "):
        with within(5):
            check_pair(piece * 30_000, piece * 30_000)


@pytest.mark.parametrize("mark", ["-", "–", "/", " – "])
@pytest.mark.parametrize(
    ("first", "short", "full"), [(2031, "32", 2032), (1999, "00", 2000), (2003, "04", 2004)]
)
def test_a_short_second_year_is_the_full_one(mark: str, first: int, short: str, full: int) -> None:
    spans = [f"{first}{mark}{end}" for end in (short, full)]
    for ar in spans:
        for en in spans:
            dates = [date(ar, DateKind.RANGE)]
            assert (
                not {"numbers", "dates"} & found(f"خطة الموسم {ar}", f"The plan for {en}", dates=dates).keys()
            )


def test_a_day_and_a_score_are_no_spans_of_years() -> None:
    for text in ("2003-04-05", "2003/04/05", "2031-20", "2031-32-33"):
        assert with_full_years(text) == text


def test_a_year_has_no_comma_in_a_message() -> None:
    (one,) = check_pair("في عام 2031 أو نحو 45000 نسمة", "About then")
    assert one.message == "not in the English: 2031, 45,000"


ROW = "صنعاء | | 12 | 13"


@pytest.mark.parametrize(
    ("en", "said"),
    [
        ("Sanaa | 12 | 13", "4 cells in the row, 3 in the English"),
        ("Sanaa: 12 and 13", "4 cells in the row, 1 in the English"),
        ("Sanaa | | 13 | 12", "not in cell 3 of the English, but in another: 12"),
        ("Sanaa | 12 | 13 |", "not in cell 3 of the English, but in another: 12"),
    ],
)
def test_cells_of_a_row_stay_in_their_columns(en: str, said: str) -> None:
    assert [item.message for item in check_pair(ROW, en) if item.check == "cells"] == [said]
    assert found(ROW, en)["cells"] is Level.WARNING


@pytest.mark.parametrize("en", ["Sanaa | | 12 | 13", "Sanaa || 12 | 13", "Sanaa |  | twelve | 13"])
def test_a_row_with_its_cells_is_fine(en: str) -> None:
    assert "cells" not in found(ROW, en)
    assert "cells" not in found("صنعاء", en)
