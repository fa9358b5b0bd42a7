"""Offices as written: which office, of which territory, held when ("the late Cuban leader")."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from synoptic.language.names.fold import fold
from synoptic.language.territories import find_territory, homeland, names_a_people
from synoptic.language.titles import titles_of
from synoptic.language.tokens import tokenize

_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class WrittenOffice:
    """The class of an office, its noun, the territory's code ("" where none is named), and "past", "future" or ""."""

    kind: str
    noun: str
    territory: str = ""
    shift: str = ""


@lru_cache(maxsize=8192)
def read_office(text: str, language: str = "en") -> WrittenOffice | None:
    """The office that a phrase names; None where it holds no word for one."""
    titles = titles_of(language)
    written = _parted(text, language) or [span.of(text) for span in tokenize(text)]
    words = [part for word in written for part in word.lower().replace("-", " - ").split()]
    ends = [end for end in range(1, len(words) + 1) if titles.office_ending(words, end)]
    if not ends:
        return None
    offices = [(office, end) for end in ends if (office := titles.office_ending(words, end))]
    office, _ = max(offices, key=lambda entry: (len(entry[0].words), -entry[1]))
    shift = next((key for word in words for key in ("past", "future", "under") if word in getattr(titles, key)), "")
    return WrittenOffice(office.kind, fold(" ".join(office.words)), _territory(written, language), shift)


def _parted(text: str, language: str) -> list[str]:
    """A phrase in signs that no spaces part: what stands before the longest office that it ends in, and the office.

    What changes the office ("前") stands alone, and a particle between the two is left out.
    """
    titles = titles_of(language)
    if not _UNSPACED.search(text):
        return []
    office = next((text[at:] for at in range(len(text)) if titles.office_ending([text[at:]], 1)), "")
    if not office:
        return []
    before = text.removesuffix(office)
    for word in sorted(titles.genitive):
        before = before.removesuffix(word)
    shift = next((word for word in sorted(titles.past | titles.future) if before.endswith(word)), "")
    return [part for part in (before.removesuffix(shift), shift, office) if part]


def _territory(written: list[str], language: str) -> str:
    """The territory named by the most words of a phrase."""
    for size in (4, 3, 2, 1):
        for first in range(len(written) - size + 1):
            found = find_territory(
                " ".join(written[first : first + size]).removesuffix("'s").removesuffix("’s"), language
            )
            if found is not None:
                return found.code
    for before, word in pairwise(["", *written]):
        if word[:1].isupper() and (names_a_people(word) or before.lower() in titles_of(language).of):
            return homeland(word)
    return ""
