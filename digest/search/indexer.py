"""Speaks to Pagefind's program: the only module of the search that starts a process.

The program takes requests and gives answers as base64 of JSON, each ended by a comma. The package's own
client pauses a tenth of a second for each answer, which makes seventeen minutes of ten thousand articles;
this one sends from a thread while it reads.
"""

from __future__ import annotations

import base64
import json
import subprocess
from codecs import iterdecode
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from io import BufferedReader
from itertools import islice
from json import JSONDecodeError, JSONDecoder
from threading import Thread
from types import TracebackType
from typing import IO, Any

from pagefind.service import get_executable

from digest.errors import DigestError

UNSTEMMED = "zxx"
"""ISO 639: no language. The words are stems already; Pagefind is to leave them as they are."""
_CHUNK = 1 << 16
_FILES = '"files":['
"""What stands before the files in the answer that has them."""
_JSON = JSONDecoder()
_BATCH = 200
"""Entries that are sent before their answers are waited for."""

Data = dict[str, Any]


class Indexer:
    """A running indexer of one index, used with `with`. All raises DigestError when the program fails."""

    def __enter__(self) -> Indexer:
        program = get_executable()
        if program is None:
            raise DigestError("Pagefind's program is missing; install `pagefind[bin]`", file="pagefind")
        try:
            self._process = subprocess.Popen(  # noqa: S603 - the program that the package names
                [program, "--service"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        except OSError as cause:
            raise DigestError(f"Pagefind's program does not start: {cause}", file=str(program)) from cause
        assert self._process.stdin
        assert isinstance(self._process.stdout, BufferedReader)
        self._requests: IO[bytes] = self._process.stdin
        self._answers = _decoded(self._process.stdout)
        self._sent = 0
        self._number = self._ask([{"type": "NewIndex", "config": None}])[0]["index_id"]
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.communicate()

    def add(self, entries: Iterable[tuple[str, str]]) -> None:
        """Take in what is to be found: the name of each, which no other has, and its words.

        Entries are made as they are sent: together they take the memory of all texts.
        """
        waiting = iter(entries)
        while batch := list(islice(waiting, _BATCH)):
            self._ask([{**_request(name, words), "index_id": self._number} for name, words in batch])

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Index what was taken in; the path and bytes of each file that the index consists of.

        The program is asked for the files: when it writes them itself, it answers before the last are whole.
        """
        sender = self._start([{"type": "GetFiles", "index_id": self._number}])
        for file in _files(self._answer()):
            yield file["path"], base64.b64decode(file["content"])
        sender.join()

    def _ask(self, payloads: Sequence[Data]) -> list[Data]:
        sender = self._start(payloads)
        answers = [_checked(b"".join(self._answer())) for _ in payloads]
        sender.join()
        return answers

    def _start(self, payloads: Sequence[Data]) -> Thread:
        """Send requests from a thread."""
        first = self._sent + 1
        self._sent += len(payloads)
        sender = Thread(target=self._send, args=(payloads, first), daemon=True)
        sender.start()
        return sender

    def _send(self, payloads: Sequence[Data], first: int) -> None:
        try:
            for number, payload in enumerate(payloads, start=first):
                message = json.dumps({"message_id": number, "payload": payload})
                self._requests.write(base64.b64encode(message.encode()) + b",")
            self._requests.flush()
        except OSError:
            return  # the program is gone; whoever reads its answers says so

    def _answer(self) -> Iterator[bytes]:
        """The next answer, in pieces as it comes."""
        for piece in self._answers:
            if piece is None:
                return
            yield piece
        raise DigestError("Pagefind's program ended early", file="pagefind")


def _decoded(stream: BufferedReader) -> Iterator[bytes | None]:
    """What the program answers, as it comes; None where an answer ends."""
    left = b""
    while chunk := stream.read1(_CHUNK):
        *ended, rest = chunk.split(b",")
        for part in ended:
            yield base64.b64decode(left + part)
            yield None
            left = b""
        left += rest
        whole = len(left) // 4 * 4
        yield base64.b64decode(left[:whole])
        left = left[whole:]


def _checked(answer: bytes) -> Data:
    """The payload of an answer. Raises DigestError for one that says what is wrong."""
    payload: Data = json.loads(answer)["payload"]
    if payload.get("type") == "Error":
        raise DigestError(f"the search index cannot be made: {payload.get('message')}", file="pagefind")
    return payload


def _files(answer: Iterable[bytes]) -> Iterator[Data]:
    """The files of an answer, each as it comes: together they are large."""
    text = begun = ""
    for piece in iterdecode(answer, "utf-8"):
        text, at = text + piece, 0
        if not begun:
            _, begun, after = text.partition(_FILES)
            text = after if begun else text
        while begun and (found := _object(text, at + text.startswith(",", at))):
            file, at = found
            yield file
        text = text[at:]
    if not begun:
        _checked(text.encode())
    if not text.startswith("]"):
        raise DigestError("this Pagefind answers in another form", file="pagefind")


def _object(text: str, at: int) -> tuple[Data, int] | None:
    """The JSON object at a place, and where it ends; None where its end has not come yet."""
    with suppress(JSONDecodeError):
        return _JSON.raw_decode(text, at)
    return None


def _request(name: str, words: str) -> Data:
    return {
        "type": "AddRecord",
        "url": name,
        "content": words,
        "language": UNSTEMMED,
        "meta": {},
        "filters": {},
        "sort": {},
    }
