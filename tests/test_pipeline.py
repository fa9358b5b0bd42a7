"""The pipeline is checked when it is built."""

import pytest

from synoptic.compose import models
from synoptic.errors import InvalidPipeline
from synoptic.pipeline import STAGES, build


def test_the_stages_of_the_way_fit_together() -> None:
    """Each stage takes what the one before it gives."""
    assert build(models()).stages == STAGES


@pytest.mark.parametrize("left_out", range(1, len(STAGES) - 1))
def test_a_way_with_a_gap_is_refused_by_name(left_out: int) -> None:
    """Leaving out a stage fails at build, and the error names the two stages that do not fit."""
    stages = STAGES[:left_out] + STAGES[left_out + 1 :]
    with pytest.raises(InvalidPipeline, match=f"{STAGES[left_out + 1].name} takes"):
        build(models(), stages)
