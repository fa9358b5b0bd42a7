"""Who is meant by "the Cuban president" or "the dictator": the person of the article who holds such an office."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from synoptic.language.groups import group_table
from synoptic.language.people import people_table
from synoptic.stages.extract.mentions.marks import Name, OfficePhrase
from synoptic.stages.extract.mentions.reading import Reading

# How many sentences back a person counts as just mentioned, where several could be meant.
_NEAR = 4
_TOPIC = 0.5


@dataclass(slots=True)
class Figure:
    """A person of the article under construction: names, offices held, and phrases found to mean that person."""

    names: list[Name]
    held: list[tuple[OfficePhrase, str]] = field(default_factory=list)
    nominals: list[tuple[OfficePhrase, str]] = field(default_factory=list)
    pronouns: list[tuple[int, str]] = field(default_factory=list)
    gender: str = ""

    @property
    def places(self) -> list[int]:
        """The tokens at which the person is mentioned by name or phrase, in order."""
        return sorted([name.first for name in self.names] + [office.head for office, _ in self.nominals + self.held])

    @property
    def territories(self) -> set[str]:
        """The territories of the offices, and of the phrases found to mean the person."""
        return {office.territory for office, _ in self.held + self.nominals if office.territory}


def resolve_offices(
    reading: Reading, figures: list[Figure], offices: Sequence[OfficePhrase], bound: Sequence[int]
) -> list[Figure]:
    """Gives every definite phrase to the figure it means; returns figures for those whom no name fits."""
    nameless: list[Figure] = []
    for number, office in enumerate(offices):
        if number in bound or office.article == "indefinite" or not _refers(reading, office):
            continue
        holding = [figure for figure in (*figures, *nameless) if figure.held]
        found = _holder(reading, holding, office)
        if found is not None:
            figure, reason = found
            figure.nominals.append((office, reason))
        elif _stands_alone(office):
            nameless.append(Figure([], [(office, "named by the office alone")]))
    return nameless


def _refers(reading: Reading, office: OfficePhrase) -> bool:
    """A phrase without article refers where it is written like a title or names whose office it is.

    A body's counterpart ("its Marvian counterpart") is a body.
    """
    if office.kind == "counterpart" and reading.words[office.first] in group_table(reading.language).neuter_pronouns:
        return False
    if office.article:
        return True
    if not reading.parsed and _bears_more(reading, office):
        return False
    return reading.capital(office.head) or bool(office.territory)


def _bears_more(reading: Reading, office: OfficePhrase) -> bool:
    """Whether signs that nobody knows stand right before an office, as a name would that was not found."""
    before = office.first - 1
    if before < 0 or not reading.glued(office.first) or not reading.tokens[before].text[-1].isalpha():
        return False
    return people_table(reading.language) is not None and reading.words[before] not in reading.titles.genitive


def _stands_alone(office: OfficePhrase) -> bool:
    """Whether a phrase names somebody without a name: the holder of a land's office, who is not yet to come."""
    held = office.kind != "counterpart" and office.shift != "future"
    return bool(office.territory) and held and office.article != "possessive"


def _holder(reading: Reading, figures: Sequence[Figure], office: OfficePhrase) -> tuple[Figure, str] | None:
    """The figure that fits a phrase best and is most in mind; None where two do alike."""
    fits = [max((_fit(reading, figure, held, office) for held, _ in figure.held), default=0) for figure in figures]
    best = max(fits, default=0)
    if not best:
        return None
    ranked = [
        (_prominence(reading, figure, office.head), -number)
        for number, (figure, fit) in enumerate(zip(figures, fits, strict=True))
        if fit == best
    ]
    ranked.sort(reverse=True)
    if len(ranked) > 1 and ranked[0][0] == ranked[1][0]:
        return None
    figure = figures[-ranked[0][1]]
    held = next(other.noun for other, _ in figure.held if _fit(reading, figure, other, office))
    return figure, f"“{office.noun}” fits the {held}" + (f" of {office.territory}" if office.territory else "")


def _fit(reading: Reading, figure: Figure, held: OfficePhrase, office: OfficePhrase) -> int:
    """How well an office held fits a phrase: 0 not at all, 3 the same noun."""
    if not reading.titles.compatible(held.kind, office.kind) or (
        "under" in (held.shift, office.shift) and (held.shift != office.shift)
    ):
        return 0
    if (held.shift == "past") != (office.shift == "past") or (held.shift == "future") != (office.shift == "future"):
        return 0
    if office.territory and held.territory != office.territory and (held.territory or figure.territories):
        return 0
    if office.body and not set(office.body) & set(held.body) and (held.body or held.territory):
        return 0  # nor is the president of a country the leader of a band
    if held.body and not held.territory and office.kind in reading.titles.wider.get(held.kind, ()):
        return 0  # nor the leader of a party the king
    # An office named without its territory is that of the person whom the article calls by it without one.
    exact = 1 if held.territory == office.territory else 0
    if held.noun == office.noun:
        return 4 + exact
    return (3 if held.kind == office.kind else 2) + exact


def _prominence(reading: Reading, figure: Figure, index: int) -> float:
    """How much a figure is in mind at a token: the nearness of the last mention and the number of mentions so far."""
    here = reading.sentence(index)
    before = [place for place in figure.places if place < index]
    if not before:
        return -1.0
    gap = min(here - reading.sentence(place) for place in before)
    return max(0.0, _NEAR - gap) + _TOPIC * len(before)
