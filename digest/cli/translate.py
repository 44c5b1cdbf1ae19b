"""`digest translate`, `digest status`, `digest import`: the English side."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

from digest.cli.common import (
    json_option,
    print_errors,
    print_json,
    print_warnings,
    read_digest,
    root_option,
    say,
)
from digest.errors import TranslationError
from digest.model import Article, Digest
from digest.pipeline import Folders, strays
from digest.render import shortened
from digest.text import printable
from digest.translate import (
    ArticleStatus,
    Level,
    Memories,
    SegmentStatus,
    article_status,
    as_data,
    read_memories,
)
from digest.translate.engines import ENGINES, Engine, EngineError, Watched, make_engine
from digest.translate.engines.web import PATIENT
from digest.translate.exchange import FORMATS, format_of, import_translations
from digest.translate.fill import Job, Outcome, Step, article_job, fill, pending, write_skeleton
from digest.translate.takein import Result, Taken, take_in

_HEADLINE = 70
"""Letters of a headline in the table."""


@click.command()
@click.argument("ids", metavar="[ID]...", nargs=-1)
@click.option("--engine", "name", type=click.Choice(ENGINES), default=ENGINES[0], show_default=True)
@click.option("--url", help="Address of the server, for http and chat.")
@click.option("--model", help="Folder of the model for ct2, its name for chat.")
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    default=PATIENT.timeout,
    show_default=True,
    help="Seconds for one answer of a server.",
)
@click.option("--stale", is_flag=True, help="Translate anew what a person wrote for Arabic that has changed.")
@click.option("--edit", is_flag=True, help="Write an empty `en:` for each missing segment, for you to fill.")
@click.option("--by", help="With --edit: your name, which readers see, for each of them.")
@root_option
@click.pass_context
def translate(  # noqa: PLR0913, PLR0917 (one for each option)
    context: click.Context,
    ids: tuple[str, ...],
    name: str,
    url: str | None,
    model: str | None,
    timeout: float,
    stale: bool,
    edit: bool,
    by: str | None,
    root: Path,
) -> None:
    """Fill in what is missing in English, of all articles or of those named by ID.

    Safe to interrupt: each segment is on disk as it is done, and the next run goes on from there. Keys of
    servers are read from DIGEST_HTTP_KEY and DIGEST_CHAT_KEY in the environment.
    """
    if by and not edit:
        raise click.UsageError("--by goes with --edit; what an engine makes has the engine's name")
    digest = read_digest(root)
    print_errors(digest.errors)
    jobs = [article_job(article, _folder(root), digest.vocabulary) for article in _chosen(digest, ids)]
    try:
        if edit:
            context.exit(_write_skeletons(jobs, read_memories(_folder(root)).memories, by))
        engine = make_engine(name, os.environ, url=url, model=model, timeout=timeout)
        context.exit(_run(jobs, Watched(engine), _folder(root), stale=stale))
    except TranslationError as error:
        raise click.ClickException(printable(str(error))) from None
    except KeyboardInterrupt:
        say("Interrupted; what was done is on disk, and the same command goes on from here.", err=True)
        context.exit(130)


@click.command()
@click.option("--strict", is_flag=True, help="Exit 1 on any failing check, a warning too.")
@root_option
@json_option
@click.pass_context
def status(context: click.Context, strict: bool, root: Path, as_json: bool) -> None:
    """Show for each article how much of it is in English and which checks fail; exit 1 on an error."""
    digest = read_digest(root)
    memories = read_memories(_folder(root)).memories
    gone = strays(Folders(root), digest, memories)
    found = [article_status(article, digest.vocabulary, memories) for article in digest.articles]
    if as_json:
        warnings = [{"file": item.file, "line": item.line, "message": item.message} for item in gone]
        errors = [{"file": e.file, "line": e.line, "message": e.message} for e in digest.errors]
        print_json({"articles": [as_data(item) for item in found], "warnings": warnings, "errors": errors})
    else:
        _print_table(found)
        print_warnings(gone)
        print_errors(digest.errors)
    failing = any(item.failing if strict else item.errors for item in found)
    context.exit(1 if digest.errors or failing else 0)


@click.command("import")
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option("--by", required=True, help="Who translated: the name that readers see.")
@click.option(
    "--format", "format_", type=click.Choice(FORMATS), help="The format, where the ending does not say."
)
@root_option
@click.pass_context
def import_(
    context: click.Context, files: tuple[Path, ...], by: str, format_: str | None, root: Path
) -> None:
    """Take translations back in from PO, XLIFF or TMX FILES.

    English that a person wrote before is set aside in the file, not lost; pairs marked as fuzzy are left out.
    What the checks say of each pair is told; an error keeps a program's English out, and the exit is 1.
    """
    digest = read_digest(root)
    jobs = [article_job(article, _folder(root), digest.vocabulary) for article in digest.articles]
    refused = 0
    try:
        for path in files:
            text = path.read_text("utf-8-sig")
            units = import_translations(text, format_ or format_of(path.name), name=path.name)
            results = take_in(units, jobs, by)
            taken = Counter(result.taken for result in results)
            said = ", ".join(f"{taken[outcome]} {outcome}" for outcome in Taken if taken[outcome])
            say(f"{path.name}: {said or 'nothing in it is translated'}")
            refused += taken[Taken.REFUSED]
            for result in results:
                _print_taken(result)
    except TranslationError as error:
        raise click.ClickException(printable(str(error))) from None
    except (OSError, UnicodeDecodeError) as error:
        raise click.ClickException(f"{path.name}: cannot be read as UTF-8 text: {error}") from None
    context.exit(1 if refused else 0)


def _folder(root: Path) -> Path:
    return Folders(root).translations


def _chosen(digest: Digest, ids: tuple[str, ...]) -> list[Article]:
    """The articles of some ids or slugs; all where none is named."""
    known = {name: article for article in digest.articles for name in (article.slug, article.id)}
    for identifier in ids:
        if identifier not in known:
            raise click.ClickException(f"there is no article {identifier!r}; `digest status` lists them")
    chosen = {known[identifier].id for identifier in ids} or {article.id for article in digest.articles}
    return [article for article in sorted(digest.articles, key=lambda a: a.id) if article.id in chosen]


def _write_skeletons(jobs: list[Job], memories: Memories, by: str | None) -> int:
    """Write every skeleton that can be written; the exit status."""
    failed = False
    for job in jobs:
        try:
            say(f"{job.path}: {write_skeleton(job, memories, by)} to write")
        except TranslationError as error:
            _print_error(error)
            failed = True
    return int(failed)


def _run(jobs: list[Job], engine: Engine, folder: Path, *, stale: bool) -> int:
    """Translate everything; the exit status: 1 where something was refused or failed."""
    memories = read_memories(folder).memories
    todo = {segment.id for job in jobs for segment in pending(job, memories, stale=stale)}
    counts: Counter[Outcome] = Counter()
    try:
        with click.progressbar(length=len(todo), label=f"Translating ({engine.id})", file=sys.stderr) as bar:
            for step in _steps(jobs, engine, memories, counts, stale=stale):
                bar.update(1)
                if step.message:
                    _print_step(step)
    except (EngineError, KeyboardInterrupt):
        say(f"Stopped: {_summary(counts) if counts else 'nothing was translated'}.", err=True)
        raise
    say(_summary(counts))
    waiting = {segment.id for job in jobs for segment in pending(job, memories, stale=True)} - todo
    if waiting:
        say(f"{len(waiting)} stale: `digest status` shows them; --stale asks the engine for them anew.")
    return 1 if counts[Outcome.REFUSED] or counts[Outcome.FAILED] else 0


def _steps(
    jobs: list[Job], engine: Engine, memories: Memories, counts: Counter[Outcome], *, stale: bool
) -> Iterator[Step]:
    """The steps of every article, counted; a memory that cannot be read is told and left as it is."""
    done: set[str] = set()
    for job in jobs:
        try:
            for step in fill(job, engine, memories, stale=stale, done=done):
                counts[step.outcome] += 1
                done.add(step.segment.id)
                yield step
        except EngineError:
            raise
        except TranslationError as error:
            counts[Outcome.FAILED] += 1
            _print_error(error)


def _print_step(step: Step) -> None:
    colour = "yellow" if step.outcome is Outcome.DONE else "red"
    line = "\n" if sys.stderr.isatty() else ""
    said = f"{line}{step.outcome}  {step.article} {step.segment.id}: {step.message}"
    say(said, fg=colour, err=True)


def _print_taken(result: Result) -> None:
    """What the checks say of a pair that came in."""
    for finding in result.findings:
        what = "refused" if result.taken is Taken.REFUSED else finding.level
        place = f"{result.article} {result.unit.id}"
        colour = "red" if finding.level is Level.ERROR else "yellow"
        say(f"{what}  {place}: {finding.check}: {finding.message}", fg=colour, err=True)


def _print_error(error: TranslationError) -> None:
    say(f"error    {error}; left as it is", fg="red", err=True)


def _summary(counts: Counter[Outcome]) -> str:
    words = {
        Outcome.DONE: "translated",
        Outcome.NONE: "still missing",
        Outcome.REFUSED: "kept out by a check",
        Outcome.FAILED: "failed",
        Outcome.KEPT: "written by a person meanwhile",
    }
    said = [f"{counts[outcome]} {text}" for outcome, text in words.items() if counts[outcome]]
    return ", ".join(said) or "Nothing is missing."


def _print_table(found: list[ArticleStatus]) -> None:
    width = max((len(item.article) for item in found), default=7)
    say(f"{'article':{width}}  {'state':8}  {'done':>7}  {'checks':6}  by")
    for item in found:
        done = f"{item.done}/{len(item.segments)}"
        by = ", ".join([*item.translators, *([f"unsigned: {item.unsigned}"] if item.unsigned else [])])
        checks = len(item.failing) or "-"
        say(f"{item.article:{width}}  {item.state:8}  {done:>7}  {checks!s:6}  {by or '-'}")
        say("  ", beside=shortened(item.headline, _HEADLINE))
        for stale in item.stale:
            _print_stale(stale)
        for segment in item.failing:
            _print_findings(segment)


def _print_stale(item: SegmentStatus) -> None:
    say(f"  stale {item.place}: the Arabic changed after it was translated", fg="yellow")
    say("    now: ", beside=item.translation.segment.ar)
    say("    was: ", beside=item.translation.old_ar or "not known")
    say(f"    English: {item.translation.en}")


def _print_findings(item: SegmentStatus) -> None:
    for finding in item.failing:
        colour = "red" if finding.level is Level.ERROR else "yellow"
        say(f"  {finding.level} {item.place}: {finding.check}: {finding.message}", fg=colour)
    say("    Arabic: ", beside=item.translation.segment.ar)
    say(f"    English: {item.translation.en}")
