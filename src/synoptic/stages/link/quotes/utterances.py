"""Which quotes of different articles are one utterance: the same speaker, and words or meaning in common."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from synoptic.language.terms import Frequencies, terms
from synoptic.ports import Encoder
from synoptic.records.annotation import Quote
from synoptic.records.article import Article

_ALIKE = 0.5
"""Likeness from which two quotes are one utterance (see `likeness`).

Pairs of quotes that the hand-aligned `claims` stories count as one claim: .45 gives precision .77 with 94 pairs,
.5 .82 with 81, .55 .85 with 67, .6 .93 with 57.
"""
_SAME_WORDS = 0.9
"""Share of words in common from which even differing speakers say one utterance (one account names another speaker)."""
_MISREAD = 0.1
"""Taken off where the speakers differ but one of them is only a pronoun or a description."""
_SHORTEST = 2
"""Telling words that a quote needs to be compared at all."""


@dataclass(frozen=True, slots=True)
class Version:
    """A quote of an article; `place` is its rank there, `speaker` the story's id of who speaks.

    `named` tells whether the article names the speaker there; "he" and "the leader" may have been read wrongly.
    """

    article: Article
    place: int
    quote: Quote
    speaker: str | None
    named: bool = False

    @property
    def text(self) -> str:
        """The words of the content."""
        return " ".join(part.of(self.article.text) for part in self.quote.content)


def utterances(versions: Sequence[Version], encoder: Encoder) -> list[list[Version]]:
    """The versions in groups, one version an article in a group, in narrative order.

    Pairs are joined best first; a version joins a group when it is alike enough, on average, to all in it.
    """
    scores = likeness(versions, encoder)
    group_of = list(range(len(versions)))
    members = {number: [number] for number in group_of}
    pairs = [
        (-scores[i, j], i, j)
        for i in range(len(versions))
        for j in range(i + 1, len(versions))
        if scores[i, j] >= _ALIKE
    ]
    for _, one, other in sorted(pairs):
        a, b = group_of[one], group_of[other]
        if a == b:
            continue
        articles = [versions[i].article.id for i in (*members[a], *members[b])]
        mean = float(np.mean([scores[min(i, j), max(i, j)] for i in members[a] for j in members[b]]))
        if len(set(articles)) < len(articles) or mean < _ALIKE:
            continue
        for i in members[b]:
            group_of[i] = a
        members[a] = sorted((*members[a], *members.pop(b)))
    groups = [[versions[i] for i in row] for row in members.values()]
    return sorted(groups, key=_narrative)


def _narrative(group: Sequence[Version]) -> tuple[float, str, int]:
    """Where the utterance stands in its articles, on average; then the first member."""
    depths = [version.quote.content[0].start / max(1, len(version.article.text)) for version in group]
    return (round(sum(depths) / len(depths), 6), group[0].article.id, group[0].place)


def likeness(versions: Sequence[Version], encoder: Encoder) -> np.ndarray:
    """How alike the contents of all pairs are, 0 to 1; 0 where they cannot be one utterance (upper triangle).

    Mean of the share of telling words in common (by rarity, half Dice and half containment) and of the cosine.
    """
    size = len(versions)
    scores = np.zeros((size, size))
    if size < 2:
        return scores
    frequencies: dict[str, Frequencies] = {}
    bags: list[dict[str, float]] = []
    for version in versions:
        language = version.article.language or "en"
        known = frequencies.setdefault(language, Frequencies(language.split("-")[0]))
        bags.append({term: weight for term in terms(version.text) if (weight := known.rarity(term)) > 1.0})
    vectors = encoder.encode([version.text for version in versions])
    cosines = vectors @ vectors.T
    for i in range(size):
        for j in range(i + 1, size):
            if versions[i].article.id == versions[j].article.id or min(len(bags[i]), len(bags[j])) < _SHORTEST:
                continue
            shared = _shared(bags[i], bags[j])
            score = 0.5 * shared + 0.5 * max(0.0, float(cosines[i, j]))
            if _differ(versions[i], versions[j]) and shared < _SAME_WORDS:
                score = score - _MISREAD if not (versions[i].named and versions[j].named) else 0.0
            scores[i, j] = max(0.0, score)
    return scores


def _differ(one: Version, other: Version) -> bool:
    return bool(one.speaker and other.speaker and one.speaker != other.speaker)


def _shared(one: dict[str, float], other: dict[str, float]) -> float:
    common = sum(weight for term, weight in one.items() if term in other)
    mine, theirs = sum(one.values()), sum(other.values())
    return 0.5 * (2 * common / (mine + theirs)) + 0.5 * (common / min(mine, theirs))
