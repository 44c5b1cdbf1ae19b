"""Articles that no designer thinks of, in one project: nothing breaks, nothing is wider than a phone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser

from tests.site.kinds import LANGUAGES
from tests.site.project import build, copy_project, serve_folder
from tests.site.watching import WIDER

PLAIN = "عقد المجلس اجتماعاً ناقش فيه خطة العمل، وأقرّ جدولاً جديداً للأشهر المقبلة."
COUNTRIES = (
    "مصر، السودان، ليبيا، تونس، الجزائر، المغرب، موريتانيا، الصومال، جيبوتي، الأردن، لبنان، سوريا، العراق، "
    "الكويت، قطر، البحرين، اليمن، إيران، تركيا، الهند، باكستان، أفغانستان، ماليزيا، إندونيسيا، اليابان، "
    "كندا، المكسيك، البرازيل، الأرجنتين، فرنسا، ألمانيا، إيطاليا، إسبانيا، البرتغال، بلجيكا، هولندا، السويد، "
    "النرويج، فنلندا، الدنمارك، بولندا، النمسا، اليونان، أوكرانيا، روسيا، الصين"
)
NAME = "عبد الرحمن بن عبد العزيز بن محمد بن عبد اللطيف بن إبراهيم آل الشيخ المنصوري الحسيني"
ODD = {
    "long-headline": "تفاصيل جديدة عن اجتماع المجلس " * 14 + f"\n\n{PLAIN}",
    "long-word": "ا" * 400 + f"\n\n{PLAIN}",
    "one-word": f"هدنة\n\n{PLAIN}",
    "nothing-more": "هدنة في الجنوب",
    "forty-tags": f"قمة تجمع الدول\n\nشاركت في القمة كل من {COUNTRIES}.",
    "long-name": f"تعيين رئيس\n\nقال الدكتور {NAME} إن العمل بدأ. وأضاف {NAME}: «سنبدأ قريباً جداً».",
    "very-long": "تقرير مطوّل\n\n" + "\n\n".join(f"{PLAIN} البند {n}." for n in range(720)),
}


@pytest.fixture(scope="module")
def odd_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = copy_project(tmp_path_factory.mktemp("odd") / "project")
    shutil.rmtree(project / "content" / "corrections", ignore_errors=True)
    for name, text in ODD.items():
        (project / "seeds" / f"odd-{name}.txt").write_text(text + "\n", "utf-8")
    run = build(project)
    assert run.returncode == 0, run.stdout
    assert "Traceback" not in run.stdout
    return project / "site"


def test_every_one_has_its_pages(odd_site: Path) -> None:
    assert len(ODD["very-long"]) > 60_000 > len(NAME) > 80
    for language in LANGUAGES:
        articles = list((odd_site / language / "articles").glob("*/index.html"))
        assert len(articles) == 5 + len(ODD) - 1
        editors = (odd_site / language / "editors" / "index.html").read_text("utf-8")
        assert "odd-nothing-more.txt" in editors  # a single line is no article; editors are told


def test_a_one_word_headline_is_the_headline(odd_site: Path) -> None:
    pages = (odd_site / "ar" / "articles").glob("*/index.html")
    heads = [html.fromstring(page.read_text("utf-8")).findtext(".//h1") for page in pages]
    assert heads.count("هدنة") == 1


EMPTY = """() => [...document.querySelectorAll("main :is(p, ul, ol, dl, dd, section, article, figure, h2)")]
  .filter(e => e.checkVisibility() && !e.textContent.trim() && !e.querySelector("svg, input, img"))
  .map(e => e.outerHTML.slice(0, 160))"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_too_wide_or_empty(odd_site: Path, browser: Browser, language: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 780}, java_script_enabled=True)
    folders = ("", "archive", "timeline", "people", "places", "editors")
    paths = [odd_site / language / name / "index.html" for name in folders]
    paths += sorted((odd_site / language / "articles").glob("*/index.html"))
    with serve_folder(odd_site) as address:
        for path in paths:
            page.goto(f"{address}/{path.parent.relative_to(odd_site).as_posix()}/")
            assert page.locator("h1").count() == 1
            assert page.evaluate(WIDER) == [], path.parent.name
            assert page.evaluate(EMPTY) == [], path.parent.name
    page.close()
