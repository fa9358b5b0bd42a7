"""The label ledger: how each outlet names the same entity."""

from collections.abc import Sequence

from synoptic.records.annotation import Account
from synoptic.records.findings import LabelUse
from synoptic.records.links import StoryAlignment


def label_ledger(alignment: StoryAlignment, accounts: Sequence[Account]) -> tuple[LabelUse, ...]:
    """Every label of the story, by entity, in order of the articles."""
    return ()
