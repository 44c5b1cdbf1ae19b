"""The hand-written pages' blocks: which events are the latest."""

from __future__ import annotations

import re
from pathlib import Path

from digest.pipeline import build_digest
from digest.render import fill_markers, sites_of
from tests.site.project import copy_project

SEED = """بلدية المدينة تعيد فتح الحديقة الكبرى أمام الزوار

12 مارس 2026

أعادت بلدية المدينة فتح الحديقة الكبرى أمام الزوار يوم 11 مارس 2026 بعد أشغال دامت عامين كاملين.

ووعدت البلدية بتسليم الملاعب قبل نهاية 2029، وبتشغيل القطار الصغير حتى 30 مارس 2026.
"""


def test_a_term_that_has_not_run_out_is_none_of_the_latest_events(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    (project / "seeds" / "garden.txt").write_text(SEED, "utf-8")
    site = sites_of(build_digest(project))["ar"]
    assert site.digest.timeline[-1].edtf == "../2029~"
    events = fill_markers(site, "ar/index.md", "<!-- digest: events -->")
    assert "2029" not in events
    assert "30 مارس" not in events
    assert re.findall(r'datetime="([^"]+)"', events)[0] == "2026-03-11"
