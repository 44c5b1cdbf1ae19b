"""Editors' corrections: what a file may say, and how a wrong one is told."""

from __future__ import annotations

from pathlib import Path
from textwrap import wrap

import pytest

from digest.clean import clean_seed
from digest.corrections import parse_correction, read_correction
from digest.errors import CorrectionError
from digest.extract import extract_fields
from digest.leftout import left_out
from digest.model import Article, LineKind
from digest.pipeline import assemble, build_article
from digest.seeds import read_seed, seed_from_bytes
from digest.vocabulary import Vocabulary, load_vocabulary
from digest.wording.warnings import warning_in_words
from tests.pages import BODY, HEADLINE, body

ROOT = Path(__file__).parents[1]


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "a.yml"
    path.write_text(text, "utf-8")
    return path


def test_everything_a_correction_can_say(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        """title: عنوان
published: {date: 2024-05-17, reason: said so}
source: الغد
url: https://example.org/a
byline: منى عادل
slug: a-b
keep:
- سطر أول
- {line: سطر ثان, as: subhead}
drop:
- {line: سطر ثالث, as: share}
tags: {add: [x], remove: [y]}
""",
    )
    correction = read_correction(path, name="content/corrections/a.yml")
    assert (correction.article, correction.title, correction.slug) == ("a", "عنوان", "a-b")
    assert (correction.published, correction.published_reason) == ("2024-05-17", "said so")
    assert correction.keep == (("سطر أول", LineKind.BODY), ("سطر ثان", LineKind.SUBHEAD))
    assert correction.drop == (("سطر ثالث", LineKind.SHARE),)
    assert (correction.tags_add, correction.tags_remove) == (("x",), ("y",))
    assert correction.places["drop.0"] == 11


@pytest.mark.parametrize("date", ["2022", "'2022'", "2022-02", "2022-02-24", "2022~"])
def test_a_date_is_taken_as_it_is_written(tmp_path: Path, date: str) -> None:
    path = write(tmp_path, f"published: {{date: {date}, reason: said so}}\n")
    assert read_correction(path).published == date.strip("'")


@pytest.mark.parametrize(
    "date", ["22", "2022.5", ".inf", ".nan", "2022-13", "2022-02-24 10:00:00", "20_22_1"]
)
def test_what_is_no_date_is_told_with_how_to_write_one(tmp_path: Path, date: str) -> None:
    path = write(tmp_path, f"title: x\npublished: {{date: {date}, reason: said so}}\n")
    with pytest.raises(CorrectionError, match=r"^a\.yml:2: published\.date: .* write it like 2022-02-24"):
        read_correction(path)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("titel: x\n", 1),
        ("title: x\npublished: 2024-05-17\n", 2),
        ("title: x\nslug: عنوان\n", 2),
        ("title: x\ntitle: y\n", 2),
        ("keep:\n- {line: x, as: share}\n", 2),
        ("url: not-an-address\n", 1),
        ("title: [\n", None),
        ("- x\n", 1),
    ],
)
def test_a_wrong_file_is_told_with_its_line(tmp_path: Path, text: str, line: int | None) -> None:
    with pytest.raises(CorrectionError) as caught:
        read_correction(write(tmp_path, text), name="content/corrections/a.yml")
    assert caught.value.file == "content/corrections/a.yml"
    assert line is None or caught.value.line == line


def test_a_kind_that_does_not_exist_is_told_with_those_that_do(tmp_path: Path) -> None:
    with pytest.raises(
        CorrectionError, match=r"'para' is not one of: headline, deck, subhead, body"
    ) as caught:
        read_correction(write(tmp_path, "keep:\n- سطر\n- {line: x, as: para}\n"))
    assert caught.value.line == 3


def test_an_empty_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(CorrectionError, match="is empty"):
        read_correction(write(tmp_path, ""))


@pytest.mark.parametrize(
    "path", sorted((ROOT / "content" / "corrections").glob("*.yml")), ids=lambda path: path.stem
)
def test_the_corrections_in_the_repository_apply(path: Path) -> None:
    correction = read_correction(path)
    document = clean_seed(read_seed(ROOT / "seeds" / f"{path.stem}.txt"), correction=correction)
    assert document.warnings == ()
    assert correction.slug
    assert correction.published
    assert correction.published_reason


