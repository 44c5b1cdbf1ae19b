"""The built site and its server, shared by all tests that look at pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.site.project import build, copy_project, serve_folder


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the repository's own seeds, built once."""
    project = copy_project(tmp_path_factory.mktemp("built") / "project")
    run = build(project, "--strict")
    assert run.returncode == 0, run.stdout
    return project / "site"


@pytest.fixture(scope="session")
def address(built_site: Path) -> Iterator[str]:
    """Where the built site is served."""
    with serve_folder(built_site) as where:
        yield where
