"""Territories: which country or region a name, a demonym or a capital stands for, in any language that has a table.

English names come from rigour, those in other languages from ICU, capitals and English demonyms from countryinfo, the
rest from `data/<language>/territories.toml`.
Codes are ISO 3166-1 alpha-2 in lower case, with a suffix for subdivisions ("us-ca"), as in rigour.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from itertools import product

from countryinfo import CountryInfo
from icu import Locale
from rigour.territories import get_territories

from synoptic.language.cases import case_forms, has_cases
from synoptic.language.names.fold import fold
from synoptic.language.tables import language_table


class TerritoryRole(StrEnum):
    """How words stand for a territory: as its name, people, capital, seat of government, or a part of it."""

    NAME = "name"
    DEMONYM = "demonym"
    CAPITAL = "capital"
    SEAT = "seat"
    REGION = "region"


@dataclass(frozen=True, slots=True)
class TerritoryWord:
    """The territory that words stand for, and how."""

    code: str
    role: TerritoryRole


# Territories whose demonym belongs to another country first ("Indian", "French") or is its own name.
_NO_PEOPLE = frozenset({"io", "tf", "gi", "dj", "do"})
_SECTIONS = (("capitals", TerritoryRole.CAPITAL), ("seats", TerritoryRole.SEAT), ("names", TerritoryRole.NAME))
_PEOPLE_ENDINGS = ("ian", "ians", "ean", "eans", "ese", "ish", "ite", "ites", "an", "ans")
_HOME_ENDINGS = tuple(sorted((*_PEOPLE_ENDINGS, "ia", "ea", "a", "e", "y", "o"), key=lambda ending: -len(ending)))
_SHORTEST_STEM = 4
UNTABLED = "x-"
"""How the code of a country begins that no table knows."""
# Words that rigour or countryinfo know as a territory, and that in running text are mostly something else.
_NOT_TERRITORIES = frozenset({"jersey", "reunion", "south", "north", "west", "east", "central", "states", "union"})


@lru_cache(maxsize=65536)
def find_territory(words: str, language: str = "en") -> TerritoryWord | None:
    """The territory that `words` stand for; a leading article is ignored, case counts for up to three letters."""
    key = _key(words)
    if not key or key in _NOT_TERRITORIES:
        return None
    found = _table(language).get(key) or _table("en").get(key)
    if found is not None and len(key) <= 3 and words != words.upper() and found.role is TerritoryRole.NAME:
        return None
    return found


@lru_cache(maxsize=65536)
def homeland(word: str) -> str:
    """A code for a country that no table knows: "x-marv" for "Marvia" and "Marvian", "" for a word too short."""
    folded = fold(word)
    for ending in _HOME_ENDINGS:
        if folded.endswith(ending) and len(folded) - len(ending) >= _SHORTEST_STEM:
            return UNTABLED + folded.removesuffix(ending)
    return ""


@lru_cache(maxsize=65536)
def names_a_people(word: str) -> bool:
    """Whether a word ends as English words for peoples do ("Marvian", "Ostrese")."""
    return fold(word).endswith(_PEOPLE_ENDINGS)


@cache
def territory_name(code: str) -> str:
    """The English name of a territory."""
    return _territories().get(code, code)


def _key(words: str) -> str:
    key = " ".join(words.replace("’", "'").casefold().split())
    for article in ("the ", "el ", "la ", "los ", "las ", "le ", "les ", "l'", "die ", "der ", "das ", "de ", "gli "):
        if key.startswith(article) and len(key) > len(article) + 2:
            key = key.removeprefix(article)
            break
    return key


@cache
def _territories() -> dict[str, str]:
    return {territory.code: territory.name for territory in get_territories()}


@cache
def _table(language: str) -> dict[str, TerritoryWord]:
    """Everything that can be looked up in one language, by folded words."""
    table: dict[str, TerritoryWord] = {}
    if language == "en":
        _add_names(table)
        _add_demonyms(table)
    elif language:
        _add_translated(table, language)
    content = language_table(language or "en", "territories")
    for section, role in _SECTIONS:
        for code, names in content.get(section, {}).items():
            for name in names:
                table[_key(name)] = table[name.casefold()] = TerritoryWord(code, role)
    for code, forms in content.get("demonyms", {}).items():
        for form in forms.split():
            for word in _inflected(form.replace("_", " "), content["endings"]):
                for prefix in ("", *content.get("prefixes", ())):
                    table.setdefault(_key(prefix + word), TerritoryWord(code, TerritoryRole.DEMONYM))
    return table


def _add_names(table: dict[str, TerritoryWord]) -> None:
    """The English names of territories, and the regions that rigour lists under them."""
    territories = [territory for territory in get_territories() if not territory.is_historical]
    for territory in sorted(territories, key=lambda territory: (territory.is_country, territory.code)):
        for name in (territory.name, territory.full_name, territory.in_sentence):
            table[_key(name or "")] = TerritoryWord(territory.code, TerritoryRole.NAME)
    for territory in territories:
        for place in territory.places or ():
            table.setdefault(_key(place), TerritoryWord(territory.code, TerritoryRole.REGION))


def _add_demonyms(table: dict[str, TerritoryWord]) -> None:
    """Capitals and English demonyms."""
    for country in CountryInfo("Iran").all().values():  # any country gives all of them
        code = str(country.get("ISO", {}).get("alpha2", "")).lower()
        if code not in _territories() or code in _NO_PEOPLE:
            continue
        capital: str | list[str] = country.get("capital") or []
        for name in [capital] if isinstance(capital, str) else capital:
            known = table.get(_key(name))
            if known is None or known.role is TerritoryRole.REGION:
                table[_key(name)] = TerritoryWord(code, TerritoryRole.CAPITAL)
        for demonym in str(country.get("demonym") or "").split(","):
            for word in (demonym.strip(), demonym.strip() + "s") if demonym.strip() else ():
                table.setdefault(_key(word), TerritoryWord(code, TerritoryRole.DEMONYM))


def _add_translated(table: dict[str, TerritoryWord], language: str) -> None:
    """The names of countries in another language (ICU's, from CLDR)."""
    written = (language, "zh_Hant") if language == "zh" else (language,)
    for code, tongue in product(_territories(), written):
        if len(code) == 2:
            name = Locale("", code.upper()).getDisplayCountry(Locale(tongue))
            if name and name.upper() != code.upper():
                word = table[_key(name)] = table[name.casefold()] = TerritoryWord(code, TerritoryRole.NAME)
                for form in case_forms(name) if has_cases(language) else ():
                    table.setdefault(_key(form), word)


def _inflected(form: str, endings: list[str]) -> list[str]:
    if not form.endswith("+"):
        return [form]
    stem = form[:-1]
    if endings[0] == "o":
        stem = stem.removesuffix("o")
        return [stem + ending for ending in endings]
    return [stem, *(stem + ending for ending in endings)]
