"""In a story of hundreds each account is looked at beside its nearest ones, in a smaller one beside all."""

from itertools import combinations

import numpy as np
import pytest

from synoptic.records.span import Span
from synoptic.stages.link.retellings.narration import Narration
from synoptic.stages.link.retellings.nearby import NEIGHBOURS, pairs_of


def _narration(vector: np.ndarray, language: str = "en") -> Narration:
    """An account of one sentence that means `vector`."""
    row = (vector / np.linalg.norm(vector)).astype(np.float32)[None]
    return Narration(language, (Span(0, 1),), row, row, {}, {})


def _told(number: int) -> list[Narration]:
    """Accounts of which each two neighbours are alike, the more the nearer they stand."""
    turns = np.linspace(0, np.pi / 2, number)
    return [_narration(np.array([np.cos(turn), np.sin(turn)])) for turn in turns]


@pytest.mark.parametrize("number", [0, 1, 2, NEIGHBOURS + 1])
def test_a_small_story_is_looked_at_as_a_whole(number: int) -> None:
    """Every pair is looked at, also of accounts that links join."""
    everybody = [set(range(number))] * number
    assert pairs_of(_told(number), everybody) == list(combinations(range(number), 2))


def test_of_a_large_story_the_nearest_are_looked_at() -> None:
    """Each account has its nearest ones, all together far fewer than there are pairs."""
    number = 3 * NEIGHBOURS
    found = pairs_of(_told(number), [{place} for place in range(number)])
    assert {(place, place + 1) for place in range(number - 1)} <= set(found)
    assert len(found) <= number * NEIGHBOURS
    assert (0, number - 1) not in found


def test_what_links_join_already_is_passed_over() -> None:
    """Accounts of one family are no pair, also where the link goes by way of a third; others take their place."""
    number = 2 * NEIGHBOURS
    kin = [{place} for place in range(number)]
    for one, other in ((0, 1), (1, 2)):
        kin[one].add(other)
        kin[other].add(one)
    found = pairs_of(_told(number), kin)
    assert not {(0, 1), (1, 2), (0, 2)} & set(found)
    assert (0, 3) in found


def test_accounts_in_two_languages_are_near_by_meaning() -> None:
    """Words tell nothing across languages: an account is looked at beside the one that means the same."""
    told = [*_told(2 * NEIGHBOURS), _narration(np.array([1.0, 0.0]), "es")]
    assert (0, len(told) - 1) in pairs_of(told, [{place} for place in range(len(told))])
