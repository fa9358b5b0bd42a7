"""Copies: near-duplicates and partial reuse, with the passages; shared quotations are told from shared prose."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from synoptic.language.direction import Direction, day_of, direct
from synoptic.records.article import MAIN, Article
from synoptic.records.links import Link, LinkKind, Passage
from synoptic.records.span import Span
from synoptic.stages.cluster.alphabet import Alphabet
from synoptic.stages.cluster.fingerprints import find_candidates
from synoptic.stages.cluster.printed import Printed, Reader
from synoptic.stages.cluster.reuse import Reuse, ReuseScale, measure, shipped_reuse_scale
from synoptic.stages.cluster.runs import SHORTEST, Run, common_runs, matches

# Common 5-grams from which on a pair is compared (the prefilter of the prototype; not tuned here).
_LEAST_GRAMS = 3
# Words in quotation marks, in common runs, from which on a shared quotation is reported.
_QUOTED_WORDS = 8


@dataclass(frozen=True, slots=True)
class Compared:
    """Two articles, the earlier first, with what they have in common.

    `runs` are of the prose of both, `shared` with what is quoted.
    """

    one: Printed
    other: Printed
    reuse: Reuse
    runs: list[Run]
    shared: list[Run]


def find_copies(articles: Sequence[Article]) -> tuple[Link, ...]:
    """Copy, partial and quotation links between articles, in the order of the articles.

    Unit: maximal common runs of at least 5 words outside quotation marks, embedded posts and page furniture.
    """
    scale = shipped_reuse_scale()
    links = (_link(compared, scale) for compared in candidates(articles))
    return tuple(link for link in links if link is not None)


def candidates(articles: Sequence[Article]) -> Iterator[Compared]:
    """The pairs with at least three common 5-grams, with what they have in common."""
    alphabet = Alphabet()
    found = find_candidates(articles, alphabet)
    numbers = sorted({number for pair in found.pairs for number in pair})
    reader = Reader(alphabet, found.furniture)
    read = dict(zip(numbers, reader.read(articles[number] for number in numbers), strict=True))
    for pair in found.pairs:
        one, other = sorted((read[number] for number in pair), key=_arrival)
        if one.article.id != other.article.id:
            compared = _compare(one, other)
            if compared is not None:
                yield compared


def _arrival(read: Printed) -> tuple[bool, float, str]:
    """By what undirected pairs are put in order: the date, then the text, so that neither order nor ids tell."""
    day = day_of(read.article.published)
    return day is None, day or 0.0, read.article.text


def _compare(one: Printed, other: Printed) -> Compared | None:
    """What two articles have in common; None where it is next to nothing."""
    sizes = (len(one.wording), len(other.wording))
    together = matches(one.hashes, other.hashes).within(one.printed, other.printed)
    if len(set(together.one.tolist())) < _LEAST_GRAMS:
        return None
    prose = together.within(one.own, other.own)
    runs = common_runs(prose, sizes)
    shared = runs if len(prose) == len(together) else common_runs(together, sizes)
    return Compared(one, other, measure((one, other), runs), runs, shared)


def _link(pair: Compared, scale: ReuseScale) -> Link | None:
    """The link of one candidate pair, if there is one."""
    score = scale.probability(pair.reuse)
    if score >= scale.join:
        kind = LinkKind.COPY if pair.reuse.share**2 >= scale.copy_share else LinkKind.PARTIAL
        return _joined(pair, kind, score, pair.runs, _in_words(pair.reuse, pair.runs))
    own = pair.one.wording.own
    spoken = [run for run in pair.shared if not own[run.one : run.one + run.length].all()]
    quoted = sum(int((~own[run.one : run.one + run.length]).sum()) for run in spoken)
    if quoted >= _QUOTED_WORDS:
        reason = f"{quoted} quoted words in common, but of the prose only {sum(run.length for run in pair.runs)}"
        return _joined(pair, LinkKind.QUOTATION, 1.0 - score, spoken, reason)
    return None


def _in_words(reuse: Reuse, runs: Sequence[Run]) -> str:
    """The measures in words."""
    number = f"{len(runs)} common runs, the longest of" if len(runs) > 1 else "one common run of"
    return f"{reuse.share**2:.0%} of the shorter text in {number} {max(run.length for run in runs)} words"


def _passages(pair: Compared, runs: Sequence[Run]) -> list[tuple[Span, Span]]:
    """The spans of the runs in both texts, parted where a caption, teaser or furniture stands within one."""
    cuts = (_cuts(pair.one), _cuts(pair.other))
    spans = []
    for run in runs:
        inner = {cut - run.one for cut in cuts[0]} | {cut - run.other for cut in cuts[1]}
        places = [0, *sorted(cut for cut in inner if 0 < cut < run.length), run.length]
        for start, end in pairwise(places):
            if end - start >= SHORTEST:
                length = end - start
                spans.append((_span(pair.one, run.one + start, length), _span(pair.other, run.other + start, length)))
    return spans


def _cuts(read: Printed) -> list[int]:
    """The words before which something else than main text stands."""
    others = [block.span.start for block in read.article.blocks if block.kind not in MAIN]
    return sorted({int(place) for place in np.searchsorted(read.wording.starts, others)})


def _span(read: Printed, start: int, length: int) -> Span:
    """The span of `length` words from `start` on."""
    return Span(int(read.wording.starts[start]), int(read.wording.ends[start + length - 1]))


def _joined(pair: Compared, kind: LinkKind, score: float, runs: Sequence[Run], reason: str) -> Link:
    """A link in the direction that the evidence gives."""
    one, other = pair.one.article, pair.other.article
    way = direct(one, other) if kind is not LinkKind.QUOTATION else Direction(False, False, "")
    source, target = (other, one) if way.reverse else (one, other)
    passages = tuple(
        Passage(there, here) if way.reverse else Passage(here, there) for here, there in _passages(pair, runs)
    )
    words = "; ".join(filter(None, (reason, way.reason)))
    return Link(source.id, target.id, kind, way.directed, score, passages, words)
