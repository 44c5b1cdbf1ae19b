"""A few words in marks: what somebody said, and what is only a name or a term."""

from __future__ import annotations

import pytest

from tests.speech import WORDS, found, told


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
