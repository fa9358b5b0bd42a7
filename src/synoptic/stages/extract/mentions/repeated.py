"""Further occurrences of the names of an article, and of what is short for them, where the model saw none."""

from collections.abc import Sequence

from synoptic.records.annotation import EntityKind
from synoptic.stages.extract.mentions.marks import Name
from synoptic.stages.extract.mentions.naming import make_name
from synoptic.stages.extract.mentions.reading import Reading


def repeated_names(reading: Reading, names: Sequence[Name]) -> list[Name]:
    """Further occurrences, letter by letter, of names and of the surnames of people, where the model saw none."""
    known: dict[str, list[tuple[tuple[str, ...], EntityKind, bool]]] = {}
    for name in names:
        if name.kind is EntityKind.OTHER and not _is_thing(reading, name):
            continue
        texts = tuple(token.text for token in reading.tokens[name.first : name.last])
        for form in sorted({texts, *_short(texts, name.kind)}):
            entry = (form, name.kind, form == texts)
            if entry not in known.setdefault(form[0], []):
                known[form[0]].append(entry)
    for entries in known.values():
        entries.sort(key=lambda entry: (-len(entry[0]), not entry[2]))
    covered, found = {at for name in names for at in range(name.first, name.last)}, []
    for index, token in enumerate(reading.tokens):
        for form, kind, whole in known.get(token.text, ()):
            last = index + len(form)
            taken = any(at in covered for at in range(index, last))
            same = tuple(other.text for other in reading.tokens[index:last]) == form
            if same and not taken and _proper(reading, index, last) and (whole or _stands_for(reading, kind, index)):
                found.append(make_name(reading, index, last, kind, "the same name elsewhere in the article"))
                covered.update(range(index, last))
                break
    return found


def _is_thing(reading: Reading, name: Name) -> bool:
    """Whether a name of no other kind is a thing's, not that of a people or a feast of common words."""
    words = reading.words[name.first : name.last]
    return reading.territory(name.first, name.last) is None and not any(reading.small(word) for word in words)


def _proper(reading: Reading, first: int, last: int) -> bool:
    """Whether capitals tell a name here: a tag says so, or the word is never written small and means this alone."""
    if not reading.capital(first):
        return False
    if last - first > 1 or any(token.pos in ("PROPN", "ADJ") for token in reading.tokens[first:last]):
        return True
    return not reading.small(reading.words[first])


def _surname(texts: tuple[str, ...]) -> tuple[str, ...]:
    """The last word with all that is hyphened to it."""
    first = len(texts) - 1
    while first >= 2 and texts[first - 1] == "-":
        first -= 2
    return texts[first:]


def _short(texts: tuple[str, ...], kind: EntityKind) -> set[tuple[str, ...]]:
    """The surname of a person, the last word of a body ("the Gazette")."""
    if kind is EntityKind.PERSON:
        return {_surname(texts)}
    return {texts[-1:]} if kind is EntityKind.ORGANIZATION and texts[-1].istitle() else set()


def _stands_for(reading: Reading, kind: EntityKind, index: int) -> bool:
    """Whether the last word stands here for a whole name: of a body only as a proper noun after "the"."""
    if kind is not EntityKind.ORGANIZATION:
        return True
    return index > 0 and reading.tokens[index].pos == "PROPN" and reading.words[index - 1] in reading.titles.definite
