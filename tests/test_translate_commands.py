"""`digest translate`, `status` and `import` on a copy of the project; the English of its five articles."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from digest.cli.check import check
from digest.cli.translate import import_, status, translate
from digest.model import SegmentState
from digest.pipeline import build_digest
from digest.translate import export_translations, read_memories
from digest.translate.memory import read_memory, render_memory

ROOT = Path(__file__).parent.parent
ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff]")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The seeds and their English; without the vocabulary, so that each command is quick."""
    for part in ("seeds", "content/translations"):
        shutil.copytree(ROOT / part, tmp_path / part)
    return tmp_path


def folder(project: Path) -> Path:
    return project / "content" / "translations" / "en"


def run(command: Any, project: Path, *words: str, **environment: str) -> Result:
    return CliRunner().invoke(command, [*words, "--root", str(project)], env=environment)


def told(project: Path) -> dict[str, Any]:
    result = run(status, project, "--json")
    return {item["article"]: item for item in json.loads(result.stdout)["articles"]}


def test_the_five_articles_are_in_english_whole() -> None:
    articles = told(ROOT)
    assert len(articles) == 5
    for article in articles.values():
        assert article["state"] == "reviewed"
        assert article["done"] == article["all"] > 15
        assert article["failing"] == []


def test_their_files_are_canonical_and_hold_no_arabic_in_the_english() -> None:
    for path in sorted((ROOT / "content" / "translations" / "en").glob("*.yml")):
        memory = read_memory(path)
        assert render_memory(memory) == path.read_text("utf-8")
        assert memory.retired == ()
        for entry in memory.segments:
            assert not ARABIC.search(entry.en + (entry.note or "") + (entry.by or ""))
            assert entry.state in (SegmentState.HUMAN, SegmentState.REVIEWED)
            assert entry.by


def test_where_the_source_errs_a_note_says_so() -> None:
    known = read_memories(ROOT / "content" / "translations" / "en").memories
    notes = {
        entry.en: entry.note
        for memory in known.by_article.values()
        for entry in memory.segments
        if entry.note
    }
    for word in ("Cairo", "NANO"):
        translated = [
            en for memory in known.by_article.values() for en in (e.en for e in memory.segments) if word in en
        ]
        assert translated
        assert all(en in notes for en in translated)


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
    assert "5 articles, 1 errors" in results[1].stdout


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


def test_a_quotation_that_the_arabic_leaves_open_or_unopened_has_a_note() -> None:
    for path in sorted((ROOT / "content" / "translations" / "en").glob("*.yml")):
        for entry in read_memory(path).segments:
            odd = len(re.findall('["“”«»]', entry.ar)) % 2
            closed = entry.en.count("“") == entry.en.count("”") > 0
            assert not (odd and closed) or entry.note, entry.ar
