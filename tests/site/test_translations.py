"""The English side in a real project: what readers are shown, what may list a page, what editors are told.

One throw-away project has an article of each sort: by machine only, partly translated, not at all, by a
person, and one as it is in the repository.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from lxml import html
from playwright.sync_api import Browser, Page

from tests.site.english import GONE, Project, mixed_project
from tests.site.project import build, serve_folder
from tests.site.watching import ARABIC_OUTSIDE, RULES

ARABIC = re.compile("[\u0600-\u06ff]")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The project, built once."""
    return mixed_project(tmp_path_factory.mktemp("english") / "project")


def robots(page: html.HtmlElement) -> list[str]:
    """What a page tells search engines."""
    return [str(value) for value in page.xpath("//meta[@name='robots']/@content")]


def banner(page: html.HtmlElement) -> str:
    """What stands at the top of an English page, white space single."""
    return " ".join(page.find_class("digest-status")[0].text_content().split())


@pytest.mark.parametrize(
    ("sort", "said"),
    [
        ("machine", "Machine translation, not reviewed"),
        ("none", "The text of this article is not translated yet."),
        ("person", "Translated by Layla Haddad"),
        ("whole", "no person has reviewed it."),
    ],
)
def test_the_banner_says_who_translated(project: Project, sort: str, said: str) -> None:
    shown = banner(project.article(sort))
    assert said in shown
    assert ("Translated by" in shown) == (sort == "person")
    assert "Read the whole text in Arabic" in shown


def test_the_banner_counts_what_is_translated(project: Project) -> None:
    done, segments = map(int, re.findall(r"(\d+) of (\d+) passages", banner(project.article("partly")))[0])
    assert 0 < done < segments


def test_unreviewed_english_is_listed_nowhere(project: Project) -> None:
    listed = "".join(path.read_text("utf-8") for path in (project.folder / "site").glob("sitemap-*.xml"))
    latest = project.page("en").xpath("//section[contains(@class, '--latest')]")[0]
    waiting = latest.xpath(".//h2[@id='arabic-only']")[0].getnext()
    for sort, slug in project.slugs.items():
        hidden = sort in ("machine", "none")
        assert robots(project.article(sort)) == (["noindex"] if hidden else [])
        assert not robots(project.page(f"ar/articles/{slug}"))
        assert (f"/en/articles/{slug}/" not in listed) == hidden
        assert f"/ar/articles/{slug}/" in listed
        assert (f"articles/{slug}/" in html.tostring(waiting, encoding="unicode")) == hidden
        for feed in ("feed.xml", "feed.json"):
            assert (f"/en/articles/{slug}/" not in project.text(f"en/{feed}")) == hidden, feed


def test_what_is_not_translated_is_marked_arabic_with_its_facts(project: Project) -> None:
    for sort in ("none", "partly"):
        page = project.article(sort)
        for sentence in page.xpath("//*[contains(@class, 'digest-untranslated')][@lang]"):
            assert (sentence.get("lang"), sentence.get("dir")) == ("ar", "rtl")
            assert "Not translated yet" in sentence.getnext().text_content()
        glosses = [item.text_content() for item in page.find_class("digest-gloss")]
        assert any(re.search("Russia|China|Putin", gloss) for gloss in glosses)
    assert any("the original changed" in gloss for gloss in glosses)
    assert "The English of long ago." not in page.text_content()


def test_no_arabic_is_unmarked_on_an_english_page(project: Project) -> None:
    paths = [f"en/articles/{slug}" for slug in project.slugs.values()]
    paths += [f"en/parallel/{slug}" for sort, slug in project.slugs.items() if sort != "none"]
    for path in [*paths, "en/translations", "en/timeline", "en"]:
        for text in project.page(path).xpath("//body//text()[not(ancestor::script|ancestor::style)]"):
            if ARABIC.search(text):
                near = text.getparent().xpath("ancestor-or-self::*[@lang][1]")[0]
                assert near.get("lang") == "ar", f"{path}: {text}"


