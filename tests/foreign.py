"""Articles that are not in Arabic."""

from __future__ import annotations

from digest.model import Digest
from digest.pipeline import assemble, build_article
from digest.seeds import seed_from_bytes
from digest.vocabulary import Vocabulary

ENGLISH = (
    "The minister opens the fair in the capital",
    "By Jane Smith",
    "Cairo, 5 February 2022 (Reuters) - The minister opened the fair with a hundred publishers.",
    'He said: "We want every child in the country to read ten books a year." Will they? They have to!',
    "What visitors say of the fair",
    "The fair, which lasts a week, is the largest for years and entry is free for all that come to it.",
)
FRENCH = (
    "Le ministre ouvre la foire du livre",
    "Le ministre a ouvert dimanche la foire du livre au Caire, avec une centaine d’éditeurs de douze pays.",
    "« Nous voulons que chaque enfant lise dix livres par an », a déclaré le ministre de la Culture.",
    "La foire, qui dure une semaine, est la plus grande depuis des années, et l’entrée est libre pour tous.",
)
PERSIAN = (
    "رئیس جمهور پروژه را افتتاح کرد",
    "رئیس جمهور امروز در مراسم افتتاح گفت که این پروژه در سه سال ساخته شده است و هزاران نفر کار کرده‌اند.",
    "او گفت که این پروژه بزرگ‌ترین پروژه کشور است و در سال‌های آینده نیز پروژه‌های دیگری ساخته می‌شود.",
)


def made(lines: tuple[str, ...]) -> Digest:
    """A digest of one article, of these paragraphs."""
    vocabulary = Vocabulary({})
    return assemble(
        [build_article(seed_from_bytes("\n\n".join(lines).encode(), "a.txt"), vocabulary)], vocabulary
    )
