"""A person's card: all names and titles as each outlet uses them, by date, each with the places where it stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from synoptic.language.titles import titles_of
from synoptic.records.annotation import Account, Entity, EntityKind, Label, LabelVoice, MentionForm
from synoptic.records.span import Span
from synoptic.records.stages import StorySynopsis

_CALLING = frozenset({"head", "title", "epithet"})
NAME, TITLE = "name", "title"
# A possessive and spaces take at most so many letters.
_ROW = 4


@dataclass(frozen=True, slots=True)
class Called:
    """Words by which an article calls a person: a name or a title, in whose voice, and where they stand.

    `voice` is "outlet", or "quoted" where all uses are in the mouth of someone whom the article quotes.
    """

    text: str
    kind: str
    voice: str
    loaded: bool
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class CardPart:
    """How one article calls a person; `date` is when it was published, else the day it tells of, as ISO 8601."""

    article: str
    outlet: str | None
    date: str | None
    called: tuple[Called, ...]


@dataclass(frozen=True, slots=True)
class _Use:
    text: str
    kind: str
    span: Span
    quoted: bool
    loaded: bool


def build_cards(story: StorySynopsis) -> dict[str, tuple[CardPart, ...]]:
    """The card of every person of a story by the id of the entity: one part an article, the earliest first."""
    ids = story.alignment.linking.ids
    labels: dict[tuple[str, str], list[Label]] = {}
    for account in story.accounts:
        article = account.article.id
        for label in account.annotation.labels:
            if (article, label.entity) in ids:
                labels.setdefault((article, ids[article, label.entity]), []).append(label)
    cards = {}
    for entity in story.alignment.linking.entities:
        if entity.kind is EntityKind.PERSON:
            parts = [
                _part(account, entity, labels.get((account.article.id, entity.id), [])) for account in story.accounts
            ]
            known = [part for part in parts if part.called]
            cards[entity.id] = tuple(sorted(known, key=lambda part: (part.date is None, part.date or "")))
    return cards


def _part(account: Account, entity: Entity, labels: Sequence[Label]) -> CardPart:
    article, reference = account.article, account.annotation.reference
    told = reference.date if reference is not None else None
    uses = sorted(_uses(account, entity, labels), key=lambda use: (use.kind != NAME, use.span))
    alike: dict[tuple[str, str], list[_Use]] = {}
    for use in uses:
        alike.setdefault((use.kind, use.text.casefold()), []).append(use)
    called = tuple(
        Called(
            held[0].text,
            kind,
            LabelVoice.QUOTED.value if all(use.quoted for use in held) else LabelVoice.OUTLET.value,
            any(use.loaded for use in held),
            tuple(use.span for use in held),
        )
        for (kind, _), held in alike.items()
    )
    return CardPart(article.id, article.outlet, article.published or told, called)


def _uses(account: Account, entity: Entity, labels: Sequence[Label]) -> Iterator[_Use]:
    """Names, descriptions, and the titles that stand in no description; pronouns call nobody anything.

    What follows a name in one row is the person's ("the Korrin administration"), not the person.
    """
    text, language = account.article.text, account.annotation.parse.language or account.article.language or ""
    quoted = [span for quote in account.annotation.quotes for span in quote.content]
    here = [mention for mention in entity.mentions if mention.article == account.article.id]
    nominals = [mention.span for mention in here if mention.form is MentionForm.NOMINAL]
    for mention in here:
        if mention.form is MentionForm.NAME:
            yield _Use(_line(mention.span, text), NAME, mention.span, _inside(mention.span, quoted), False)
        elif mention.form is MentionForm.NOMINAL:
            inner = [label for label in labels if _inside(label.span, [mention.span])]
            said = _inside(mention.span, quoted) or any(label.voice is LabelVoice.QUOTED for label in inner)
            loaded = any(label.loaded for label in inner)
            span = _without_article(mention.span, text, language)
            yield _Use(_line(span, text), TITLE, span, said, loaded)
    ends = {mention.span.end for mention in here if mention.form is MentionForm.NAME}
    for label in labels:
        owned = any(
            not text[end : label.span.start].strip(" ’'s")
            for end in ends
            if label.span.start - _ROW <= end < label.span.start
        )
        if label.kind in _CALLING and not owned and not _inside(label.span, nominals):
            yield _Use(_line(label.span, text), TITLE, label.span, label.voice is LabelVoice.QUOTED, label.loaded)


def _inside(span: Span, others: Sequence[Span]) -> bool:
    return any(other.contains(span) for other in others)


def _line(span: Span, text: str) -> str:
    return " ".join(span.of(text).split())


def _without_article(span: Span, text: str, language: str) -> Span:
    """A description without the article at its head: "the harbour master" and "harbour master" are one title."""
    words = span.of(text)
    first, _, rest = words.partition(" ")
    if rest and first.lower() in titles_of(language).definite | titles_of(language).indefinite:
        return Span(span.end - len(rest.lstrip()), span.end)
    return span
