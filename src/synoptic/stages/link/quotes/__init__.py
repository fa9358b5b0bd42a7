"""Quote groups: one utterance in all its versions, collated word by word."""

from collections.abc import Sequence

from synoptic.ports import Encoder
from synoptic.records.annotation import Account, Quote
from synoptic.records.links import EntityLinking, QuoteGroup, QuoteMember
from synoptic.stages.link.quotes.collation import collate
from synoptic.stages.link.quotes.utterances import Version, utterances


def group_quotes(accounts: Sequence[Account], linking: EntityLinking, encoder: Encoder) -> tuple[QuoteGroup, ...]:
    """The utterances of a story, single ones among them, in narrative order.

    Versions of one utterance stand in different articles, have one speaker (or an unknown one) and say the same.
    """
    versions = [
        Version(account.article, place, quote, _speaker(account, quote, linking))
        for account in accounts
        for place, quote in enumerate(account.annotation.quotes)
    ]
    texts = {account.article.id: account.article.text for account in accounts}
    found = []
    for number, group in enumerate(utterances(versions, encoder), start=1):
        members = tuple(_member(version) for version in group)
        entity = next((version.speaker for version in group if version.speaker), None)
        columns, variants = collate(members, texts) if len(members) > 1 else ((), ())
        found.append(QuoteGroup(f"q{number}", entity, members, columns, variants))
    return tuple(found)


def _speaker(account: Account, quote: Quote, linking: EntityLinking) -> str | None:
    """The story's id of the speaker."""
    return linking.ids.get((account.article.id, quote.entity)) if quote.entity else None


def _member(version: Version) -> QuoteMember:
    quote = version.quote
    return QuoteMember(version.article.id, quote.content, quote.cue, quote.form, quote.speaker, quote.cue_class)
