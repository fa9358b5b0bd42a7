"""The pair model keeps the law of its port."""

from collections.abc import Sequence
from functools import cache
from importlib import resources

import numpy as np
import pytest
from numpy.typing import NDArray

from synoptic.adapters import models
from synoptic.adapters.models.pair_model import PairModel
from synoptic.records.sentence import Sentence

TOLD = "The ferry Astrid sank off Calmar on Friday night and nine passengers drowned."
AGAIN = "Nine people died when the Astrid went down late on Friday, the coast guard said."
NEAR = "The ferry Astrid was built in 1987 and had been repaired in Calmar in the spring."
OTHERS = (
    "had new engines",
    "was named after a queen",
    "used to run on Sundays",
    "cost nine million crowns",
    "had been painted in March",
)
ABROAD = (
    (
        "es",
        "Nueve personas murieron al hundirse el transbordador Astrid la noche del viernes frente a Calmar.",
        "El transbordador Astrid fue construido en 1987 y reparado en Calmar en primavera.",
    ),
    (
        "de",
        "Beim Untergang der Fähre Astrid vor Calmar starben in der Nacht zum Samstag neun Menschen.",
        "Die Fähre Astrid wurde 1987 gebaut und im Frühjahr in Calmar überholt.",
    ),
    (
        "fr",
        "Neuf passagers sont morts dans le naufrage du ferry Astrid, vendredi soir au large de Calmar.",
        "Le ferry Astrid, construit en 1987, avait été réparé à Calmar au printemps.",
    ),
)
FAR = "Tickets for the summer concerts in the old brewery go on sale next week."


@cache
def scorer() -> PairModel:
    """One model for all tests."""
    return PairModel()


def scored(pairs: Sequence[tuple[str, str]]) -> NDArray[np.float64]:
    """The log-odds of pairs of sentences that stand at the beginning of their accounts."""
    return scorer().score([(Sentence(one), Sentence(other)) for one, other in pairs])


def test_the_same_fact_in_other_words_is_likelier_than_a_neighbour_in_topic() -> None:
    """A retelling scores above another statement about the ferry, and this above something else."""
    again, near, far = scored([(TOLD, AGAIN), (TOLD, NEAR), (TOLD, FAR)])
    assert again > near > far


@pytest.mark.parametrize(("language", "again", "near"), ABROAD)
def test_a_fact_is_told_in_another_language(language: str, again: str, near: str) -> None:
    """A retelling in another language scores above a neighbour in topic there, for an English and for its own side."""
    for told in (Sentence(TOLD), Sentence(again.replace("Astrid", "„Astrid“"), language=language)):
        known, other = scorer().score([(told, Sentence(again, "", language)), (told, Sentence(near, "", language))])
        assert known > other


def test_english_pairs_are_scored_the_same_beside_foreign_ones() -> None:
    """An account in Spanish changes no score of two English sentences: another network reads it."""
    language, again, _ = ABROAD[0]
    foreign = (Sentence(TOLD), Sentence(again, "", language))
    mixed = scorer().score([(Sentence(TOLD), Sentence(AGAIN)), foreign, (Sentence(TOLD), Sentence(NEAR))])
    assert mixed[[0, 2]].tolist() == scored([(TOLD, AGAIN), (TOLD, NEAR)]).tolist()


def test_the_order_of_the_two_sentences_does_not_count() -> None:
    """(a, b) scores as (b, a), exactly."""
    assert scored([(TOLD, AGAIN)]) == scored([(AGAIN, TOLD)])


def test_neither_the_order_of_the_pairs_nor_asking_twice_counts() -> None:
    """The same sentences in the call give the same numbers, exactly, one a pair, in order."""
    pairs = [(TOLD, NEAR), (FAR, AGAIN), (TOLD, AGAIN)]
    one, two, three = scored(pairs)
    turned = scored([(AGAIN, TOLD), *pairs[1::-1], (NEAR, TOLD)])
    assert turned.tolist() == [three, two, one, one]


def test_what_every_sentence_of_the_story_says_counts_for_less() -> None:
    """The same two sentences share less where all the others of the call name the ferry and its end, too."""
    others = [f"The ferry Astrid, which sank off Calmar with nine passengers, {rest}." for rest in OTHERS]
    elsewhere = [f"The mayor of Harnow, who took office in the autumn, {rest}." for rest in OTHERS]
    common = scored([(TOLD, AGAIN), *((TOLD, other) for other in others)])[0]
    rare = scored([(TOLD, AGAIN), *((TOLD, other) for other in elsewhere)])[0]
    assert common < rare


def test_the_sentence_before_tells_whom_a_pronoun_means() -> None:
    """Behind a sentence on the minister "he" is likelier the minister than behind one on the goalkeeper."""
    named = Sentence("Finance minister Olav Brenner said that the bank would have to close.")
    minister, keeper = "Olav Brenner, the finance minister, met the press.", "Goalkeeper Pim Aske came home on Monday."
    his, other = [Sentence("He said that it would have to close.", before) for before in (minister, keeper)]
    ours, theirs = scorer().score([(named, his), (named, other)])
    assert ours > theirs


def test_what_stands_before_is_not_compared() -> None:
    """Two sentences that share no fact stay apart behind the same sentence."""
    together = scorer().score(
        [(Sentence(TOLD, NEAR), Sentence(FAR, NEAR)), (Sentence(TOLD, NEAR), Sentence(AGAIN, FAR))]
    )
    assert together[0] < together[1]


@pytest.mark.parametrize("text", ["", "…", "\u200b", "港口" * 200, "word " * 400])
def test_any_text_gets_a_number(text: str) -> None:
    """Empty, unreadable or overlong sentences are scored, too."""
    assert np.isfinite(scored([(text, TOLD), (text, text)])).all()
    foreign = Sentence(text, text, "fr")
    assert np.isfinite(scorer().score([(foreign, Sentence(TOLD)), (foreign, foreign)])).all()


def test_no_pairs_give_no_scores() -> None:
    """Nothing in, nothing out."""
    assert scored([]).shape == (0,)


def test_the_models_are_small_enough_to_ship() -> None:
    """The files of each of the two networks stay under 30 MB."""
    folder = resources.files(models).joinpath("data")
    abroad = {file.name: "abroad" in file.name for file in folder.iterdir() if file.name.startswith("pair_model")}
    for kind in (True, False):
        sizes = [len(folder.joinpath(name).read_bytes()) for name, foreign in abroad.items() if foreign is kind]
        assert 0 < sum(sizes) < 30_000_000
