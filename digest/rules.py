"""Loads and validates the language data in `digest/rules/*.yml`; the only reader of rule files.

A rule file is plain data that a person who knows Arabic can add to. Each `rules/NAME.yml` is checked
against `rules/schema/NAME.json`; a module that needs it compiles its own form from `rules.table(NAME)`.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from digest.errors import RulesError
from digest.yamlfile import read_yaml
from digest.yamlschema import validate

RULES_FOLDER = Path(__file__).parent / "rules"


@dataclass(frozen=True, eq=False)
class Rules:
    """The language data. Compared and hashed by identity, so that compiled forms can be cached."""

    tables: dict[str, Any]
    fingerprint: str
    """SHA-256 of all rule files, by name."""

    def table(self, name: str) -> Any:
        """The data of `rules/NAME.yml`. Raises RulesError when there is no such file."""
        try:
            return self.tables[name]
        except KeyError:
            raise RulesError("there is no such rule file", file=f"digest/rules/{name}.yml") from None


def load_rules(folder: Path = RULES_FOLDER) -> Rules:
    """Read and validate every rule file of a folder. Raises RulesError with file and line."""
    tables: dict[str, Any] = {}
    seal = hashlib.sha256()
    for path in sorted(folder.glob("*.yml")):
        seal.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
        tables[path.stem] = _load_table(path, folder)
    return Rules(tables, seal.hexdigest())


@cache
def default_rules() -> Rules:
    """The rules that ship with the package, read once a process."""
    return load_rules()


def _load_table(path: Path, folder: Path) -> Any:
    name = f"digest/rules/{path.name}"
    # An installed package may be made of symbolic links.
    document = read_yaml(path.resolve(), name=name, error=RulesError)
    schema = folder / "schema" / f"{path.stem}.json"
    if not schema.exists():
        raise RulesError(f"has no schema; add rules/schema/{path.stem}.json", file=name)
    validate(document, json.loads(schema.read_text("utf-8")), error=RulesError)
    return document.data
