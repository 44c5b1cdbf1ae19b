"""What the commands share: the project folder, reading seeds with progress, printing errors and JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import click

from digest.cli.settings import read_settings
from digest.model import Digest, Document, Extract, Field, FileError, SeedWarning
from digest.pipeline import build_digest
from digest.text import UNSAFE, printable
from digest.wording.warnings import warning_in_words

F = TypeVar("F", bound=Callable[..., Any])


_STEPS = 200
"""How often the progress bar moves on its way."""


def root_option(command: F) -> F:
    """Add `--root`: the project's folder."""
    return click.option(
        "--root",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        default=".",
        help="The project's folder (where seeds/ and content/ are).",
    )(command)


def seed_path(file: Path, root: Path) -> Path:
    """The seed that a command names: a path, or a name inside the project's `seeds/`, as `check` gives it."""
    inside = root / "seeds" / file
    return inside if inside.exists() and not file.exists() else file


def json_option(command: F) -> F:
    """Add `--json`: output for programs."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON for programs to read.")(command)


def say(text: str = "", *, beside: str = "", nl: bool = True, err: bool = False, **style: Any) -> None:
    """Print text; whatever it is made of, it does nothing to the terminal but what `style` asks for.

    `beside` stands at its end, isolated: Arabic that does not reorder the line.
    """
    isolated = f"\u2068{printable(beside)}\u2069" if beside else ""
    click.secho(printable(text) + isolated, nl=nl, err=err, **style)


def print_json(data: Any) -> None:
    """Print JSON, Arabic as it is; what `say` would write as its number is an escape."""
    text = json.dumps(data, ensure_ascii=False, indent=2)
    click.echo(UNSAFE.sub(lambda match: json.dumps(match[0])[1:-1], text))


def read_digest(root: Path, *, cluster: str | None = None) -> Digest:
    """The digest of a folder, with a progress bar on a terminal; what was found is kept for the next run."""
    settings = read_settings(root)
    build = partial(build_digest, root, settings.options, cluster=cluster, cache=settings.cache)
    if not sys.stderr.isatty():
        return build()
    with click.progressbar(length=1, label="Reading seeds", file=sys.stderr) as bar:

        def progress(done: int, total: int) -> None:
            bar.length = total
            bar.update_min_steps = 1 if done == total else total // _STEPS
            bar.update(1)

        return build(progress=progress)


def describe(error: FileError | SeedWarning) -> str:
    """`file:line: message`."""
    place = error.file if error.line is None else f"{error.file}:{error.line}"
    message = warning_in_words(error) if isinstance(error, SeedWarning) else error.message
    return f"{place}: {message}".replace("\n", " ")


def print_warnings(warnings: Iterable[FileError | SeedWarning]) -> None:
    """Each warning on a line of its own."""
    for warning in warnings:
        say(f"warning  {describe(warning)}", fg="yellow")


def print_errors(errors: tuple[FileError, ...]) -> None:
    """Each error on a line of its own, to standard error."""
    for error in errors:
        say(f"error    {describe(error)}", fg="red", err=True)


def further_articles(document: Document) -> list[tuple[str, str]]:
    """(name, text) of the seed that each further article of a page becomes."""
    stem = Path(document.seed.name).stem
    return [
        (f"{stem}-{number}.txt", document.seed.text[article.span.start : article.span.end].strip() + "\n")
        for number, article in enumerate(document.embedded, start=2)
    ]


def credits_of(extract: Extract) -> dict[str, Field | None]:
    """Who wrote an article, for whom and where, by name."""
    return {"byline": extract.byline, "source": extract.source, "dateline": extract.dateline}
