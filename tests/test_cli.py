"""The command line, run as a user runs it."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from digest.cli import main
from digest.pipeline import build_digest
from tests.pages import ARTICLE, HEADLINE


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def project(tmp_path: Path, root: Path) -> Path:
    """The repository's seeds and contents, with a seed that cannot be read."""
    shutil.copytree(root / "seeds", tmp_path / "seeds")
    (tmp_path / "content").symlink_to(root / "content")
    (tmp_path / "seeds" / "empty.txt").write_bytes(b"")
    return tmp_path


def test_every_command_is_in_the_help_and_has_its_own() -> None:
    listed = run("--help").output
    for name, command in main.commands.items():
        assert name in listed
        assert command.help
        assert run(name, "--help").exit_code == 0


def test_check_shows_what_was_read(root: Path) -> None:
    result = run("check", "--root", root)
    assert result.exit_code == 0
    assert _said(result.output) == (5, 0)
    assert "digest split 003_cba11d5463607130.txt" in result.output
    assert "source     الميادين + وكالات" in result.output
    assert "byline     ماهر الزياتي" in result.output
    assert "byline     not stated" in result.output


def _said(output: str) -> tuple[int, int]:
    """How many articles and errors the last line counts; the warnings are as many as are shown."""
    words = r"(\d+) articles?, (\d+) errors?, (\d+) warnings?"
    (counts,) = re.findall(words, output.splitlines()[-1])
    shown = [line for line in output.splitlines() if re.match(r" *warning {2}", line)]
    assert len(shown) == int(counts[2])
    return int(counts[0]), int(counts[1])


