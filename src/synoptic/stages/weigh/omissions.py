"""Omissions: what other origins report and an article lacks."""

from collections.abc import Sequence

from synoptic.records.findings import Claim, Omission, Origin


def find_omissions(claims: Sequence[Claim], origins: Sequence[Origin]) -> tuple[Omission, ...]:
    """For each article the claims that at least two other origins make and it lacks."""
    return ()
