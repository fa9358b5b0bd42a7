"""Layout: the columns of several languages in one row, each phrase of a translation behind the phrase that it gives."""

from collections.abc import Sequence
from dataclasses import dataclass

from synoptic.records.collation import Variation, VariationKind
from synoptic.stages.link.quotes.alignment import Column
from synoptic.stages.link.quotes.apparatus import stretches
from synoptic.stages.link.quotes.phrases import Range
from synoptic.stages.link.quotes.words import Row


@dataclass(frozen=True, slots=True)
class Block:
    """The versions of one language: which members, their columns, and the member that leads them (of these)."""

    members: tuple[int, ...]
    columns: tuple[Column, ...]
    leader: int


@dataclass(frozen=True, slots=True)
class _Step:
    """A phrase and its translation: columns of the first block and of another, either of them empty at times."""

    base: Range
    block: int
    columns: Range
    words: tuple[Range, Range]


def laid_out(
    blocks: Sequence[Block], sides: Sequence[Sequence[tuple[Range, Range]]], rows: Sequence[Row]
) -> tuple[list[Column], list[Variation]]:
    """The columns of all blocks, and how the leaders of all but the first depart from that of the first.

    `sides` holds for each further block the phrases of its leader beside those of the first leader, as word ranges.
    """
    steps = [step for number, side in enumerate(sides, 1) for step in _steps(blocks, number, side)]
    columns: list[Column] = []
    of_base: list[int] = []
    begun: dict[_Step, int] = {}
    for at in range(len(blocks[0].columns) + 1):
        for step in steps:
            if step.base[1] == at:
                begun[step] = len(columns)
                columns += _spread(blocks[step.block], step.columns, len(rows))
        if at < len(blocks[0].columns):
            of_base.append(len(columns))
            columns += _spread(blocks[0], (at, at + 1), len(rows))
    base = blocks[0].leader
    told = [step for step in steps if any(first < last for first, last in step.words)]
    return columns, [_variation(step, (blocks[step.block].leader, base), rows, (begun, of_base)) for step in told]


def _steps(blocks: Sequence[Block], number: int, side: Sequence[tuple[Range, Range]]) -> list[_Step]:
    here, there = _borders(blocks[0]), _borders(blocks[number])
    return [
        _Step((here[one[0]], here[one[1]]), number, (there[other[0]], there[other[1]]), (one, other))
        for one, other in side
    ]


def _borders(block: Block) -> list[int]:
    """The column at which each word of the leader begins its stretch, and the end of all."""
    place = block.members.index(block.leader)
    held = [at for at, column in enumerate(block.columns) if column[place]]
    return [0, *held[1:], len(block.columns)]


def _spread(block: Block, columns: Range, size: int) -> list[Column]:
    """Columns of a block with a place for every member of the group."""
    places = {member: place for place, member in enumerate(block.members)}
    return [
        tuple(column[places[member]] if member in places else None for member in range(size))
        for column in block.columns[slice(*columns)]
    ]


def _variation(
    step: _Step, pair: tuple[int, int], rows: Sequence[Row], placed: tuple[dict[_Step, int], list[int]]
) -> Variation:
    begun, of_base = placed
    first, last = begun[step], begun[step] + step.columns[1] - step.columns[0]
    if step.base[0] < step.base[1]:
        first, last = of_base[step.base[0]], max(last, of_base[step.base[1] - 1] + 1)
    member, against = pair
    base = stretches(rows[against].words[slice(*step.words[0])])
    words = stretches(rows[member].words[slice(*step.words[1])])
    kind = VariationKind.TRANSLATED if base and words else VariationKind.ADDED if words else VariationKind.OMITTED
    return Variation(member, against, kind, (first, last), base, words)
