"""`digest split FILE`: writes the further articles of a seed as seeds of their own, on request only."""

from __future__ import annotations

from pathlib import Path

import click

from digest.clean import clean_seed
from digest.cli.common import further_articles, root_option, say, seed_path
from digest.cli.settings import read_settings
from digest.errors import DigestError
from digest.seeds import read_seed


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@root_option
@click.pass_context
def split(context: click.Context, file: Path, root: Path) -> None:
    """Write each further article of FILE beside it, as FILE-2.txt, FILE-3.txt, …; FILE stays as it is."""
    file = seed_path(file, root)
    try:
        document = clean_seed(read_seed(file, limits=read_settings(root).options.limits))
    except DigestError as error:
        raise click.ClickException(str(error)) from error
    if not document.embedded:
        say(f"{file.name} holds one article only")
    written = [
        _write(
            file.with_name(name), text, f"lines {article.first_line} to {article.last_line} of {file.name}"
        )
        for article, (name, text) in zip(document.embedded, further_articles(document), strict=True)
    ]
    context.exit(0 if all(written) else 1)


def _write(target: Path, text: str, origin: str) -> bool:
    """Write one article where no file is; whether it stands there now."""
    try:
        with target.open("x", encoding="utf-8") as out:
            out.write(text)
    except FileExistsError:
        if target.is_file() and target.read_bytes() == text.encode():
            say(f"{target}: holds {origin} already")
            return True
        message = "exists and is another text: rename it, and split again"
    except OSError as error:
        message = f"cannot be written: {error.strerror}"
    else:
        say(f"{target}: {origin}")
        return True
    say(f"error    {target}: {message}", fg="red", err=True)
    return False
