"""The command line: `digest check`, `explain`, `split`, `write`, `sections`, `export` and the English side.

Each command is a thin wrapper: it reads a project folder, calls the package and prints.
"""

from __future__ import annotations

from typing import Any

import click

from digest.cli.check import check
from digest.cli.explain import explain
from digest.cli.export import export
from digest.cli.sections import sections
from digest.cli.split import split
from digest.cli.translate import import_, status, translate
from digest.cli.write import write
from digest.errors import DigestError
from digest.text import printable


class _Commands(click.Group):
    """Commands whose errors are one line: what, where, how to mend it."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; an error of the package ends it with its message."""
        try:
            return super().invoke(ctx)
        except DigestError as error:
            raise click.ClickException(printable(str(error))) from None
        except click.UsageError:
            raise
        except click.ClickException as error:
            raise click.ClickException(printable(error.message)) from None


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="mujaz")
def main() -> None:
    """Mujaz: raw Arabic news pages become a bilingual digest. Run it in the project's folder."""


for command in (check, explain, split, write, sections, export, translate, status, import_):
    main.add_command(command)
