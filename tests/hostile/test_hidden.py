"""Characters that nobody sees are in no file of the site, wherever somebody wrote them."""

from __future__ import annotations

import re
from pathlib import Path

from digest.pipeline import build_digest
from digest.text import segment_id
from digest.yamlfile import dump_yaml
from tests.hostile.made import TEXT, small_project
from tests.hostile.payloads import HIDDEN
from tests.site.project import build

_HIDE = "\u202e\u200b\u2066\u3164\U000e0041\x02"
_HIDDEN = re.compile(
    "[" + "".join(map(chr, {*HIDDEN} - {0x2068, 0x2069})) + "\x02]|" + r"\\u(?:20[0-6]|feff|3164|0002)"
)


def test_nothing_hidden_is_in_any_file(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project", 2, site=True)
    content, seeds = project / "content", project / "seeds"
    (seeds / f"{_HIDE}zq{_HIDE}.txt").write_text(TEXT, "utf-8")
    linked = f'<link rel="canonical" href="https://example.org/{_HIDE}">'
    (seeds / "zp.html").write_text(f"<html><head>{linked}</head><body><p>{TEXT}</p></body>", "utf-8")
    said = {key: f"كلمة {_HIDE} {key}" for key in ("title", "source", "byline")}
    said["url"] = f"https://example.org/{_HIDE}x"
    text = dump_yaml({**said, "tags": {"add": ["zv", f"zv{_HIDE}"]}})
    (content / "corrections" / "plain-0000.yml").write_text(text, "utf-8")
    entry = {
        "id": "zv",
        "ar": f"القاهرة {_HIDE} س",
        "en": f"Cairo {_HIDE} x",
        "ar_variants": [f"وزير{_HIDE}"],
    }
    entry["description"] = {"ar": f"وصف {_HIDE}", "en": f"About {_HIDE}"}
    (content / "vocabulary" / "v.yml").write_text(dump_yaml({"kind": "place", "entries": [entry]}), "utf-8")
    memory = {"id": segment_id("كلمة title"), "ar": "كلمة title", "en": f"Word {_HIDE}", "state": "human"}
    text = dump_yaml({"article": "plain-0000", "segments": [{**memory, "note": f"n {_HIDE}"}]})
    (content / "translations" / "en" / "plain-0000.yml").write_text(text, "utf-8")
    run = build(project, "--verbose")
    assert run.returncode == 0, run.stdout
    assert "content/vocabulary/v.yml:4: holds characters that nobody sees" in run.stdout
    files = [path for path in (project / "site").rglob("*") if path.is_file()]
    assert [path for path in files if _HIDDEN.search(path.name)] == []
    texts = {
        path: path.read_text("utf-8") for path in files if path.suffix in _TEXTS and path.name != "words.json"
    }
    found = {str(path): match for path, text in texts.items() if (match := _HIDDEN.search(text))}
    assert found == {}
    [article] = [article for article in build_digest(project).articles if article.id == "plain-0000"]
    warned = [(w.file, w.line) for w in article.warnings if w.code == "correction-hidden"]
    assert warned == [("content/corrections/plain-0000.yml", line) for line in (1, 2, 3, 4, 8)]


_TEXTS = {".html", ".json", ".xml", ".md", ".rss", ".atom", ".bib", ".ris", ".ics", ".csv"}
