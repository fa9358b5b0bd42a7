"""Names: whether two of them name one person or body, across spellings, scripts and orders."""

from synoptic.language.names.bodies import without_legal_form
from synoptic.language.names.compare import NameMatch, one_person, same_name
from synoptic.language.names.distance import likeness
from synoptic.language.names.fold import fold, name_words, same_word, sound
from synoptic.language.names.given import gender_of_given_name

__all__ = [
    "NameMatch",
    "fold",
    "gender_of_given_name",
    "likeness",
    "name_words",
    "one_person",
    "same_name",
    "same_word",
    "sound",
    "without_legal_form",
]
