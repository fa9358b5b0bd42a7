"""Entities across the articles of a story."""

from collections.abc import Sequence

from synoptic.records.annotation import Account
from synoptic.records.links import EntityLinking


def link_entities(accounts: Sequence[Account]) -> EntityLinking:
    """The entities of a story."""
    return EntityLinking((), {})
