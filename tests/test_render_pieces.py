"""Pieces that pages have in common are made once, and every page is as if it had been made alone."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from markupsafe import Markup

from digest.pipeline import build_digest
from digest.render import Site, Unit, make_unit, sites_of, units
from digest.render.engine import _environment
from digest.render.pieces import Pieces, link_to, rendering
from digest.wording.strings import Language


class Macro:
    """Stands for a macro that links to a page; counts its calls."""

    def __init__(self) -> None:
        self.calls = 0

    def __call__(self, target: str) -> Markup:
        """The link."""
        self.calls += 1
        return Markup("<{}>").format(link_to(target))


def test_a_piece_is_made_once_for_the_pages_of_a_depth() -> None:
    macro, kept = Macro(), Pieces()
    for path in ("people/a", "people/b", "topics/x", "archive/2024"):
        with rendering(f"ar/{path}.md"):
            assert kept(macro, "topics/x.md") == "<../../topics/x/>"
    assert macro.calls == 1
    with rendering("ar/people/a/2024.md"):
        assert kept(macro, "topics/x.md") == "<../../../topics/x/>"
    with rendering("ar/people/index.md"):
        assert kept(macro, "topics/x.md") == "<../topics/x/>"
    with rendering("ar/index.md"):
        assert kept(macro, "topics/x.md") == "<topics/x/>"
    assert macro.calls == 4


def test_a_page_s_own_links_are_the_shortest() -> None:
    for path, link in (("people/a.md", "./#s1"), ("people/b.md", "../a/#s1"), ("people/a/2024.md", "../#s1")):
        with rendering(f"ar/{path}"):
            assert link_to("people/a.md", "s1") == link.removeprefix("./")
            assert link_to("en/people/a.md", root=True).endswith("../en/people/a/")


def test_a_piece_in_a_piece_has_the_links_of_the_page() -> None:
    macro, kept = Macro(), Pieces()

    def outer(target: str) -> Markup:
        return Markup("[{}]").format(kept(macro, target))

    for path, link in (("people/a", "../../people/a/"), ("people/a/2024", "../../../people/a/")):
        with rendering(f"ar/{path}.md"):
            assert kept(outer, "people/a.md") == f"[<{link}>]"
            assert link_to("people/a.md") in ("./", "../")


def test_a_page_does_not_depend_on_the_pages_made_before(root: Path) -> None:
    sites = sites_of(build_digest(root))
    made = [unit for site in sites.values() for unit in units(site)]
    forward = {unit: _texts(sites, unit) for unit in made}
    _environment.cache_clear()
    for unit in reversed(made):
        assert _texts(sites, unit) == forward[unit]


def _texts(sites: Mapping[Language, Site], unit: Unit) -> list[tuple[str, str]]:
    return [(path, output.text) for path, output in make_unit(sites, unit).outputs]
