"""Reads made pages, a few for each line that it is sent, with what version of Mujaz it finds. CPU seconds.

Run by `versions`, by path, so that nothing but the program itself is of that version.
"""

from __future__ import annotations

import gc
import os
import pickle
import sys
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from digest.clean import clean_seed
from digest.extract import extract_fields
from digest.seeds import seed_from_bytes
from digest.sentences import split_document

WARM, SLICE = 20, 10
"""Pages read before the clock starts, and those read at a time."""


def read(pages: Iterator[tuple[str, bytes]]) -> float:
    """Read some pages, fields and sentences, too; CPU seconds."""
    start = time.process_time()
    for name, data in pages:
        document = clean_seed(seed_from_bytes(data, name))
        extract_fields(document)
        split_document(document)
        gc.freeze()
    return time.process_time() - start


def main(pages: Path) -> None:
    """Read a slice of the pages in a file for each line of the standard input, on one processor."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    texts = iter(pickle.loads(pages.read_bytes()))
    read(islice(texts, WARM))
    for _line in sys.stdin:
        print(read(islice(texts, SLICE)), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
