"""Engines: what turns one Arabic sentence into English. Only `digest translate` runs them, never a build."""

from __future__ import annotations

from collections.abc import Mapping

from digest.translate.engines.base import Engine, EngineError
from digest.translate.engines.chat import ChatEngine
from digest.translate.engines.ct2 import Ct2Engine
from digest.translate.engines.http import HttpEngine
from digest.translate.engines.local import EchoEngine, MemoryEngine
from digest.translate.engines.watched import Watched
from digest.translate.engines.web import PATIENT, Patience

ENGINES = ("memory", "ct2", "http", "chat", "echo")
"""Names for `--engine`; the first is the default."""

__all__ = [
    "ENGINES",
    "ChatEngine",
    "Ct2Engine",
    "EchoEngine",
    "Engine",
    "EngineError",
    "HttpEngine",
    "MemoryEngine",
    "Watched",
    "make_engine",
]


def make_engine(
    name: str,
    environment: Mapping[str, str],
    *,
    url: str | None = None,
    model: str | None = None,
    timeout: float = PATIENT.timeout,
) -> Engine:
    """The engine of a name. Raises EngineError where something is missing or wrong.

    `timeout` is the seconds that a server may take for one answer.

    What is not given comes from the environment: `DIGEST_CT2_MODEL`, `DIGEST_HTTP_URL`, `DIGEST_CHAT_URL`,
    `DIGEST_CHAT_MODEL`. Keys come only from there: `DIGEST_HTTP_KEY`, `DIGEST_CHAT_KEY`.
    """
    if name == "memory":
        return MemoryEngine()
    if name == "echo":
        return EchoEngine()
    patience = Patience(timeout=timeout)
    if name == "ct2":
        return Ct2Engine(_needed(model, environment, "DIGEST_CT2_MODEL", "--model FOLDER"))
    if name == "http":
        address = _needed(url, environment, "DIGEST_HTTP_URL", "--url ADDRESS")
        return HttpEngine(address, key=environment.get("DIGEST_HTTP_KEY"), patience=patience)
    if name == "chat":
        address = _needed(url, environment, "DIGEST_CHAT_URL", "--url ADDRESS")
        chosen = _needed(model, environment, "DIGEST_CHAT_MODEL", "--model NAME")
        return ChatEngine(address, chosen, key=environment.get("DIGEST_CHAT_KEY"), patience=patience)
    raise EngineError(f"there is no engine {name!r}; there are {', '.join(ENGINES)}", fatal=True)


def _needed(given: str | None, environment: Mapping[str, str], variable: str, option: str) -> str:
    value = given or environment.get(variable)
    if not value:
        raise EngineError(f"give {option}, or set {variable} in the environment", fatal=True)
    return value
