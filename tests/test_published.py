"""The publication date: basis, what the five seeds prove, contradictions, the rules' own examples."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from digest import edtf
from digest.clean import clean_seed
from digest.conversion import read_article
from digest.extract import extract_fields
from digest.model import Basis, Correction, Field, LineKind, SeedMetadata, Sentence, Span
from digest.published import infer_from_texts, infer_publication
from digest.published.told import Piece
from digest.rules import default_rules
from digest.seeds import read_seed, seed_from_bytes
from digest.sentences import split_document, split_sentences
from digest.vocabulary import Vocabulary

SEEDS = Path(__file__).parents[1] / "seeds"
PROVEN = {
    "000": (None, "[2025-05-06..2025-05-09]", "2025-05-08"),
    "001": ("[2020-10..2020-12]", "[2020-10..2020-12]", "2020-10-22"),
    "002": ("[2022-02-04,2022-02-11,2022-02-18]", "2022-02-04", "2022-02-04"),
    "003": ("[2024-05..2024-12]", "[2024-05..2024-12]", "2024-05-17"),
    "004": ("../2022", "[2022-10..2022-12]", "2022-12-30"),
}
"""By seed: what the text alone proves, what general rules add, the day it was."""


def road(number):
    (path,) = SEEDS.glob(f"{number}_*.txt")
    document = clean_seed(read_seed(path))
    return document, extract_fields(document), split_document(document)


def infer(text):
    return infer_from_texts(
        [Piece(span.start, text[span.start : span.end]) for span in split_sentences(text)]
    )


@pytest.mark.parametrize("number", PROVEN)
def test_what_each_seed_proves(number):
    text_only, value, day = PROVEN[number]
    found = infer_publication(*road(number))
    assert (found.basis, found.text_only, found.edtf) == (Basis.INFERRED, text_only, value)
    assert edtf.contains(found.edtf, date.fromisoformat(day))
    assert found.contradictions == ()
    assert (found.settle is None) == (value == day)


@pytest.mark.parametrize("number", PROVEN)
def test_evidence_points_to_its_words_and_outside_knowledge_is_marked(number):
    document, extract, sentences = road(number)
    found = infer_publication(document, extract, sentences)
    assert found.evidence
    for item in found.evidence:
        assert item.span is not None
        assert item.text
        assert item.text in document.text[max(0, item.span.start - 40) : item.span.end + 2]
        assert item.outside == item.rule.startswith(("anniversary", "feast", "event"))


def test_an_editors_date_wins_and_says_so():
    document, extract, sentences = road("003")
    correction = Correction("003", "003.yml", published="2024-05-17", published_reason="page of the agency")
    found = infer_publication(document, extract, sentences, correction=correction)
    assert (found.edtf, found.basis, found.reason) == ("2024-05-17", Basis.EDITOR, "page of the agency")
    assert found.settle is None


def test_a_stated_date_wins_over_an_inference_and_over_markup():
    document, extract, sentences = road("003")
    extract = replace(extract, stated_date=Field("2024-05-17", "stated"))
    document = replace(document, seed=replace(document.seed, metadata=SeedMetadata(published="2024-05-18")))
    found = infer_publication(document, extract, sentences)
    assert (found.edtf, found.basis, found.evidence[0].rule) == ("2024-05-17", Basis.STATED, "stated.stated")
    found = infer_publication(document, replace(extract, stated_date=None), sentences)
    assert (found.edtf, found.basis, found.evidence[0].rule) == ("2024-05-18", Basis.STATED, "metadata")


def test_a_stated_date_that_the_text_contradicts_is_reported():
    document, extract, sentences = road("003")
    found = infer_publication(
        document, replace(extract, stated_date=Field("2024-05-14", "stated")), sentences
    )
    assert found.edtf == "2024-05-14"
    assert any("Friday" in str(item) for item in found.contradictions)
    night = infer_publication(
        document, replace(extract, stated_date=Field("2024-05-18", "stated")), sentences
    )
    assert night.contradictions == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("قال الوزير اليوم الجمعة إن العمل بدأ.", None),
        ("قال الوزير اليوم الجمعة 17 مايو 2024 إن العمل بدأ.", "2024-05-17"),
        ("قال الوزير أمس الخميس 16 مايو 2024 إن العمل بدأ.", "2024-05-17"),
        ("ينعقد المؤتمر غداً الثلاثاء 4 يونيو 2024.", "2024-06-03"),
        ("بلغ النمو 5٪ في العام الجاري 2023.", "2023"),
        ("بلغ النمو 5٪ في العام الماضي 2022.", "2023"),
        ("سينمو الاقتصاد بحلول عام 2030.", "../2030"),
        ("لا شيء هنا يدل على تاريخ.", None),
        ("تأسست الشركة عام 1975 وتبيع اليوم في كل مكان.", "1975/.."),
        ("فازت المدينة اليوم الجمعة باستضافة ألعاب “روما 2040”.", None),
        ("شهدت الفترة بين 2013 و2017 نموا كبيرا.", "2013/.."),
        ("زاره في يونيو 2019. ثم التقيا في مارس الماضي. وتحدثا في أبريل الماضي.", "[2020-05..2020-12]"),
        ("وقع الانفجار في 3 مارس 2021.", "2021-03-03/.."),
    ],
)
def test_what_a_text_proves(text, value):
    assert infer(text).edtf == value


def test_two_weekdays_for_today_are_a_contradiction():
    found = infer("قال اليوم الجمعة 17 مايو 2024 إن العمل بدأ. وأضاف اليوم الأحد أنه مستمر.")
    assert found.edtf == "2024-05-17"
    assert len(found.contradictions) == 1


def test_without_evidence_the_date_is_unknown_and_what_would_settle_it_is_said():
    found = infer("تعاون البلدان في مجال الطاقة.")
    assert (found.edtf, found.text_only, found.basis, found.evidence) == (None, None, Basis.UNKNOWN, ())
    assert "published" in (found.settle or "")


@pytest.mark.parametrize(
    "rule", default_rules().table("anniversaries")["anniversaries"], ids=lambda rule: rule["id"]
)
def test_every_anniversary_rule_holds_its_own_example(rule):
    text, year = rule["example"]
    found = infer(text + ".")
    assert found.edtf == year
    assert found.text_only is None
    assert next(item.rule for item in found.evidence if item.outside) == f"anniversary.{rule['id']}"


@pytest.mark.parametrize(
    "rule", default_rules().table("anniversaries")["events"], ids=lambda rule: rule["id"]
)
def test_every_event_rule_holds_its_own_example(rule):
    text, value = rule["example"]
    found = infer(text + ".")
    assert found.edtf == value
    assert any(item.rule == f"event.{rule['id']}" for item in found.evidence)


def test_every_edition_of_an_event_is_an_interval_of_that_year():
    for rule in default_rules().table("anniversaries")["events"]:
        for days in rule["editions"].values():
            first, last = edtf.bounds(days)
            assert first is not None
            assert last is not None
            assert 0 < (last - first).days < 200


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("وصل الوفد.", "all"),
        ("وصل الوفد اليوم الجمعة 17 مايو 2024.", None),
        ("عاد الوفد في 2022.", "year"),
    ],
)
def test_a_code_says_what_would_settle_the_date(words: str, rule: str | None) -> None:
    publication = infer_from_texts([Piece(0, words)])
    assert publication.settle_rule == rule
    assert (publication.settle is None) == (rule is None)


@pytest.mark.parametrize("told", ["وينتهي المشروع في منتصف 2028.", "وتكتمل المرحلة الثانية في عام 2027."])
def test_a_year_after_the_stated_date_is_a_plan(told: str) -> None:
    lines = (
        "افتتاح أول مرحلة من مشروع المترو الجديد في العاصمة",
        "نشر في 12 مايو 2024",
        "افتتح الوزير المرحلة الأولى من مشروع المترو الجديد في العاصمة بحضور عدد من السفراء والمهندسين.",
        f"وقال الوزير إن المشروع يضم ثلاثين محطة ويخدم أكثر من مليون راكب في اليوم. {told}",
    )
    article = read_article(seed_from_bytes("\n\n".join(lines).encode(), "a.txt"), Vocabulary({}))
    assert article.findings.publication.edtf == "2024-05-12"
    assert article.findings.publication.contradictions == ()


@pytest.mark.parametrize(
    ("told", "contradicted"),
    [
        ("ويغلق باب الترشح يوم السبت 25 مايو 2024.", False),
        ("وتصل الباخرة إلى الميناء في 21 مايو 2024.", False),
        ("آخر موعد لتسليم الأعمال 25 مايو 2024.", False),
        ("وحددت اللجنة موعد القرعة في 25 مايو 2024.", False),
        ("وغرقت الباخرة قرب الميناء في 21 مايو 2024.", True),
        ("غرقت الباخرة في 21 مايو 2024، وحددت اللجنة موعد القرعة في 25 مايو 2024.", True),
        ("ولم تصل الباخرة إلى الميناء يوم 21 مايو 2024.", True),
    ],
)
def test_only_a_verb_in_the_past_says_that_its_day_is_over(told: str, contradicted: bool) -> None:
    document, extract, _ = road("003")
    extract = replace(extract, stated_date=Field("2024-05-12", "stated"))
    document = replace(document, text=told)
    sentence = Sentence(0, 0, LineKind.BODY, Span(0, len(told)), told)
    found = infer_publication(document, extract, [sentence])
    assert bool(found.contradictions) is contradicted


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("وتصل الباخرة إلى الميناء في 21 مايو 2024.", None),
        ("وتصل الباخرة في 21 من الشهر الجاري. وقال البحار اليوم الجمعة 17 مايو 2024 ذلك.", "2024-05-17"),
        ("تعمل الباخرة منذ 21 مايو 2024.", "2024-05-21/.."),
        ("آخر رحلة 21 مايو 2024.", "2024-05-21/.."),
    ],
)
def test_an_imperfect_proves_nothing_of_its_day(text: str, value: str | None) -> None:
    assert infer(text).edtf == value


def test_a_full_day_with_its_weekday_in_the_first_sentence_is_of_the_year_of_writing():
    news = "قرر البنك تثبيت الفائدة في اجتماعه مساء الخميس 28 أغسطس 2025."
    later = " وارتفع التضخم في يونيو. وتراجعت الأسعار في يوليو."
    assert infer(news + later).edtf.startswith("2025-08-28")
    history = "ارتفع التضخم في مايو. وتراجعت الأسعار في يونيو. وكانت الفائدة خفضت يوم الخميس 28 أغسطس 2025."
    assert infer(history).edtf == "[2026-07..2026-12]"


@pytest.mark.parametrize(
    ("told", "value"),
    [
        ("وخفض البنك توقعاته للنمو في عام 2026 إلى 3 بالمئة.", None),
        ("ويبلغ العجز في عام 2026 وفقا لتوقعات البنك 3 بالمئة.", None),
        ("وخفض البنك ديونه في عام 2026 إلى 3 بالمئة.", "2026/.."),
        ("وأعلن البنك توقعاته يوم 3 مارس 2026.", "2026-03-03/.."),
    ],
)
def test_a_year_that_something_is_expected_of_proves_nothing(told: str, value: str | None) -> None:
    assert infer_from_texts([Piece(0, told)]).edtf == value
