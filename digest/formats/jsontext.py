"""JSON as text: Arabic as it is, nothing hidden, direction controls and line separators as escapes. Pure."""

from __future__ import annotations

import json
import re
from typing import Any

from markupsafe import Markup

from digest.text import without_deceiving

_ALWAYS = re.compile("[\u2028-\u202e]")
_IN_HTML = re.compile("[\u2028-\u202e<>&]")


def json_text(data: Any) -> str:
    """Compact JSON, keys in their order. Outside of strings none of the escaped characters can stand."""
    return _ALWAYS.sub(_escape, _dumped(data)) + "\n"


def script_json(data: Any) -> Markup:
    """JSON for an HTML script element: no `<`, `>` or `&` in it, so that nothing can end or open a tag."""
    return Markup(_IN_HTML.sub(_escape, _dumped(data)))  # noqa: S704 - escaped right here


def _dumped(data: Any) -> str:
    return without_deceiving(json.dumps(data, ensure_ascii=False, separators=(",", ":")))


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match.group()):04x}"
