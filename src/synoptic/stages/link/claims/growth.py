"""Growth: how a group grows from one linked pair, the best fitting unit first.

Each unit that waits to join keeps what it was told by the members so far, so that a new member is asked once.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from synoptic.stages.link.claims.footprints import agreement
from synoptic.stages.link.claims.linked import ASKED, SAME_WORDS, Links, Pair


@dataclass(slots=True)
class _Waiting:
    """A unit that may join: what the members of other accounts and those of its own (its sisters) say of it."""

    unit: int
    scores: list[float] = field(default_factory=list)
    others: list[int] = field(default_factory=list)
    sisters: list[int] = field(default_factory=list)
    shares: list[float] = field(default_factory=list)
    fit: float | None = None


def grown(pair: Pair, links: Links, known: Mapping[int, Mapping[int, float]]) -> list[int]:
    """The members of the group that a pair starts, in the order in which they joined.

    `known` holds for each unit the log-odds of its pairs. Only the first ASKED members are asked for their log-odds.
    """
    members = list(pair)
    seen = set(pair)
    waiting: dict[int, _Waiting] = {}
    for member in pair:
        _invite(member, members, (seen, waiting), links, known)
    while True:
        fitting = [(one.fit, -one.unit) for one in waiting.values() if one.fit is not None]
        if not fitting:
            return members
        chosen = -max(fitting)[1]
        del waiting[chosen]
        members.append(chosen)
        for unit in [unit for unit, one in waiting.items() if not _told(one, chosen, links, known[unit])]:
            del waiting[unit]
        if len(members) <= ASKED:
            _invite(chosen, members, (seen, waiting), links, known)


def _invite(
    member: int,
    members: Sequence[int],
    state: tuple[set[int], dict[int, _Waiting]],
    links: Links,
    known: Mapping[int, Mapping[int, float]],
) -> None:
    """Lets the units that are linked to a new member wait, but for those that were seen before."""
    seen, waiting = state
    for unit, score in known[member].items():
        if score < links.cut or unit in seen:
            continue
        seen.add(unit)
        one = _Waiting(unit)
        if all(_told(one, other, links, known[unit]) for other in members):
            waiting[unit] = one


def _told(one: _Waiting, member: int, links: Links, scores: Mapping[int, float]) -> bool:
    """Notes what a member says of a unit; False where the unit can never join a group that holds this member."""
    account = links.accounts[one.unit]
    if links.accounts[member] == account:
        one.sisters.append(member)
        one.shares += _shares(one.unit, one.others, [member], links)
    elif len(one.others) < ASKED:
        score = scores.get(member, float("-inf"))
        if score < links.cut - links.slack:
            return False
        one.others.append(member)
        one.scores.append(score)
        one.shares += _shares(one.unit, [member], one.sisters, links)
    else:
        return True
    one.fit = _fit(one, links.cut)
    return True


def _shares(unit: int, others: Sequence[int], sisters: Sequence[int], links: Links) -> list[float]:
    return [
        share
        for other in others
        for sister in sisters
        if (share := agreement(links.footprints, other, unit, sister)) is not None
    ]


def _fit(one: _Waiting, cut: float) -> float | None:
    """The mean log-odds of a unit with the members of other accounts; None where it does not belong."""
    if not one.scores:
        return None
    mean = sum(one.scores) / len(one.scores)
    if 2 * sum(score >= cut for score in one.scores) <= len(one.scores) or mean < cut:
        return None
    return None if one.shares and sum(one.shares) / len(one.shares) < SAME_WORDS else mean
