"""No room in a file and no right to one: it is said, and whole files are left."""

from __future__ import annotations

import sys
from pathlib import Path

from digest.model import SegmentState
from digest.translate import Memory, read_memory, write_memory
from digest.translate.memory import pair
from tests.hostile.faults import DIGEST, full_disk, no_override, pages_of, run, written
from tests.hostile.made import BODY, small_project


def test_a_full_disk_is_said_and_leaves_whole_files(tmp_path: Path) -> None:
    project, out = small_project(tmp_path / "project"), tmp_path / "out"
    failed = run(*DIGEST, "write", str(out), "--root", str(project), before=full_disk)
    assert failed.returncode != 0
    assert "Traceback" not in failed.stderr
    assert "cannot be written" in failed.stderr
    whole = pages_of(project)
    assert all(whole[path] == text for path, text in written(out).items())
    assert run(*DIGEST, "write", str(out), "--root", str(project)).returncode == 0
    assert written(out).items() >= whole.items()


def test_a_full_disk_keeps_what_a_translator_wrote(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    first = Memory("a", (pair("جملة أولى", "First", SegmentState.HUMAN, by="me"),))
    write_memory(path, first)
    script = (
        "import sys; from pathlib import Path; from digest.translate import Memory, write_memory\n"
        "from digest.translate.memory import pair; from digest.model import SegmentState\n"
        "many = tuple(pair(f'جملة {n}', 'x' * 100, SegmentState.MACHINE) for n in range(100))\n"
        "write_memory(Path(sys.argv[1]), Memory('a', many))\n"
    )
    failed = run(sys.executable, "-c", script, str(path), before=full_disk)
    assert "cannot be written" in failed.stderr
    assert read_memory(path) == first
    assert [item.name for item in tmp_path.iterdir()] == ["a.yml"]


def test_a_folder_without_rights_is_said(tmp_path: Path) -> None:
    project, out = small_project(tmp_path / "project"), tmp_path / "out"
    out.mkdir(mode=0o555)
    failed = run(*DIGEST, "write", str(out), "--root", str(project), before=no_override)
    assert failed.returncode != 0
    assert "cannot be written: Permission denied" in failed.stderr
    assert "Traceback" not in failed.stderr


def test_a_seed_without_rights_takes_no_other_down(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project")
    (project / "seeds" / "plain-0001.txt").chmod(0)
    (project / "seeds" / "closed").mkdir(mode=0)
    checked = run(*DIGEST, "check", "--root", str(project), before=no_override)
    assert checked.returncode == 1
    assert "seeds/plain-0001.txt: cannot be read: Permission denied" in checked.stderr
    assert "seeds/closed" in checked.stderr
    assert "2 articles" in checked.stdout
    assert "Traceback" not in checked.stderr


def test_what_cannot_be_kept_is_said_once_and_the_digest_is_the_same(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project", 3)
    (project / "seeds" / "long.txt").write_text("\n".join(BODY.format(number=n) for n in range(90)), "utf-8")
    script = (
        "import sys; from pathlib import Path; from digest.pipeline import build_digest\n"
        "digest = build_digest(Path(sys.argv[1]), cache=Path(sys.argv[2]))\n"
        "assert digest == build_digest(Path(sys.argv[1])) and len(digest.articles) == 4\n"
    )
    done = run(sys.executable, "-c", script, str(project), str(tmp_path / "kept"), before=full_disk)
    assert done.returncode == 0, done.stderr
    (line,) = done.stderr.splitlines()
    assert "cannot be written" in line
    assert line.endswith("; results are not kept for the next build")
