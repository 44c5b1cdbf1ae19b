"""Related articles: why, how close, and the same story from several sources."""

from __future__ import annotations

import random
from pathlib import Path

from digest.model import Article
from digest.pipeline import build_article
from digest.related import MOST, relate
from digest.seeds import seed_from_bytes
from digest.vocabulary import load_vocabulary
from tests.made import article
from tests.timed import in_proportion, seconds

STORY = (
    "أعلنت وزارة الأشغال أمس بدء العمل في جسر جديد يربط ضفتي النهر عند مدخل المدينة الشمالي.",
    "وقالت الوزارة في بيان إن العمل سيستغرق عامين وإن الجسر سيخفف الازدحام عن الجسر القديم.",
    "وتبلغ كلفة الجسر عشرين مليون دولار يدفع نصفها صندوق التنمية على أقساط متساوية.",
)
OTHER = ("فاز فريق المدينة ببطولة كرة السلة بعد مباراة مثيرة انتهت في الثواني الأخيرة أمام جمهور كبير.",)


def test_shared_names_and_topics_relate_and_are_the_reason() -> None:
    found = relate(
        [
            article("a", STORY, people=["karim", "salma"], topics=["roads"], published="2024-05-17"),
            article("b", OTHER, people=["karim", "nadia"], topics=["roads"], published="2024-05-20"),
            article(
                "c",
                ("سجل اللاعب هدفا في مباراة الأمس.",),
                people=["omar"],
                topics=["sport"],
                published="2024-05-20",
            ),
        ]
    )
    assert [(item.article, set(item.shared), item.same_story) for item in found["a"]] == [
        ("b", {"karim", "roads"}, False)
    ]
    assert [item.article for item in found["b"]] == ["a"]


def test_nothing_shared_nothing_related() -> None:
    found = relate([article("a", STORY, people=["karim"]), article("b", OTHER, people=["omar"])])
    assert found == {"a": (), "b": ()}
    assert relate([]) == {}


def test_nearer_in_time_is_closer() -> None:
    tags = {"people": ["karim"], "topics": ["roads"]}
    found = relate(
        [
            article("a", ("خبر قصير عن الجسر.",), published="2024-05-17", **tags),
            article("far", ("خبر عن طريق بعيد.",), published="2020-05-17", **tags),
            article("near", ("خبر عن نفق قريب.",), published="2024-05-18", **tags),
        ]
    )
    assert [item.article for item in found["a"]] == ["near", "far"]
    assert found["a"][0].score > found["a"][1].score


def test_the_same_wording_is_the_same_story_even_inside_a_longer_text() -> None:
    found = relate(
        [
            article("agency", STORY, people=["karim"]),
            article("paper", (*OTHER, *STORY, *OTHER), people=["karim"]),
            article("other", OTHER, people=["karim"]),
        ]
    )
    assert {item.article for item in found["agency"] if item.same_story} >= {"paper"}
    assert found["agency"][0].same_story


def test_the_same_news_of_the_same_days_in_other_words() -> None:
    retold = tuple(
        text.replace("أمس", "الثلاثاء").replace("وقالت الوزارة في بيان", "وذكرت الوزارة") for text in STORY
    )
    tags = {"people": ["karim", "salma"], "topics": ["roads"]}
    found = relate(
        [
            article("a", STORY, published="2024-05-17", **tags),
            article("b", retold, published="2024-05-18", **tags),
        ]
    )
    assert [(item.article, item.same_story) for item in found["a"]] == [("b", True)]


AGENCY = """المركزي المصري يخفض الفائدة 150 نقطة أساس

القاهرة - رويترز 2 أكتوبر 2025

خفض البنك المركزي المصري أسعار الفائدة الرئيسية 150 نقطة أساس يوم الخميس، في رابع خفض هذا العام.

وبذلك يصبح سعر الإيداع لليلة واحدة 24 بالمئة وسعر الإقراض 25 بالمئة.

وقالت لجنة السياسة النقدية إن التضخم السنوي تراجع إلى 13 بالمئة في أغسطس آب.
"""
ANOTHER = """مصر: خفض جديد لسعر الفائدة

القاهرة - الشرق الأوسط 2 أكتوبر 2025

قررت لجنة السياسة النقدية في البنك المركزي المصري النزول بعائد الإيداع إلى 24 بالمئة والإقراض إلى 25 بالمئة.

وجاء القرار بعد انحسار معدل التضخم إلى 13 بالمئة في أغسطس.

ورأى البنك أن النشاط الاقتصادي يتعافى، وأن المخاطر الخارجية قائمة.
"""


def _reports(root: Path, *texts: str) -> list[Article]:
    house = load_vocabulary(root / "content" / "vocabulary")
    seeds = (seed_from_bytes(text.encode(), f"{number}.txt") for number, text in enumerate(texts))
    return [build_article(seed, house) for seed in seeds]


def test_one_event_told_by_two_in_words_of_their_own_is_one_story(root: Path) -> None:
    elsewhere = AGENCY.replace("المصري", "التركي").replace("القاهرة", "أنقرة")
    elsewhere = elsewhere.replace("24", "39").replace("25", "41").replace("13", "33")
    found = relate(_reports(root, AGENCY, ANOTHER, elsewhere))
    assert [item.article for item in found["0"] if item.same_story] == ["1"]
    assert [item.article for item in found["1"] if item.same_story] == ["0"]


def test_copies_are_one_group_whatever_their_number() -> None:
    copies = [article(f"copy{number:02}", STORY) for number in range(30)]
    found = relate(copies)
    assert all(item.same_story for related in found.values() for item in related)
    assert all(related for related in found.values())


def test_the_order_of_the_articles_does_not_matter() -> None:
    articles = [
        article(f"a{number}", (f"خبر {number} عن الجسر.",), people=[f"p{number % 3}", f"q{number % 5}"])
        for number in range(30)
    ]
    shuffled = random.Random(7).sample(articles, len(articles))
    assert relate(articles) == relate(shuffled)
    assert all(len(related) <= MOST for related in relate(articles).values())


def test_the_cost_is_near_linear() -> None:
    def took(count: int) -> float:
        draw = random.Random(1)
        articles = [
            article(
                f"a{number}",
                [" ".join(f"كلمة{draw.randrange(5000)}" for _ in range(40))],
                people=["everybody", *(f"p{draw.randrange(count)}" for _ in range(5))],
                topics=["all"],
                published=f"20{number % 20:02}-01-01",
            )
            for number in range(count)
        ]
        return seconds(lambda: relate(articles))

    assert in_proportion(took, 400, 1600)
