"""Random bytes and spoiled pages through everything that reads what people drop in: `make fuzz`.

Each case is made from its number, so that a failure can be run again alone (`--only TARGET:NUMBER`). What is
done is kept in `.cache/fuzz.json`: a run that is stopped goes on where it was (`--fresh` begins anew). Where
Atheris is installed, `--atheris TARGET` lets it look for inputs that reach new code.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from functools import cache
from pathlib import Path

from digest import find_dates
from digest.corrections import SCHEMA as CORRECTION_SCHEMA
from digest.errors import DigestError
from digest.files import write_changed
from digest.pipeline import build_article
from digest.seeds import seed_from_bytes
from digest.translate.memory import parse_memory
from digest.vocabulary import Vocabulary, load_vocabulary
from digest.yamlfile import parse_yaml, validate
from tests.hostile.payloads import HIDDEN, dealt

ROOT = Path(__file__).parent.parent.parent
STATE = ROOT / ".cache" / "fuzz.json"
SECONDS = 1.0
"""The longest that a call may take."""
MEGABYTES = 300
"""The most memory that a whole run may take."""
_SUFFIXES = (".txt", ".txt", ".txt", ".md", ".html", ".mhtml", ".htm")
_DATE_WORDS = [
    "أمس",
    "اليوم",
    "غدا",
    "الثلاثاء",
    "الماضي",
    "المقبل",
    "عام",
    "سنة",
    "شهر",
    "يوم",
    "قرن",
    "ساعة",
    "منذ",
    "قبل",
    "بعد",
    "خلال",
    "بين",
    "حتى",
    "من",
    "إلى",
    "مطلع",
    "أواخر",
    "يناير",
    "كانون",
    "الثاني",
    "فبراير",
    "شباط",
    "رمضان",
    "محرم",
    "هـ",
    "م",
    "2022",
    "1443",
    "25",
    "3",
    "15/4/2021",
    "٢٠٢٢",
    "الأول",
    "الثالث",
    "عشر",
    "والعشرين",
    "تسعينيات",
    "القرن",
    "العشرين",
    "ربع",
    "نصف",
    "-",
    "/",
    ",",
    ".",
    "،",
    "إلى",
    "00",
    "99999",
    "9/9/9999",
    "31",
    "فبراير",
]


@dataclass
class Figures:
    """How a target did."""

    done: int = 0
    refused: int = 0
    """Calls that raised one of the package's own errors."""
    slowest: float = 0.0
    seconds: float = 0.0
    failures: list[str] = field(default_factory=list)


@cache
def _vocabulary() -> Vocabulary:
    return load_vocabulary(ROOT / "content" / "vocabulary")


@cache
def _pages() -> tuple[bytes, ...]:
    seeds = [path.read_bytes() for path in sorted((ROOT / "seeds").iterdir())]
    page = "<html><head><title>x</title></head><body><article>{}</article></body></html>"
    as_html = [
        page.format("".join(f"<p>{line}</p>" for line in s.decode().split("\n"))).encode() for s in seeds
    ]
    mail = b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\n"
    mail += b"Content-Type: text/html; charset=utf-8\r\n\r\n" + as_html[0] + b"\r\n--b--\r\n"
    return (*seeds, *as_html, b"---\ntitle: x\ndate: 2022-02-04\n---\n" + seeds[0], mail)


@cache
def _yaml_texts() -> tuple[str, ...]:
    folders = ("content/corrections", "content/translations/en", "content/vocabulary")
    files = [path for folder in folders for path in sorted((ROOT / folder).glob("*.yml"))]
    return tuple(path.read_text("utf-8")[:4000] for path in files)


def _spoiled(data: bytes, dice: random.Random) -> bytes:
    """A piece of some data with a few things done to it."""
    start = dice.randrange(max(1, len(data)))
    piece = bytearray(data[start : start + dice.choice((200, 2000, 8000))] if dice.random() < 0.5 else data)
    for _ in range(dice.randrange(1, 8)):
        at = dice.randrange(len(piece) + 1)
        what = dice.randrange(7)
        if what == 0:
            piece[at : at + dice.randrange(40)] = dice.randbytes(dice.randrange(20))
        elif what == 1:
            piece[at:at] = dice.choice(dealt()).encode()
        elif what == 2:
            piece[at:at] = chr(dice.choice(HIDDEN)).encode() * dice.randrange(1, 4)
        elif what == 3:
            del piece[at : at + dice.randrange(400)]
        elif what == 4:
            piece[at:at] = piece[at : at + dice.randrange(300)] * dice.randrange(1, 6)
        elif what == 5:
            piece[at:at] = dice.choice(
                (b"\n", b"\t", b"\r", b"  ", b"\0", b"<", b"&#", b"[" * 30, b"- " * 30)
            )
        else:
            piece = bytearray(piece.replace(*dice.sample((b" ", b"\n", b".", b"\xd9", b"<p>", b": "), 2)))
    return bytes(piece)


def make_seed(dice: random.Random) -> tuple[bytes, str]:
    """The bytes of a page, random or spoiled, and a file name."""
    data = (
        dice.randbytes(dice.randrange(400)) if dice.random() < 0.2 else _spoiled(dice.choice(_pages()), dice)
    )
    if dice.random() < 0.05:
        codec = dice.choice(("cp1256", "utf-16", "utf-16-le", "utf-8-sig", "iso8859_6"))
        data = data.decode("utf-8", "ignore").encode(codec, "ignore")
    return data, "fuzz" + dice.choice(_SUFFIXES)


