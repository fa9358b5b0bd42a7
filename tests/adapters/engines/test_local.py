"""The engines of one machine: the same answers in the same order, wherever they run."""

import pytest

from synoptic.adapters.engines.local import InProcess, ProcessPool
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
