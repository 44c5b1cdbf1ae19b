"""Tells a network's post that a page shows as lines: an account, words, a time and a date. Pure, linear."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.clean.fields.imprints import ACCOUNT, account_of, is_account_only, may_own
from digest.clean.rows import Row
from digest.model import LineKind

POST = "dead-embed.post"
_ACCOUNT = re.compile(r"(?:^|\s)@\w{2,30}$")
_STAMP = re.compile(r"\d{1,2}:\d\d\b[^·\n]{0,6}·[^·\n]*\d")
"""A time, a point and a date, as networks write them."""
_LONGEST_LINE, _LONGEST_NAME, _MOST = 60, 40, 8
"""Characters of a line with an account or a stamp, and of its owner's name above; lines of a post."""


def mark_posts(rows: Sequence[Row]) -> None:
    """Mark the lines of each post, from its owner's name to its date."""
    account: int | None = None
    for index, row in enumerate(rows):
        if account is not None and index - account > _MOST:
            account = None
        if row.size > _LONGEST_LINE:
            continue
        if _ACCOUNT.search(row.text):
            account = index
        elif account is not None and index > account + 1 and _STAMP.match(row.text):
            for part in rows[_first(rows, account) : index + 1]:
                part.mark(LineKind.DEAD_EMBED, POST)
                part.opens = part.finishes = part.soft = False
                part.cuts.clear()
            account = None


def mark_account(rows: Sequence[Row]) -> None:
    """Mark the line among a page's first that names whose official account it is, or stands above that."""
    for index, row in enumerate(rows[:_TOP]):
        told = index > 0 and is_account_only(row.text)
        owner = rows[index - 1] if told else row
        if may_own(owner.text) if told else account_of(row.text):
            owner.mark(LineKind.SOURCE, ACCOUNT)
            owner.opens = owner.soft = False
            owner.cuts.clear()
            return


_TOP = 4
"""Lines of a page's top."""


def _first(rows: Sequence[Row], account: int) -> int:
    """The line of the owner's name: the account's own, or the one above an account alone."""
    alone = len(rows[account].text.split()) == 1
    above = rows[account - 1] if alone and account > 0 else None
    named = above is not None and above.size <= _LONGEST_NAME and not (above.ends or above.opens)
    return account - 1 if named else account
