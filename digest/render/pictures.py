"""Pictures made of numbers: inline SVG with a title and a description, no script, no colours. Pure.

Colours come from CSS classes. Everything is placed by its distance from the side where lines begin, so that
a picture for a right-to-left page is mirrored. ElementTree does the escaping.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from digest.render.escape import shortened, visible

Month = tuple[int, int]
"""Year and month."""

_LABEL, _VALUE = 26, 36
"""Letters of a name, and of a value, that a label has room for."""


@dataclass(frozen=True, slots=True)
class Caption:
    """What a picture is called, and what it shows, in words."""

    id: str
    """Unique on the page."""
    title: str
    description: str
    language: str


class Canvas:
    """An SVG in the making; distances are in its own units, from its beginning side and its top."""

    def __init__(self, width: float, height: float, caption: Caption, kind: str) -> None:
        self.width, self._mirrored = width, caption.language == "ar"
        self._root = ET.Element(
            "svg",
            {
                "class": f"digest-picture digest-picture--{kind}",
                "viewBox": f"0 0 {width:g} {height:g}",
                "role": "img",
                "aria-labelledby": f"{caption.id}-title {caption.id}-about",
            },
        )
        ET.SubElement(self._root, "title", {"id": f"{caption.id}-title"}).text = visible(caption.title)
        ET.SubElement(self._root, "desc", {"id": f"{caption.id}-about"}).text = visible(caption.description)

    def bar(self, at: tuple[float, float], size: tuple[float, float], style: str, title: str = "") -> None:
        """A rectangle from its upper beginning corner."""
        x = self.width - at[0] - size[0] if self._mirrored else at[0]
        place = {"x": f"{x:g}", "y": f"{at[1]:g}", "width": f"{size[0]:g}", "height": f"{size[1]:g}"}
        self._titled(ET.SubElement(self._root, "rect", {"class": style, **place}), title)

    def dot(self, at: tuple[float, float], style: str, title: str = "") -> None:
        """A point."""
        place = {"cx": f"{self._x(at[0]):g}", "cy": f"{at[1]:g}", "r": "4"}
        self._titled(ET.SubElement(self._root, "circle", {"class": style, **place}), title)

    def line(self, points: Sequence[tuple[float, float]], style: str) -> None:
        """A line through points."""
        path = " ".join(f"{self._x(x):g},{y:g}" for x, y in points)
        ET.SubElement(self._root, "polyline", {"class": style, "points": path})

    def text(self, at: tuple[float, float], words: str, anchor: str = "start", style: str = "") -> None:
        """Words on a base line; `anchor` is `start`, `middle` or `end` in the direction of reading."""
        place = {"x": f"{self._x(at[0]):g}", "y": f"{at[1]:g}", "text-anchor": anchor}
        element = ET.SubElement(self._root, "text", place | ({"class": style} if style else {}))
        element.text = visible(words)

    def svg(self) -> Markup:
        """The picture as HTML."""
        return Markup(ET.tostring(self._root, encoding="unicode"))  # noqa: S704 - ElementTree escaped it

    def _x(self, x: float) -> float:
        return self.width - x if self._mirrored else x

    def _titled(self, element: ET.Element, title: str) -> None:
        if title:
            ET.SubElement(element, "title").text = visible(title)


def months_picture(
    counted: Mapping[str, Mapping[Month, int]], caption: Caption, names: Sequence[str]
) -> Markup:
    """A bar a month for each kind that is counted (`articles`, `events`), a row for each year that has any.

    `names` are the twelve short names of months.
    """
    years = sorted({year for counts in counted.values() for year, _ in counts})
    most = max(count for counts in counted.values() for count in counts.values())
    start, step, row = 44, 25, 40
    side = (step + 1 - 10 * len(counted)) / 2
    canvas = Canvas(start + 12 * step, row * len(years) + 20, caption, "months")
    for number, year in enumerate(years):
        base = row * (number + 1)
        canvas.text((0, base - 3), f"{year}")
        canvas.bar((start, base), (12 * step, 1), "digest-picture__rule")
        for month in range(1, 13):
            for place, (style, counts) in enumerate(counted.items()):
                count = counts.get((year, month), 0)
                if count:
                    tall = max(3, count / most * (row - 14))
                    x = start + (month - 1) * step + side + place * 10
                    canvas.bar((x, base - tall), (9, tall), f"digest-picture__{style}")
                    canvas.text((x + 4.5, base - tall - 2), f"{count}", "middle", "digest-picture__count")
    for month, name in enumerate(names):
        canvas.text((start + (month + 0.5) * step, row * len(years) + 14), name, "middle")
    return canvas.svg()


def bars_picture(counts: Sequence[tuple[str, int]], caption: Caption) -> Markup:
    """A bar for each name, the longest as wide as there is room."""
    most = max(count for _, count in counts)
    start, width, row = 160, 180, 24
    canvas = Canvas(start + width + 24, row * len(counts), caption, "bars")
    for number, (name, count) in enumerate(counts):
        top = row * number
        canvas.text((0, top + 16), shortened(name, _LABEL))
        canvas.bar((start, top + 5), (count / most * width, 14), "digest-picture__articles")
        canvas.text((start + count / most * width + 6, top + 16), f"{count}")
    return canvas.svg()


def matrix_picture(names: Sequence[str], shared: Mapping[tuple[int, int], int], caption: Caption) -> Markup:
    """A square for each pair that has something in common, darker for more; columns are the rows' numbers."""
    most = max(shared.values())
    start, step = 176, 26
    canvas = Canvas(start + step * len(names), step * (len(names) + 1), caption, "matrix")
    for number, name in enumerate(names):
        canvas.text((0, step * (number + 1) + 17), f"{number + 1}. {shortened(name, _LABEL)}")
        canvas.text((start + step * (number + 0.5), 16), f"{number + 1}", "middle")
        for other in range(len(names)):
            count = shared.get((number, other), 0)
            shade = "none" if not count else "full" if count * 3 > most * 2 else "half"
            at = (start + step * other + 1, step * (number + 1) + 1)
            if number != other:
                canvas.bar(at, (step - 2, step - 2), f"digest-picture__cell digest-picture__cell--{shade}")
            if count:
                canvas.text((at[0] + 12, at[1] + 16), f"{count}", "middle", f"digest-picture__on-{shade}")
    return canvas.svg()


