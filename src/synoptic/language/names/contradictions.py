"""What makes two like names two: another generation, a man's and a woman's given name, north and south."""

from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType

from synoptic.language.names.fold import sound, writes_no_vowels
from synoptic.language.names.given import gender_of_given_name
from synoptic.language.names.pairing import both_parts, pair_names
from synoptic.language.names.parts import Part
from synoptic.language.tables import shared_table

# Names so short are another name where they begin with another sound ("Wei", "Lei"); longer ones may be misspelt.
_SHORT = 4
_FULL = 2


def contradiction(left: str, right: str, person: bool) -> str:
    """Why two names cannot be one, in words; "" where nothing speaks against it. Which is left means nothing."""
    one, other = both_parts(left, right, person)
    if not person:
        return _opposed(one, other)
    told = [{_generations()[part.text] for part in parts if part.text in _generations()} for parts in (one, other)]
    if all(told) and not told[0] & told[1]:
        return "they tell two generations apart"
    pairing = pair_names(left, right, person)
    spelt = not writes_no_vowels(left) and not writes_no_vowels(right)
    bare = spelt and len(pairing.pairs) == _FULL and not pairing.left and not pairing.right
    for first, second, score in pairing.pairs:
        if score < 1.0 and (reason := _two_given_names(first.text, second.text, bare)):
            return reason
    return ""


def _two_given_names(one: str, other: str, bare: bool) -> str:
    """Why two words are two given names; short ones only in a `bare` name, of a given name and a surname."""
    sexes = {gender_of_given_name(one), gender_of_given_name(other)}
    if sexes == {"m", "f"}:
        return f"“{one}” and “{other}” are a man's and a woman's name"
    short = bare and 1 < len(one) <= _SHORT and 1 < len(other) <= _SHORT
    if short and sound(one)[:1] != sound(other)[:1]:
        return f"“{one}” and “{other}” are two short names"
    return ""


def _opposed(one: Sequence[Part], other: Sequence[Part]) -> str:
    for line in _opposites():
        here, there = ({part.text for part in parts} & line for parts in (one, other))
        if (
            here
            and there
            and not here & there
            and {sound(word)[:1] for word in here}.isdisjoint(sound(word)[:1] for word in there)
        ):
            return f"“{min(here)}” is not “{min(there)}”"
    return ""


@cache
def _generations() -> Mapping[str, str]:
    return MappingProxyType({word: number for number, words in _table("generations").items() for word in words.split()})


@cache
def _opposites() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(words.split()) for words in _table("opposites").values())


def _table(section: str) -> Mapping[str, str]:
    found: Mapping[str, str] = shared_table("names/forms")[section]
    return found
