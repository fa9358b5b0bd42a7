"""Names in languages whose letters have no capitals: what stands beside them tells that somebody is named.

The article is cut into tokens anew, so that names and offices begin and end where tokens do, and read like any other.
"""

import re
from functools import cache

from synoptic.language.names import name_words
from synoptic.language.people import PeopleTable, people_table
from synoptic.language.territories import TerritoryRole, find_territory
from synoptic.language.titles import titles_of
from synoptic.records.parse import Parse
from synoptic.stages.extract.mentions.caseless.chinese import chinese_names
from synoptic.stages.extract.mentions.caseless.found import Found, without_overlap
from synoptic.stages.extract.mentions.caseless.japanese import japanese_names
from synoptic.stages.extract.mentions.caseless.korean import KoreanWords, korean_names
from synoptic.stages.extract.mentions.caseless.signs import Signs
from synoptic.stages.extract.mentions.caseless.spaced import spaced_names, surnames_again
from synoptic.stages.extract.mentions.caseless.tokens import joined, recut
from synoptic.stages.extract.mentions.caseless.words import Words

# The place and the reporter in brackets before the first sentence ("[오사카=이서준 특파원]").
_DATELINE = re.compile(r"(?m)^\s*(?:\[[^\]\n]{2,40}\]|【[^】\n]{2,40}】)")

__all__ = ["Found", "called", "read_caseless"]


def called(name: str, surname: str) -> tuple[str, ...]:
    """The parts of a name as its other uses in the article are held against them: folded, the surname last.

    A surname alone is one part, with the title behind it or not.
    """
    rest = name.replace(surname, "", 1) if surname and not name.startswith(f"{surname} ") else ""
    return tuple(part for words in (rest, surname or name) if (part := "".join(name_words(words))))


def read_caseless(text: str, parse: Parse) -> tuple[Parse, tuple[Found, ...]]:
    """The parse of a text with tokens laid anew, and the names found in it, in order, without overlap.

    A parse in a language that writes capitals, or that has no table of people, comes back as it was, with no names.
    """
    table = people_table(parse.language)
    if table is None or parse.parsed:
        return parse, ()
    cut = _unglued(joined(parse, text), text, table)
    names, edges = _names(text, cut, table)
    notices = [match.span() for match in _DATELINE.finditer(text)]
    found = without_overlap([name for name in names if not any(a <= name.start < b for a, b in notices)])
    inside = {place for name in found for place in range(name.start + 1, name.end)}
    edges = {edge for edge in edges if edge not in inside}
    edges |= {edge for name in found for edge in (name.start, name.end)}
    return recut(cut, text, edges), tuple(found)


def _names(text: str, parse: Parse, table: PeopleTable) -> tuple[list[Found], set[int]]:
    """The names of people, the surest first, and where tokens must be cut besides."""
    if parse.language in _UNSPACED:
        signs = Signs(text, parse.language, table)
        return _UNSPACED[parse.language](signs), _edges(signs)
    if parse.language == "ko":
        syllables = KoreanWords(text, parse, table)
        return korean_names(syllables), {word.end for word in syllables.words}
    words = Words(parse, table)
    names = spaced_names(words)
    return [*names, *surnames_again(words, names)], set()


_UNSPACED = {"zh": chinese_names, "ja": japanese_names}


def _edges(signs: Signs) -> set[int]:
    """Where offices and lands begin and end in signs that no spaces part."""
    spans = [*signs.offices.items(), *signs.lands.items()]
    return {edge for span in spans for edge in span}


def _unglued(parse: Parse, text: str, table: PeopleTable) -> Parse:
    """Cuts off letters glued in front of an office, an honorific or a land."""
    if not table.prefixes:
        return parse
    known = _titles(parse.language)
    edges = []
    for token in parse.tokens:
        if token.text in known:
            continue
        for prefix in table.prefixes:
            bare = token.text.removeprefix(prefix)
            if bare != token.text and len(bare) > 1 and (bare in known or _is_land(bare, parse.language)):
                edges.append(token.start + len(prefix))
                break
    return recut(parse, text, edges)


@cache
def _titles(language: str) -> frozenset[str]:
    """The first words of offices, and honorifics."""
    titles = titles_of(language)
    return titles.honorifics | {office.words[0] for offices in titles.offices.values() for office in offices}


def _is_land(word: str, language: str) -> bool:
    found = find_territory(word, language) if len(word) > 2 else None
    return found is not None and found.role in (TerritoryRole.NAME, TerritoryRole.CAPITAL)
