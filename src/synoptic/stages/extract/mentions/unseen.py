"""Full names of people that the model passed over, and their surnames: "Ahlo Tamira ... Tamira said"."""

from synoptic.language.names import gender_of_given_name
from synoptic.records.annotation import EntityKind
from synoptic.records.parse import Token
from synoptic.stages.extract.mentions.marks import Name
from synoptic.stages.extract.mentions.reading import Reading
from synoptic.stages.extract.mentions.signs import signs_of_person

_LONGEST = 4
# Where a surname stands that is used alone for a person.
_ACTING = frozenset({"nsubj", "nsubjpass", "poss", "dobj", "pobj"})
# At least this share of a line's words is in small letters: no heading in capitals.
_SMALL = 0.5


def unseen_people(reading: Reading, covered: set[int]) -> list[tuple[int, int, str]]:
    """Runs of two to four proper nouns in no name, as token ranges with the reason to take them for a person.

    A person's is one of which a title, an age, "who" or the given name tells so, or whose last word alone, without an
    article, acts elsewhere.
    """
    found = []
    for first, last in _runs(reading, covered):
        name = Name(first, last, EntityKind.PERSON, reading.text(first, last), reading.words[first:last], first)
        if gender_of_given_name(reading.words[first]) or signs_of_person(reading, name):
            found.append((first, last, "proper nouns with a sign of a person"))
        elif _acts_alone(reading, last - 1):
            found.append((first, last, f"proper nouns whose last, “{reading.tokens[last - 1].text}”, stands for them"))
    return found


def is_first_name(reading: Reading, index: int, surname: int) -> bool:
    """Whether a proper noun inside a sentence belongs to the surname behind it as its given name."""
    token = reading.tokens[index]
    inside = index > 0 and reading.sentence(index - 1) == reading.sentence(index)
    return inside and token.dep == "compound" and token.head == surname and _fits(reading, set(), token)


def _runs(reading: Reading, covered: set[int]) -> list[tuple[int, int]]:
    runs, first = [], 0
    tokens = reading.tokens
    while first < len(tokens):
        last = first
        while last < len(tokens) and _fits(reading, covered, tokens[last]):
            if last > first and reading.sentence(last) != reading.sentence(first):
                break
            last += 1
        if 2 <= last - first <= _LONGEST and _is_one(reading, first, last) and not _in_heading(reading, first):
            runs.append((first, last))
        first = max(last, first + 1)
    return runs


def _fits(reading: Reading, covered: set[int], token: Token) -> bool:
    word = reading.words[token.index]
    return (
        token.tag == "NNP"
        and token.text[0].isupper()
        and not token.text.isupper()
        and token.text.isalpha()
        and token.index not in covered
        and token.index not in reading.named
        and not reading.small(word)
        and word not in reading.titles.honorifics
        and word not in reading.titles.offices
        and word not in reading.titles.bodies | reading.titles.places
        and reading.territory(token.index, token.index + 1) is None
    )


def _is_one(reading: Reading, first: int, last: int) -> bool:
    """Whether all words depend on the last, which does not belong to a further noun ("Tell River bridge")."""
    head = reading.tokens[last - 1]
    inside = all(token.head == head.index and token.dep == "compound" for token in reading.tokens[first : last - 1])
    return inside and head.dep not in ("compound", "nmod", "amod")


def _in_heading(reading: Reading, index: int) -> bool:
    """Whether most words of the sentence have a capital letter."""
    number = reading.sentence(index)
    begin, end = reading.parse.sentences[number]
    words = [token.text for token in reading.tokens[begin:end] if token.text.isalpha()]
    return sum(word.islower() for word in words) < _SMALL * len(words)


def _acts_alone(reading: Reading, index: int) -> bool:
    """Whether the last word of a run stands elsewhere without the words before it, as one who acts or owns."""
    for place in reading.places_of(reading.tokens[index].text):
        token = reading.tokens[place]
        before = reading.tokens[place - 1] if place else token
        alone = place == 0 or not (before.text[0].isupper() or before.pos in ("DET", "ADJ", "NOUN"))
        if place != index and alone and token.pos == "PROPN" and token.dep in _ACTING:
            return True
    return False
