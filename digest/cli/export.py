"""`digest export`: everything as JSON, or the translations in an exchange format."""

from __future__ import annotations

from pathlib import Path

import click

from digest.cli.common import print_errors, print_json, read_digest, root_option
from digest.record import digest_record
from digest.translate.exchange import FORMATS, export_translations


@click.command()
@click.option("--format", "format_", type=click.Choice(["json", *FORMATS]), default="json", show_default=True)
@root_option
@click.pass_context
def export(context: click.Context, format_: str, root: Path) -> None:
    """Print the digest as JSON, or its translations as PO, XLIFF or TMX."""
    digest = read_digest(root)
    if format_ == "json":
        print_json(digest_record(digest))
    else:
        pairs = {article.id: article.translations for article in digest.articles}
        click.echo(export_translations(pairs, format_), nl=False)
    print_errors(digest.errors)
    context.exit(1 if digest.errors else 0)
