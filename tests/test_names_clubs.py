"""Names of clubs that are cities' or everyday words too: only where the text says that a club is meant."""

from __future__ import annotations

import pytest

from digest.names import find_mentions
from digest.rules import default_rules
from digest.vocabulary import Vocabulary, load_vocabulary

FILES = {
    "clubs.yml": """kind: organisation
entries:
- {id: reds, ar: نادي ليفربول, ar_signatures: [ليفربول], en: Liverpool FC, country: GB}
- {id: ahly, ar: النادي الأهلي المصري, ar_signatures: [الأهلي], en: Al Ahly, country: EG}
- {id: ahli, ar: النادي الأهلي السعودي, ar_signatures: [الأهلي], en: Al Ahli, country: SA}
- {id: zamalek, ar: نادي الزمالك, ar_signatures: [الزمالك], en: Zamalek, country: EG}
- {id: nassr, ar: نادي النصر السعودي, ar_signatures: [النصر], en: Al Nassr, country: SA}
""",
    "places.yml": """kind: place
entries:
- {id: liverpool, ar: ليفربول, en: Liverpool, country: GB}
- {id: egypt, ar: مصر, en: Egypt, country: EG, territory: true, ar_adjectives: [مصري]}
- {id: saudi, ar: السعودية, en: Saudi Arabia, country: SA, territory: true, ar_adjectives: [سعودي]}
- {id: jeddah, ar: جدة, en: Jeddah, country: SA}
- {id: libya, ar: ليبيا, en: Libya, country: LY, territory: true, ar_adjectives: [ليبي]}
""",
}
GAME = " في مباراة مثيرة بالدوري وسجل المهاجم هدفا في الشوط الثاني من ركلة جزاء."


@pytest.fixture(scope="module")
def vocabulary(tmp_path_factory: pytest.TempPathFactory) -> Vocabulary:
    folder = tmp_path_factory.mktemp("clubs")
    for name, text in FILES.items():
        (folder / name).write_text(text, "utf-8")
    return load_vocabulary(folder)


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("سجل لاعب ليفربول هدفا", ["reds"]),
        ("وقال مدرب ليفربول أمس", ["reds"]),
        ("فاز ليفربول على ضيفه" + GAME, ["reds"]),
        ("وصل الفريق إلى ليفربول" + GAME, ["liverpool"]),
        ("أقيمت بليفربول" + GAME, ["liverpool"]),
        ("زار الوزير ليفربول أمس", ["liverpool"]),
        ("تعادل الأهلي مع الزمالك" + GAME, ["ahly", "zamalek"]),
        ("فاز الأهلي أمس في جدة" + GAME, ["ahli", "jeddah"]),
        ("فاز الأهلي أمس" + GAME, []),
        ("فاز الأهلي الليبي على الزمالك" + GAME, ["zamalek"]),
        ("سكان الزمالك يشكون الزحام", []),
        ("القطاع الأهلي في مصر" + GAME, ["egypt"]),
        ("انتصر النصر في جدة" + GAME, ["jeddah"]),
        ("سجل لاعب النصر في جدة" + GAME, ["nassr", "jeddah"]),
    ],
)
def test_the_text_says_whether_a_club_is_meant(
    text: str, entities: list[str], vocabulary: Vocabulary
) -> None:
    assert [item.entity for item in find_mentions(text, vocabulary) if item.entity[0] != "?"] == entities


def test_the_example_of_the_rules(house: Vocabulary) -> None:
    example = default_rules().table("clubs")["example"]
    found = {item.text: item for item in find_mentions(example["text"], house)}
    assert found[example["name"]].rule == "club"
    assert house.entries[found[example["name"]].entity].en == "Liverpool FC"
