"""Posting JSON to a server: time limits, retries with back-off, rate limits, and messages without keys.

The standard library's HTTP only. Redirects are not followed, so that a key stays with its server.
"""

from __future__ import annotations

import http.client
import json
import logging
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit

from digest.text import printable
from digest.translate.engines.base import EngineError

log = logging.getLogger(__name__)

MOST_BYTES = 4_000_000
"""Longest answer that is read."""
_NEAR = frozenset({"localhost", "127.0.0.1", "::1"})
"""Hosts that are asked directly, whatever proxy the environment names."""
_AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})
_KEY_STATUS = frozenset({401, 403})
_ALWAYS = frozenset({*_KEY_STATUS, 404, 405, *range(300, 400)})
"""What every sentence would be told; other refusals are of this sentence."""
_DAY = 86_400.0


@dataclass(frozen=True, slots=True)
class Patience:
    """How long and how often a server is asked."""

    timeout: float = 60.0
    """Seconds for one answer."""
    attempts: int = 4
    pause: float = 1.0
    """Seconds before the second attempt; doubled for each after it."""
    longest_wait: float = 120.0
    """Longest Retry-After, in seconds, that is waited for."""
    sleep: Callable[[float], None] = time.sleep


PATIENT = Patience()


class _Again(Exception):  # noqa: N818
    """An attempt that may go better the next time."""

    def __init__(self, message: str, wait: float | None = None) -> None:
        super().__init__(message)
        self.wait = wait


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: Any, **__: Any) -> None:
        """Follow no redirect."""


class Server:
    """A server that takes and gives JSON."""

    def __init__(self, url: str, *, key: str | None = None, patience: Patience = PATIENT) -> None:
        self.url = _checked(url)
        self.host = urlsplit(self.url).netloc
        self._key = _checked_key(key)
        self._patience = patience
        near = urlsplit(self.url).hostname in _NEAR
        direct = [urllib.request.ProxyHandler({})] if near else []
        self._opener = urllib.request.build_opener(_NoRedirect, *direct)

    def __repr__(self) -> str:
        return f"Server({self.url!r})"

    def post(self, path: str, data: Any, headers: Mapping[str, str] | None = None) -> Any:
        """The answer to a posted value. Raises EngineError when every attempt failed."""
        request = urllib.request.Request(  # noqa: S310 (the scheme was checked)
            self.url + path,
            data=json.dumps(data).encode(),
            headers={"Content-Type": "application/json", "Accept": "application/json", **(headers or {})},
        )
        pause, attempts = self._patience.pause, self._patience.attempts
        for attempt in range(1, attempts + 1):
            try:
                return self._attempt(request)
            except _Again as failure:
                if attempt == attempts:
                    message = f"{self.host}: {failure} (asked {attempt} times)"
                    raise EngineError(self._clean(message), tired=True) from None
                wait = self._wait(failure, pause)
                said = self._clean(f"{self.host}: {failure}")
                log.warning("%s; asking again in %s (%d of %d)", said, _seconds(wait), attempt + 1, attempts)
                self._patience.sleep(wait)
                pause *= 2
        raise EngineError("no attempt is allowed", fatal=True)

    def _wait(self, failure: _Again, pause: float) -> float:
        if failure.wait is None:
            return pause
        if failure.wait > self._patience.longest_wait:
            message = f"{self.host} asks to wait {_seconds(failure.wait)}; run the command again later"
            raise EngineError(message, fatal=True)
        return failure.wait

    def _attempt(self, request: urllib.request.Request) -> Any:
        try:
            with self._opener.open(request, timeout=self._patience.timeout) as answer:
                return _parsed(self._read(answer))
        except urllib.error.HTTPError as error:
            with error:
                raise self._refused(error) from None
        except urllib.error.URLError as error:
            raise self._unreached(error.reason) from None
        except (http.client.HTTPException, OSError) as error:
            raise self._unreached(error) from None

    def _read(self, answer: Any) -> bytes:
        """The whole body, however slowly it comes, within the time for one answer."""
        end = time.monotonic() + self._patience.timeout
        body = bytearray()
        while piece := answer.read1(65_536):
            body += piece
            if len(body) > MOST_BYTES:
                raise EngineError(f"{self.host}: the answer is too long")
            if time.monotonic() > end:
                raise TimeoutError
        expected = answer.headers.get("Content-Length")
        if expected is not None and expected.isdecimal() and len(body) < int(expected):
            raise _Again("the answer broke off")
        return bytes(body)

    def _refused(self, error: urllib.error.HTTPError) -> Exception:
        said = _said(error)
        if error.code in _AGAIN:
            return _Again(
                f"HTTP {error.code} {said}".rstrip(), _retry_after(error.headers.get("Retry-After"))
            )
        if error.code in _KEY_STATUS:
            said = f"the key was refused; set it in the environment. {said}".rstrip()
        message = self._clean(f"{self.host}: HTTP {error.code}: {said}")
        return EngineError(message, fatal=error.code in _ALWAYS)

    def _unreached(self, cause: Any) -> Exception:
        if isinstance(cause, TimeoutError):
            return _Again(f"no answer within {self._patience.timeout:g} seconds")
        if isinstance(cause, http.client.IncompleteRead):
            return _Again("the answer broke off")
        if isinstance(cause, (ConnectionResetError, http.client.HTTPException, BrokenPipeError)):
            return _Again("the connection broke")
        message = f"{self.host} cannot be reached: {getattr(cause, 'strerror', None) or cause}; does it run?"
        return EngineError(self._clean(message), fatal=True)

    def _clean(self, message: str) -> str:
        """A message without the key, and without what would do something to a terminal."""
        return printable(message.replace(self._key, "…") if self._key else message)


def _checked(url: str) -> str:
    try:
        parts = urlsplit(url)
        wrong = parts.scheme not in ("http", "https") or not parts.hostname
    except ValueError:
        wrong, parts = True, urlsplit("")
    if wrong:
        raise EngineError("the address must be like http://localhost:5000", fatal=True)
    if parts.username or parts.password:
        raise EngineError("the address holds a password; keys come from the environment", fatal=True)
    return url.rstrip("/")


def _checked_key(key: str | None) -> str | None:
    key = key.strip() if key else None
    if key and not (key.isascii() and key.isprintable()):
        raise EngineError("the key in the environment holds characters that no key has", fatal=True)
    return key or None


def _parsed(body: bytes) -> Any:
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        raise _Again("the answer is not JSON, or only a part of it") from None


def _said(error: urllib.error.HTTPError) -> str:
    """What the server says is wrong, on one line."""
    try:
        body = error.read(10_000).decode("utf-8", "replace")
    except (OSError, http.client.HTTPException):
        return ""
    try:
        data = json.loads(body)
        found = data.get("error", data) if isinstance(data, dict) else data
        body = found.get("message", body) if isinstance(found, dict) else str(found)
    except (ValueError, RecursionError):
        pass
    return " ".join(str(body).split())[:200]


def _retry_after(value: str | None) -> float | None:
    """Seconds to wait, from a number of seconds or an HTTP date."""
    if not value:
        return None
    if value.strip().isdecimal():
        return float(value)
    try:
        return max(0.0, parsedate_to_datetime(value).timestamp() - time.time())
    except (ValueError, TypeError, OverflowError):
        return None


def _seconds(number: float) -> str:
    if number > _DAY:
        return "more than a day"
    return f"{number:.0f} second{'' if round(number) == 1 else 's'}"
