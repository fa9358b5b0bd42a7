"""The engines of one machine: the same answers in the same order, wherever they run."""

import os
import signal

import pytest

from synoptic.adapters.engines.local import InProcess, ProcessPool
from synoptic.errors import WorkerLost, WorkersUnusable
from synoptic.ports import Engine


def _ready() -> None:
    """What a process does before its first item."""


def _square(number: int) -> int:
    if number < 0:
        raise ValueError(f"{number} is negative")
    return number * number


def _most_work_first(number: int) -> int:
    """The first item is the most work, so that later ones are done before it."""
    return number + 0 * sum(range(3_000_000 if number == 0 else 0))


@pytest.mark.parametrize("engine", [InProcess(), ProcessPool(2, _ready)], ids=["here", "two processes"])
def test_map_is_the_built_in_map(engine: Engine) -> None:
    """Results come in the order of the items, also where a later item is done first; of no items come none."""
    with engine:
        assert list(engine.map(_square, range(20))) == [number * number for number in range(20)]
        assert list(engine.map(_most_work_first, range(6))) == list(range(6))
        assert list(engine.map(_square, [])) == []


@pytest.mark.parametrize("engine", [InProcess(), ProcessPool(2, _ready)], ids=["here", "two processes"])
def test_an_error_of_an_item_is_raised_as_it_is(engine: Engine) -> None:
    """Whoever asks for the results gets the error of the item that failed, after the results before it."""
    with pytest.raises(ValueError, match="-3 is negative"), engine:
        list(engine.map(_square, [1, 2, -3, 4]))


def _square_or_die(number: int) -> int:
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return _square(number)


def test_an_item_in_which_a_process_dies_is_found() -> None:
    """Results before it come first, then WorkerLost; items in other processes are not blamed, and `map` can go on."""
    found: list[int] = []
    with ProcessPool(2, _ready) as engine:
        with pytest.raises(WorkerLost, match="ended in the middle"):
            found.extend(engine.map(_square_or_die, [1, 2, 3, 4, 5, 6, 7]))
        assert found == [1, 4]
        assert list(engine.map(_square_or_die, [4, 5])) == [16, 25]


def test_processes_that_cannot_live_are_no_fault_of_an_item() -> None:
    """Where every new process ends at once, that is what is raised."""
    with pytest.raises(WorkersUnusable, match="SYNOPTIC_PROCESSES=1"), ProcessPool(2, _die) as engine:
        list(engine.map(_square, [1, 2]))


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)
