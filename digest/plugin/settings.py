"""What mkdocs.yml sets for the digest, for commands that build no site: read by MkDocs's own function.

`INHERIT` and `!ENV` are followed, no other tags: MkDocs runs what they name. Uses `config`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import Any

from mkdocs.config.base import Config
from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import get_yaml_loader, yaml_load

from digest.errors import DigestError
from digest.plugin.config import TWICE, DigestConfig, LimitsConfig, faults_in
from digest.yamlfault import parser_fault
from digest.yamlfile import Places, Unfollowed, loader_of_others

Fault = tuple[tuple[str, ...], str]
"""What is wrong, behind the keys under which it stands."""


def read_config(path: Path) -> DigestConfig:
    """What the file at `path`, a mkdocs.yml, and those it inherits from set for the digest.

    Raises DigestError with the file, by its path from there, and the line.
    """
    loader, places = loader_of_others(("plugins", "digest"))
    entries = _entries(_load(path, loader), path)
    part: Any = next((entry for entry in entries if entry), {})
    config = DigestConfig(config_file_path=str(path))
    twice = [((), f"plugins {TWICE}")] if len(entries) > 1 else []
    for keys, message in chain(twice, _faults(config, part)):
        file, line = _place(keys, places)
        where = f"{'.'.join(keys)}: " if keys else ""
        raise DigestError(where + message, file=_from(path, file), line=line)
    return config


def settings_files(path: Path) -> tuple[str, ...]:
    """The file at `path`, a mkdocs.yml, and those it inherits from, as far as they can be read."""
    loader, places = loader_of_others(())
    with suppress(DigestError):
        _load(path, loader)
    return tuple(dict.fromkeys((str(path), *(file for file, _ in places))))


def _load(path: Path, loader: Any) -> Any:
    """All that is set, as far as it is followed."""
    if not path.is_file():
        raise DigestError("cannot be read: it is no plain file", file=path.name)
    try:
        with path.open("rb") as file:
            return yaml_load(file, get_yaml_loader(loader))
    except ConfigurationError as error:
        raise _told(error, path) from error
    except RecursionError as error:
        raise DigestError("it inherits from itself, or is nested too deeply", file=path.name) from error
    except (OSError, TypeError, ValueError) as error:
        raise DigestError(f"cannot be read: {error}", file=path.name) from error


def _told(error: ConfigurationError, path: Path) -> DigestError:
    """What MkDocs could not read: what the parser said, if it raised this while handling that."""
    cause = error.__context__
    if not isinstance(cause, Exception):
        return DigestError(str(error), file=path.name)
    mark = getattr(cause, "problem_mark", None)
    file = _from(path, mark.name) if mark else path.name
    return parser_fault(DigestError, cause, file=file)


def _from(path: Path, file: str) -> str:
    return os.path.relpath(file, path.parent)


def _entries(data: Any, path: Path) -> list[Any]:
    """What stands for the digest among the plugins, each time that it is named. Raises DigestError."""
    plugins = data.get("plugins") if isinstance(data, dict) else None
    if plugins is not None and not isinstance(plugins, list | dict):
        raise DigestError("plugins: must be a list, with a line `- digest`", file=path.name)
    entries = [{entry: None} if isinstance(entry, str) else entry for entry in _listed(plugins)]
    return [entry["digest"] for entry in entries if isinstance(entry, dict) and "digest" in entry]


def _listed(plugins: list[Any] | dict[str, Any] | None) -> list[Any]:
    return plugins if isinstance(plugins, list) else [plugins]


def _faults(config: DigestConfig, part: Any) -> Iterator[Fault]:
    """What is wrong with a part, which `config` takes."""
    yield from _tags(part, ())
    if not isinstance(part, dict):
        yield (), "the settings of digest must be a mapping"
    limits = part.get("limits")
    if isinstance(limits, dict):
        yield from _refused(LimitsConfig(), limits, ("limits",))
    # Every plugin has it: MkDocs takes it out.
    yield from _refused(config, {key: value for key, value in part.items() if key != "enabled"}, ())
    yield from faults_in(config)


def _tags(value: Any, keys: tuple[str, ...]) -> Iterator[Fault]:
    if isinstance(value, Unfollowed):
        yield keys, f"the tag {value.tag} is not followed here; write the value out"
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _tags(inner, (*keys, str(key)))


def _refused(config: Config, data: dict[str, Any], above: tuple[str, ...]) -> Iterator[Fault]:
    """What MkDocs says of settings; a name that it does not know is a mistake here."""
    config.load_dict(data)
    errors, warnings = config.validate()
    for key, fault in (*errors, *warnings):
        yield (*above, str(key)), str(fault)


def _place(keys: tuple[str, ...], places: Places) -> tuple[str, int | None]:
    """Where the value under some keys stands, or what lacks it; a file that inherits counts before others."""
    for length in range(len(keys), -1, -1):
        for file, lines in places:
            if line := lines.get(keys[:length]):
                return file, line
    return places[0][0], None
