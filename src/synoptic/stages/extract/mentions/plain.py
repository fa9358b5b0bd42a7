"""Names in a language without a model: capitalised sequences, territories, titles."""

from synoptic.stages.extract.mentions.marks import Name
from synoptic.stages.extract.mentions.reading import Reading


def find_plain_names(reading: Reading) -> tuple[Name, ...]:
    """All names of the article, in order, without overlap."""
    return ()
