"""The Engine port on one machine: in this process, or in several."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context


class InProcess:
    """Runs everything here, one item after the other, as it is asked for."""

    def map[Item, Result](self, function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """`function` of every item, in order."""
        return map(function, items)


class ProcessPool:
    """Runs items in `processes` fresh processes; functions, items and results must be picklable.

    Models keep one thread each (two BLAS threads are slower than one), so processes are the way to use more cores.
    """

    def __init__(self, processes: int) -> None:
        self._processes = processes

    def map[Item, Result](self, function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """`function` of every item, in order."""
        with ProcessPoolExecutor(self._processes, mp_context=get_context("spawn")) as pool:
            yield from pool.map(function, items)
