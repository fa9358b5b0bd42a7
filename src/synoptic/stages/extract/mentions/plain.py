"""Names in a language without a model: capitalised words in a row, territories, what stands after a title."""

import re
from collections.abc import Sequence
from dataclasses import replace

from synoptic.language.cases import case_stem, has_cases
from synoptic.language.groups import group_table, noun_ending
from synoptic.language.names import gender_of_given_name
from synoptic.language.names.fold import fold
from synoptic.language.places import known_place
from synoptic.language.tables import primary_language
from synoptic.language.terms import background, terms
from synoptic.language.territories import TerritoryRole
from synoptic.language.titles import titles_of
from synoptic.records.annotation import EntityKind
from synoptic.records.parse import Parse, Token
from synoptic.stages.extract.mentions.caseless import Found, called
from synoptic.stages.extract.mentions.glued import is_figure, is_made
from synoptic.stages.extract.mentions.marks import Name, OfficePhrase
from synoptic.stages.extract.mentions.names import title_end
from synoptic.stages.extract.mentions.naming import make_name
from synoptic.stages.extract.mentions.reading import Reading
from synoptic.stages.extract.mentions.repeated import repeated_names

# An article or preposition that runs into the next word: "l'Iran", "d'Anna", "dell'Unione".
_ELIDED = re.compile(r"(?i)^(?:[ldnsjmtc]|qu|un|dell|all|nell|sull|dall|quest|quell)['’](?=\w)")
# A name and the common noun that a hyphen binds to it ("Aerovisa-toestellen"), where a language writes so.
_COMPOUND = re.compile(r"^([^\W\d_]*[^\W_a-zà-ÿ][^\W_]*)-([^\W\d_]{4,})$")
_COMPOUNDING = frozenset({"nl", "af", "da", "nb", "no", "nn", "sv"})
# Small words between the parts of a name ("Luiz Inácio da Silva", "Ursula von der Leyen").
_INNER = frozenset(
    {"de", "del", "della", "di", "da", "do", "dos", "das", "du", "des", "la", "las", "los", "le", "van", "von", "der"}
    | {"den", "ten", "ter", "el", "al", "bin", "ibn", "ben", "abu", "y", "e", "of"}
)
_LAND_AND_NAME = 3
# A number behind a name has at most so many digits; four are mostly a year.
_MODEL = 3
# So many letters has a part of an abbreviation at most.
_LETTERS = 2
# Marks after which a capital letter tells nothing.
_OPENINGS = frozenset({"«", "“", "„", '"', "—", "–", ":", "(", "¿", "¡", "•", "'", "‘", "`", ">"})
# Small words that join two names rather than the parts of one, and those that only names have.
_BETWEEN = frozenset({"y", "e", "of", "des"})
_PARTICLES = frozenset({"von", "da", "dos", "bin", "ibn", "al"})
# Languages that write every noun with a capital letter.
_ALL_NOUNS = frozenset({"de", "lb"})
_CASELESS = frozenset({"ar", "fa", "he", "ur", "hi", "bn", "th", "zh", "ja", "ko", "ka", "am", "ta", "te", "my", "km"})


def unelided(parse: Parse) -> Parse:
    """The parse with elided articles, and nouns bound to a name, as tokens of their own: names begin and end right."""
    cuts = [_cut(token.text, primary_language(parse.language)) for token in parse.tokens]
    if not any(cuts):
        return parse
    tokens: list[Token] = []
    place: list[int] = []
    for token, cut in zip(parse.tokens, cuts, strict=True):
        place.append(len(tokens))
        for start, end in ((0, cut), (cut, len(token.text))) if cut else ((0, len(token.text)),):
            text, index = token.text[start:end], len(tokens)
            tokens.append(Token(index, token.start + start, token.start + end, text, text.lower(), "", "", "", index))
    place.append(len(tokens))
    return Parse(tuple(tokens), tuple((place[a], place[b]) for a, b in parse.sentences), (), parse.language)


def _cut(text: str, language: str) -> int:
    """Where a token falls into two; 0 where it does not."""
    elided = _ELIDED.match(text)
    if elided:
        return elided.end()
    bound = _COMPOUND.match(text) if language in _COMPOUNDING else None
    if bound is None or not bound[2].islower():
        return 0
    titles = titles_of(language)
    head = bound[1].lower()
    own = text.lower() in titles.offices or head in titles.offices or head in titles.past | titles.under
    return 0 if own else bound.end(1)


