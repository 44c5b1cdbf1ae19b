"""The plugin in real builds, in this process: what MkDocs is handed, and what stays as it was."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pathspec
import pytest
from lxml import html
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer

from tests.site.project import build as run_build
from tests.site.project import copy_project


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with one hand-written page more, built once."""
    folder = copy_project(tmp_path_factory.mktemp("plugin") / "project")
    (folder / "content" / "en" / "tags.md").write_text(
        '---\ntitle: Mine & "yours"\n---\n\nBy hand.\n', "utf-8"
    )
    make(folder)
    return folder


def make(project: Path) -> None:
    """Build a project into its `site/`."""
    build(load_config(config_file=str(project / "mkdocs.yml"), site_dir=str(project / "site")))


def page(project: Path, path: str) -> html.HtmlElement:
    """A page of the built site."""
    return html.fromstring((project / "site" / path / "index.html").read_bytes().decode("utf-8"))


def first_article(project: Path, language: str) -> str:
    """The address of an article."""
    folder = sorted((project / "site" / language / "articles").iterdir())[0]
    return f"{language}/articles/{folder.name}"


@pytest.mark.parametrize(("language", "direction", "name"), [("ar", "rtl", "موجز"), ("en", "ltr", "Mujaz")])
def test_a_page_has_its_own_language(project: Path, language: str, direction: str, name: str) -> None:
    for path in (language, f"{language}/timeline", f"{language}/archive", first_article(project, language)):
        tree = page(project, path)
        assert tree.get("lang") == language
        assert tree.get("dir") == direction
        assert tree.find("body").get("dir") == direction
        assert name in tree.findtext("head/title")
        menu = [link.get("href") for link in tree.find_class("digest-sections")[0].iter("a")]
        assert menu
        assert not any("/en/" in link or "/ar/" in link for link in menu)


def test_the_switch_leads_to_the_same_page(project: Path) -> None:
    for path in ("ar", "ar/people", first_article(project, "ar")):
        link = page(project, path).find_class("digest-switch")[0]
        target = (project / "site" / path / link.get("href")).resolve()
        assert target == (project / "site" / path.replace("ar", "en", 1)).resolve()
        assert link.get("lang") == "en"


def test_a_page_that_a_person_wrote_wins(project: Path) -> None:
    tree = page(project, "en/tags")
    assert "By hand." in tree.text_content()
    assert tree.findtext("head/title") == 'Mine & "yours" - Mujaz'
    assert "By hand." not in page(project, "ar/tags").text_content()


def test_home_shows_the_articles(project: Path) -> None:
    assert len(page(project, "ar").find_class("digest-card")) == len(list((project / "seeds").iterdir()))
    assert "digest: latest" not in (project / "site" / "ar" / "index.html").read_text("utf-8")


def test_articles_are_not_in_the_menu(project: Path) -> None:
    links = page(project, "ar").find_class("digest-sections")[0].iter("a")
    assert not any("articles/" in link.get("href") for link in links)


def test_what_is_private_is_not_published(project: Path) -> None:
    published = {path.relative_to(project / "site").parts[0] for path in (project / "site").rglob("*")}
    assert not published & {"corrections", "translations", "vocabulary"}


def test_the_original_and_the_markdown_lie_beside_the_article(project: Path) -> None:
    path = first_article(project, "ar")
    name = path.rsplit("/", 1)[1]
    assert (project / "site" / path / "article.md").read_text("utf-8").startswith("---\ntitle:")
    assert (project / "site" / "originals" / f"{name}.txt").is_file()


def test_pages_are_written_only_when_they_change(project: Path) -> None:
    cache = project / ".cache" / "digest" / "pages"
    before = {path: path.stat().st_mtime_ns for path in cache.rglob("*.md")}
    (cache / "ar" / "stale.md").write_text("gone tomorrow", "utf-8")
    make(project)
    assert {path: path.stat().st_mtime_ns for path in cache.rglob("*.md")} == before


def test_no_page_asks_another_host(project: Path) -> None:
    for path in (project / "site").rglob("*.html"):
        tree = html.fromstring(path.read_bytes().decode("utf-8"))
        asked = [node.get("src") for node in tree.iter("script", "img", "iframe") if node.get("src")]
        asked += [node.get("href") for node in tree.iter("link") if node.get("rel") != "canonical"]
        assert not [address for address in asked if re.match(r"(https?:)?//", address)], path
    for path in (project / "site" / "assets" / "stylesheets").glob("*.css"):
        assert not re.search(r"url\(\s*[\"']?(https?:)?//", path.read_text("utf-8")), path


HOSTILE = '<img src=x onerror=alert(1)> "onmouseover="alert(2) <script>alert(3)</script> {{ config }}'


