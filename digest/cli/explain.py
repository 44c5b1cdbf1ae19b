"""`digest explain FILE`: line by line, what was decided, by which rule; what date and topics rest on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from digest.clean import explain_rule
from digest.cli.common import credits_of, json_option, print_json, print_warnings, root_option, say, seed_path
from digest.cli.settings import read_settings
from digest.errors import DigestError
from digest.model import Article, Field, Line, TopicScore
from digest.pipeline import build_file
from digest.record import article_record


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@root_option
@json_option
def explain(file: Path, root: Path, as_json: bool) -> None:
    """Show FILE, a seed, line by line with each decision, and what its date and topics rest on."""
    try:
        article = build_file(seed_path(file, root), root, read_settings(root).options)
    except DigestError as error:
        raise click.ClickException(str(error)) from error
    if as_json:
        lines = [_line_data(article, line) for line in article.document.lines]
        rules = {line.rule: explain_rule(line.rule) for line in article.document.lines}
        report = {
            "lines": lines,
            "rules": rules,
            "fields": _fields(article),
            "front_matter_unused": list(article.seed.metadata.unused),
            "published": article_record(article)["published"],
            "topics": [_topic_data(article, topic) for topic in article.findings.topics],
        }
        print_json(report)
        return
    for line in article.document.lines:
        _print_line(article, line)
    _print_rules(article)
    _print_fields(article)
    _print_unused(article)
    _print_publication(article)
    _print_topics(article)
    print_warnings(article.warnings)


def _line_text(article: Article, line: Line) -> str:
    return article.seed.text[line.span.start : line.span.end]


def _line_data(article: Article, line: Line) -> dict[str, Any]:
    text = article.seed.text
    return {
        "line": line.number,
        "kept": line.kept,
        "kind": str(line.kind),
        "rule": line.rule,
        "text": _line_text(article, line),
        "cuts": [text[cut.start : cut.end] for cut in line.cuts],
    }


def _print_line(article: Article, line: Line) -> None:
    head = f"{line.number:4} {'+' if line.kept else '-'} {line.kind:<17} {line.rule:<28} "
    say(head, nl=False, dim=not line.kept, fg="green" if line.kept else None)
    say(_line_text(article, line), dim=not line.kept, bold=line.kept)
    for cut in line.cuts:
        say(f"{'':24}cut: {article.seed.text[cut.start : cut.end]}", dim=True)


def _print_rules(article: Article) -> None:
    """What each rule says that decided on a line, in the order of the lines."""
    say()
    for rule in dict.fromkeys(line.rule for line in article.document.lines):
        say(f"  {rule:<28} {explain_rule(rule)}")


def _fields(article: Article) -> dict[str, dict[str, Any] | None]:
    """The article's fields: text, rule (`correction` where an editor said so) and line."""
    found = {"headline": article.extract.headline, **credits_of(article.extract)}
    return {name: _field(article, field) if field else None for name, field in found.items()}


def _field(article: Article, field: Field) -> dict[str, Any]:
    line = article.seed.text.count("\n", 0, field.span.start) + 1 if field.span else None
    return {"text": field.text, "rule": field.rule, "line": line}


def _print_fields(article: Article) -> None:
    say()
    for name, field in _fields(article).items():
        if field is None:
            say(f"{name:<10} not stated", dim=True)
            continue
        where = f", line {field['line']}" if field["line"] else ""
        corrected = field["rule"] == "correction"
        say(f"{name:<10} {field['text']}  ({field['rule']}{where})", fg="cyan" if corrected else None)


def _print_unused(article: Article) -> None:
    """What the front matter states and nothing is made of."""
    for entry in article.seed.metadata.unused:
        say(f"left out   {entry}  (front matter)", dim=True)


def _print_publication(article: Article) -> None:
    publication = article.findings.publication
    say()
    say(f"published  {publication.edtf or 'not known'}  ({publication.basis})", bold=True)
    if publication.reason:
        say(f"  editor's reason: {publication.reason}")
    for item in publication.evidence:
        where = f"line {article.seed.text.count(chr(10), 0, item.span.start) + 1}: " if item.span else ""
        outside = "  (knowledge from outside the text)" if item.outside else ""
        say(f"  {item.rule:<24} {item.constraint:<28} {where}{item.text}{outside}")
    for contradiction in publication.contradictions:
        say(f"  contradiction: {contradiction}", fg="yellow")
    if publication.settle:
        say(f"  to settle it: {publication.settle}")


def _topic_data(article: Article, topic: TopicScore) -> dict[str, Any]:
    """A topic with the words that speak for it, each with its line."""
    text = article.seed.text
    words = [
        {"line": text.count("\n", 0, span.start) + 1, "text": text[span.start : span.end]}
        for span in topic.evidence
    ]
    return {"id": topic.id, "weight": topic.weight, "implied_by": topic.implied_by, "evidence": words}


def _print_topics(article: Article) -> None:
    for topic in (_topic_data(article, topic) for topic in article.findings.topics):
        say()
        implied = f"  (implied by {topic['implied_by']})" if topic["implied_by"] else ""
        say(f"topic      {topic['id']}  {topic['weight']}{implied}", bold=True)
        for word in topic["evidence"]:
            say(f"  line {word['line']}: {word['text']}")
