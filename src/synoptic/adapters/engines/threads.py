"""How many threads the numeric library may start beside our own."""

from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def one_blas_thread() -> Iterator[None]:
    """Within it (or within a function that it decorates) BLAS reckons in the thread that asks.

    Our products are of small matrices: by itself BLAS starts a thread a core for each, which wait for one another.
    Measured on two cores, 50 accounts: the link stage takes 17.0 s of the processor by default, 8.3 s so. What can go
    side by side does so in our own threads and processes; and sums are taken in one order, whatever the machine.
    """
    from threadpoolctl import threadpool_limits  # here: it is asked for only where numbers are reckoned

    with threadpool_limits(limits=1, user_api="blas"):
        yield
