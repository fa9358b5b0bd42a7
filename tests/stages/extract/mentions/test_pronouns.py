"""Pronouns: "he" and "she" mean whom a reader would take them to mean."""

import pytest

from tests.stages.extract.mentions.reader import pronouns


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Daniel Okello met Anna Virtanen. She praised the harbour.", "Anna Virtanen", ["She praised"]),
        ("Daniel Okello met Peter Novak in Rome. He promised help.", "Daniel Okello", ["He promised"]),
        ("Daniel Okello spoke to Peter Novak and signed a treaty with him.", "Peter Novak", ["him."]),
        ('Daniel Okello said: "He will never come back." Peter Novak heard it.', "Daniel Okello", []),
        ("Mrs. Brandt and Mr. Osei met. She spoke first.", "Brandt", ["She spoke"]),
    ],
)
def test_a_pronoun_means_the_most_prominent_person_who_fits(text: str, name: str, expected: list[str]) -> None:
    """Gender, grammar, nearness and quotation marks decide."""
    assert pronouns(text)[name] == expected


def test_a_pronoun_before_any_person_means_nobody() -> None:
    """Nothing is guessed forward."""
    assert all(not found for found in pronouns("He slept. Later Daniel Okello came.").values())
