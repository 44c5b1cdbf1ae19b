"""Speaks to Pagefind's program: the only module of the search that starts a process.

The program takes requests and gives answers as base64 of JSON, each ended by a comma. The package's own
client pauses a tenth of a second for each answer, which makes seventeen minutes of ten thousand articles;
this one sends from a thread while it reads.
"""

from __future__ import annotations

import base64
import json
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from threading import Thread
from types import TracebackType
from typing import IO, Any

from pagefind.service import get_executable

from digest.errors import DigestError

UNSTEMMED = "zxx"
"""ISO 639: no language. The words are stems already; Pagefind is to leave them as they are."""
_CHUNK = 1 << 16
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
        assert self._process.stdout
        self._requests: IO[bytes] = self._process.stdin
        self._answers = _answers(self._process.stdout)
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
        files = self._ask([{"type": "GetFiles", "index_id": self._number}])[0]["files"]
        return ((file["path"], base64.b64decode(file["content"])) for file in files)

    def _ask(self, payloads: Sequence[Data]) -> list[Data]:
        first = self._sent + 1
        self._sent += len(payloads)
        sender = Thread(target=self._send, args=(payloads, first), daemon=True)
        sender.start()
        answers = [answer for _, answer in zip(payloads, self._answers, strict=False)]
        if len(answers) < len(payloads):
            raise DigestError("Pagefind's program ended early", file="pagefind")
        sender.join()
        failed = next((answer for answer in answers if answer.get("type") == "Error"), None)
        if failed:
            raise DigestError(f"the search index cannot be made: {failed.get('message')}", file="pagefind")
        return answers

    def _send(self, payloads: Sequence[Data], first: int) -> None:
        try:
            for number, payload in enumerate(payloads, start=first):
                message = json.dumps({"message_id": number, "payload": payload})
                self._requests.write(base64.b64encode(message.encode()) + b",")
            self._requests.flush()
        except OSError:
            return  # the program is gone; whoever reads its answers says so


def _answers(stream: IO[bytes]) -> Iterator[Data]:
    """The payload of each answer, as it comes, until the program ends."""
    pending: list[bytes] = []
    while chunk := stream.read1(_CHUNK):  # type: ignore[attr-defined]
        *ended, rest = chunk.split(b",")
        for part in ended:
            payload: Data = json.loads(base64.b64decode(b"".join([*pending, part])))["payload"]
            pending.clear()
            yield payload
        pending.append(rest)


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
