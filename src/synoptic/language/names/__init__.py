"""Names: whether two of them name one person or body, across spellings, scripts and orders."""

from synoptic.language.names.compare import NameMatch, same_name
from synoptic.language.names.fold import fold, name_words, sound

__all__ = ["NameMatch", "fold", "name_words", "same_name", "sound"]
