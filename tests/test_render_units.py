"""What each unit reads: after any change, only what read it is made anew, and all pages are right."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from digest.assembly import Assembly
from digest.ledger import Ledger, State
from digest.model import Article, Correction, Digest
from digest.pipeline import build_article
from digest.render import (
    Fingerprints,
    PageSource,
    Site,
    Unit,
    changes,
    make_unit,
    render_sources,
    sites_of,
    units,
)
from digest.render.facts import listings, tables
from digest.render.notes import NAMES, WHOLE, Fact
from digest.seeds import seed_from_bytes
from digest.vocabulary import Vocabulary, load_vocabulary
from digest.wording.strings import LANGUAGES, Language
from tests.bench.archive import archive

ROOT = Path(__file__).parents[1]
Sites = dict[Language, Site]


class Followed:
    """A digest's pages, updated from changes."""

    def __init__(self) -> None:
        self.ledger = Ledger[Unit, PageSource]()
        self.files: dict[str, str] = {}
        self.sites: Sites = sites_of(Digest((), (), {}, {}))

    def update(self, digest: Digest) -> list[str]:
        """Bring the pages up to date; those that were made."""
        before, self.sites = self.sites, sites_of(digest)
        return self.remake(changes(before["ar"], self.sites["ar"]))

    def remake(self, changed: set[Fact]) -> list[str]:
        """Make what is new or has read a changed fact; the pages that were made."""
        wanted = [unit for language in LANGUAGES for unit in units(self.sites[language])]
        made = list[str]()
        for path, source in self.ledger.refresh(wanted, changed, lambda unit: make_unit(self.sites, unit)):
            if source is None:
                del self.files[path]
            else:
                made.append(path)
                self.files[path] = source.text
        return made


class Kept(Followed):
    """The same where each update is another process, which has nothing but what the last one left."""

    left: tuple[State, dict[Fact, bytes]] = (([], ()), {})

    def update(self, digest: Digest) -> list[str]:
        """Bring the pages up to date; those that were made."""
        self.ledger, self.sites = Ledger(), sites_of(digest)
        state, known = self.left
        self.ledger.restore(state, lambda path: path not in self.files)
        now = Fingerprints(self.sites["ar"])
        made = self.remake({fact for fact, before in known.items() if now.of(fact) != before})
        state = self.ledger.state()
        self.left = state, {fact: now.of(fact) for fact in state[0]}
        return made


def all_pages(digest: Digest) -> dict[str, str]:
    return {path: page.text for site in sites_of(digest).values() for path, page in render_sources(site)}


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return load_vocabulary(ROOT / "content" / "vocabulary")


@pytest.fixture(scope="module")
def articles(vocabulary: Vocabulary) -> list[Article]:
    return [build_article(seed_from_bytes(text.encode(), name), vocabulary) for name, text in archive(40)]


@pytest.mark.parametrize("way", [Followed, Kept])
def test_pages_after_random_changes_are_those_of_a_full_build(
    articles: list[Article], vocabulary: Vocabulary, way: type[Followed]
) -> None:
    dice, assembly, followed = random.Random(3), Assembly(vocabulary), way()
    followed.update(assembly.settle(articles[:24]))
    for _ in range(8):
        changed = [_edited(article, dice) for article in dice.sample(articles, 2)]
        gone = [article.id for article in dice.sample(articles, 3)]
        digest = assembly.update(changed, set(gone) - {article.id for article in changed})
        followed.update(digest)
        assert followed.files == all_pages(digest)


@pytest.mark.parametrize("way", [Followed, Kept])
def test_an_edit_makes_few_pages(
    articles: list[Article], vocabulary: Vocabulary, way: type[Followed]
) -> None:
    assembly, followed = Assembly(vocabulary), way()
    everything = len(followed.update(assembly.settle(articles)))
    assert followed.update(assembly.update([])) == []
    made = followed.update(assembly.update([_edited(articles[7], random.Random(1))]))
    assert f"ar/articles/{articles[7].slug}.md" in made
    assert len(made) < everything / 4


def test_what_is_known_of_facts_says_exactly_which_changed(
    articles: list[Article], vocabulary: Vocabulary
) -> None:
    dice, assembly = random.Random(4), Assembly(vocabulary)
    old = sites_of(assembly.settle(articles[:30]))["ar"]
    known = Fingerprints(old)
    for step in range(6):
        gone = [articles[step].id] if step % 2 else []
        new = sites_of(assembly.update([_edited(articles[dice.randint(7, 39)], dice)], gone))["ar"]
        now, changed = Fingerprints(new), changes(old, new)
        facts = {fact for site in (old, new) for fact in _facts(site)} | changed
        assert {fact for fact in facts if known.of(fact) != now.of(fact)} == changed
        assert changed
        old, known = new, now


def _facts(site: Site) -> Iterator[Fact]:
    """All that can be read."""
    for table in tables(site.index):
        yield from ((table.name, key) for key in (*table.data, WHOLE, NAMES))
    yield from ((listing.name, WHOLE) for listing in listings(site.index))
    for id_ in site.index.naming.data:
        table = site.index.stories(id_)
        yield from ((table.name, key) for key in (*table.data, WHOLE, NAMES))


def _edited(article: Article, dice: random.Random) -> Article:
    """The article as an editor's correction of its headline leaves it."""
    title = f"{article.extract.headline.text} {dice.randint(1, 9)}"
    headline = replace(article.extract.headline, text=title)
    correction = Correction(article.id, f"content/corrections/{article.id}.yml", title=title)
    return replace(article, extract=replace(article.extract, headline=headline), correction=correction)
