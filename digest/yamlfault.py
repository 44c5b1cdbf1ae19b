"""What the YAML parser found wrong, in words and with the line. Pure."""

from __future__ import annotations

_BLOCK = "block"
"""In what the parser calls lists and mappings without brackets; at fault is where they make no sense."""


def explain_fault(cause: Exception) -> str:
    """The fault that the parser raised."""
    problem = getattr(cause, "problem", None) or str(cause)
    mark = getattr(cause, "problem_mark", None)
    if mark and mark.line + 1 != line_of_fault(cause):
        doing = getattr(cause, "context", "")
        return f"not valid YAML: {problem} on line {mark.line + 1}, {doing} that begins here"
    return f"not valid YAML: {problem}" + (f" (column {mark.column + 1})" if mark else "")


def line_of_fault(cause: Exception) -> int | None:
    """Where what is wrong is, or where what is not closed begins: a quotation mark, a bracket."""
    mark = getattr(cause, "problem_mark", None)
    if mark and _BLOCK not in (getattr(cause, "context", None) or _BLOCK):
        mark = getattr(cause, "context_mark", None) or mark
    return None if mark is None else mark.line + 1
