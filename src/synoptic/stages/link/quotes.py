"""Quote groups: one utterance in all its versions."""

from collections.abc import Sequence

from synoptic.ports import Encoder
from synoptic.records.annotation import Account
from synoptic.records.links import EntityLinking, QuoteGroup


def group_quotes(accounts: Sequence[Account], linking: EntityLinking, encoder: Encoder) -> tuple[QuoteGroup, ...]:
    """The utterances of a story, single ones among them, in narrative order."""
    return ()
