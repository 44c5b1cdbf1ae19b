"""`python -m tests.golden.update`: writes what every golden case gives now."""

from __future__ import annotations

from tests.golden.cases import case_files, case_folders


def main() -> None:
    """Write every case's files."""
    for folder in case_folders():
        for name, text in case_files(folder.name).items():
            (folder / name).write_text(text, "utf-8")


if __name__ == "__main__":
    main()
