"""Names: whether two of them name one person or body, across spellings, scripts and orders."""

from synoptic.language.names.compare import NameMatch, same_name
from synoptic.language.names.fold import fold, name_words, sound
from synoptic.language.names.given import gender_of_given_name

__all__ = ["NameMatch", "fold", "gender_of_given_name", "name_words", "same_name", "sound"]
