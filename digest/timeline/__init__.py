"""Events of an article, the timeline across the digest, and its export for TimelineJS.

`find_events` reads one article; `Timeline` holds what all articles tell in time order and follows changes;
`merge_timeline` makes it once. May use the dates, text and model layers.
"""

from digest.timeline.events import find_events
from digest.timeline.merge import Timeline, Year, merge_timeline, year_of
from digest.timeline.timelinejs import timelinejs

__all__ = ["Timeline", "Year", "find_events", "merge_timeline", "timelinejs", "year_of"]
