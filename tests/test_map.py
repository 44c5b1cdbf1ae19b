"""The package's docstring is its map: it names every module, and names nothing that is not there."""

from __future__ import annotations

import re
from pathlib import Path

import digest

PACKAGE = Path(digest.__file__).parent


def test_the_map_names_every_module_and_nothing_else() -> None:
    named = set(re.findall(r"`([a-z]+)`", digest.__doc__ or ""))
    there = {
        path.stem
        for path in PACKAGE.iterdir()
        if (path.suffix == ".py" or (path / "__init__.py").exists()) and not path.stem.startswith("__")
    }
    assert named == there
