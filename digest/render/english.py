"""How far the English of an article has come and who made it, as its pages say it. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from digest.model import Article, SegmentState, Translation
from digest.record import original_language, readable_english
from digest.render.escape import visible
from digest.translate import ORIGINAL, is_program


@dataclass(frozen=True, slots=True)
class Status:
    """How far an article is translated, and by whom."""

    segments: int
    done: int
    machine: int
    """Those that nobody has read after the machine."""
    people: tuple[str, ...]
    """People whose translation or review is shown."""
    programs: tuple[str, ...]
    """Programs that translated and checked what is shown, without a person."""
    original: int = 0
    """Those shown as they stand in the original, which has no Arabic there."""
    language: str = "ar"
    """Of the original (see `original_language`)."""

    @property
    def foreign(self) -> bool:
        """Whether the original is not in Arabic."""
        return self.language != "ar"

    @property
    def english(self) -> bool:
        """Whether it is in English from beginning to end."""
        return self.untranslated and self.language == "en"

    def state(self, language: str) -> str:
        """The key of the words for what there is of the article in a language."""
        if language == "ar":
            return "none" if self.english else "foreign" if self.foreign else "original"
        if self.untranslated:
            return "original" if self.english else "none"
        return "full" if self.done == self.segments else "part"

    @property
    def human(self) -> bool:
        """Whether there is English of a person's, be it that nothing says whose."""
        return self.done > self.machine + self.original

    @property
    def untranslated(self) -> bool:
        """Whether all of it is shown as it stands in the original."""
        return 0 < self.original == self.segments

    @property
    def whole(self) -> bool:
        """Whether everything is translated."""
        return 0 < self.done == self.segments


def translation_status(article: Article) -> Status:
    """How far an article is translated."""
    shown = [item for item in article.translations if readable_english(item) is not None]
    checked = [item for item in shown if item.state is not SegmentState.MACHINE]
    original = sum(item.by == ORIGINAL for item in shown)
    names = tuple(dict.fromkeys(filter(None, map(_name, checked))))
    return Status(
        len(article.translations),
        len(shown),
        len(shown) - len(checked),
        tuple(name for name in names if not is_program(name)),
        tuple(name for name in names if is_program(name)),
        original,
        original_language(article),
    )


def _name(item: Translation) -> str | None:
    return visible(item.by) if item.by and item.by != ORIGINAL else None
