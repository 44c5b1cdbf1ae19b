"""Which files a site is made from, and how each of them is. Reads the disk."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from digest.plugin.config import root_of
from digest.plugin.settings import settings_files
from digest.plugin.watching import Stamps, stamps


@dataclass(frozen=True, slots=True)
class Inputs:
    """The files and folders that a site is made from."""

    seeds: str
    places: tuple[str, ...]
    """All others."""

    @classmethod
    def of(cls, config: MkDocsConfig) -> Inputs:
        """What mkdocs.yml names, and what always belongs to a project."""
        places = (config.docs_dir, config.theme.custom_dir, *config.watch, *others_than_docs(config))
        return cls(str(root_of(config) / "seeds"), tuple(filter(None, places)))

    def stamps(self) -> Stamps:
        """The files as they are now."""
        # Links among the seeds are refused.
        return {**stamps(self.places, linked=True), **stamps([self.seeds])}


def others_than_docs(config: MkDocsConfig) -> tuple[str, ...]:
    """Of what MkDocs does not name: mkdocs.yml itself with what it inherits, content/ beside other pages."""
    settings = settings_files(Path(config.config_file_path)) if config.config_file_path else ()
    content = root_of(config) / "content"
    apart = content.is_dir() and not content.resolve().is_relative_to(Path(config.docs_dir).resolve())
    return (*settings, str(content)) if apart else settings
