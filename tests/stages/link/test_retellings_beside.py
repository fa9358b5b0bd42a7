"""What two accounts share beside others, and whether the one names the other's outlet."""

from dataclasses import replace

import numpy as np
import pytest

from synoptic.records.span import Span
from synoptic.stages.link.retellings.beside import NOTHING, Accounts
from synoptic.stages.link.retellings.naming import names, spoken
from synoptic.stages.link.retellings.narration import Narration
from synoptic.stages.link.retellings.order import Order
from synoptic.stages.link.retellings.scale import shipped_scale
from tests.stages.cluster.accounts import article

AXES = np.eye(6, dtype=np.float32)


def narration(axes: list[int], used: str) -> Narration:
    """An account whose sentences lie on axes of their own, with the terms that it uses."""
    rows = AXES[axes]
    spans = tuple(Span(number, number + 1) for number in range(len(axes)))
    return Narration("en", spans, rows, rows, {}, {}, frozenset(used))


def accounts() -> Accounts:
    """Two accounts with three statements in common, a third that has one of them, a fourth that has none."""
    told = [narration([0, 1, 2], "abcd"), narration([2, 1, 0], "abce"), narration([0, 3], "af"), narration([4, 5], "g")]
    return Accounts([article(name, "") for name in "wxyz"], told)


def test_what_another_account_has_too_is_no_sign() -> None:
    """Beside an account that states one of three common statements two of three remain, and fewer words."""
    alone = accounts().shared(0, 1, (), near=0.15)
    beside = accounts().shared(0, 1, (2, 3), near=0.15)
    assert alone.mutual == 1.0
    assert beside.mutual == pytest.approx(2 / 3)
    assert (alone.rare, beside.rare) == (0.75, 0.5)


def test_a_pair_is_seen_beside_the_likest() -> None:
    """Of the accounts apart the likest are asked, and no more than two; those of a pair itself are not."""
    one = narration([0, 1, 2], "")
    told = [one, one, narration([5], ""), narration([0, 3], ""), narration([1, 2], "")]
    found = Accounts([article(name, "") for name in "vwxyz"], told)
    assert found.likest(0, 1, ()) == (3, 4)
    assert found.likest(0, 1, (2, 4)) == (3,)


def test_an_account_without_sentences_is_asked_for_nothing() -> None:
    """Empty accounts stand in no comparison."""
    told = [narration([0, 1], ""), narration([0, 1], ""), narration([], "")]
    assert Accounts([article(name, "") for name in "xyz"], told).likest(0, 1, ()) == ()


@pytest.mark.parametrize(
    ("outlet", "name"),
    [
        ("Norhaven Ferries plc regulatory announcement", "Norhaven Ferries"),
        ("Minas do Vale S.A.", "Minas do Vale"),
        ("Ostmark Rail AG", "Ostmark Rail"),
        ("Ministry of Health, Republic of Lume", "Ministry of Health"),
        ("Alpine Press (English service)", "Alpine Press"),
        ("UNO", ""),
        ("", ""),
    ],
)
def test_names_as_they_are_spoken(outlet: str, name: str) -> None:
    """Legal forms, brackets, plain words and what follows a comma are left out; too short a name is none."""
    assert spoken(outlet) == name


def test_naming_asks_for_the_whole_name_of_another_outlet() -> None:
    """Half a name, a part of a word and one's own name are no naming."""
    release = replace(article("a", "We will sail again on Monday."), outlet="Norhaven Ferries plc")
    assert names(article("b", "Boats stay in port, Norhaven Ferries said."), release)
    assert not names(article("b", "Boats stay in Norhaven."), release)
    assert not names(article("b", "NewNorhaven Ferriesmen met."), release)
    assert not names(replace(article("b", "Norhaven Ferries said so."), outlet="Norhaven Ferries"), release)


def test_alone_order_tells_alone() -> None:
    """Without two accounts beside the pair what it shares adds nothing; beside them it adds."""
    order = Order(10, 0.2, 0.1, 3.0, 6, 0.8)
    shared = replace(NOTHING, mutual=0.5, rare=0.2, named=True)
    scale = shipped_scale()
    assert scale.alone.probability(order, shared) == scale.alone.probability(order, NOTHING)
    assert scale.beside.probability(order, shared) > scale.beside.probability(order, NOTHING)
