"""People whose names two accounts write in two scripts: by their consonants, by how signs are read, by one office."""

from synoptic.language.names.fold import fold
from synoptic.language.names.parted import name_parts
from synoptic.language.names.readings import read_as_japanese, read_as_korean
from synoptic.language.names.scripts import across_scripts, same_word_across, script_of, unlike_scripts, word_likeness
from synoptic.stages.link.entity_groups import Local

# A surname in signs of sounds is that of a holder of the same office from this likeness on.
_SURE = 0.8


def same_across(local: Local, other: Local, office: str) -> str:
    """Why two full names in two scripts are one person's; "" where nothing tells. `office` is one that both hold."""
    if not unlike_scripts(local.entity.name, other.entity.name):
        return ""
    one, another = (name_parts(each.entity.name, each.language) for each in (local, other))
    called = f"“{local.entity.name}” and “{other.entity.name}”"
    for signs, latin, written in ((one, another, local), (another, one, other)):
        script = script_of(written.entity.name)
        if script == "HANGUL" and read_as_korean(signs, latin):
            return f"{called} are read alike"
        if script == "CJK":
            read = read_as_japanese(signs, latin)
            if read:
                return f"{called} are read alike"
            if read is None and office:
                return f"the family names of {called} are read alike, and {office}"
        sounded = script == "CJK" and bool(office) and written.entity.name.isalpha()
        if sounded and word_likeness(written.entity.name, latin[-1]) >= _SURE:
            return f"{called} have the same consonants in two scripts, and {office}"
    score = across_scripts(one, another)
    if score:
        return f"{called} have the same consonants in two scripts ({score:.2f})"
    return ""


def part_across(local: Local, other: Local, end: int, office: str) -> bool:
    """Whether a name of one word is the first (0) or last (-1) part of a full name in another script.

    Short ones must be of people who hold one office of one land.
    """
    if not unlike_scripts(local.entity.name, other.entity.name):
        return False
    short = name_parts(local.entity.name, local.language)
    full = name_parts(other.entity.name, other.language)
    if len(short) != 1 or len(full) < 2 or (end == 0 and not office):
        return False
    return same_word_across(short[0], full[end], sure=bool(office))


def read_apart(local: Local, other: Local) -> bool:
    """Whether two full names stand in signs and in letters, which each language reads in its own way.

    "金正恩" and "Kim Jong Un" cannot be compared: that both hold one land's office tells more.
    """
    scripts = {script_of(each.entity.name) for each in (local, other)}
    return len(scripts) == 2 and "CJK" in scripts


def joined_parts(name: str, language: str) -> tuple[str, ...]:
    """The folded parts of a person's name, each one word: "习近平" is "xi" and "jinping"."""
    return tuple(part for written in name_parts(name, language) if (part := fold(written).replace(" ", "")))
