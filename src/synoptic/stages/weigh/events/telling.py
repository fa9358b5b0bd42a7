"""An event as one article tells it, with the story's entities in place of the article's."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from synoptic.language.sectors import sectors_of
from synoptic.language.terms import terms
from synoptic.records.annotation import Account, Event
from synoptic.records.links import StoryAlignment
from synoptic.records.span import Span, hull

_TELLING = 4
"""The fewest letters of a word that tells who is meant; articles and pronouns have fewer."""

_WITH_SECTORS = frozenset({"AGREE", "SUPPORT", "COOPERATE", "AID", "CONSULT", "SANCTION"})
"""Types that are about something: the others' words would name the sector of who acts."""


@dataclass(frozen=True, slots=True)
class Side:
    """An actor or recipient as one article names it: the story's entity, and the terms of its words."""

    entity: str | None
    words: frozenset[str]

    def matches(self, other: "Side") -> bool:
        """Whether both may be the same: one entity; where one of them is only described, a word in common."""
        if self.entity is not None and other.entity is not None:
            return self.entity == other.entity
        return bool(self.words & other.words)

    @property
    def is_empty(self) -> bool:
        """Whether the article names nobody."""
        return self.entity is None and not self.words

    @property
    def keys(self) -> tuple[str, ...]:
        """What a side that matches this one has at least one of; one key for all sides that are empty."""
        found = [*((f"entity {self.entity}",) if self.entity is not None else ()), *sorted(self.words)]
        return tuple(found) or ("",)


@dataclass(frozen=True, slots=True)
class Telling:
    """One article's version of an event, and the sectors of public life that its sentence names."""

    article: str
    event: Event
    actor: Side
    recipient: Side
    sectors: tuple[str, ...]

    @property
    def named_sides(self) -> int:
        """How many of actor and recipient are entities of the story."""
        return (self.actor.entity is not None) + (self.recipient.entity is not None)

    @property
    def words(self) -> Span:
        """From the first to the last of trigger, actor and recipient."""
        event = self.event
        return hull(span for span in (event.span, event.actor, event.recipient) if span is not None)


def read_tellings(alignment: StoryAlignment, accounts: Sequence[Account]) -> list[Telling]:
    """All events of all accounts in order of the articles' ids: the order of the accounts decides nothing."""
    told = [one for account in accounts for one in _of_account(alignment, account)]
    told.sort(key=lambda one: (one.article, one.event.span, one.event.code))
    return told


def _of_account(alignment: StoryAlignment, account: Account) -> Iterator[Telling]:
    sentences = account.annotation.parse.sentence_spans
    starts = [sentence.start for sentence in sentences]
    for event in account.annotation.events:
        number = bisect_right(starts, event.span.start) - 1
        yield _read(alignment, account, event, sentences[number].end if number >= 0 else event.span.end)


def _read(alignment: StoryAlignment, account: Account, event: Event, end: int) -> Telling:
    """The telling of an event; `end` is where its sentence ends."""

    def side(span: Span | None, entity: str | None) -> Side:
        words = terms(span.of(account.article.text)) if span else ()
        telling = frozenset(word for word in words if len(word) >= _TELLING)
        return Side(alignment.linking.ids.get((account.article.id, entity or "")), telling)

    actor, recipient = side(event.actor, event.entity_actor), side(event.recipient, event.entity_recipient)
    sectors = _sectors(account, event, end) if event.code in _WITH_SECTORS else ()
    return Telling(account.article.id, event, actor, recipient, sectors)


def _sectors(account: Account, event: Event, end: int) -> tuple[str, ...]:
    """The sectors that the sentence names from its predicate on, beyond the words for actor and recipient."""
    start = event.span.start
    about = list(account.article.text[start:end])
    for span in (event.actor, event.recipient):
        if span is not None:
            first, last = max(0, span.start - start), max(0, span.end - start)
            about[first:last] = " " * len(about[first:last])
    return sectors_of("".join(about), account.article.language or "")
