"""`digest export`: everything as JSON, or the translations in an exchange format."""

from __future__ import annotations

from pathlib import Path

import click

from digest.cli.common import print_errors, print_json, read_digest, root_option
from digest.record import article_record


@click.command()
@click.option("--format", "format_", type=click.Choice(["json", "po", "xliff", "tmx"]), default="json")
@root_option
@click.pass_context
def export(context: click.Context, format_: str, root: Path) -> None:
    """Print the digest as JSON, or its translations as PO, XLIFF or TMX."""
    digest = read_digest(root)
    print_json({"articles": [article_record(article, digest) for article in digest.articles]})
    print_errors(digest.errors)
    context.exit(1 if digest.errors else 0)
