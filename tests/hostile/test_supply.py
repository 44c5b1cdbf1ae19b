"""What is installed is what was locked: every package with its hashes, from no server by name."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from tests.hostile.audit import report

LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-fuzz.lock")


def packages(text: str) -> dict[str, str]:
    """Name to the lines of each package of a lock file."""
    blocks = re.split(r"\n(?=\S)", text.strip())
    return {re.split(r"[=;\s\[]", block)[0].lower(): block for block in blocks if not block.startswith("#")}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_is_pinned_with_hashes(root: Path, lock: str) -> None:
    found = packages((root / lock).read_text("utf-8"))
    assert len(found) > (0 if lock == "requirements-fuzz.lock" else 20)
    for name, block in found.items():
        assert re.match(r"[a-z0-9._-]+(\[[a-z,]+\])?==[^\s;]+", block), name
        assert re.search(r"--hash=sha256:[0-9a-f]{64}\b", block), name


@pytest.mark.parametrize("lock", LOCKS)
def test_no_server_is_named(root: Path, lock: str) -> None:
    text = (root / lock).read_text("utf-8")
    assert "://" not in text
    assert not re.search(r"--(?:index-url|extra-index-url|find-links|trusted-host)", text)


def test_everything_that_is_required_is_locked(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    required = [re.split(r"[<>=\[; ]", item)[0].lower() for item in project["project"]["dependencies"]]
    assert set(required) <= set(packages((root / LOCKS[0]).read_text("utf-8")))


def test_packages_are_installed_by_their_hashes(root: Path) -> None:
    installs = [line for line in (root / "Makefile").read_text("utf-8").splitlines() if "pip install" in line]
    assert installs
    assert all("--require-hashes" in line or "--no-deps" in line for line in installs)


def test_no_page_or_template_names_another_server(root: Path) -> None:
    for path in (*(root / "overrides").rglob("*.html"), *(root / "overrides").rglob("*.css")):
        assert not re.search(
            r"(?:src|href|url\(|@import)[=\s(\"']*(?:https?:)?//", path.read_text("utf-8")
        ), path


@pytest.mark.parametrize(
    ("packages", "status", "said"),
    [
        (
            [{"name": "a", "version": "1", "vulns": [{"id": "X-1", "fix_versions": ["2"]}]}],
            1,
            "a 1: X-1, mended in 2",
        ),
        ([{"name": "a", "skip_reason": "not found"}], 0, "skipped, because the server"),
        (
            [{"name": "a", "skip_reason": "not found"}, {"name": "b", "version": "1", "vulns": []}],
            0,
            "1 of 2 packages are not known: a",
        ),
        ([{"name": "b", "version": "1", "vulns": []}], 0, "no known fault in 1 packages"),
    ],
)
def test_an_audit_claims_no_more_than_it_was_told(
    capsys: pytest.CaptureFixture[str], packages: list[dict[str, object]], status: int, said: str
) -> None:
    assert report("x.lock", packages) == status
    printed = capsys.readouterr().out
    assert said in printed
    assert ("no known fault" in printed) == any(package.get("vulns") == [] for package in packages)
