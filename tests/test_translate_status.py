"""`digest status`: how much of each article is in English, what is stale, what the checks say and where."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from digest.cli.check import check
from digest.cli.translate import status, translate
from tests.translating import folder, run, seeds_and_english, told


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return seeds_and_english(tmp_path)


def test_status_shows_a_table(project: Path) -> None:
    identifier = sorted(path.stem for path in folder(project).glob("*.yml"))[0]
    (folder(project) / f"{identifier}.yml").unlink()
    (folder(project) / "gone.yml").write_text("article: gone\nsegments: []\n", "utf-8")
    result = run(status, project)
    assert result.exit_code == 0
    assert re.search(rf"{identifier}\s+missing\s+0/\d+\s+-\s+-\n  \u2068\S[^\n]*\u2069\n", result.stdout)
    assert re.search(r"reviewed\s+22/22\s+-\s+Claude \(language model\)\n", result.stdout)
    assert "en/gone.yml:1: the article is gone" in result.stdout
    (folder(project) / f"{identifier}.yml").write_text("<<<<<<< HEAD\n", "utf-8")
    result = run(status, project)
    assert result.exit_code == 1
    assert f"{identifier}.yml:1: an unresolved merge conflict" in result.stderr


def test_status_shows_the_old_pair_of_changed_arabic(project: Path) -> None:
    seed = sorted((project / "seeds").glob("*.txt"))[4]
    text = seed.read_text("utf-8")
    changed = text.replace("محادثة بالفيديو", "محادثة هاتفية")
    assert changed != text
    seed.write_text(changed, "utf-8")
    article = told(project)[seed.stem]
    assert article["states"] == {"reviewed": article["all"] - 1, "stale": 1}
    (stale,) = article["stale"]
    assert "محادثة هاتفية" in stale["ar"]
    assert "محادثة بالفيديو" in stale["was"]
    assert "video call" in stale["en"]
    table = run(status, project).stdout
    assert f"stale {stale['file']}:{stale['line']}: the Arabic changed" in table
    assert f"now: \u2068{stale['ar']}\u2069" in table
    assert f"was: \u2068{stale['was']}\u2069" in table
    lines = (project / stale["file"]).read_text("utf-8").split("\n")
    assert lines[stale["line"] - 1 + 1] == f"  ar: '{stale['was']}'"
    said = run(translate, project, "--engine", "echo").stdout
    assert "Nothing is missing." in said
    assert "1 stale: `digest status` shows them" in said
    assert "stale:" not in run(translate, project, "--engine", "echo", "--stale").stdout


def test_a_failing_check_is_named_with_its_place_by_status_and_by_check(project: Path) -> None:
    path = next(path for path in folder(project).glob("*.yml") if " 10 billion" in path.read_text("utf-8"))
    path.write_text(path.read_text("utf-8").replace(" 10 billion", " 11 billion", 1), "utf-8")
    article = told(project)[path.stem]
    (failing,) = article["failing"]
    lines = path.read_text("utf-8").split("\n")
    assert failing["file"] == f"content/translations/en/{path.name}"
    assert lines[failing["line"] - 1] == f"- id: {failing['id']}"
    place = f"{failing['file']}:{failing['line']}: numbers: not in the English: 10,000,000,000"
    assert f"warning {place}" in run(status, project).stdout
    assert f"warning    {place}" in run(check, project).stdout
    checked = json.loads(run(check, project, "--json").stdout)["articles"]
    assert [item["english"]["failing"] for item in checked if item["id"] == path.stem] == [[failing]]


def test_an_error_of_a_check_makes_the_commands_fail(project: Path) -> None:
    path = next(path for path in folder(project).glob("*.yml") if " 10 billion" in path.read_text("utf-8"))
    text = path.read_text("utf-8")
    assert [run(command, project).exit_code for command in (status, check)] == [0, 0]
    assert run(status, project, "--strict").exit_code == 0
    path.write_text(text.replace(" 10 billion", " 11 billion", 1), "utf-8")
    assert [run(command, project).exit_code for command in (status, check)] == [0, 0]
    assert run(status, project, "--strict").exit_code == 1
    path.write_text(text.replace(" 10 billion", " 10 مليار", 1), "utf-8")
    results = [run(command, project) for command in (status, check)]
    assert [result.exit_code for result in results] == [1, 1]
    assert all(re.search(r"  error +content/.*arabic-left", result.stdout) for result in results)
    assert "5 articles, 1 error," in results[1].stdout


def test_an_accepted_check_is_accepted_for_exactly_that_english(project: Path) -> None:
    path = next(path for path in folder(project).glob("*.yml") if " 10 billion" in path.read_text("utf-8"))
    text = path.read_text("utf-8").replace(" 10 billion", " 11 billion", 1)
    place = text.index("\n  by:", text.index(" 11 billion"))
    path.write_text(f"{text[:place]}\n  accept: [numbers]{text[place:]}", "utf-8")
    assert run(status, project, "--strict").exit_code == 0, "what was just accepted counts"
    run(translate, project, path.stem)
    sealed = path.read_text("utf-8")
    assert re.search(r"  accept: \[numbers\]\n  seal: '?[0-9a-f]{8}'?\n", sealed)
    assert run(status, project, "--strict").exit_code == 0
    path.write_text(sealed.replace(" 11 billion", " 12 billion"), "utf-8")
    result = run(status, project, "--strict")
    assert result.exit_code == 1
    assert "accepted for other English: look again, and delete the line `seal:`" in result.stdout
    run(translate, project, path.stem)
    assert run(status, project, "--strict").exit_code == 1, "no command accepts it for somebody"
    path.write_text(re.sub("  seal: .*\n", "", path.read_text("utf-8")), "utf-8")
    assert run(status, project, "--strict").exit_code == 0
