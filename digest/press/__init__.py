"""Puts the digest's Markdown pages into HTML quickly: `content` the text of a page, `shell` what is round it.

A page comes out as MkDocs would make it, but for white space; a test holds the two side by side. Knows no
MkDocs. `kept` keeps files of the site between builds.
"""

from __future__ import annotations

from digest.press.content import Content, Converter
from digest.press.kept import KeptFiles, hash_of
from digest.press.shell import Shell, mark

__all__ = ["Content", "Converter", "KeptFiles", "Shell", "hash_of", "mark"]
