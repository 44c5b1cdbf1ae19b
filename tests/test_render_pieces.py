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


def test_a_piece_is_made_once_for_the_pages_of_a_folder() -> None:
    macro, kept = Macro(), Pieces()
    for name in ("a", "b", "c"):
        with rendering(f"ar/people/{name}.md"):
            assert kept(macro, "topics/x.md") == "<../../topics/x/>"
    assert macro.calls == 1
    with rendering("ar/people/a/2024.md"):
        assert kept(macro, "topics/x.md") == "<../../../topics/x/>"
    with rendering("ar/topics/y.md"):
        assert kept(macro, "topics/x.md") == "<../x/>"
    with rendering("en/people/a.md"):
        assert kept(macro, "topics/x.md") == "<../../topics/x/>"


def test_a_piece_that_leads_to_the_page_itself_or_below_it_is_made_for_it() -> None:
    macro, kept = Macro(), Pieces()
    for own in ("people/a.md", "people/b.md", "people/a.md"):
        with rendering(f"ar/{own}"):
            link = "./" if own == "people/a.md" else "../a/"
            assert kept(macro, "people/a.md") == f"<{link}>"
    for name, link in (("a", "../"), ("b", "../../a/"), ("a", "../")):
        with rendering(f"ar/people/{name}/2024.md"):
            assert kept(macro, "people/a.md") == f"<{link}>"
    with rendering("ar/people/a.md"):
        assert kept(macro, "people/a/2023.md") == "<2023/>"


def test_a_piece_within_another_counts_as_what_that_leads_to() -> None:
    macro, kept = Macro(), Pieces()

    def outer(target: str) -> Markup:
        return Markup("[{}]").format(kept(macro, target))

    for name, link in (("b", "../a/"), ("a", "./"), ("c", "../a/")):
        with rendering(f"ar/people/{name}.md"):
            assert kept(outer, "people/a.md") == f"[<{link}>]"


def test_a_page_does_not_depend_on_the_pages_made_before(root: Path) -> None:
    sites = sites_of(build_digest(root))
    made = [unit for site in sites.values() for unit in units(site)]
    forward = {unit: _texts(sites, unit) for unit in made}
    _environment.cache_clear()
    for unit in reversed(made):
        assert _texts(sites, unit) == forward[unit]


def _texts(sites: Mapping[Language, Site], unit: Unit) -> list[tuple[str, str]]:
    return [(path, output.text) for path, output in make_unit(sites, unit).outputs]
