"""Pages that would grow with the archive: cut into years and parts, small, and all within reach."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from digest.edtf import year_of
from digest.model import Digest, EntityKind, VocabularyEntry
from digest.render import render_pages, sites_of
from digest.render.entities import ARTICLES
from digest.render.links import FOLDERS, page_url
from digest.render.listed import TELLINGS
from digest.render.lists import LATEST, NEWEST, TAGS
from digest.wording.counts import count_in_words
from digest.wording.strings import LANGUAGES
from tests.archives import PERSON, archive, made, names
from tests.rendered import resolve

MOST_BYTES = 270_000
"""What a page's own part may have: the frame round it has about 25 KB more."""


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
    found = (resolve(page_url(path), link) for link in re.findall(r'href="([^"]+)"', text))
    return {link.partition("#")[0] for link in found}


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


def test_a_short_list_of_everything_is_one_page() -> None:
    digest = archive(40)
    written = dict(render_pages(digest))
    inside = [path for path in written if path.startswith(f"ar/people/{PERSON}/")]
    assert inside == [f"ar/people/{PERSON}/all.md"]
    own = written[f"ar/people/{PERSON}.md"]
    assert 'href="all/">القائمة الكاملة: <bdi>40 مقالة</bdi></a>' in own
    few = dict(render_pages(archive(12)))
    assert not [path for path in few if path.startswith(f"ar/people/{PERSON}/")]


def test_a_new_article_changes_the_last_part_of_its_year(digest: Digest) -> None:
    newest = made(9999, "2023-12-30", names())
    larger = replace(digest, articles=(newest, *digest.articles))
    before, after = (tuple(sites_of(it)["ar"].index.archive.values()) for it in (digest, larger))
    assert before[:-2] == after[:-2]  # the last of the year, and what has no date after it
    assert before[-1] == after[-1]
    before, after = (tuple(sites_of(it)["ar"].index.stories(PERSON).values()) for it in (digest, larger))
    assert [part.name for part in before] == [part.name for part in after]
    assert [a.name for a, b in zip(before, after, strict=True) if a != b] == [before[-2].name]
