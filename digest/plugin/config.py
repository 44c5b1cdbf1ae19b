"""What mkdocs.yml may set for the digest, and what follows from its other settings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.config import config_options as c
from mkdocs.config.base import Config, ValidationError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from digest.pipeline import CACHE, Folders, Options
from digest.seeds import Limits


class _Count(c.Type[int]):
    """A whole number; to Python `true` is one too."""

    def __init__(self, default: int) -> None:
        super().__init__(int, default=default)

    def run_validation(self, value: object) -> int:
        """The number. Raises ValidationError."""
        if isinstance(value, bool):
            raise ValidationError(f"must be a number, not {str(value).lower()}")
        return super().run_validation(value)


class LimitsConfig(Config):  # type: ignore[no-untyped-call]  # because MkDocs leaves it untyped
    """What `limits:` may set: see `digest.seeds.Limits`."""

    file_bytes = _Count(Limits().file_bytes)
    characters = _Count(Limits().characters)
    line_characters = _Count(Limits().line_characters)
    lines = _Count(Limits().lines)
    names = _Count(Limits().names)
    dates = _Count(Limits().dates)


class DigestConfig(Config):  # type: ignore[no-untyped-call]  # because of the same
    """What `plugins: - digest:` may set in mkdocs.yml."""

    summary_sentences = _Count(3)
    """How many sentences a summary has."""
    cache = c.Type(str, default=CACHE)
    """Folder for generated pages and what was found in seeds and translations; safe to delete at any time."""
    fast = c.Type(bool, default=True)
    """Whether generated pages take the quick way to HTML; without, each goes through all of MkDocs."""
    section = c.Type((str, int), default="")
    """Which sections to build: years, `undated`, `front`; everything where none is named (see `section`)."""
    sections_from = _Count(20_000)
    """From how many articles a build of everything says that there are sections."""
    limits = c.SubConfig(LimitsConfig)
    """How large a seed may be, and how much may be found in it."""


TWICE = "names digest twice; remove one of the two"


def faults_in(settings: DigestConfig) -> Iterator[tuple[tuple[str, ...], str]]:
    """What of the settings cannot work: under which keys, and what they must be."""
    if settings.summary_sentences < 1:
        yield ("summary_sentences",), "must be 1 or more"
    if not settings.cache or "\0" in settings.cache:
        yield ("cache",), "must name a folder"
    else:
        root = Path(settings.config_file_path or "mkdocs.yml").resolve().parent
        if name := Folders(root).of_people(root / settings.cache):
            # What is in it is removed where no build needs it any more.
            yield ("cache",), f"must lie neither in nor above {name}/: name another folder"
    known = [name for name, _ in LimitsConfig._schema]
    for name, value in settings.limits.items():
        if name not in known:
            yield ("limits", str(name)), f"is not known; there are {', '.join(known)}"
        elif value < 1:
            yield ("limits", name), "must be 1 or more"


def faults_of(config: MkDocsConfig, settings: DigestConfig) -> Iterator[str]:
    """What of mkdocs.yml cannot work."""
    for keys, fault in faults_in(settings):
        yield f"{'.'.join(keys)} in mkdocs.yml {fault}"
    # A hook, which MkDocs holds among the plugins, has no settings.
    ours = [it for it in config.plugins.values() if isinstance(getattr(it, "config", None), DigestConfig)]
    if len(ours) > 1:
        yield f"plugins in mkdocs.yml {TWICE}"
    if not config.use_directory_urls:
        yield "use_directory_urls in mkdocs.yml must be true: the links of all pages lead to folders"


def options_of(settings: DigestConfig) -> Options:
    """What an editor sets for the whole digest."""
    return Options(settings.summary_sentences, Limits(**settings.limits))


def unread_folders(config: MkDocsConfig) -> list[str]:
    """What stands in another `docs_dir` than content/, where only pages are read."""
    docs, content = Path(config.docs_dir), root_of(config) / "content"
    names = ("corrections", "translations", "vocabulary")
    if docs.resolve() == content.resolve():
        return []
    return [str(docs / name) for name in names if (docs / name).is_dir()]


def kept_out(files: Files, *, serving: bool) -> list[str]:
    """The generated pages that `exclude_docs` or `draft_docs` keeps out, though others lead to them."""
    least = InclusionLevel.DRAFT if serving else InclusionLevel.NOT_IN_NAV
    return [file.src_uri for file in files if file.generated_by and file.inclusion.value < least.value]


_OF_SINGLE_PAGES = ("pre_page", "page_read_source", "page_markdown", "page_content", "page_context")
"""Events of MkDocs by which a page is changed before it is whole."""


def changers_of_pages(config: MkDocsConfig, ours: BasePlugin[Any]) -> tuple[str, ...]:
    """The modules of hooks and of other plugins that change single pages, which the quick way passes by."""
    methods = (method for event in _OF_SINGLE_PAGES for method in config.plugins.events[event])
    others = (method for method in methods if getattr(method, "__self__", None) is not ours)
    return tuple(sorted({method.__module__ for method in others}))


def root_of(config: MkDocsConfig) -> Path:
    """The project's folder."""
    return Path(config.config_file_path or "mkdocs.yml").resolve().parent


def edit_address(config: MkDocsConfig, path: str) -> str | None:
    """Where a file of `content/` can be edited, as `repo_url` and `edit_uri` of mkdocs.yml say."""
    file = File(path, config.docs_dir, config.site_dir, use_directory_urls=False)
    return Page(None, file, config).edit_url
