"""Words that make a clause negative, planned, possible or conditional, as a table a language."""

from dataclasses import dataclass, fields
from functools import cache

from synoptic.language.tables import language_table


@dataclass(frozen=True, slots=True)
class ModalityTable:
    """Lemmas by what they do to a clause; the lists are explained in the table of English."""

    negative: frozenset[str] = frozenset()
    only: frozenset[str] = frozenset()
    denials: frozenset[str] = frozenset()
    unable: frozenset[str] = frozenset()
    possible: frozenset[str] = frozenset()
    likely: frozenset[str] = frozenset()
    conditions: frozenset[str] = frozenset()
    conditional: frozenset[str] = frozenset()
    future: frozenset[str] = frozenset()
    demanded: frozenset[str] = frozenset()
    planning: frozenset[str] = frozenset()
    seeming: frozenset[str] = frozenset()


@cache
def modality_table(language: str) -> ModalityTable:
    """The table of a language (BCP 47; the part before the hyphen counts); an empty one where there is none."""
    table = language_table(language, "statements")
    return ModalityTable(*(frozenset(table.get(field.name, ())) for field in fields(ModalityTable)))
