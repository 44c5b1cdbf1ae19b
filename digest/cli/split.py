"""`digest split FILE`: writes the further articles of a seed as seeds of their own, on request only."""

from __future__ import annotations

from pathlib import Path

import click

from digest.clean import clean_seed
from digest.cli.common import root_option, say, seed_path
from digest.cli.settings import read_settings
from digest.errors import DigestError
from digest.seeds import read_seed


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@root_option
def split(file: Path, root: Path) -> None:
    """Write each further article of FILE beside it, as FILE-2.txt, FILE-3.txt, …; FILE stays as it is."""
    file = seed_path(file, root)
    try:
        document = clean_seed(read_seed(file, limits=read_settings(root).options.limits))
    except DigestError as error:
        raise click.ClickException(str(error)) from error
    if not document.embedded:
        say(f"{file.name} holds one article only")
    for number, article in enumerate(document.embedded, start=2):
        target = file.with_name(f"{file.stem}-{number}.txt")
        text = document.seed.text[article.span.start : article.span.end].strip()
        try:
            with target.open("x", encoding="utf-8") as out:
                out.write(text + "\n")
        except OSError as error:
            raise click.ClickException(f"{target}: cannot be written: {error.strerror}") from error
        say(f"{target}: lines {article.first_line} to {article.last_line} of {file.name}")
