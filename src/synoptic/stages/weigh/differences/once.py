"""Once: each difference of a story is told once, though claims overlap."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from synoptic.records.findings import Difference, DifferenceKind
from synoptic.stages.weigh.differences.telling import Telling

_NEW = 0.5
"""Least share of the sentences set against each other by their speakers that no earlier difference set so. On
data/claims, 13 stories, 79 of 83 differences in attribution are left, and all but one of the right ones."""

type _Pair = tuple[Telling, Telling]


def kept_once(
    told: Sequence[Sequence[Telling]], found: Sequence[Sequence[Difference]]
) -> tuple[tuple[Difference, ...], ...]:
    """The differences `found` in each claim without those that another claim tells; `told` are the claims' tellings.

    Claims overlap, so one difference may show in several that share sentences: it stays with the shortest claim, which
    is closest to it. A name written in two ways is told once, wherever it stands. Speakers are not told apart where a
    shorter claim did so of most of the sentences.
    """
    kept: list[list[Difference]] = [[] for _ in told]
    seen: dict[tuple[str, frozenset[str]], dict[str, list[Telling]]] = {}
    parted: dict[tuple[str, str], list[_Pair]] = {}
    for number, one in _in_order(told, found):
        by_index = {telling.index: telling for telling in told[number]}
        earlier = seen.setdefault((one.kind.value, frozenset(value.casefold() for value in one.values)), {})
        here = [by_index[index] for side in one.members for index in side]
        known = earlier and (one.kind is DifferenceKind.NAME or _share_words(here, earlier))
        if not known and (one.kind is not DifferenceKind.ATTRIBUTION or _parts_anew(one, by_index, parted)):
            kept[number].append(one)
        for telling in here:
            earlier.setdefault(telling.article, []).append(telling)
    return tuple(tuple(row) for row in kept)


def _in_order(told: Sequence[Sequence[Telling]], found: Sequence[Sequence[Difference]]) -> list[tuple[int, Difference]]:
    """All differences with the number of their claim, short claims first, names by how many articles tell the claim."""
    order = sorted(range(len(told)), key=lambda n: (_length(told[n]), n))
    reach = [len({telling.article for telling in tellings}) for tellings in told]
    rows = [(number, one) for number in order for one in found[number]]
    return sorted(rows, key=lambda row: -reach[row[0]] if row[1].kind is DifferenceKind.NAME else 0)


def _parts_anew(one: Difference, by_index: Mapping[int, Telling], parted: dict[tuple[str, str], list[_Pair]]) -> bool:
    """Whether a difference sets against each other enough sentences that are not in `parted`; they are put there."""
    pairs = list(_pairs(one, by_index))
    new = [pair for pair in pairs if not any(_same(pair, other) for other in parted.get(_articles(pair), ()))]
    if len(new) < _NEW * len(pairs):
        return False
    for pair in new:
        parted.setdefault(_articles(pair), []).append(pair)
    return True


def _pairs(one: Difference, by_index: Mapping[int, Telling]) -> Iterator[_Pair]:
    """The tellings of different articles that stand on different sides, the articles in the order of their ids."""
    for here, there in combinations(one.members, 2):
        for index in here:
            for other in there:
                first, second = sorted((by_index[index], by_index[other]), key=lambda telling: telling.article)
                if first.article != second.article:
                    yield first, second


def _articles(pair: _Pair) -> tuple[str, str]:
    return pair[0].article, pair[1].article


def _same(pair: _Pair, other: _Pair) -> bool:
    return pair[0].span.overlap(other[0].span) > 0 and pair[1].span.overlap(other[1].span) > 0


def _share_words(here: Sequence[Telling], earlier: Mapping[str, Sequence[Telling]]) -> bool:
    return any(a.span.overlap(b.span) > 0 for a in here for b in earlier.get(a.article, ()))


def _length(tellings: Sequence[Telling]) -> float:
    return sum(len(telling.span) for telling in tellings) / max(1, len(tellings))
