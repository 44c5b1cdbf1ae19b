"""What an English page shows of articles in Arabic: facts in English, Arabic marked, quoted words alone."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from digest.formats.addresses import Addresses
from digest.formats.heads import head_of
from digest.formats.timelines import latest_timeline
from digest.model import Article, Field, Quotation, Segment, SegmentState, Sentence, Span, Translation
from digest.names import find_credits
from digest.pipeline import build_digest
from digest.render import Site, fill_markers, render_article, render_pages, sites_of
from digest.render.escape import excerpt, html_text
from digest.render.figures import figure_views
from digest.render.quoted import english_words, sentences_of
from digest.text import segment_id
from digest.translate import place_of_number
from digest.vocabulary import load_vocabulary
from tests.made import article as made_article

ROOT = Path(__file__).parent.parent
SEED = """مصر توقع اتفاقا مع قطر لتوريد الغاز

القاهرة (رويترز) - أعلنت وزارة البترول المصرية يوم 11 مارس 2026 توقيع اتفاق مع قطر لتوريد 3 مليارات متر مكعب من الغاز سنويا بقيمة 500 مليون دولار.

وقال رئيس الوزراء المصري مصطفى مدبولي: "سنبدأ الاستيراد في مايو 2026". وأضاف أن البلاد "لن تواجه نقصا في الكهرباء هذا الصيف".

المصدر: رويترز
12 مارس 2026
"""  # noqa: E501


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The English side of the five articles, and of a sixth and newest that is not translated."""
    project = tmp_path_factory.mktemp("english")
    for part in ("seeds", "content"):
        shutil.copytree(ROOT / part, project / part)
    (project / "seeds" / "sixth.txt").write_text(SEED, "utf-8")
    return sites_of(build_digest(project))["en"]


def sixth(site: Site) -> Article:
    return site.index.articles["sixth"]


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


