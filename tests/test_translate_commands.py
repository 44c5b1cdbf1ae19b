"""`digest translate` and `import`: they fill what is missing, keep what people wrote, survive any stop."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from digest.cli.translate import import_, status, translate
from digest.model import SegmentState
from digest.pipeline import build_digest
from digest.translate import export_translations, read_memories
from tests.conftest import ROOT
from tests.translating import folder, run, seeds_and_english, told


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return seeds_and_english(tmp_path)


def test_an_import_tells_what_the_checks_say(project: Path, tmp_path: Path) -> None:
    path = sorted(folder(project).glob("*.yml"))[0]
    path.unlink()
    article = next(item for item in build_digest(project).articles if item.id == path.stem)
    back = [replace(item, en=f"{item.segment.ar[:9]} {item.segment.ar}") for item in article.translations[:2]]
    po = tmp_path / "x.po"
    po.write_text(
        export_translations({path.stem: [replace(i, state=SegmentState.HUMAN) for i in back]}, "po"), "utf-8"
    )
    result = run(import_, project, str(po), "--by", "DeepL (machine translation)")
    assert result.exit_code == 1
    assert "x.po: 2 refused" in result.stdout
    assert f"refused  {path.stem} {back[0].segment.id}: arabic-left" in result.stderr
    assert not path.exists()
    result = run(import_, project, str(po), "--by", "Layla")
    assert result.exit_code == 0
    assert f"error  {path.stem} {back[0].segment.id}: arabic-left" in result.stderr


def test_a_skeleton_says_how_to_fill_it_and_takes_what_is_filled_in(project: Path) -> None:
    path = sorted(folder(project).glob("*.yml"))[0]
    path.unlink()
    run(translate, project, "--edit", path.stem, "--by", "Layla Haddad")
    text = path.read_text("utf-8")
    assert text.startswith("# Write the English after `en:`")
    assert text.count("  en: ''\n  state: missing\n  by: 'Layla Haddad'\n") == text.count("  ar: ")
    first = re.sub(r"  en: ''", "  en: Breaking news", text, count=1)
    unsigned = re.sub(r"  en: ''\n(.*)\n  by: .*", r"  en: Putin\n\1\n  by: ''", first, count=1)
    path.write_text(unsigned.replace("  en: Putin", "  # or: He\n  en: Putin"), "utf-8")
    article = told(project)[path.stem]
    assert (article["done"], article["states"]["human"]) == (2, 2)
    assert (article["translators"], article["unsigned"]) == (["Layla Haddad"], 1)
    assert re.search(r"2/\d+\s+\S+\s+Layla Haddad, unsigned: 1\n", run(status, project).stdout)
    run(translate, project, "--edit", path.stem)
    again = path.read_text("utf-8")
    assert again.count("# Write the English") == 1
    assert "# or: He\n" in again
    assert re.search("  en: 'Breaking news'\n  state: human\n  by: 'Layla Haddad'\n", again)
    run(translate, project, path.stem, "--engine", "echo")
    whole = path.read_text("utf-8")
    assert whole.startswith("article: "), "nothing is to be written any more"
    assert "# or: He\n" in whole
    assert "--by goes with --edit" in run(translate, project, "--by", "Layla").output


def test_a_second_command_reads_nothing_anew(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = told(project)
    monkeypatch.setattr("digest.translate.folder._LAST", {})
    monkeypatch.setattr("digest.translate.folder.read_memory", None)
    monkeypatch.setattr("digest.batch.pages.read_article", None)
    assert told(project) == first
    shutil.rmtree(project / ".cache")
    monkeypatch.undo()
    assert told(project) == first, "what is kept may go at any time"


def test_translate_fills_and_says_what_it_did(project: Path) -> None:
    first, second, *_ = sorted(path.stem for path in folder(project).glob("*.yml"))
    for identifier in (first, second):
        (folder(project) / f"{identifier}.yml").unlink()
    others = {path.name: path.read_bytes() for path in folder(project).iterdir()}
    result = run(translate, project, first, "--engine", "echo")
    assert result.exit_code == 0, result.output
    article = told(project)[first]
    assert (article["state"], article["states"]) == ("machine", {"machine": article["all"]})
    assert not (folder(project) / f"{second}.yml").exists(), "only what was named"
    assert {name: (folder(project) / name).read_bytes() for name in others} == others
    assert "Nothing is missing." in run(translate, project, first, "--engine", "echo").stdout
    assert "still missing" in run(translate, project).stdout, "by default no engine is asked"
    result = run(translate, project, "--edit", second)
    assert re.search(rf"{second}.yml: \d+ to write", result.stdout)
    assert (folder(project) / f"{second}.yml").read_text("utf-8").count("  en: ''\n") == told(project)[
        second
    ]["all"]


def test_a_broken_memory_stops_no_other_article(project: Path) -> None:
    first, second, *_ = sorted(path.stem for path in folder(project).glob("*.yml"))
    (folder(project) / f"{first}.yml").write_text("=======\n", "utf-8")
    (folder(project) / f"{second}.yml").unlink()
    for words in (["--edit"], ["--engine", "echo"]):
        result = run(translate, project, *words)
        assert result.exit_code == 1
        assert f"{first}.yml:1: an unresolved merge conflict" in result.stderr
        assert "left as it is" in result.stderr
        assert (folder(project) / f"{first}.yml").read_text("utf-8") == "=======\n"
    assert told(project)[second]["state"] == "machine"


def test_translate_explains_what_is_wrong(project: Path) -> None:
    next(folder(project).glob("*.yml")).unlink()
    assert "there is no article 'x'" in run(translate, project, "x").output
    assert "set DIGEST_HTTP_URL" in run(translate, project, "--engine", "http").output
    result = run(translate, project, "--engine", "ct2", "--model", str(project / "none"))
    assert "there is no folder" in result.output
    result = run(
        translate,
        project,
        "--engine",
        "chat",
        "--model",
        "m",
        "--url",
        "http://127.0.0.1:9",
        DIGEST_CHAT_KEY="sk-secret",
    )
    assert result.exit_code == 1
    assert "127.0.0.1:9 cannot be reached" in result.output
    assert "Stopped: nothing was translated." in result.output
    assert "sk-secret" not in result.output
    assert "Traceback" not in result.output


@pytest.mark.parametrize("stop", [signal.SIGKILL, signal.SIGINT])
def test_the_command_can_be_stopped_at_any_time(project: Path, stop: signal.Signals) -> None:
    for path in folder(project).glob("*.yml"):
        path.unlink()
    slow = (
        "import time; from digest.__main__ import main; from digest.translate.engines import EchoEngine\n"
        "fast = EchoEngine.translate\n"
        "def translate(self, ar, glossary=()):\n    time.sleep(0.02); return fast(self, ar, glossary)\n"
        "EchoEngine.translate = translate; main()"
    )
    command = [sys.executable, "-c", slow, "translate", "--engine", "echo", "--root", str(project)]
    running = subprocess.Popen(
        command, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, stderr=subprocess.PIPE, text=True
    )
    end = time.monotonic() + 60
    while sum(1 for _ in folder(project).glob("*.yml")) < 2 and time.monotonic() < end:
        time.sleep(0.01)
    running.send_signal(stop)
    errors = running.communicate()[1]
    assert running.returncode == (-signal.SIGKILL if stop is signal.SIGKILL else 130)
    said = re.search(
        r"Stopped: (\d+) translated\.\nInterrupted; .* the same command goes on from here", errors
    )
    assert stop is signal.SIGKILL or said
    reading = read_memories(folder(project))
    known, faults = reading.memories, reading.errors
    assert faults == ()
    assert len(known.by_article) >= 2
    result = run(translate, project, "--engine", "echo")
    done = sum(len(memory.segments) for memory in known.by_article.values())
    every = sum(article["all"] for article in told(project).values())
    assert 0 < done < every
    assert said is None or int(said[1]) in (done, done - 1)
    assert f"{every - done} translated" in result.stdout
    assert all(article["done"] == article["all"] for article in told(project).values())


@pytest.mark.parametrize("format_", ["po", "xliff", "tmx"])
def test_everything_goes_out_and_comes_back(project: Path, format_: str) -> None:
    digest = build_digest(project)
    before = {path.name: path.read_bytes() for path in folder(project).iterdir()}
    file = project / f"all.{'xlf' if format_ == 'xliff' else format_}"
    file.write_text(export_translations({a.id: a.translations for a in digest.articles}, format_), "utf-8")
    result = run(import_, project, str(file), "--by", "Mona")
    assert re.fullmatch(rf"{file.name}: \d+ same\n", result.stdout)
    assert {path.name: path.read_bytes() for path in folder(project).iterdir()} == before
    for path in folder(project).iterdir():
        path.unlink()
    run(import_, project, str(file), "--by", "Mona")
    articles = told(project)
    assert all(article["done"] == article["all"] for article in articles.values())
    file.write_text("nonsense", "utf-8")
    result = run(import_, project, str(file), "--by", "Mona")
    assert result.exit_code == 1
    assert file.name in result.output
