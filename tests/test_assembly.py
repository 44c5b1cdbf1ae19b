"""A digest that follows changes is the digest that is made anew, whatever the changes."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest import edtf
from digest.assembly import Assembly
from digest.conversion import read_article
from digest.model import Article, Digest, Event, EventTime, FileError, Span
from digest.pipeline import assemble
from digest.related import Relations, relate
from digest.seeds import seed_from_bytes
from digest.timeline import Timeline, Year, merge_timeline, year_of
from digest.vocabulary import Vocabulary, load_vocabulary
from tests.bench.archive import ROOT, archive
from tests.made import article

SENTENCES = (
    "أعلنت وزارة الأشغال أمس بدء العمل في جسر جديد يربط ضفتي النهر عند مدخل المدينة الشمالي.",
    "وأعلنت وزارة الأشغال بدء العمل في جسر جديد يربط ضفتي النهر عند مدخل المدينة.",
    "وقالت الوزارة في بيان إن العمل سيستغرق عامين وإن الجسر سيخفف الازدحام عن الجسر القديم.",
    "فاز فريق المدينة ببطولة كرة السلة بعد مباراة مثيرة انتهت في الثواني الأخيرة أمام جمهور كبير.",
    "وتبلغ كلفة الجسر عشرين مليون دولار يدفع نصفها صندوق التنمية على أقساط متساوية.",
)
DAYS = (
    *("2024-05-16", "2024-05-17", "2024-05", "2024", "2023-12-31"),
    *("../2022", "-0300/2000", "-0300", "[2024-05-16..2024-05-20]"),
)
NAMES = ("karim", "salma", "omar", "nadia")
IDS = tuple("abcdefghijklmnop")

BOUNDS = {
    "digest.ordered._FEW": 2,
    "digest.related.neighbours.NEIGHBOURS": 1,
    "digest.related.relations.MOST": 2,
    "digest.related.relations._FEW": 0,
    "digest.related.relations._PART": 0,
    "digest.related.views._RAREST": 3,
    "digest.timeline.merge.TOLD": 2,
    "digest.timeline.merge.WINDOW": 2,
}
"""Bounds that small digests do not come to, and what they are lowered to; a change is always followed."""

ERRORS = (FileError("seeds/x.txt", "is empty"),)

Step = tuple[Sequence[str], Sequence[Article]]


@st.composite
def made_articles(draw: st.DrawFn) -> Article:
    """An article of a few words with names, a day and events; many are alike."""
    id_ = draw(st.sampled_from(IDS))
    body = draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4))
    people = draw(st.lists(st.sampled_from(NAMES), max_size=4, unique=True))
    published = draw(st.sampled_from((None, *DAYS[:5])))
    made = article(id_, body, people=people, topics=["all"], published=published)
    told = draw(
        st.lists(st.tuples(st.sampled_from(DAYS), st.integers(0, len(body) - 1)), max_size=4, unique=True)
    )
    events = tuple(
        Event(day, edtf.grain(day), sentence, Span(0, 1), EventTime.PAST, tuple(people))
        for day, sentence in told
    )
    slug = draw(st.sampled_from((id_, "same", "same-2", "index")))
    return replace(made, slug=slug, findings=replace(made.findings, events=events))


STEPS = st.lists(
    st.tuples(st.lists(st.sampled_from(IDS), max_size=3), st.lists(made_articles(), max_size=6)), max_size=6
)


@pytest.fixture(autouse=True, scope="module", params=[{}, BOUNDS], ids=["as they are", "lowered"])
def bounds(request: pytest.FixtureRequest) -> Iterator[None]:
    """The bounds of the program, as they are and lowered."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in request.param.items():
            patch.setattr(name, value)
        yield


def after(held: dict[str, Article], step: Step) -> dict[str, Article]:
    removed, added = step
    left = {id_: one for id_, one in held.items() if id_ not in removed}
    return left | {one.id: one for one in added}


def same_everywhere(digest: Digest, articles: Iterable[Article], vocabulary: Vocabulary) -> None:
    errors = ERRORS
    anew = assemble(articles, vocabulary, errors)
    assert digest == anew
    assert list(digest.related) == list(anew.related)
    assert list(digest.vocabulary) == list(anew.vocabulary)


@settings(deadline=None)
@given(steps=STEPS)
def test_a_timeline_that_follows_changes_is_the_one_made_anew(steps: list[Step]) -> None:
    timeline, held = Timeline(), dict[str, Article]()
    for step in steps:
        held = after(held, step)
        before = {year: timeline.year(year) for year in timeline.years}
        changed = timeline.update(*step)
        assert timeline.entries == merge_timeline(held.values())
        now = {year: timeline.year(year) for year in timeline.years}
        assert changed == {year for year in before | now if before.get(year) != now.get(year)}
        assert now == by_year(timeline)


def by_year(timeline: Timeline) -> dict[Year, tuple[object, ...]]:
    years = {year_of(entry.edtf) for entry in timeline.entries}
    return {year: tuple(one for one in timeline.entries if year_of(one.edtf) == year) for year in years}


@settings(deadline=None)
@given(steps=STEPS)
def test_relations_that_follow_changes_are_those_found_anew(steps: list[Step]) -> None:
    relations, held = Relations(), dict[str, Article]()
    for step in steps:
        held = after(held, step)
        before = dict(relations.all)
        changed = relations.update(*step)
        assert relations.all == relate(held.values())
        assert changed == {id_ for id_, found in relations.all.items() if before.get(id_) != found}


