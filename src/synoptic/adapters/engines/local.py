"""The Engine port on one machine: in this process, or in several."""

import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import active_children, get_context
from typing import Self


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
        self._pool = ProcessPoolExecutor(processes, mp_context=get_context("spawn"), initializer=_leave_interrupts)
        self._processes, self._prepare = processes, prepare

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
        """`function` of every item, in order."""
        try:
            yield from self._pool.map(function, items)
        except (KeyboardInterrupt, GeneratorExit):
            self._stop()
            raise

    def _stop(self) -> None:
        """Ends the processes in the middle of their work."""
        self._pool.shutdown(wait=False, cancel_futures=True)
        for worker in active_children():
            worker.terminate()


def _leave_interrupts() -> None:
    """A worker leaves Ctrl-C to the process that started it, which tells it once."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
