"""Tells an engine that is down from sentences that it will not take: those must not keep others from it."""

from __future__ import annotations

from digest.translate.engines.base import Engine, EngineError, Glossary

MOST_FAILURES = 3
"""Failures in a row after which the engine is tried."""
TRIAL = "صباح الخير."
"""What it is tried with: anything that translates at all translates this."""


class Watched:
    """An engine that is given up for the whole run once it fails at a plain sentence, too.

    Sentences that a server refuses (too long, a filter of contents) cost a failure each, however many stand
    in a row; a server that refuses everything is asked a few times and no more.
    """

    def __init__(self, engine: Engine) -> None:
        self.id = engine.id
        self._engine = engine
        self._failures = 0

    def translate(self, ar: str, glossary: Glossary = ()) -> str | None:
        """The engine's English. Raises its errors; fatal ones once it is given up."""
        try:
            english = self._engine.translate(ar, glossary)
        except EngineError as error:
            self._failures += 1
            if not error.fatal and (error.tired or self._failures >= MOST_FAILURES):
                self._try(error)
            raise
        self._failures = 0
        return english

    def _try(self, error: EngineError) -> None:
        """Go on where the engine translates a plain sentence. Raises EngineError where it does not."""
        try:
            self._engine.translate(TRIAL)
        except EngineError as cause:
            times = "once" if self._failures == 1 else f"{self._failures} times running"
            message = f"{self.id} failed {times}, and at a plain sentence: {error.message}"
            raise EngineError(message, fatal=True) from cause
        self._failures = 0
