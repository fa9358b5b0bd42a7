"""The Engine port on one machine: in this process, or in several."""

import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import active_children, get_context


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
        spawn = get_context("spawn")
        with ProcessPoolExecutor(self._processes, mp_context=spawn, initializer=_leave_interrupts) as pool:
            try:
                yield from pool.map(function, items)
            except (
                KeyboardInterrupt,
                GeneratorExit,
            ):  # stopped, or nobody reads on: what is under way is not waited for
                pool.shutdown(wait=False, cancel_futures=True)
                for worker in active_children():
                    worker.terminate()
                raise


def _leave_interrupts() -> None:
    """A worker leaves Ctrl-C to the process that started it, which tells it once."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
