"""Says in a sentence what the rules are that decide on lines (`rules/positions.yml`, `furniture.yml`)."""

from __future__ import annotations

from functools import cache

from digest.rules import default_rules

_CORRECTION = "An editor's correction says so."
_ROLES = ("byline", "source", "dateline", "date")
_ITEM, _ITEMS = "related.item", ".item"
"""Every heading's items are the same rule."""


def explain_rule(rule: str) -> str:
    """The sentence of a rule that a line was decided by. Raises KeyError for what is no rule."""
    if rule.endswith(_ITEMS):
        return _sentences()[_ITEM]
    # One way to read credits has as many rules as there are roles that may stand first.
    way = rule.rpartition(".")[2]
    alike = (
        known for known in _sentences() if known.rpartition(".")[2] == way and known.split(".")[0] in _ROLES
    )
    return _sentences()[rule if rule in _sentences() else next(alike, rule)]


@cache
def _sentences() -> dict[str, str]:
    furniture = default_rules().table("furniture")["rules"]
    words = {
        entry["id"]: f"Its words are those of such a line, as in: {entry['example']}" for entry in furniture
    }
    positions = {entry["id"]: entry["says"] for entry in default_rules().table("positions")["rules"]}
    return {"correction": _CORRECTION, **words, **positions}