def test_check_counts_one_article_and_one_warning_as_such(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    flash = f"{HEADLINE}\n\nافتتح الوزير معرض الكتاب."
    (tmp_path / "seeds" / "a.txt").write_text(flash, "utf-8")
    output = run("check", "--root", tmp_path).output
    assert output.splitlines()[-1] == "1 article, 0 errors, 1 warning"
    assert _said(output) == (1, 0)


@pytest.mark.skipif(sys.platform == "win32", reason="because there are no pseudo-terminals")
@pytest.mark.parametrize("command", [("check",), ("write", "out")])
def test_a_terminal_shows_how_far_it_is_and_nothing_else_does(
    project: Path, tmp_path: Path, command: tuple[str, ...]
) -> None:
    (project / "seeds" / "empty.txt").unlink()
    whole = (sys.executable, "-m", "digest", *command, "--root", str(project))
    here, there = os.openpty()
    subprocess.run(whole, cwd=tmp_path, stdout=subprocess.PIPE, stderr=there, check=True)
    os.close(there)
    shown = bytearray()
    with suppress(OSError):  # the end of a terminal that nobody writes to any more
        while data := os.read(here, 10_000):
            shown += data
    os.close(here)
    assert "Reading seeds" in shown.decode()
    assert "100%" in shown.decode()
    quiet = subprocess.run(whole, cwd=tmp_path, capture_output=True, check=True)
    assert quiet.stderr == b""


def test_check_fails_on_a_bad_seed_and_names_it(project: Path) -> None:
    result = run("check", "--root", project)
    assert result.exit_code == 1
    assert "seeds/empty.txt" in result.output
    assert "5 articles, 1 error, " in result.output
    assert _said(result.output) == (5, 1)


def test_check_of_one_file_as_json(project: Path) -> None:
    result = run("check", "--root", project, "--json", "seeds/002_3d1ec5b031c767a9.txt")
    assert result.exit_code == 0
    (article,) = json.loads(result.stdout)["articles"]
    assert article["file"] == "seeds/002_3d1ec5b031c767a9.txt"
    assert article["published"] == "2022-02-04"
    assert (article["byline"], article["source"]) == (None, "الميادين + وكالات")


def test_check_of_a_file_that_is_not_there(project: Path) -> None:
    result = run("check", "--root", project, "nowhere.txt")
    assert result.exit_code == 1
    assert "there is no such seed" in result.output


def test_explain_decides_every_line(root: Path) -> None:
    seed = root / "seeds" / "003_cba11d5463607130.txt"
    explained = json.loads(run("explain", "--root", root, "--json", seed).stdout)
    lines = explained["lines"]
    rows = enumerate(seed.read_text("utf-8").split("\n"), start=1)
    assert [line["line"] for line in lines] == [number for number, row in rows if row.strip()]
    assert {line["kept"] for line in lines} == {True, False}
    text = run("explain", "--root", root, seed).output
    assert all(line["rule"] in text and explained["rules"][line["rule"]] in text for line in lines)


def test_explain_shows_the_fields_and_what_an_editor_said_of_them(project: Path) -> None:
    seed = "002_3d1ec5b031c767a9.txt"
    field = {"text": "الميادين + وكالات", "rule": "source.cue", "line": 38}
    assert json.loads(run("explain", "--root", project, "--json", seed).stdout)["fields"]["source"] == field
    (project / "content").unlink()
    corrections = project / "content" / "corrections"
    corrections.mkdir(parents=True)
    said = "published: {date: 2022-02-04, reason: the Games opened}\nbyline: سامي منصور\n"
    (corrections / "002_3d1ec5b031c767a9.yml").write_text(said, "utf-8")
    shown = run("explain", "--root", project, seed).output
    assert "byline     سامي منصور  (correction)" in shown
    assert "source     الميادين + وكالات  (source.cue, line 38)" in shown
    assert "published  2022-02-04  (editor)" in shown


def test_faulty_corrections_are_told_of_one_file_too(project: Path) -> None:
    (project / "content").unlink()
    corrections = project / "content" / "corrections"
    corrections.mkdir(parents=True)
    (corrections / "002_3d1ec5b031c767a9.yml").write_text("byline: سامي منصور\nbylin: x\n", "utf-8")
    for command in ("check", "explain"):
        shown = run(command, "--root", project, "002_3d1ec5b031c767a9.txt").output
        assert "content/corrections/002_3d1ec5b031c767a9.yml:2: " in shown


def test_explain_shows_what_of_front_matter_nothing_is_made_of(project: Path) -> None:
    seed = project / "seeds" / "noted.md"
    front = "Title: عنوان للمعرض في العاصمة\nTags: [كتب, معارض]\neditor: منى عادل\ndraft: true"
    seed.write_text(f"---\n{front}\n---\n{ARTICLE}", "utf-8")
    unused = json.loads(run("explain", "--root", project, "--json", seed).stdout)["front_matter_unused"]
    assert unused == ["tags: كتب، معارض", "editor: منى عادل", "draft"]
    text = run("explain", "--root", project, seed).output
    assert "left out   editor: منى عادل  (front matter)" in text


def test_explain_shows_the_words_that_topics_rest_on(root: Path) -> None:
    seed = root / "seeds" / "003_cba11d5463607130.txt"
    topics = json.loads(run("explain", "--root", root, "--json", seed).stdout)["topics"]
    lines = seed.read_text("utf-8").split("\n")
    words = [word for topic in topics for word in topic["evidence"]]
    assert all(word["text"] in lines[word["line"] - 1] for word in words)
    assert all(topic["evidence"] or topic["implied_by"] for topic in topics)
    text = run("explain", "--root", root, seed).output
    assert all(f"topic      {topic['id']}" in text for topic in topics)
    assert all(f"line {word['line']}: {word['text']}" in text for word in words)


def test_check_counts_unknown_names_and_shows_their_sentences(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    first = "قال وزير الأشغال سعد القويري إن الجسر سيفتح في نهاية الشهر."
    text = f"افتتاح جسر المدينة في الشمال\n\n{first} وأضاف القويري أن العمل انتهى أمس.\n"
    (tmp_path / "seeds" / "bridge.txt").write_text(text, "utf-8")
    (article,) = json.loads(run("check", "--root", tmp_path, "--json").stdout)["articles"]
    name = {"ar": "سعد القويري", "kind": "person", "mentions": 2, "sentence": first}
    assert article["candidates"] == [name]
    assert f"unknown    سعد القويري (person, 2): {first}" in run("check", "--root", tmp_path).output


def test_explain_of_a_bad_seed_is_a_message(project: Path) -> None:
    result = run("explain", "--root", project, project / "seeds" / "empty.txt")
    assert result.exit_code == 1
    assert result.output.startswith("Error: ")
    assert "empty.txt" in result.output


def test_split_writes_the_further_article_once(project: Path) -> None:
    seed = project / "seeds" / "003_cba11d5463607130.txt"
    before = seed.read_bytes()
    assert run("split", seed).exit_code == 0
    second = seed.with_name("003_cba11d5463607130-2.txt")
    assert second.read_text("utf-8").strip() in seed.read_text("utf-8")
    assert seed.read_bytes() == before
    again = run("split", seed.name, "--root", project)
    assert again.exit_code == 0
    assert "already" in again.output
    assert "digest split" not in run("check", "--root", project, seed).output


SEVERAL = (
    "الوزير يفتتح المعرض الدولي للكتاب في العاصمة\n\n"
    "افتتح وزير الثقافة سامي منصور، اليوم الأحد، المعرض الدولي للكتاب في العاصمة بمشاركة مئة دار نشر.\n\n"
    "وقال الوزير إن المعرض الذي يستمر أسبوعا هو الأكبر منذ سنوات، وإن الدخول إليه بلا رسوم على الزوار.",
    "المنتخب يفوز على ضيفه في مباراة ودية مثيرة\n\n"
    "فاز المنتخب على ضيفه بهدفين دون رد في مباراة ودية مثيرة جرت مساء السبت على ملعب المدينة الرياضية.\n\n"
    "وسجل المهاجم الهدفين في الشوط الثاني، فيما أضاع الضيوف ركلة جزاء قبل نهاية المباراة بدقائق.",
    "انطلاق أعمال صيانة الجسر القديم فوق النهر\n\n"
    "انطلقت اليوم أعمال صيانة الجسر القديم فوق النهر بكلفة مليوني دينار، وتستمر ثلاثة أشهر بحسب البلدية.\n\n"
    "وقال مهندس البلدية إن الجسر سيغلق أمام الشاحنات، وإن السيارات ستمر من الجسر الجديد طوال المدة.",
)
"""Three articles of one file."""


def test_split_leaves_a_file_of_that_name_alone_and_writes_the_others(tmp_path: Path) -> None:
    seed = tmp_path / "seeds" / "page.txt"
    seed.parent.mkdir()
    seed.write_text("\n\n***\n\n".join(SEVERAL), "utf-8")
    taken = seed.with_name("page-2.txt")
    taken.write_text("نص آخر", "utf-8")
    result = run("split", seed, "--root", tmp_path)
    assert result.exit_code == 1
    assert "page-2.txt: exists and is another text: rename it" in result.output
    assert taken.read_text("utf-8") == "نص آخر"
    assert seed.with_name("page-3.txt").read_text("utf-8") == SEVERAL[2] + "\n"


def test_write_writes_only_what_changed(root: Path, tmp_path: Path) -> None:
    first = run("write", tmp_path / "out", "--root", root)
    assert first.exit_code == 0
    assert (tmp_path / "out" / "ar" / "index.md").exists()
    assert len(list((tmp_path / "out" / "en" / "articles").glob("*.md"))) == 5
    assert ", 0 of them new or changed" in run("write", tmp_path / "out", "--root", root).output


@pytest.mark.parametrize("place", [".", "seeds", "seeds/out", "content", "content/ar", "overrides/x", ".."])
def test_write_refuses_a_folder_whose_pages_would_be_read(project: Path, place: str) -> None:
    before = sorted(project.rglob("*"))
    result = run("write", project / place, "--root", project)
    assert result.exit_code == 2
    assert "name another folder" in result.output
    assert sorted(project.rglob("*")) == before


def test_sections_hold_every_article_and_need_no_setting(project: Path) -> None:
    setting = "plugins:\n- digest:\n    section: !ENV [SECTION, '']\n    summary_sentences: 2\n"
    (project / "mkdocs.yml").write_text(setting, "utf-8")
    result = run("sections", "--root", project)
    assert result.exit_code == 1
    assert "seeds/empty.txt" in result.output
    (project / "seeds" / "empty.txt").unlink()
    data = json.loads(run("sections", "--root", project, "--json").stdout)
    assert sum(data["articles"].values()) == 5
    assert data["articles"]["2022"] == 2
    text = run("sections", "--root", project).output
    assert all(name in text for name in (*data["articles"], data["front"]))


def test_export_as_json_holds_every_article(root: Path) -> None:
    data = json.loads(run("export", "--root", root).stdout)
    assert [article["id"] for article in data["articles"]] == [a.id for a in build_digest(root).articles]


@pytest.mark.parametrize(("format_", "mark"), [("po", "msgid"), ("xliff", "<trans-unit"), ("tmx", "<tuv")])
def test_export_of_translations(root: Path, format_: str, mark: str) -> None:
    result = run("export", "--format", format_, "--root", root)
    assert result.exit_code == 0
    assert mark in result.stdout or mark.replace("trans-unit", "unit") in result.stdout
