"""Topics: evidence by its place, what narrow topics imply, how many; the gold topics of the five articles."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from digest.clean import clean_seed
from digest.extract import extract_fields
from digest.model import Span, TopicScore
from digest.names import find_names, read_words
from digest.seeds import read_seed, seed_from_bytes
from digest.sentences import split_document
from digest.topics import choose_topics
from digest.vocabulary import Vocabulary, load_vocabulary

TOPICS = """kind: topic
entries:
- {id: economy, ar: الاقتصاد, en: economy, iptc: 'medtop:04000000'}
- {id: energy, ar: الطاقة, en: energy, broader: [economy], terms: [قطاع الطاقة, وقود]}
- {id: gas, ar: الغاز الطبيعي, en: natural gas, broader: [energy], terms: [خط أنابيب, حقل غاز, متر مكعب]}
- {id: weather, ar: الطقس, en: weather, terms: [أمطار, عاصفة]}
- {id: games, ar: الألعاب, en: games, terms: [دورة الألعاب], weak_terms: [ملعب, جماهير]}
- id: ties
  ar: العلاقات
  en: ties
  terms: ['صلات {nationality}', 'صلات {nationality} {nationality}', صلات مصرية خليجية]
"""
PLACES = """kind: place
entries:
- {id: egypt, ar: مصر, en: Egypt, country: EG, territory: true, ar_adjectives: [مصري]}
- {id: gas-lands, ar: أراضي الطاقة, en: Energy Lands}
- {id: china, ar: الصين, en: China, country: CN, territory: true, ar_adjectives: [صيني]}
"""
HEAD = "افتتاح مشروع جديد في الساحل\n\n"
BODY = (
    "أعلنت الشركة أن حقل غاز جديدا سينتج مليون متر مكعب كل يوم ابتداء من العام المقبل.\n\n"
    "وأوضحت أن خط أنابيب سينقل الغاز الطبيعي إلى المدن القريبة من الساحل قبل نهاية السنة.\n\n"
    "وقال السكان إن الأمطار لم تؤثر على العمل في الموقع خلال الأسابيع الماضية من هذا الشهر."
)


@pytest.fixture(scope="module")
def vocabulary(tmp_path_factory: pytest.TempPathFactory) -> Vocabulary:
    folder = tmp_path_factory.mktemp("vocabulary")
    (folder / "topics.yml").write_text(TOPICS, "utf-8")
    (folder / "places.yml").write_text(PLACES, "utf-8")
    return load_vocabulary(folder)


def topics(text: str, vocabulary: Vocabulary, *, most: int = 7) -> dict[str, TopicScore]:
    document = clean_seed(seed_from_bytes(text.encode(), "x.txt"))
    extract, sentences = extract_fields(document), split_document(document)
    words = read_words(document, [extract.headline.span or Span(0, 0)])
    entities = find_names(words, vocabulary)
    found = choose_topics(words, extract, sentences, entities, vocabulary, most=most)
    return {topic.id: topic for topic in found}


def test_a_topic_needs_more_than_one_mention_in_passing(vocabulary: Vocabulary) -> None:
    assert "weather" not in topics("افتتاح مشروع جديد في الساحل\n\n" + BODY, vocabulary)


def test_the_headline_outweighs_the_body(vocabulary: Vocabulary) -> None:
    found = topics("عاصفة شديدة تضرب الساحل في الليل\n\n" + BODY, vocabulary)
    assert found["weather"].weight > 3


def test_a_weak_term_needs_a_second_term(vocabulary: Vocabulary) -> None:
    alone = topics("الكرة الآن في ملعب الشركة\n\n" + BODY, vocabulary)
    assert "games" not in alone
    beside = topics("الجماهير تعود إلى ملعب الساحل\n\n" + BODY, vocabulary)
    assert beside["games"].weight == 6
    with_a_firm_one = topics("دورة الألعاب في ملعب الساحل\n\n" + BODY, vocabulary)
    assert with_a_firm_one["games"].weight == 6


def test_the_ties_of_two_countries_in_the_lead_are_enough(vocabulary: Vocabulary) -> None:
    text = f"{HEAD}بحث الوزير مع الوفد دعم {{ties}} في اجتماع عقد في العاصمة أمس.\n\n{BODY}"
    assert topics(text.format(ties="الصلات المصرية الصينية"), vocabulary)["ties"].weight == pytest.approx(2.4)
    assert "ties" not in topics(text.format(ties="الصلات المصرية"), vocabulary)
    assert "ties" not in topics(text.format(ties="الصلات المصرية الخليجية"), vocabulary)
    later = f"{HEAD}{BODY}\n\nوذكر الوزير أن الصلات المصرية الصينية تتطور منذ سنوات طويلة."
    assert "ties" not in topics(later, vocabulary)


def test_a_term_may_leave_the_nationality_open(vocabulary: Vocabulary) -> None:
    for words in ("الصلات المصرية", "صلات مصرية", "للصلات المصرية"):
        text = f"حفل {words} في الساحل\n\n" + BODY
        assert [text[at.start : at.end] for at in topics(text, vocabulary)["ties"].evidence] == [words]
    assert "ties" not in topics("حفل الصلات القديمة في الساحل\n\n" + BODY, vocabulary)


def test_a_narrow_topic_implies_the_broader_one(vocabulary: Vocabulary) -> None:
    found = topics("حقل غاز جديد في الساحل\n\n" + BODY, vocabulary)
    assert next(iter(found)) == "gas"
    assert found["energy"].implied_by == "gas"
    assert found["gas"].implied_by is None
    assert found["energy"].weight <= found["gas"].weight


def test_the_evidence_stands_where_it_is_said_to(vocabulary: Vocabulary) -> None:
    text = "حقل غاز جديد في الساحل\n\n" + BODY
    document = clean_seed(seed_from_bytes(text.encode(), "x.txt"))
    evidence = [document.text[span.start : span.end] for span in topics(text, vocabulary)["gas"].evidence]
    assert evidence[0] == "حقل غاز"
    assert "خط أنابيب" in evidence
    assert "الغاز الطبيعي" in evidence


def test_terms_are_found_with_article_and_particles(vocabulary: Vocabulary) -> None:
    text = (
        "للألعاب دورة جديدة في الساحل\n\nتبدأ الألعاب غدا في الملعب بحضور الجمهور، وبالألعاب ينتهي العام كله."
    )
    assert "games" in topics(text, vocabulary)


def test_the_name_of_a_place_is_no_term(vocabulary: Vocabulary) -> None:
    told = HEAD + "وصل الوفد إلى أراضي الطاقة أمس، وقال إن أراضي الطاقة بعيدة عن الطاقة.\n\n" + BODY
    (energy,) = [topic for key, topic in topics(told, vocabulary).items() if key == "energy"]
    assert [told[span.start : span.end] for span in energy.evidence] == ["الطاقة"]


def test_a_match_without_a_club_of_the_vocabulary_is_football(root: Path) -> None:
    house = load_vocabulary(root / "content" / "vocabulary")
    told = (
        "فوز ثمين لشباب السهل على ضيفه\n\n"
        "فاز فريق شباب السهل على ضيفه نجوم الساحل بهدفين لواحد في مباراة أقيمت مساء أمس على ملعبه.\n\n"
        "وسجل مهاجم السهل الهدف الأول من ركلة حرة، وأضاف زميله الهدف الثاني بعد دقائق من بداية اللقاء.\n\n"
        "وقلص الضيوف الفارق في الوقت بدل الضائع بعد خطأ من المدافع، وانتهت المباراة على هذه النتيجة."
    )
    assert "football" in topics(told, house)


def test_no_more_topics_than_asked_for(vocabulary: Vocabulary) -> None:
    assert len(topics("حقل غاز جديد في الساحل\n\n" + BODY, vocabulary, most=1)) == 1


def test_an_article_without_evidence_has_no_topics(vocabulary: Vocabulary) -> None:
    assert (
        topics(
            "افتتاح مكتبة جديدة في المدينة\n\n" + "حضر الأهالي حفل الافتتاح في مساء اليوم نفسه. " * 3,
            vocabulary,
        )
        == {}
    )


def test_the_gold_topics_of_the_five_articles(root: Path, shared_eval: Path) -> None:
    vocabulary = load_vocabulary(root / "content" / "vocabulary")
    found = others = 0
    for article in json.loads((shared_eval / "seeds_gold.json").read_text("utf-8")):
        document = clean_seed(read_seed(root / "seeds" / article["file"]))
        extract, sentences = extract_fields(document), split_document(document)
        fields = (extract.headline, extract.deck)
        words = read_words(document, [item.span for item in fields if item and item.span])
        entities = find_names(words, vocabulary)
        chosen = choose_topics(words, extract, sentences, entities, vocabulary)
        ids = {vocabulary.entries[topic.id].iptc for topic in chosen}
        gold = {topic["id"] for topic in article["topics"]["iptc"]}
        found += len(ids & gold)
        others += len(ids - gold)
    assert found >= 26
    assert others <= 6
