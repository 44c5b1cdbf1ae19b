"""The digest for programs: feeds, JSON, citations, timeline, site map, llms.txt, heads of pages. Pure.

`files` names every file with its path in the site; `heads` holds what stands in a page's head.
"""

from __future__ import annotations

from digest.formats.addresses import Addresses
from digest.formats.files import Machine, machine_files
from digest.formats.heads import Head, head_of
from digest.formats.security import content_policy
from digest.formats.sitemap import sitemap_files
from digest.formats.when import certain, whole_day

__all__ = [
    "Addresses",
    "Head",
    "Machine",
    "certain",
    "content_policy",
    "head_of",
    "machine_files",
    "sitemap_files",
    "whole_day",
]
