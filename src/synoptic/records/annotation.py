"""Annotation: what a careful reader would mark in one article. Every mark is a span of its text."""

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
    """Words of one article that refer to an entity. `reason` says why they are taken to refer to it."""

    article: str
    span: Span
    form: MentionForm
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organisation, place or thing with all its mentions, in one article or in a whole story.

    `name` is its fullest name as written. `offices` are its titles and offices, as written.
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
    """A time expression. `value` is a TIMEX3 value ("2023-12-04", "P22Y", "PAST_REF"), or None.

    `interval` holds the first day and the day after the last one (ISO 8601), if the value can be placed in time.
    Source: TimeML 1.2.1, TIMEX3.
    """

    span: Span
    type: TimexType
    value: str | None
    interval: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, as a closed range: an exact number has `low == high`, "at least 12" is (12, infinity).

    Shares are fractions with the unit "share": "two thirds" is (2/3, 2/3), "most" is (0.5, 1). `unit` is a unit or
    currency ("km", "USD", "percent", "share"), or None for a count. `counted` is the lemma of the noun that is counted.
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
    """Reported speech or belief: who said it (`speaker`, `entity`), with which verb (`cue`), and what (`content`).

    `content` has several spans if the cue interrupts the quotation. `cue_class` is a class from the language's table of
    speech verbs: say, claim, deny, warn, promise, ask, believe, feel and so on. `addressee` is whom it was said to.
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
    """Who states something: the outlet itself, or a speaker whom it quotes."""

    OUTLET = "outlet"
    SPEAKER = "speaker"


class Polarity(StrEnum):
    """Whether a statement affirms or denies."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class Modality(StrEnum):
    """How certain a statement claims to be: fact, planned, possible, or hypothetical."""

    FACT = "fact"
    PLANNED = "planned"
    POSSIBLE = "possible"
    HYPOTHETICAL = "hypothetical"


@dataclass(frozen=True, slots=True)
class Statement:
    """A proposition: a clause (or a whole sentence) of lead or body, with the voice that states it.

    `sentence` is the span of the sentence that contains it. `entity` is the speaker's id if `voice` is SPEAKER.
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
    """What an entity is called, in whose voice, and whether the word is loaded.

    `kind` is head, modifier, title, epithet or verb. `distanced` marks scare quotes: the outlet prints the word but
    distances itself from it.
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
    """The day relative to which an article's "Monday" and "22 years ago" are read.

    `date` is ISO 8601. `source` says in words where it comes from ("published", "dateline", "December 4, 2023 in the
    caption"). `certain` is False if it was inferred.
    """

    date: str
    source: str
    certain: bool


@dataclass(frozen=True, slots=True)
class Annotation:
    """All marks in one article. Entity ids are local to the article. No mark lies inside page furniture."""

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
    """One article together with its annotation: the unit that the later stages compare."""

    article: Article
    annotation: Annotation

    def __post_init__(self) -> None:
        if self.article.id != self.annotation.article:
            raise InvalidRecord("the annotation belongs to another article", source=self.article.id)
