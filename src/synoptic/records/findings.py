"""Findings: what the accounts agree on, where they differ, and how many independent origins support it."""

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
    """One independent source of a story and the articles that rest on it. `name` is None if no article names it."""

    id: str
    name: str | None
    kind: OriginKind
    articles: tuple[str, ...]
    reason: str = ""


class DifferenceKind(StrEnum):
    """What kind of detail two accounts of one fact differ in."""

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
    """A difference between the members of a claim.

    `members` holds one tuple of member indexes per side, `values` the value of each side. `compatible` says whether all
    sides can be right; a rule decides, and `reason` states it ("22 years before 2023 is 2001").
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
    """Agreed by all origins, by some of them (partial), by a single one, or told in contradicting ways (differs)."""

    AGREED = "agreed"
    PARTIAL = "partial"
    SINGLE = "single"
    DIFFERS = "differs"


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim with its status, the number of its independent origins, and the differences between its members."""

    id: str
    text: str
    status: ClaimStatus
    origins: int
    members: tuple[ClaimMember, ...]
    differences: tuple[Difference, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """Words of an article that support a printed sentence."""

    article: str
    span: Span


@dataclass(frozen=True, slots=True)
class Omission:
    """A claim that at least two other origins make and this article does not."""

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
    """A minority value for one field of an event (`code`, `mode`, `date`, `place`), with the words that give it."""

    field: str
    value: str
    members: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class EventRecord:
    """One real event from all accounts: PLOVER type, entities, date and place, with the words that report it.

    `sectors` are the areas of public life that an account names with it. Fields are decided by a vote of the accounts;
    `dissent` holds the values that lost.
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
    """The event that the story is about: a headline, its date and place, and the words that support them."""

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
    """A neutral sentence with the citations that support it. Raises InvalidRecord if there are none."""

    text: str
    citations: tuple[Citation, ...]
    topic: str = ""

    def __post_init__(self) -> None:
        if not self.citations:
            raise InvalidRecord("a sentence of a brief needs a citation", place=self.text)


@dataclass(frozen=True, slots=True)
class Brief:
    """The sentences that passed the citation gate, and the reason for each one that did not (`withheld`).

    `author` names the language model that worded them; it is empty if the program did.
    """

    sentences: tuple[BriefSentence, ...]
    withheld: tuple[str, ...] = ()
    author: str = ""
