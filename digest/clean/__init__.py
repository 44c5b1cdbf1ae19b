"""Cleans a page: every line classified, kept or left out with a reason; the article's text in paragraphs.

`cleaning` runs the passes over a page's rows (`rows`, with their `tables`): what each says of itself
(`signs`), where the body is (`body`), what stands above it (`head`), how far it goes on, what stands inside
and below it (`body` again), the result (`document`, in `paragraphs`). `fields` reads credits; `prose` and
`phrases` are what all of them ask of a row, `catalogue` says their rules in words. May use the text, rules
and model layers.
"""

from digest.clean.catalogue import explain_rule
from digest.clean.cleaning import clean_seed
from digest.clean.fields.fieldwords import is_cue
from digest.clean.fields.outlets import outlet_keys

__all__ = ["clean_seed", "explain_rule", "is_cue", "outlet_keys"]
