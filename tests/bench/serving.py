"""Measures `mkdocs serve` end to end: `python -m tests.bench.serving [N] [RUNS]` prints a table in Markdown.

A real server follows a project of N made articles. RUNS (7) seeds are edited, added and deleted, one after
the other; seconds of wall time from the write of the file to what a browser is given over HTTP, medians and
the most. A machine that does other work makes them longer: the table says its load.
"""

from __future__ import annotations

import http.client
import json
import os
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

from digest.pipeline import slugify
from digest.seeds import identifier
from tests.bench.archive import Maker
from tests.bench.site import Bench
from tests.site.project import ENVIRONMENT

_EVERY = 0.01
"""Seconds between two requests for a page."""
_SELDOM = 0.25
"""The same for the search, which takes seconds: each request takes time from what is waited for."""
_PATIENCE = 600.0
_SENTENCE = "وقال الوزير إن الاجتماع المقبل سيعقد في المدينة نفسها بعد أن تنتهي المشاورات بين الجانبين في {}."
"""What is added to an article: a sentence that stays in it."""
_EPOCH = re.compile(rb"livereload\(([0-9]+), ")


class Browser:
    """Asks a server on this machine."""

    def __init__(self, port: int) -> None:
        self._port = port

    def get(self, path: str) -> tuple[int, bytes]:
        """Status and body; status 0 while nobody answers."""
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=_PATIENCE)
        try:
            connection.request("GET", path)
            answer = connection.getresponse()
            return answer.status, answer.read()
        except OSError:
            return 0, b""
        finally:
            connection.close()

    def wait(self, path: str, enough: Callable[[int, bytes], bool], every: float = _EVERY) -> None:
        """Ask every so many seconds until an answer is as it is to be. Raises TimeoutError."""
        end = time.monotonic() + _PATIENCE
        while not enough(*self.get(path)):
            if time.monotonic() > end:
                raise TimeoutError(path)
            time.sleep(every)

    def reload(self, epoch: int) -> None:
        """Wait as an open page does, until it is told to load anew."""
        while int(self.get(f"/livereload/{epoch}/1")[1] or b"0") <= epoch:
            time.sleep(_EVERY)


class Served:
    """A project, and the server that follows it."""

    def __init__(self, project: Path, browser: Browser) -> None:
        self._seeds, self._browser = project / "seeds", browser

    def seconds(self, seed: str, text: str | None) -> dict[str, float]:
        """Write a seed, or delete it for None: when the page, a browser and the search have it."""
        path = f"/ar/articles/{slugify(identifier(seed))}/"
        word = text.split()[-1].strip(".") if text else ""
        epoch = int(_EPOCH.findall(self._browser.get("/ar/")[1])[0])
        search = self._indexes()
        found: dict[str, float] = {}
        waits: dict[str, Callable[[], None]] = {
            "page": lambda: self._browser.wait(
                path, lambda status, body: word.encode() in body if text else status == 404
            ),
            "browser told": lambda: self._browser.reload(epoch),
            "search": lambda: self._browser.wait(
                "/pagefind/ar.json", lambda status, _: status == 200 and self._indexes() != search, _SELDOM
            ),
        }
        begun = time.monotonic()

        def note(name: str) -> None:
            waits[name]()
            found[name] = time.monotonic() - begun

        if text is None:
            (self._seeds / seed).unlink()
        else:
            (self._seeds / seed).write_text(text, "utf-8")
        threads = [Thread(target=note, args=(name,)) for name in waits]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return found

    def _indexes(self) -> list[bytes]:
        """What leads to each part of the search."""
        parts = range(1, 1 + json.loads(self._browser.get("/pagefind/ar.json")[1])["parts"])
        folders = [f"/pagefind/ar/{part}" if part > 1 else "/pagefind/ar" for part in parts]
        return [self._browser.get(f"{folder}/pagefind-entry.json")[1] for folder in folders]

    def changes(self, number: int, maker: Maker) -> Iterator[tuple[str, str, str | None]]:
        """What is done in a run: kind, seed, text."""
        seed = sorted(path.name for path in self._seeds.iterdir())[number * 3]
        text, more = (self._seeds / seed).read_text("utf-8"), _SENTENCE.format(f"مكان{number:03}")
        yield "edited", seed, f"{text}\n{more}\n"
        yield "added", f"new-{number}.txt", f"{maker.article(10**6 + number)}\n{more}\n"
        yield "deleted", f"new-{number}.txt", None


@contextmanager
def served(project: Path) -> Iterator[Browser]:
    """A server of a project, once it answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", f"127.0.0.1:{port}"]
    server = subprocess.Popen(command, cwd=project, env=ENVIRONMENT, stderr=subprocess.DEVNULL)
    try:
        browser = Browser(port)
        while browser.get("/ar/")[0] != 200:
            if server.poll() is not None:
                raise ChildProcessError(f"mkdocs serve ended with {server.returncode}")
            time.sleep(0.2)
        yield browser
    finally:
        server.terminate()
        server.wait()


def main() -> None:
    """Measure and print."""
    count, runs = map(int, (*sys.argv[1:3], *("300", "7")[len(sys.argv) - 1 :]))
    found: dict[str, list[dict[str, float]]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as folder:
        bench, maker = Bench(Path(folder), count), Maker()
        with served(bench.project) as browser:
            print(f"{count} articles, {runs} of each; load {os.getloadavg()[0]:.1f}\n", flush=True)
            site = Served(bench.project, browser)
            for number in range(runs):
                for kind, seed, text in site.changes(number, maker):
                    found[kind].append(site.seconds(seed, text))
    names = ("page", "browser told", "search")
    print(f"| one seed | {' | '.join(names)} |\n|---|{'---|' * len(names)}")
    for kind, times in found.items():
        columns = [[one[name] for one in times] for name in names]
        cells = [f"{statistics.median(one):.2f} (most {max(one):.2f})" for one in columns]
        print(f"| {kind} | {' | '.join(cells)} |", flush=True)
    print(f"\nload after: {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
