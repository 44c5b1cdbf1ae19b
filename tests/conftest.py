"""What tests of several modules share: the repository's paths, and the evaluation data where they are."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository."""
    return ROOT


@pytest.fixture(scope="session")
def shared_eval() -> Path:
    """The folder of annotated data beside the repository; the test is skipped where it is not there."""
    folder = SHARED / "eval"
    if not folder.exists():
        pytest.skip("because the annotated data are not beside this checkout (../shared/eval)")
    return folder
