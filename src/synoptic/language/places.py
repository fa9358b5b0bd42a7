"""Cities, states and continents by their names in many languages: "Nueva York" and "New York" are one place.

Continents and the cities that time zones are named after come from ICU (CLDR) in every language that it has; further
cities and states whose names change between languages from `data/places.toml`.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from icu import Locale, TimeZone, TimeZoneNames

from synoptic.language.cases import case_forms, has_cases
from synoptic.language.names.fold import fold
from synoptic.language.tables import shared_table

# UN M.49 codes, as ICU's regions have them.
_CONTINENTS = ("002", "003", "005", "009", "013", "019", "142", "150", "419")
# Zones that are named after stations, islands without a city, or rules.
_NO_CITIES = ("Antarctica/", "Etc/", "SystemV/", "US/", "Canada/", "Mexico/", "Brazil/", "Chile/", "Arctic/")


def known_place(name: str, language: str = "en") -> str:
    """The English name of a city, state or continent that has this name in a language or in English; "" for others."""
    key = fold(name)
    return _table(language).get(key, "") or _table("en").get(key, "")


@cache
def _table(language: str) -> Mapping[str, str]:
    """English names by folded names in one language, in all cases that the language has."""
    if not language:
        return MappingProxyType({})
    table: dict[str, str] = {}
    for name, place in _named(Locale("en"), Locale(language)):
        for form in case_forms(name) if has_cases(language) else (name,):
            table.setdefault(fold(form), place)
    return MappingProxyType(table)


def _named(english: Locale, other: Locale) -> Iterator[tuple[str, str]]:
    """Names of places in a language, each with the English one."""
    for place, forms in shared_table("places")["names"].items():
        yield from ((form, place) for form in (place, *forms))
    for code in _CONTINENTS:
        yield Locale("", code).getDisplayCountry(other), Locale("", code).getDisplayCountry(english)
    called, written = TimeZoneNames.createInstance(english), TimeZoneNames.createInstance(other)
    for zone in TimeZone.createEnumeration():
        if "/" in zone and not zone.startswith(_NO_CITIES):
            name, form = called.getExemplarLocationName(zone), written.getExemplarLocationName(zone)
            if name and form:
                yield form, name
