"""When the main event of one article takes place."""

import pytest

from synoptic.stages.weigh.main_event import main_event_of
from tests.stages.annotated import annotated

FILLER = "The hall is old. It has two doors. The roof is red. The floor is made of oak."


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Mayor opens market\nThe mayor opened a market in Bergen on Monday.", "2031-05-05"),
        ("Mayor opens market\nAfter Sunday's feast the mayor opened a market in Bergen on Monday.", "2031-05-05"),
        ("Mayor opens market\nThe mayor opened a market. It was raining on Sunday.", "2031-05-04"),
        (
            f"Mayor opens market\nThe mayor opened a market. {FILLER} He had slept badly on Sunday. "
            "The market was opened by the mayor on Monday.",
            "2031-05-05",
        ),
        (f"Mayor opens market\nThe mayor opened a market. {FILLER} His birthday was on Sunday.", "2031-05-06"),
    ],
)
def test_the_day_is_that_of_the_sentences_nearest_to_the_title(text: str, day: str) -> None:
    """First the main sentence, then the first ones, then what is told of the title; else the article's own day."""
    found = main_event_of(annotated(text, "one"))
    assert found.when is not None
    assert found.when.value == day
