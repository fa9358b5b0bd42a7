"""Quote groups: one utterance in all its versions, collated word by word."""

from collections.abc import Sequence

from synoptic.language.reported import stance_of
from synoptic.language.tokens import tokenize
from synoptic.ports import Encoder
from synoptic.records.annotation import Account, MentionForm, Quote
from synoptic.records.links import EntityLinking, QuoteGroup, QuoteMember
from synoptic.records.span import Span
from synoptic.stages.link.quotes.alignment import LEAST_LETTERS, Kinship
from synoptic.stages.link.quotes.collation import collate
from synoptic.stages.link.quotes.utterances import utterances
from synoptic.stages.link.quotes.versions import Version


def group_quotes(accounts: Sequence[Account], linking: EntityLinking, encoder: Encoder) -> tuple[QuoteGroup, ...]:
    """The utterances of a story, single ones among them, in narrative order.

    Versions of one utterance stand in different articles, have one speaker (or an unknown one) and say the same.
    """
    versions = [
        Version(account.article, place, quote, _speaker(account, quote, linking), _is_named(account, quote))
        for account in accounts
        for place, quote in enumerate(account.annotation.quotes)
    ]
    by_article = {account.article.id: account for account in accounts}
    groups = utterances(versions, encoder)
    kinship = _kinship(groups, encoder)
    found = []
    for number, group in enumerate(groups, start=1):
        members = tuple(_member(version, by_article[version.article.id]) for version in group)
        entity = _agreed(group)
        if len(members) < 2:
            found.append(QuoteGroup(f"q{number}", entity, members))
            continue
        done = collate(members, by_article, (encoder, kinship))
        found.append(QuoteGroup(f"q{number}", entity, members, done.columns, done.variants, done.base, done.apparatus))
    return tuple(found)


def _agreed(group: Sequence[Version]) -> str | None:
    """The speaker of an utterance: whom most versions give, the named ones first."""
    votes: dict[str, int] = {}
    for version in group:
        if version.speaker:
            votes[version.speaker] = votes.get(version.speaker, 0) + (len(group) if version.named else 1)
    return max(votes, key=lambda speaker: (votes[speaker], speaker)) if votes else None


def _speaker(account: Account, quote: Quote, linking: EntityLinking) -> str | None:
    """The story's id of the speaker."""
    return linking.ids.get((account.article.id, quote.entity)) if quote.entity else None


def _is_named(account: Account, quote: Quote) -> bool:
    """Whether the article names the speaker there, so that no reading of "he" or "the leader" can be wrong."""
    return quote.speaker is not None and any(
        mention.form is MentionForm.NAME and mention.span.overlap(quote.speaker) > 0
        for entity in account.annotation.entities
        if entity.id == quote.entity
        for mention in entity.mentions
    )


def _member(version: Version, account: Account) -> QuoteMember:
    quote = version.quote
    return QuoteMember(
        version.article.id,
        version.content,
        quote.cue,
        version.form,
        quote.speaker,
        quote.cue_class,
        version.speaker,
        _stance(quote.cue, account),
        tuple(later.cue for later in version.later if later.cue is not None and later.cue != quote.cue),
    )


def _stance(cue: Span | None, account: Account) -> str:
    """How the outlet stands to what the cue introduces; by the words of the cue where no parse gives lemmas."""
    if cue is None:
        return ""
    text = account.article.text
    lemmas = [token.lemma for token in account.annotation.parse.within(cue) if token.pos]
    return stance_of(
        lemmas or [word.of(cue.of(text)) for word in tokenize(cue.of(text))], account.article.language or ""
    )


def _kinship(groups: Sequence[Sequence[Version]], encoder: Encoder) -> Kinship:
    """What is known of the words of all versions that are collated."""
    words = sorted(
        {
            span.of(version.text).casefold().replace("’", "'")
            for group in groups
            if len(group) > 1
            for version in group
            for span in tokenize(version.text)
            if len(span) > LEAST_LETTERS
        }
    )
    return Kinship(dict(zip(words, encoder.encode(words), strict=True)))
