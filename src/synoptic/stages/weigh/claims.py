"""Claims weighed: status, origins, differences."""

from collections.abc import Sequence

from synoptic.records.annotation import Account
from synoptic.records.findings import Claim, Origin
from synoptic.records.links import StoryAlignment


def weigh_claims(
    alignment: StoryAlignment, accounts: Sequence[Account], origins: Sequence[Origin]
) -> tuple[Claim, ...]:
    """The claims of a story with status, origins and differences, in their order."""
    return ()
