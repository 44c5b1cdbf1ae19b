"""What mkdocs.yml sets for the plugin, for the commands: they read a project as the site is built."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from digest.pipeline import CACHE, DEFAULT, Options
from digest.seeds import Limits
from digest.yamlfile import read_part
from digest.yamlschema import validate

_COUNT = {"type": "integer", "minimum": 1}
_SCHEMA: dict[str, Any] = {
    "type": ["object", "null"],
    "properties": {
        "summary_sentences": _COUNT,
        "cache": {"type": "string", "minLength": 1},
        "limits": {
            "type": ["object", "null"],
            "additionalProperties": False,
            "properties": dict.fromkeys(asdict(Limits()), _COUNT),
        },
    },
}
"""What is read of the plugin's settings; MkDocs checks the rest."""


@dataclass(frozen=True, slots=True)
class Settings:
    """A project's settings."""

    options: Options
    cache: Path
    """Folder of what was found in each seed."""


def read_settings(root: Path) -> Settings:
    """A project's settings; the defaults where it has no mkdocs.yml. Raises DigestError with the line."""
    path = root / "mkdocs.yml"
    part = read_part(path, ("plugins", "digest"), _SCHEMA["properties"]) if path.exists() else None
    if part is not None:
        validate(part, _SCHEMA)
    data: dict[str, Any] = (part.data if part else None) or {}
    sentences = data.get("summary_sentences", DEFAULT.summary_sentences)
    limits = Limits(**(data.get("limits") or {}))
    return Settings(Options(sentences, limits), root / data.get("cache", CACHE))
