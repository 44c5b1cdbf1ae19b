"""JSON as text: Arabic as it is, direction controls and line separators as escapes. Pure."""

from __future__ import annotations

import json
from typing import Any

from markupsafe import Markup

_ALWAYS = {code: f"\\u{code:04x}" for code in (0x2028, 0x2029, *range(0x202A, 0x202F))}
_IN_HTML = {ord(character): f"\\u{ord(character):04x}" for character in "<>&"}


def json_text(data: Any) -> str:
    """Compact JSON, keys in their order. Outside of strings none of the escaped characters can stand."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_ALWAYS) + "\n"


def script_json(data: Any) -> Markup:
    """JSON for an HTML script element: no `<`, `>` or `&` in it, so that nothing can end or open a tag."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.translate({**_ALWAYS, **_IN_HTML}))  # noqa: S704 - escaped right here