def find_plain_names(reading: Reading, found: Sequence[Found] = ()) -> tuple[Name, ...]:
    """All names of the article, in order, without overlap; in letters without case those found there, and lands."""
    if reading.language in _CASELESS:
        return _without_case(reading, found)
    known = _inside_sentences(reading)
    names: list[Name] = []
    for first, last in _runs(reading):
        names += _names(reading, first, last, known)
    if reading.language in _ALL_NOUNS:
        names = [name for name in names if name.kind is not EntityKind.OTHER or len(name.words) > 1]
    names = [_placed(reading, name) for name in _like_full_names(names)]
    return tuple(sorted(names + repeated_names(reading, names)))


def _placed(reading: Reading, name: Name) -> Name:
    """A name of no known kind as a place where it is that of a city, state or continent in this language."""
    if name.kind is not EntityKind.OTHER or not known_place(name.text, reading.language):
        return name
    return replace(name, kind=EntityKind.PLACE, reason="the name of a city, state or continent")


def beside_offices(reading: Reading, names: Sequence[Name], offices: Sequence[OfficePhrase]) -> tuple[Name, ...]:
    """The names with those as people that stand right after an office or, past a comma, beside one."""
    if reading.language in _CASELESS:
        return tuple(names)
    ends = {office.last for office in offices}
    ends |= {end + 1 for end in ends if end < len(reading.tokens) and reading.tokens[end].text == ","}
    starts = {office.first for office in offices}
    found = []
    for name in names:
        comma = name.last < len(reading.tokens) and reading.tokens[name.last].text == ","
        beside = name.first in ends or (comma and name.last + 1 in starts)
        if name.kind is EntityKind.OTHER and beside and len(name.words) < 5:
            name = replace(name, kind=EntityKind.PERSON, reason="a name beside an office")
        found.append(name)
    found = _like_full_names(found)
    return tuple(sorted(found + repeated_names(reading, found)))


def _without_case(reading: Reading, found: Sequence[Found]) -> tuple[Name, ...]:
    starts = {token.start: token.index for token in reading.tokens}
    ends = {token.end: token.index + 1 for token in reading.tokens}
    names = [
        replace(
            make_name(reading, starts[name.start], ends[name.end], name.kind, name.reason),
            words=called(reading.article.text[name.start : name.end], name.surname),
        )
        for name in found
    ]
    covered = {index for name in names for index in range(name.first, name.last)}
    for index in range(len(reading.tokens)):
        territory = reading.territory(index, index + 1) if index not in covered else None
        if territory is not None and territory.role is not TerritoryRole.DEMONYM:
            names.append(make_name(reading, index, index + 1, EntityKind.PLACE, "name of a territory"))
    return tuple(sorted(names))


def _inside_sentences(reading: Reading) -> frozenset[str]:
    """The words that the article writes with a capital letter inside a sentence."""
    starts = {first for first, _ in reading.parse.sentences}
    return frozenset(
        token.text
        for token in reading.tokens
        if token.index not in starts and token.text[0].isupper() and reading.tokens[token.index - 1].text[0].isalpha()
    )


def _runs(reading: Reading) -> list[tuple[int, int]]:
    """Capitalised words in a row inside a sentence, with small words between them."""
    runs = []
    for first, last in reading.parse.sentences:
        index = first
        while index < last:
            if not _named(reading, index):
                index += 1
                continue
            end = index + 1
            while end < last:
                end = _past_points(reading, end, last)
                small = end
                while small < last and small - end < 3 and reading.words[small] in _INNER:
                    small += 1
                small += small == end and small < last and reading.tokens[small].text == "&"
                if small >= last or not _named(reading, small):
                    break
                if small > end and reading.tokens[end].text != "&" and not _joins(reading, index, end):
                    break
                end = small + 1
            runs.append((index, end))
            index = end
    return runs


def _past_points(reading: Reading, end: int, last: int) -> int:
    """The place past the full stop of an abbreviation that goes on: "EE." before "UU.", "D." before "Cook"."""
    while end + 1 < last and reading.tokens[end].text == "." and reading.glued(end) and _named(reading, end + 1):
        before = reading.tokens[end - 1].text
        if not before.isupper() or len(before) > _LETTERS:
            break
        if len(before) == 1 and (_function_word(reading, end + 1) or reading.tokens[end - 2].text == "&"):
            break  # the end of a sentence: "... of AT&T. Many ..."
        if len(before) > 1 and not (
            reading.glued(end + 1) or (_doubled(before) and _doubled(reading.tokens[end + 1].text))
        ):
            break
        end += 1
        if len(before) > 1 and end + 1 < last and reading.tokens[end + 1].text == "." and reading.glued(end + 1):
            return end + 2
    return end


