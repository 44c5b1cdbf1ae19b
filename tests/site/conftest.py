"""The built site, its server and a page of it that is watched, shared by all tests that look at pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.site.following import Served, serving
from tests.site.project import build, copy_project, serve_folder
from tests.site.watching import watched


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


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A page that fails the test on an error, a broken request, or one that leaves the site."""
    context = browser.new_context()
    page = context.new_page()
    faults = watched(page, address)
    yield page
    context.close()
    assert not faults


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    """The project as it is served, without a web server."""
    with serving(tmp_path) as one:
        yield one
