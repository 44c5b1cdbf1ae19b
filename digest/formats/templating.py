"""The Jinja environments of formats that are no JSON: XML, BibTeX and RIS, Markdown. Pure.

Each escapes every value for its format, so that a template cannot forget to.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from digest.text import single_spaced

_LATEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{character: f"\\{character}" for character in "$&#%_"},
}
_MARKDOWN = re.compile(r"([\\`*_\[\]<>#|~&])")


def render(template: str, **context: Any) -> str:
    """The text of a template; the end of its name (`.xml`, `.html`, `.bib`, …) says how it escapes."""
    environment = _environment(template.rpartition(".")[2])
    return environment.get_template(template).render(**context).strip("\n") + "\n"


def latex(text: str) -> str:
    """A text as BibTeX reads it: characters that LaTeX gives a meaning written as commands."""
    return text.translate({ord(key): value for key, value in _LATEX.items()})


_BRACES: dict[str, Any] = {
    "variable_start_string": "<<",
    "variable_end_string": ">>",
    "block_start_string": "[%",
    "block_end_string": "%]",
}
"""BibTeX is full of braces, so that its template has other marks."""


class Verbatim(str):
    """A value that stands in its format as it is: a web address, already percent-encoded."""

    __slots__ = ()


def _markdown(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", text)


_ESCAPES: dict[str, Callable[[str], str]] = {"bib": latex, "ris": single_spaced, "txt": _markdown}


@cache
def _environment(form: str) -> Environment:
    braces = _BRACES if form == "bib" else {}
    return Environment(
        loader=PackageLoader("digest.formats", "templates"),
        autoescape=form in ("xml", "html"),  # noqa: S701 - the other formats escape in `finalize`
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        **braces,
        finalize=_finalize(_ESCAPES[form]) if form in _ESCAPES else None,
    )


def _finalize(escape: Callable[[str], str]) -> Callable[[Any], Any]:
    def finalize(value: Any) -> Any:
        return escape(value) if isinstance(value, str) and not isinstance(value, Verbatim) else value

    return finalize
