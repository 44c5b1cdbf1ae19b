"""What an English page shows of articles in Arabic: facts in English, Arabic marked, notes in sight."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from digest.formats.addresses import Addresses
from digest.formats.heads import head_of
from digest.model import Article, Field, SegmentState
from digest.names import find_credits
from digest.render import Site, fill_markers, render_article, render_pages, sites_of
from digest.render.escape import html_text
from digest.render.figures import figure_views
from digest.translate import place_of_number
from digest.vocabulary import Vocabulary
from tests.untranslated import english_side, sixth


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return english_side(tmp_path_factory.mktemp("english"))


def test_the_home_page_shows_events_of_articles_that_have_entered(site: Site) -> None:
    assert site.digest.timeline[-1].tellings[0][0] == "sixth"
    events = fill_markers(site, "en/index.md", "<!-- digest: events -->")
    assert events.count('class="digest-timeline__event ') == 6
    assert "sixth" not in events
    assert 'lang="ar"' not in events
    arabic = sites_of(site.digest)["ar"]
    assert "sixth" in fill_markers(arabic, "ar/index.md", "<!-- digest: events -->")


def test_every_list_marks_arabic_and_says_its_facts(site: Site) -> None:
    pages = {path: text for path, text in render_pages(site.digest) if path.startswith("en/")}
    listing = [path for path, text in pages.items() if "articles/sixth/" in text]
    assert {"en/timeline.md", "en/archive/index.md", "en/people/mostafa-madbouly.md"} <= set(listing)
    for path in set(listing) - {"en/translations.md"}:
        assert "Not translated yet" in pages[path], path
    for moment in re.findall(
        r"<li class=\"digest-timeline__event.*?</li>", pages["en/timeline.md"], re.DOTALL
    ):
        if 'lang="ar"' in moment:
            assert re.search(r'<p class="digest-timeline__text" lang="ar" dir="rtl">[^\n]*</p>\n<p', moment)
            assert "Not translated yet" in moment.partition("digest-gloss")[2]
    gloss = re.findall(r'<p class="digest-gloss">.*?</p>', pages["en/timeline.md"], re.DOTALL)
    assert any("Egypt" in item and "11 March 2026" in item and "3 billion" in item for item in gloss)
    archive = pages["en/archive/2026.md"]
    assert re.search(
        r'lang="ar"[^<]*>[^<]*</span> <span class="digest-badge[^<]*>Not translated yet', archive
    )


def test_the_translators_note_stands_in_sight_wherever_its_sentence_does(site: Site) -> None:
    pages = {path: text for path, text in render_pages(site.digest) if path.startswith("en/")}
    texts = [item for article in site.digest.articles for item in article.translations if item.note]
    assert len(texts) >= 7
    for item in texts:
        note = rf'<p class="digest-note">Translator’s note: [^\n]*{re.escape(html_text(item.note or ""))}'
        having = [path for path, text in pages.items() if html_text(item.en or "") in text]
        assert len(having) >= 2
        for path in having:
            in_sight = re.sub("<details.*?</details>", "", pages[path], flags=re.DOTALL)
            assert re.search(note, in_sight), path
    cairo = pages["en/places/cairo.md"]
    assert "visit Cairo" in cairo
    assert "Moscow is evidently meant" in cairo
    quoted = [path for path, text in pages.items() if re.search("<blockquote[^>]*>\n<p>[^<]*NANO", text)]
    assert quoted
    for path in quoted:
        assert "misprint for NATO" in pages[path], path


def test_an_untranslated_page_is_called_something_in_english(site: Site) -> None:
    article, addresses = sixth(site), Addresses("https://example.org/")
    page = render_article(article, site.digest, "en")
    head = page.partition("\n---\n")[0]
    assert "title: Not translated yet · 12 March 2026 · Reuters\n" in head
    assert "\ndescription:" not in head
    tags = head_of(site, f"en/articles/{article.slug}.md", addresses, article).html
    assert 'property="og:title" content="Not translated yet · 12 March 2026 · Reuters"' in tags
    assert "og:description" not in tags


def test_where_an_article_is_from_is_said_in_english(site: Site) -> None:
    article = sixth(site)
    dateline = site.credit(article, article.extract.dateline, article.findings.dateline)
    assert dateline
    assert (dateline.text, dateline.language) == ("Cairo, Reuters", "en")
    page = render_article(article, site.digest, "en")
    assert "<bdi>Cairo, Reuters</bdi>" in page
    unknown = site.credit(article, Field("فلان الفلاني", "test"), ())
    assert unknown
    assert (unknown.text, unknown.language, unknown.foreign) == ("فلان الفلاني", "ar", True)


@pytest.mark.parametrize(
    ("line", "ids"),
    [
        ("القاهرة (رويترز)", ("cairo", "reuters")),
        ("رويترز و الجزيرة", ("reuters", "al-jazeera")),
        ("فلان الفلاني - القاهرة", ()),
        ("", ()),
    ],
)
def test_a_credit_is_known_wholly_or_not_at_all(line: str, ids: tuple[str, ...], house: Vocabulary) -> None:
    assert find_credits(line, house) == ids


def test_figures_say_what_they_measure_in_the_translated_words(site: Site) -> None:
    for article in site.digest.articles:
        for view in figure_views(site, article):
            assert view.about
            if article.id == "sixth":
                assert view.about.foreign
                continue
            assert view.about.language == "en"
            number = next(iter(re.findall(r"[\d.]+", view.words)), view.words.partition(" ")[0])
            words = {"4": "four-day", "2": "two-day", "a": "a few hundred"}
            assert words.get(number, number) in view.about.text, view.about.text


def test_a_measure_that_the_vocabulary_names_is_in_english(site: Site) -> None:
    article = sixth(site)
    topic = next(entry for entry in site.digest.vocabulary.values() if entry.id == "natural-gas")
    named = [figure for figure in article.findings.figures if figure.measures]
    assert named
    views = figure_views(site, _measuring(article, topic.ar))
    assert {(view.about.text, view.about.language) for view in views if view.about} == {("Natural gas", "en")}


def _measuring(article: Article, words: str) -> Article:
    figures = tuple(replace(figure, measures=words) for figure in article.findings.figures)
    return replace(article, findings=replace(article.findings, figures=figures))


def test_a_translator_s_name_in_arabic_is_marked(site: Site) -> None:
    article = site.digest.articles[1]
    translations = tuple(
        replace(item, by=("ليلى حداد", "Omar Said")[index % 2], state=SegmentState.HUMAN)
        for index, item in enumerate(article.translations)
    )
    page = render_article(replace(article, translations=translations), site.digest, "en")
    banner = page.partition('class="digest-status"')[2].partition("</p>")[0]
    assert '<span lang="ar" dir="rtl">ليلى حداد</span>, <bdi>Omar Said</bdi>' in banner


@pytest.mark.parametrize(
    ("text", "value", "place"),
    [
        ("a city of 10 million people", 10_000_000, 10),
        ("25% by 2022", 2022, 7),
        ("on a two-day visit", 2, 5),
        ("nothing", 3, None),
    ],
)
def test_the_place_of_a_number(text: str, value: float, place: int | None) -> None:
    assert place_of_number(text, value) == place
