"""What of a large story is drawn and told of who took what from whom: the nearest sources, the largest origins."""

from collections.abc import Sequence
from dataclasses import dataclass

from synoptic.doors.render.view.columns import Band, Column, bands_of
from synoptic.records.components import join
from synoptic.records.links import DEPENDENCE, Link

MOST_LINKS = 100
MOST_DRAWN = 40
MOST_ROWS = 24
MOST_BANDS = 12
"""Links up to which all are told, articles up to which all are drawn; rows and origins that are drawn where there are
more: a list of hundreds is read by nobody, and the JSON output has all."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """The columns that have a box, origin by origin, and how many articles and origins have none.

    `left` has for each drawn origin that is not drawn as a whole how many of its articles are left out.
    """

    columns: tuple[Column, ...]
    left: dict[str, int]
    articles: int
    origins: int


def nearest_links(columns: Sequence[Column], links: Sequence[Link]) -> tuple[Link, ...]:
    """All links, or of many the one that joins each article to what it is likeliest to rest on, the surest first.

    That is a directed link to its source where there is one, else a link to one that is joined already: a tree for
    each origin.
    """
    if len(links) <= MOST_LINKS:
        return tuple(links)
    place = {column.id: number for number, column in enumerate(columns)}
    above: dict[str, str] = {}
    kept: list[Link] = []
    for link in sorted(
        (link for link in links if link.kind in DEPENDENCE),
        key=lambda link: (not link.directed, -link.score, place[link.source], place[link.target]),
    ):
        if join(above, link.source, link.target):
            kept.append(link)
    return tuple(kept)


def drawn(columns: Sequence[Column], links: Sequence[Link]) -> Drawn:
    """All columns, or of many those of the largest origins; of each the articles on which others rest come first."""
    if len(columns) <= MOST_DRAWN:
        return Drawn(tuple(columns), {}, 0, 0)
    bands = sorted(bands_of(columns), key=lambda band: -band.span)
    held = bands[:MOST_BANDS]
    most = next(most for most in range(MOST_ROWS, 0, -1) if most == 1 or _rows(held, most) <= MOST_ROWS)
    rests = {link.source for link in links if link.directed and link.kind in DEPENDENCE}
    kept: set[str] = set()
    left: dict[str, int] = {}
    for band in held:
        own = sorted(
            (column for column in columns if column.band is band),
            key=lambda column: (column.id not in rests, column.number),
        )
        kept.update(column.id for column in own[:most])
        if len(own) > most:
            left[band.id] = len(own) - most
    unseen = sum(band.span for band in bands[MOST_BANDS:])
    return Drawn(tuple(column for column in columns if column.id in kept), left, unseen, len(bands) - len(held))


def _rows(bands: Sequence[Band], most: int) -> int:
    """Rows of a drawing with at most so many articles of each origin, and one for those that are left out."""
    return sum(min(band.span, most) + (band.span > most) for band in bands)