@settings(deadline=None)
@given(steps=STEPS)
def test_a_digest_that_follows_changes_is_the_one_made_anew(steps: list[Step]) -> None:
    vocabulary = Vocabulary({})
    assembly, held = Assembly(vocabulary), dict[str, Article]()
    for removed, added in steps:
        held, before = after(held, (removed, added)), assembly.digest
        digest = assembly.update(added, removed, ERRORS)
        same_everywhere(digest, held.values(), vocabulary)
        changed = {one.id for one in digest.articles if one not in before.articles}
        # One that is given with the slug that it had been given here is shown as it was.
        assert changed <= assembly.changes.articles <= changed | {one.id for one in added}
        assert assembly.changes.removed == {one.id for one in before.articles} - held.keys()


@settings(deadline=None)
@given(steps=STEPS, haste=st.lists(st.booleans(), min_size=6, max_size=6))
def test_what_hasty_updates_leave_is_found_in_the_end(steps: list[Step], haste: list[bool]) -> None:
    vocabulary = Vocabulary({})
    assembly, held = Assembly(vocabulary), dict[str, Article]()
    assembly.update(errors=ERRORS)
    for (removed, added), hasty in zip(steps, haste, strict=False):
        held = after(held, (removed, added))
        digest = assembly.update(added, removed, ERRORS, hasty=hasty)
        if not assembly.relations.left:
            same_everywhere(digest, held.values(), vocabulary)
    left, before = assembly.relations.left, assembly.digest.related
    digest = assembly.finish()
    same_everywhere(digest, held.values(), vocabulary)
    if left:
        changed = {id_ for id_, found in digest.related.items() if before.get(id_) != found}
        assert assembly.changes.related == changed
    assert assembly.finish() is digest


@cache
def vocabulary_of_the_repository() -> Vocabulary:
    return load_vocabulary(ROOT / "content" / "vocabulary")


@cache
def real_articles(count: int) -> tuple[Article, ...]:
    texts = archive(count)
    return tuple(
        read_article(seed_from_bytes(text.encode(), name), vocabulary_of_the_repository())
        for name, text in texts
    )


@pytest.mark.parametrize("seed", range(3))
def test_real_pages_come_change_and_go(seed: int) -> None:
    dice = random.Random(seed)
    articles = real_articles(60)
    vocabulary = vocabulary_of_the_repository()
    held = {one.id: one for one in dice.sample(articles, 40)}
    assembly = Assembly(vocabulary)
    errors = ERRORS
    assembly.update(held.values(), (), errors)
    for _ in range(25):
        removed = dice.sample(sorted(held), dice.choice((0, 0, 1, 1, 2)))
        added = [changed_page(one, dice) for one in dice.sample(articles, dice.choice((0, 1, 1, 2)))]
        held = after(held, (removed, added))
        same_everywhere(assembly.update(added, removed, errors), held.values(), vocabulary)


def changed_page(one: Article, dice: random.Random) -> Article:
    """The article, or one that has its id and tells what another does."""
    other = dice.choice(real_articles(60))
    return one if dice.random() < 0.5 else replace(other, id=one.id, slug=one.slug)


def test_what_stays_the_same_is_the_same_object() -> None:
    articles = [replace(one, slug="same") for one in real_articles(60)]
    assembly = Assembly(vocabulary_of_the_repository())
    before = assembly.update(articles[:59])
    now = assembly.update(articles[59:])
    old = set(map(id, before.timeline))
    told = {entry for entry in now.timeline if articles[59].id in dict(entry.tellings)}
    assert all(id(entry) in old for entry in now.timeline if entry not in told and entry in before.timeline)
    shown = {one.id: one for one in before.articles}
    assert sum(shown.get(one.id) is one for one in now.articles) == 59 - len(
        assembly.changes.articles - {articles[59].id}
    )
    assert all(
        now.related[id_] is before.related[id_]
        for id_ in before.related
        if id_ not in assembly.changes.related
    )
    again = assembly.update(articles[:5])
    assert (again.articles, again.timeline) == (now.articles, now.timeline)
    assert assembly.changes.articles == assembly.changes.related == assembly.changes.years == frozenset()


def test_what_is_left_can_be_ended_and_begun_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("digest.related.relations._FEW", 0)
    monkeypatch.setattr("digest.related.relations._PART", 0)
    vocabulary, articles = vocabulary_of_the_repository(), real_articles(60)
    assembly = Assembly(vocabulary)
    assembly.settle(articles[:31])
    hasty = assembly.update(articles[31:33], errors=ERRORS, hasty=True)  # 32 articles: every tag weighs more
    assert assembly.relations.left
    for steps in (0, 20, 40):
        with pytest.raises(TimeoutError):
            assembly.finish(_after(steps))
        assert assembly.digest is hasty
    same_everywhere(assembly.finish(), articles[:33], vocabulary)
    assert assembly.finish() is assembly.digest


def _after(steps: int) -> Callable[[], None]:
    """What raises once it was called so many times."""
    left = iter(range(steps))

    def check() -> None:
        if next(left, None) is None:
            raise TimeoutError

    return check


def test_one_assembly_is_brought_to_other_articles() -> None:
    vocabulary = vocabulary_of_the_repository()
    assembly = Assembly(Vocabulary({}))
    assembly.settle(real_articles(60)[:30])
    digest = assembly.settle(real_articles(60)[20:], ERRORS, vocabulary=vocabulary)
    same_everywhere(digest, real_articles(60)[20:], vocabulary)