def _doubled(text: str) -> bool:
    """Whether a word is an abbreviated plural of Spanish: "EE" for "Estados", "FF" for "Fuerzas"."""
    return len(text) == _LETTERS and text[0] == text[1]


def _named(reading: Reading, index: int) -> bool:
    """Whether a word is written like a name or a part of one: "Quito", "iPhone", "A380", the number of "Boeing 787"."""
    text = reading.tokens[index].text
    if is_made(text):
        return not is_figure(reading, index, index + 1)
    if text.isdigit():
        return _numbers_a_model(reading, index)
    return text[0].isupper() and not any(letter.isdigit() for letter in text)


def _numbers_a_model(reading: Reading, index: int) -> bool:
    """Whether a number right behind a name belongs to it: where no noun follows that it could count, and no month."""
    before, after = reading.tokens[index - 1].text, index + 1
    if index == 0 or len(reading.tokens[index].text) > _MODEL or not (before[0].isupper() or is_made(before)):
        return False
    if is_made(before):
        return True
    if after >= len(reading.tokens) or reading.sentence(after) != reading.sentence(index):
        return True
    following = reading.words[after]
    return following not in reading.titles.of and (not following.isalpha() or _function_word(reading, after))


def _joins(reading: Reading, first: int, end: int) -> bool:
    """Whether a run so far may go on with a small word: a body's does, a person's after the given name."""
    if any(word in reading.titles.bodies for word in reading.words[first:end]):
        return True
    if reading.words[end] in _BETWEEN:
        return False
    given = bool(gender_of_given_name(reading.words[first]))
    return (given and end - first == 1) or reading.words[end] in _PARTICLES


def _common(reading: Reading, index: int) -> bool:
    """Whether a word at the head of a sentence is an everyday one: written small elsewhere, or a function word."""
    return reading.small(reading.words[index]) or _function_word(reading, index)


def _function_word(reading: Reading, index: int) -> bool:
    folded = terms(reading.words[index])
    return bool(folded) and folded[0] in background(reading.language)


def _names(reading: Reading, first: int, last: int, known: frozenset[str]) -> list[Name]:
    """The names in a run of capitalised words."""
    at_start = any(first == start for start, _ in reading.parse.sentences) or (
        reading.tokens[first - 1].text in _OPENINGS
    )
    word = reading.tokens[first].text
    alone = at_start and last - first == 1 and word not in known and not word.isupper()
    if alone and reading.territory(first, last) is None:
        return []
    while last - first > 1 and at_start and reading.words[first] in reading.titles.definite:
        first += 1
    whole = reading.territory(first, last)
    if whole is not None and whole.role is TerritoryRole.NAME:
        return [make_name(reading, first, last, EntityKind.PLACE, "name of a territory")]
    while first < last and _common(reading, first) and (at_start or reading.words[first] in reading.titles.definite):
        first += 1
        at_start = False
    first += at_start and _opens(reading, first, last)
    if last - first == 1 and _no_name(reading, first):
        return []
    past_titles = title_end(reading, first, last)
    titled = past_titles > first or _after_title(reading, first)
    first = past_titles if past_titles < last else first
    first += titled and _of_land(reading, first, last)
    if first >= last or (past_titles == last and titled and last - first <= 3 and past_titles > first):
        return []
    if reading.words[first].isdigit():
        return []
    territory = reading.territory(first, last)
    if territory is not None:
        if territory.role is TerritoryRole.DEMONYM:
            return []
        return [make_name(reading, first, last, EntityKind.PLACE, "name of a territory")]
    return [make_name(reading, first, last, *_kind(reading, first, last, titled))]


def _of_land(reading: Reading, first: int, last: int) -> bool:
    """Whether a word between an office and a name tells of what land it is, by its case ("премьер-министр Сандории …").

    No table knows the land: what follows is a given name, and a surname.
    """
    if not has_cases(reading.language) or last - first != _LAND_AND_NAME:
        return False
    land, given = (_is_given(word) for word in reading.words[first : first + 2])
    return given and not land


def _is_given(word: str) -> bool:
    return any(gender_of_given_name(fold(form)) for form in (word, case_stem(word), f"{case_stem(word)}а"))