def test_facts_are_in_english_whether_or_not_the_text_is(project: Project) -> None:
    page = project.article("none")
    assert page.xpath("//dl[@class='digest-names']//a[text()='Russia' or .//text()='Russia']")
    days = [item.text_content() for item in page.find_class("digest-timeline__date")]
    assert days
    assert not any(ARABIC.search(day) for day in days)


def test_one_page_shows_both_languages(project: Project) -> None:
    slug = project.slugs["whole"]
    for language in ("ar", "en"):
        links = project.page(f"{language}/articles/{slug}").xpath("//main//a/@href")
        assert any(link.endswith(f"parallel/{slug}/") for link in links), language
    page = project.page(f"en/parallel/{slug}")
    assert robots(page) == ["noindex"]
    english = page.xpath("//*[@data-pair][@id]")
    assert len(english) == len(page.xpath("//*[@lang='ar']//*[@data-pair]")) > 10
    assert not (project.folder / "site" / "ar" / "parallel").exists()
    partly = project.page(f"en/parallel/{project.slugs['partly']}")
    rows = [row for row in partly.find_class("digest-row") if "Not translated yet" in row[0].text_content()]
    assert len(rows) > 3
    assert any(re.search("Russia|China|Putin", row[0].text_content()) for row in rows), "facts are in English"
    assert not (project.folder / "site" / "en" / "parallel" / project.slugs["none"]).exists()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_editors_see_what_waits(project: Project, language: str) -> None:
    page = project.page(f"{language}/translations")
    work = {item.xpath(".//h3//a/@href")[0]: item for item in page.find_class("digest-work")}
    assert len(work) == 4
    by_sort = {
        sort: next((item for link, item in work.items() if slug in link), None)
        for sort, slug in project.slugs.items()
    }
    assert by_sort["whole"] is None
    partly, doubtful, none = by_sort["partly"], by_sort["person"], by_sort["none"]
    assert partly is not None
    assert doubtful is not None
    assert none is not None
    assert partly.xpath(".//del//text()") == ["قديماً"]
    assert "The English of long ago." in partly.text_content()
    assert "987654" in doubtful.text_content()
    assert "numbers" in doubtful.text_content()
    assert f"digest translate --edit {project.ids['none']}" in none.text_content()
    edit = f"https://git.example/mujaz/edit/main/content/translations/en/{project.ids['partly']}.yml"
    assert edit in partly.xpath(".//a/@href")
    assert f"{GONE}.yml" in page.text_content()


def test_files_of_an_article_that_is_gone_are_told_and_stop_nothing(project: Project) -> None:
    """The project was built with `--strict`."""
    lines = [line for line in project.log.splitlines() if GONE in line]
    for line, file in zip(lines, ("translations/en", "corrections"), strict=True):
        assert line.startswith("INFO")
        assert f"content/{file}/{GONE}.yml:1: the article is gone; name" in line
    for language in ("ar", "en"):
        told = project.page(f"{language}/editors").text_content()
        assert told.count(f"{GONE}.yml:1") == 2


@pytest.fixture
def page(browser: Browser, project: Project) -> Iterator[Page]:
    """The side-by-side view of an article, on a wide screen."""
    with serve_folder(project.folder / "site") as address:
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        shown = context.new_page()
        shown.goto(f"{address}/en/parallel/{project.slugs['partly']}/")
        yield shown
        context.close()


LIT = "items => items.map(item => item.dataset.pair)"


def test_matching_sentences_light_together(page: Page) -> None:
    lit = page.locator(".digest-pair--lit")
    for side in ("[lang=ar]", ":not([lang])"):
        page.locator(f".digest-row__cell{side} [data-pair=s2]").hover()
        assert lit.evaluate_all(LIT) == ["s2", "s2"]
    page.mouse.move(0, 0)
    assert lit.count() == 0
    page.keyboard.press("Tab")
    for _ in range(60):
        if page.evaluate("document.activeElement.dataset.pair"):
            break
        page.keyboard.press("Tab")
    first = lit.evaluate_all(LIT)
    assert len(first) == 2
    page.keyboard.press("ArrowDown")
    second = lit.evaluate_all(LIT)
    assert len(set(second)) == 1
    assert second != first
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.closest('[lang]').lang") == "ar"
    assert lit.evaluate_all(LIT) == second
    page.keyboard.press("Tab")
    assert lit.count() == 0


