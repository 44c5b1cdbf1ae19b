"""Measures pages with Lighthouse (npm) as a phone sees them, over a compressed server on loopback.

`python -m tests.site.audit [SITE]` prints a table in Markdown; exit status 1 when a target is missed.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from tests.chromium import FLAGS, MISSING, find_chromium
from tests.site.kinds import LANGUAGES, addresses
from tests.site.project import ROOT, Quiet, serve_folder

PACKAGE = "lighthouse@12.8.2"
KINDS = ("home", "article", "timeline", "topic", "person", "search")
TARGETS = {"accessibility": 100, "best-practices": 100, "seo": 100, "performance": 97}
MOST_BYTES = 250_000
_COMPRESSED = (".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".md")


class Compressed(Quiet):
    """Serves texts compressed, and everything to be kept for a year, as a real server would."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:  # noqa: N802 - the name that the base class calls
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        packed = path.suffix in _COMPRESSED
        body = _packed(path) if packed else path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)) + "; charset=utf-8" * packed)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=31536000")
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)


@lru_cache(maxsize=256)
def _packed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), 9)


def lighthouse(url: str, chromium: str, folder: Path) -> dict[str, Any]:
    """Lighthouse's report on an address, from an empty cache. Raises RuntimeError when it fails."""
    report = folder / "report.json"
    command = ["npx", "--yes", "--loglevel=error", PACKAGE, url, "--quiet", "--output=json"]
    command += [f"--output-path={report}", f"--only-categories={','.join(TARGETS)}"]
    command += ["--chrome-flags=" + " ".join(("--headless=new", *FLAGS))]
    installed = os.environ.get("LIGHTHOUSE")
    run = subprocess.run(
        [installed, *command[4:]] if installed else command,
        env={**os.environ, "CHROME_PATH": chromium},
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode != 0:
        raise RuntimeError(run.stderr)
    found: dict[str, Any] = json.loads(report.read_text("utf-8"))
    return found


def rows(site: Path, address: str, chromium: str) -> Iterator[dict[str, Any]]:
    """One row for each page: its scores, the bytes that came over the net, requests to other hosts."""
    with tempfile.TemporaryDirectory() as folder:
        for language in LANGUAGES:
            for kind, path in addresses(site, language).items():
                if kind in KINDS:
                    yield {"page": f"{kind}, {language}"} | row(
                        lighthouse(address + path, chromium, Path(folder)), address
                    )


def row(report: dict[str, Any], address: str) -> dict[str, Any]:
    """What a report says in figures, and what missed a target."""
    requests = report["audits"]["network-requests"]["details"]["items"]
    scores = {name: round(100 * (report["categories"][name]["score"] or 0)) for name in TARGETS}
    missed = [
        audit["id"]
        for audit in report["audits"].values()
        if audit["score"] == 0 and audit["scoreDisplayMode"] == "binary"
    ]
    outside = [item for item in requests if not item["url"].startswith((address, "data:", "blob:"))]
    size = sum(item.get("transferSize") or 0 for item in requests)
    return scores | {"bytes": size, "other hosts": len(outside), "failed audits": ", ".join(missed)}


def good(figures: dict[str, Any]) -> bool:
    """Whether a page reaches every target."""
    scores = all(figures[name] >= target for name, target in TARGETS.items())
    return scores and figures["bytes"] <= MOST_BYTES and not figures["other hosts"]


def main() -> int:
    """Exit status 0 when every page reaches the targets."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", nargs="?", type=Path, default=ROOT / "site")
    given = parser.parse_args()
    chromium = find_chromium()
    if chromium is None or not (shutil.which("npx") or os.environ.get("LIGHTHOUSE")):
        print(MISSING if chromium is None else "no npx here: Lighthouse comes from npm", file=sys.stderr)
        return 1
    reached = True
    with serve_folder(given.site, Compressed) as address:
        for number, figures in enumerate(rows(given.site, address, chromium)):
            if number == 0:
                print("| " + " | ".join(figures) + " |\n" + "|---" * len(figures) + "|")
            print("| " + " | ".join(map(str, figures.values())) + " |", flush=True)
            reached = reached and good(figures)
    return 0 if reached else 1


if __name__ == "__main__":
    sys.exit(main())
