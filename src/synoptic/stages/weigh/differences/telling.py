"""Tellings: the members of a claim with all that was marked inside them, ready to be compared."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

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
from synoptic.records.links import AlignedClaim, EntityLinking, firm_members
from synoptic.records.parse import Token
from synoptic.records.span import Span


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
    the entities mentioned, `speaker` the story's id of who says it, `speaker_words` how the article names the speaker.
    `date` is the article's reference date or its date of publication, as far as known.
    """

    index: int
    article: str
    origin: str
    span: Span
    text: str
    tokens: tuple[Token, ...]
    voice: Voice
    speaker: str | None
    speaker_words: str
    quantities: tuple[Quantity, ...]
    times: tuple[Timex, ...]
    statements: tuple[Statement, ...]
    quotes: tuple[Quote, ...]
    labels: tuple[tuple[Label, str], ...]
    names: tuple[Naming, ...]
    date: str | None
    source: str
    score: float = 1.0

    def words(self, span: Span) -> str:
        """The words of the article at `span`, which must lie in the member's article."""
        return span.of(self.source)


def tellings_of(
    claim: AlignedClaim, accounts: Mapping[str, Account], origin_of: Mapping[str, str], linking: EntityLinking
) -> tuple[Telling, ...]:
    """The tellings of a claim that can be compared: those of its members that count, in their order."""
    counted = set(firm_members(claim.members))
    return tuple(
        _telling(index, claim, accounts[member.article], origin_of.get(member.article, member.article), linking)
        for index, member in enumerate(claim.members)
        if member in counted
    )


def _telling(index: int, claim: AlignedClaim, account: Account, origin: str, linking: EntityLinking) -> Telling:
    member = claim.members[index]
    span, marks, article = member.span, account.annotation, account.article
    quotes = tuple(q for q in marks.quotes if any(part.overlap(span) for part in q.content))
    names: list[Naming] = []
    for entity in marks.entities:
        story_id = linking.ids.get((article.id, entity.id))
        if story_id:
            names += (
                Naming(story_id, entity.kind, m.span, m.form is MentionForm.NAME)
                for m in entity.mentions
                if span.contains(m.span)
            )
    return Telling(
        index,
        article.id,
        origin,
        span,
        span.of(article.text),
        marks.parse.within(span),
        member.voice,
        member.entity,
        _speaker_words(quotes, span, article.text) if member.voice is Voice.SPEAKER else "",
        tuple(q for q in marks.quantities if span.contains(q.span)),
        tuple(t for t in marks.times if span.contains(t.span)),
        tuple(s for s in marks.statements if 2 * s.span.overlap(span) >= min(len(s.span), len(span))),
        quotes,
        tuple(
            (label, linking.ids.get((article.id, label.entity), label.entity))
            for label in marks.labels
            if span.contains(label.span)
        ),
        tuple(names),
        (marks.reference.date if marks.reference else article.published or "")[:10] or None,
        article.text,
        member.score,
    )


def _speaker_words(quotes: Sequence[Quote], span: Span, text: str) -> str:
    best = max(quotes, key=lambda quote: sum(part.overlap(span) for part in quote.content), default=None)
    return best.speaker.of(text) if best is not None and best.speaker is not None else ""
