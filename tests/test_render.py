"""Every page: its front matter, its sentences in order, its language marked, and the same bytes again."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from lxml import html

from digest.model import Digest
from digest.pipeline import build_digest
from digest.render import render_article, render_pages
from digest.render.escape import visible
from digest.wording.strings import say
from tests.own import own_digest, own_pages
from tests.rendered import body_of, head_of, text_of


@pytest.fixture(scope="module")
def digest() -> Digest:
    return own_digest()


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return own_pages()


def test_every_page_has_its_front_matter(pages: dict[str, str]) -> None:
    for path, text in pages.items():
        if path.endswith(".md"):
            data = head_of(text)
            assert data["title"]
            assert data["lang"] == path[:2]
            assert data["dir"] == ("rtl" if path.startswith("ar/") else "ltr")


def test_sentences_are_in_the_page_in_order(digest: Digest) -> None:
    for article in digest.articles:
        shown = text_of(body_of(render_article(article, digest, "ar")))
        place = shown.index(say("article.text", "ar"))
        for sentence in article.findings.sentences:
            place = shown.index(visible(sentence.text), place)


def test_arabic_is_marked_on_english_pages(pages: dict[str, str]) -> None:
    for path, text in pages.items():
        if not path.startswith("en/"):
            continue
        tree = html.fromstring(f"<div>{body_of(text)}</div>")
        for node in tree.iter():
            if node.text and re.search("[\u0621-\u064a]", node.text):
                marked = [node, *node.iterancestors()]
                assert any(parent.get("lang") == "ar" for parent in marked), f"{path}: {node.text[:60]}"


def test_blocks_have_no_blank_line_or_indentation(pages: dict[str, str]) -> None:
    for path, text in pages.items():
        if path.endswith(".md"):
            body = text.split("\n---\n", 1)[1]
            assert not re.search(r"^[ \t]+<", body, re.MULTILINE), path
            for block in body.split("\n\n"):
                assert block.count("<div") == block.count("</div>"), f"{path}: {block[:80]}"


def test_rendering_is_deterministic(digest: Digest, pages: dict[str, str]) -> None:
    assert dict(render_pages(digest)) == pages


def test_hand_written_pages_win_and_get_their_markers_filled(digest: Digest) -> None:
    written = {"ar/timeline.md": "mine", "en/index.md": "<!-- digest: latest --> <!-- digest: unknown -->"}
    pages = dict(render_pages(digest, written))
    assert pages["ar/timeline.md"] == "mine"
    assert "digest-card" in pages["en/index.md"]
    assert "<!-- digest: unknown -->" in pages["en/index.md"]


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("رويترز", "The same story."),
        ("الأناضول", "The same story from another source."),
        ("", "The same story."),
    ],
)
def test_a_story_told_twice_says_where_only_if_it_is_known(source: str, said: str, tmp_path: Path) -> None:
    body = (
        "افتتحت بلدية بيروت الجسر الجديد فوق النهر بعد عامين من العمل بكلفة مليوني دولار أمريكي.\n\n"
        "وقالت البلدية إن الجسر يخدم سكان الضاحية الشرقية، ويختصر الطريق إلى المرفأ عشرين دقيقة.\n\n"
        "وينتظر أن تبدأ أعمال صيانة الجسر القديم في الربيع، وأن يغلق أمام الشاحنات ثلاثة أشهر.\n"
    )
    (tmp_path / "seeds").mkdir()
    shutil.copytree(Path(__file__).parents[1] / "content" / "vocabulary", tmp_path / "content" / "vocabulary")
    for name, where in (("one", "رويترز"), ("two", source)):
        text = f"افتتاح الجسر الجديد في بيروت\n\n{f'بيروت - {where}' if where else ''}\n\n{body}"
        (tmp_path / "seeds" / f"{name}.txt").write_text(text, "utf-8")
    page = dict(render_pages(build_digest(tmp_path)))["en/articles/one.md"]
    (reason,) = re.findall(r'digest-related__reason">(.*?)</p>', page, re.S)
    assert reason.startswith(f"{said} In common")
