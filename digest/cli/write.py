"""`digest write OUT`: the whole Markdown tree, for another renderer."""

from __future__ import annotations

from pathlib import Path

import click

from digest.cli.common import print_errors, read_digest, root_option
from digest.files import write_changed
from digest.render import render_pages


@click.command()
@click.argument("out", type=click.Path(file_okay=False, path_type=Path))
@root_option
@click.pass_context
def write(context: click.Context, out: Path, root: Path) -> None:
    """Write every page as Markdown with front matter into the folder OUT; exit 1 when a seed failed."""
    digest = read_digest(root)
    pages = changed = 0
    for path, text in render_pages(digest):
        pages += 1
        changed += write_changed(out / path, text)
    print_errors(digest.errors)
    click.echo(f"{pages} pages in {out}, {changed} of them new or changed")
    context.exit(1 if digest.errors else 0)
