"""A build that takes over what an earlier process left gives, byte for byte, what one from nothing gives."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.bench.archive import archive
from tests.site.following import CHANGES
from tests.site.project import ENVIRONMENT, build, copy_project, snapshot

KEPT = Path(".cache", "digest", "built", "files")
PAGES = Path(".cache", "digest", "pages")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    project = copy_project(tmp_path / "project")
    built(project)
    return project


def built(project: Path) -> dict[str, str]:
    """The site after a build in a process of its own."""
    run = build(project)
    assert run.returncode == 0, run.stdout
    return snapshot(project / "site")


def from_nothing(project: Path) -> dict[str, str]:
    """The site of the same project, built where nothing is kept."""
    fresh = project.with_name("fresh")
    shutil.copytree(project, fresh, ignore=shutil.ignore_patterns(".cache", "site"))
    found = built(fresh)
    shutil.rmtree(fresh)
    return found


def hook(project: Path, code: str) -> None:
    """Give a project a hook."""
    (project / "hook.py").write_text(code, "utf-8")
    settings = project / "mkdocs.yml"
    settings.write_text(f"{settings.read_text('utf-8')}\nhooks: [hook.py]\n", "utf-8")


def made_anew(project: Path, change: Callable[[], object]) -> set[str]:
    """The pages whose HTML is made in the build after a change."""
    before = {path: path.stat().st_mtime_ns for path in (project / KEPT).rglob("*.html")}
    change()
    built(project)
    now = {path: path.stat().st_mtime_ns for path in (project / KEPT).rglob("*.html")}
    return {
        path.relative_to(project / KEPT).as_posix() for path, time in now.items() if before.get(path) != time
    }


def test_random_changes(project: Path) -> None:
    dice, texts = random.Random(5), [text for _, text in archive(10)]
    for number in (1, 2, 3):
        (project / "seeds" / f"made-{number}.txt").write_text(texts.pop(), "utf-8")
    for change in CHANGES:
        change(project, dice, texts)
        assert built(project) == from_nothing(project), change
        folders = [path for path in (project / "site").rglob("*") if path.is_dir()]
        assert all(any(folder.iterdir()) for folder in folders)


def test_other_settings_names_and_styles(project: Path) -> None:
    settings = project / "mkdocs.yml"
    text = settings.read_text("utf-8")
    names = project / "content" / "vocabulary" / "people-russia-china.yml"
    partial = project / "overrides" / "main.html"
    for path, changed in (
        (settings, text.replace("site_url: http://127.0.0.1:8000/", "site_url: https://example.org/a/")),
        (settings, f"{text}\nrepo_url: https://example.org/repository\nedit_uri: edit/main/content/\n"),
        (settings, text.replace("  - digest\n", "  - digest: {summary_sentences: 2}\n")),
        (settings, text.replace("      - ar/about.md\n", "")),
        (names, names.read_text("utf-8").replace("en: Vladimir Putin\n", "en: V. V. Putin\n")),
        (partial, partial.read_text("utf-8").replace("{% endblock %}", "<!-- changed -->{% endblock %}", 1)),
    ):
        assert changed != path.read_text("utf-8")
        path.write_text(changed, "utf-8")
        assert built(project) == from_nothing(project), path


def test_only_what_changed_is_made(project: Path) -> None:
    assert made_anew(project, lambda: None) == set()
    seed = sorted((project / "seeds").iterdir())[2]
    made = made_anew(project, lambda: seed.write_text(f"{seed.read_text('utf-8')}\nنص مضاف هنا.\n", "utf-8"))
    assert 2 <= len(made) < len(list((project / "site").rglob("*.html"))) / 2


def test_a_page_that_a_person_writes_and_takes_back(project: Path) -> None:
    page, before = project / "content" / "en" / "tags.md", snapshot(project / "site")
    page.write_text("# Mine\n", "utf-8")
    assert built(project) == from_nothing(project)
    page.unlink()
    assert built(project) == before


def test_what_somebody_did_to_the_site_is_undone(project: Path) -> None:
    site = project / "site"
    before = snapshot(site)
    (site / "ar" / "tags" / "index.html").write_text("mine", "utf-8")
    (site / "pagefind" / "words.json").unlink()
    (site / "strange" / "place").mkdir(parents=True)
    (site / "strange" / "place" / "file.txt").write_text("left here", "utf-8")
    assert built(project) == before
    assert not (site / "strange").exists()
    shutil.rmtree(site)
    assert built(project) == before
    assert build(project, "--site-dir", "elsewhere").returncode == 0
    assert snapshot(project / "elsewhere") == before


def test_hidden_files_of_the_site_stay(project: Path) -> None:
    before, hidden = snapshot(project / "site"), project / "site" / ".git"
    hidden.write_text("gitdir: elsewhere\n", "utf-8")
    assert built(project).keys() == {*before, ".git"}


def test_a_build_that_fails_leaves_the_site(project: Path) -> None:
    before, names = snapshot(project / "site"), project / "content" / "ar" / "about.md"
    names.write_bytes(b"---\ntitle: [\n---\n\xff")
    assert build(project).returncode != 0
    assert snapshot(project / "site") == before


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-100])


def _spoil(path: Path) -> None:
    path.write_bytes(b"\0" * 64)


@pytest.mark.parametrize("damage", [_cut, _spoil, Path.unlink])
@pytest.mark.parametrize("folder", ["built", "pages"])
def test_damage_is_mended(project: Path, folder: str, damage: Callable[[Path], None]) -> None:
    before = snapshot(project / "site")
    for path in sorted((project / ".cache" / "digest" / folder).rglob("*"))[::3]:
        if path.is_file():
            damage(path)
    # Else it stands, and nobody looks.
    shutil.rmtree(project / "site")
    run = build(project)
    assert run.returncode == 0, run.stdout
    assert snapshot(project / "site") == before
    if folder == "built" and damage is not Path.unlink:
        assert "damaged" in run.stdout
    assert made_anew(project, lambda: None) == set()


def test_what_other_plugins_do_to_pages_is_done(project: Path) -> None:
    hook(project, "def on_post_page(output, **_):\n    return output + '<!-- hooked -->'\n")
    for _ in range(2):
        built(project)
        pages = [path.read_text("utf-8") for path in (project / "site" / "ar").rglob("*.html")]
        assert all(page.endswith("<!-- hooked -->") for page in pages)


@pytest.mark.parametrize(
    "code",
    [
        "def on_page_markdown(markdown, page, **_):\n    return markdown + f'\\n\\nhooked {page.url}.\\n'\n",
        "def on_page_content(html, page, **_):\n    return html + f'<p>hooked {page.url}.</p>'\n",
        "def on_page_context(context, page, **_):\n    page.meta['title'] = f'hooked {page.url}.'\n",
    ],
)
def test_what_hooks_do_to_single_pages_is_done(project: Path, code: str) -> None:
    hook(project, code)
    built(project)
    for path in (project / "site" / "en").rglob("index.html"):
        address = path.parent.relative_to(project / "site").as_posix()
        assert f"hooked {address}/." in path.read_text("utf-8")


def test_a_hook_that_touches_no_single_page_leaves_the_quick_way(project: Path) -> None:
    """And is heeded when it changes itself."""
    policy = "import math\n\ndef on_env(env, **_):\n    env.globals['content_policy'] = 'policy-{}'\n"
    hook(project, policy.format("one"))
    built(project)
    assert not made_anew(project, lambda: None)
    (project / "hook.py").write_text(policy.format("other"), "utf-8")
    built(project)
    pages = list((project / "site" / "ar" / "articles").glob("*/index.html"))
    assert pages
    assert all("policy-other" in page.read_text("utf-8") for page in pages)


@pytest.mark.parametrize("event", ["on_nav(nav", "on_env(env"])
def test_what_is_kept_may_be_deleted_while_a_site_is_built(project: Path, event: str) -> None:
    """Of a page that is to be made anew, too."""
    seed = next((project / "seeds").glob("*.txt"))
    seed.write_text(f"{seed.read_text('utf-8')}\nوقال إن الاجتماع المقبل سيعقد في المدينة نفسها.\n", "utf-8")
    expected = from_nothing(project)
    hook(project, f"import shutil\n\ndef {event}, **_):\n    shutil.rmtree({str(project / '.cache')!r})\n")
    assert built(project) == expected


def test_an_extension_of_ones_own_that_changes_is_heeded(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = """
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor

