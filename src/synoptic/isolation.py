"""Isolation: a fault of the program that one article brings to light does not end the run.

Where the work on a record fails with ProgramFault, the articles that it fails with are looked for, set aside as
Rejected, and the work is done again with the others. The first two stages need none of this: they read article by
article and set aside what fails as they go.
"""

from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import Protocol, Self

from synoptic.errors import ProgramFault, WorkerLost
from synoptic.ports import Engine
from synoptic.records.article import Article, Rejected

_MOST = 3
"""Articles of one unit that are looked for. Where more fail, the fault is hardly theirs, and every search repeats the
work: the whole unit is set aside."""


class Divisible(Protocol):
    """A record that can be cut down to some of its articles; those of a unit are treated together."""

    @property
    def articles(self) -> tuple[Article, ...]:
        """All articles."""
        ...

    @property
    def units(self) -> tuple[tuple[str, ...], ...]:
        """The ids of the articles of each unit."""
        ...

    def only(self, kept: AbstractSet[str], rejected: Sequence[Rejected] = ()) -> Self:
        """The record of these articles alone; `rejected` joins what was rejected before."""
        ...


def spare[Given: Divisible, Result](given: Given, work: Callable[[Given], Result]) -> Result:
    """`work(given)`, without the articles that a ProgramFault comes from.

    Costs nothing where nothing fails; otherwise all is done about three times. Raises ProgramFault if no article can be
    found that it comes from.
    """
    try:
        return work(given)
    except ProgramFault:
        faults: dict[str, ProgramFault] = {}
        for unit in given.units:
            faults |= _faults_of(unit, lambda ids: _fault(given, ids, work))
        if not faults:
            raise
    failing = [article for article in given.articles if article.id in faults]
    rejected = [Rejected.because(article.source or article.id, faults[article.id]) for article in failing]
    return work(given.only({article.id for article in given.articles} - faults.keys(), rejected))


def surviving[Result](
    engine: Engine,
    work: Callable[[Sequence[Article]], tuple[Result | Rejected, ...]],
    batches: Sequence[Sequence[Article]],
) -> Iterator[tuple[Result | Rejected, ...]]:
    """`work` on every batch, in order.

    The articles of a batch in which a process ends are done one by one; in place of the one that ends a process, too,
    comes the reason.
    """
    left = list(batches)
    while left:
        done = 0
        try:
            for found in engine.map(work, left):
                done += 1
                yield found
            return
        except WorkerLost as error:
            batch, left = left[done], left[done + 1 :]
            if len(batch) > 1:
                left = [(article,) for article in batch] + left
            else:
                yield (Rejected.because(batch[0].source or batch[0].id, error),)


def _fault[Given: Divisible, Result](
    given: Given, ids: Sequence[str], work: Callable[[Given], Result]
) -> ProgramFault | None:
    """What goes wrong with these articles alone."""
    try:
        work(given.only(frozenset(ids)))
    except ProgramFault as fault:
        return fault
    return None


def _faults_of(
    unit: Sequence[str], fault_with: Callable[[Sequence[str]], ProgramFault | None]
) -> dict[str, ProgramFault]:
    """The articles of a unit without which it can be worked, each with the fault that it brings.

    It is the last article of the shortest beginning that fails. So the search also ends at one article where it takes
    two to fail, and asks for the work on half of the unit, a quarter, and so on, not on every article.
    """
    left, found = list(unit), dict[str, ProgramFault]()
    while left and (fault := fault_with(left)):
        if len(found) == _MOST:
            return found | dict.fromkeys(left, fault)
        works, fails = 0, len(left)
        while fails - works > 1:
            middle = (works + fails) // 2
            if earlier := fault_with(left[:middle]):
                fails, fault = middle, earlier
            else:
                works = middle
        found[left.pop(fails - 1)] = fault
    return found
