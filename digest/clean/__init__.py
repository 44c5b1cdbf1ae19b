"""Cleans a page: every line classified, kept or left out with a reason; the article's text in paragraphs.

Passes, in order: features of rows (`rows`), what each says of itself (`hints`), hard-wrapped lines
(`wrapping`), boxes between paragraphs of one text (`bridging`), the body (`body`), what stands above it
(`head`), how far it goes on (`resuming`), what stands inside and below it (`inside`, `tail`), the result
(`document`). May use the text, rules and model layers.
"""

from digest.clean.catalogue import explain_rule
from digest.clean.cleaning import clean_seed
from digest.clean.fieldwords import is_cue
from digest.clean.outlets import outlet_keys

__all__ = ["clean_seed", "explain_rule", "is_cue", "outlet_keys"]
