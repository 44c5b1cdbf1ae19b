"""`digest sections`: what a large site can be built in, apart and on different machines."""

from __future__ import annotations

from pathlib import Path

import click

from digest.cli.common import json_option, print_errors, print_json, read_digest, root_option, say
from digest.render import FRONT, count_sections


@click.command()
@json_option
@root_option
@click.pass_context
def sections(context: click.Context, root: Path, as_json: bool) -> None:
    """List what the site can be built in, with the number of articles in each; exit 1 when a seed failed."""
    digest = read_digest(root)
    found = count_sections(digest)
    if as_json:
        print_json({"articles": found, "front": FRONT})
    else:
        for name, count in found.items():
            say(f"{name:<10} {count}")
        say(f"{FRONT:<10} everything else: home, names, archive, timeline, feeds, search")
    print_errors(digest.errors)
    context.exit(1 if digest.errors else 0)