def make_yaml(dice: random.Random) -> str:
    """A text that may be YAML."""
    data = dice.randbytes(200) if dice.random() < 0.1 else _spoiled(dice.choice(_yaml_texts()).encode(), dice)
    return data.decode("utf-8", "ignore")


def make_text(dice: random.Random) -> tuple[str, str | None]:
    """Words of which dates are made, and a reference."""
    words = [dice.choice(_DATE_WORDS) for _ in range(dice.randrange(1, 25))]
    if dice.random() < 0.3:
        words.insert(0, dice.choice(dealt()))
    reference = dice.choice((None, "2022-02-05", "2022-02", "2022", "2020/2021", "[2022-02-04,2022-02-11]"))
    return dice.choice((" ", " ", " ", "", "\n")).join(words), reference


def read_page(data: bytes, name: str) -> None:
    """The road of a seed, from bytes to an article."""
    build_article(seed_from_bytes(data, name), _vocabulary())


def read_yaml_files(text: str) -> None:
    """Every reader of YAML, on one text."""
    refusals = 0
    for reader in (
        lambda: validate(parse_yaml(text, "fuzz.yml"), CORRECTION_SCHEMA),
        lambda: parse_memory(text, "fuzz.yml"),
    ):
        try:
            reader()
        except DigestError:
            refusals += 1
    if refusals:
        raise DigestError("refused")


TARGETS: dict[str, tuple[int, Callable[[random.Random], Callable[[], object]]]] = {
    "yaml": (50_000, lambda dice: _call(read_yaml_files, make_yaml(dice))),
    "dates": (100_000, lambda dice: _call(find_dates, *make_text(dice))),
    "seeds": (200_000, lambda dice: _call(read_page, *make_seed(dice))),
}
"""Number of cases and their maker, by target."""


def _call(function: Callable[..., object], *values: object) -> Callable[[], object]:
    return lambda: function(*values)


def run_case(target: str, number: int, figures: Figures) -> None:
    """Run one case and note how it went."""
    call = TARGETS[target][1](random.Random(f"{target}:{number}"))
    begin = time.process_time()
    try:
        call()
    except DigestError:
        figures.refused += 1
    except Exception as fault:
        figures.failures.append(f"{target}:{number}: {type(fault).__name__}: {fault}"[:300])
    took = time.process_time() - begin
    if took > SECONDS:
        figures.failures.append(f"{target}:{number}: took {took:.1f} s")
    figures.done += 1
    figures.seconds += took
    figures.slowest = max(figures.slowest, took)


def warm_up() -> None:
    """Load rules, vocabulary and libraries, which the first call would pay for."""
    for suffix in (".txt", ".html"):
        read_page(_pages()[5 if suffix == ".html" else 0], f"warm{suffix}")
    find_dates("أمس")


def peak_megabytes() -> float:
    """The most memory that this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> int:
    """Run what is left of every target; exit status 1 where something failed."""
    options = _options()
    warm_up()
    base = peak_megabytes()
    if options.only:
        target, _, number = options.only.partition(":")
        figures = Figures()
        run_case(target, int(number), figures)
        print(figures)
        return 1 if figures.failures else 0
    if options.atheris:
        return _atheris(options.atheris)
    state = {name: Figures() for name in TARGETS}
    if STATE.exists() and not options.fresh:
        state |= {name: Figures(**values) for name, values in json.loads(STATE.read_text()).items()}
    end = time.monotonic() + options.seconds
    for name, (count, _) in TARGETS.items():
        figures = state[name]
        while figures.done < count * options.share and time.monotonic() < end:
            run_case(name, figures.done, figures)
            if figures.done % 500 == 0:
                _save(state)
    _save(state)
    return _report(state, base)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--share", type=float, default=1.0, help="part of all cases to run")
    parser.add_argument("--seconds", type=float, default=float("inf"), help="stop after that long")
    parser.add_argument("--fresh", action="store_true", help="forget what was done before")
    parser.add_argument("--only", metavar="TARGET:NUMBER", help="run one case")
    parser.add_argument("--atheris", metavar="TARGET", choices=("seeds", "yaml", "dates"))
    return parser.parse_args()


def _save(state: dict[str, Figures]) -> None:
    write_changed(STATE, json.dumps({name: asdict(figures) for name, figures in state.items()}))


def _report(state: dict[str, Figures], base: float) -> int:
    failures = [failure for figures in state.values() for failure in figures.failures]
    for name, figures in state.items():
        print(
            f"{name:6} {figures.done:7,} of {TARGETS[name][0]:,} cases, {figures.refused:,} refused, "
            f"{figures.seconds:.0f} s, slowest {1000 * figures.slowest:.0f} ms, {len(figures.failures)} bad"
        )
    print(f"memory {peak_megabytes():.0f} MB at most, {base:.0f} MB of it before the first case")
    for failure in failures[:50]:
        print(failure)
    return 1 if failures or peak_megabytes() > MEGABYTES else 0


def _atheris(target: str) -> int:
    """Let Atheris choose the inputs; it ends the process itself."""
    try:
        import atheris  # noqa: PLC0415
    except ImportError:
        print("Atheris is not installed: it has no release for this Python", file=sys.stderr)
        return 1

    def once(data: bytes) -> None:
        try:
            if target == "seeds":
                read_page(data, "fuzz" + _SUFFIXES[len(data) % len(_SUFFIXES)])
            elif target == "yaml":
                read_yaml_files(data.decode("utf-8", "ignore"))
            else:
                find_dates(data.decode("utf-8", "ignore"))
        except DigestError:
            pass

    atheris.instrument_all()
    atheris.Setup([sys.argv[0], "-max_len=4000", "-timeout=5", f"-rss_limit_mb={2 * MEGABYTES}"], once)
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
