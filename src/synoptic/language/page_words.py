"""Page words: what teasers, page furniture, captions, bylines, datelines and credits of a language look like.

Tables `data/<language>/clean.toml`, made by hand; `data/agencies.tsv` holds the agencies of all languages. English is
read beside every language: pages of all languages carry English furniture.
"""

from dataclasses import dataclass
from functools import cache
from importlib import resources

from synoptic.language.tables import language_table, primary_language


@dataclass(frozen=True, slots=True, eq=False)
class PageWords:
    """The table of one language joined with the English one; phrases are in lower case.

    There is one a language, compared by identity, so that patterns can be cached by it. `months` gives a month's number
    by its name, `language` is BCP 47; the other fields are explained in `data/en/clean.toml`.
    """

    teaser_whole: frozenset[str]
    teaser_start: tuple[str, ...]
    teaser_continued: tuple[str, ...]
    furniture_whole: frozenset[str]
    furniture_start: tuple[str, ...]
    furniture_within: tuple[str, ...]
    furniture_sections: frozenset[str]
    furniture_missing: tuple[str, ...]
    caption_start: tuple[str, ...]
    caption_photo: tuple[str, ...]
    caption_positions: tuple[str, ...]
    caption_notices: tuple[str, ...]
    byline_start: tuple[str, ...]
    byline_and: tuple[str, ...]
    byline_bios: tuple[str, ...]
    byline_bio_verbs: tuple[str, ...]
    byline_tail: tuple[str, ...]
    time_stamps: tuple[str, ...]
    time_of: tuple[str, ...]
    dateline_not_places: frozenset[str]
    dateline_labels: tuple[str, ...]
    outlet_words: frozenset[str]
    credit_agency_behind: tuple[str, ...]
    credit_agency_before: tuple[str, ...]
    credit_with: tuple[str, ...]
    credit_via: tuple[str, ...]
    credit_agency_cues: tuple[str, ...]
    credit_agency_verbs: tuple[str, ...]
    credit_releases: tuple[str, ...]
    credit_release_cues: tuple[str, ...]
    credit_release_of: tuple[str, ...]
    credit_outlet_cues: tuple[str, ...]
    months: tuple[tuple[str, int], ...]
    language: str


@dataclass(frozen=True, slots=True)
class Agency:
    """A news or picture agency; `forms` are all ways to write it, `weak`: its abbreviation is a common word too."""

    name: str
    forms: tuple[str, ...]
    weak: bool


_COMPARED = frozenset(
    {"teaser_whole", "teaser_start", "furniture_missing", "furniture_whole", "furniture_start", "furniture_within"}
    | {"furniture_sections", "caption_start", "byline_start", "byline_tail", "dateline_not_places", "outlet_words"}
)
"""Lists that lines are compared with by their folded letters ("ß" is "ss", "ς" is "σ" there)."""


@cache
def page_words(language: str | None) -> PageWords:
    """The words for pages in `language` (BCP 47); English alone where there is no table."""
    tables = [language_table("en", "clean")]
    if primary_language(language) != "en" and (own := language_table(language, "clean")):
        tables.insert(0, own)

    def joined(field: str) -> tuple[str, ...]:
        group, _, key = field.partition("_")
        phrases = (phrase for table in tables for phrase in table[group].get(key, ()))
        return tuple(dict.fromkeys(phrase.casefold() if field in _COMPARED else phrase for phrase in phrases))

    sets = {"teaser_whole", "furniture_whole", "furniture_sections", "dateline_not_places", "outlet_words"}
    names = [name for name in PageWords.__dataclass_fields__ if name not in ("months", "language")]
    months = {word: number for table in reversed(tables) for number, forms in _months(table) for word in forms}
    tuples = {name: joined(name) for name in names if name not in sets}
    return PageWords(
        **tuples,  # type: ignore[arg-type]  # the keys are exactly the tuple fields
        **{name: frozenset(joined(name)) for name in names if name in sets},  # type: ignore[arg-type]
        language=primary_language(language),
        months=tuple(sorted(months.items(), key=lambda pair: (-len(pair[0]), pair[0]))),
    )


@cache
def agencies() -> tuple[Agency, ...]:
    """All known agencies, in the order of the table."""
    place = resources.files("synoptic.language") / "data" / "agencies.tsv"
    found = []
    for line in place.read_text(encoding="utf-8").split("\n"):
        if not line.strip() or line.startswith("#"):
            continue
        name, others, weak = [*line.split("\t"), "", ""][:3]
        found.append(Agency(name, (name, *(form for form in others.split("|") if form)), weak.strip() == "weak"))
    return tuple(found)


type _Table = dict[str, dict[str, list[str]]]


def _months(table: _Table) -> list[tuple[int, list[str]]]:
    return [(number, list(forms)) for number, forms in enumerate(table["time"]["months"], start=1)]
