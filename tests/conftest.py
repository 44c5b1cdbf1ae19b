"""What tests of several modules share: the repository, its vocabulary, the evaluation data, one browser."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from digest.vocabulary import Vocabulary, load_vocabulary
from tests.chromium import FLAGS, MISSING, find_chromium

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"

# For `pytest --hypothesis-profile thorough`.
settings.register_profile("thorough", max_examples=5_000, deadline=None)
# No test fails for time: other programs may run beside it.
settings.register_profile("usual", deadline=None)
settings.load_profile("usual")


def pytest_configure() -> None:
    """Let processes that tests start be stopped by Ctrl+C: a shell has those in the background ignore it."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository."""
    return ROOT


@pytest.fixture(scope="session")
def house() -> Vocabulary:
    """The repository's own vocabulary."""
    return load_vocabulary(ROOT / "content" / "vocabulary")


@pytest.fixture(scope="session")
def territories() -> Vocabulary:
    """A vocabulary without files: it knows the territories of the CLDR alone."""
    return load_vocabulary(ROOT / "does-not-exist")


@pytest.fixture(scope="session")
def shared_eval() -> Path:
    """The folder of annotated data beside the repository; the test is skipped where it is not there."""
    folder = SHARED / "eval"
    if not folder.exists():
        pytest.skip("because the annotated data are not beside this checkout (../shared/eval)")
    return folder


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests; without one they are skipped, and under CI they fail."""
    path = find_chromium()
    if path is None:
        if os.environ.get("CI"):
            pytest.fail(MISSING)
        pytest.skip(f"because there is {MISSING}")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield chromium
        chromium.close()
