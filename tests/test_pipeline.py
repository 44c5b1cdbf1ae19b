"""The whole road: order, slugs, identifiers, corrections, and what becomes of files that cannot be used."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from digest.model import Basis, Digest
from digest.pipeline import Options, build_digest, build_file, slugify

STORY = (
    "{headline}\n\nقال وزير الخارجية الروسي سيرغي لافروف إن بلاده تدرس الاقتراح مع شركائها في المنطقة، "
    "مشيرا إلى أن المشاورات تسير في الاتجاه الصحيح.\n\nوأضاف الوزير خلال مؤتمر صحفي في القاهرة أن "
    "اللقاءات المقبلة ستبحث تفاصيل الاتفاق وجدول تنفيذه.\n"
)


@pytest.fixture
def project(tmp_path: Path, root: Path) -> Path:
    """An empty project with the repository's vocabulary."""
    for folder in ("seeds", "content/corrections", "content/translations/en"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "content" / "vocabulary").symlink_to(root / "content" / "vocabulary")
    return tmp_path


def add(project: Path, name: str, headline: str = "لافروف يبحث في القاهرة اتفاقا جديدا") -> Path:
    path = project / "seeds" / name
    path.write_text(STORY.format(headline=headline), "utf-8")
    return path


def messages(digest: Digest) -> list[str]:
    return [f"{error.file}:{error.line}: {error.message}" for error in digest.errors]


def test_an_empty_project_is_an_empty_digest(tmp_path: Path) -> None:
    digest = build_digest(tmp_path)
    assert (digest.articles, digest.timeline, digest.errors) == ((), (), ())


def test_newest_first_and_undated_last(project: Path) -> None:
    for name, day in (("a", "2020-05"), ("b", None), ("c", "2024-01-02")):
        add(project, f"{name}.txt")
        if day:
            (project / f"content/corrections/{name}.yml").write_text(
                f"published: {{date: {day}, reason: known}}\n", "utf-8"
            )
    assert [article.id for article in build_digest(project).articles] == ["c", "a", "b"]


def test_a_correction_wins_and_says_so(project: Path) -> None:
    path = add(project, "a.txt")
    correction = project / "content" / "corrections" / "a.yml"
    correction.write_text("title: عنوان آخر\npublished: {date: 2021-03-04, reason: known}\n", "utf-8")
    article = build_file(path, project)
    assert article.extract.headline.text == "عنوان آخر"
    publication = article.findings.publication
    assert (publication.edtf, publication.basis) == ("2021-03-04", Basis.EDITOR)
    assert publication.reason == "known"


def test_a_broken_correction_is_named_and_the_article_stays(project: Path) -> None:
    add(project, "a.txt")
    (project / "content" / "corrections" / "a.yml").write_text("slug: fine\nheadlin: x\n", "utf-8")
    digest = build_digest(project)
    assert [article.id for article in digest.articles] == ["a"]
    assert len(digest.errors) == 1
    assert digest.errors[0].file == "content/corrections/a.yml"
    assert "headlin" in digest.errors[0].message


@pytest.mark.parametrize(
    ("name", "data"),
    [("empty.txt", b""), ("zeros.txt", bytes(4000)), ("noise.txt", b"\x89PNG\r\n" + bytes(range(256)) * 9)],
)
def test_a_seed_that_cannot_be_read_takes_nothing_down(project: Path, name: str, data: bytes) -> None:
    add(project, "good.txt")
    (project / "seeds" / name).write_bytes(data)
    digest = build_digest(project)
    assert [article.id for article in digest.articles] == ["good"]
    assert [error.file for error in digest.errors] == [f"seeds/{name}"]


@pytest.mark.parametrize("name", ["a.pdf", "a.jpg", "A.docx"])
def test_a_file_that_is_not_read_says_so_beside_a_seed_of_its_name(project: Path, name: str) -> None:
    add(project, "a.txt")
    (project / "seeds" / name).write_bytes(b"%PDF-1.7")
    (message,) = messages(build_digest(project))
    assert message.startswith(f"seeds/{name}:")
    assert "identifier" not in message


def test_two_seeds_with_one_identifier(project: Path) -> None:
    add(project, "a.md")
    add(project, "a.txt")
    digest = build_digest(project)
    assert len(digest.articles) == 1
    (message,) = messages(digest)
    assert message.startswith("seeds/a.md:None: has the same identifier as seeds/a.txt, which is published")
    assert digest.articles[0].seed.name == "a.txt"


def test_two_articles_never_share_a_slug(project: Path) -> None:
    for name in ("a", "b"):
        add(project, f"{name}.txt")
        (project / "content" / "corrections" / f"{name}.yml").write_text("slug: same\n", "utf-8")
    assert sorted(article.slug for article in build_digest(project).articles) == ["same", "same-2"]


def test_an_editor_adds_and_removes_tags(project: Path) -> None:
    path = add(project, "a.txt")
    assert "cairo" in {entity.id for entity in build_file(path, project).findings.entities}
    correction = project / "content" / "corrections" / "a.yml"
    correction.write_text("tags: {add: [natural-gas, china], remove: [cairo]}\n", "utf-8")
    findings = build_file(path, project).findings
    assert "cairo" not in {entity.id for entity in findings.entities}
    assert "china" in {entity.id for entity in findings.entities}
    assert "natural-gas" in {topic.id for topic in findings.topics}


def test_the_summary_is_as_long_as_asked_for(root: Path) -> None:
    digest = build_digest(root, Options(summary_sentences=2))
    assert {len(article.findings.summary) for article in digest.articles} == {2}


def test_the_same_inputs_give_the_same_digest(root: Path) -> None:
    assert build_digest(root) == build_digest(root)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Hello, World!", "hello-world"),
        ("../../etc/passwd", "etc-passwd"),
        ("é" * 80, "e" * 80),
        ("مَقال", "article-" + hashlib.sha256("مَقال".encode()).hexdigest()[:8]),
        ("--x--", "x"),
    ],
)
def test_a_slug_is_safe_for_paths(text: str, slug: str) -> None:
    assert slugify(text) == slug


def test_slugs_that_lose_letters_stay_apart() -> None:
    names = ("مقال", "خبر", "تقرير-12", "خبر-12", "x" * 90, "x" * 91)
    slugs = [slugify(name) for name in names]
    assert len(set(slugs)) == len(names)
    assert all(slug.isascii() and len(slug) <= 80 for slug in slugs)


def test_an_article_keeps_its_address_when_others_come(project: Path) -> None:
    add(project, "خبر.txt")
    before = {article.id: article.slug for article in build_digest(project).articles}
    text = add(project, "نبأ.txt", "وزير الخارجية يصل إلى بيروت غدا").read_text("utf-8")
    (project / "seeds" / "نبأ.txt").write_text(f"{text}\n\n5 مايو 2025\n", "utf-8")
    digest = build_digest(project)
    assert digest.articles[0].id == "نبأ"
    assert before.items() < {article.id: article.slug for article in digest.articles}.items()
