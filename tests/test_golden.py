"""Every golden case gives what its folder holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.golden.cases import case_files, case_folders


@pytest.mark.parametrize("folder", case_folders(), ids=lambda folder: folder.name)
def test_a_seed_gives_its_golden_files(folder: Path) -> None:
    expected = {path.name: path.read_text("utf-8") for path in sorted(folder.iterdir())}
    assert case_files(folder.name) == expected
