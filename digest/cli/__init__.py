"""The command line: `digest check`, `explain`, `split`, `write`, `export` and the English side.

Each command is a thin wrapper: it reads a project folder, calls the package and prints.
"""

from __future__ import annotations

import click

from digest.cli.check import check
from digest.cli.explain import explain
from digest.cli.export import export
from digest.cli.split import split
from digest.cli.translate import import_, status, translate
from digest.cli.write import write


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="mujaz")
def main() -> None:
    """Mujaz: raw Arabic news pages become a bilingual digest. Run it in the project's folder."""


for command in (check, explain, split, write, export, translate, status, import_):
    main.add_command(command)
