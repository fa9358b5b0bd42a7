"""Why two bodies, places or things of different articles are one: their words, lands, initials and short forms."""

from synoptic.language.groups import read_group
from synoptic.language.names import without_legal_form
from synoptic.language.territories import find_territory
from synoptic.language.titles import titles_of
from synoptic.records.annotation import EntityKind
from synoptic.stages.link.entity_groups import Local, company, in_singular
from synoptic.stages.link.written import same_in_cases

# Shorter names are too often different things of one name.
_RARE = 5
# Abbreviations of fewer letters are those of too many.
_LETTERS = 3
_SHORTENED = frozenset({EntityKind.ORGANIZATION, EntityKind.PLACE, EntityKind.OTHER})
_MADE = frozenset({EntityKind.ORGANIZATION, EntityKind.OTHER})


def same_thing(local: Local, other: Local) -> str:
    """Why two bodies, places or things are one: the same words or territory, an acronym, "Gaza" in "Gaza Strip"."""
    kinds = {local.entity.kind, other.entity.kind}
    if len(kinds) > 1 and EntityKind.OTHER not in kinds:
        return typed_apart(local, other)
    left, right = local.territory, other.territory
    if left and right:
        return f"both name {left}" if left == right else ""
    if local.words == other.words:
        return "the same name"
    if left or right:
        return ""
    if same_in_cases(local, other):
        return f"“{local.entity.name}” is “{other.entity.name}” in another case and script"
    called = f"“{local.entity.name}” and “{other.entity.name}”"
    if kinds <= _MADE and without_legal_form(local.words) == without_legal_form(other.words):
        return f"{called} are one name but for the legal form"
    if kinds <= _MADE and company(local) == company(other) != ():
        return f"{called} are one name but for the sort of company"
    if local.public and local.public == other.public:
        return f"{called} are names of one public body or place"
    if kinds == {EntityKind.OTHER} and in_singular(local.words) == in_singular(other.words):
        return f"{called} are one name in the singular and the plural"
    return _short_for(local, other, kinds)


def _short_for(local: Local, other: Local, kinds: set[EntityKind]) -> str:
    """Why one of two names is short for the other."""
    short, long = sorted((local, other), key=lambda one: len(one.words))
    if (short.words in long.shorter or (short.public and short.public in long.shorter)) and (
        kinds <= _MADE or len(kinds) == 1
    ):
        return f"“{short.entity.name}” is what an article calls “{long.entity.name}” for short"
    if kinds <= _MADE and (shared := _shared_abbreviation(local, other)):
        return f"“{local.entity.name}” and “{other.entity.name}” are both called {shared.upper()}"
    if len(short.words) == 1 and len(long.words) > 1 and kinds <= _SHORTENED:
        initials = "".join(word[0] for word in long.words if word not in titles_of("en").of)
        if short.words[0] == initials and short.entity.name.isupper():
            return f"“{short.entity.name}” are the initials of “{long.entity.name}”"
        if kinds == {EntityKind.PLACE} and long.words[0] == short.words[0] and long.words[-1] in titles_of("en").places:
            return f"“{short.entity.name}” is short for “{long.entity.name}”"
    return ""


def _shared_abbreviation(local: Local, other: Local) -> str:
    """What two articles both call a body for short, other than by a word of its name; "" where there is none.

    In one language the full names share a word besides: two bodies may have the same initials.
    """
    if local.language == other.language and not {*local.words} & {*other.words} - titles_of("en").of:
        return ""
    written = {*local.words, *other.words}
    short = (words[0] for words in local.shorter & other.shorter if len(words) == 1)
    return min((word for word in short if len(word) >= _LETTERS and word not in written), default="")


def typed_apart(local: Local, other: Local) -> str:
    """Why one name that was typed differently in two articles is one: rare, and known to no table."""
    if is_company(local) or is_company(other):
        left, right = without_legal_form(local.words), without_legal_form(other.words)
    else:
        left, right = local.words, other.words
    if left != right or len("".join(left)) < _RARE:
        return ""
    known = any(find_territory(one.entity.name, one.language) for one in (local, other))
    bodies = titles_of("en").bodies
    if known or any(word in bodies for word in local.words):
        return ""
    return f"the same name, taken for a {local.entity.kind} and a {other.entity.kind}"


def is_company(local: Local) -> bool:
    """Whether a name bears a legal form, as those of companies alone do."""
    body = local.entity.kind is EntityKind.ORGANIZATION
    return body and without_legal_form(local.words) != local.words


def same_group(local: Local, other: Local) -> str:
    """Why two groups or matters without a name are one: one class of noun, and nothing says that they are others'."""
    if other.named or other.is_person:
        return ""
    left, right = (read_group(one.entity.name, one.language) for one in (local, other))
    if left is None or right is None or left[0] != right[0] or len({left[1], right[1]} - {""}) > 1:
        return ""
    return f"“{local.entity.name}” and “{other.entity.name}” are called by nouns of one class"
