"""The English side of the five articles, which are translated, and of a sixth, which is not."""

from __future__ import annotations

from pathlib import Path

from digest.model import Article
from digest.pipeline import build_digest
from digest.render import Site, sites_of
from tests.site.project import copy_project

SEED = """مصر توقع اتفاقا مع قطر لتوريد الغاز

القاهرة (رويترز) - أعلنت وزارة البترول المصرية يوم 11 مارس 2026 توقيع اتفاق مع قطر لتوريد 3 مليارات متر مكعب من الغاز سنويا بقيمة 500 مليون دولار.

وقال رئيس الوزراء المصري مصطفى مدبولي: "سنبدأ الاستيراد في مايو 2026". وأضاف أن البلاد "لن تواجه نقصا في الكهرباء هذا الصيف".

المصدر: رويترز
12 مارس 2026
"""  # noqa: E501


def english_side(folder: Path) -> Site:
    """The English side of a copy of the project in a new folder, with the sixth article as its newest."""
    project = copy_project(folder / "project")
    (project / "seeds" / "sixth.txt").write_text(SEED, "utf-8")
    return sites_of(build_digest(project))["en"]


def sixth(site: Site) -> Article:
    return site.index.articles["sixth"]
