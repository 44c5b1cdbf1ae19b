"""`http`: a LibreTranslate server."""

from __future__ import annotations

from digest.translate.engines.base import EngineError, Glossary, prepare
from digest.translate.engines.web import PATIENT, Patience, Server


class HttpEngine:
    """Asks `POST /translate` of a LibreTranslate server for each sentence."""

    def __init__(self, url: str, *, key: str | None = None, patience: Patience = PATIENT) -> None:
        self._server = Server(url, key=key, patience=patience)
        self._key = {"api_key": key.strip()} if key and key.strip() else {}
        self.id = f"http:{self._server.host}"

    def translate(self, ar: str, glossary: Glossary = ()) -> str | None:  # noqa: ARG002
        """The server's English. Raises EngineError."""
        question = {"q": prepare(ar), "source": "ar", "target": "en", "format": "text", **self._key}
        answer = self._server.post("/translate", question)
        english = answer.get("translatedText") if isinstance(answer, dict) else None
        if not isinstance(english, str):
            raise EngineError(f"{self._server.host} answered without `translatedText`; is it LibreTranslate?")
        return english
