"""Where an article ends: what closes it, what stands inside it, and where another begins."""

from __future__ import annotations

import pytest

from digest.clean import clean_seed
from digest.extract import extract_fields
from digest.model import LineKind
from digest.seeds import seed_from_bytes
from tests.pages import BODY, HEADLINE, body, clean, kinds, page

CLOSINGS = (
    "«هذه الأرض لنا جميعا، ومن زرعها يعرف متى تعطي ومتى تصبر»",
    "استخدمنا أداة خاصة لاستخراج لقطات ثابتة، ثم راجعنا تسجيلات أخرى بحثا عن علامات مشابهة في الصور.",
    "والله أعلم.",
    "وهكذا كان.",
    "رحم الله الجميع.",
)
NOTICE = "يسمح بنشر مواد الموقع بشرط ذكر المصدر ورابط الصفحة الأصلية لمستخدمي الإنترنت."


@pytest.mark.parametrize("closing", CLOSINGS)
@pytest.mark.parametrize("paragraphs", [3, 4])
def test_a_last_paragraph_with_a_stop_is_kept_whatever_its_words(closing: str, paragraphs: int) -> None:
    assert body(clean("\n\n".join((HEADLINE, *BODY[:paragraphs], closing)))) == [*BODY[:paragraphs], closing]


def test_a_last_paragraph_of_other_words_below_a_subhead_is_kept() -> None:
    document = clean("\n\n".join((HEADLINE, *BODY, "طريقة العمل", CLOSINGS[1])))
    assert body(document) == [*BODY, CLOSINGS[1]]
    assert kinds(document)["طريقة العمل"] == LineKind.SUBHEAD.value


@pytest.mark.parametrize("below", [(NOTICE,), ("3 تعليقات", "رحم الله الجميع.")])
def test_a_notice_and_what_readers_wish_is_not_the_end(below: tuple[str, ...]) -> None:
    assert body(clean("\n\n".join((HEADLINE, *BODY, *below)))) == list(BODY)


OPENING = "أطلقت الهيئة أمس خطة جديدة لتنظيم المرور في وسط المدينة تشمل إجراءات أبرزها"
POINTS = (
    "منع الشاحنات نهارا",
    "تحويل شارع الجلاء إلى اتجاه واحد",
    "زيادة مواقف السيارات",
    "تشغيل حافلات صغيرة",
    "ربط الإشارات بمركز التحكم",
    "خفض السرعة القصوى",
)
CLOSING = "وتبدأ الهيئة تطبيق الخطة مطلع الشهر المقبل وتستمر ثلاثة أشهر."


@pytest.mark.parametrize("lead", [f"{OPENING}:", f"{OPENING} كما يلي."])
@pytest.mark.parametrize("points", [3, 6])
def test_a_list_between_lead_and_last_paragraph(lead: str, points: int) -> None:
    headline = "الهيئة تطلق خطة جديدة لتنظيم المرور في وسط المدينة"
    lines = [lead, *POINTS[:points], CLOSING]
    document = clean("\n\n".join((headline, *lines)))
    assert kinds(document)[headline] == "headline"
    assert body(document) == lines


@pytest.mark.parametrize("mark", ["- ", "• ", "{}. "])
def test_a_list_with_marks_at_the_end_needs_no_colon(mark: str) -> None:
    points = [mark.format(number) + point for number, point in enumerate(POINTS, start=1)]
    assert body(clean("\n\n".join((HEADLINE, *BODY, *points)))) == [*BODY, *points]


def test_marked_titles_of_other_articles_below_the_body_are_none_of_it() -> None:
    titles = [
        f"• {title} في مباراة مؤجلة من الأسبوع الثالث"
        for title in ("فوز الفريق", "تعادل الضيوف", "خسارة الجار")
    ]
    assert body(clean("\n\n".join((HEADLINE, *BODY, *titles)))) == list(BODY)


RECIPE = (
    "كعكة البرتقال من الحلويات الخفيفة التي تقدم مع الشاي في المساء، وهي لا تحتاج إلى وقت طويل.",
    "المقادير:",
    "كوبان من السميد",
    "كوب من عصير البرتقال",
    "ثلاث بيضات",
    "نصف كوب من السكر",
    "طريقة التحضير:",
    "يخفق البيض مع السكر حتى يصبح المزيج أبيض اللون، ثم يضاف عصير البرتقال تدريجيا مع الخفق.",
    "يضاف السميد والخميرة إلى المزيج ويحرك حتى يتجانس، ثم يصب في قالب مدهون بالزبدة.",
)