def test_hostile_text_stays_text_in_titles_and_tags(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    seed = sorted((project / "seeds").iterdir())[0]
    correction = project / "content" / "corrections" / f"{seed.stem}.yml"
    correction.parent.mkdir(exist_ok=True)
    correction.write_text(f"title: {json.dumps(HOSTILE)}\nslug: hostile\n", "utf-8")
    make(project)
    tree = page(project, "ar/articles/hostile")
    assert tree.findtext("head/title").startswith(HOSTILE[:60])
    assert HOSTILE in " ".join(tree.find(".//h1").text_content().split())
    for path in (project / "site").rglob("*.html"):
        nodes = list(html.fromstring(path.read_bytes().decode("utf-8")).iter())
        assert not [node for node in nodes if any(name.startswith("on") for name in node.attrib)], path
        assert not [node for node in nodes if node.tag == "img"], path


@pytest.mark.parametrize(("strict", "level"), [(False, "WARNING"), (True, "INFO")])
def test_doubts_are_said_once_each_and_stop_no_strict_build(tmp_path: Path, strict: bool, level: str) -> None:
    folder = copy_project(tmp_path / "project")
    english = "The minister opened the fair in the capital on Sunday, with many publishers taking part.\n\n"
    (folder / "seeds" / "foreign.txt").write_text(f"The minister opens the fair\n\n{english * 3}", "utf-8")
    (folder / "content" / "corrections" / "foreign.yml").write_text("drop:\n- no such line\n", "utf-8")
    run = run_build(folder, *(["--strict"] if strict else []))
    assert run.returncode == 0, run.stdout
    said = [line for line in run.stdout.splitlines() if "foreign" in line and line.startswith(level)]
    assert re.findall(r"\S+/foreign\.\S+ .{23}", "\n".join(said)) == [
        "seeds/foreign.txt: is mostly not in Arabic",
        "content/corrections/foreign.yml:2: `drop` names a line tha",
    ]


@pytest.mark.parametrize("setting", ["{summary_sentences: 0}", "{summary_sentences: many}", "{unknown: 1}"])
def test_settings_that_cannot_work_are_refused(project: Path, setting: str) -> None:
    spoiled = project / "spoiled.yml"
    text = (project / "mkdocs.yml").read_text("utf-8")
    spoiled.write_text(text.replace("  - digest\n", f"  - digest: {setting}\n"), "utf-8")
    with pytest.raises((Abort, PluginError)):
        build(load_config(config_file=str(spoiled), site_dir=str(project / "refused"), strict=True))


@pytest.mark.parametrize(
    ("plugins", "said"),
    [
        ("  - digest: {limits: {foo: 1}}\n", "limits.foo in mkdocs.yml is not known; there are file_bytes, "),
        ("  - digest: {limits: {foo: x}}\n", "limits.foo in mkdocs.yml is not known; there are file_bytes, "),
        ('  - digest: {cache: "a\\0b"}\n', "cache in mkdocs.yml must name a folder"),
        ("  - digest\n  - digest: {summary_sentences: 2}\n", "plugins in mkdocs.yml names digest twice"),
    ],
)
def test_a_build_that_cannot_work_ends_with_a_line(project: Path, plugins: str, said: str) -> None:
    text = (project / "mkdocs.yml").read_text("utf-8")
    (project / "spoiled.yml").write_text(text.replace("  - digest\n", plugins), "utf-8")
    run = run_build(project, "--config-file", "spoiled.yml", "--site-dir", "refused")
    assert run.returncode == 1
    assert said in run.stdout.splitlines()[-3 if "BuildError" in run.stdout else -1]
    assert "Traceback" not in run.stdout


@pytest.mark.parametrize("plugins", ["  []\n", "  - digest: {enabled: false}\n"])
def test_a_site_without_the_plugin_says_so(project: Path, plugins: str) -> None:
    text = (project / "mkdocs.yml").read_text("utf-8")
    (project / "spoiled.yml").write_text(text.replace("  - digest\n", plugins), "utf-8")
    run = run_build(project, "--config-file", "spoiled.yml", "--site-dir", "bare")
    assert (run.returncode, "Traceback" in run.stdout) == (0, False)
    for path in ("index.html", "404.html", "ar/index.html"):
        tree = html.fromstring((project / "bare" / path).read_bytes().decode("utf-8"))
        assert "add the line - digest" in tree.text_content(), path
    assert "add the line" not in page(project, "ar").text_content()


def test_addresses_that_no_link_leads_to_are_refused(project: Path, caplog: pytest.LogCaptureFixture) -> None:
    config = load_config(
        config_file=str(project / "mkdocs.yml"),
        site_dir=str(project / "refused"),
        use_directory_urls=False,
    )
    with pytest.raises(Abort):
        build(config)
    assert "use_directory_urls in mkdocs.yml must be true" in caplog.text


def test_what_mkdocs_is_told_to_leave_out_is_warned_of(
    project: Path, caplog: pytest.LogCaptureFixture
) -> None:
    config = load_config(config_file=str(project / "mkdocs.yml"), site_dir=str(project / "less"))
    config.exclude_docs = pathspec.gitignore.GitIgnoreSpec.from_lines(["/en/topics/"])
    build(config)
    assert re.search(r"keeps \d+ pages out that others lead to: en/topics/", caplog.text)


def test_corrections_in_another_folder_of_pages_are_warned_of(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    project = copy_project(tmp_path / "project")
    shutil.copytree(project / "content", project / "docs")
    build(load_config(config_file=str(project / "mkdocs.yml"), docs_dir=str(project / "docs")))
    assert "corrections is not read: it has to stand in content/" in caplog.text


def test_serving_watches_seeds_and_a_pulse_but_nothing_of_the_cache(project: Path) -> None:
    config = load_config(config_file=str(project / "mkdocs.yml"))
    server = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(project / "site"))
    try:
        config.plugins.on_serve(server, config=config, builder=lambda: None)
        pulse, whole, seeds = map(Path, server._watched_paths)
        assert (pulse.name, whole, seeds) == ("pulse", project.resolve(), project.resolve() / "seeds")
        assert not pulse.is_relative_to(project.resolve())
        config.plugins.on_shutdown()
        assert not pulse.parent.exists()
    finally:
        server.server_close()