def _opens(reading: Reading, first: int, last: int) -> bool:
    """Whether a word begins a sentence and no name: the article also writes without it what follows.

    That must be a full name, since a surname too stands without the given name; or it is in capitals ("Ayer SLX").
    """
    rest = tuple(token.text for token in reading.tokens[first + 1 : last])
    if not rest or reading.words[first] in reading.titles.bodies | reading.titles.places:
        return False
    if len(rest) == 1:
        return len(rest[0]) > 1 and rest[0].isupper() and rest[0].isalpha() and reading.tokens[first].text.istitle()
    word = reading.tokens[first].text
    return any(
        place != first + 1
        and place > 0
        and reading.tokens[place - 1].text != word
        and tuple(token.text for token in reading.tokens[place : place + len(rest)]) == rest
        for place in reading.places_of(rest[0])
    )


def _no_name(reading: Reading, index: int) -> bool:
    """Whether one capitalised word is none: a letter, an everyday word, or "Gobierno" for one that is named."""
    text, word = reading.tokens[index].text, reading.words[index]
    return (
        (len(text) == 1 and text.isascii())
        or (text.istitle() and text.isalpha() and _function_word(reading, index))
        or word in group_table(reading.language).again
    )


def _after_title(reading: Reading, first: int) -> bool:
    before = first - 1
    if before < 0 or first >= len(reading.tokens) or reading.sentence(before) != reading.sentence(first):
        return False
    if reading.words[before] in reading.titles.honorifics:
        return True
    if reading.tokens[before].text == "," or reading.territory(before, first) is not None:
        before -= 1
    return before >= 0 and reading.titles.office_ending(reading.words, before + 1) is not None


def _kind(reading: Reading, first: int, last: int, titled: bool) -> tuple[EntityKind, str]:
    words, titles = reading.words[first:last], reading.titles
    text = reading.text(first, last)
    if any(word in titles.bodies for word in words) or text.lower() in titles.brands:
        return EntityKind.ORGANIZATION, "a name with a word for a body"
    if words[0] in titles.places or words[-1] in titles.places:
        return EntityKind.PLACE, "a name with a word for a place"
    if titled:
        return EntityKind.PERSON, "a name after a title"
    called = _called_before(reading, first)
    if called is not None:
        return called
    if last - first > 1 and gender_of_given_name(words[0].split("-")[0]):
        return EntityKind.PERSON, "a name that begins with a given name"
    if is_made(text) or reading.words[last - 1].isdigit():
        return EntityKind.OTHER, "written like a thing made"
    if last - first == 1 and len(text) > 1 and text.isupper():
        return EntityKind.ORGANIZATION, "an acronym"
    return EntityKind.OTHER, "capitalised words"


def _called_before(reading: Reading, first: int) -> tuple[EntityKind, str] | None:
    """The kind of a name by the noun right before it, past one word: "la empresa Aerovisa", "la ciudad de Quito"."""
    table = group_table(reading.language)
    for end in (first, first - 1):
        if end < 1 or reading.sentence(end - 1) != reading.sentence(first):
            continue
        noun = reading.words[end - 1]
        if noun_ending(table.bodies, reading.words, end) is not None:
            return EntityKind.ORGANIZATION, f"a name after “{noun}”"
        if noun_ending(table.lands, reading.words, end) is not None and noun not in table.governments:
            return EntityKind.PLACE, f"a name after “{noun}”"
    return None


def _numbers(word: str) -> bool:
    """Whether a word is a number or holds one, as the names of models do ("Aerovisa 200")."""
    return any(letter.isdigit() for letter in word)


def _like_full_names(names: list[Name]) -> list[Name]:
    """Single names typed like the person whose surname they are, and one kind for one name over the article."""
    kinds: dict[tuple[str, ...], EntityKind] = {}
    for name in names:
        if name.kind is not EntityKind.OTHER:
            kinds.setdefault(name.words, name.kind)
    for name in names:
        if name.kind is EntityKind.PERSON and len(name.words) > 1:
            kinds.setdefault(name.words[-1:], EntityKind.PERSON)
            hyphened = tuple(name.text.split()[-1].lower().split("-"))
            kinds.setdefault(name.words[-len(hyphened) :], EntityKind.PERSON)
    bodies = {name.words[0] for name in names if name.kind is EntityKind.ORGANIZATION and len(name.words) == 1}
    typed = []
    for name in names:
        if name.kind is EntityKind.OTHER:
            company = bool(name.words) and name.words[0] in bodies and not any(map(_numbers, name.text.split()))
            known = EntityKind.ORGANIZATION if company else name.kind
            name = replace(name, kind=kinds.get(name.words, known))
        typed.append(name)
    return typed