def line_picture(points: Sequence[tuple[date, float, str, str]], caption: Caption) -> Markup:
    """Two or more values over time, oldest first, from zero up: (day, value, its words, the day's words)."""
    first, last = points[0][0].toordinal(), points[-1][0].toordinal()
    low, high = min(0.0, *(point[1] for point in points)), max(0.0, *(point[1] for point in points))
    width, height, side, foot = 340.0, 166.0, 60.0, 46.0
    places = [
        (
            side + (day.toordinal() - first) / ((last - first) or 1) * (width - 2 * side),
            30 + (high - value) / ((high - low) or 1) * (height - 30 - foot),
        )
        for day, value, _, _ in points
    ]
    canvas = Canvas(width, height, caption, "line")
    zero = 30 + high / ((high - low) or 1) * (height - 30 - foot)
    canvas.bar((0, zero), (width, 1), "digest-picture__rule")
    canvas.line(places, "digest-picture__line")
    for place, (_, _, words, day) in zip(places, points, strict=True):
        canvas.dot(place, "digest-picture__articles", f"{day}: {words}")
    values = [value for _, value, _, _ in points]
    ends = ((0, 0.0, "start", values[0] < values[1]), (-1, width, "end", values[-1] < values[-2]))
    for number, x, anchor, under in ends:
        y = places[number][1] + (17 if under else -9)  # away from the line
        canvas.text((x, y), shortened(points[number][2], _VALUE), anchor)
        canvas.text((x, height - 6), points[number][3], anchor)
    return canvas.svg()
