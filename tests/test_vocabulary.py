"""The vocabulary: what a file may hold, what is refused and where, the territories of CLDR."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.errors import VocabularyError
from digest.model import EntityKind
from digest.vocabulary import load_vocabulary, name_key, read_vocabulary
from tests.timed import in_time, seconds


def write(folder: Path, name: str, text: str) -> Path:
    (folder / name).write_text(text, "utf-8")
    return folder


def test_an_entry_has_everything_the_file_says(tmp_path: Path) -> None:
    write(
        tmp_path,
        "people.yml",
        """kind: person
entries:
- id: vladimir-putin
  ar: فلاديمير بوتين
  ar_variants: [فلاديمير فلاديميروفيتش بوتين]
  en: Vladimir Putin
  description: {ar: رئيس روسيا, en: President of Russia}
  surname: {ar: بوتين}
  country: RU
""",
    )
    entry = load_vocabulary(tmp_path).entries["vladimir-putin"]
    assert (entry.kind, entry.ar, entry.en) == (EntityKind.PERSON, "فلاديمير بوتين", "Vladimir Putin")
    assert entry.ar_variants == ("فلاديمير فلاديميروفيتش بوتين",)
    assert (entry.ar_description, entry.en_description) == ("رئيس روسيا", "President of Russia")
    assert (entry.surname, entry.country, entry.place) == ("بوتين", "RU", "content/vocabulary/people.yml:3")


def test_an_entry_without_english_is_allowed(tmp_path: Path) -> None:
    write(tmp_path, "a.yml", "kind: organisation\nentries:\n- id: a\n  ar: هيئة المياه\n")
    assert load_vocabulary(tmp_path).entries["a"].en is None


def test_a_name_is_found_however_it_is_spelled(tmp_path: Path) -> None:
    write(tmp_path, "a.yml", "kind: place\nentries:\n- id: cairo\n  ar: القاهرة\n  en: Cairo\n")
    found = load_vocabulary(tmp_path).find("القَاهِرَه")
    assert found is not None
    assert found.en == "Cairo"


def test_two_entries_that_claim_one_name_are_both_named_with_their_places(tmp_path: Path) -> None:
    write(tmp_path, "a.yml", "kind: place\nentries:\n- id: tripoli\n  ar: طرابلس\n")
    write(tmp_path, "b.yml", "kind: place\nentries:\n\n- id: tripoli-lebanon\n  ar: طرابلُس\n")
    with pytest.raises(VocabularyError) as caught:
        load_vocabulary(tmp_path)
    assert (caught.value.file, caught.value.line) == ("content/vocabulary/b.yml", 4)
    assert "tripoli-lebanon" in str(caught.value)
    assert "a.yml:3" in str(caught.value)


def test_names_in_the_other_script_are_told_and_left_out(tmp_path: Path) -> None:
    text = (
        "kind: person\nentries:\n- id: a\n  ar: زيد الزيدي\n  en: زيد\n  en_variants: [Zaid, زيد]\n"
        "- id: b\n  ar: Zaid Omari\n  en: Zaid Omari\n- id: c\n  ar: شركة stc\n  en: stc\n"
    )
    vocabulary, (english, arabic) = read_vocabulary(write(tmp_path, "x.yml", text))
    assert (english.line, arabic.line) == (3, 7)
    assert "its English name 'زيد' is Arabic" in str(english)
    assert "its Arabic name 'Zaid Omari' has no Arabic letter" in str(arabic)
    assert (vocabulary.entries["a"].en, vocabulary.entries["a"].en_variants) == (None, ("Zaid",))
    assert "b" not in vocabulary.entries
    assert vocabulary.entries["c"].en == "stc"


def test_entries_that_are_each_other_s_variants_are_refused(tmp_path: Path) -> None:
    text = "kind: place\nentries:\n- id: a\n  ar: بورما\n  ar_variants: [ميانمار]\n- id: b\n  ar: ميانمار\n"
    with pytest.raises(
        VocabularyError,
        match=r"x.yml:6: b: the name 'ميانمار' belongs to 'a' already \(content/vocabulary/x.yml:3\)",
    ):
        load_vocabulary(write(tmp_path, "x.yml", text))


def test_two_entries_of_one_english_name_are_one_thing_unless_of_two_countries(tmp_path: Path) -> None:
    text = """kind: place
