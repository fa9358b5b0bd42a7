"""The parts of a person's name as written, in scripts whose parts no spaces part: family name and given name."""

import re
from functools import lru_cache

from synoptic.language.people import people_readings, people_table
from synoptic.language.tables import primary_language
from synoptic.language.titles import titles_of

_DOTS = re.compile("[·•・‧＝\\s]+")
_SIGNS = re.compile("^[\u3400-\u9fff々〆\u3041-\u3096]+$")
_SYLLABLES = re.compile("^[\uac00-\ud7a3]+$")
# Full names of Japanese have a family name of two signs mostly, those of Koreans three syllables.
_FAMILY, _FULL = 2, 3


@lru_cache(maxsize=65536)
def name_parts(name: str, language: str | None) -> tuple[str, ...]:
    """The parts of a name, in the order in which they are written; a title behind it is no part.

    A family name that no table tells is taken for two signs of Japanese; of Chinese the name stays whole.
    """
    code = primary_language(language)
    table = people_table(code)
    parts = tuple(part for part in _DOTS.split(name) if part)
    if table is None or code not in ("zh", "ja", "ko"):
        return tuple(name.split())
    if len(parts) == 2 and code == "ko" and titles_of(code).office_ending(parts, 2):
        parts = parts[:1]
    if len(parts) != 1:
        return parts
    family = table.surname_of(name)
    if code == "ko":
        native = _SYLLABLES.match(name) and len(name) - len(family) == _FAMILY
        return (family, name[len(family) :]) if family and native else parts
    if not _SIGNS.match(name):
        return parts
    if code == "zh" and (not family or len(name) - len(family) > _FAMILY):
        family = next((name[:size] for size in (_FULL, _FAMILY) if name[:size] in people_readings("ja")), "")
    if code == "ja" and len(family) < _FAMILY and len(name) >= _FULL:
        family = name[:_FAMILY]
    rest = name[len(family) :]
    return (family, rest) if family and 0 < len(rest) < _FULL and not rest.endswith(table.behind) else parts