@pytest.fixture(scope="module")
def by_machine(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The English side of the five articles, one of which a machine has translated."""
    project = tmp_path_factory.mktemp("machine")
    for part in ("seeds", "content"):
        shutil.copytree(ROOT / part, project / part)
    path = project / "content" / "translations" / "en" / f"{MACHINES}.yml"
    by_model = re.sub("  by: .*", "  by: ct2:model", path.read_text("utf-8"))
    path.write_text(by_model.replace("  state: reviewed", "  state: machine"), "utf-8")
    return sites_of(build_digest(project))["en"]


MACHINES = "001_716e8ccbd9555d23"
BADGE = '<span class="digest-badge digest-badge--machine">Machine translation</span>'


def test_a_machines_english_is_marked_wherever_it_stands(by_machine: Site) -> None:
    pages = {path: text for path, text in render_pages(by_machine.digest) if path.startswith("en/")}
    slug = by_machine.index.articles[MACHINES].slug
    pieces = (
        r'<article class="digest-card">.*?</article>|<li class="digest-(?:timeline__event|brief).*?</li>'
        '|<blockquote.*?place">.*?</p>'
    )
    listed: set[str] = set()
    for path, text in pages.items():
        if path not in (f"en/articles/{slug}.md", f"en/parallel/{slug}.md", "en/translations.md"):
            for piece in re.findall(pieces, text, re.DOTALL):
                assert (f"articles/{slug}/" in piece) <= (BADGE in piece), (path, piece)
                listed |= {path.split("/")[1]} if BADGE in piece else set()
    assert listed >= {"timeline.md", "archive", "people", "places", "organisations", "topics"}
    home = fill_markers(by_machine, "en/index.md", "<!-- digest: latest -->")
    assert BADGE in home.partition("Not yet translated or reviewed")[2]
    assert home.count(BADGE) == 1


def test_the_timeline_for_programs_says_what_a_machine_translated(by_machine: Site) -> None:
    _, text = latest_timeline(by_machine, Addresses(None))
    events = json.loads(text)["events"]
    machine = [event for event in events if event["unique_id"].startswith(MACHINES)]
    assert machine
    for event in events:
        assert (event["_mujaz"]["state"] == "machine") == (event in machine)
        assert ("Machine translation" in event["text"]["text"]) == (event in machine)
    (noted,) = [event for event in events if "visit Cairo" in event["text"]["text"]]
    assert "Moscow is evidently meant" in noted["text"]["text"]
    assert "Moscow is evidently meant" in noted["_mujaz"]["note"]
    arabic = sites_of(by_machine.digest)["ar"]
    assert "_mujaz" not in json.loads(latest_timeline(arabic, Addresses(None))[1])["events"][0]


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
    dateline = site.credit(article.extract.dateline, article.findings.dateline)
    assert dateline
    assert (dateline.text, dateline.language) == ("Cairo, Reuters", "en")
    page = render_article(article, site.digest, "en")
    assert "<bdi>Cairo, Reuters</bdi>" in page
    unknown = site.credit(Field("فلان الفلاني", "test"), ())
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
def test_a_credit_is_known_wholly_or_not_at_all(line: str, ids: tuple[str, ...]) -> None:
    assert find_credits(line, load_vocabulary(ROOT / "content" / "vocabulary")) == ids


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


def test_the_five_articles_quotations_are_the_quoted_words(site: Site) -> None:
    shown = 0
    for article in site.digest.articles:
        for quotation in article.findings.quotations if article.id != "sixth" else ():
            quote = site.quote(article, quotation)
            text = quote.text
            assert (text.language, quote.exact) == ("en", True)
            assert text.arabic == quotation.text
            assert not re.search("[“”]", text.text)
            assert not re.match(r"(?:\w+ ){0,4}(?:said|added|stressed|noted)\b", text.text), text.text
            assert 0.5 < len(text.text) / len(quotation.text) < 2.2, text.text
            shown += 1
    assert shown == 35
    waiting = [site.quote(sixth(site), quotation) for quotation in sixth(site).findings.quotations]
    assert [quote.text.untranslated for quote in waiting] == [True, True]
    assert waiting[0].gloss
    assert waiting[0].gloss.dates == ("May 2026",)


def _quoted(arabic: Sequence[str], quotations: Sequence[str]) -> tuple[Article, list[Quotation]]:
    made = made_article("made", [" ".join(arabic)])
    text = made.document.text
    sentences = tuple(
        Sentence(
            index,
            0,
            made.findings.sentences[0].kind,
            Span(text.index(item), text.index(item) + len(item)),
            item,
        )
        for index, item in enumerate(arabic)
    )
    found = []
    for words in quotations:
        span = Span(text.index(words), text.index(words) + len(words))
        first = next(item.index for item in sentences if item.span.overlaps(span))
        found.append(Quotation(span, words, None, None, None, first))
    findings = replace(made.findings, sentences=sentences, quotations=tuple(found))
    return replace(made, findings=findings), found


FIRST, SECOND = "سنواصل العمل معا من أجل السلام في المنطقة", "لن نتراجع عن موقفنا أبدا مهما كان الثمن"


GO_ON, NEVER = (
    "We will keep on working for peace in the region",
    "We will never step back at all, come what may",
)


@pytest.mark.parametrize(
    ("arabic", "quotations", "english", "words"),
    [
        ([f'قال: "{FIRST}".'], [FIRST], [f"He said: “{GO_ON}.”"],
         [f"{GO_ON}."]),
        ([f'قال: "{FIRST}"، مضيفا: "{SECOND}".'], [FIRST, SECOND],
         [f"“{GO_ON},” he said, adding: “{NEVER}.”"],
         [f"{GO_ON}", f"{NEVER}."]),
        ([f'قال لـ"الوطن": "{FIRST}".'], [FIRST],
         [f"He told “Al-Watan”: “{GO_ON}.”"],
         [f"{GO_ON}."]),
        ([f'قال: "{FIRST}.', f'{SECOND}".'], [f"{FIRST}. {SECOND}"],
         [f"He said: “{GO_ON}.", f"{NEVER}.”"],
         [f"{GO_ON}. {NEVER}."]),
        ([f'قال: "{FIRST}".'], [FIRST], ["He said they would keep working together for peace in the region."],
         ["He said they would keep working together for peace in the region."]),
        ([f'قال: "{FIRST}".'], [FIRST], ["He said they would “keep on” for peace in the region."],
         ["He said they would “keep on” for peace in the region."]),
        ([FIRST], [FIRST], [f"“{GO_ON}"],
         [f"{GO_ON}"]),
    ],
    ids=["one", "two", "a name in marks", "over two sentences", "no marks", "too little in marks", "whole"],
)  # fmt: skip
def test_the_marked_passage_that_corresponds(
    arabic: list[str], quotations: list[str], english: list[str], words: list[str]
) -> None:
    article, found = _quoted(arabic, quotations)
    told = [[english[index] for index in sentences_of(article, item)] for item in found]
    given = [english_words(article, item, said) for item, said in zip(found, told, strict=True)]
    # What is not the words alone is the sentences that report them, marks and all.
    assert given == [(text, text.strip("“”") == text and text not in english) for text in words]


def test_a_quotation_is_english_where_all_its_sentences_are(site: Site) -> None:
    article, (quotation,) = _quoted([f'قال: "{FIRST}.', f'{SECOND}".'], [f"{FIRST}. {SECOND}"])
    texts = [item.text for item in article.findings.sentences]
    english = ["He said: “We go on.", "We stay.”"]

    def translated(*states: SegmentState) -> Article:
        return replace(article, translations=tuple(
            Translation(Segment(segment_id(ar), ar, "body", index), en, state)
            for index, (ar, en, state) in enumerate(zip(texts, english, states, strict=True))
        ))  # fmt: skip

    half = site.quote(translated(SegmentState.HUMAN, SegmentState.MISSING), quotation).text
    assert (half.language, half.text, half.untranslated) == ("ar", quotation.text, True)
    whole = site.quote(translated(SegmentState.HUMAN, SegmentState.MACHINE), quotation).text
    assert (whole.language, whole.state) == ("en", "machine")


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


def test_an_excerpt_holds_its_place() -> None:
    text = " ".join(f"word{number}" for number in range(60))
    for number in (0, 7, 30, 59):
        cut = excerpt(text, text.index(f"word{number}"), 80)
        assert f"word{number}" in cut.split() or f"word{number}…" in cut
        assert len(cut) <= 82
        assert all(word.strip("…") in text.split() for word in cut.split())
    assert excerpt("short", 3, 80) == "short"
