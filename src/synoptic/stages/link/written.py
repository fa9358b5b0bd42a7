"""Names that two languages write with different letters and endings of case."""

from synoptic.language.cases import has_cases, is_case_of
from synoptic.language.names import same_word
from synoptic.stages.link.entity_groups import Local


def same_in_cases(local: Local, other: Local) -> bool:
    """Whether two names are one, of which a language with cases writes the one without its ending."""
    if has_cases(local.language) == has_cases(other.language) or len(local.words) != len(other.words):
        return False
    return all(_one_word(local, other, number, number) for number in range(len(local.words)))


def one_part(local: Local, other: Local, end: int) -> bool:
    """Whether a name of one word is the first (0) or last (-1) word of a full one."""
    if has_cases(local.language) == has_cases(other.language):
        return same_word(local.words[0], other.words[end])
    return _one_word(local, other, 0, end)


def _one_word(local: Local, other: Local, number: int, place: int) -> bool:
    one, another = local.words[number], other.words[place]
    return is_case_of(one, another) if has_cases(local.language) else is_case_of(another, one)
