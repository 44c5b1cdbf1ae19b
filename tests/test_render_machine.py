"""What a machine translated is called so wherever its English stands, for readers and for programs."""

from __future__ import annotations

import json
import re

import pytest

from digest.formats.addresses import Addresses
from digest.formats.timelines import latest_timeline
from digest.pipeline import build_digest
from digest.render import Site, fill_markers, render_pages, sites_of
from tests.site.project import copy_project


@pytest.fixture(scope="module")
def by_machine(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The English side of the five articles, one of which a machine has translated."""
    project = copy_project(tmp_path_factory.mktemp("machine") / "project")
    path = project / "content" / "translations" / "en" / f"{MACHINES}.yml"
    by_model = re.sub("  by: .*", "  by: ct2:model", path.read_text("utf-8"))
    path.write_text(by_model.replace("  state: reviewed", "  state: machine"), "utf-8")
    return sites_of(build_digest(project))["en"]


MACHINES = "001_716e8ccbd9555d23"
BADGE = '<span class="digest-badge digest-badge--machine">Machine translation</span>'


def test_a_machines_english_is_marked_wherever_it_stands(by_machine: Site) -> None:
    pages = {path: text for path, text in render_pages(by_machine.digest) if path.startswith("en/")}
    slug = by_machine.index.articles[MACHINES].slug
    pieces = (
        r'<article class="digest-card">.*?</article>|<li class="digest-(?:timeline__event|brief).*?</li>'
        '|<blockquote.*?place">.*?</p>'
    )
    listed: set[str] = set()
    for path, text in pages.items():
        if path not in (f"en/articles/{slug}.md", f"en/parallel/{slug}.md", "en/translations.md"):
            for piece in re.findall(pieces, text, re.DOTALL):
                assert (f"articles/{slug}/" in piece) <= (BADGE in piece), (path, piece)
                listed |= {path.split("/")[1]} if BADGE in piece else set()
    assert listed >= {"timeline.md", "archive", "people", "places", "organisations", "topics"}
    home = fill_markers(by_machine, "en/index.md", "<!-- digest: latest -->")
    assert BADGE in home.partition("Not yet translated or reviewed")[2]
    assert home.count(BADGE) == 1


def test_the_timeline_for_programs_says_what_a_machine_translated(by_machine: Site) -> None:
    _, text = latest_timeline(by_machine, Addresses(None))
    events = json.loads(text)["events"]
    machine = [event for event in events if event["unique_id"].startswith(MACHINES)]
    assert machine
    for event in events:
        assert (event["_mujaz"]["state"] == "machine") == (event in machine)
        assert ("Machine translation" in event["text"]["text"]) == (event in machine)
    (noted,) = [event for event in events if "visit Cairo" in event["text"]["text"]]
    assert "Moscow is evidently meant" in noted["text"]["text"]
    assert "Moscow is evidently meant" in noted["_mujaz"]["note"]
    arabic = sites_of(by_machine.digest)["ar"]
    assert "_mujaz" not in json.loads(latest_timeline(arabic, Addresses(None))[1])["events"][0]
