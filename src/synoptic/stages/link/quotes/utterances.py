"""Which quotes of different articles are one utterance: the same speaker, and words or meaning in common."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from synoptic.language.terms import Frequencies, terms
from synoptic.ports import Encoder
from synoptic.records.annotation import Quote, QuoteForm
from synoptic.records.article import Article
from synoptic.records.span import Span

_ALIKE = 0.5
"""Likeness from which two quotes are one utterance (see `likeness`).

Pairs of quotes that the hand-aligned `claims` stories count as one claim: .45 gives precision .77 with 94 pairs,
.5 .82 with 81, .55 .85 with 67, .6 .93 with 57.
"""
_SAME_WORDS = 0.9
"""Share of words in common from which even differing speakers say one utterance (one account names another speaker)."""
_MISREAD = 0.1
"""Taken off where the speakers differ but one of them is only a pronoun or a description."""
_ABROAD = 0.2
"""Taken off the cosine between languages: four invented sentences and their translations lie at .75 to .83, other
pairs of them below .45."""
_WORTH = 0.3
"""Cosine from which a pair is looked at, so that most pairs of a large story cost nothing."""
_SHORTEST = 2
"""Telling words that a quote needs to be compared at all."""


@dataclass(frozen=True, slots=True)
class Version:
    """A quote of an article; `place` is its rank there, `speaker` the story's id of who speaks.

    `named` tells whether the article names the speaker there; "he" and "the leader" may have been read wrongly. `later`
    are the next quotes of the article, where another prints all of it as one.
    """

    article: Article
    place: int
    quote: Quote
    speaker: str | None
    named: bool = False
    later: tuple[Quote, ...] = ()

    @property
    def content(self) -> tuple[Span, ...]:
        """The parts of the content, in the order of the text."""
        return tuple(sorted(part for quote in (self.quote, *self.later) for part in quote.content))

    @property
    def form(self) -> QuoteForm:
        """Direct or indirect where all its parts are."""
        forms = {quote.form for quote in (self.quote, *self.later)}
        return forms.pop() if len(forms) == 1 else QuoteForm.MIXED

    @property
    def language(self) -> str:
        """The article's language without its region."""
        return (self.article.language or "en").split("-")[0]

    @property
    def text(self) -> str:
        """The words of the content."""
        return " ".join(part.of(self.article.text) for part in self.content)


def utterances(versions: Sequence[Version], encoder: Encoder) -> list[list[Version]]:
    """The versions in groups, one version an article in a group, in narrative order.

    Pairs are joined best first; a version joins a group when it is alike enough, on average, to all in it.
    """
    scores = likeness(versions, encoder)
    group_of = list(range(len(versions)))
    members = {number: [number] for number in group_of}
    articles = {number: {version.article.id} for number, version in enumerate(versions)}
    refused: set[tuple[int, int, int]] = set()
    for _, one, other in sorted((-score, i, j) for (i, j), score in scores.items() if score >= _ALIKE):
        a, b = group_of[one], group_of[other]
        asked = (a, b, len(members[a]) + len(members[b])) if a != b else (a, b, 0)
        if a == b or asked in refused or not articles[a].isdisjoint(articles[b]):
            continue
        pairs = [scores.get((min(i, j), max(i, j)), 0.0) for i in members[a] for j in members[b]]
        if sum(pairs) / len(pairs) < _ALIKE:
            refused.add(asked)
            continue
        articles[a] |= articles.pop(b)
        for i in members[b]:
            group_of[i] = a
        members[a] = sorted((*members[a], *members.pop(b)))
    groups = [[versions[i] for i in row] for row in members.values()]
    return sorted(groups, key=_narrative)


def _narrative(group: Sequence[Version]) -> tuple[float, str, int]:
    """Where the utterance stands in its articles, on average; then the first member."""
    depths = [version.quote.content[0].start / max(1, len(version.article.text)) for version in group]
    return (round(sum(depths) / len(depths), 6), group[0].article.id, group[0].place)


def likeness(versions: Sequence[Version], encoder: Encoder) -> dict[tuple[int, int], float]:
    """How alike the contents of pairs `(i, j)`, i < j, are, 0 to 1; pairs that cannot be one utterance are left out.

    In one language the mean of the share of telling words in common (by rarity, half Dice and half containment) and of
    the cosine; between languages the cosine less `_ABROAD`.
    """
    bags = _bags(versions)
    vectors = encoder.encode([version.text for version in versions])
    found: dict[tuple[int, int], float] = {}
    for i in range(len(versions) - 1):
        cosines = vectors[i + 1 :] @ vectors[i]
        for step in np.flatnonzero(cosines >= _WORTH):
            j = i + 1 + int(step)
            if versions[i].article.id == versions[j].article.id or min(len(bags[i]), len(bags[j])) < _SHORTEST:
                continue
            score = _score(versions[i], versions[j], (bags[i], bags[j]), float(cosines[step]))
            if score > 0:
                found[i, j] = score
    return found


def _bags(versions: Sequence[Version]) -> list[dict[str, float]]:
    """The telling terms of each version with their rarity."""
    frequencies: dict[str, Frequencies] = {}
    bags = []
    for version in versions:
        known = frequencies.setdefault(version.language, Frequencies(version.language))
        bags.append({term: weight for term in terms(version.text) if (weight := known.rarity(term)) > 1.0})
    return bags


def _score(one: Version, other: Version, bags: tuple[dict[str, float], dict[str, float]], cosine: float) -> float:
    shared = _shared(*bags)
    score = 0.5 * shared + 0.5 * cosine if one.language == other.language else cosine - _ABROAD
    if _differ(one, other) and shared < _SAME_WORDS:
        return 0.0 if one.named and other.named else score - _MISREAD
    return score


def _differ(one: Version, other: Version) -> bool:
    return bool(one.speaker and other.speaker and one.speaker != other.speaker)


def _shared(one: dict[str, float], other: dict[str, float]) -> float:
    common = sum(weight for term, weight in one.items() if term in other)
    mine, theirs = sum(one.values()), sum(other.values())
    return 0.5 * (2 * common / (mine + theirs)) + 0.5 * (common / min(mine, theirs))
