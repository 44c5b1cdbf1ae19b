"""Tables of pages: every line with all its cells is the article's, in text, Markdown and HTML."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.clean import clean_seed
from digest.clean.tables import tables_in
from digest.model import Document, LineKind
from digest.seeds import seed_from_bytes
from digest.sentences import split_document
from tests.pages import BODY, HEADLINE, body, clean, kinds

HEAD = ("العيار", "سعر البيع", "سعر الشراء")
CELLS = (("عيار 24", "3589 جنيها", "3571 جنيها"), ("الجنيه الذهب", "25120 جنيها", "25000 جنيه"))
ROWS = (HEAD, *CELLS)
ABOVE, BELOW = (HEADLINE, *BODY[:2]), BODY[2:]


def of_lines(rows: tuple[tuple[str, ...], ...], mark: str, *, end: bool = False) -> Document:
    lines = [*ABOVE, *(mark.join(row) for row in rows)]
    return clean_seed(seed_from_bytes("\n".join((*lines, *(() if end else BELOW))).encode(), "a.txt"))


def words(*rows: tuple[str, ...]) -> list[str]:
    return [" ".join(row) for row in rows]


@pytest.mark.parametrize("mark", ["\t", "   ", " \t"])
@pytest.mark.parametrize("rows", [ROWS, CELLS, (HEAD[1:], *CELLS)])
def test_lines_of_a_table_are_whole(rows: tuple[tuple[str, ...], ...], mark: str) -> None:
    document = of_lines(rows, mark)
    assert body(document)[2:-2] == words(*rows)
    assert all(not line.cuts for line in document.lines)


def test_a_table_ends_an_article() -> None:
    figures = (("البند", "2023", "2024"), ("الإيرادات", "12", "15"))
    assert body(of_lines(figures, "\t", end=True))[2:] == words(*figures)


def test_rates_below_an_article_on_something_else_are_none_of_it() -> None:
    rates = (("الدولار", "50.1", "50.2"), ("اليورو", "55.1", "55.2"))
    assert body(of_lines(rates, "\t", end=True)) == list(BODY[:2])


def test_rows_of_a_menu_are_no_table() -> None:
    menu = (("الرئيسية", "أخبار", "رياضة"), ("اقتصاد", "ثقافة", "صحة"))
    text = "\n".join((*("\t".join(row) for row in menu), HEADLINE, *BODY))
    document = clean_seed(seed_from_bytes(text.encode(), "a.txt"))
    assert {line.kind for line in document.lines[:2]} == {LineKind.NAVIGATION}


def test_markdown_has_its_head_and_rows() -> None:
    rule = ("---", ":--:", "---")
    table = ("| " + " | ".join(row) + " |" for row in (HEAD, rule, *CELLS))
    text = "\n\n".join((f"# {HEADLINE}", *BODY[:2], "\n".join(table), *BELOW))
    found = body(clean_seed(seed_from_bytes(text.encode(), "a.md")))
    assert [line.replace(" | ", " ").strip("| ") for line in found[2:-2]] == words(*ROWS)


def test_html_gives_a_line_for_a_row_of_data_and_for_a_cell_that_lays_the_page_out() -> None:
    rows = "".join(f"<tr>{''.join(f'<td><b>{cell}</b></td>' for cell in row)}</tr>" for row in ROWS)
    above, below = ("".join(f"<p>{line}</p>" for line in part) for part in (BODY[:2], BELOW))
    layout = f"<table><tr><td><a href=/>أخبار</a></td><td><p>{HEADLINE}</p></td></tr></table>"
    page = f"<body>{layout}<article><h1>{HEADLINE}</h1>{above}<table>{rows}</table>{below}</article>"
    document = clean_seed(seed_from_bytes(page.encode(), "a.html"))
    assert document.seed.text.split("\n")[:2] == ["أخبار", HEADLINE]
    assert body(document)[2:-2] == words(*ROWS)


@settings(deadline=None, max_examples=50)
@given(st.lists(st.text("ab1 \t|-\u0627", max_size=20), max_size=30))
def test_tables_are_found_in_any_lines(lines: list[str]) -> None:
    found = tables_in(lines)
    assert all(lines[index].strip() for index in found)


YEARS = ("البند", "2023", "2024", "الزوار", "588.2", "641.7", "الكتب المعروضة", "161.5", "183.0")
RANKS = ("الجناح", "زواره", "كتبه", "القصص", "10", "24", "العلوم", "10", "22", "الشعر", "9", "20")
SET_OUT = ("الجناح الأول", "القصص", "1200", "العلوم", "950", "الجناح الثاني", "الشعر", "310")


@pytest.mark.parametrize("cells", [YEARS, RANKS, SET_OUT])
@pytest.mark.parametrize("above", [1, 2, 3])
def test_cells_that_stand_a_line_each_are_one_thing_and_lose_no_text(
    cells: tuple[str, ...], above: int
) -> None:
    document = clean("\n".join((HEADLINE, "12 مايو 2024", *BODY[:above], *cells, *BODY[above:])))
    assert " ".join(body(document)) == " ".join((*BODY[:above], *cells, *BODY[above:]))
    assert "subhead" not in {kinds(document)[cell] for cell in cells}


def told(document: Document) -> list[str]:
    """The sentences below the first two paragraphs and above the last two."""
    return [sentence.text for sentence in split_document(document)][2:-2]


@pytest.mark.parametrize("mark", ["\t", "   "])
def test_a_row_is_one_sentence_with_strokes_between_its_cells(mark: str) -> None:
    assert told(of_lines(ROWS, mark)) == [" | ".join(row) for row in ROWS]
    with_stops = (HEAD, ("د. سامي. رئيسا", "12", "15"))
    assert told(of_lines(with_stops, mark)) == [" | ".join(row) for row in with_stops]


def test_empty_cells_of_markdown_stay_in_their_columns() -> None:
    table = ("| البند |  | 2024 |", "|---|---|---|", "|  | 12 | 15 |")
    text = "\n\n".join((f"# {HEADLINE}", *BODY[:2], "\n".join(table), *BELOW))
    rows = told(clean_seed(seed_from_bytes(text.encode(), "a.md")))
    assert rows == ["البند | | 2024", "| 12 | 15"]


NOTED = (("المحافظة", "2023", "2024", "ملاحظات"), ("صنعاء", "120", "131"), ("تعز", "88", "95", "أمطار"))


def test_a_row_that_lacks_its_last_cell_is_of_the_table() -> None:
    assert told(of_lines(NOTED, "\t")) == [" | ".join(row) for row in NOTED]
    rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in (*row, '')[:4])}</tr>" for row in NOTED)
    above, below = ("".join(f"<p>{line}</p>" for line in part) for part in (BODY[:2], BELOW))
    page = f"<body><article><h1>{HEADLINE}</h1>{above}<table>{rows}</table>{below}</article>"
    found = told(clean_seed(seed_from_bytes(page.encode(), "a.html")))
    assert found == [" | ".join(row) + " |" * (4 - len(row)) for row in NOTED]


WORDS = (
    ("الكاتب", "الدار", "المدينة"),
    ("سامي منصور", "الوفاق", "صنعاء"),
    ("ليلى الحداد", "التجمع", "تعز"),
    ("نزار بوزيان", "الوفاق", "تعز"),
)


def test_a_table_of_words_between_two_paragraphs_is_one() -> None:
    assert told(of_lines(WORDS, "\t")) == [" | ".join(row) for row in WORDS]


def test_rows_of_words_that_no_paragraph_stands_around_are_none() -> None:
    menu = "\n".join("\t".join(row) for row in WORDS)
    assert not tables_in(f"{menu}\n{HEADLINE}\n{BODY[0]}".split("\n"))
    assert not tables_in(f"{HEADLINE}\n{BODY[0]}\n{menu}\nاتصل بنا".split("\n"))


def of_html(*rows: str) -> list[str]:
    above, below = ("".join(f"<p>{line}</p>" for line in part) for part in (BODY[:2], BELOW))
    page = f"<body><article><h1>{HEADLINE}</h1>{above}<table>{''.join(rows)}</table>{below}</article>"
    return told(clean_seed(seed_from_bytes(page.encode(), "a.html")))


@pytest.mark.parametrize("held", ["<p>{}</p>", "<div>{}</div>", "<div><p>{}</p></div>", "{}<br>", "<br>{}"])
def test_cells_of_html_may_hold_a_paragraph_or_a_line_s_end(held: str) -> None:
    rows = (f"<tr>{''.join(f'<td>{held.format(cell)}</td>' for cell in row)}</tr>" for row in ROWS)
    assert of_html(*rows) == [" | ".join(row) for row in ROWS]


def test_a_cell_that_spans_rows_stands_in_each() -> None:
    rows = of_html(
        "<tr><th>المدينة</th><th>السنة</th><th>الزوار</th></tr>",
        "<tr><td rowspan=2>نزوى</td><td>2023</td><td>120</td></tr>",
        "<tr><td>2024</td><td>131</td></tr>",
        "<tr><td>صحار</td><td>2024</td><td>95</td></tr>",
    )
    assert rows == ["المدينة | السنة | الزوار", "نزوى | 2023 | 120", "نزوى | 2024 | 131", "صحار | 2024 | 95"]


RECORDS = (("القائمة", "الأصوات", "النسبة"), ("نماء", "8412", "41%"), ("البناء", "6120", "30%"))


@pytest.mark.parametrize("sep", ["\n", "\n\n"])
def test_cells_that_stand_a_line_each_are_rows_where_their_width_is_plain(sep: str) -> None:
    cells = [cell for row in RECORDS for cell in row]
    document = clean(sep.join((HEADLINE, "12 مايو 2024", *BODY[:2], *cells, *BELOW)))
    assert told(document) == [" | ".join(row) for row in RECORDS]
    texts = [document.text[part.span.start : part.span.end] for part in document.paragraphs]
    again = clean("\n\n".join((HEADLINE, *texts)))
    assert told(again) == told(document)


def of_text(*lines: str, name: str = "a.txt") -> list[str]:
    """The sentences of lines between the paragraphs of an article."""
    table = "\n".join(lines)
    heading = f"# {HEADLINE}" if name.endswith(".md") else HEADLINE
    text = "\n\n".join((heading, *BODY[:2], table, *BELOW))
    return told(clean_seed(seed_from_bytes(text.encode(), name)))


def test_a_row_without_its_first_cell_keeps_its_columns() -> None:
    assert of_text("البند\t2023\t2024", "مصر\t12\t13", "\t14\t15", "\t\t16", "روسيا\t90\t", "\t56\t") == [
        "البند | 2023 | 2024",
        "مصر | 12 | 13",
        "| 14 | 15",
        "| | 16",
        "روسيا | 90 |",
        "| 56 |",
    ]
    cells = (("البند", "2023", "2024", ""), ("الهند", "56", "", ""), ("", "14", "", "15"), ("", "", "3", ""))
    rows = (f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in cells)
    assert of_html(*rows) == ["البند | 2023 | 2024 |", "الهند | 56 | |", "| 14 | | 15", "| | 3 |"]


def test_a_column_that_is_empty_in_every_row_is_none() -> None:
    assert of_text("\tمصر\t12", "\tتعز\t13") == ["مصر | 12", "تعز | 13"]


def test_paragraphs_that_begin_with_a_tab_are_no_table() -> None:
    assert not tables_in(["\t12 قتيلا في حادث", "\t15 جريحا في آخر"])


def test_a_row_that_lacks_several_cells_at_its_end_is_of_the_table() -> None:
    rows = ("البند\t2022\t2023\t2024", "مصر\t1\t2\t3", "الهند\t56", "تعز\t4\t5\t6")
    assert of_text(*rows) == [row.replace("\t", " | ") for row in rows]


def test_tabs_behind_a_row_are_no_columns() -> None:
    assert of_text("البلد\tالعدد", "الهند\t56\t\t", "\t70") == ["البلد | العدد", "الهند | 56", "| 70"]


@pytest.mark.parametrize("empty", ["مصر | | 34", "مصر |  | 34"])
def test_a_row_with_strokes_keeps_its_empty_cell(empty: str) -> None:
    assert of_text("البند | 2023 | 2024", empty, "تعز | 1 | 2")[1] == "مصر | | 34"


def test_a_stroke_within_a_cell_parts_nothing() -> None:
    rows = (("المدينة", "الحصيلة"), ("مصر | القاهرة", "12 | 13"), ("اليمن", "14"))
    told_rows = ["المدينة | الحصيلة", "مصر / القاهرة | 12 / 13", "اليمن | 14"]
    assert of_text(*("\t".join(row) for row in rows)) == told_rows
    assert of_html(*(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)) == told_rows
    lines = ("| المدينة | الأمر |", "|---|---|", r"| مصر \| القاهرة | `a|b` |", r"| اليمن | `c\|d` |")
    assert of_text(*lines, name="a.md") == ["المدينة | الأمر", "مصر / القاهرة | `a/b`", "اليمن | `c/d`"]


def test_cells_that_span_keep_the_columns_of_every_row() -> None:
    rows = of_html(
        "<tr><th rowspan=2>المدينة</th><th colspan=2>الزوار</th><th rowspan=2>ملاحظة</th></tr>",
        "<tr><th>2023</th><th>2024</th></tr>",
        "<tr><td>نزوى</td><td>120</td><td rowspan=2>131</td><td>أ</td></tr>",
        "<tr><td>صحار</td><td>95</td><td>ب</td></tr>",
        "<tr><td colspan=2>صور</td><td>7</td><td>ج</td></tr>",
    )
    assert rows == [
        "المدينة | الزوار | | ملاحظة",
        "المدينة | 2023 | 2024 | ملاحظة",
        "نزوى | 120 | 131 | أ",
        "صحار | 95 | 131 | ب",
        "صور | | 7 | ج",
    ]


def test_a_table_of_markdown_with_one_column_or_a_head_alone_has_no_strokes() -> None:
    assert of_text("| البند |", "|---|", "| 56 |", "| 12 مايو |", name="a.md") == ["البند", "56", "12 مايو"]
    assert of_text("| البند | القيمة |", "|---|---|", name="a.md") == ["البند | القيمة"]


WIDE = 300


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_a_table_of_hundreds_of_columns_is_whole(name: str) -> None:
    head, row = [f"سنة {n}" for n in range(WIDE)], [str(n) for n in range(WIDE)]
    if name == "a.html":
        found = of_html(*(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in (head, row)))
    elif name == "a.md":
        lines = ("| " + " | ".join(row) + " |" for row in (head, ["---"] * WIDE, row))
        found = of_text(*lines, name=name)
    else:
        found = of_text("\t".join(head), "\t".join(row))
    assert " | ".join(found).split(" | ") == [*head, *row]


TWO_ROWS = (("اليوم\tالقاعة\tالضيف", "الأحد\tالكبرى\tشعراء الجنوب"), ("الدار\tالبلد", "دار الشمال\tالأردن"))


@pytest.mark.parametrize("rows", TWO_ROWS)
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_two_rows_of_words_that_a_paragraph_announces_are_a_table(
    rows: tuple[str, ...], between: str
) -> None:
    announcing = "وقال الوزير إن برنامج المعرض هذا العام يضم ما يأتي:"
    document = clean(between.join((HEADLINE, *BODY[:2], announcing, *rows, *BODY[2:])))
    told = [row.replace("\t", " ") for row in rows]
    assert body(document) == [*BODY[:2], announcing, *told, *BODY[2:]]
    unannounced = clean(between.join((HEADLINE, *BODY[:2], *rows, *BODY[2:])))
    assert not any(paragraph.cells for paragraph in unannounced.paragraphs)
