"""Events of an article, the merged timeline, TimelineJS."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from digest import edtf, find_dates
from digest.model import (
    Entity,
    EntityKind,
    Event,
    EventTime,
    Findings,
    Grain,
    LineKind,
    Mention,
    Publication,
    Sentence,
    Span,
)
from digest.pipeline import build_article
from digest.seeds import read_seed
from digest.sentences import split_sentences
from digest.timeline import find_events, merge_timeline, timelinejs
from digest.vocabulary import load_vocabulary

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"
VOCABULARY = load_vocabulary(ROOT / "content" / "vocabulary")


def sentences_of(text, kind=LineKind.BODY):
    return tuple(
        Sentence(index, 0, kind, span, text[span.start : span.end])
        for index, span in enumerate(split_sentences(text))
    )


def events_of(text, reference, entities=(), kind=LineKind.BODY, published=None):
    dates = find_dates(text, reference)
    return find_events(sentences_of(text, kind), dates, entities, published=published)


def test_dated_sentences_are_events_and_others_stay_out():
    text = "التقى الوزيران أمس الخميس. وتحدثا عن الطاقة. وزارا المدينة في مارس الماضي."
    found = events_of(text, "2024-05-17")
    assert [(event.sentence, event.edtf, event.grain) for event in found] == [
        (0, "2024-05-16", Grain.DAY),
        (2, "2024-03", Grain.MONTH),
    ]
    assert [text[event.span.start : event.span.end] for event in found] == ["أمس الخميس", "مارس الماضي"]


def test_planned_events_are_told_apart():
    found = events_of("وصل الوفد اليوم. ومن المقرر أن يغادر غداً. وسيعقد المؤتمر العام المقبل.", "2024-05-17")
    assert [event.time for event in found] == [EventTime.PAST, EventTime.PLANNED, EventTime.PLANNED]


@pytest.mark.parametrize(
    "text", ["نلتقي الربيع المقبل.", "دعاه إلى زيارة القاهرة العام المقبل.", "اللقاء غداً.", "اللقاء بعد شهر."]
)
def test_a_date_whose_words_point_ahead_is_planned(text):
    (event,) = events_of(text, "2024-05-17")
    assert event.time is EventTime.PLANNED


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("وتفتح المتاحف أبوابها يوم 20 مايو 2024.", EventTime.PLANNED),
        ("ويزور الوفد المصنع يوم السبت 18 مايو.", EventTime.PLANNED),
        ("الموعد الجديد للمباراة 2 يونيو 2024.", EventTime.PLANNED),
        ("وتتواصل الدورة حتى 3 أغسطس 2024.", EventTime.PLANNED),
        ("وتسلم البلدية الحديقة قبل نهاية 2025.", EventTime.PLANNED),
        ("وتسلم البلدية الحديقة قبل نهاية العام.", EventTime.PLANNED),
        ("ويتواصل العرض حتى نهاية العام.", EventTime.PLANNED),
        ("واستمر العرض حتى هذا الشهر.", EventTime.PAST),
        ("افتتح المتحف يوم 17 مايو 2024.", EventTime.PAST),
        ("ارتفعت الأسعار في مايو 2024.", EventTime.PAST),
        ("وتوقف العمل قبل عام 2020.", EventTime.PAST),
        ("واستمرت الحرب حتى 2021.", EventTime.PAST),
    ],
)
def test_what_is_dated_after_its_article_is_planned_whatever_the_verb(text, time):
    (event,) = events_of(text, "2024-05-17", published="2024-05-17")
    assert event.time is time


@pytest.mark.parametrize(
    "text",
    [
        "زاد عدد الزوار مقارنة بعام 2022.",
        "زاد عدد الزوار مقارنة مع ألف زائر في مارس 2022.",
        "زاد عدد الزوار بالقياس إلى العام الماضي.",
        "وكان عدد الزوار ألفا في الفترة نفسها من العام الماضي.",
        "وكان عدد الزوار ألفا في نفس الشهر من عام 2022.",
        "وكان عدد الزوار ألفا خلال الربع المماثل من عام 2022.",
    ],
)
def test_what_something_is_measured_by_is_no_event(text):
    assert events_of(text, "2024-05-17") == ()


@pytest.mark.parametrize(
    "text",
    [
        "وفي الفترة نفسها من عام 2022 أعيد بناء الجسر.",
        "أجرى الباحث مقارنة بين الجسرين عام 2022.",
        "زاد عدد الزوار مقارنة بغيرهم، وبني الجسر عام 2022.",
        "نشرت الجامعة دراسة مقارنة أعدت عام 2022.",
    ],
)
def test_a_date_beside_a_comparison_may_be_an_event(text):
    assert [event.edtf for event in events_of(text, "2024-05-17")] == ["2022"]


def test_what_may_lie_before_its_article_is_not_called_planned():
    text = "وتفتح المتاحف أبوابها يوم 20 مايو 2024."
    assert events_of(text, None, published="2024-05")[0].time is EventTime.PAST
    assert events_of(text, None, published="2024-05-17/..")[0].time is EventTime.PAST


def test_an_event_whose_date_is_one_of_several_is_uncertain():
    (event,) = events_of("وصل الوفد اليوم.", "[2022-02-04,2022-02-11]")
    assert (event.edtf, event.time) == ("[2022-02-04,2022-02-11]", EventTime.UNCERTAIN)


@pytest.mark.parametrize(
    "text", ["استمر اللقاء يومين.", "في القرن الحادي والعشرين.", "منذ ذلك الحين.", "احتفلوا سنوياً."]
)
def test_durations_and_centuries_are_no_events(text):
    assert events_of(text, "2024-05-17") == ()


def test_an_unresolved_date_is_no_event():
    assert events_of("وصل الوفد أمس الخميس.", None) == ()


def test_a_caption_is_no_event():
    assert events_of("الوزير في لندن أمس", "2024-05-17", kind=LineKind.CAPTION) == ()


def test_a_date_told_twice_in_a_sentence_counts_once():
    assert len(events_of("التقيا في مايو 2024 ثم في مايو 2024.", None)) == 1


def test_names_of_the_sentence_go_with_the_event():
    text = "زار أحمد القاهرة أمس. وعاد علي."
    spans = {"person-a": Span(4, 8), "cairo": Span(9, 16), "person-b": Span(27, 30)}
    entities = [
        Entity(id_, EntityKind.PERSON, "", None, True, (), (Mention(span, "", EntityKind.PERSON, id_, "x"),))
        for id_, span in spans.items()
    ]
    (event,) = events_of(text, "2024-05-17", entities)
    assert event.entities == ("person-a", "cairo")


@pytest.fixture(scope="module")
def article():
    """A real article to hang made-up findings on."""
    return build_article(read_seed(next(SEEDS.glob("004_*.txt"))), VOCABULARY)


def telling(article, id_, told):
    """An article that tells each (EDTF, text) as a sentence."""
    sentences = tuple(
        Sentence(n, 0, LineKind.BODY, Span(n, n + 1), text) for n, (_, text, _) in enumerate(told)
    )
    events = tuple(
        Event(value, edtf.grain(value), n, Span(n, n + 1), EventTime.PAST, names)
        for n, (value, _, names) in enumerate(told)
    )
    findings = Findings(
        sentences, (), (), (), Publication(None, article.findings.publication.basis), events, (), (), ()
    )
    return replace(article, id=id_, findings=findings)


def test_the_same_event_told_by_two_articles_is_one_entry_the_most_precise_first(article):
    first = telling(
        article, "a", [("2024-05", "وقع الرئيسان اتفاق الطاقة الجديد في بكين خلال مايو", ("x", "y"))]
    )
    second = telling(
        article, "b", [("2024-05-16", "الرئيسان وقعا في بكين اتفاق الطاقة الجديد أمس", ("x", "y"))]
    )
    (entry,) = merge_timeline([first, second])
    assert entry.edtf == "2024-05-16"
    assert [id_ for id_, _ in entry.tellings] == ["b", "a"]


def test_different_events_on_one_day_and_events_of_one_article_stay_apart(article):
    day = "2024-05-16"
    first = telling(
        article, "a", [(day, "وقع الرئيسان اتفاق الطاقة", ("x",)), (day, "وقع الرئيسان اتفاق الطاقة", ("x",))]
    )
    second = telling(article, "b", [(day, "فاز المنتخب المصري بالمباراة", ("z",))])
    assert len(merge_timeline([first, second])) == 3


def test_order_is_by_time_with_coarse_and_open_dates_placed_sensibly(article):
    values = [
        "2024-05-16",
        "2024",
        "../2022",
        "2023-21",
        "2022-12-30",
        "[2022-02-04,2022-02-11]",
        "197X",
        "2022-02-24/..",
    ]
    told = [(value, f"حدث رقم {value} مختلف تماما", ()) for value in values]
    merged = merge_timeline([telling(article, "a", told)])
    assert [entry.edtf for entry in merged] == [
        *(
            "197X",
            "[2022-02-04,2022-02-11]",
            "2022-02-24/..",
            "2022-12-30",
            "../2022",
            "2023-21",
            "2024",
            "2024-05-16",
        )
    ]


def test_order_does_not_depend_on_the_order_of_articles(article):
    articles = [telling(article, name, [("2024-05-16", f"نص مختلف للمقال {name * 5}", ())]) for name in "abc"]
    assert merge_timeline(articles) == merge_timeline(articles[::-1])


def test_timelinejs_has_partial_dates_and_groups(article):
    values = [
        "2024-05-16",
        "2024-05",
        "2024",
        "2023-21",
        "2020/2021",
        "[2022-02-04,2022-02-11]",
        "../2022",
        "197X",
        "2022-02/..",
    ]
    told = [(value, f"حدث رقم {value} مختلف تماما", ()) for value in values]
    entries = merge_timeline([telling(article, "a", told)])
    exported = timelinejs(
        entries,
        headline=lambda id_, event: f"{id_} {event.edtf}",
        text=lambda _, event: event.edtf,
        display=str,
        group=lambda _: "Agency",
        title="T",
    )
    assert exported["title"] == {"text": {"headline": "T"}}
    slides = {slide["text"]["text"]: slide for slide in exported["events"]}
    assert slides["2024-05-16"]["start_date"] == {"year": 2024, "month": 5, "day": 16}
    assert slides["2024-05"]["start_date"] == {"year": 2024, "month": 5}
    assert slides["2024"]["start_date"] == {"year": 2024}
    assert "end_date" not in slides["2024"]
    assert (slides["2023-21"]["start_date"], slides["2023-21"]["end_date"]) == (
        {"year": 2023, "month": 3},
        {"year": 2023, "month": 5},
    )
    assert (slides["2020/2021"]["start_date"], slides["2020/2021"]["end_date"]) == (
        {"year": 2020},
        {"year": 2021},
    )
    assert slides["[2022-02-04,2022-02-11]"]["end_date"] == {"year": 2022, "month": 2, "day": 11}
    assert slides["../2022"]["start_date"] == {"year": 2022}
    assert (slides["197X"]["start_date"], slides["197X"]["end_date"]) == ({"year": 1970}, {"year": 1979})
    assert slides["2022-02/.."]["start_date"] == {"year": 2022, "month": 2}
    assert len({slide["unique_id"] for slide in exported["events"]}) == len(values)
    assert all(slide["group"] == "Agency" for slide in exported["events"])


@pytest.mark.parametrize(
    ("number", "wanted"),
    [
        ("002", {"2022-02-04", "2022-02-03", "2022-02-20"}),
        ("003", {"2023-10", "2022-02-24", "2023", "2024-03/2024-04"}),
        ("001", {"2019-06", "2020-07?", "2020-08?", "2020-09?", "2020/2021"}),
    ],
)
def test_events_of_the_seeds(number, wanted):
    built = build_article(read_seed(next(SEEDS.glob(f"{number}_*.txt"))), VOCABULARY)
    told = {event.edtf.partition("/..")[0] for event in built.findings.events}
    assert wanted <= told