entries:
- {id: tripoli, ar: طرابلس, en: Tripoli, country: LY}
- {id: tripoli-lebanon, ar: طرابلس الشام, en: Tripoli, country: LB}
- {id: tripoli-west, ar: طرابلس الغرب, en: tripoli, country: LY}
"""
    vocabulary, faults = read_vocabulary(write(tmp_path, "x.yml", text))
    assert [(fault.file, fault.line) for fault in faults] == [("content/vocabulary/x.yml", 5)]
    assert "its English name 'tripoli' is that of 'tripoli' too" in str(faults[0])
    assert {"tripoli", "tripoli-lebanon"} <= vocabulary.entries.keys()
    assert "tripoli-west" not in vocabulary.entries


def test_a_person_without_a_country_may_be_one_of_any(tmp_path: Path) -> None:
    text = """kind: person
entries:
- {id: one, ar: كريم الوادي, en: Karim Wadi, country: EG}
- {id: two, ar: كارم الوادي, en: Karim Wadi, country: JO}
- {id: three, ar: كروم الوادي, en: Karim  Wadi}
"""
    vocabulary, (fault,) = read_vocabulary(write(tmp_path, "x.yml", text))
    assert (fault.file, fault.line) == ("content/vocabulary/x.yml", 5)
    assert "'one' too (content/vocabulary/x.yml:3)" in str(fault)
    assert {"one", "two"} <= vocabulary.entries.keys()


def test_an_iptc_id_belongs_to_one_topic(tmp_path: Path) -> None:
    text = """kind: topic
