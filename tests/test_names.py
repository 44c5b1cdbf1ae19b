"""Names of the vocabulary in a text: particles, spellings, surnames, what context decides."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.model import Entity, EntityKind, Mention, Span, VocabularyEntry
from digest.names import find_mentions, find_outlets
from digest.names.entities import group_mentions
from digest.names.tokens import attached, stems, tokenise
from digest.vocabulary import Vocabulary, load_vocabulary

FILES = {
    "people.yml": """kind: person
entries:
- {id: vladimir-putin, ar: فلاديمير بوتين, en: Vladimir Putin, surname: {ar: بوتين}, country: RU}
- {id: xi-jinping, ar: شي جين بينغ, ar_variants: [شي جين بينج], en: Xi Jinping, country: CN}
- {id: elvira-nabiullina, ar: إلفيرا نابيولينا, en: Elvira Nabiullina, country: RU}
- {id: bashar-al-assad, ar: بشار الأسد, en: Bashar al-Assad, surname: {ar: الأسد}, country: SY}
- {id: abdullah-ii, ar: عبدالله الثاني, ar_variants: [الملك عبدالله الثاني], en: Abdullah II, country: JO}
""",
    "places.yml": """kind: place
entries:
- {id: cairo, ar: القاهرة, en: Cairo, country: EG}
- {id: anatolia, ar: الأناضول, en: Anatolia, country: TR}
- {id: texas, ar: تكساس, en: Texas, country: US}
- {id: beijing, ar: بكين, en: Beijing, country: CN}
- {id: russia, ar: روسيا, en: Russia, country: RU, territory: true, ar_adjectives: [روسي]}
- {id: xian, ar: شيآن, ar_variants: [شي آن], en: "Xi'an", country: CN}
""",
    "bodies.yml": """kind: organisation
entries:
- {id: united-nations, ar: الأمم المتحدة, en: United Nations}
- {id: central-committee, ar: اللجنة المركزية, en: Central Committee}
- {id: bank-of-russia, ar: البنك المركزي الروسي, en: Bank of Russia, country: RU}
- {id: apple, ar: شركة آبل, ar_variants: [آبل], en: Apple}
- {id: meta, ar: شركة ميتا, ar_variants: [ميتا], en: Meta}
- {id: opec, ar: أوبك, en: OPEC}
- {id: opec-plus, ar: أوبك+, en: OPEC+}
- {id: nato, ar: حلف شمال الأطلسي, en: NATO}
""",
    "outlets.yml": """kind: outlet
