"""Pages that would grow with the archive: cut into years and parts, small, and all within reach."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.edtf import is_valid, sort_key, year_of
from digest.model import (
    Article,
    Digest,
    Entity,
    EntityKind,
    Event,
    EventTime,
    Field,
    FileError,
    Grain,
    Mention,
    Quotation,
    Span,
    TimelineEntry,
    VocabularyEntry,
)
from digest.render import Desk, render_pages, sites_of
from digest.render.charts import months_chart
from digest.render.entities import ARTICLES
from digest.render.links import FOLDERS, page_url
from digest.render.listed import TELLINGS
from digest.render.lists import LATEST, NEWEST, ROWS, TAGS, table_rows
from digest.render.parts import Part, fitting, neighbours, numbered_lists, parts_by_year, parts_or_all
from digest.wording.counts import count_in_words
from digest.wording.strings import LANGUAGES
from tests.made import article

MOST_BYTES = 270_000
"""What a page's own part may have: the frame round it has about 25 KB more."""
PERSON = "somebody"
SENTENCE = "قال المسؤول إن الاتفاق الذي وقعه الطرفان في العاصمة سيدخل حيز التنفيذ قريبا، " * 3


def names() -> dict[str, VocabularyEntry]:
    """One of each kind."""
    ids = {EntityKind.PERSON: PERSON} | {
        kind: f"a-{kind}" for kind in FOLDERS if kind is not EntityKind.PERSON
    }
    return {id_: VocabularyEntry(id_, kind, f"اسم {kind}", id_) for kind, id_ in ids.items()}


def made(number: int, published: str | None, vocabulary: dict[str, VocabularyEntry]) -> Article:
    """An article that names everything, quotes somebody and tells an event of its day."""
    found = article(f"n{number:04}", [f"خبر رقم {number}", SENTENCE], topics=["a-topic"], published=published)
    mention = Mention(Span(0, 1), "", EntityKind.PERSON, "", "test")
    entities = tuple(
        Entity(entry.id, entry.kind, entry.ar, entry.en, True, (entry.ar,), (mention,))
        for entry in vocabulary.values()
        if entry.kind is not EntityKind.TOPIC
    )
    findings = replace(
        found.findings,
        entities=entities,
        quotations=(Quotation(Span(0, 3), SENTENCE, PERSON, None, None, 1),),
        outlets=("a-outlet",),
    )
    return replace(found, findings=findings, extract=replace(found.extract, source=Field("الوكالة", "test")))


def event(edtf: str, *articles: Article) -> TimelineEntry:
    told = Event(edtf, Grain.DAY, 1, Span(0, 3), EventTime.PAST, tuple(names()))
    return TimelineEntry(edtf, tuple((item.id, told) for item in articles))


