"""Which quotes of different articles are one utterance: the same speaker, and words or meaning in common."""

from collections.abc import Sequence

import numpy as np

from synoptic.language.terms import Frequencies, terms
from synoptic.language.tokens import tokenize
from synoptic.ports import Encoder
from synoptic.records.annotation import QuoteForm
from synoptic.stages.link.encoding import each_once
from synoptic.stages.link.quotes.parts import joined
from synoptic.stages.link.quotes.versions import Version

_ALIKE = 0.5
"""Likeness from which two quotes are one utterance (see `likeness`).

Pairs of quotes that the hand-aligned `claims` stories count as one claim: .45 gives precision .77 with 94 pairs,
.5 .82 with 81, .55 .85 with 67, .6 .93 with 57.
"""
_UNSURE = 0.6
_VERBATIM = 4
"""Likeness, and words in a row, from which quotes are one utterance whose speakers are not known to be the same: one is
not named, a pronoun was misread, or an account names somebody else. Read on the groups of 15 stories (13 of them
data/claims): with no more asked than of one speaker 17 groups were wrong, so 5 are; 5 that were right are lost."""
_ABROAD = 0.2
"""Taken off the cosine between languages: four invented sentences and their translations lie at .75 to .83, other
pairs of them below .45."""
_ABROAD_DIRECT = 0.1
"""The same where both are quoted directly: of MEANTIME's Spanish, Italian and Dutch articles 90 of 100 pairs of direct
quotes at one place of a translation lie at .6 or more, none of 585 pairs at two places (of reported ones 18 of 259)."""
_WORTH = 0.3
"""Cosine from which a pair is looked at, so that most pairs of a large story cost nothing."""
_SHORTEST = 2
"""Telling words that a quote needs to be compared at all."""


def utterances(versions: Sequence[Version], encoder: Encoder) -> list[list[Version]]:
    """The versions in groups, one version an article in a group, in narrative order.

    Pairs are joined best first; a version joins a group when it is alike enough, on average, to all in it. Quotes that
    another article prints as one are one version.
    """
    versions = joined(versions, bags_of(versions))
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
    the cosine; between languages the cosine less `_ABROAD` or `_ABROAD_DIRECT`. The words of two texts are compared
    once, however many articles print them.
    """
    bags, rows = bags_of(versions), [words_in_a_row(version.text) for version in versions]
    texts, languages = [version.text for version in versions], [version.language for version in versions]
    articles, vectors = [version.article.id for version in versions], each_once(texts, encoder.encode)
    told = list(zip(languages, texts, strict=True))
    kinds = {text: number for number, text in enumerate(dict.fromkeys(told))}
    kind = [kinds[text] for text in told]
    words: dict[tuple[int, int], tuple[float, bool]] = {}
    found: dict[tuple[int, int], float] = {}
    for i in range(len(versions) - 1):
        cosines = vectors[i + 1 :] @ vectors[i]
        near = np.flatnonzero(cosines >= _WORTH)
        for j, cosine in zip((near + i + 1).tolist(), cosines[near].tolist(), strict=True):
            if articles[i] == articles[j] or min(len(bags[i]), len(bags[j])) < _SHORTEST:
                continue
            pair = kind[i], kind[j]
            if pair not in words:
                words[pair] = _shared(bags[i], bags[j]), not rows[i].isdisjoint(rows[j])
            if languages[i] != languages[j]:
                score = _abroad(cosine, versions[i], versions[j])
            else:
                score = _score(cosine, words[pair], one_speaker=_one_speaker(versions[i], versions[j]))
            if score > 0:
                found[i, j] = score
    return found


def bags_of(versions: Sequence[Version]) -> list[dict[str, float]]:
    """The telling terms of each version with their rarity."""
    frequencies: dict[str, Frequencies] = {}
    bags = []
    for version in versions:
        known = frequencies.setdefault(version.language, Frequencies(version.language))
        bags.append({term: weight for term in terms(version.text) if (weight := known.rarity(term)) > 1.0})
    return bags


def _score(cosine: float, words: tuple[float, bool], *, one_speaker: bool) -> float:
    """The likeness in one language; `words` are the share in common, and whether some stand in one row."""
    shared, verbatim = words
    score = 0.5 * shared + 0.5 * cosine
    return score if one_speaker or (score >= _UNSURE and verbatim) else 0.0


def _abroad(cosine: float, one: Version, other: Version) -> float:
    """The likeness between languages; a speaker whom one account does not name, or not in letters we read, may fit."""
    direct = one.quote.form is QuoteForm.DIRECT is other.quote.form
    score = cosine - (_ABROAD_DIRECT if direct else _ABROAD)
    may_be_one = _one_speaker(one, other) or (direct and not (one.speaker and other.speaker))
    return score if may_be_one or score >= _UNSURE else 0.0


def _one_speaker(one: Version, other: Version) -> bool:
    return bool(one.speaker) and one.speaker == other.speaker


def words_in_a_row(text: str) -> frozenset[tuple[str, ...]]:
    """All runs of _VERBATIM words of a text, without regard to case."""
    words = [span.of(text).casefold() for span in tokenize(text) if text[span.start].isalnum()]
    return frozenset(tuple(words[at : at + _VERBATIM]) for at in range(len(words) - _VERBATIM + 1))


def _shared(one: dict[str, float], other: dict[str, float]) -> float:
    common = sum(weight for term, weight in one.items() if term in other)
    mine, theirs = sum(one.values()), sum(other.values())
    return 0.5 * (2 * common / (mine + theirs)) + 0.5 * (common / min(mine, theirs))