def test_a_recipe_keeps_its_ingredients() -> None:
    document = clean("\n\n".join(("طريقة عمل كعكة البرتقال بالسميد", "إعداد: هند سالم", *RECIPE)))
    assert [document.lines[place].kind.value for place in (0, 1)] == ["headline", "byline"]
    assert body(document) == list(RECIPE)


@pytest.mark.parametrize("times", [("18:40", "18:10", "17:30"), ("أبريل 2011", "يوليو 2012", "مارس 2014")])
@pytest.mark.parametrize("above", [(), (BODY[0],)])
def test_times_and_dates_between_posts_are_text(times: tuple[str, ...], above: tuple[str, ...]) -> None:
    posts = [line for pair in zip(times, BODY[1:], strict=True) for line in pair]
    document = clean("\n\n".join((HEADLINE, *above, *posts)))
    assert [kinds(document)[time] for time in times] == ["subhead"] * 3
    assert body(document) == [*above, *BODY[1:]]


def test_paragraphs_without_stops_on_a_page_without_any_are_its_body() -> None:
    lines = [
        "اختتم مهرجان الربيع أيامه في المدينة القديمة بحضور آلاف الزوار من البلدات المجاورة",
        "شارك في المهرجان فنانون من عشر مدن قدموا عروضا في الساحات",
        "تقول إدارة المهرجان إن الدورة المقبلة ستكون أطول بأسبوع كامل",
        "تقام الدورة المقبلة في الربيع بمشاركة فرق من خارج البلاد",
    ]
    headline = "مهرجان الربيع يختتم أيامه في المدينة القديمة"
    document = clean("\n\n".join((headline, *lines)))
    assert kinds(document)[headline] == "headline"
    assert body(document) == lines


def test_a_question_of_one_word_is_no_part_of_a_page() -> None:
    assert kinds(clean("\n\n".join((HEADLINE, *BODY[:2], "من؟", *BODY[2:]))))["من؟"] == "subhead"


def test_a_heading_of_markdown_under_a_quotation_is_a_subhead() -> None:
    quoted = '> "نحن سعداء بهذا الإقبال على المعرض"'
    text = "\n\n".join((f"# {HEADLINE}", *BODY[:2], quoted, "## برنامج المعرض", *BODY[2:]))
    document = clean_seed(seed_from_bytes(text.encode(), "a.md"))
    assert kinds(document)["برنامج المعرض"] == "subhead"


@pytest.mark.parametrize(
    "line",
    [
        f"{HEADLINE} (صور)",
        f"{HEADLINE} (رويترز)",
        f"🔴 {HEADLINE}",
        f"*{HEADLINE}*",
        f"**{HEADLINE}**",
        f"# {HEADLINE}",
        f"حصري- {HEADLINE}",
    ],
)
def test_a_headline_is_shown_without_signs_and_marks_around_it(line: str) -> None:
    document = clean("\n\n".join((line, *BODY)))
    assert body(document) == list(BODY)
    headline = extract_fields(document).headline
    assert (headline.text, headline.derived) == (HEADLINE, False)


def test_a_headline_with_a_stop_is_the_headline() -> None:
    document = clean("\n\n".join((f"{HEADLINE}.", *BODY)))
    assert document.lines[0].kind is LineKind.HEADLINE
    assert body(document) == list(BODY)


CONTROLS = (
    "حجم الخط: أ+ أ-",
    "ترجمة جوجل",
    "خاص بالموقع",
    "الاستماع للمقال 3 دقائق",
    "قراءة في دقيقتين",
    "فتح الصورة بحجم أكبر",
)


@pytest.mark.parametrize("line", CONTROLS)
def test_a_control_under_the_headline_is_no_credit_and_no_caption(line: str) -> None:
    document = clean("\n\n".join((HEADLINE, line, *BODY)))
    assert extract_fields(document).byline is None
    assert kinds(document)[line] not in ("caption", "byline")


LABELLED = ("بطاقة المعرض", "المكان: القاعة الكبرى", "المدة: أسبوع واحد")


def test_a_heading_with_labels_and_values_below_the_body_is_its_list() -> None:
    document = clean(page(below=("\n".join(LABELLED),)))
    assert kinds(document)[LABELLED[0]] == "subhead"
    assert body(document) == [*BODY, *LABELLED[1:]]


def test_who_publishes_a_page_is_none_of_it() -> None:
    lines = ("دار الشمال للنشر", "العنوان: شارع النخيل", "الفاكس: 065551234")
    assert body(clean(page(below=("\n".join(lines),)))) == list(BODY)


