"""Findings: what the accounts agree on, where they differ, how many independent origins stand behind it."""

from dataclasses import dataclass
from enum import StrEnum

from synoptic.errors import InvalidRecord
from synoptic.records.links import ClaimMember
from synoptic.records.span import Span


class OriginKind(StrEnum):
    """What an origin is, as far as the articles say."""

    AGENCY = "agency"
    RELEASE = "release"
    OUTLET = "outlet"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Origin:
    """One independent source of a story and the articles that rest on it; `name` where the articles name it."""

    id: str
    name: str | None
    kind: OriginKind
    articles: tuple[str, ...]
    reason: str = ""


class DifferenceKind(StrEnum):
    """In what two accounts of one fact differ."""

    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    PLACE = "place"
    ATTRIBUTION = "attribution"
    POLARITY = "polarity"
    CERTAINTY = "certainty"
    WORDING = "wording"


@dataclass(frozen=True, slots=True)
class Difference:
    """Sides of a claim's members (indexes) that differ, the value of each side, and whether all can be right.

    `compatible` is decided by rule; `reason` says which ("22 years before 2023 is 2001").
    """

    kind: DifferenceKind
    members: tuple[tuple[int, ...], ...]
    values: tuple[str, ...]
    compatible: bool
    reason: str

    def __post_init__(self) -> None:
        if len(self.members) < 2 or len(self.values) != len(self.members):
            raise InvalidRecord("a difference has two or more sides, each with its value")


class ClaimStatus(StrEnum):
    """Agreed by all origins, by some (partial), made by a single one, or told differently."""

    AGREED = "agreed"
    PARTIAL = "partial"
    SINGLE = "single"
    DIFFERS = "differs"


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim weighed: its status, the number of independent origins, its differences."""

    id: str
    text: str
    status: ClaimStatus
    origins: int
    members: tuple[ClaimMember, ...]
    differences: tuple[Difference, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """Words of an article that a printed sentence rests on."""

    article: str
    span: Span


@dataclass(frozen=True, slots=True)
class Omission:
    """A claim that at least two other origins make and this article lacks."""

    article: str
    claim: str


@dataclass(frozen=True, slots=True)
class LabelUse:
    """A label as one article uses it; `neutral` is what other outlets call the same entity in its place."""

    entity: str
    article: str
    text: str
    span: Span
    voice: str
    loaded: bool
    distanced: bool = False
    neutral: str | None = None


@dataclass(frozen=True, slots=True)
class Dissent:
    """What some accounts say of one field of an event (`code`, `mode`, `date`, `place`) where most say otherwise."""

    field: str
    value: str
    members: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class EventRecord:
    """One real event from all accounts: PLOVER type, entities, date and place, with the words that tell it.

    `sectors` of public life are those that an account names beside it; `dissent` is what the vote left out.
    """

    code: str
    mode: str | None
    actor: str | None
    recipient: str | None
    date: str | None
    place: str | None
    members: tuple[Citation, ...]
    sectors: tuple[str, ...] = ()
    dissent: tuple[Dissent, ...] = ()


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """What happened on a date (ISO 8601, to the precision that is known), in the words of an account."""

    date: str
    text: str
    members: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class MainEvent:
    """The event that the story is about: a headline, its date and place, with the words that each rests on."""

    title: str
    date: str | None
    place: str | None
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Findings:
    """What the weigh stage found in one story."""

    main_event: MainEvent
    origins: tuple[Origin, ...]
    claims: tuple[Claim, ...]
    omissions: tuple[Omission, ...]
    labels: tuple[LabelUse, ...]
    events: tuple[EventRecord, ...]
    timeline: tuple[TimelineEntry, ...]


@dataclass(frozen=True, slots=True)
class BriefSentence:
    """A neutral sentence with the citations it rests on. Raises InvalidRecord without any."""

    text: str
    citations: tuple[Citation, ...]
    topic: str = ""

    def __post_init__(self) -> None:
        if not self.citations:
            raise InvalidRecord("a sentence of a brief needs a citation", place=self.text)


@dataclass(frozen=True, slots=True)
class Brief:
    """The sentences that passed the citation gate, and how many did not (`withheld`, each with its reason).

    `author` names the language model that worded them; empty where the program did.
    """

    sentences: tuple[BriefSentence, ...]
    withheld: tuple[str, ...] = ()
    author: str = ""
