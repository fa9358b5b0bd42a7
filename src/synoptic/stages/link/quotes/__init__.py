"""Quote groups: one utterance in all its versions, collated word by word."""

from collections.abc import Sequence

from synoptic.ports import Encoder
from synoptic.records.annotation import Account, MentionForm, Quote
from synoptic.records.links import EntityLinking, QuoteGroup, QuoteMember
from synoptic.stages.link.quotes.collation import collate
from synoptic.stages.link.quotes.utterances import Version, utterances


def group_quotes(accounts: Sequence[Account], linking: EntityLinking, encoder: Encoder) -> tuple[QuoteGroup, ...]:
    """The utterances of a story, single ones among them, in narrative order.

    Versions of one utterance stand in different articles, have one speaker (or an unknown one) and say the same.
    """
    versions = [
        Version(account.article, place, quote, _speaker(account, quote, linking), _is_named(account, quote))
        for account in accounts
        for place, quote in enumerate(account.annotation.quotes)
    ]
    articles = {account.article.id: account.article for account in accounts}
    found = []
    for number, group in enumerate(utterances(versions, encoder), start=1):
        members = tuple(_member(version) for version in group)
        entity = _agreed(group)
        columns, variants = collate(members, articles) if len(members) > 1 else ((), ())
        found.append(QuoteGroup(f"q{number}", entity, members, columns, variants))
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


def _member(version: Version) -> QuoteMember:
    quote = version.quote
    return QuoteMember(version.article.id, quote.content, quote.cue, quote.form, quote.speaker, quote.cue_class)
