"""Related articles: why, how close, and the same story from several sources."""

from __future__ import annotations

import random
import time

from digest.related import MOST, relate
from tests.made import article

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
    def seconds(count: int) -> float:
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
        start = time.process_time()
        relate(articles)
        return time.process_time() - start

    seconds(50)
    assert seconds(1600) < 4 * 2.2 * seconds(400) + 0.3
