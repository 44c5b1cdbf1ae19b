"""A project whose seeds, corrections, translations and vocabulary are made of payloads, and what must show.

Every payload comes into every field: a few share one, mixed by family, so that one build holds all.
"""

from __future__ import annotations

import html
import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from digest.errors import SeedError
from digest.pipeline import build_file
from digest.yamlfile import dump_yaml
from tests.hostile.payloads import HIDDEN, as_read, as_written, in_latin
from tests.site.project import ROOT

_SEPARATOR = " ثم "
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f" + "".join(map(chr, HIDDEN)) + "]")
_TAG = re.compile("<(?=[a-zA-Z/])")
_SITE = re.compile(r"\s[-|>–—/:•·]+\s|:\s|\u200b")
_SHAPES = (
    "{payload} عبارة وردت في أول البيان الرسمي الذي نشرته الوزارة أمس، وانتهى البيان بعبارة {payload} أمس",
    "وقال الوزير في البيان الرسمي: “إن {payload} كلمة لا معنى لها في الاتفاق”، وأضاف أن الوفود ستلتقي قريبا.",
    "{payload} عبارة وردت في أول البيان الرسمي الذي نشرته الوزارة أمس في القاهرة، وانتهى البيان بعبارة أخرى.",
)
"""Lines of a body that hold a payload at their beginning and end, in a quotation, at their beginning alone.

Tags stand in the latter two: a text file with many of them is read as the HTML page that it looks like.
"""
_PLAIN = (
    "وقال المتحدث باسم وزارة الخارجية في القاهرة إن المشاورات تسير في الاتجاه الصحيح بحسب البيان {mark}.",
    "وأضاف المتحدث أن الوفود ستلتقي يوم 4 فبراير 2022 لبحث تفاصيل الاتفاق وجدول تنفيذه {mark}.",
    "وأوضح أن حجم التبادل بلغ 25 مليون دولار خلال العام الماضي بعد توقيع الاتفاق {mark}.",
)


@dataclass
class Corpus:
    """Where the project is, and the texts that each article's two pages must show."""

    project: Path
    arabic: dict[str, list[str]] = field(default_factory=dict)
    """Mark of an article to what its Arabic page shows."""
    english: dict[str, list[str]] = field(default_factory=dict)
    names: dict[str, list[str]] = field(default_factory=dict)
    """Id of a vocabulary entry to what its Arabic page shows."""


def build_corpus(project: Path, payloads: Sequence[str]) -> Corpus:
    """Write a project of hostile input into a new folder."""
    project.mkdir(parents=True)
    shutil.copy(ROOT / "mkdocs.yml", project)
    shutil.copytree(ROOT / "overrides", project / "overrides")
    for folder in ("ar", "en"):
        shutil.copytree(ROOT / "content" / folder, project / "content" / folder)
    shutil.copy(ROOT / "content" / "index.md", project / "content")
    for folder in ("seeds", "content/corrections", "content/translations/en", "content/vocabulary"):
        (project / folder).mkdir(parents=True)
    corpus = Corpus(project)
    # A text file with many tags is read as the page that it looks like: deal them out evenly.
    even = sorted(payloads, key=lambda payload: "<" in payload)
    for index, group in enumerate(_groups(even, 12)):
        _plain_text(corpus, f"Zqa{index:03}", group)
    for index, group in enumerate(_groups([payload for payload in even if _TAG.search(payload)], 30)):
        _raw_text(corpus, f"Zqd{index:03}", group)
    for index, group in enumerate(_groups(payloads, 40)):
        _web_page(corpus, f"Zqb{index:03}", group)
        _edited(corpus, index, group)
    _vocabulary(corpus, payloads)
    return corpus


