"""The Engine port on one machine: in this process, or in several."""

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import active_children, get_context
from typing import Self

from synoptic.errors import WorkerLost, WorkersUnusable

_AHEAD = 2
"""Items a process that are handed out at once: one to work on and one to go on with. Where a process dies, all of them
are suspects."""


class InProcess:
    """Runs everything here, one item after the other, as it is asked for."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, place: object) -> None:
        """Nothing was opened."""

    def map[Item, Result](self, function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """`function` of every item, in order."""
        return map(function, items)


class ProcessPool:
    """Runs items in `processes` fresh processes; functions, items and results must be picklable.

    Models keep one thread each (two BLAS threads are slower than one), so processes are the way to use more cores. As
    a context it starts them at once, each with `prepare`: what takes long to load is loaded while the caller still
    reads its sources. Left with an error or an interrupt, it waits for nothing.
    """

    def __init__(self, processes: int, prepare: Callable[[], object]) -> None:
        self._processes, self._prepare = processes, prepare
        self._pool = _fresh(processes)

    def __enter__(self) -> Self:
        for _ in range(self._processes):
            self._pool.submit(self._prepare)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, place: object) -> None:
        if kind is None:
            self._pool.shutdown()
        else:
            self._stop()

    def map[Item, Result](self, function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """`function` of every item, in order.

        Where a process dies, the items that it may have died of are done again, each in a process of its own. Raises
        WorkerLost for an item that ends that one, too.
        """
        todo = iter(items)
        under_way: deque[tuple[Item, Future[Result] | None]] = deque()
        try:
            while True:
                if all(future is not None for _, future in under_way):
                    for item in islice(todo, _AHEAD * self._processes - len(under_way)):
                        under_way.append((item, self._handed_out(function, item)))
                if not under_way:
                    return
                item, future = under_way.popleft()
                try:
                    yield self._alone(function, item) if future is None else future.result()
                except BrokenProcessPool:
                    under_way = deque([(item, None), *((item, _unbroken(future)) for item, future in under_way)])
        except (KeyboardInterrupt, GeneratorExit):
            self._stop()
            raise
        finally:
            for _, future in under_way:
                if future is not None:
                    future.cancel()

    def _handed_out[Item, Result](self, function: Callable[[Item], Result], item: Item) -> Future[Result]:
        try:
            return self._pool.submit(function, item)
        except BrokenProcessPool:
            self._pool = _fresh(self._processes)
            return self._pool.submit(function, item)

    def _alone[Item, Result](self, function: Callable[[Item], Result], item: Item) -> Result:
        """The result from a process that does nothing else."""
        with _fresh(1) as pool:
            try:
                pool.submit(self._prepare).result()
            except BrokenProcessPool as error:
                raise WorkersUnusable(
                    "the processes that should do the work end at once",
                    remedy="set SYNOPTIC_PROCESSES=1; a script that uses more needs `if __name__ == '__main__':`",
                ) from error
            try:
                return pool.submit(function, item).result()
            except BrokenProcessPool as error:
                raise WorkerLost(
                    "the process that worked on it ended in the middle",
                    remedy="probably for want of memory: free some, use fewer processes, or give shorter articles",
                ) from error

    def _stop(self) -> None:
        """Ends the processes in the middle of their work."""
        self._pool.shutdown(wait=False, cancel_futures=True)
        for worker in active_children():
            worker.terminate()


def _fresh(processes: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(processes, mp_context=get_context("spawn"), initializer=_leave_interrupts)


def _unbroken[Result](future: Future[Result] | None) -> Future[Result] | None:
    """The future, unless it is lost with its process."""
    return None if future is None or isinstance(future.exception(), BrokenProcessPool) else future


def _leave_interrupts() -> None:
    """A worker leaves Ctrl-C to the process that started it, which tells it once."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
