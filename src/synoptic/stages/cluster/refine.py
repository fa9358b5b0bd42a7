"""Refine: a whole collection looked at again, when all of its articles are there, and what might be judged about it.

The stream stays the start: an article moves only where it fits another story clearly better, by the same rule as on a
second look, and its placement then says where the stream had put it. Whole stories are never joined or parted by
themselves; they are proposed, as judgements that a reader can take over.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from synoptic.records.judgements import Judgement, JudgementKind, Proposal
from synoptic.stages.cluster.scale import logistic
from synoptic.stages.cluster.stories import ASKED, Stream

# Rounds over the collection; it is at rest before.
_ROUNDS = 4


def refine(stream: Stream) -> int:
    """Look again at every article of the window until none moves any more; gives how many moved."""
    moved = 0
    for _ in range(_ROUNDS):
        before = moved
        for number in range(stream.window.first, stream.window.end):
            group = stream.placed[number].group
            stream.look(number, _near_groups(stream, number))
            moved += stream.placed[number].group != group
        if moved == before:
            break
    return moved


def propose(stream: Stream) -> tuple[Proposal, ...]:
    """Stories that may be one, and articles that may not belong to theirs; the likeliest first."""
    found = [*_merges(stream), *_splits(stream)]
    return tuple(sorted(found, key=lambda proposal: (-proposal.score, proposal.judgement.articles)))


def _near_groups(stream: Stream, number: int) -> Sequence[int]:
    """The groups of the articles that are likest to this one, come before or after it."""
    one = stream.window.profile(number)
    near = [other for other in stream.terms.nearest(one.telling, one.weights, stream.window) if other != number]
    return stream.groups_of(one, near)


def _merges(stream: Stream) -> list[Proposal]:
    """Pairs of stories whose members fit each other as members of one do, on the mean over all pairs."""
    pairs = {
        (min(own, group), max(own, group))
        for number in range(stream.window.first, stream.window.end)
        for own in (stream.placed[number].group,)
        for group in _near_groups(stream, number)
        if stream.story_of(group) != stream.story_of(own)
    }
    found = []
    for one, other in sorted(pairs):
        asked = stream.members[one][-ASKED:]
        score = _score(
            stream, np.mean([stream.odds(number, stream.members[other][-ASKED:]) for number in asked], axis=0)
        )
        first, second = stream.placed[stream.members[one][0]], stream.placed[stream.members[other][0]]
        if score >= stream.scale.join and second.id not in stream.judged.apart_from(first.id):
            judgement = Judgement(JudgementKind.MERGE, (first.id, second.id))
            reason = f"the stories of {first.name} and {second.name} fit each other with {score:.2f}"
            found.append(Proposal(judgement, score, reason))
    return found


def _score(stream: Stream, odds: NDArray[np.float64]) -> float:
    """The probability at the log odds over members, taken together as the stream does."""
    share = stream.scale.chain if stream.chained else 0.0
    return logistic((1.0 - share) * float(odds.mean()) + share * float(odds.max()) + stream.prior())


def _splits(stream: Stream) -> list[Proposal]:
    """Articles that fit their story hardly better than asked for."""
    found = []
    for group in sorted(stream.members):
        members = stream.members[group]
        for number in members if len(members) > 1 else ():
            others = [other for other in members if other != number][-ASKED:]
            score = _score(stream, stream.odds(number, others))
            placed = stream.placed[number]
            if score < stream.scale.join and not stream.judged.pins(placed.id):
                anchor = stream.placed[others[0]]
                judgement = Judgement(JudgementKind.SPLIT, (placed.id,), anchor.id)
                reason = f"{placed.name} fits the story of {anchor.name} with {score:.2f} only"
                found.append(Proposal(judgement, 1.0 - score, reason))
    return found
