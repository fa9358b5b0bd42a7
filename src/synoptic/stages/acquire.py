"""acquire: sources → RawArticle, Rejected."""

from collections.abc import Sequence

from synoptic.ports import Reader
from synoptic.records.stages import Acquired, Sources


def acquire(sources: Sources, readers: Sequence[Reader]) -> Acquired:
    """The articles of all sources, in the order given."""
    return Acquired(())
