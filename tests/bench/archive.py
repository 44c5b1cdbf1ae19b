"""Makes archives of any number of articles out of the seeds. Writes only the folder it is given.

An article takes its opening from one seed and its paragraphs from all; names, figures, months, days and a
part of the words are then exchanged, so that no two articles are alike and no cache of whole texts helps. The
same seed of the generator gives the same bytes.
"""

from __future__ import annotations

import hashlib
import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from digest.model import EntityKind
from digest.vocabulary import Vocabulary, load_vocabulary

ROOT = Path(__file__).parents[2]
_LONG = 80
"""Characters from which a line of a seed is a paragraph."""
_PARAGRAPHS = 15
_EXCHANGED = 0.06
"""Part of the words that another word of the seeds takes the place of."""
_MONTHS = (
    *("يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو"),
    *("يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"),
)
_DAYS = ["السبت", "الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة"]
_PERSONS = ("فلاديمير بوتين", "فلادمير بوتين", "شي جين بينغ", "بوتين")
_PLACES = ("روسيا", "الصين", "موسكو", "بكين", "هاربين")


class Maker:
    """Makes articles out of the seeds of a project; `seed` of the generator and number decide each."""

    def __init__(self, root: Path = ROOT, seed: int = 9) -> None:
        texts = [path.read_text("utf-8") for path in sorted((root / "seeds").glob("*.txt"))]
        lines = [[line.strip() for line in text.splitlines() if line.strip()] for text in texts]
        self._openings = [list(_opening(found)) for found in lines]
        self._paragraphs = [line for found in lines for line in found if len(line) >= _LONG]
        self._words = sorted({word for line in self._paragraphs for word in re.findall(r"[ء-ي]{4,}", line)})
        vocabulary = load_vocabulary(root / "content" / "vocabulary")
        self._persons = _names(vocabulary, EntityKind.PERSON)
        self._places = _names(vocabulary, EntityKind.PLACE)
        self._seed = seed

    def article(self, number: int) -> str:
        """The text of one article, about 3,000 characters."""
        dice = random.Random(f"{self._seed} {number}")
        opening = dice.choice(self._openings)
        body = dice.sample(self._paragraphs, _PARAGRAPHS)
        return self._varied("\n\n".join((*opening, *body)), dice) + "\n"

    def _varied(self, text: str, dice: random.Random) -> str:
        swaps = {name: dice.choice(self._persons) for name in _PERSONS[:3]}
        swaps["بوتين"] = swaps[_PERSONS[0]].split()[-1]
        swaps.update({name: dice.choice(self._places) for name in _PLACES})
        text = re.sub("|".join(swaps), lambda match: swaps[match[0]], text)
        text = re.sub("|".join(_MONTHS), lambda _: dice.choice(_MONTHS), text)
        text = re.sub("|".join(_DAYS), lambda _: dice.choice(_DAYS), text)
        text = re.sub(r"(?<!\d)20\d\d(?!\d)", lambda _: str(dice.randint(2005, 2025)), text)
        text = re.sub(r"(?<!\d)\d\d?(?!\d)", lambda _: str(dice.randint(1, 28)), text)
        return re.sub(r"[ء-ي]{4,}", lambda match: self._word(match[0], dice), text)

    def _word(self, word: str, dice: random.Random) -> str:
        return dice.choice(self._words) if dice.random() < _EXCHANGED else word


def write_archive(folder: Path, count: int, *, seed: int = 9) -> None:
    """Write `count` articles into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in archive(count, seed=seed):
        (folder / name).write_text(text, "utf-8")


def archive(count: int, *, seed: int = 9) -> Iterator[tuple[str, str]]:
    """File name and text of each of `count` articles."""
    maker = Maker(seed=seed)
    for number in range(count):
        text = maker.article(number)
        yield f"{number:06}_{hashlib.sha256(text.encode()).hexdigest()[:16]}.txt", text


def _opening(lines: list[str]) -> Iterator[str]:
    """The lines before the first paragraph, else the beginning of that as a headline."""
    for line in lines:
        if len(line) >= _LONG:
            break
        yield line
    if len(lines[0]) >= _LONG:
        yield " ".join(lines[0].split()[:9])


def _names(vocabulary: Vocabulary, kind: EntityKind) -> list[str]:
    return [entry.ar for entry in vocabulary.entries.values() if entry.kind is kind]


if __name__ == "__main__":
    write_archive(Path(sys.argv[1]), int(sys.argv[2]))