ABOUT = "مرايا الساحل مؤسسة صحفية مستقلة، تأسست في بيروت عام 2004، وتعمل على نشر الكتب والمقالات المترجمة."


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (("مرايا الساحل", "الرئيسية"), ()),
        (("مرايا الساحل", "الرئيسية"), ("تابعونا",)),
        ((), ("© 2024 مرايا الساحل. جميع الحقوق محفوظة",)),
    ],
)
@pytest.mark.parametrize("paragraphs", [2, 4])
def test_what_a_site_says_of_itself_below_the_text_is_none_of_it(
    above: tuple[str, ...], below: tuple[str, ...], paragraphs: int
) -> None:
    lines = (*above, HEADLINE, *BODY[:paragraphs], ABOUT, *below)
    assert body(clean("\n\n".join(lines))) == list(BODY[:paragraphs])


@pytest.mark.parametrize("headline", ["مرايا الساحل تفتتح المعرض الدولي للكتاب في العاصمة", HEADLINE])
def test_what_an_article_says_of_an_outlet_is_its_text(headline: str) -> None:
    masthead = ("مرايا الساحل", "الرئيسية") if headline != HEADLINE else ("أوراق الضفة", "الرئيسية")
    assert body(clean("\n\n".join((*masthead, headline, *BODY, ABOUT)))) == [*BODY, ABOUT]


@pytest.mark.parametrize("signed", ["ز.ح/ ر.س", "ـــ ك.م/ ن.هـ/ ع.ص", "(م ع / س.ل)", "ف.ق."])
@pytest.mark.parametrize("sign", ["", "ــــــ"])
def test_initials_below_a_text_are_none_of_it(sign: str, signed: str) -> None:
    blocks = (*BODY, sign, signed) if sign else (*BODY, signed)
    assert body(clean("\n\n".join((HEADLINE, *blocks)))) == list(BODY)
    markup = "".join(f"<p>{block}</p>" for block in blocks)
    source = f"<html><body><article><h1>{HEADLINE}</h1>{markup}</article></body></html>"
    assert body(clean_seed(seed_from_bytes(source.encode(), "a.html"))) == list(BODY)


def test_initials_behind_the_last_sentence_are_cut_from_it() -> None:
    document = clean("\n\n".join((HEADLINE, *BODY[:-1], f"{BODY[-1]} ـــ ز.ح/ ر.س")))
    assert body(document) == list(BODY)


@pytest.mark.parametrize("end", ["وتبلغ السرعة 20 م/ث.", "وتبلغ سرعة الرياح في المساء 20 كم/س"])
def test_units_at_a_text_s_end_are_no_initials(end: str) -> None:
    assert body(clean("\n\n".join((HEADLINE, *BODY[:-1], f"{BODY[-1]} {end}"))))[-1].endswith(end)


LIFE = (
    "صحفية وروائية من حيفا، عملت في الصحافة الثقافية عشرين سنة، ولها ثلاث روايات ومجموعتان من القصص القصيرة."
)


@pytest.mark.parametrize(
    "heading", ["عن الكاتب", "عن الكاتبة:", "نبذة عن الكاتبة", "المؤلف في سطور", "حول الكاتب :"]
)
@pytest.mark.parametrize("below", [(), ("المزيد من الآراء", "عتبات الكتب القديمة")])
def test_a_writer_s_life_below_an_article_is_none_of_it(heading: str, below: tuple[str, ...]) -> None:
    document = clean("\n\n".join((HEADLINE, "هدى عبد المنعم", *BODY, heading, LIFE, *below)))
    assert body(document) == list(BODY)
    assert kinds(document)[heading] == kinds(document)[LIFE] == "furniture"


@pytest.mark.parametrize("opening", ["عن الكاتبة: ", "نبذة عن الكاتب : "])
def test_a_writer_s_life_behind_its_heading_is_none_of_an_article(opening: str) -> None:
    assert body(clean("\n\n".join((HEADLINE, "هدى عبد المنعم", *BODY, opening + LIFE)))) == list(BODY)


@pytest.mark.parametrize("heading", ["عن الكاتبة", "عن الكاتبة:", "عن المعرض", "عن المعرض:"])
def test_the_life_of_a_writer_that_the_article_is_about_is_text(heading: str) -> None:
    lines = (*BODY, "وتقام في المعرض ندوة للكاتبة عن روايتها الأخيرة في المعرض مساء الجمعة بحضور القراء.")
    found = body(clean("\n\n".join((HEADLINE, *lines, heading, LIFE))))
    assert [line for line in found if line != heading] == [*lines, LIFE]
