"""What an article tells of a person's gender, as far as it helps to resolve pronouns."""

from synoptic.language.names import gender_of_given_name
from synoptic.stages.extract.mentions.nominals import Figure


def gender_of(figure: Figure) -> str:
    """The gender ("m", "f") that titles and offices tell, else the given name; "" where neither does."""
    told = {name.gender for name in figure.names} | {office.gender for office, _ in figure.held + figure.nominals}
    told.discard("")
    if not told:
        full = [name for name in figure.names if len(name.words) > 1] or figure.names
        told = {gender_of_given_name(name.words[0]) for name in full if name.words} - {""}
    return told.pop() if len(told) == 1 else ""
