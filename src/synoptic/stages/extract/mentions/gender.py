"""What an article tells of a person's gender, as far as it helps to resolve pronouns."""

from synoptic.stages.extract.mentions.nominals import Figure
from synoptic.stages.extract.mentions.reading import Reading


def gender_of(reading: Reading, figure: Figure) -> str:
    """ "m", "f" or "" as titles and offices tell ("Mrs.", "king"); "" where they disagree or tell nothing."""
    told = {name.gender for name in figure.names} | {office.gender for office, _ in figure.held + figure.nominals}
    told.discard("")
    return told.pop() if len(told) == 1 else ""
