"""A copy of the seeds and their English, and the commands of translators run on it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from digest.cli.translate import status
from tests.conftest import ROOT


def seeds_and_english(folder: Path) -> Path:
    """A project of the seeds and their English; without the vocabulary, so that each command is quick."""
    for part in ("seeds", "content/translations"):
        shutil.copytree(ROOT / part, folder / part)
    return folder


def folder(project: Path) -> Path:
    return project / "content" / "translations" / "en"


def run(command: Any, project: Path, *words: str, **environment: str) -> Result:
    return CliRunner().invoke(command, [*words, "--root", str(project)], env=environment)


def told(project: Path) -> dict[str, Any]:
    result = run(status, project, "--json")
    return {item["article"]: item for item in json.loads(result.stdout)["articles"]}
