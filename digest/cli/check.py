"""`digest check`: what was read from each seed, every warning, and how many there are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from digest.cli.common import (
    credits_of,
    describe,
    further_articles,
    json_option,
    print_errors,
    print_json,
    print_warnings,
    read_digest,
    root_option,
    say,
)
from digest.model import Article, Digest, Entity, FileError
from digest.pipeline import Folders, strays
from digest.seeds import identifier
from digest.translate import ArticleStatus, Level, article_status, as_data, read_memories
from digest.wording.counts import count_in_words
from digest.wording.warnings import warning_in_words


@click.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@root_option
@json_option
@click.pass_context
def check(context: click.Context, files: tuple[Path, ...], root: Path, as_json: bool) -> None:
    """Show what was read from each seed (or from FILES) and every warning; exit 1 on an error."""
    digest, folders = read_digest(root), Folders(root)
    memories = read_memories(folders.translations).memories
    gone = strays(folders, digest, memories) if not files else ()
    names = {path.name for path in files}
    articles = [a for a in digest.articles if not names or a.seed.name in names]
    corrections = {f"{identifier(name)}.yml" for name in names}
    errors = tuple(e for e in digest.errors if not names or Path(e.file).name in names | corrections)
    unknown = names - {a.seed.name for a in articles} - {Path(e.file).name for e in errors}
    for name in sorted(unknown):
        say(f"error    {name}: there is no such seed in {root / 'seeds'}", fg="red", err=True)
    english = [article_status(article, digest.vocabulary, memories) for article in articles]
    failing = sum(status.errors for status in english)
    if as_json:
        print_json(_data(articles, english, digest, gone))
    else:
        texts = {article.seed.name: article.seed.text for article in digest.articles}
        for article, status in zip(articles, english, strict=True):
            _print_article(article)
            _print_others(article, texts)
            _print_english(status)
        print_warnings(gone)
        print_errors(errors)
        warned = len(gone) + sum(map(_count_warnings, articles, english))
        counts = {"article": len(articles), "error": len(errors) + len(unknown) + failing, "warning": warned}
        say(", ".join(count_in_words(number, noun, "en") for noun, number in counts.items()))
    context.exit(1 if errors or unknown or failing else 0)


def _data(
    articles: list[Article], english: list[ArticleStatus], digest: Digest, gone: Sequence[FileError]
) -> dict[str, Any]:
    return {
        "articles": [
            {"id": a.id, "file": f"seeds/{a.seed.name}", **_facts(a), "english": as_data(status)}
            for a, status in zip(articles, english, strict=True)
        ],
        "warnings": [{"file": e.file, "line": e.line, "message": e.message} for e in gone],
        "errors": [{"file": e.file, "line": e.line, "message": e.message} for e in digest.errors],
    }


def _facts(article: Article) -> dict[str, Any]:
    findings, document = article.findings, article.document
    return {
        "headline": article.extract.headline.text,
        "derived": article.extract.headline.derived,
        **{name: field.text if field else None for name, field in credits_of(article.extract).items()},
        "published": findings.publication.edtf,
        "basis": str(findings.publication.basis),
        "lines": {"kept": sum(line.kept for line in document.lines), "all": len(document.lines)},
        "sentences": len(findings.sentences),
        "events": len(findings.events),
        "quotations": len(findings.quotations),
        "figures": len(findings.figures),
        "topics": [topic.id for topic in findings.topics],
        "candidates": [_candidate(article, entity) for entity in findings.entities if not entity.known],
        "other_articles": len(document.embedded),
        "repairs": list(article.seed.repairs),
        "contradictions": list(map(str, findings.publication.contradictions)),
        "warnings": [
            {"message": warning_in_words(w), "file": w.file, "line": w.line} for w in article.warnings
        ],
    }


def _candidate(article: Article, entity: Entity) -> dict[str, Any]:
    """A name that the vocabulary lacks: how often it stands, and the first sentence that has it."""
    spans = [mention.span for mention in entity.mentions]
    having = (s.text for s in article.findings.sentences if any(map(s.span.contains, spans)))
    return {
        "ar": entity.ar,
        "kind": str(entity.kind),
        "mentions": len(spans),
        "sentence": next(having, article.extract.headline.text),
    }


def _print_article(article: Article) -> None:
    facts = _facts(article)
    say(f"{article.seed.name}", bold=True)
    say(f"  headline   {facts['headline']}{'  (derived)' if facts['derived'] else ''}")
    for name in credits_of(article.extract):
        say(f"  {name:<10} {facts[name] or 'not stated'}")
    say(f"  published  {facts['published'] or 'not known'}  ({facts['basis']})")
    say(
        f"  read       {facts['lines']['kept']} of {facts['lines']['all']} lines, "
        + ", ".join(f"{facts[name]} {name}" for name in ("sentences", "events", "quotations", "figures"))
    )
    say(f"  topics     {', '.join(facts['topics']) or 'none'}")
    for name in facts["candidates"]:
        say(f"  unknown    {name['ar']} ({name['kind']}, {name['mentions']}): {name['sentence']}")
    for note in facts["repairs"]:
        say(f"  repaired   {note}")
    for contradiction in facts["contradictions"]:
        say(f"  warning    seeds/{article.seed.name}: its date: {contradiction}", fg="yellow")
    for warning in article.warnings:
        say(f"  warning    {describe(warning)}", fg="yellow")


def _count_warnings(article: Article, status: ArticleStatus) -> int:
    """How many warnings are shown of an article and its English."""
    contradictions = article.findings.publication.contradictions
    return len(article.warnings) + len(contradictions) + status.warnings


def _print_others(article: Article, texts: Mapping[str, str]) -> None:
    """What else a file holds; `texts` are those of all seeds, by name."""
    others = further_articles(article.document)
    folder = article.seed.name.rpartition("/")[0]
    missing = [name for name, text in others if texts.get(f"{folder}/{name}".lstrip("/")) != text]
    advice = f"; make seeds of them with: digest split {article.seed.name}" if missing else ""
    if others:
        where = "left out" if missing else "which are seeds of their own"
        say(
            f"  others     {len(others)} more in this file, {where}{advice}", fg="yellow" if missing else None
        )


def _print_english(status: ArticleStatus) -> None:
    waits = f", {len(status.stale)} out of date: see `digest status`" if status.stale else ""
    done = f"{status.done} of {len(status.segments)} passages"
    say(f"  english    {done}{waits}", fg="yellow" if waits else None)
    for item in status.failing:
        for finding in item.failing:
            colour = "red" if finding.level is Level.ERROR else "yellow"
            say(f"  {finding.level:<9}  {item.place}: {finding.check}: {finding.message}", fg=colour)
