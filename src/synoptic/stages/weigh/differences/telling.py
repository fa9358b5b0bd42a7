"""Tellings: the members of a claim with all that was marked inside them, ready to be compared."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from synoptic.records.annotation import (
    Account,
    EntityKind,
    Label,
    MentionForm,
    Quantity,
    Quote,
    Statement,
    Timex,
    Voice,
)
from synoptic.records.links import AlignedClaim, ClaimMember, EntityLinking, firm_members
from synoptic.records.parse import Token
from synoptic.records.span import Span
from synoptic.stages.weigh.differences.amounts import amount_key


@dataclass(frozen=True, slots=True)
class Naming:
    """A mention of an entity of the story; `named` where it is by name."""

    entity: str
    kind: EntityKind
    span: Span
    named: bool


@dataclass(frozen=True, slots=True)
class Telling:
    """One member of a claim: `index` among its members, its words, and the marks that lie in it.

    `origin` is the origin of its article (the article itself where none is known); `entities` are the story's ids of
    the entities mentioned, `speaker` the story's id of who says it.
    `date` is the article's reference date or its date of publication, as far as known. `known` are the amounts, days
    and entities of the whole account, as `amount_key` and `known_day` write them; `speaker_ids` leads from the speakers
    of its quotations to the story's ids. `doubtful` is one that may tell another fact: it is held only against what
    `find_differences` holds such ones against. `language` is the one that the tagger read it in.
    """

    index: int
    article: str
    origin: str
    span: Span
    text: str
    tokens: tuple[Token, ...]
    voice: Voice
    speaker: str | None
    quantities: tuple[Quantity, ...]
    times: tuple[Timex, ...]
    statements: tuple[Statement, ...]
    quotes: tuple[Quote, ...]
    labels: tuple[tuple[Label, str], ...]
    names: tuple[Naming, ...]
    date: str | None
    source: str
    score: float = 1.0
    known: frozenset[str] = frozenset()
    speaker_ids: Mapping[str, str] = field(default_factory=dict)
    doubtful: bool = False
    language: str = ""

    def words(self, span: Span) -> str:
        """The words of the article at `span`, which must lie in the member's article."""
        return span.of(self.source)


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the members of claims as tellings; what it knows of each account is gathered once."""

    accounts: Mapping[str, Account]
    origin_of: Mapping[str, str]
    linking: EntityLinking
    _known: dict[str, frozenset[str]] = field(default_factory=dict)

    def tellings(self, claim: AlignedClaim) -> tuple[Telling, ...]:
        """The tellings of a claim that can be compared: those of its members that count, in their order."""
        counted = set(firm_members(claim.members))
        return tuple(self._telling(index, member) for index, member in enumerate(claim.members) if member in counted)

    def every(self, claim: AlignedClaim) -> tuple[Telling, ...]:
        """The tellings of all members of a claim, doubtful ones, too, in their order."""
        return tuple(self._telling(index, member) for index, member in enumerate(claim.members))

    def _telling(self, index: int, member: ClaimMember) -> Telling:
        account = self.accounts[member.article]
        span, marks, article = member.span, account.annotation, account.article
        quotes = tuple(q for q in marks.quotes if any(part.overlap(span) for part in q.content))
        return Telling(
            index,
            article.id,
            self.origin_of.get(article.id, article.id),
            span,
            span.of(article.text),
            marks.parse.within(span),
            member.voice,
            member.entity,
            tuple(q for q in marks.quantities if span.contains(q.span)),
            tuple(t for t in marks.times if span.contains(t.span)),
            tuple(s for s in marks.statements if 2 * s.span.overlap(span) >= min(len(s.span), len(span))),
            quotes,
            tuple(
                (label, self.linking.ids.get((article.id, label.entity), f"{article.id} {label.entity}"))
                for label in marks.labels
                if span.contains(label.span)
            ),
            self._names(account, span),
            (marks.reference.date if marks.reference else article.published or "")[:10] or None,
            article.text,
            member.score,
            self._known_of(account),
            {
                quote.entity: self.linking.ids[article.id, quote.entity]
                for quote in quotes
                if quote.entity and (article.id, quote.entity) in self.linking.ids
            },
            language=marks.parse.language,
        )

    def _names(self, account: Account, span: Span) -> tuple[Naming, ...]:
        return tuple(
            Naming(story_id, entity.kind, mention.span, mention.form is MentionForm.NAME)
            for entity in account.annotation.entities
            if (story_id := self.linking.ids.get((account.article.id, entity.id)))
            for mention in entity.mentions
            if span.contains(mention.span)
        )

    def _known_of(self, account: Account) -> frozenset[str]:
        id = account.article.id
        if id not in self._known:
            marks = account.annotation
            entities = (self.linking.ids.get((id, entity.id), "") for entity in marks.entities)
            days = (known_day(time.interval) for time in marks.times if time.interval)
            self._known[id] = frozenset((*map(amount_key, marks.quantities), *days, *entities))
        return self._known[id]


def known_day(interval: tuple[str, str]) -> str:
    """Days as an account is asked for them."""
    return f"{interval[0]}/{interval[1]}"


def tellings_of(
    claim: AlignedClaim, accounts: Mapping[str, Account], origin_of: Mapping[str, str], linking: EntityLinking
) -> tuple[Telling, ...]:
    """The tellings of one claim; see `Reader` for many."""
    return Reader(accounts, origin_of, linking).tellings(claim)
