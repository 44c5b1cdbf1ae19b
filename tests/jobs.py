"""Articles to be translated, of one sentence made again and again, and an engine that answers by a script."""

from __future__ import annotations

from pathlib import Path

from digest.model import Segment
from digest.text import segment_id
from digest.translate.engines.base import Glossary
from digest.translate.fill import Job

TEXTS = tuple(
    f"قال الوزير رقم {number} إن الجسر الجديد سيفتتح بعد أعمال استمرت عامين كاملين." for number in range(40)
)


def segments(*texts: str) -> tuple[Segment, ...]:
    return tuple(Segment(segment_id(text), text, "body", number) for number, text in enumerate(texts))


def job(folder: Path, *texts: str, article: str = "a") -> Job:
    return Job(article, folder / f"{article}.yml", segments(*texts), {})


class Scripted:
    """Answers with what it was told, in turn; an exception is raised."""

    id = "scripted"

    def __init__(self, *answers: str | Exception | None) -> None:
        self.answers = list(answers)
        self.asked: list[tuple[str, Glossary]] = []

    def translate(self, ar: str, glossary: Glossary = ()) -> str | None:
        self.asked.append((ar, glossary))
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer


GOOD = "Minister number 0 said the new bridge will open after two full years of work."