entries:
- {id: a, ar: الماء, en: water, iptc: 'medtop:20000001'}
- {id: b, ar: الهواء, en: air, iptc: 'medtop:20000001'}
"""
    vocabulary, faults = read_vocabulary(write(tmp_path, "x.yml", text))
    assert ["x.yml:4" in str(fault) and "'medtop:20000001'" in str(fault) for fault in faults] == [True]
    assert (vocabulary.entries["a"].iptc, vocabulary.entries["b"].iptc) == ("medtop:20000001", None)


def test_a_topic_may_have_the_name_of_an_event(tmp_path: Path) -> None:
    write(tmp_path, "a.yml", "kind: topic\nentries:\n- id: games\n  ar: الألعاب الأولمبية\n")
    write(tmp_path, "b.yml", "kind: event\nentries:\n- id: olympics\n  ar: الألعاب الأولمبية\n")
    vocabulary = load_vocabulary(tmp_path)
    found = vocabulary.find("الألعاب الأولمبية")
    assert found is not None
    assert found.id == "olympics"


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("kind: planet\nentries: []\n", 1, "kind"),
        ("kind: place\nentries:\n- id: a\n  ar: أ\n- id: a\n  ar: ب\n", 5, "the id 'a' is already taken"),
        (
            "kind: place\nentries:\n- id: a\n  ar: أ\n  colour: red\n",
            5,
            "'colour' is not known; there are id, ar,",
        ),
        ("kind: place\nentries:\n- id: A b\n  ar: أ\n", 3, "id"),
        ("kind: place\nentries:\n- id: a\n  en: A\n", 3, "ar"),
        ("kind: place\nentries:\n- id: a\n  ar: '...'\n", 3, "without a letter"),
        ("kind: topic\nentries:\n- id: a\n  ar: أ\n  broader: [b]\n", 3, "no topic"),
        ("kind: topic\nentries:\n- id: a\n  ar: أ\n  iptc: '11000000'\n", 5, "iptc"),
        ("kind: [place\n", 1, "not valid YAML"),
    ],
)
def test_what_is_not_valid_is_refused_with_its_line(
    tmp_path: Path, text: str, line: int, message: str
) -> None:
    with pytest.raises(VocabularyError, match=message) as caught:
        load_vocabulary(write(tmp_path, "x.yml", text))
    assert (caught.value.file, caught.value.line) == ("content/vocabulary/x.yml", line)


def test_a_file_that_was_valid_is_used_while_it_is_not(tmp_path: Path) -> None:
    text, good = "kind: place\nentries:\n- id: a\n  ar: أ\n", dict[str, str]()
    folder = write(tmp_path, "x.yml", text)
    first, _ = read_vocabulary(folder, good)
    write(tmp_path, "x.yml", text + "  colour: red\n")
    kept, (fault,) = read_vocabulary(folder, good)
    assert kept.entries == first.entries
    assert kept.fingerprint == first.fingerprint
    assert (fault.file, fault.line) == ("content/vocabulary/x.yml", 5)
    lost, _ = read_vocabulary(folder)
    assert "a" not in lost.entries
    write(tmp_path, "x.yml", text.replace("id: a", "id: b"))
    mended, faults = read_vocabulary(folder, good)
    assert "b" in mended.entries
    assert faults == ()


def test_a_circle_of_broader_topics_is_refused(tmp_path: Path) -> None:
    text = "kind: topic\nentries:\n" + "".join(
        f"- id: {one}\n  ar: {ar}\n  broader: [{two}]\n"
        for one, ar, two in (("a", "أ", "b"), ("b", "ب", "a"))
    )
    with pytest.raises(VocabularyError, match="circle: a > b > a"):
        load_vocabulary(write(tmp_path, "x.yml", text))


def test_territories_come_from_cldr_and_house_names_win(tmp_path: Path) -> None:
    write(
        tmp_path,
        "a.yml",
        "kind: place\nentries:\n- id: uae\n  ar: الإمارات\n  en: UAE\n  country: AE\n  territory: true\n",
    )
    vocabulary = load_vocabulary(tmp_path)
    found = vocabulary.find("الإمارات العربية المتحدة")
    assert found is not None
    assert (found.id, found.ar, found.en) == ("uae", "الإمارات", "UAE")
    japan = vocabulary.find("اليابان")
    assert japan is not None
    assert (japan.en, japan.country, japan.territory, japan.place) == ("Japan", "JP", True, "CLDR")
    assert vocabulary.find("العالم") is None


def test_the_fingerprint_changes_with_a_file(tmp_path: Path) -> None:
    write(tmp_path, "a.yml", "kind: place\nentries:\n- id: a\n  ar: أبها\n")
    first = load_vocabulary(tmp_path).fingerprint
    assert first == load_vocabulary(tmp_path).fingerprint
    write(tmp_path, "a.yml", "kind: place\nentries:\n- id: a\n  ar: أبهى\n")
    assert first != load_vocabulary(tmp_path).fingerprint


def test_an_absent_folder_is_an_empty_one(tmp_path: Path) -> None:
    assert all(entry.place == "CLDR" for entry in load_vocabulary(tmp_path / "none").entries.values())


def test_fifteen_hundred_entries_load_quickly(tmp_path: Path) -> None:
    entries = "".join(
        f"- id: p-{i}\n  ar: اسم {i}\n  ar_variants: [لقب {i}]\n  en: Name {i}\n"
        f"  description: {{ar: وصف, en: what}}\n  country: RU\n"
        for i in range(1500)
    )
    write(tmp_path, "a.yml", "kind: person\nentries:\n" + entries)
    assert in_time(min(seconds(lambda: load_vocabulary(tmp_path)) for _ in range(3)), 0.5)


def test_the_digest_s_own_vocabulary_is_valid(root: Path) -> None:
    vocabulary = load_vocabulary(root / "content" / "vocabulary")
    assert len(vocabulary.names) >= len(vocabulary.entries) - sum(
        entry.kind is EntityKind.TOPIC for entry in vocabulary.entries.values()
    )


@given(st.text("اأإآبتةهىيو ًٌَُ", min_size=1, max_size=20))
def test_a_key_is_its_own_key(name: str) -> None:
    assert name_key(name_key(name)) == name_key(name)


def test_an_unknown_kind_is_told_all_kinds_that_there_are(tmp_path: Path) -> None:
    write(tmp_path, "a.yml", "kind: animal\nentries: []\n")
    with pytest.raises(VocabularyError, match="is not one of: person, place, organisation, outlet") as caught:
        load_vocabulary(tmp_path)
    assert (caught.value.file, caught.value.line) == ("content/vocabulary/a.yml", 1)
