"""Links: who took what from whom, which articles belong together, which entities are the same."""

from dataclasses import dataclass
from enum import StrEnum

from synoptic.errors import InvalidRecord
from synoptic.records.annotation import Entity, QuoteForm, Voice
from synoptic.records.collation import Variation
from synoptic.records.span import Span


class LinkKind(StrEnum):
    """How one article is related to another. A shared QUOTATION alone is not dependence."""

    COPY = "copy"
    PARTIAL = "partial"
    RETELLING = "retelling"
    QUOTATION = "quotation"


DEPENDENCE = frozenset({LinkKind.COPY, LinkKind.PARTIAL, LinkKind.RETELLING})
"""The kinds of link that make two articles count as one origin."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of the source article, and the words of the target article that come from them."""

    source: Span
    target: Span


@dataclass(frozen=True, slots=True)
class Link:
    """Two articles of which one rests on the other, or both rest on a third.

    `directed` is False if it is not known who took from whom. `score` is between 0 and 1.
    """

    source: str
    target: str
    kind: LinkKind
    directed: bool
    score: float
    passages: tuple[Passage, ...]
    reason: str

    def __post_init__(self) -> None:
        if self.source == self.target or not 0 <= self.score <= 1:
            raise InvalidRecord(
                "a link joins two articles with a score from 0 to 1", source=f"{self.source} - {self.target}"
            )


@dataclass(frozen=True, slots=True)
class Placement:
    """The story that an article was put into, how certain that is (0 to 1), and why."""

    article: str
    story: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Story:
    """Articles about one event, in order of arrival."""

    id: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EntityLinking:
    """The entities of a story. `ids[article id, local entity id]` is the story-wide id of an article's entity."""

    entities: tuple[Entity, ...]
    ids: dict[tuple[str, str], str]


@dataclass(frozen=True, slots=True)
class QuoteMember:
    """One article's version of an utterance. `speaker` is the span of the words that name the speaker there.

    `entity` is the story-wide id of the person named. `stance` is the outlet's attitude to the words, as its cue shows
    it (see `language.reported`; empty if the cue shows none). `further` holds the cues of later parts if the article
    prints the utterance as several quotations.
    """

    article: str
    content: tuple[Span, ...]
    cue: Span | None
    form: QuoteForm
    speaker: Span | None = None
    cue_class: str = "say"
    entity: str | None = None
    stance: str = ""
    further: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """The words that some members of a quote group have at one place; `text` is empty if they omit it."""

    members: tuple[int, ...]
    text: str


@dataclass(frozen=True, slots=True)
class QuoteGroup:
    """One utterance in all its versions, aligned word by word like the witnesses of a manuscript.

    `columns` are the positions of the alignment in order; each column holds one span or None per member. `variants` are
    the positions where the members differ, with their readings.

    `base` is the index of the member that the others are compared with: the fullest direct quotation. `apparatus` lists
    how each other member departs from the base, or, in another language, from the first member in that language.
    """

    id: str
    entity: str | None
    members: tuple[QuoteMember, ...]
    columns: tuple[tuple[Span | None, ...], ...] = ()
    variants: tuple[tuple[Reading, ...], ...] = ()
    base: int | None = None
    apparatus: tuple[Variation, ...] = ()


FIRM = 0.8
"""The score from which a member of a claim counts. Set by precision: .72, as before the pair model came.

On data/claims with minilm-pairs-3, pairs of members, precision / recall by the least score of the two: all .60 / .66,
from .7 .66 / .57, .74 .69 / .55, .78 .72 / .53, .8 .72 / .52, .85 .75 / .46, .9 .78 / .41, .95 .82 / .31, .97 .85 /
.25, .98 .87 / .20. By the regression alone, from .7: .72 / .37. To be set anew with the next scorer."""


@dataclass(frozen=True, slots=True)
class ClaimMember:
    """A sentence (or clause) of one article that makes a claim. `reason` names the aligned evidence.

    Members that are not `firm` are shown as doubtful and never counted or compared.
    """

    article: str
    span: Span
    voice: Voice
    entity: str | None = None
    score: float = 1.0
    reason: str = ""

    @property
    def firm(self) -> bool:
        """Whether the member is certain enough to count."""
        return self.score >= FIRM


SURE = 0.97
"""The score from which a member counts where a sentence of ours is printed: precision of pairs .85 (see FIRM), as
before the pair model came. Not scanned over briefs."""


def firm_members(members: tuple[ClaimMember, ...], least: float = FIRM) -> tuple[ClaimMember, ...]:
    """The members with a score of at least `least`, in order; if there are none, only the likeliest one.

    Of several equally likely ones it is the shortest, which says least besides.
    """
    firm = tuple(member for member in members if member.score >= least)
    return firm or (min(members, key=likelihood),)


def likelihood(member: ClaimMember) -> tuple[float, int, str, Span]:
    """Orders members, the likeliest first, whatever the order of the accounts."""
    return -member.score, len(member.span), member.article, member.span


@dataclass(frozen=True, slots=True)
class AlignedClaim:
    """Statements of one or more articles that report the same fact. `text` quotes the most central member verbatim."""

    id: str
    text: str
    members: tuple[ClaimMember, ...]


@dataclass(frozen=True, slots=True)
class StoryAlignment:
    """What the link stage found in one story. `linking.ids` maps each article's entities to those of the story."""

    story: Story
    linking: EntityLinking
    quotes: tuple[QuoteGroup, ...]
    claims: tuple[AlignedClaim, ...]
    links: tuple[Link, ...]