def _groups(payloads: Sequence[str], size: int) -> list[Sequence[str]]:
    """Payloads that are far apart in the list, and so of different families, together."""
    count = -(-len(payloads) // size)
    return [payloads[start::count] for start in range(count)]


def _plain_text(corpus: Corpus, mark: str, group: Sequence[str]) -> None:
    """Headline, deck, body (beginning, middle and end of lines), file name, furniture.

    Tags are taken off a text, so that those which a reader shall see are written with `&lt;`.
    """
    clean = [payload.replace("\n", " ") for payload in group]
    headline = f"الوزير يعلن {_quoted(clean[:4])} في القاهرة"
    lines = [headline, f"الوزارة تؤكد {_quoted(clean[4:])} في بيان رسمي", *_sentences(mark)]
    for number, payload in enumerate(clean):
        shape = _SHAPES[1 + number % 2 if "<" in payload else number % 2]
        lines.append(shape.replace("{payload}", payload))
    lines.append(f"اقرأ أيضا: {clean[0]}")
    name = _file_name(mark, clean)
    text = _TAG.sub("&lt;", "\n\n".join(lines))
    (corpus.project / "seeds" / name).write_text(f"{text}\n", "utf-8")
    shown = [as_read(line) for line in lines[:-1]]
    name = as_written(_UNPRINTABLE.sub("\ufffd", name))
    corpus.arabic[mark] = corpus.english[mark] = [*shown, name]


def _raw_text(corpus: Corpus, mark: str, group: Sequence[str]) -> None:
    """The same places with every tag as it is: what is left of a payload may do nothing, whatever it is."""
    lines = [f"الوزير يعلن {_quoted(group[:4])} في القاهرة", *_sentences(mark)]
    lines += [_SHAPES[number % 3].replace("{payload}", payload) for number, payload in enumerate(group)]
    path = corpus.project / "seeds" / f"{mark}.{'md' if len(corpus.arabic) % 2 else 'txt'}"
    path.write_text("\n\n".join(lines) + "\n", "utf-8")
    try:
        build_file(path, corpus.project)
        corpus.arabic[mark] = corpus.english[mark] = []
    except SeedError:  # one of them swallowed the page: each half by itself
        path.unlink()
        if len(group) > 1:
            _raw_text(corpus, f"{mark}a", group[::2])
            _raw_text(corpus, f"{mark}b", group[1::2])


def _quoted(group: Sequence[str]) -> str:
    """Payloads for a headline, which is cut where a site's name follows after a dash or a bar."""
    return _SEPARATOR.join(f"«{payload}»" for payload in group if not _SITE.search(payload))


def _file_name(mark: str, group: Sequence[str]) -> str:
    name = f"{mark} {' '.join(group)}".replace("/", "_").replace("\0", "_")
    return name.encode()[:200].decode("utf-8", "ignore") + ".txt"


def _web_page(corpus: Corpus, mark: str, group: Sequence[str]) -> None:
    """Title, description, author, site name and text of an HTML page, each escaped as HTML asks."""
    several = _SEPARATOR.join(group)
    title = f"الوزير يعلن اتفاقا جديدا في القاهرة {_quoted(group)}"
    paragraphs = [
        *_sentences(mark),
        *(f"ووردت في البيان الرسمي العبارة {item} كما نشرت أمس" for item in group),
    ]
    head = "".join(
        f'<meta {attribute} content="{html.escape(text)}">'
        for attribute, text in (
            ('name="description"', f"وصف {several}"),
            ('name="author"', f"كاتب {several}"),
            ('property="og:site_name"', f"موقع {several}"),
            ('property="og:url"', group[0]),
        )
    )
    body = "".join(f"<p>{html.escape(text)}</p>" for text in paragraphs)
    page = f"<!doctype html><html lang=ar><head><title>{html.escape(title)}</title>{head}</head>"
    page += f"<body><article><h1>{html.escape(title)}</h1>{body}</article></body></html>"
    (corpus.project / "seeds" / f"{mark}.html").write_text(page, "utf-8")
    corpus.arabic[mark] = corpus.english[mark] = [as_read(title), *map(as_read, paragraphs)]


def _edited(corpus: Corpus, number: int, group: Sequence[str]) -> None:
    """An article that an editor corrected and translated, every free text of both made of payloads."""
    mark, several = f"zqc{number:03}", _SEPARATOR.join(group)
    seed = corpus.project / "seeds" / f"{mark}.txt"
    seed.write_text("\n\n".join(["الوزير يبحث في القاهرة اتفاقا جديدا", *_sentences(mark)]) + "\n", "utf-8")
    said = {key: f"{key} {several}" for key in ("title", "source", "byline", "reason")}
    correction = {
        "title": said["title"],
        "published": {"date": "2022-02-05", "reason": said["reason"]},
        "source": said["source"],
        "byline": said["byline"],
        "url": f"https://example.org/{several}",
        "tags": {"add": [f"hostile-{8 * number + more}" for more in range(8)]},
    }
    path = corpus.project / "content" / "corrections" / f"{mark}.yml"
    path.write_text(dump_yaml(correction), "utf-8")
    segments = {}
    for place, item in enumerate(build_file(seed, corpus.project).translations):
        english = f"English {place} {several}"
        segments[item.segment.id] = {
            "id": item.segment.id,
            "ar": item.segment.ar,
            "en": english,
            "state": "human",
            "by": f"translator {several}",
            "note": f"note {several}",
        }
    memory = {"article": mark, "segments": list(segments.values())}
    (corpus.project / "content" / "translations" / "en" / f"{mark}.yml").write_text(
        dump_yaml(memory), "utf-8"
    )
    corpus.arabic[mark] = [as_written(text) for text in (*said.values(), str(correction["url"]))]
    english_texts = [segment[key] for segment in segments.values() for key in ("en", "by", "note")]
    corpus.english[mark] = [as_written(text) for text in (*english_texts, said["source"], said["byline"])]


def _sentences(mark: str) -> list[str]:
    return [sentence.format(mark=mark) for sentence in _PLAIN]


def _vocabulary(corpus: Corpus, payloads: Sequence[str]) -> None:
    """Entries whose names and descriptions are payloads, as many in each as the schema has room for."""
    entries = []
    for group in _packed(payloads, 184):
        number = len(entries)
        several = _SEPARATOR.join(group)
        entry = {
            "id": f"hostile-{number}",
            "ar": f"هيئة {number} {several}",
            "ar_variants": [f"مؤسسة {number} {several}"],
            "en": f"Body {number} {in_latin(several)}",
            "description": {"ar": f"وصف {several}", "en": f"About {several}"},
        }
        entries.append(entry)
        corpus.names[entry["id"]] = [as_written(entry["ar"]), as_written(f"وصف {several}")]
    path = corpus.project / "content" / "vocabulary" / "hostile.yml"
    path.write_text(dump_yaml({"kind": "organisation", "entries": entries}), "utf-8")


def _packed(payloads: Sequence[str], most: int) -> list[list[str]]:
    packs: list[list[str]] = [[]]
    for payload in payloads:
        if packs[-1] and len(_SEPARATOR.join([*packs[-1], payload])) > most:
            packs.append([])
        packs[-1].append(payload)
    return packs