def archive(count: int) -> Digest:
    """Articles of three years and of none, each with an event; old events; one that all tell."""
    vocabulary, first = names(), date(2021, 1, 1)
    days = [(first + timedelta(days=number * 1000 // count)).isoformat() for number in range(count)]
    articles = [made(number, day if number % 50 else None, vocabulary) for number, day in enumerate(days)]
    entries = [event(day, item) for day, item in zip(days, articles, strict=True)]
    entries += [event("-0300", articles[0]), event("1917-10", articles[1]), event("2021", *articles)]
    articles.sort(key=lambda item: sort_key(item.findings.publication.edtf or "0001"), reverse=True)
    return Digest(tuple(articles), tuple(sorted(entries, key=lambda it: sort_key(it.edtf))), {}, vocabulary)


@pytest.fixture(scope="module")
def digest() -> Digest:
    return archive(500)


@pytest.fixture(scope="module")
def pages(digest: Digest) -> dict[str, str]:
    return dict(render_pages(digest, {f"{language}/about.md": "" for language in LANGUAGES}))


def test_no_page_is_large(pages: dict[str, str]) -> None:
    sizes = {path: len(text.encode()) for path, text in pages.items()}
    assert max(sizes.values()) < MOST_BYTES, max(sizes, key=lambda path: sizes[path])


def links(path: str, text: str) -> set[str]:
    """The addresses that a page leads to, without what follows `#`."""
    base = f"https://site.example/{page_url(path)}"
    found = (urljoin(base, link) for link in re.findall(r'href="([^"]+)"', text))
    return {link.partition("#")[0].removeprefix("https://site.example/") for link in found}


MENU = (
    "archive/index",
    "timeline",
    "tags",
    "editors",
    "translations",
    *(f"{it}/index" for it in FOLDERS.values()),
)
"""What every page's menu and foot lead to."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_is_within_reach_and_every_link_leads_somewhere(
    pages: dict[str, str], language: str
) -> None:
    addresses = {page_url(path): path for path in pages}
    seen, waiting = set[str](), [f"{language}/{name}.md" for name in MENU]
    while waiting:
        path = waiting.pop()
        if path in seen or not path.endswith(".md"):
            continue
        seen.add(path)
        for link in links(path, pages[path]):
            assert link in addresses, f"{path} leads to {link}"
            waiting.append(addresses[link])
    expected = {path for path in pages if path.startswith(f"{language}/") and "about" not in path}
    assert expected <= seen


def test_both_languages_have_the_same_pages(pages: dict[str, str]) -> None:
    paths = {path for path in pages if path.endswith(".md")}
    assert {path[3:] for path in paths if path.startswith("ar/")} == {
        path[3:] for path in paths if path.startswith("en/")
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_name_has_its_newest_on_its_page_and_all_of_it_on_those_of_years(
    digest: Digest, pages: dict[str, str], language: str
) -> None:
    own = pages[f"{language}/people/{PERSON}.md"]
    newest = [item.slug for item in digest.articles[:ARTICLES]]
    assert own.count('class="digest-card"') == len(newest)
    assert all(f"articles/{slug}/" in own for slug in newest)
    assert own.count("<blockquote") == 12
    assert own.count('class="digest-timeline__event ') == 20
    for year in ("2021", "2022", "2023", "1917", "301-bc", "undated"):
        assert f'href="{year}/"' in own
    parts = [text for path, text in pages.items() if path.startswith(f"{language}/people/{PERSON}/")]
    assert sum(text.count('class="digest-brief"') for text in parts) == len(digest.articles)
    assert sum(text.count("<blockquote") for text in parts) == len(digest.articles)
    assert sum(text.count('class="digest-timeline__event ') for text in parts) == len(digest.timeline)


def test_links_to_years_say_how_much_is_there(digest: Digest, pages: dict[str, str]) -> None:
    count = sum(year_of(entry.edtf) == 2021 for entry in digest.timeline)
    for language in LANGUAGES:
        assert f": {count_in_words(count, 'event', language)}</span>" in pages[f"{language}/timeline.md"]
        total = count_in_words(len(digest.articles), "article", language)
        assert f"<bdi>{total}</bdi>" in pages[f"{language}/people/{PERSON}.md"]


def test_the_archive_has_its_newest_and_every_month(digest: Digest, pages: dict[str, str]) -> None:
    front = pages["ar/archive/index.md"]
    assert front.count('class="digest-card"') == NEWEST
    assert '2022/#m02"' in front
    assert 'id="m02"' in pages["ar/archive/2022.md"] or "#m02" in pages["ar/archive/2022.md"]
    assert pages["ar/archive/undated.md"].count('class="digest-brief"') == len(digest.articles) // 50
    rows = [
        text.count('class="digest-brief"') for path, text in pages.items() if path.startswith("en/archive/")
    ]
    assert sum(rows) == len(digest.articles)


def test_the_timeline_ends_with_the_latest(digest: Digest, pages: dict[str, str]) -> None:
    front = pages["en/timeline.md"]
    assert front.count('class="digest-timeline__event ') == LATEST
    assert f"articles/{digest.timeline[-1].tellings[0][0]}/" in front
    assert "301 BC" in pages["en/timeline/301-bc.md"]


def test_an_event_that_all_tell_names_some_of_them(digest: Digest, pages: dict[str, str]) -> None:
    more = len(digest.articles) - TELLINGS
    assert f"and <bdi>{more} articles</bdi> besides" in pages["en/timeline/2021.md"]


def test_long_years_lead_from_part_to_part(pages: dict[str, str]) -> None:
    first, second = pages["ar/timeline/2022.md"], pages["ar/timeline/2022-2.md"]
    assert 'rel="next" href="../2022-2/"' in first
    assert 'rel="prev" href="../2022/"' in second
    assert "title: أحداث 2022، الجزء 2" in second
    last = max(path for path in pages if path.startswith("ar/timeline/2022-"))
    assert 'rel="next" href="../2023/"' in pages[last]


def test_many_names_take_numbered_pages() -> None:
    places = {f"place-{number:03}": f"مكان {number}" for number in range(650)}
    vocabulary = {id_: VocabularyEntry(id_, EntityKind.PLACE, ar, id_) for id_, ar in places.items()}
    digest = Digest((made(1, "2022-02-04", vocabulary),), (), {}, vocabulary)
    written = dict(render_pages(digest))
    lists = [written[f"en/places/{name}.md"] for name in ("index", "index/2", "index/3")]
    assert [text.count('class="digest-tag digest-tag--place"') for text in lists] == [300, 300, 50]
    assert 'href="index/2/" aria-label="Page 2"' in lists[0]
    assert 'href="../../" aria-label="Page 1"' in lists[2]
    assert 'href="./" aria-label="Page 3" aria-current="page"' in lists[2]
    assert written["en/tags.md"].count('class="digest-tag digest-tag--place"') == TAGS
    assert "The full list: <bdi>650 names</bdi>" in written["en/tags.md"]
    assert "القائمة الكاملة: <bdi>650 اسمًا</bdi>" in written["ar/tags.md"]


def test_a_table_for_editors_says_how_much_is_left() -> None:
    unknown = [
        Entity(f"?{n}", EntityKind.PERSON, f"اسم {n}", None, False, (f"اسم {n}",), ())
        for n in range(ROWS + 7)
    ]
    found = article("a", ["خبر."])
    found = replace(found, findings=replace(found.findings, entities=tuple(unknown)))
    text = dict(render_pages(Digest((found,), (), {}, {})))["en/editors.md"]
    assert text.count("<td>1</td>") == ROWS
    assert "And <bdi>7</bdi> more" in text
    assert "digest check" in text


def test_a_table_of_long_messages_for_editors_is_shorter() -> None:
    errors = tuple(FileError(f"seeds/{number}.txt", "cannot be read " * 100) for number in range(ROWS))
    text = dict(render_pages(Digest((), (), {}, {}, errors)))["en/editors.md"]
    shown = text.count("seeds/")
    assert 20 < shown < ROWS
    assert f"And <bdi>{ROWS - shown}</bdi> more" in text
    assert len(text) < 60_000


@pytest.mark.parametrize(
    ("left", "arabic", "english"),
    [
        (1, "ملف واحد", "1 file"),
        (2, "ملفان", "2 files"),
        (3, "3 ملفات", "3 files"),
        (11, "11 ملفًا", "11 files"),
        (1900, "1,900 ملف", "1,900 files"),
        (0, "", ""),
    ],
)
def test_the_page_of_translations_says_how_many_files_are_left(left: int, arabic: str, english: str) -> None:
    folder = "content/translations/en"
    faults = [FileError(f"{folder}/{number:04}.yml", "gone", 1) for number in range(ROWS + left)]
    shown = len(table_rows(faults))
    del faults[shown + left :]
    articles = [article(f"a{number:03}", ["خبر."]) for number in range(3)]
    # Some cannot be used, of others the article is gone.
    digest = Digest(tuple(articles), (), {}, {}, tuple(faults[:90]))
    written = dict(render_pages(digest, desk=Desk(strays=tuple(faults[90:]))))
    for language, words in (("ar", arabic), ("en", english)):
        text = written[f"{language}/translations.md"]
        assert text.count(">gone<") == shown > 100
        assert ("digest check" in text) == bool(left)
        assert f"<bdi>{words}</bdi>" in text or not left


def test_a_short_list_of_everything_is_one_page() -> None:
    digest = archive(40)
    written = dict(render_pages(digest))
    inside = [path for path in written if path.startswith(f"ar/people/{PERSON}/")]
    assert inside == [f"ar/people/{PERSON}/all.md"]
    own = written[f"ar/people/{PERSON}.md"]
    assert 'href="all/">القائمة الكاملة: <bdi>40 مقالة</bdi></a>' in own
    few = dict(render_pages(archive(12)))
    assert not [path for path in few if path.startswith(f"ar/people/{PERSON}/")]


# what is added at the end changes the last part alone


def test_a_new_article_changes_the_last_part_of_its_year(digest: Digest) -> None:
    newest = made(9999, "2023-12-30", names())
    larger = replace(digest, articles=(newest, *digest.articles))
    before, after = (tuple(sites_of(it)["ar"].index.archive.values()) for it in (digest, larger))
    assert before[:-2] == after[:-2]  # the last of the year, and what has no date after it
    assert before[-1] == after[-1]
    before, after = (tuple(sites_of(it)["ar"].index.stories(PERSON).values()) for it in (digest, larger))
    assert [part.name for part in before] == [part.name for part in after]
    assert [a.name for a, b in zip(before, after, strict=True) if a != b] == [before[-2].name]


# the cutting itself

DATES = st.sampled_from(
    ["2022-02-04", "2022-02", "2022", "2021/2023", "../2020", "197X", "-0300", "2023-21", "2022~"]
)
Items = Sequence[tuple[int, str | None]]


def dated(item: tuple[int, str | None]) -> str | None:
    return item[1]


@given(st.lists(st.tuples(st.integers(1, 40), DATES | st.none())), st.integers(1, 100))
def test_parts_hold_everything_once_in_the_order_of_time(items: Items, most: int) -> None:
    parts = parts_by_year(items, dated, lambda item: item[0], most)
    kept = [item for part in parts for item in part.items]
    assert sorted(kept, key=str) == sorted(items, key=str)
    times = [sort_key(item[1]) for item in kept if item[1]]
    assert times == sorted(times)
    assert len({part.name for part in parts}) == len(parts)
    for part in parts:
        assert part.items
        assert len(part.items) == 1 or sum(size for size, _ in part.items) <= most
        assert {item[1] and year_of(item[1]) for item in part.items} == {part.year}
    if sum(size for size, _ in items) <= most and items:
        (whole,) = parts_or_all(items, dated, lambda item: item[0], most)
        assert whole.items == tuple(kept)


@pytest.mark.parametrize(
    ("edtf", "year"),
    [
        ("2022-02-04", 2022),
        ("2020/2022", 2020),
        ("../1999", 1999),
        ("2001/..", 2001),
        ("[2022-12-31,2023-01-01]", 2022),
        ("197X", 1970),
        ("0001", 1),
        ("0000", 0),
        ("-0300", -300),
        ("-0401-03", -401),
        ("9999-12-31", 9999),
        ("2023-24", 2023),
    ],
)
def test_the_year_of_a_date(edtf: str, year: int) -> None:
    assert is_valid(edtf)
    assert year_of(edtf) == year


def test_neighbours_of_a_part() -> None:
    parts = [Part(2021, 1, "2021", ()), Part(2022, 1, "2022", ()), Part(None, 1, "undated", ())]
    assert neighbours(parts, 1) == (parts[0], None)
    assert neighbours(parts, 2) == (None, None)


def test_lists_in_pieces() -> None:
    assert numbered_lists(range(5), 2) == ((0, 1), (2, 3), (4,))
    assert numbered_lists([], 2) == ((),)
    assert fitting([5, 5, 5], lambda item: item, 11) == (5, 5)
    assert fitting([50, 5], lambda item: item, 11) == (50,)
    assert fitting([], lambda item: item, 11) == ()


def home_dates(digest: Digest) -> list[str]:
    """The dates of the events on the Arabic home page, in their order."""
    page = dict(render_pages(digest, {"ar/index.md": "<!-- digest: events -->"}))["ar/index.md"]
    return re.findall(r'datetime="([^"]+)"', page)


def test_home_shows_what_happened_or_is_near_and_leaves_the_far_future_to_the_timeline() -> None:
    item = made(1, "2024-05-17", names())
    days = ("-0300", "2024-05-16", "2024-06-10", "2024-07-20", "2050")
    told = Digest((item,), tuple(event(day, item) for day in days), {}, names())
    assert home_dates(told) == ["2024-06-10", "2024-05-16"]
    assert "2050" in dict(render_pages(told))["ar/timeline.md"]


def test_home_shows_few_events_of_one_article_and_none_of_one_date_twice() -> None:
    first, second = made(1, "2024-05-17", names()), made(2, "2024-05-10", names())
    days = ("2024-05-01", "2024-05-09", "2024-05-16", "2024-05-16", "2024-05-17")
    entries = (event("2024-05-08", second), *(event(day, first) for day in days))
    assert home_dates(Digest((first, second), entries, {}, names())) == [
        "2024-05-17",
        "2024-05-16",
        "2024-05-08",
    ]


def test_a_chart_speaks_of_what_it_counts() -> None:
    items = tuple(made(number, f"2024-0{number}-17", names()) for number in (1, 2))
    site = sites_of(Digest(items, (), {}, names()))["en"]
    told = tuple(event(f"2024-0{number}-17", items[0]) for number in (1, 2))
    both, articles = months_chart(site, items, told), months_chart(site, items, ())
    assert both
    assert articles
    assert (articles.title, articles.keys) == ("Articles by month", ())
    assert both.title == "Articles and events by month"
    assert [kind for kind, _ in both.keys] == ["articles", "events"]


def test_home_shows_the_last_events_where_no_article_is_dated() -> None:
    item = made(1, None, names())
    told = Digest((item,), (event("2024-05-16", item), event("2050", item)), {}, names())
    assert home_dates(told) == ["2050", "2024-05-16"]


def test_an_outlet_counts_the_articles_that_come_from_it() -> None:
    """Each once, whether it is named in them or not."""
    named, vocabulary = made(1, "2024-05-17", names()), names()
    silent = replace(named, findings=replace(named.findings, entities=()), id="n0002", slug="n0002")
    index = sites_of(Digest((named, silent), (), {}, vocabulary))["ar"].index
    assert index.counts["a-outlet"] == 2
