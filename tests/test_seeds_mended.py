"""Encodings and damage: every one gives the same text, and what was mended is noted."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.seeds import seed_from_bytes
from tests.pages import ARTICLE


@pytest.mark.parametrize(
    ("codec", "note"),
    [
        ("utf-8", None),
        ("utf-8-sig", "byte order mark"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16 without"),
        ("utf-16-be", "UTF-16 without"),
        ("cp1256", "cp1256"),
        ("iso8859_6", "iso8859_6"),
    ],
)
def test_every_encoding_gives_the_same_text(codec: str, note: str | None) -> None:
    seed = seed_from_bytes(ARTICLE.encode(codec), "a.txt")
    assert seed.text == ARTICLE
    assert (note is None and not seed.repairs) or any(str(note) in words for words in seed.repairs)


def _forms(text: str) -> str:
    isolated = {unicodedata.normalize("NFKC", chr(code)): chr(code) for code in range(0xFE80, 0xFEF5)}
    return "".join(isolated.get(sign, sign) for sign in text)


@pytest.mark.parametrize(
    ("damaged", "note"),
    [
        (ARTICLE.replace("\n", "\r"), "line ends"),
        (ARTICLE.replace("\n", "\r\n"), "line ends"),
        (ARTICLE.replace("\n", "\u2028"), "line ends"),
        (ARTICLE.replace(" ", " \0"), "control characters"),
        (unicodedata.normalize("NFD", ARTICLE), "decomposed"),
        (_forms(ARTICLE), "presentation forms"),
        ("".join(f"&#{ord(sign)};" if ord(sign) > 127 else sign for sign in ARTICLE), "HTML entities"),
        (ARTICLE.encode("cp1256").decode("latin-1"), "mojibake"),
        (ARTICLE.encode().decode("latin-1"), "mojibake"),
        (ARTICLE.replace("الوزير", "\u202bالوزير\u202c"), "direction marks"),
        (ARTICLE.replace("محمد", "محـمد").replace("المعرض", "المعـــرض"), "tatweel"),
        (ARTICLE.replace("ك", "ک").replace("ي", "ی"), "neighbouring alphabets"),
        (ARTICLE.replace("العاصمة", "العا\u200bصمة"), "invisible"),
    ],
)
def test_damage_is_mended_and_noted(damaged: str, note: str) -> None:
    seed = seed_from_bytes(damaged.encode(), "a.txt")
    assert seed.text == ARTICLE
    assert any(note in words for words in seed.repairs)


def _wrong(text: str, *turns: tuple[str, str]) -> str:
    """A text decoded wrongly, once or several times over; what a table lacks is lost."""
    for was, read_as in turns:
        text = text.encode(was, "ignore").decode(read_as, "ignore")
    return text


TURNS = [("utf-8", "latin-1"), ("utf-8", "sloppy-windows-1252"), ("utf-8", "cp1256"), ("cp1256", "latin-1")]


@pytest.mark.parametrize("turn", TURNS)
@pytest.mark.parametrize("place", [0, 2, 3])
def test_a_paragraph_in_a_wrong_decoding_is_mended_where_it_stands(turn: tuple[str, str], place: int) -> None:
    lines = (ARTICLE * 2).split("\n")
    mended = [_wrong(line, turn) if number == place else line for number, line in enumerate(lines)]
    seed = seed_from_bytes("\n".join(mended).encode(), "a.txt")
    assert seed.text == ARTICLE * 2
    assert (seed.repairs == ("mojibake undone",)) is bool(lines[place])


@pytest.mark.parametrize("first", TURNS[:2])
@pytest.mark.parametrize("second", TURNS[:2])
def test_a_text_decoded_wrongly_twice_is_mended(first: tuple[str, str], second: tuple[str, str]) -> None:
    seed = seed_from_bytes(_wrong(ARTICLE, first, second).encode(), "a.txt")
    assert (seed.text, seed.repairs) == (ARTICLE, ("mojibake undone",))


def test_mojibake_that_lost_characters_is_mended_as_far_as_it_goes() -> None:
    seed = seed_from_bytes(_wrong(ARTICLE, ("utf-8", "cp1252")).encode(), "a.txt")
    whole = [line for line in ARTICLE.split() if "ف" not in line]
    assert [word for word in seed.text.split() if "\ufffd" not in word] == whole


@pytest.mark.parametrize(
    "text",
    [
        "Le ministre a inauguré la foire à Beyrouth, où l’été a été très élégant, dès février.",
        "قال فقط، ثم فقط؛ ثم «فقط» ثم قط. ولم يحفظ؟",
    ],
)
def test_letters_that_belong_there_are_no_mojibake(text: str) -> None:
    whole = f"{ARTICLE}\n{text}"
    assert seed_from_bytes(whole.encode(), "a.txt").text == whole


def test_utf_16_with_half_a_character_at_the_end() -> None:
    seed = seed_from_bytes(ARTICLE.encode("utf-16-le") + b"\x2e", "a.txt")
    assert seed.text == ARTICLE
    assert "half a character at the end was left out" in seed.repairs


def test_entities_escaped_twice() -> None:
    numbered = "".join(f"&amp;#{ord(sign)};" if ord(sign) > 127 else sign for sign in ARTICLE)
    assert seed_from_bytes(numbered.encode(), "a.txt").text == ARTICLE
    assert seed_from_bytes(f"{ARTICLE}a &amp;lt; b".encode(), "a.txt").text == f"{ARTICLE}a &lt; b"


def test_text_in_visual_order_is_turned_round() -> None:
    word = "\ufee3\ufea4\ufee4\ufeaa"  # initial, medial, medial, final
    visual = " ".join([word[::-1]] * 12)
    seed = seed_from_bytes(visual.encode(), "a.txt")
    assert seed.text == " ".join(["محمد"] * 12)
    assert any("visual order" in words for words in seed.repairs)


@pytest.mark.parametrize(
    "written",
    [
        "1445هـ",
        "1445 هـ",
        "ق.هـ.",
        "(هـ)",
        "الـ75",
        "الـ 75",
        "بـ«الكبير»",
        "وبالـ«كبير»",
        "للـ75",
        "لـ BBC",
        "ولَـ 5",
        "ـــ",
    ],
)
def test_a_tatweel_that_means_something_stays(written: str) -> None:
    text = f"{ARTICLE}وفي ذلك العام زار {written} المعرض ألف زائر.\n"
    assert seed_from_bytes(text.encode(), "a.txt").text == text


def test_characters_that_were_lost_before_are_noted() -> None:
    seed = seed_from_bytes(ARTICLE.replace("العاصمة", "العا\ufffdمة").encode(), "a.txt")
    count = ARTICLE.count("العاصمة")
    assert seed.repairs == (f"characters lost in the text: {count}",)
    damaged = ARTICLE.encode().decode("cp1252", "replace")
    lost = [note for note in seed_from_bytes(damaged.encode(), "a.txt").repairs if "characters lost" in note]
    assert len(lost) == 1


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ("مُحَـمَّد", "مُحَمَّد"),
        ("مح\u064e\u0651ـــمد", "مح\u064e\u0651مد"),
        ("مـَـحمد", "مـَـحمد"),
        ("\u064eـمحمد", "\u064eـمحمد"),
        ("الرمالـــ", "الرمال"),
        ("محمدـ", "محمد"),
        ("مـــحمدٌ\u0640", "محمدٌ"),
        ("(الرمالـ)", "(الرمال)"),
    ],
)
def test_a_tatweel_goes_behind_a_letter_with_its_marks(written: str, mended: str) -> None:
    text = f"{ARTICLE}قال {{}} إن المعرض انتهى.\n"
    assert seed_from_bytes(text.format(written).encode(), "a.txt").text == unicodedata.normalize(
        "NFC", text.format(mended)
    )


@given(
    st.text(alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهوية ،.\n", min_size=5, max_size=200).filter(
        lambda t: any(map(str.isalpha, t))
    )
)
def test_plain_arabic_is_left_as_it_is(text: str) -> None:
    assert seed_from_bytes(text.encode(), "a.txt").text == text
