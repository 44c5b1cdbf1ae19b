"""The command line: the settings of mkdocs.yml hold for it, and nothing that it prints does anything."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from digest.cli import main
from digest.cli.settings import read_settings
from digest.errors import DigestError
from digest.pipeline import CACHE, Options
from digest.seeds import Limits
from digest.yamlfile import dump_yaml
from tests.hostile.made import BODY, small_project
from tests.hostile.payloads import HIDDEN

_TRICKS = """site_name: !ENV [HOME, x]
theme: &theme {name: material, own: !!python/object/apply:os.system ['touch evil']}
extra: [*theme, !!python/name:os.system , !unknown {x: !relative y}]
"""


def digest(project: Path, *arguments: str) -> Result:
    """Run a command in a project."""
    return CliRunner().invoke(main, [*arguments, "--root", str(project)])


@pytest.mark.parametrize("plugins", ["plugins:\n- search\n- digest:", "plugins:\n  search: {}\n  digest:"])
def test_settings_are_read_among_tags_that_are_not_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, plugins: str
) -> None:
    monkeypatch.chdir(tmp_path)
    settings = "{summary_sentences: 1, fast: false, cache: kept, limits: {lines: 30}}"
    (tmp_path / "mkdocs.yml").write_text(f"{_TRICKS}{plugins} {settings}\n", "utf-8")
    found = read_settings(tmp_path)
    assert found.options == Options(1, Limits(lines=30))
    assert found.cache == tmp_path / "kept"
    assert [path.name for path in tmp_path.iterdir()] == ["mkdocs.yml"]


@pytest.mark.parametrize("text", ["", "site_name: x\n", "plugins: [search, digest]\n", "plugins:\n", "- x\n"])
def test_without_settings_the_defaults_hold(tmp_path: Path, text: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(text, "utf-8")
    assert read_settings(tmp_path).options == Options()
    assert read_settings(tmp_path).cache == tmp_path / CACHE
    (tmp_path / "mkdocs.yml").unlink()
    assert read_settings(tmp_path).options == Options()


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("{summary_sentences: 0}", "mkdocs.yml:2: summary_sentences"),
        ("{summary_sentences: many}", "mkdocs.yml:2: summary_sentences"),
        ("{limits: {lines: -1}}", "mkdocs.yml:2: limits.lines"),
        ("{limits: {line: 5}}", "mkdocs.yml:2: limits"),
        ("{cache: [x]}", "mkdocs.yml:2: cache"),
        ("{limits: 7}", "mkdocs.yml:2: limits"),
        ("{cache: ''}", "mkdocs.yml:2: cache: must name a folder"),
        ("{summary: 5}", "mkdocs.yml:2: summary"),
        ("7", "mkdocs.yml:2: the settings of digest"),
        ("!!python/object/apply:os.system ['touch evil']", "mkdocs.yml:2: the tag tag:yaml.org,2002:python"),
        ("{limits: {lines: !relative x}}", "mkdocs.yml:2: limits.lines: the tag !relative"),
        ("{limits: {lines: !ENV [UNSET_HERE, many]}}", "mkdocs.yml:2: limits.lines"),
        ("{limits: {lines: ", "mkdocs.yml:3: not valid YAML"),
    ],
)
def test_settings_that_cannot_be_used_are_named_with_their_line(
    tmp_path: Path, settings: str, said: str
) -> None:
    (tmp_path / "mkdocs.yml").write_text(f"plugins:\n- digest: {settings}\n", "utf-8")
    with pytest.raises(DigestError) as caught:
        read_settings(tmp_path)
    assert str(caught.value).startswith(said)
    assert not (tmp_path / "evil").exists()


def test_commands_read_with_the_projects_settings(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project", 1)
    config = project / "mkdocs.yml"
    out = str(tmp_path / "out")
    commands = (["check"], ["write", out], ["export"], ["status"], ["explain", "plain-0000.txt"])
    for command in commands:
        assert digest(project, *command).exit_code == 0
    config.write_text("plugins: [{digest: {limits: {lines: 3}}}]\n", "utf-8")
    for command in (*commands, ["split", "plain-0000.txt"]):
        run = digest(project, *command)
        assert run.exit_code == 1
        assert "the limit is 3" in run.output
    config.write_text("plugins: [{digest: {summary_sentences: 1}}]\n", "utf-8")
    [article] = json.loads(digest(project, "export").stdout)["articles"]
    assert len(article["summary"]) == 1


_UNSEEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff" + "".join(map(chr, HIDDEN)) + "]")
_ISOLATED = re.compile("\u2068(?=[^\u2066-\u2069\n]*\u2069$)|\u2069$", re.MULTILINE)
_TRICK = "\x1b]0;x\x07\x1b[31m\x9b2J\r\u202egnp\u2066\u200b\U000e0041"


def hostile_project(folder: Path) -> Path:
    """A project whose file names, texts and mistakes hold what moves cursors and turns text round."""
    project = small_project(folder, 1)
    content = project / "content"
    broken = (
        f'title: "{_TRICK.encode("unicode_escape").decode().replace(chr(92) + "U", chr(92) + "U")}"\nx: 1\n'
    )
    (project / "seeds" / f"name {_TRICK}.txt").write_text(BODY.format(number=f"{_TRICK} 7"), "utf-8")
    (project / "seeds" / f"bad {_TRICK}.pdf").write_bytes(b"%PDF")
    (content / "corrections" / "plain-0000.yml").write_text(broken, "utf-8")
    (content / "vocabulary" / f"v{_TRICK}\nline.yml").write_text(broken, "utf-8")
    (content / "vocabulary" / os.fsdecode(b"bytes\xff.yml")).write_text("x", "utf-8")
    memory = {"article": f"gone{_TRICK}", "segments": [{"id": _TRICK, "ar": "x", "en": "y", "state": "z"}]}
    (content / "translations" / "en" / f"t{_TRICK}.yml").write_text(dump_yaml(memory), "utf-8")
    return project


@pytest.mark.parametrize(
    "command",
    [
        ["check"],
        ["check", "--json"],
        ["check", f"none{_TRICK}"],
        ["status"],
        ["status", "--json"],
        ["explain", "plain-0000.txt"],
        ["explain", f"name {_TRICK}.txt"],
        ["explain", "--json", f"name {_TRICK}.txt"],
        ["explain", f"bad {_TRICK}.pdf"],
        ["split", f"name {_TRICK}.txt"],
        ["translate", f"none{_TRICK}"],
        ["translate"],
        ["write", "out"],
        ["export"],
    ],
)
def test_nothing_printed_reaches_the_terminal(tmp_path: Path, command: list[str]) -> None:
    project = hostile_project(tmp_path / "project")
    arguments = [str(tmp_path / "out") if word == "out" else word for word in command]
    run = CliRunner().invoke(main, [*arguments, "--root", str(project)], color=False)
    assert run.exception is None or isinstance(run.exception, SystemExit), run.exception
    assert run.stdout or run.stderr
    # What the program itself sets apart is isolated and closed on its line.
    assert _UNSEEN.findall(_ISOLATED.sub("", run.stdout + run.stderr)) == []
    assert "\nline.yml" not in run.stderr
    if "--json" in command and run.stdout:
        json.loads(run.stdout)
