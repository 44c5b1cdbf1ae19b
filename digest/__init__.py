"""Mujaz: a folder of raw Arabic news pages becomes a bilingual, dated, sourced, searchable digest.

The road of one article, in order: `seeds` reads bytes, `clean` classifies lines, `extract` finds the
fields, `sentences` splits, `names` and `topics` find who and what, `published` infers the publication date,
`dates` finds date expressions, `timeline` orders events, `summary` chooses sentences, `speech` and `figures`
find quotations and quantities, `related` compares articles, `assembly` puts articles together to a digest and
follows changes, `translate` joins the English, `wording` puts dates and figures into words, `leftout`
lists what of a seed is not in its article, `record` gives data, `render` gives Markdown, `search` gives the
records of the search, `formats` the files for programs, `press` the HTML of pages. `conversion` takes one
seed to its findings, `batch` takes many; `project` reads a folder and follows its changes, `pipeline` is the
whole road; `plugin` calls it, and `cli`, which asks `plugin` what mkdocs.yml sets.

Underneath: `errors`, `model`, `files`, `ordered` (lists kept in order), `store` (keeps what was found),
`holding` (articles in little memory), `ledger` (what each page was made of), `yamlfile`, `yamlfault` and
`yamlschema`, `rules`, `causes` (why a file cannot be used), `text`, `corrections`, `vocabulary`, `edtf`,
`collecting` (when Python looks for waste).
A layer imports only layers below it (the contract is in `pyproject.toml`).
"""

from digest.dates import find_dates
from digest.errors import (
    CorrectionError,
    DigestError,
    RulesError,
    SeedError,
    TranslationError,
    VocabularyError,
)
from digest.model import Article, Digest, Seed, TemporalExpression
from digest.pipeline import build_article, build_digest
from digest.render import render_article as render_page
from digest.seeds import read_seed

__all__ = [
    "Article",
    "CorrectionError",
    "Digest",
    "DigestError",
    "RulesError",
    "Seed",
    "SeedError",
    "TemporalExpression",
    "TranslationError",
    "VocabularyError",
    "build_article",
    "build_digest",
    "find_dates",
    "read_seed",
    "render_page",
]