def test_corrected_fields_win(tmp_path: Path) -> None:
    correction = read_correction(write(tmp_path, "title: عنوان المحرر\nbyline: منى عادل\nsource: الغد\n"))
    document = clean_seed(read_seed(ROOT / "seeds" / "004_70605e344e70a5f2.txt"), correction=correction)
    fields = extract_fields(document, correction=correction)
    assert [
        (field.text, field.rule) for field in (fields.headline, fields.byline, fields.source) if field
    ] == [
        ("عنوان المحرر", "correction"),
        ("منى عادل", "correction"),
        ("الغد", "correction"),
    ]


def test_a_date_that_is_no_date_is_told_with_its_line(tmp_path: Path) -> None:
    text = "title: عنوان\npublished:\n  reason: said so\n  date: '2022-02-31'\n"
    with pytest.raises(CorrectionError, match="2022-02-31") as caught:
        read_correction(write(tmp_path, text))
    assert caught.value.line == 4


def test_tags_that_do_nothing_are_told_with_their_line(tmp_path: Path) -> None:
    text = "tags:\n  add:\n  - russia\n  - rusia\n  remove:\n  - china\n  - nobody\n"
    correction = read_correction(write(tmp_path, text), name="content/corrections/a.yml")
    vocabulary = load_vocabulary(ROOT / "content" / "vocabulary")
    seed = read_seed(ROOT / "seeds" / "004_70605e344e70a5f2.txt")
    article = build_article(seed, vocabulary, correction=correction)
    found = [(w.line, warning_in_words(w)) for w in article.warnings if w.file == "content/corrections/a.yml"]
    assert found == [
        (4, "`tags.add`: the vocabulary has no 'rusia'; remove or mend it"),
        (7, "`tags.remove`: the article has no tag 'nobody'; remove or mend it"),
    ]


def test_a_slug_that_another_article_has_is_told(tmp_path: Path) -> None:
    vocabulary = load_vocabulary(ROOT / "content" / "vocabulary")
    correction = read_correction(write(tmp_path, "slug: same\n"), name="content/corrections/a.yml")
    seeds = [read_seed(path) for path in sorted((ROOT / "seeds").iterdir())[:2]]
    articles = [build_article(seed, vocabulary, correction=correction) for seed in seeds]
    digest = assemble(articles, vocabulary)
    told = {
        article.slug: [w for w in article.warnings if w.code == "slug-taken"] for article in digest.articles
    }
    assert told["same"] == []
    (warning,) = told["same-2"]
    assert (warning.file, warning.line) == ("content/corrections/a.yml", 1)


@pytest.mark.parametrize("value", ["2022", "24", "7.50", "007", "1e3", "2022-02-24"])
@pytest.mark.parametrize("key", ["title", "source", "byline"])
def test_a_number_is_the_text_that_is_written(key: str, value: str) -> None:
    found = parse_correction(f"{key}: {value}\n".encode(), "a", name="a.yml")
    assert getattr(found, key) == value


@pytest.mark.parametrize("value", ["yes", "", "~", "[2022]"])
def test_what_is_no_text_is_no_title(value: str) -> None:
    with pytest.raises(CorrectionError, match=r"^a\.yml:1: title: "):
        parse_correction(f"title: {value}\n".encode(), "a", name="a.yml")


def test_lines_and_tags_may_be_numbers() -> None:
    found = parse_correction(b"keep: [2022]\ndrop:\n- 7.50\ntags: {add: [2024]}\n", "a", name="a.yml")
    assert [line for line, _ in (*found.keep, *found.drop)] == ["2022", "7.50"]
    assert found.tags_add == ("2024",)


def corrected(lines: tuple[str, ...], correction: str, name: str = "a.txt") -> Article:
    """The article of a page, a paragraph each line, with an editor's corrections."""
    seed = seed_from_bytes("\n\n".join(lines).encode(), name)
    own = parse_correction(correction.encode(), "a", name="a.yml")
    return build_article(seed, Vocabulary({}), correction=own)


@pytest.mark.parametrize("place", [0, 1, 5], ids=["above", "below the headline", "below the text"])
@pytest.mark.parametrize(
    ("kind", "line", "value"),
    [
        ("dateline", "طنجة", "طنجة"),
        ("dateline", "طنجة - رويترز", "طنجة"),
        ("byline", "منى عادل حسان محررة الشؤون الثقافية", "منى عادل حسان محررة الشؤون الثقافية"),
        ("byline", "كتبت: منى عادل", "منى عادل"),
        ("byline", "رويترز", "رويترز"),
        ("source", "منى عادل", "منى عادل"),
        ("stated-date", "1 مارس 2020", "2020-03-01"),
        ("label", "ركن الكتب", "ركن الكتب"),
        ("deck", "مئة دار نشر من عشرين دولة في قاعة واحدة", "مئة دار نشر من عشرين دولة في قاعة واحدة"),
        ("headline", "الكتاب يعود إلى العاصمة", "الكتاب يعود إلى العاصمة"),
    ],
)
def test_a_line_is_the_field_that_an_editor_says(place: int, kind: str, line: str, value: str) -> None:
    page = [HEADLINE, *BODY]
    page[1:1] = ["كتب: سالم عمر", "المصدر: الغد", "نشر في 19 مايو 2024"]
    page.insert(place if place < 5 else len(page), line)
    article = corrected(tuple(page), f"keep:\n- {{line: '{line}', as: {kind}}}\n")
    field = getattr(article.extract, kind.replace("-", "_"))
    assert (field.text, field.rule) == (value, "correction")
    assert article.warnings == ()


