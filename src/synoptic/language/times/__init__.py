"""Time expressions: found in running text and normalised to TIMEX3, in any language that has a table."""

from synoptic.language.times.bearing import dates_its_sentence
from synoptic.language.times.tagger import find_timexes

__all__ = ["dates_its_sentence", "find_timexes"]
