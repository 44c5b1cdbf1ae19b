"""Size and time: every limit can be set, and what is read takes time and memory in proportion to its size."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError

from digest.errors import SeedError, TranslationError
from digest.files import read_regular
from digest.model import FileError, SegmentState
from digest.pipeline import Options, build_article
from digest.plugin.reporting import report
from digest.seeds import Limits, read_seed, seed_from_bytes
from digest.translate import Memory
from digest.translate.memory import pair, parse_memory, render_memory
from digest.vocabulary import Vocabulary
from tests.hostile.made import BODY, small_project
from tests.hostile.payloads import dealt
from tests.site.project import build
from tests.timed import in_proportion, in_time, seconds, within

_LEAD = BODY.format(number=1)


@pytest.mark.parametrize(
    ("limits", "text", "said"),
    [
        (Limits(file_bytes=1000), _LEAD * 5, "the limit is 1,000"),
        (Limits(lines=20), _LEAD + "\nسطر" * 50, "lines; the limit is 20"),
        (Limits(characters=800), _LEAD + "كلمة\n" * 100, "characters; the limit is 800. Keep"),
        (Limits(line_characters=300), _LEAD + "كلمة " * 100, "characters; the limit is 300"),
    ],
)
def test_a_seed_over_a_limit_is_refused(limits: Limits, text: str, said: str) -> None:
    seed_from_bytes(_LEAD.encode(), "a.txt", limits=limits)
    with pytest.raises(SeedError, match=said):
        seed_from_bytes(text.encode(), "a.txt", limits=limits)


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "huge.txt").open("wb") as out:
        out.truncate(50_000_000_000)
    with within(1), pytest.raises(SeedError, match="the limit is"):
        read_seed(tmp_path / "huge.txt")


def test_no_more_is_read_than_allowed(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"x" * 1000)
    assert len(read_regular(tmp_path / "x", 10)) == 10


def test_names_and_dates_over_a_limit_are_left_out_with_a_warning() -> None:
    days = " ".join(f"التقى سيرغي لافروف ومحمد سليم في {day} فبراير 2022 في موسكو." for day in range(1, 20))
    seed = seed_from_bytes((_LEAD + "\n" + days).encode(), "a.txt")
    options = Options(limits=Limits(names=1, dates=5))
    article = build_article(seed, Vocabulary({}), options=options)
    assert len(article.findings.dates) == 5
    assert len(article.findings.entities) <= 1
    assert "many-dates" in {warning.code for warning in article.warnings}


def test_limits_are_read_from_mkdocs_yml(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project", 1, site=True)
    config = project / "mkdocs.yml"
    text = config.read_text("utf-8")
    config.write_text(text.replace("  - digest\n", "  - digest:\n      limits: {lines: 3}\n"), "utf-8")
    run = build(project, "--strict")
    assert run.returncode == 1
    assert "seeds/plain-0000.txt" in run.stdout
    assert "the limit is 3" in run.stdout


def test_a_limit_that_lets_nothing_in_is_refused(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project", 1, site=True)
    config = project / "mkdocs.yml"
    text = config.read_text("utf-8")
    config.write_text(text.replace("  - digest\n", "  - digest:\n      limits: {lines: 0}\n"), "utf-8")
    loaded = load_config(str(config))
    with pytest.raises(PluginError, match="lines"):
        loaded.plugins["digest"].on_config(loaded)


def test_a_page_of_more_tags_than_any_has_is_refused() -> None:
    page = "<html><body>" + "<p>{}</p>".format("كلمة " * 30) + "{}</body></html>"
    seed_from_bytes(page.format("<a href='x'>y</a>" * 90_000).encode(), "a.html")
    with pytest.raises(SeedError, match="holds more than 200,000 tags"):
        seed_from_bytes(page.format("<a href='x'>y</a>" * 100_000).encode(), "a.html")


def test_a_segment_is_no_longer_than_a_sentence_can_be() -> None:
    def memory(size: int) -> str:
        return render_memory(Memory("a", (pair("جملة", "x" * size, SegmentState.HUMAN),)))

    assert len(parse_memory(memory(20_000), "a.yml").segments[0].en) == 20_000
    with pytest.raises(TranslationError, match="`en` must be a text, at most 20,000 signs") as caught:
        parse_memory(memory(20_001), "a.yml")
    assert caught.value.line == 5


def test_a_build_names_some_of_ten_thousand_files_that_are_wrong_alike(
    caplog: pytest.LogCaptureFixture,
) -> None:
    alike = [FileError(f"seeds/{number}.txt", "is empty") for number in range(10_000)]
    report([*alike, FileError("seeds/other.txt", "is binary", 3)])
    lines = [record.message for record in caplog.records]
    assert len(lines) == 52
    assert lines[0] == "seeds/0.txt: is empty"
    assert lines[50] == "seeds/other.txt:3: is binary"
    assert lines[51] == "9,950 more files: is empty (`digest check` lists them all)"


PATTERNS = {
    "brackets": "[",
    "open links": "[x](",
    "stars": "*_",
    "entities": "&#",
    "tags": "<a ",
    "closing": "</p>",
    "dots": ". ",
    "quotes": '"',
    "guillemets": "«",
    "digits": "1",
    "dates": "1/",
    "day names": "يوم ",
    "tatweel": "ـ",
    "tashkeel": "\u064b",
    "letters": "ا",
    "and": "و",
    "spaces": " ",
    "tabs": "\t",
    "dashes": "- ",
    "colons": "قال: ",
    "isolates": "\u2067",
    "payloads": " ".join(dealt()),
}


@pytest.mark.parametrize("pattern", PATTERNS)
def test_hostile_text_takes_time_in_proportion(pattern: str) -> None:
    def took(size: int) -> float:
        unit = PATTERNS[pattern]
        noise = (unit * (size // len(unit) + 1))[:size]
        return seconds(lambda: _read(f"{_LEAD}\nوقال إن {noise}\n"))

    assert in_time(took(60_000), 10)
    assert in_proportion(took, 15_000, 60_000)


def _read(text: str) -> None:
    with suppress(SeedError):
        build_article(seed_from_bytes(text.encode(), "a.txt"), Vocabulary({}))
