"""What stands round a page's text: the context of MkDocs's templates, in the page's own language."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from digest.formats import Addresses, Head, head_of
from digest.render import Site
from digest.render.chrome import LanguageLink, Overlay, language_links, page_words, translated_palette
from digest.wording.strings import Language, direction, say


@dataclass(eq=False)
class Surroundings:
    """Dresses the context of each page of one build."""

    config: MkDocsConfig
    nav: Navigation
    sites: Mapping[Language, Site]
    paths: Collection[str]
    """Every page there is."""
    _shared: dict[Language, dict[str, Any]] = field(default_factory=dict)

    def dress(self, context: Any, language: Language, languages: Any, head: Head) -> Any:
        """Show a page its language's settings, menu and words, its section, the switch, the head."""
        if language not in self._shared:
            self._shared[language] = self._of_language(language)
        section = "/".join(context["page"].url.split("/")[:2]) + "/"
        context.update(self._shared[language], languages=languages, machine=head, section=section)
        return context

    def languages(self, path: str) -> tuple[LanguageLink, ...]:
        """The page at `path` in each language."""
        return language_links(path, self.paths)

    def head(self, page: Page) -> Head:
        """What a page says to programs."""
        site, path = self.sites[page.meta["lang"]], page.file.src_uri
        article = page.meta.get("article") if page.file.generated_by else None
        known = site.index.articles.get(article["id"]) if article else None
        return head_of(site, path, Addresses(self.config.site_url or ""), known)

    def named(self, language: Language) -> Overlay:
        """The settings as they are, but for the names of the colour schemes, which are a language's."""
        return Overlay(self.config, theme=self._theme(language))

    def menu(self, language: Language) -> Navigation:
        """The part of the menu that is a language's own: the section that bears its code."""
        items = [child for item in self.nav.items if item.title == language for child in item.children or ()]
        return Navigation(items, [item for item in items if isinstance(item, Page)])

    def _of_language(self, language: Language) -> dict[str, Any]:
        config = self.config
        settings = Overlay(
            config,
            site_name=say("site.name", language),
            site_description=say("site.description", language),
            theme=self._theme(language),
            extra=Overlay(config.extra, homepage=f"{language}/", alternate=()),
        )
        return {"config": settings, "nav": self.menu(language), "say": page_words(language)}

    def _theme(self, language: Language) -> Overlay:
        theme = self.config.theme
        palette = translated_palette(theme.get("palette", []), language)
        return Overlay(theme, language=language, direction=direction(language), palette=palette)
