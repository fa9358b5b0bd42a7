"""Claims: which statements of different articles report the same fact."""

from collections.abc import Sequence

from synoptic.ports import Encoder
from synoptic.records.annotation import Account
from synoptic.records.links import AlignedClaim, EntityLinking


def align_claims(accounts: Sequence[Account], linking: EntityLinking, encoder: Encoder) -> tuple[AlignedClaim, ...]:
    """The claims of a story in narrative order, those of a single article among them."""
    return ()
