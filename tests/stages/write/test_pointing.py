"""Pointing: words that lean on a sentence before them are known, and others are left in peace."""

import pytest

from synoptic.adapters.models.spacy_tagger import SpacyTagger
from synoptic.stages.write.pointing import bare_subjects, everybody_knows, points_back

TAGGER = SpacyTagger()


@pytest.mark.parametrize(
    ("text", "leans"),
    [
        ("The mayor of Orvik opened a school.", False),
        ("The harbour board said that the two are unrelated.", True),
        ("The mayor said that that period has to come to a close.", True),
        ("The latest gyrations came as a bank failed.", True),
        ("Just six laps later, Holm crashed into the wall.", True),
        ("Three years after leaving Orvik, Holm became mayor.", False),
        ("The flags were waved seconds later.", True),
        ("Holm denied it on Monday.", True),
        ("The race was stopped shortly afterwards with 21 laps completed.", True),
        ("The chart below shows how the price of salt fell in Orvik.", True),
        ("The girls were flown to Orvik, said another local source.", True),
        ("Ada Holm said she would build a bridge.", False),
        ("Two boys were among the dead, they said.", True),
        ("It is not clear whether the bridge will hold.", False),
        ("The company said it would build its bridge in Orvik.", False),
        ("The council will announce such plans in May.", True),
        ("Cities such as Orvik need bridges.", False),
        ("Holm will seal the title if Brand wins here.", True),
        ("The mayor thanked those who built the bridge.", False),
    ],
)
def test_what_leans_on_words_before_it_is_known(text: str, leans: bool) -> None:
    """Demonstratives, numbers without a noun, pronouns without an antecedent, times after something unnamed."""
    parse = TAGGER.parse([text], "en")[0]
    assert points_back(parse, parse.tokens, ()) is leans


@pytest.mark.parametrize(
    ("text", "nouns"),
    [
        ("The move comes two years after the storm.", ["move"]),
        ("The coalition, focusing on trade, can act.", ["coalition"]),
        ("The harbour board of Orvik said so.", []),
        ("Holm said the move was wrong.", ["move"]),
        ("A bridge was built, and the bridge fell.", []),
    ],
)
def test_a_subject_that_the_alone_describes_is_bare(text: str, nouns: list[str]) -> None:
    """Nothing but "the" says which move or coalition it is; what the words have named before is no such thing."""
    parse = TAGGER.parse([text], "en")[0]
    assert [token.text for token in bare_subjects(parse.tokens)] == nouns


def test_some_nouns_need_no_introduction() -> None:
    """Everybody knows which government is meant, and nobody which move."""
    assert everybody_knows("government")
    assert not everybody_knows("move")
