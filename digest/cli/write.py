"""`digest write OUT`: the whole Markdown tree, for another renderer."""

from __future__ import annotations

from pathlib import Path

import click

from digest.cli.common import print_errors, print_warnings, read_digest, root_option, say
from digest.files import write_changed
from digest.pipeline import Folders, strays
from digest.render import Desk, render_pages
from digest.translate import read_memories


@click.command()
@click.argument("out", type=click.Path(file_okay=False, path_type=Path))
@click.option("--cluster", metavar="ADDRESS", help="Read the seeds on the Dask cluster of this scheduler.")
@root_option
@click.pass_context
def write(context: click.Context, out: Path, root: Path, cluster: str | None) -> None:
    """Write every page as Markdown with front matter into the folder OUT; exit 1 when a seed failed.

    What an earlier run wrote there stays: empty OUT where articles were deleted.
    """
    _check_place(out, root)
    digest = read_digest(root, cluster=cluster)
    pages = changed = 0
    folders = Folders(root)
    memories = read_memories(folders.translations).memories
    desk = Desk(memories=frozenset(memories.by_article), strays=strays(folders, digest, memories))
    for path, text in render_pages(digest, _hand_written(root / "content"), desk=desk):
        pages += 1
        changed += write_changed(out / path, text)
    print_warnings(desk.strays)
    print_errors(digest.errors)
    say(f"{pages} pages in {out}, {changed} of them new or changed")
    context.exit(1 if digest.errors else 0)


def _check_place(out: Path, root: Path) -> None:
    """Refuse a folder in which pages would be taken for seeds or for what people wrote."""
    name = Folders(root).of_people(out)
    if name:
        raise click.UsageError(f"OUT ({out}) must lie neither in nor above {name}/: name another folder")


def _hand_written(content: Path) -> dict[str, str]:
    """The pages that people wrote, by path inside `content/`."""
    pages = [*content.glob("*.md"), *content.glob("ar/**/*.md"), *content.glob("en/**/*.md")]
    return {path.relative_to(content).as_posix(): path.read_text("utf-8") for path in sorted(pages)}
