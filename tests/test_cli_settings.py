"""The commands know the settings that a build knows: of files above mkdocs.yml, and of the environment."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from mkdocs.config import load_config

from digest.cli.settings import read_settings
from digest.errors import DigestError
from digest.pipeline import Options
from digest.plugin.config import options_of
from digest.seeds import Limits
from tests.hostile.made import small_project

_LIST = "plugins:\n- digest:\n    summary_sentences: 2\n    limits: {lines: !ENV [MUJAZ_LINES, 40]}\n"
_MAPPING = "plugins:\n  digest:\n    summary_sentences: 2\n    limits: {lines: 40, names: 9}\n"


def write(folder: Path, **files: str) -> Path:
    """A folder of settings, each in the file of its name."""
    for name, text in files.items():
        (folder / f"{name}.yml").write_text(text, "utf-8")
    (folder / "docs").mkdir(exist_ok=True)
    return folder


@pytest.mark.parametrize(
    ("above", "own", "options"),
    [
        (_LIST, "INHERIT: above.yml\n", Options(2, Limits(lines=40))),
        (_LIST, "INHERIT: above.yml\nplugins:\n- digest: {summary_sentences: 4}\n", Options(4)),
        (_LIST, "INHERIT: above.yml\nplugins: []\n", Options()),
        (
            _MAPPING,
            "INHERIT: ./above.yml\nplugins: {digest: {limits: {lines: 50}}}\n",
            Options(2, Limits(lines=50, names=9)),
        ),
        (_MAPPING, "plugins: [digest]\n", Options()),
        (_MAPPING, "plugins: {digest: {enabled: true, summary_sentences: 1}}\n", Options(1)),
        ("", "x: &d {summary_sentences: 1}\nplugins: [digest: *d]\n", Options(1)),
        ("", "plugins: [digest: {summary_sentences: !ENV [UNSET_1, UNSET_2, 5]}]\n", Options(5)),
        ("", "plugins: [digest: {summary_sentences: !ENV UNSET_1}]\n", Options()),
    ],
)
def test_what_a_file_inherits_holds_as_in_a_build(
    tmp_path: Path, above: str, own: str, options: Options
) -> None:
    write(tmp_path, above=above, mkdocs=f"site_name: x\n{own}")
    assert read_settings(tmp_path).options == options
    plugin = load_config(str(tmp_path / "mkdocs.yml")).plugins.get("digest")
    assert (options_of(plugin.config) if plugin else Options()) == options


def test_the_environment_is_read_as_in_a_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, above=_LIST, mkdocs="site_name: x\nINHERIT: above.yml\n")
    monkeypatch.setenv("MUJAZ_LINES", "70")
    assert read_settings(tmp_path).options.limits.lines == 70
    assert load_config(str(tmp_path / "mkdocs.yml")).plugins["digest"].config.limits.lines == 70
    monkeypatch.setenv("MUJAZ_LINES", "many")
    with pytest.raises(DigestError, match=r"^above\.yml:4: limits\.lines: Expected type"):
        read_settings(tmp_path)


@pytest.mark.parametrize(
    ("above", "own", "said"),
    [
        (_MAPPING.replace("40", "0"), "INHERIT: above.yml\n", "above.yml:4: limits.lines: must be 1 or more"),
        (
            _MAPPING,
            "INHERIT: above.yml\nplugins:\n  digest:\n    limits:\n      lines: 0\n",
            "mkdocs.yml:5: limits.lines: must be 1 or more",
        ),
        (
            "",
            "plugins: [digest: {summary_sentences: true}]\n",
            "mkdocs.yml:1: summary_sentences: must be a num",
        ),
        (
            "",
            "plugins:\n- digest:\n    limits: {lines: no}\n",
            "mkdocs.yml:3: limits.lines: must be a number",
        ),
        ("", "plugins:\n- digest:\n    limits: {foo: 1}\n", "mkdocs.yml:3: limits.foo: "),
        ("", 'plugins:\n- digest:\n    cache: "a\\0b"\n', "mkdocs.yml:3: cache: must name a folder"),
        ("", "plugins:\n- digest: {}\n- digest\n", "mkdocs.yml:2: plugins names digest twice; remove one"),
        ("", "plugins: [digest, digest]\n", "mkdocs.yml: plugins names digest twice; remove one"),
        ("", "plugins: digest\n", "mkdocs.yml: plugins: must be a list, with a line `- digest`"),
        ("plugins: [digest: {", "INHERIT: above.yml\n", "above.yml:1: not valid YAML"),
        ("", "INHERIT: lost.yml\n", "mkdocs.yml: Inherited config file 'lost.yml' does not exist"),
        ("", "INHERIT: mkdocs.yml\n", "mkdocs.yml: "),
        ("", "INHERIT: docs\n", "mkdocs.yml: cannot be read: "),
        ("", "INHERIT: 7\n", "mkdocs.yml: cannot be read: "),
        ("", "7\n", "mkdocs.yml: cannot be read: "),
        ("", "plugins: [digest: {cache: .}]\n", "mkdocs.yml:1: cache: must lie neither in nor above seeds/"),
        ("", "plugins: [digest: {cache: content/ar}]\n", "mkdocs.yml:1: cache: must lie neither"),
    ],
)
def test_what_cannot_be_used_is_named_where_it_stands(
    tmp_path: Path, above: str, own: str, said: str
) -> None:
    write(tmp_path, above=above, mkdocs=own)
    with pytest.raises(DigestError) as caught:
        read_settings(tmp_path)
    assert str(caught.value).startswith(said)


def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "mkdocs.yml")
    with pytest.raises(DigestError, match=r"^mkdocs\.yml: cannot be read"):
        read_settings(tmp_path)


def test_the_other_name_of_the_file_is_known(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yaml").write_text("plugins: [digest: {summary_sentences: 1, cache: kept}]\n", "utf-8")
    found = read_settings(tmp_path)
    assert (found.options, found.cache) == (Options(1), tmp_path / "kept")


_WITHOUT = "import sys; sys.modules['mkdocs'] = None; from digest.cli import main; main()"


def run_without_mkdocs(project: Path) -> subprocess.CompletedProcess[str]:
    """`digest export` where MkDocs is not installed."""
    command = [sys.executable, "-c", _WITHOUT, "export", "--root", str(project)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_without_mkdocs_yml_the_commands_need_no_mkdocs(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project", 1)
    assert len(json.loads(run_without_mkdocs(project).stdout)["articles"]) == 1
    (project / "mkdocs.yml").write_text("plugins: [digest]\n", "utf-8")
    assert "ModuleNotFoundError" in run_without_mkdocs(project).stderr
