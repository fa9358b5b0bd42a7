"""A story of many accounts: the same words are shown once, with all who print them, in place of a column for each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from synoptic.doors.render.view.citations import CitationLink
from synoptic.doors.render.view.marks import Piece

WIDE = 16
"""Articles up to which each has a column of its own; with more of them a table would be read through a slit."""


@dataclass(frozen=True, slots=True)
class Printed:
    """Words that one article prints, in the form in which they are compared with those of others (`key`)."""

    key: tuple[str, ...]
    link: CitationLink


@dataclass(frozen=True, slots=True)
class Version[Shown]:
    """One wording: how it is shown, from the first article that has it, and the links to all that have it."""

    shown: Shown
    links: tuple[CitationLink, ...]


def versions[Shown](items: Iterable[tuple[Shown, Printed]]) -> tuple[Version[Shown], ...]:
    """The distinct wordings, those of most articles first; each article once a wording."""
    first: dict[tuple[str, ...], Shown] = {}
    links: dict[tuple[str, ...], dict[str, CitationLink]] = {}
    for shown, printed in items:
        first.setdefault(printed.key, shown)
        links.setdefault(printed.key, {}).setdefault(printed.link.label, printed.link)
    ordered = sorted(first, key=lambda key: -len(links[key]))
    return tuple(Version(first[key], tuple(links[key].values())) for key in ordered)


def words_of(pieces: Sequence[Piece]) -> str:
    """The words of marked text."""
    return "".join(words_of(piece.children) if piece.children else piece.text for piece in pieces)
