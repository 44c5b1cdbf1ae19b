"""Reads what people drop into `seeds/`: bytes of any encoding and format become a `Seed`.

May use the text, rules, yamlfile and model layers; the only package that parses HTML.
"""

from digest.seeds.limits import Limits
from digest.seeds.listing import SeedList, list_seeds
from digest.seeds.reading import identifier, load_seed, read_seed, seed_from_bytes, seed_name

__all__ = [
    "Limits",
    "SeedList",
    "identifier",
    "list_seeds",
    "load_seed",
    "read_seed",
    "seed_from_bytes",
    "seed_name",
]
