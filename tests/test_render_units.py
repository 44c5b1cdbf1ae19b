"""What each unit reads: after any change, only what read it is made anew, and all pages are right."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from digest.assembly import Assembly
from digest.ledger import Ledger
from digest.model import Article, Digest
from digest.pipeline import build_article
from digest.render import PageSource, Site, Unit, changes, make_unit, render_sources, sites_of, units
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
        wanted = [unit for language in LANGUAGES for unit in units(self.sites[language])]
        changed = changes(before["ar"], self.sites["ar"])
        made = list[str]()
        for path, source in self.ledger.refresh(wanted, changed, lambda unit: make_unit(self.sites, unit)):
            if source is None:
                del self.files[path]
            else:
                made.append(path)
                self.files[path] = source.text
        return made


def all_pages(digest: Digest) -> dict[str, str]:
    return {path: page.text for site in sites_of(digest).values() for path, page in render_sources(site)}


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return load_vocabulary(ROOT / "content" / "vocabulary")


@pytest.fixture(scope="module")
def articles(vocabulary: Vocabulary) -> list[Article]:
    return [build_article(seed_from_bytes(text.encode(), name), vocabulary) for name, text in archive(40)]


def test_pages_after_random_changes_are_those_of_a_full_build(
    articles: list[Article], vocabulary: Vocabulary
) -> None:
    dice, assembly, followed = random.Random(3), Assembly(vocabulary), Followed()
    followed.update(assembly.settle(articles[:24]))
    for _ in range(8):
        changed = [_edited(article, dice) for article in dice.sample(articles, 2)]
        gone = [article.id for article in dice.sample(articles, 3)]
        digest = assembly.update(changed, set(gone) - {article.id for article in changed})
        followed.update(digest)
        assert followed.files == all_pages(digest)


def test_an_edit_makes_few_pages(articles: list[Article], vocabulary: Vocabulary) -> None:
    assembly, followed = Assembly(vocabulary), Followed()
    everything = len(followed.update(assembly.settle(articles)))
    assert followed.update(assembly.update([])) == []
    made = followed.update(assembly.update([_edited(articles[7], random.Random(1))]))
    assert f"ar/articles/{articles[7].slug}.md" in made
    assert len(made) < everything / 4


def _edited(article: Article, dice: random.Random) -> Article:
    """The article as an editor's correction of its headline leaves it."""
    headline = replace(article.extract.headline, text=f"{article.extract.headline.text} {dice.randint(1, 9)}")
    return replace(article, extract=replace(article.extract, headline=headline))
