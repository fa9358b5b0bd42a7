"""What the words around a name tell of its kind."""

from synoptic.language.groups import group_table, noun_ending
from synoptic.language.names import gender_of_given_name
from synoptic.stages.extract.mentions.marks import Name
from synoptic.stages.extract.mentions.reading import Reading

# Votes beside the model's labels, which change from sentence to sentence: a title in front or an age behind outweighs
# several of them, an apposition or a relative "who" two, a given name one.
STRONG, WEAK, SLIGHT = 4, 2, 1


def signs_of_person(reading: Reading, name: Name) -> int:
    """Votes for a person: titles, an age, "who", an office in apposition, a given name."""
    before = name.first - 1
    votes = 0
    if before >= 0 and reading.sentence(before) == reading.sentence(name.first):
        office = reading.titles.office_ending(reading.words, name.first)
        if reading.words[before] in reading.titles.honorifics or (office is not None and reading.capital(before)):
            votes += STRONG
        elif office is not None and len(name.words) > 1:
            votes += WEAK
    if 1 < len(name.words) < 5 and gender_of_given_name(name.words[0]):
        votes += SLIGHT
    return votes + _signs_behind(reading, name)


def _signs_behind(reading: Reading, name: Name) -> int:
    """Votes of what follows a name: ", 34,", "who", ", the mayor of ..."."""
    at, last = name.last, len(reading.tokens)
    comma = at < last and reading.tokens[at].text == ","
    at += comma
    if at >= last:
        return 0
    word = reading.words[at]
    if comma and word.isdigit() and len(word) < 4 and at + 1 < last and reading.tokens[at + 1].text in (",", "."):
        return STRONG
    if word == "who":
        return WEAK
    for index in range(at, min(at + 4, last)) if comma and len(name.words) > 1 else ():
        token = reading.tokens[index]
        if token.dep == "appos" and name.first <= token.head < name.last:
            return WEAK if reading.titles.office_ending(reading.words, index + 1) is not None else 0
    return 0


def stands_where_places_stand(reading: Reading, name: Name) -> bool:
    """Whether a name stands after "in", or after "of" and an office or a land ("leader of Marvia", "town of Oster")."""
    before = name.first - 1
    if before < 0 or reading.sentence(before) != reading.sentence(name.first):
        return False
    word = reading.words[before]
    if word not in reading.titles.of:
        return word == "in"
    lands = group_table(reading.language).lands
    return (
        reading.titles.office_ending(reading.words, before) is not None
        or noun_ending(lands, reading.words, before) is not None
    )