def test_what_an_editor_keeps_comes_before_what_the_file_states() -> None:
    front = "---\nauthor: سالم عمر\nsource: الغد\ndate: 2024-05-19\n---"
    kept = {"byline": "منى عادل", "source": "المدار اليوم", "stated-date": "1 مارس 2020"}
    entries = "".join(f"- {{line: '{line}', as: {kind}}}\n" for kind, line in kept.items())
    article = corrected((front, HEADLINE, *BODY, *kept.values()), f"keep:\n{entries}", "a.md")
    found = article.extract
    assert [value.text for value in (found.byline, found.source, found.stated_date) if value] == [
        "منى عادل",
        "المدار اليوم",
        "2020-03-01",
    ]
    assert article.findings.publication.edtf == "2020-03-01"


@pytest.mark.parametrize(
    "correction",
    [
        "keep:\n- {line: 'معرض من ثلاث قاعات يستمر حتى الخريف', as: deck}\n",
        "drop:\n- {line: 'معرض من ثلاث قاعات يستمر حتى الخريف', as: ticker}\n",
    ],
)
def test_a_page_has_another_headline_where_an_editor_says_that_its_own_is_none(correction: str) -> None:
    top = ("الرئيسية", "معرض من ثلاث قاعات يستمر حتى الخريف", "تسجيل الدخول")
    before = corrected((*top, HEADLINE, *BODY), "url: https://example.org/\n")
    assert before.extract.headline.text == top[1]
    article = corrected((*top, HEADLINE, *BODY), correction)
    assert article.extract.headline.text == HEADLINE
    assert not article.extract.headline.derived
    assert body(article.document) == list(BODY)


@pytest.mark.parametrize(
    ("correction", "line", "said"),
    [
        (f"keep:\n- '{BODY[1]}'\ndrop:\n- '{BODY[1]}'\n", 4, "`drop` names a line of which `keep` says"),
        (
            "keep:\n- {line: نص, as: deck}\n- {line: نص, as: label}\n",
            3,
            "`keep` names a line of which `keep`",
        ),
        ("keep:\n- {line: نص, as: byline}\nbyline: منى عادل\n", 2, "`keep` makes a line the byline, which"),
        ("keep:\n- {line: نص, as: headline}\ntitle: عنوان\n", 2, "`keep` makes a line the headline, which"),
        ("keep:\n- {line: سطر, as: source}\n- {line: نص, as: source}\n", 3, "makes a line the source, which"),
        ("keep:\n- {line: نص, as: stated-date}\n", 2, "no date is understood in it: 'نص'; write the date as"),
    ],
)
def test_what_an_editor_says_in_vain_is_told_with_its_line(correction: str, line: int, said: str) -> None:
    (warning,) = corrected((HEADLINE, "سطر", *BODY, "نص"), correction).warnings
    assert (warning.file, warning.line) == ("a.yml", line)
    assert said in warning_in_words(warning)


@pytest.mark.parametrize("dropped", [0, 1, 2])
def test_a_line_is_dropped_from_a_paragraph_that_was_wrapped(dropped: int) -> None:
    wrapped = [wrap(paragraph, 45) for paragraph in BODY]
    page = (HEADLINE, *("\n".join(lines) for lines in wrapped))
    article = corrected(page, f"drop:\n- '{wrapped[1].pop(dropped)}'\n")
    assert body(article.document) == [" ".join(lines) for lines in wrapped]
    assert len(left_out(article.document, article.extract)) == 1


def test_a_line_that_was_parted_is_what_an_editor_says_of_all_of_it() -> None:
    line = "الرئيسية      سياسة      كتب"
    article = corrected((line, HEADLINE, *BODY), f"keep:\n- {{line: '{line}', as: deck}}\n")
    assert article.warnings == ()
    assert article.extract.deck
    assert article.extract.deck.text == "الرئيسية سياسة كتب"
