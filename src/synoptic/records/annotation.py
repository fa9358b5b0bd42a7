"""Annotation: what a careful reader marks in one article. Every mark is a span with a reason."""

from dataclasses import dataclass
from enum import StrEnum

from synoptic.errors import InvalidRecord
from synoptic.records.article import Article
from synoptic.records.parse import Parse
from synoptic.records.span import Span


class EntityKind(StrEnum):
    """What an entity is."""

    PERSON = "person"
    ORGANIZATION = "organization"
    PLACE = "place"
    OTHER = "other"


class MentionForm(StrEnum):
    """How a mention refers: by a name, by a description ("the Cuban president"), by a pronoun."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of one article that refer to an entity. `reason` says why they were taken to refer to it."""

    article: str
    span: Span
    form: MentionForm
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, body, place or thing with all its mentions, of one article or of a whole story.

    `name` is its fullest name as written; `offices` are the titles and offices bound to it, as written.
    """

    id: str
    kind: EntityKind
    name: str
    mentions: tuple[Mention, ...]
    offices: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.mentions:
            raise InvalidRecord("an entity needs at least one mention", source=self.id)


class TimexType(StrEnum):
    """The TIMEX3 types."""

    DATE = "date"
    TIME = "time"
    DURATION = "duration"
    SET = "set"


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression. `value` is a TIMEX3 value ("2023-12-04", "P22Y", "PAST_REF"); None where it has none.

    `interval` holds the first day and the day after the last (ISO 8601), where the value can be placed.
    Source: TimeML 1.2.1, TIMEX3.
    """

    span: Span
    type: TimexType
    value: str | None
    interval: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit as a closed range: exact where `low == high`, "at least 12" is (12, infinity).

    Shares are fractions: "two thirds" is (2/3, 2/3), "most" (0.5, 1) with unit "share". `unit` is a unit or currency
    ("km", "USD", "percent", "share") or None for a count; `counted` is the noun that is counted, lemmatised.
    """

    span: Span
    low: float
    high: float
    unit: str | None = None
    counted: str | None = None


class QuoteForm(StrEnum):
    """Direct (in quotation marks), indirect, or both mixed."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Quote:
    """Reported speech or belief: who (`speaker`, `entity`) is said how (`cue`) to have said what (`content`).

    `content` has several spans where the cue breaks the quotation. `cue_class` is one of say, claim, deny, warn,
    promise, ask, believe, feel and so on (the classes of the language's table of speech verbs).
    """

    content: tuple[Span, ...]
    cue: Span | None
    speaker: Span | None
    entity: str | None
    form: QuoteForm
    cue_class: str = "say"
    addressee: Span | None = None

    def __post_init__(self) -> None:
        if not self.content:
            raise InvalidRecord("a quote needs content")


class Voice(StrEnum):
    """Who states something: the outlet itself or a speaker whom it quotes."""

    OUTLET = "outlet"
    SPEAKER = "speaker"


class Polarity(StrEnum):
    """Whether a statement affirms or denies."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class Modality(StrEnum):
    """How certain a statement is: given as fact, planned, possible, or hypothetical."""

    FACT = "fact"
    PLANNED = "planned"
    POSSIBLE = "possible"
    HYPOTHETICAL = "hypothetical"


@dataclass(frozen=True, slots=True)
class Statement:
    """A proposition: a clause (or a whole sentence) of lead or body, with the voice that states it.

    `sentence` is the span of the sentence it stands in, `entity` the speaker's id where `voice` is SPEAKER.
    """

    span: Span
    sentence: Span
    voice: Voice = Voice.OUTLET
    entity: str | None = None
    polarity: Polarity = Polarity.POSITIVE
    modality: Modality = Modality.FACT


class LabelVoice(StrEnum):
    """In whose voice a label stands."""

    OUTLET = "outlet"
    QUOTED = "quoted"


@dataclass(frozen=True, slots=True)
class Label:
    """What an entity is called (`kind`: head, modifier, title, epithet, verb), in whose voice, and whether loaded.

    `distanced` marks scare quotes: the outlet prints the word and stands back from it.
    """

    span: Span
    entity: str
    voice: LabelVoice
    loaded: bool
    kind: str = "head"
    distanced: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what to whom: a PLOVER type (`code`) with mode, actor, recipient, date and place.

    `rule` names the rule or features that found it. Source: PLOVER codebook (Open Event Data Alliance).
    """

    span: Span
    code: str
    mode: str | None = None
    actor: Span | None = None
    recipient: Span | None = None
    entity_actor: str | None = None
    entity_recipient: str | None = None
    date: str | None = None
    place: str | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class ReferenceDate:
    """The day from which an article's "Monday" and "22 years ago" count.

    `date` is ISO 8601; `source` says in words where it comes from ("published", "dateline", "December 4, 2023 in the
    caption"); `certain` is False where it was inferred.
    """

    date: str
    source: str
    certain: bool


@dataclass(frozen=True, slots=True)
class Annotation:
    """All marks of one article. Entity ids are those of this article; none of the marks lies inside furniture."""

    article: str
    parse: Parse
    reference: ReferenceDate | None = None
    entities: tuple[Entity, ...] = ()
    times: tuple[Timex, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    quotes: tuple[Quote, ...] = ()
    statements: tuple[Statement, ...] = ()
    labels: tuple[Label, ...] = ()
    events: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True)
class Account:
    """One article together with what was marked in it: the unit that the later stages compare."""

    article: Article
    annotation: Annotation

    def __post_init__(self) -> None:
        if self.article.id != self.annotation.article:
            raise InvalidRecord("the annotation belongs to another article", source=self.article.id)
