"""Quotations: marks of every style, who speaks, and what in marks is no quotation."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.model import EntityKind, LineKind, Quotation
from digest.names import read_words
from digest.names.tokens import tokenise
from digest.rules import default_rules
from digest.sentences import split_document
from digest.speech import find_quotations
from digest.speech.cues import find_cues
from digest.speech.marks import pair_marks
from tests.made import document, names

PEOPLE = {"karim": ["كريم الوادي", "الوادي"], "salma": ["سلمى الجبلي", "الجبلي"]}
WORDS = "سنبني الجسر الجديد قبل نهاية العام المقبل"


def found(*lines: str | tuple[LineKind, str]) -> Sequence[Quotation]:
    made = document(*lines)
    return find_quotations(made, read_words(made), split_document(made), names(made, PEOPLE))


def told(*lines: str | tuple[LineKind, str]) -> list[tuple[str, str | None, str | None]]:
    return [(item.text, item.speaker, item.cue) for item in found(*lines)]


@pytest.mark.parametrize(
    "marks",
    ['"{}"', "“{}”", "«{}»", "„{}“", "”{}“", "»{}«", '“{}"', "‹{}›", "‘{}’", "''{}''", '" {} "', "“ {} “"],
)
def test_marks_of_every_style(marks: str) -> None:
    assert told(f"وقال كريم الوادي إن {marks.format(WORDS)}.") == [(WORDS, "karim", "قال")]


@pytest.mark.parametrize(
    "before",
    [
        "قال الوادي: ",
        "قال الوادي ",
        "قال الوادي، ",
        "وأكد الوادي أنّ ",
        "وأشار كريم الوادي إلى أن ",
        "ولفت الوادي قائلا إن ",
    ],
)
def test_what_brings_words_in(before: str) -> None:
    assert [item.speaker for item in found(f'{before}"{WORDS}".')] == ["karim"]


def test_spans_cover_the_words_without_their_marks() -> None:
    made = document(f'قال الوادي: "{WORDS}".', f"وأضاف: «{WORDS}ً».")
    quotations = find_quotations(made, read_words(made), split_document(made), names(made, PEOPLE))
    assert [made.text[item.span.start : item.span.end] for item in quotations] == [WORDS, f"{WORDS}ً"]
    assert [item.sentence for item in quotations] == [0, 1]


def test_a_missing_closing_mark_ends_with_the_paragraph() -> None:
    assert told(f'قال الوادي: "{WORDS}.') == [(f"{WORDS}.", "karim", "قال")]


def test_a_missing_closing_mark_ends_before_the_next_quotation() -> None:
    text = f'أكد الوادي أن "{WORDS}. وقال: "الكلفة ليست مرتفعة أبدا كما يظن البعض".'
    assert [item[0] for item in told(text)] == [WORDS, "الكلفة ليست مرتفعة أبدا كما يظن البعض"]


def test_a_missing_opening_mark_begins_after_what_brings_in() -> None:
    assert told(f'وأكد الوادي أنه {WORDS}".') == [(WORDS, "karim", "أكد")]


def test_a_quotation_over_paragraphs_keeps_its_speaker() -> None:
    lines = (f'قال الوادي: "{WORDS}.', f'{WORDS} أيضا".')
    assert told(*lines) == [(f"{WORDS}.", "karim", "قال"), (f"{WORDS} أيضا", "karim", None)]


@pytest.mark.parametrize("verb", ["وأضاف", "وتابع", "واستطرد", "وتابع قائلا", "واختتم حديثه بالقول", "وقال"])
def test_the_speaker_goes_on(verb: str) -> None:
    lines = (f'قال كريم الوادي: "{WORDS}".', f'{verb}: "{WORDS} بإذن الله".')
    assert [item.speaker for item in found(*lines)] == ["karim", "karim"]


def test_participles_go_with_the_subject_of_their_sentence() -> None:
    text = f'شدد الوادي على أهمية المشروع خلال لقاء عقد في العاصمة، مضيفا: "{WORDS}".'
    assert told(text) == [(WORDS, "karim", "مضيفا")]


def test_a_verb_of_another_gender_does_not_go_on() -> None:
    assert [item.speaker for item in found(f'قال الوادي: "{WORDS}".', f'وأضافت: "{WORDS} غدا".')] == [
        "karim",
        None,
    ]


def test_an_unknown_speaker_is_nobody_and_is_not_the_one_before() -> None:
    lines = (f'قال الوادي: "{WORDS}".', f'وقال مصدر في البلدية إن "{WORDS} غدا".')
    assert [(item.speaker, item.speaker_text) for item in found(*lines)] == [
        ("karim", "الوادي"),
        (None, "مصدر"),
    ]


def test_the_name_of_another_is_not_the_speaker() -> None:
    assert [item.speaker for item in found(f'وقال محامي الوادي إن "{WORDS}".')] == [None]
    assert [
        item.speaker
        for item in found('تحدث الناس كثيرا. ثم وصف الوادي بأنه "رجل لا يعرف التعب أبدا في عمله".')
    ] == [None]


def test_an_office_leads_to_its_holder() -> None:
    lines = ("وصل وزير الأشغال كريم الوادي إلى المدينة.", f'وقال وزير الأشغال: "{WORDS}".')
    assert [item.speaker for item in found(*lines)] == ["karim"]


def test_an_office_of_many_has_no_holder() -> None:
    lines = ("حضر كريم الوادي، عضو المجلس البلدي، اللقاء.", f'وقال عضو: "{WORDS}".')
    assert [item.speaker for item in found(*lines)] == [None]


def test_a_name_after_the_office_and_a_comma() -> None:
    text = f'وقالت المتحدثة باسم البلدية، سلمى الجبلي، في وقت سابق، إن "{WORDS}".'
    assert told(text) == [(WORDS, "salma", "قالت")]


def test_a_subject_before_its_verb() -> None:
    assert told(f'وكان كريم الوادي أكد أمس أن "{WORDS}".') == [(WORDS, "karim", "أكد")]


def test_a_verb_or_a_source_after_the_words() -> None:
    assert told(f'"{WORDS}"، يقول كريم الوادي.') == [(WORDS, "karim", "يقول")]
    assert told(f'"{WORDS}"، بحسب كريم الوادي.') == [(WORDS, "karim", None)]


def test_a_source_before_the_words() -> None:
    assert told(f'ووفق كريم الوادي، فإن البلدية "{WORDS}".') == [(WORDS, "karim", None)]


def test_a_verb_between_two_quotations_belongs_to_the_second() -> None:
    text = f'وعند الناس من يقول ذلك "{WORDS}"، مضيفا أن "{WORDS} غدا".'
    lines = ("قالت سلمى الجبلي إن العمل مستمر.", f'وعند الناس "{WORDS} اليوم حتما"، مضيفة أن "{WORDS} غدا".')
    assert [item.speaker for item in found(*lines)] == [None, "salma"]
    assert len(found(text)) == 2


def test_a_verb_of_another_gender_after_the_words_names_nobody() -> None:
    lines = ("قال كريم الوادي إن العمل مستمر.", f'"{WORDS}"، كما أضافت.')
    assert [(item.speaker, item.cue) for item in found(*lines)] == [(None, "أضافت")]


def test_a_noun_of_saying() -> None:
    assert told(f'ونقلت الصحيفة عن كريم الوادي قوله إن "{WORDS}".') == [(WORDS, "karim", "قوله")]


def test_an_attribution_line_under_words_in_marks() -> None:
    lines = ("وصل كريم الوادي أمس.", f"“{WORDS}. {WORDS}.", (LineKind.PULL_QUOTE, "كريم الوادي"))
    assert told(*lines) == [(f"{WORDS}. {WORDS}.", "karim", None)]


def test_an_attribution_line_under_words_without_marks() -> None:
    spoken = "نحن نعمل في بلداننا على تعزيز علاقاتنا وبناء الجسور."
    lines = ("وصل كريم الوادي أمس.", spoken, (LineKind.PULL_QUOTE, "كريم الوادي"))
    assert told(*lines) == [(spoken, "karim", None)]
    report = "وصل الوفد إلى المدينة وبدأ جولة على الجسور."
    assert told("وصل كريم الوادي أمس.", report, (LineKind.CAPTION, "كريم الوادي")) == []


def test_a_line_that_signs_words_in_marks_names_a_stranger() -> None:
    made = document("وصل الوفد.", f'"{WORDS}"', (LineKind.PULL_QUOTE, "ناشر من بيروت"))
    signed = replace(made, lines=(*made.lines[:-1], replace(made.lines[-1], rule="quote.signed")))
    (quotation,) = find_quotations(signed, read_words(signed), split_document(signed), ())
    assert (quotation.speaker, quotation.speaker_text) == (None, "ناشر من بيروت")


def test_a_relative_clause_is_about_the_one_named_before_it() -> None:
    first = f'وقالت سلمى الجبلي: "{WORDS}".'
    assert told(first, f'ووصل كريم الوادي، الذي قال: "{WORDS}".')[1:] == [(WORDS, "karim", "قال")]
    assert told(first, f'ووصل الوفد المفاوض، الذي قال: "{WORDS}".')[1:] == [(WORDS, None, "قال")]
    explained = f'وقالت سلمى الجبلي إن الجسر، الذي قال كريم الوادي إنه قديم: "{WORDS}".'
    assert told(explained) == [(WORDS, "karim", "قال")]


def test_what_follows_a_participle_is_its_object() -> None:
    said = found('قال الوادي إن "العمل مستمر"، نافيا وجود "حرب أسعار".')
    assert [(item.text, item.speaker, item.speaker_text) for item in said] == [
        ("العمل مستمر", "karim", "الوادي"),
        ("حرب أسعار", "karim", "الوادي"),
    ]


@pytest.mark.parametrize(
    ("speaker", "shown"),
    [
        ("المدير العام للمنظمة كريم الوادي", "المدير العام للمنظمة كريم الوادي"),
        ("المتحدث باسم البلدية كريم الوادي", "المتحدث باسم البلدية كريم الوادي"),
        ("المتحدث باسم البلدية، كريم الوادي،", "المتحدث باسم البلدية"),
    ],
)
def test_an_office_in_full(speaker: str, shown: str) -> None:
    (quotation,) = found(f'قال {speaker} إن "{WORDS}".')
    assert (quotation.speaker, quotation.speaker_text) == ("karim", shown)


def test_an_office_of_somebody_is_not_his() -> None:
    (quotation,) = found(f'قال محامي كريم الوادي إن "{WORDS}". ')
    assert quotation.speaker is None
    (quotation,) = found(f'قال المستشار للرئيس كريم الوادي إن "{WORDS}".')
    assert quotation.speaker is None


def test_an_office_held_in_a_place() -> None:
    made = document(f'قال المتحدث باسم السفارة في بيروت، كريم الوادي، إن "{WORDS}".')
    people = [*names(made, PEOPLE), *names(made, {"beirut": ["بيروت"]}, EntityKind.PLACE)]
    (quotation,) = find_quotations(made, read_words(made), split_document(made), people)
    assert quotation.speaker == "karim"


def test_two_clauses_told_by_one_verb() -> None:
    said = told('أكد الوادي أن "النهر القديم إرث مشترك" وأنه "يستحق أن يبقى للجميع".')
    assert [item[0] for item in said] == ["النهر القديم إرث مشترك", "يستحق أن يبقى للجميع"]


def test_a_few_words_that_end_what_is_told() -> None:
    (quotation,) = found("قال الوادي إن القرار «يعكس تحسن المؤشرات كلها».")
    assert (quotation.text, quotation.fragment) == ("يعكس تحسن المؤشرات كلها", True)
    for told_of in ("متوازنة وتتسم بالهدوء", "تدعم جهود السلام"):
        (quotation,) = found(f"قال الوادي إن السوق «{told_of}».")
        assert (quotation.text, quotation.fragment) == (told_of, True)
    assert found("أطلق الوادي جسرا سماه «جسر الأمل الكبير الجديد» أمس.") == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('وقال الوادي إن الاتفاق "قريب جدا".', "قريب جدا"),
        ('وقال الوادي إن الأمر سهل، وإن الاتفاق "قريب جدا".', "قريب جدا"),
        ('ودعا الوادي إلى "وقف فوري لإطلاق النار" في المدينة.', "وقف فوري لإطلاق النار"),
        ('وشدد الوادي على "ضرورة وقف إطلاق النار".', "ضرورة وقف إطلاق النار"),
        ('وأعرب الوادي عن "خيبة أمله" أمس.', "خيبة أمله"),
        ('وقال الوادي إن حربا مع الجيران "ستضر أكثر مما تنفع".', "ستضر أكثر مما تنفع"),
    ],
)
def test_a_few_words_are_what_is_told_of_a_noun_or_asked_for(text: str, words: str) -> None:
    (fragment,) = found(text)
    assert (fragment.text, fragment.speaker, fragment.fragment) == (words, "karim", True)


@pytest.mark.parametrize(
    "text",
    [
        'ودعا الوادي إلى "المؤتمر الكبير" في المدينة.',
        'وقال الوادي إن اتفاق "قرطاج" جاهز.',
        'وقال الوادي إن العمل مستمر على "خطة الجسر" في المدينة.',
        'وأكد الوادي أن شركة "الأفق" ستبني الجسر.',
        'وأعرب الوادي عن سعادته باحتفالات "عيد الجسر" في المدينة.',
        'يشارك الوادي في دورة الألعاب "مدينتي 2022".',
        'ووقع الوادي وثيقة "الشراكة البلدية الشاملة" أمس.',
        'وقال الوادي لصحيفة "الأفق" إن الجسر جاهز.',
        'عرضت القناة فيلم "ليلة طويلة في المدينة القديمة".',
        'وقال الوادي إن "جسر القرن" جاهز الآن.',
        "وقال الوادي إن «رماد» تعمل في الموقع.",
        'وقال الوادي في تقريره المعنون "لا أحد بأمان" إن الوضع خطير.',
        'قال "',
        '""',
    ],
)
def test_names_and_terms_are_no_quotations(text: str) -> None:
    assert told(text) == []


def test_a_term_stays_a_term() -> None:
    assert told('أطلق الوادي برنامج "همة" أمس.', 'وأشاد الوادي بما حققه "همة" من نجاح.') == []


def test_a_judgement_in_marks_is_a_fragment_amid_its_clause() -> None:
    (fragment,) = found('واعتبر كريم الوادي أن القرار "خطوة متأخرة" لن تغير شيئا.')
    assert (fragment.text, fragment.speaker, fragment.fragment) == ("خطوة متأخرة", "karim", True)


def test_fragments_are_flagged() -> None:
    fragments = found('وصف كريم الوادي الحادث بأنه "كارثة حقيقية".')
    assert [(item.text, item.fragment) for item in fragments] == [("كارثة حقيقية", True)]
    assert [item.fragment for item in found(f'قال الوادي: "{WORDS}".')] == [False]


def test_what_is_said_of_a_pronoun_is_a_fragment_amid_its_clause() -> None:
    (fragment,) = found('وقال الوادي عن المجموعة إنها "خطرة" على المدينة.')
    assert (fragment.text, fragment.speaker, fragment.fragment) == ("خطرة", "karim", True)


def test_bodies_speak_too() -> None:
    made = document(f'وقالت وزارة الأشغال إن "{WORDS}".')
    body = names(made, {"works": ["وزارة الأشغال"]}, EntityKind.ORGANISATION)
    assert [item.speaker for item in find_quotations(made, read_words(made), split_document(made), body)] == [
        "works"
    ]


def test_what_a_body_told_is_no_part_of_its_name() -> None:
    made = document('وأعلنت وزارة الأشغال تقريرها أمس. وأضافت أن الوضع "خطير للغاية".')
    body = names(made, {"works": ["وزارة الأشغال"]}, EntityKind.ORGANISATION)
    (fragment,) = find_quotations(made, read_words(made), split_document(made), body)
    assert (fragment.speaker, fragment.speaker_text) == ("works", "وزارة الأشغال")


@pytest.mark.parametrize("rule", default_rules().table("cues")["verbs"], ids=lambda rule: str(rule["id"]))
def test_every_verb_is_found_in_its_example(rule: dict[str, str]) -> None:
    assert rule["id"] in [cue.verb.id for cue in find_cues(tokenise(rule["example"]))]
    made = document(rule["example"])
    quotations = find_quotations(made, read_words(made), split_document(made), [])
    assert [item.text for item in quotations] == ["العمل مستمر حتى النهاية"]


@given(st.text(alphabet="\"“”«»‘’' :.،قالإن\nوأ", max_size=60))
def test_any_text_gives_spans_inside_it(text: str) -> None:
    made = document(*(text.split("\n")))
    for item in find_quotations(made, read_words(made), split_document(made), []):
        assert made.text[item.span.start : item.span.end].split() == item.text.split() != []


@pytest.mark.parametrize("piece", ['قال "', "“", '".', "قال: «نعم» ", "قال الرجل إن ", '" '])
def test_hostile_text_stays_linear(piece: str) -> None:
    def seconds(times: int) -> float:
        made = document(piece * times)
        whole, words = split_document(made), read_words(made)
        start = time.process_time()
        find_quotations(made, words, whole, [])
        return time.process_time() - start

    seconds(10)
    assert seconds(16_000) < 10 * seconds(4_000) + 0.5


def test_marks_are_paired_in_order() -> None:
    text = 'أ "ب "ج" د" هـ «و» ز'
    pairs = [text[item.start : item.end] for item in pair_marks(text, lambda _: False)]
    assert pairs == ['ب "ج" د', "و"]


def test_the_quotations_of_the_five_articles(shared_eval: Path) -> None:
    from tests.eval.score_quotations import score  # noqa: PLC0415 - reads the annotation

    assert shared_eval.exists()
    counts = score()
    assert counts["found"] >= 33
    assert counts["right"] >= 31
    assert counts["false"] <= 1


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ('قال مسؤول كبير طلب عدم نشر اسمه "العمل مستمر حتى النهاية".', False),
        ('وأكد الوادي أن مضامين الخطاب "خارطة طريق للمرحلة القادمة".', True),
        ('وأكد الوادي أن القرار "سيعود بالخير على دولة الجبلي".', True),
        ('ودعا الوادي إلى "إلحاق هزيمة جديدة بالفساد".', True),
    ],
)
def test_a_few_words_said_where_they_stand(line: str, *, kind: bool) -> None:
    assert [item.fragment for item in found("قال كريم الوادي إن العمل مستمر.", line)] == [kind]


@pytest.mark.parametrize(
    "line",
    [
        'وأكد الوادي أن "تفعيل آلية الرد" غير قانوني.',
        'وأعلن الوادي تأجيل الرحلة بسبب خلل في كبسولة "أوريون".',
        'قال الناشر الإسباني "خوسي مانويل لوثيا مخيياس".',
        'علقت الوزارة العمل بـ"قانون الطرق".',
    ],
)
def test_names_and_terms_in_marks_are_not_said(line: str) -> None:
    assert not found("قال كريم الوادي إن العمل مستمر.", line)


@pytest.mark.parametrize(
    "before",
    ["وقال كريم الوادي", "وأوضح الوادي للصحفيين", "وأضاف الوادي", "وأضاف"],
)
def test_words_behind_a_colon_need_no_marks(before: str) -> None:
    line = f"{before}: {WORDS}. وكان الجو جميلا."
    assert [(item.text, item.speaker) for item in found("قال كريم الوادي إن العمل مستمر.", line)] == [
        (WORDS, "karim")
    ]


@pytest.mark.parametrize(
    "line",
    [
        f"وقال مسؤول كبير: {WORDS}.",
        f"وأعلن كريم الوادي: {WORDS}.",
        f"وقال كريم الوادي: إن {WORDS}.",
        "وقال كريم الوادي في الساعة 10:30 كلمة قصيرة.",
        "وقال كريم الوادي: نعم.",
        f"كريم الوادي: {WORDS}.",
    ],
)
def test_what_else_stands_behind_a_colon_is_not_quoted(line: str) -> None:
    assert not found(line)
