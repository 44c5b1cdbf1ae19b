"""Made pages for the tests of reading: a headline, a body, and what `clean_seed` makes of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from digest.clean import clean_seed
from digest.extract import extract_fields
from digest.model import Document, Extract, LineKind
from digest.seeds import seed_from_bytes

ROOT = Path(__file__).parents[1]
HEADLINE = "الوزير يفتتح المعرض الدولي للكتاب في العاصمة"
BODY = (
    "افتتح وزير الثقافة سامي منصور، اليوم الأحد، المعرض الدولي للكتاب في العاصمة بمشاركة مئة دار نشر.",
    "وقال الوزير إن المعرض الذي يستمر أسبوعا هو الأكبر منذ سنوات، وإن الدخول إليه بلا رسوم على الزوار.",
    "وأضاف أن دور النشر المشاركة جاءت من عشرين دولة، وأن الكتب المعروضة تزيد على مليون كتاب.",
    "ويضم برنامج المعرض ندوات يومية للكتاب والشعراء، ومعرضا لكتب الأطفال في قاعة منفصلة.",
)
ARTICLE = "\n\n".join((HEADLINE, *BODY[:2])) + "\n"
"""A file's text: the headline and two paragraphs."""


def clean(text: str, **options: Any) -> Document:
    return clean_seed(seed_from_bytes(text.encode(), "a.txt"), **options)


def fields(*lines: str) -> Extract:
    return extract_fields(clean("\n".join(lines)))


def fields_of_html(head: str, *blocks: str) -> Extract:
    """Of a web page with elements in its head and paragraphs above BODY."""
    paragraphs = "".join(f"<p>{line}</p>" for line in (*blocks, *BODY))
    page = f"<html><head>{head}</head><body>{paragraphs}</body></html>"
    return extract_fields(clean_seed(seed_from_bytes(page.encode(), "a.html")))


def kinds(document: Document) -> dict[str, str]:
    """Text of each line and its kind."""
    text = document.seed.text
    return {text[line.span.start : line.span.end]: line.kind.value for line in document.lines}


def body(document: Document) -> list[str]:
    return [
        " ".join(document.text[part.span.start : part.span.end].split())
        for part in document.paragraphs
        if part.kind is LineKind.BODY
    ]


def page(*above: str, below: tuple[str, ...] = (), inside: tuple[str, ...] = ()) -> str:
    return "\n\n".join((*above, HEADLINE, *BODY[:2], *inside, *BODY[2:], *below))


BETWEEN = (
    "الأكثر قراءة\nافتتاح مستشفى جديد في المدينة القديمة\nحريق يلتهم مصنعا للأخشاب في الضواحي",
    "الأكثر قراءة\n1\nافتتاح مستشفى جديد\n2\nحريق يلتهم مصنعا للأخشاب",
    "آخر الأخبار\nافتتاح مستشفى جديد\nحريق يلتهم مصنعا",
    "الأكثر مشاهدة",
    "3 تعليقات",
    "التعليقات",
    "© 2021 رويترز",
    "اشترك في نشرتنا البريدية\nالبريد الإلكتروني\nإرسال",
    "سياسة الخصوصية",
    "المصدر: رويترز",
    "الوسوم\nالكتب\nالثقافة",
    "التالي",
    "المقالة تعبر عن رأي كاتبها ولا تعبر بالضرورة عن رأي الموقع",
)
STRANGE = (
    "أقر مجلس النواب قانون السير الجديد بأغلبية كبيرة في جلسة دامت حتى ساعة متأخرة من الليل.",
    "وقال رئيس اللجنة إن الغرامات سترتفع على من يستخدم الهاتف أثناء القيادة في المدن والقرى.",
    "وأضاف أن الشرطة تنشر رادارات حديثة عند مداخل الطرق السريعة قبل نهاية الصيف المقبل.",
    "وطالبت نقابة السائقين بفترة سماح طويلة، محذرة من إضراب يشل حركة النقل بين المحافظات.",
)
"""A text whose paragraphs have hardly a word in common."""
BOXES = (
    "النشرة البريدية\nخلاصة الأسبوع في بريدك كل مساء\nاشترك",
    "النشرة الإخبارية\nالبريد الإلكتروني\nإرسال",
    "الأكثر قراءة\nافتتاح مستشفى جديد في الضاحية\nحريق يلتهم مصنعا للأخشاب",
    "آخر الأخبار\nافتتاح مستشفى جديد في الضاحية\nحريق يلتهم مصنعا للأخشاب",
    "أخبار ذات صلة\nافتتاح مستشفى جديد في الضاحية\nحريق يلتهم مصنعا للأخشاب",
    "التعليقات",
    "شارك\nفيسبوك\nتويتر",
    "© 2021 وكالة الشمال",
)
LAST = (
    "ومن المقرر أن يناقش البرلمان الموازنة في جلسة علنية الأسبوع المقبل قبل دخولها حيز التنفيذ",
    "ويستمر المعرض حتى نهاية الأسبوع",
    "يذكر أن المعرض أقيم أول مرة قبل ثلاثين سنة",
    "فهل ينجح المعرض هذا العام",
    "وللحديث بقية...",
)
LISTS = (
    ("- ندوات يومية", "- معرض الأطفال", "- أمسيات شعرية"),
    ("1. ندوات يومية للكتاب", "2. معرض لكتب الأطفال", "3. أمسيات شعرية"),
    ("ندوات يومية للكتاب", "معرض لكتب الأطفال"),
    ("هاتف الإدارة", "71.960.448"),
)
OTHER = (
    "المنتخب يفوز على ضيفه في مباراة ودية مثيرة",
    "فاز المنتخب على ضيفه بهدفين دون رد في مباراة ودية مثيرة جرت مساء السبت على ملعب المدينة الرياضية.",
    "وسجل المهاجم الهدفين في الشوط الثاني، فيما أضاع الضيوف ركلة جزاء قبل نهاية المباراة بدقائق.",
)
BRIEF = ("اجتمعت الحكومة اليوم في العاصمة.", "وأقرت خطة جديدة للكتاب.", "وتبدأ الخطة الشهر المقبل.")
VERSES = (
    "يا زائر الدار القديمة في المساء",
    "قف عند باب الذكريات وقل سلاما",
    "واسأل عن الأحباب فيها كيف راحوا",
    "وكيف صار الشوق في الليل كلاما",
    "يا دار أهلي كم بكيت على الطلول",
    "وكم كتبت على جدارك من قصيدة",
)
QUESTIONS = ("هل يكفي التعرض للشمس في الشتاء؟", "ما المستوى الطبيعي في الدم؟", "هل يؤخذ الدواء كل يوم؟")
ANSWERS = (
    "تكفي ربع ساعة ثلاث مرات كل أسبوع، على أن يكون ذلك بين العاشرة صباحا والثالثة عصرا ومن دون واق.",
    "نعد المستوى كافيا إذا تجاوز ثلاثين نانوغراما لكل مليلتر، وما دون ذلك نقص يحتاج إلى علاج.",
    "الجرعة الأسبوعية أسهل على المريض، لكن اليومية أقرب إلى ما يفعله الجسم في الأحوال العادية.",
)
"""Three questions on one thing, which is not that of the page, and their answers."""
