"""Parts: neighbouring quotes of one article that another article prints as one quotation."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from synoptic.records.annotation import QuoteForm
from synoptic.stages.link.quotes.versions import Version

_APART = 160
"""Letters between two quotes of one speaker, up to which they are neighbours: a cue with its clause. Not tuned."""
_WITHIN = 0.6
"""Share of the telling words of each part, by rarity, that the one quotation must hold. Not tuned; the planted splits
of evals/collated lie at 1."""
_COMMON = 200
"""Quotes of a story from which a word is too common to look for the one quotation by it: what bounds the cost."""


def joined(versions: Sequence[Version], bags: Sequence[dict[str, float]]) -> list[Version]:
    """The versions, in order, with neighbours that one quotation of another article holds as one version.

    `bags` are the telling words of each with their rarity.
    """
    postings: dict[str, list[int]] = defaultdict(list)
    for number, bag in enumerate(bags):
        for term in bag:
            postings[term].append(number)

    @cache
    def holders(number: int) -> frozenset[int]:
        return _holders(bags[number], postings)

    found: list[Version] = []
    last: tuple[int, frozenset[int]] | None = None
    for number, version in enumerate(versions):
        before = versions[last[0]] if last else None
        if last and before and _neighbours(before, version):
            both = [
                other
                for other in last[1] & holders(number)
                if versions[other].article.id != version.article.id and _fits(versions[other], version)
            ]
            if both:
                found[-1] = replace(found[-1], later=(*found[-1].later, version.quote))
                last = number, frozenset(both)
                continue
        found.append(version)
        last = (number, holders(number)) if version.quote.form is QuoteForm.DIRECT else None
    return found


def _neighbours(one: Version, other: Version) -> bool:
    """Whether two quotes of an article, of one speaker, both direct, stand with no more than a cue between them."""
    if one.article.id != other.article.id or other.quote.form is not QuoteForm.DIRECT or one.speaker != other.speaker:
        return False
    return 0 <= other.quote.content[0].start - one.quote.content[-1].end <= _APART


def _fits(whole: Version, part: Version) -> bool:
    """Whether a quotation may hold a part: in one language, of a speaker who may be the same."""
    known = whole.speaker and part.speaker and whole.named and part.named
    return whole.language == part.language and (not known or whole.speaker == part.speaker)


def _holders(bag: Mapping[str, float], postings: Mapping[str, Sequence[int]]) -> frozenset[int]:
    """The versions that hold most of the telling words of a bag."""
    weights: dict[int, float] = defaultdict(float)
    for term, weight in bag.items():
        if len(postings[term]) <= _COMMON:
            for number in postings[term]:
                weights[number] += weight
    least = _WITHIN * sum(bag.values())
    return frozenset(number for number, weight in weights.items() if weight >= least > 0)
