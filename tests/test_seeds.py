"""Reading seeds: formats, encodings, repairs, limits, and what is refused with which words."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.clean import clean_seed
from digest.errors import SeedError
from digest.model import SeedFormat
from digest.seeds import Limits, list_seeds, read_seed, seed_from_bytes

ROOT = Path(__file__).parents[1]
ARTICLE = (
    "الوزير يفتتح المعرض الدولي للكتاب في العاصمة\n\n"
    "افتتح وزير الثقافة سامي منصور، اليوم الأحد، المعرض الدولي للكتاب في العاصمة بمشاركة مئة دار نشر.\n\n"
    "وقال الوزير إن المعرض الذي يستمر أسبوعا هو الأكبر منذ سنوات، وإن الدخول إليه بلا رسوم على الزوار.\n"
)


@pytest.mark.parametrize("path", sorted((ROOT / "seeds").glob("*.txt")), ids=lambda path: path.stem)
def test_the_five_seeds_are_read_character_for_character(path: Path) -> None:
    seed = read_seed(path)
    assert seed.text == path.read_bytes().decode("utf-8")
    assert seed.repairs == ()
    assert (seed.id, seed.name, seed.format) == (path.stem, path.name, SeedFormat.TEXT)


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
        (ARTICLE.encode().decode("cp1252", "ignore"), None),
        (ARTICLE.encode("cp1256").decode("latin-1"), "mojibake"),
        (ARTICLE.encode().decode("latin-1"), "mojibake"),
        (ARTICLE.replace("الوزير", "\u202bالوزير\u202c"), "direction marks"),
        (ARTICLE.replace("محمد", "محـمد").replace("المعرض", "المعـــرض"), "tatweel"),
        (ARTICLE.replace("ك", "ک").replace("ي", "ی"), "neighbouring alphabets"),
        (ARTICLE.replace("العاصمة", "العا\u200bصمة"), "invisible"),
    ],
)
def test_damage_is_mended_and_noted(damaged: str, note: str | None) -> None:
    seed = seed_from_bytes(damaged.encode(), "a.txt")
    if note is None:
        assert seed.text
        return
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


def test_a_tatweel_that_means_something_stays() -> None:
    text = ARTICLE + "وفي عام 1445هـ زار المعرض الـ75 ألف زائر.\n"
    assert seed_from_bytes(text.encode(), "a.txt").text == text


def test_markdown_front_matter_is_metadata_and_lines_keep_their_numbers() -> None:
    matter = "---\ntitle: عنوان المقال\ndate: 2024-05-17\nsource: الصحيفة\nlang: ar\n---\n"
    text = f"{matter}# عنوان المقال\n\nنص **مهم** [هنا](x).\n"
    seed = seed_from_bytes(text.encode(), "a.md")
    assert seed.metadata.title == "عنوان المقال"
    assert (seed.metadata.published, seed.metadata.site) == ("2024-05-17", "الصحيفة")
    assert seed.text.split("\n")[6] == "عنوان المقال"
    assert "نص مهم هنا." in seed.text


def test_front_matter_that_is_not_yaml_names_the_file() -> None:
    with pytest.raises(SeedError, match=r"seeds/a\.md:3"):
        seed_from_bytes("---\na: 1\na: 2\n---\nنص".encode(), "a.md")


HTML = (
    "<!doctype html><html lang=ar><head><title>الوزير يفتتح المعرض - الصحيفة</title>"
    '<meta property="og:site_name" content="الصحيفة">'
    '<meta property="article:published_time" content="2024-05-17T10:00:00+03:00"></head><body>'
    "<nav><a href=/>الرئيسية</a></nav><h1>الوزير يفتتح المعرض</h1>"
    + "".join(f"<p>{line}</p>" for line in ARTICLE.split("\n\n")[1:])
    + "<div><a href=/1>خبر آخر عن شيء لا علاقة له</a></div><footer>جميع الحقوق محفوظة</footer></body></html>"
)


def _check_page(name: str, data: bytes) -> None:
    seed = seed_from_bytes(data, name)
    assert seed.metadata.published == "2024-05-17"
    assert seed.metadata.title == "الوزير يفتتح المعرض"
    assert seed.metadata.site == "الصحيفة"
    assert "افتتح وزير الثقافة" in seed.text
    assert "<p>" not in seed.text
    lines = seed.text.split("\n")
    assert {lines[number - 1]: rule for number, rule in seed.marks} == {
        "الرئيسية": "markup.navigation",
        "خبر آخر عن شيء لا علاقة له": "markup.links",
        "جميع الحقوق محفوظة": "markup.footer",
    }


def test_html_says_what_stands_around_the_article() -> None:
    _check_page("a.html", HTML.encode())
    _check_page("a.htm", HTML.encode())
    _check_page("a.txt", HTML.encode())


SHOWN = (
    "<h1>الوزير يفتتح المعرض</h1><p>افتتح الوزير المعرض صباح اليوم.</p><p>وقال إن الدخول إليه بلا رسوم.</p>"
)
LINES = ["الوزير يفتتح المعرض", "افتتح الوزير المعرض صباح اليوم.", "وقال إن الدخول إليه بلا رسوم."]


@pytest.mark.parametrize(
    "markup",
    [
        f"<article>{SHOWN}</article>",
        f"<main><article>{SHOWN}</article></main>",
        f"<meta charset=utf-8><title>الصحيفة</title><article>{SHOWN}</article>",
        f"<html><head><title>الصحيفة</title></head><article>{SHOWN}</article></html>",
        f"<!-- saved --><section>{SHOWN}</section>",
        f"<HTML><BODY>{SHOWN}</BODY></HTML>",
        SHOWN,
    ],
)
def test_html_without_a_body_is_read(markup: str) -> None:
    assert seed_from_bytes(markup.encode(), "a.html").text.split("\n") == LINES


def test_a_headline_of_two_lines_is_one_block() -> None:
    markup = SHOWN.replace(" المعرض</h1>", "<br>المعرض</h1>").replace("صباح اليوم", "صباح<br>اليوم")
    first, *rest = seed_from_bytes(f"<body>{markup}".encode(), "a.html").text.split("\n")
    assert (first, len(rest)) == (LINES[0], 3)


def test_tags_left_in_a_text_are_taken_off() -> None:
    tagged = [
        line.replace("الوزير", "<strong>الوزير</strong>").replace("وقال", '<a href="x">وقال</a>')
        for line in LINES
    ]
    seed = seed_from_bytes("\n\n".join(tagged * 6).encode(), "a.txt")
    assert seed.text == "\n\n".join(LINES * 6)
    assert "HTML tags taken off the text" in seed.repairs
    assert seed_from_bytes(SHOWN.encode(), "a.txt").text.split("\n") == LINES
    assert seed_from_bytes(b"3 < 5 <x> <3 & a<b>", "a.txt").text == "3 < 5 <x> <3 & a"


def test_a_page_of_blocks_in_a_text_file_is_html() -> None:
    seed = seed_from_bytes((SHOWN * 5).encode(), "a.txt")
    assert seed.text.split("\n") == LINES * 5
    assert "HTML inside a text file read as HTML" in seed.repairs


def test_mhtml_holds_a_page() -> None:
    archive = (
        (
            b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=XX\r\n\r\n--XX\r\n"
            b"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
        )
        + HTML.encode()
        + b"\r\n--XX--\r\n"
    )
    _check_page("a.mhtml", archive)


def test_mhtml_of_endless_parts_is_refused() -> None:
    archive = b"Content-Type: multipart/related; boundary=x\n\n" + b"--x\n\n" * 990_000
    with pytest.raises(SeedError, match="more than 10,000 parts"):
        seed_from_bytes(archive, "a.mhtml")


def test_mhtml_without_a_page_is_refused() -> None:
    with pytest.raises(SeedError, match="no HTML page"):
        seed_from_bytes(b"Content-Type: text/plain\r\n\r\nx", "a.mhtml")


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b" \n\t\n ", "no text"),
        ("a.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "binary"),
        ("a.txt", bytes(range(32)) * 50, "not text"),
        ("a.pdf", b"%PDF-1.7", "a PDF holds glyphs"),
        ("a.docx", b"PK", "word processor"),
        ("a.png", b"\x89PNG", "image holds no text"),
        ("a.xyz", b"text", "format is not known"),
    ],
)
def test_what_is_no_page_is_refused_with_the_reason(name: str, data: bytes, words: str) -> None:
    with pytest.raises(SeedError, match=words) as caught:
        seed_from_bytes(data, name)
    assert caught.value.file == f"seeds/{name}"


def test_limits() -> None:
    with pytest.raises(SeedError, match="the limit is 10"):
        seed_from_bytes(ARTICLE.encode(), "a.txt", limits=Limits(file_bytes=10))
    with pytest.raises(SeedError, match="has 6 lines"):
        seed_from_bytes(ARTICLE.encode(), "a.txt", limits=Limits(lines=2))
    with pytest.raises(SeedError, match="characters") as caught:
        seed_from_bytes(ARTICLE.encode(), "a.txt", limits=Limits(line_characters=60))
    assert caught.value.line == 3


def test_symbolic_links_are_refused(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text(ARTICLE)
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "a.txt").symlink_to(outside)
    assert list_seeds(seeds) == (seeds / "a.txt",)
    with pytest.raises(SeedError, match=r"seeds/a\.txt: is a symbolic link"):
        read_seed(seeds / "a.txt")


def test_a_linked_folder_is_named_and_not_entered(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "b.txt").write_text(ARTICLE)
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "folder").symlink_to(tmp_path / "outside")
    assert list_seeds(tmp_path / "seeds") == (tmp_path / "seeds" / "folder",)
    with pytest.raises(SeedError, match=r"seeds/folder: is a symbolic link"):
        read_seed(tmp_path / "seeds" / "folder")


def test_listing_is_sorted_and_leaves_hidden_files_out(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", ".hidden", "c/d.html"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    assert [path.relative_to(tmp_path).as_posix() for path in list_seeds(tmp_path)] == [
        "a.md",
        "b.txt",
        "c/d.html",
    ]
    assert list_seeds(tmp_path / "none") == ()


def test_what_a_browser_saves_beside_a_page_is_no_seed(tmp_path: Path) -> None:
    for name in ("a.html", "a_files/b.js", "a_files/c/d.html", "b.HTM", "b_files/e.png", "c_files/f.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    found = [path.relative_to(tmp_path).as_posix() for path in list_seeds(tmp_path)]
    assert found == ["a.html", "b.HTM", "c_files/f.txt"]


@pytest.mark.parametrize(("name", "advice"), [("a.txt", "with all of its text"), ("a.html", "as text")])
def test_a_page_without_an_article_is_to_be_saved_otherwise(name: str, advice: str) -> None:
    with pytest.raises(SeedError, match=f"no article was found.*save the page again {advice}"):
        clean_seed(seed_from_bytes("الرئيسية\nأخبار".encode(), name))


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(SeedError, match="is not a file"):
        read_seed(tmp_path / "none.txt")


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        seed = seed_from_bytes(data, "a.txt")
    except SeedError:
        return
    assert "\r" not in seed.text
    assert "\0" not in seed.text
    assert unicodedata.is_normalized("NFC", seed.text)


@given(
    st.text(alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهوية ،.\n", min_size=5, max_size=200).filter(
        lambda t: any(map(str.isalpha, t))
    )
)
def test_plain_arabic_is_left_as_it_is(text: str) -> None:
    assert seed_from_bytes(text.encode(), "a.txt").text == text


@given(
    code=st.sampled_from(
        (
            '[caption id="attachment_7" align="aligncenter" width="640"]{}[/caption]',
            '[gallery ids="1,2,3"]{}',
            "[embed]https://example.com/watch[/embed]{}",
            '[vc_row][vc_column width="1/2"]{}[/vc_column][/vc_row]',
        )
    ),
    place=st.integers(0, 2),
)
def test_shortcodes_are_no_text(code: str, place: int) -> None:
    lines = list(LINES)
    lines[place] = code.format(lines[place])
    seed = seed_from_bytes("\n".join(lines).encode(), "a.txt")
    assert seed.text == "\n".join(LINES)
    assert seed.repairs == ("WordPress shortcodes taken off the text",)


@pytest.mark.parametrize(
    "text", ["[1] مرجع", "[فيديو]", "قال [الوزير] إن الأمر انتهى", "[captions] [galleryx]"]
)
def test_other_words_in_square_brackets_stay(text: str) -> None:
    assert seed_from_bytes(f"{text}\n{ARTICLE}".encode(), "a.txt").text.startswith(text)


@pytest.mark.parametrize("levels", [240, 260, 900, 1900])
def test_elements_deep_in_one_another_are_read(levels: int) -> None:
    inside, below = LINES[:2], LINES[2:]
    deep = "<div>" * levels + "".join(f"<p>{line}</p>" for line in inside) + "</div>" * levels
    page = f"<html><body>{deep}{''.join(f'<p>{line}</p>' for line in below)}</body></html>"
    assert seed_from_bytes(page.encode(), "a.html").text.split("\n") == [*inside, *below]


def test_elements_too_deep_in_one_another_are_refused() -> None:
    page = f"<html><body>{'<div>' * 2500}<p>{LINES[0]}</p></body></html>"
    with pytest.raises(SeedError, match="inside one another"):
        seed_from_bytes(page.encode(), "a.html")
