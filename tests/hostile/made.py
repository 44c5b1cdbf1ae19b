"""A small project of a few plain seeds, for tests that spoil one thing in it."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.site.project import ROOT

BODY = (
    "وزير الخارجية يبحث في القاهرة اتفاقا جديدا رقم {number}\n\n"
    "قال وزير الخارجية الروسي سيرغي لافروف إن بلاده تدرس الاتفاق رقم {number} مع شركائها في المنطقة، "
    "مشيرا إلى أن المشاورات تسير في الاتجاه الصحيح منذ يوم 4 فبراير 2022.\n\n"
    "وأضاف الوزير خلال مؤتمر صحفي في القاهرة أن اللقاءات المقبلة ستبحث تفاصيل الاتفاق وجدول تنفيذه.\n"
)
"""A seed's text; `number` tells one from another."""
TEXT = BODY.format(number=1)


def small_project(folder: Path, seeds: int = 3, *, site: bool = False) -> Path:
    """Write a project with `seeds` seeds and no vocabulary into a new folder; `site`: for MkDocs."""
    for part in ("seeds", "content/corrections", "content/translations/en", "content/vocabulary"):
        (folder / part).mkdir(parents=True)
    for number in range(seeds):
        (folder / "seeds" / f"plain-{number:04}.txt").write_text(BODY.format(number=number), "utf-8")
    if not site:
        return folder
    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.copytree(ROOT / "overrides", folder / "overrides")
    for language in ("ar", "en"):
        shutil.copytree(ROOT / "content" / language, folder / "content" / language)
    shutil.copy(ROOT / "content" / "index.md", folder / "content")
    return folder
