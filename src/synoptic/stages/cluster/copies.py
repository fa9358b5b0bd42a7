"""Copies: near-duplicates and partial reuse, with the passages; shared quotations are told from shared prose."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import batched, pairwise

import numpy as np

from synoptic.language.direction import Direction, day_of, direct
from synoptic.records.article import Article
from synoptic.records.links import DEPENDENCE, Link, LinkKind, Passage
from synoptic.records.span import Span
from synoptic.stages.cluster.alphabet import Alphabet
from synoptic.stages.cluster.fingerprints import find_candidates
from synoptic.stages.cluster.furniture import distinct
from synoptic.stages.cluster.partners import Rounds
from synoptic.stages.cluster.printed import Printed, Reader
from synoptic.stages.cluster.reuse import Reuse, ReuseScale, measure, shipped_reuse_scale
from synoptic.stages.cluster.runs import SHORTEST, Runs, common_runs, matches

# Common 5-grams from which on a pair is compared (the prefilter of the prototype; not tuned here).
_LEAST_GRAMS = 3
# Words in quotation marks, in common runs, from which on a shared quotation is reported.
_QUOTED_WORDS = 8
# Articles with which one is compared at once: bounds memory.
_AT_ONCE = 256


@dataclass(frozen=True, slots=True)
class Compared:
    """Two articles, the earlier first, with what they have in common.

    `place` are their numbers in the collection, the smaller first, `numbers` those in order of arrival. `runs` are of
    the prose of both, `shared` with what is quoted.
    """

    place: tuple[int, int]
    numbers: tuple[int, int]
    one: Printed
    other: Printed
    reuse: Reuse
    runs: Runs
    shared: Runs


def find_copies(articles: Sequence[Article]) -> tuple[Link, ...]:
    """Copy, partial and quotation links between articles, in the order of the articles.

    Unit: maximal common runs of at least 5 words outside quotation marks, embedded posts and page furniture. Of more
    than 64 others that share words with it, an article is linked with the likeliest (see `partners`).
    """
    scale = shipped_reuse_scale()
    comparison = Comparison(articles)
    rounds = Rounds(comparison.pairs)
    links: dict[tuple[int, int], Link] = {}
    while len(asked := rounds.asked()):
        for compared in comparison.of(asked.rows):
            link = _link(compared, scale)
            if link is not None:
                links[compared.place] = link
                if link.kind in DEPENDENCE:
                    rounds.join(*compared.numbers)
    return tuple(links[place] for place in sorted(links))


def candidates(articles: Sequence[Article]) -> Iterator[Compared]:
    """All pairs with at least three common 5-grams, with what they have in common; an article with all its others."""
    comparison = Comparison(articles)
    return comparison.of(comparison.pairs.rows)


class Comparison:
    """Articles of one collection in order of arrival, each read once; `pairs` are those that may have words in common.

    Undirected pairs are in order of the date, then of the text, so that neither order nor ids tell.
    """

    def __init__(self, articles: Sequence[Article]) -> None:
        alphabet = Alphabet()
        self._order = sorted(range(len(articles)), key=lambda number: _arrival(articles[number], number))
        arrived = [articles[number] for number in self._order]
        found = find_candidates(arrived, alphabet)
        self.pairs = found.pairs
        numbers = sorted({*found.pairs.first.tolist(), *found.pairs.second.tolist()})
        reader = Reader(alphabet, found.furniture)
        self._read = dict(zip(numbers, reader.read(arrived[number] for number in numbers), strict=True))

    def of(self, pairs: Sequence[tuple[int, int]]) -> Iterator[Compared]:
        """What the pairs have in common; those with next to nothing are left out."""
        others: dict[int, list[int]] = {}
        for one, other in pairs:
            if self._read[one].article.id != self._read[other].article.id:
                others.setdefault(one, []).append(other)
        for one, partners in others.items():
            for part in batched(partners, _AT_ONCE):
                yield from self._compare(one, part)

    def _compare(self, number: int, partners: Sequence[int]) -> Iterator[Compared]:
        """What an article has in common with others that came later."""
        one, others = self._read[number], [self._read[partner] for partner in partners]
        met = matches(one.hashes, [other.hashes for other in others])
        met = met.where(one.printed[met.one] & np.concatenate([other.printed for other in others])[met.row])
        width = np.uint64(max(1, len(one.hashes)))
        cells = distinct(met.owner.astype(np.uint64) * width + met.one.astype(np.uint64))
        enough = np.bincount((cells // width).astype(np.intp), minlength=len(others)) >= _LEAST_GRAMS
        met = met.where(enough[met.owner])
        prose = met.where(one.own[met.one] & np.concatenate([other.own for other in others])[met.row])
        runs, borders = common_runs(prose, len(others))
        quoting = met.counts(len(others)) > prose.counts(len(others))
        shared, ends = common_runs(met.where(quoting[met.owner]), len(others))
        reuse = measure(one, others, runs, borders)
        for rank in np.flatnonzero(enough).tolist():
            own = runs.of(slice(borders[rank], borders[rank + 1]))
            every = shared.of(slice(ends[rank], ends[rank + 1])) if quoting[rank] else own
            numbers = number, partners[rank]
            first, second = sorted(self._order[place] for place in numbers)
            yield Compared((first, second), numbers, one, others[rank], reuse[rank], own, every)


def _arrival(article: Article, number: int) -> tuple[bool, float, str, int]:
    """What puts articles in order of arrival."""
    day = day_of(article.published)
    return day is None, day or 0.0, article.text, number


def _link(pair: Compared, scale: ReuseScale) -> Link | None:
    """The link of one candidate pair, if there is one."""
    score = scale.probability(pair.reuse)
    if score >= scale.join:
        kind = LinkKind.COPY if pair.reuse.share**2 >= scale.copy_share else LinkKind.PARTIAL
        return _joined(pair, kind, score, pair.runs, _in_words(pair.reuse, pair.runs))
    own = pair.one.wording.own
    foreign = [int((~own[one : one + length]).sum()) for one, _, length in pair.shared.rows]
    if sum(foreign) >= _QUOTED_WORDS:
        spoken = pair.shared.of(np.flatnonzero(foreign))
        reason = f"{sum(foreign)} quoted words in common, but of the prose only {pair.runs.length.sum()}"
        return _joined(pair, LinkKind.QUOTATION, 1.0 - score, spoken, reason)
    return None


def _in_words(reuse: Reuse, runs: Runs) -> str:
    """The measures in words."""
    number = f"{len(runs)} common runs, the longest of" if len(runs) > 1 else "one common run of"
    return f"{reuse.share**2:.0%} of the shorter text in {number} {max(runs.length.tolist())} words"


def _passages(pair: Compared, runs: Runs) -> Iterator[tuple[Span, Span]]:
    """The spans of the runs in both texts, parted where a caption, teaser or furniture stands within one."""
    one, other = pair.one, pair.other
    for first, second, length in runs.rows:
        cuts = {cut - first for cut in one.cuts} | {cut - second for cut in other.cuts}
        places = [0, *sorted(cut for cut in cuts if 0 < cut < length), length]
        for start, end in pairwise(places):
            if end - start >= SHORTEST:
                yield one.span(first + start, end - start), other.span(second + start, end - start)


def _joined(pair: Compared, kind: LinkKind, score: float, runs: Runs, reason: str) -> Link:
    """A link in the direction that the evidence gives."""
    one, other = pair.one.article, pair.other.article
    way = (
        direct(pair.one.provenance, pair.other.provenance)
        if kind is not LinkKind.QUOTATION
        else Direction(False, False, "")
    )
    source, target = (other, one) if way.reverse else (one, other)
    passages = tuple(
        Passage(there, here) if way.reverse else Passage(here, there) for here, there in _passages(pair, runs)
    )
    words = "; ".join(filter(None, (reason, way.reason)))
    return Link(source.id, target.id, kind, way.directed, score, passages, words)
