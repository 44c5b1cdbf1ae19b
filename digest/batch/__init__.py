"""Many seeds to what was found in each: from the store where nothing changed, else in several processes.

`pages` has what an article is made from, `reading` decides who reads, `processes` reads on this machine and
`cluster` on others. Reads seeds and corrections; writes only the store. The order of the results is that of
the seeds.
"""

from digest.batch.pages import Outcome, Workshop, read_file
from digest.batch.processes import read_here
from digest.batch.reading import Where, read_all
from digest.batch.steps import announce

__all__ = ["Outcome", "Where", "Workshop", "announce", "read_all", "read_file", "read_here"]
