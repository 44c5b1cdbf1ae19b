"""What mkdocs.yml sets for the plugin, for the commands: they read a project as the site is built."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from digest.pipeline import CACHE, DEFAULT, Options

_NAMES = ("mkdocs.yml", "mkdocs.yaml")
"""What MkDocs looks for, in its order."""


@dataclass(frozen=True, slots=True)
class Settings:
    """A project's settings."""

    options: Options
    cache: Path
    """Folder of what was found in each seed."""


def read_settings(root: Path) -> Settings:
    """A project's settings; the defaults where it has no mkdocs.yml. Raises DigestError with the line."""
    path = next((root / name for name in _NAMES if (root / name).exists()), None)
    if path is None:
        return Settings(DEFAULT, root / CACHE)
    # Who has no site for MkDocs to build does not need MkDocs.
    from digest.plugin.config import options_of  # noqa: PLC0415 (as above)
    from digest.plugin.settings import read_config  # noqa: PLC0415 (as above)

    config = read_config(path)
    return Settings(options_of(config), root / config.cache)