class Signed(Postprocessor):
    def run(self, text):
        return text + "<p>{}</p>"

class Own(Extension):
    def extendMarkdown(self, md):
        md.postprocessors.register(Signed(md), "signed", 0)

def makeExtension(**settings):
    return Own(**settings)
"""
    path = os.pathsep.join(filter(None, [str(project), os.environ.get("PYTHONPATH")]))
    monkeypatch.setitem(ENVIRONMENT, "PYTHONPATH", path)
    settings = project / "mkdocs.yml"
    text = settings.read_text("utf-8").replace("  - attr_list\n", "  - attr_list\n  - own_signed\n")
    settings.write_text(text, "utf-8")
    for signature in ("first", "second"):
        (project / "own_signed.py").write_text(code.replace("{}", signature), "utf-8")
        built(project)
        pages = list((project / "site" / "ar").rglob("index.html"))
        assert pages
        assert all(f"<p>{signature}</p>" in page.read_text("utf-8") for page in pages)


def test_nothing_is_kept_without_the_quick_way(project: Path) -> None:
    shutil.rmtree(project / ".cache")
    settings = project / "mkdocs.yml"
    text = settings.read_text("utf-8").replace("  - digest\n", "  - digest: {fast: false}\n")
    settings.write_text(text, "utf-8")
    built(project)
    assert not (project / KEPT).exists()