SIDES = """() => [...document.querySelectorAll('.digest-row')].map(row => {
  const [en, ar] = [...row.children].map(cell => cell.getBoundingClientRect());
  return en.right <= ar.left ? 'beside' : en.bottom <= ar.top ? 'under' : 'over';
})"""


@pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without scripts"])
def test_side_by_side_where_there_is_room(browser: Browser, project: Project, script: bool) -> None:
    context = browser.new_context(java_script_enabled=script)
    page = context.new_page()
    with serve_folder(project.folder / "site") as address:
        page.goto(f"{address}/en/parallel/{project.slugs['whole']}/")
        for width, side in ((1280, "beside"), (360, "under")):
            page.set_viewport_size({"width": width, "height": 900})
            assert set(page.evaluate(SIDES)) == {side}
            assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.locator(".digest-parallel__help").is_visible() == script
    context.close()


def test_axe_finds_nothing_on_the_english_side(browser: Browser, project: Project) -> None:
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    paths = [f"en/parallel/{project.slugs['partly']}", f"en/articles/{project.slugs['partly']}"]
    paths += [f"en/articles/{project.slugs['none']}", "en/translations", "ar/translations"]
    with serve_folder(project.folder / "site") as address:
        for path in paths:
            page.goto(f"{address}/{path}/")
            assert page.evaluate(ARABIC_OUTSIDE) == [] or path.startswith("ar/")
            page.evaluate(Axe().axe_script)
            for scheme in ("default", "slate"):
                page.evaluate("scheme => document.body.dataset.mdColorScheme = scheme", scheme)
                answer = page.evaluate("options => axe.run(document, options)", RULES)
                found = [(item["id"], item["nodes"][0]["html"][:200]) for item in answer["violations"]]
                assert not found, f"{path} {scheme}"
    context.close()


def test_bad_files_are_named_with_their_line(tmp_path: Path) -> None:
    """Every fault there is, in one build: each is named, and every article is still there."""
    made = Project(tmp_path / "project")
    text = {sort: made.memory(sort).read_text("utf-8") for sort in made.ids}
    ids = re.findall(r"- id: (\w+)", text["machine"])
    first = re.search(r"- id: .*?(?=\n- id:)", text["machine"], re.DOTALL)
    assert first
    spoiled = {
        "machine": (text["machine"].rstrip() + f"\n{first.group()}\n", f"{ids[0]}"),
        "partly": (text["partly"].replace("- id: ", "- id: 0", 1), "is not that of its Arabic"),
        "none": (
            text["none"].replace("state: reviewed", "state: great", 1),
            "the state 'great' is not known",
        ),
        "person": (
            re.sub(r"  en: .*\n  state: reviewed", "  en: ''\n  state: human", text["person"], count=1),
            "`en` is empty in state human",
        ),
        "whole": (text["whole"].replace("segments:\n", "segments:\n<<<<<<< HEAD\n", 1), "merge conflict"),
    }
    for sort, (content, _) in spoiled.items():
        made.memory(sort).write_text(content, "utf-8")
    run = build(made.folder, "--strict")
    assert run.returncode == 1
    assert "Traceback" not in run.stdout
    for sort, (_, message) in spoiled.items():
        line = next(line for line in run.stdout.splitlines() if f"{made.ids[sort]}.yml:" in line)
        assert re.search(
            rf"content/translations/en/{made.ids[sort]}\.yml:[0-9]+: .*{re.escape(message)}", line
        )
    assert build(made.folder).returncode == 0
    shown = made.page("en/translations").text_content()
    assert all(f"{id_}.yml" in shown for id_ in made.ids.values())
    assert len(list((made.folder / "site" / "en" / "articles").glob("*/index.html"))) == len(made.ids)
