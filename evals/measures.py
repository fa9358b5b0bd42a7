"""Figures over the project's own gold: pairs of sentences, groups of articles, and shares of expectations met."""

from collections.abc import Iterable, Sequence
from itertools import combinations

from evals.invented import GoldSentence
from synoptic.records.findings import Claim
from synoptic.records.links import AlignedClaim


def f1(found: set[frozenset[object]], gold: set[frozenset[object]]) -> float:
    """Harmonic mean of precision and recall of a set; 0 where nothing is right."""
    right = len(found & gold)
    return 2 * right / (len(found) + len(gold)) if right else 0.0


def gold_pairs(sentences: Sequence[GoldSentence]) -> set[frozenset[object]]:
    """Pairs of sentences of different articles that share a fact."""
    return {
        frozenset(((a.article, a.start), (b.article, b.start)))
        for a, b in combinations(sentences, 2)
        if a.article != b.article and a.facts & b.facts
    }


def claim_pairs(claims: Iterable[Claim | AlignedClaim], sentences: Sequence[GoldSentence]) -> set[frozenset[object]]:
    """Pairs of sentences of different articles that share a claim.

    A member stands for every sentence that it overlaps by half of the shorter, as in the scorer of the claims set.
    """
    found: set[frozenset[object]] = set()
    for claim in claims:
        stands = {
            (sentence.article, sentence.start)
            for member in claim.members
            for sentence in sentences
            if sentence.article == member.article
            and 2 * (min(sentence.end, member.span.end) - max(sentence.start, member.span.start))
            >= min(sentence.end - sentence.start, len(member.span))
        }
        found |= {frozenset(pair) for pair in combinations(sorted(stands), 2) if pair[0][0] != pair[1][0]}
    return found


def pairs_within(groups: Iterable[Iterable[str]]) -> set[frozenset[object]]:
    """Pairs that share a group."""
    return {frozenset(pair) for group in groups for pair in combinations(sorted(set(group)), 2)}