entries:
- {id: al-qahera-news, ar: القاهرة الإخبارية, ar_variants: [قناة القاهرة الإخبارية], en: Al-Qahera News}
- {id: al-jazeera, ar: قناة الجزيرة, en: Al Jazeera, ar_signatures: [الجزيرة]}
- {id: anadolu, ar: وكالة الأناضول, en: Anadolu Agency, ar_signatures: [الأناضول]}
- {id: al-madina, ar: صحيفة المدينة, en: Al-Madina, ar_signatures: [المدينة]}
- {id: trt, ar: تي آر تي, en: TRT}
""",
}


@pytest.fixture(scope="module")
def house(root: Path) -> Vocabulary:
    return load_vocabulary(root / "content" / "vocabulary")


@pytest.fixture(scope="module")
def vocabulary(tmp_path_factory: pytest.TempPathFactory) -> Vocabulary:
    folder = tmp_path_factory.mktemp("vocabulary")
    for name, text in FILES.items():
        (folder / name).write_text(text, "utf-8")
    return load_vocabulary(folder)


def found(text: str, vocabulary: Vocabulary) -> list[tuple[str, str]]:
    return [(mention.text, mention.entity) for mention in find_mentions(text, vocabulary)]


@pytest.mark.parametrize("prefix", ["", "و", "ف", "ب", "ل", "ك", "وب", "فل", "وك"])
def test_attached_particles_are_no_part_of_a_name(prefix: str, vocabulary: Vocabulary) -> None:
    text = f"عاد {prefix}بكين"
    mention = find_mentions(text, vocabulary)[0]
    assert (mention.entity, mention.text) == ("beijing", "بكين")
    assert text[mention.span.start : mention.span.end] == "بكين"


@pytest.mark.parametrize(
    ("text", "name", "entity"),
    [
        ("قرار للأمم المتحدة", "الأمم المتحدة", "united-nations"),
        ("وللأمم المتحدة رأي", "الأمم المتحدة", "united-nations"),
        ("أمين للجنة المركزية", "اللجنة المركزية", "central-committee"),
    ],
)
def test_an_article_that_a_particle_took_is_given_back(
    text: str, name: str, entity: str, vocabulary: Vocabulary
) -> None:
    assert found(text, vocabulary) == [(name, entity)]


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("استقبل أمير قطر تميم الوفد", ["qatar", "tamim-bin-hamad"]),
        ("وبحث مع أمير قطر تميم، أمس", ["qatar", "tamim-bin-hamad"]),
        ("رئيس مصر محمد، كما قال", ["egypt"]),
        ("زار قطر تميم أمس", ["qatar"]),
        ("يبلغ قطره ضعف قطر الأرض", []),
        ("أمطار غزيرة وسيول تضرب الساحل", []),
        ("عبور مجاري السيول", []),
        ("قمة في سيول اليوم", ["seoul"]),
        ("وقالت سيول إن الصواريخ", ["seoul"]),
    ],
)
def test_rulers_by_their_first_names_and_names_that_are_everyday_words(
    text: str, entities: list[str], house: Vocabulary
) -> None:
    known = [item.entity for item in find_mentions(text, house) if item.entity in house.entries]
    assert known == entities


@pytest.mark.parametrize("text", ["الامم المتحده", "الأُمَم المتّحدة", "الأمـم المتحدة", "الأمم\u200f المتحدة"])
def test_spelling_variants_are_one_name(text: str, vocabulary: Vocabulary) -> None:
    assert [entity for _, entity in found(text, vocabulary)] == ["united-nations"]


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("اطلعت عليه الأناضول", ["anadolu"]),
        ("مراسل الأناضول في الشمال", ["anadolu"]),
        ("حديث خاص للأناضول", ["anadolu"]),
        ("نقلا عن الأناضول", ["anadolu"]),
        ("سكان الأناضول يزرعون القمح", ["anatolia"]),
        ("قال إن السفر للأناضول سهل", ["anatolia"]),
        ("وصرح للجزيرة بأن العمل مستمر", ["al-jazeera"]),
        ("ونقلت الجزيرة عن مصدر", ["al-jazeera"]),
        ("سافر للجزيرة أمس", []),
        ("وقال لـ«المدينة» إن العمل مستمر", ["al-madina"]),
        ("لصحيفة «المدينة» أمس", ["al-madina"]),
        ("وقال للمدينة كلها", []),
        ("نقلت قناة «تي آر تي» الخبر", ["trt"]),
        ("نقلت قناة «تي آر تي خبر» الخبر", []),
    ],
)
def test_the_text_says_whether_an_outlet_is_meant(
    text: str, entities: list[str], vocabulary: Vocabulary
) -> None:
    assert [entity for _, entity in found(text, vocabulary)] == entities


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("أعلنت آبل عن هاتف", [("آبل", "apple")]),
        ("ولآبل هاتف جديد", [("آبل", "apple")]),
        ("قطيع من الإبل أبل", []),
        ("وقالت ميتا إن العمل مستمر", [("ميتا", "meta")]),
        ("عثر عليه ميتا أمس", []),
        ("رفعت أوبك+ الإنتاج", [("أوبك+", "opec-plus")]),
        ("رفعت أوبك الإنتاج", [("أوبك", "opec")]),
        ("سعر خام غرب تكساس اليوم", []),
        ("وصل إلى غرب تكساس مع خام", [("تكساس", "texas")]),
        ("وصل إلى تكساس", [("تكساس", "texas")]),
    ],
)
def test_a_name_is_taken_as_it_is_meant(
    text: str, names: list[tuple[str, str]], vocabulary: Vocabulary
) -> None:
    assert found(text, vocabulary) == names


def test_a_ruling_house_is_part_of_a_name(vocabulary: Vocabulary) -> None:
    text = "وصل بشار الأسد آل سعود أمس"
    assert found(text, vocabulary) == [("بشار الأسد آل سعود", "bashar-al-assad")]


def test_the_longest_name_wins(vocabulary: Vocabulary) -> None:
    text = "من القاهرة نقلت قناة القاهرة الإخبارية الخبر"
    assert found(text, vocabulary) == [("القاهرة", "cairo"), ("قناة القاهرة الإخبارية", "al-qahera-news")]


@pytest.mark.parametrize("text", ["لا شيء جديد", "لم يحدث شئ", "شيئا فشيئا"])
def test_a_short_surname_is_not_inside_another_word(text: str, vocabulary: Vocabulary) -> None:
    assert found("شي جين بينغ. " + text, vocabulary)[1:] == []


def test_folding_does_not_make_a_city_of_a_surname_and_a_particle(vocabulary: Vocabulary) -> None:
    assert ("شي إن", "xian") not in found("وقال شي إن العمل مستمر", vocabulary)
    assert found("زار شي آن", vocabulary) == [("شي آن", "xian")]


def test_a_surname_goes_to_the_full_name_of_the_article(vocabulary: Vocabulary) -> None:
    text = "استقبل شي جين بينغ الوفد. وقال شي إن العمل مستمر"
    assert [entity for _, entity in found(text, vocabulary)] == ["xi-jinping", "xi-jinping"]
    assert found("وقال شي إن العمل مستمر", vocabulary) == []


def test_a_surname_stands_alone_only_where_the_vocabulary_says_so(vocabulary: Vocabulary) -> None:
    assert found("وأكد بوتين ذلك", vocabulary) == [("بوتين", "vladimir-putin")]
    assert found("وأكدت نابيولينا ذلك", vocabulary) in ([], [("نابيولينا", "?نابيولينا")])


def test_the_article_s_own_full_name_outweighs_a_known_surname(vocabulary: Vocabulary) -> None:
    text = "قال الطبيب ماهر الأسد إن العلاج متوفر. وأضاف الأسد أن المرضى بخير"
    assert [entity for _, entity in found(text, vocabulary)] == ["?ماهر الاسد", "?ماهر الاسد"]


def entities(text: str, vocabulary: Vocabulary) -> tuple[Entity, ...]:
    return group_mentions(find_mentions(text, vocabulary), vocabulary)


def test_misspelled_names_are_variants_of_one_entity(vocabulary: Vocabulary) -> None:
    text = (
        "الرئيس الروسي فلادمير بوتين في بكين. والتقى فلاديمير بوتين نظيره الصيني شين جين بينغ، وشي جين بينج"
    )
    people = [entity for entity in entities(text, vocabulary) if entity.kind is EntityKind.PERSON]
    assert [(entity.id, entity.variants) for entity in people] == [
        ("vladimir-putin", ("فلادمير بوتين", "فلاديمير بوتين")),
        ("xi-jinping", ("شين جين بينغ", "شي جين بينج")),
    ]


@pytest.mark.parametrize("written", ["إلفيرا نابيولينا", "الفيرا نابيولنا", "ألفيرا نابولينا"])
def test_another_spelling_of_a_foreign_name_is_the_same_person(written: str, vocabulary: Vocabulary) -> None:
    text = f"وقالت السيدة {written} إن السوق مستقرة"
    assert found(text, vocabulary) == [(written, "elvira-nabiullina")]


def test_an_arabic_name_of_the_same_consonants_is_another_person(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("kind: person\nentries:\n- {id: a, ar: محمد سالم, en: A}\n", "utf-8")
    assert found("وقال محمد سليم ذلك", load_vocabulary(tmp_path)) == [("محمد سليم", "?محمد سليم")]


def test_a_title_is_no_part_of_a_known_name(vocabulary: Vocabulary) -> None:
    assert found("وصل الملك عبدالله الثاني", vocabulary) == [("عبدالله الثاني", "abdullah-ii")]


def test_a_shortened_name_is_completed_by_the_country_the_text_tells(vocabulary: Vocabulary) -> None:
    text = "رئيسة البنك المركزي إلفيرا نابيولينا"
    assert ("البنك المركزي", "bank-of-russia") in found(text, vocabulary)
    assert ("البنك المركزي", "bank-of-russia") not in found("رفع البنك المركزي الفائدة", vocabulary)


def test_a_name_in_brackets_is_another_name(vocabulary: Vocabulary) -> None:
    text = "حلف شمال الأطلسي (ناتو) يوسع قواعده، وقال ناتو إنه مستعد"
    assert [entity for _, entity in found(text, vocabulary)] == ["nato"] * 3


def test_a_form_that_only_a_source_line_shows_counts_after_a_head_word(vocabulary: Vocabulary) -> None:
    assert find_outlets("المصدر: الجزيرة + وكالات", vocabulary) == ("al-jazeera",)
    assert found("غادر السكان الجزيرة", vocabulary) == []
    assert found("قالت قناة الجزيرة", vocabulary) == [("قناة الجزيرة", "al-jazeera")]


def test_an_entity_has_what_the_vocabulary_says(vocabulary: Vocabulary) -> None:
    (entity,) = entities("وأكد بوتين ذلك", vocabulary)
    assert (entity.ar, entity.en, entity.known, entity.country) == (
        "فلاديمير بوتين",
        "Vladimir Putin",
        True,
        "RU",
    )


def test_names_do_not_run_over_punctuation(vocabulary: Vocabulary) -> None:
    assert found("زار الأمم، المتحدة", vocabulary) == []
    assert found("زار الأمم\nالمتحدة", vocabulary) == []


@given(st.text("اللمتحدةبكوفل", min_size=2, max_size=6))
@settings(max_examples=1000, deadline=None)
def test_attached_forms_lead_back_to_their_stem(stem: str) -> None:
    for form in attached(stem):
        if len(form) > 2:
            assert stem in [found for _, found in stems(form)]


@given(st.text("البكوفتم", min_size=3, max_size=8))
@settings(max_examples=1000, deadline=None)
def test_every_stem_has_its_word_among_the_attached_forms(word: str) -> None:
    for _, stem in stems(word):
        assert word in attached(stem)


LETTERS = "ابتجدرسشعفكلمنهويةىأإ ،.\n«»()بوتينالأممالمتحدة0٣"


@given(st.text(LETTERS, max_size=200))
@settings(max_examples=200, deadline=None)
def test_mentions_are_in_order_and_apart(text: str) -> None:
    mentions: tuple[Mention, ...] = find_mentions(text, _territories())
    for one, two in pairwise(mentions):
        assert one.span.end <= two.span.start
    for mention in mentions:
        assert 0 <= mention.span.start < mention.span.end <= len(text)
        assert text[mention.span.start : mention.span.end] in (
            mention.text,
            mention.text[1:],
            mention.text[2:],
        )


def _territories() -> Vocabulary:
    return load_vocabulary(Path("does-not-exist"))


def _sized(size: int) -> Vocabulary:
    entries = {
        f"p-{i}": VocabularyEntry(f"p-{i}", EntityKind.PERSON, f"روكو{i % 977} دالو{i}", f"P {i}")
        for i in range(size)
    }
    return Vocabulary(entries)


def test_lookup_does_not_cost_more_with_more_names() -> None:
    text = " ".join(f"قال روكو{i % 977} دالو{i} إن المدينة كبيرة في يوم" for i in range(400))
    sizes = {size: _sized(size) for size in (2_000, 100_000)}
    best = dict.fromkeys(sizes, float("inf"))
    for attempt in range(15):
        for size, vocabulary in sizes.items():
            start = time.process_time()
            find_mentions(f"{text} {'ا' * attempt}", vocabulary)
            best[size] = min(best[size], time.process_time() - start)
    assert best[100_000] <= 1.3 * best[2_000]


@pytest.mark.parametrize(
    "piece", ["بن أبو الأمم وللل ", "البنك المركزي ", "مستشفى الملك محمد بن ", "للأناضول ", "قناة «تي "]
)
def test_hostile_text_stays_linear(piece: str, vocabulary: Vocabulary) -> None:
    times = []
    for size in (20_000, 80_000):
        text, best = piece * (size // len(piece)), float("inf")
        for _ in range(3):
            start = time.process_time()
            find_mentions(text, vocabulary)
            best = min(best, time.process_time() - start)
        times.append(best)
    assert times[1] < 12 * times[0]


@given(st.text(alphabet="ابوتين شيًـ.\nA-İ", max_size=40), st.data())
def test_a_part_has_the_words_that_it_would_have_alone(text: str, data: st.DataObject) -> None:
    inside = [at for at in range(1, len(text)) if " " in text[at - 1 : at + 1]]
    start, end = sorted(data.draw(st.tuples(*[st.sampled_from([0, *inside, len(text)])] * 2)))
    assert tokenise(text).part(Span(start, end)) == tokenise(text[start:end])


def test_names_of_letters_belong_to_one_name_over_their_stops() -> None:
    words = tokenise("وفق بي.بي.سي أمس.قال")
    assert words.joined == (False, True, True, True, True, False, False)


def test_words_stay_in_their_place_in_lower_case() -> None:
    tokens = tokenise("İİ NATO")
    assert tokens.words[1] == "nato"
    assert tokens.span(1, 2) == Span(3, 7)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("قدمت الدولة كل دعم مالي للشركات", False),
        ("تعاون فني ومالي كبير", False),
        ("في سداد قيمة السند", False),
        ("لم أبين السبب", False),
        ("مقتل جنود في مالي اليوم", True),
        ("أعلنت حكومة مالي العسكرية", True),
        ("الحدود بين النيجر ومالي", True),
        ("مالي: مقتل جنود", True),
        ("نقل الأسرى إلى أبين", True),
    ],
)
def test_an_everyday_word_needs_the_place_of_a_name(text: str, named: bool, house: Vocabulary) -> None:
    places = {"mali", "abyan", "sindh"}
    assert bool(places & {mention.entity for mention in find_mentions(text, house)}) is named


def test_a_city_and_a_day_are_no_newspaper(house: Vocabulary) -> None:
    def first(text: str) -> str:
        return find_mentions(text, house)[0].entity

    assert first("وصل الوفد إلى بغداد اليوم") == "baghdad"
    assert first("وصل الوفد بغداد اليوم الأحد") == "baghdad"
    assert first("وذكرت بغداد اليوم أن الوفد وصل") == "baghdad-today"


def test_a_name_of_short_syllables_is_not_guessed(house: Vocabulary) -> None:
    text = "وقال الرئيس التنفيذي للشركة هان جونغ هي في بيان"
    assert [mention.entity for mention in find_mentions(text, house)] == ["?هان جونغ"]


def test_a_shortened_name_goes_to_the_one_that_stands_in_full(house: Vocabulary) -> None:
    text = "ثبت البنك المركزي المصري الفائدة. وقال محافظ البنك المركزي حسن عبد الله ذلك"
    assert [mention.entity for mention in find_mentions(text, house)][:2] == ["central-bank-of-egypt"] * 2
    two = f"{text}. ورفعها البنك المركزي التركي"
    assert [mention.entity for mention in find_mentions(two, house)][1].startswith("?")
