"""Every kind of page is valid HTML, without a warning, by the Nu HTML checker."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.site.kinds import LANGUAGES, addresses
from tests.vnu import MISSING, find_vnu, install_vnu


@pytest.fixture(scope="session")
def vnu() -> list[str]:
    """The checker's command; without it tests are skipped, and under CI they fail."""
    command = find_vnu() or (find_vnu() if install_vnu() else None)
    if command is None:
        if os.environ.get("CI"):
            pytest.fail(MISSING)
        pytest.skip(f"because there is {MISSING}")
    return command


def checked(vnu: list[str], files: list[Path]) -> list[str]:
    """What the checker says of files: errors and warnings, one a line.

    What it says of the Content-Security-Policy is left out: a file's address has no `'self'`, and it takes
    blocks of data for scripts. That nothing violates the policy is tested in the browser.
    """
    run = subprocess.run(
        [*vnu, "--format", "gnu", "--no-langdetect", *map(str, files)],
        capture_output=True,
        text=True,
        check=False,
    )
    lines = (run.stdout + run.stderr).splitlines()
    return [line for line in lines if "violates Content Security Policy" not in line]


def test_every_kind_of_page_is_valid(vnu: list[str], built_site: Path) -> None:
    files = [built_site / "index.html", built_site / "404.html"]
    for language in LANGUAGES:
        kinds = addresses(built_site, language)
        files += [
            built_site / path.strip("/") / "index.html" for kind, path in kinds.items() if kind != "404"
        ]
    assert len(files) > 20
    assert checked(vnu, files) == []


def test_the_checker_would_notice(vnu: list[str], tmp_path: Path) -> None:
    page = tmp_path / "wrong.html"
    page.write_text("<!doctype html><html lang=ar><title>x</title><p><li></p>", "utf-8")
    assert any("error" in line for line in checked(vnu, [page]))
