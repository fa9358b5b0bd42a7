"""Whom "he" and "she" mean: the most salient person before them that can be meant."""

from collections.abc import Sequence

from synoptic.stages.extract.mentions.nominals import Figure
from synoptic.stages.extract.mentions.reading import Reading

# How many sentences a pronoun looks back, and what counts for a person: a mention as subject, a mention one sentence
# nearer, being the subject of the sentence before, each mention so far (at most four).
_REACH = 3
_SUBJECT, _NEARER, _PARALLEL, _TOPIC = 2.0, 1.5, 1.0, 0.25
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "agent")
_REFLEXIVE = frozenset({"himself", "herself"})


def resolve_pronouns(reading: Reading, figures: Sequence[Figure]) -> None:
    """Gives each third-person pronoun of a person to the figure it means, where one stands out."""
    quoted = _quoted(reading)
    for index, word in enumerate(reading.words):
        sex = reading.titles.pronouns.get(word)
        if sex is None or reading.tokens[index].pos not in ("PRON", "DET", ""):
            continue
        ranked = sorted(
            (
                (score, -number)
                for number, figure in enumerate(figures)
                if (score := _salience(reading, figure, index, sex, quoted)) is not None
            ),
            reverse=True,
        )
        if ranked and (len(ranked) == 1 or ranked[0][0] - ranked[1][0] >= 0.25):
            figure = figures[-ranked[0][1]]
            figure.pronouns.append((index, f"the nearest and most prominent person before “{word}”"))
            if not figure.gender:
                figure.gender = sex


def _salience(reading: Reading, figure: Figure, index: int, sex: str, quoted: Sequence[bool]) -> float | None:
    """How prominent a figure is where a pronoun stands; None where it cannot be meant."""
    if figure.gender and figure.gender != sex:
        return None
    here = reading.sentence(index)
    before = [place for place in _places(figure) if place < index and here - reading.sentence(place) <= _REACH]
    if not before or _blocked(reading, figure, index, quoted):
        return None
    best = max(_weight(reading, place, index) for place in before)
    return best + _TOPIC * min(4, len([place for place in _places(figure) if place < index]))


def _places(figure: Figure) -> list[int]:
    return sorted(
        [name.last - 1 for name in figure.names]
        + [office.head for office, _ in figure.nominals]
        + [office.head for office, _ in figure.held]
        + [place for place, _ in figure.pronouns]
    )


def _weight(reading: Reading, place: int, index: int) -> float:
    gap = reading.sentence(index) - reading.sentence(place)
    token = _top(reading, place)
    subject = reading.tokens[token].dep in _SUBJECTS
    pronoun_subject = reading.tokens[index].dep in _SUBJECTS
    return (
        _SUBJECT * subject
        - _NEARER * gap
        + _PARALLEL * (subject and pronoun_subject)
        + 0.5 * (not subject and gap == 0 and not pronoun_subject)
    )


def _top(reading: Reading, place: int) -> int:
    """The head of the noun phrase of a mention: up through titles, parts of names and appositions."""
    while reading.tokens[place].dep in ("compound", "appos", "flat", "nmod", "punct"):
        if reading.tokens[place].head == place:
            break
        place = reading.tokens[place].head
    return place


def _blocked(reading: Reading, figure: Figure, index: int, quoted: Sequence[bool]) -> bool:
    """Whether grammar forbids it: "he saw him" are two people, and a speaker is not "he" in his own quotation."""
    token = reading.tokens[index]
    tops = {_top(reading, place) for place in _places(figure)}
    if token.text.lower() not in _REFLEXIVE and token.dep in ("dobj", "dative", "pobj"):
        subjects = _subjects(reading, index)
        if any(top in subjects for top in tops):
            return True
    if not quoted[index]:
        return False
    here = reading.sentence(index)
    return any(
        not quoted[top] and reading.sentence(top) == here and reading.tokens[top].dep in _SUBJECTS for top in tops
    )


def _subjects(reading: Reading, index: int) -> set[int]:
    """The subjects of the verb that a token depends on, also through prepositions and coordinated verbs."""
    at = reading.tokens[index].head
    for _ in range(8):
        token = reading.tokens[at]
        if token.pos in ("VERB", "AUX"):
            found = {child.index for child in reading.parse.children(at) if child.dep in _SUBJECTS}
            if found or token.dep not in ("conj", "xcomp", "advcl"):
                return found
        if token.head == at:
            break
        at = token.head
    return set()


def _quoted(reading: Reading) -> list[bool]:
    """For each token whether it stands inside quotation marks of its sentence's paragraph."""
    inside, flags = False, []
    previous = 0
    for token in reading.tokens:
        if "\n" in reading.article.text[previous : token.start]:
            inside = False
        previous = token.end
        if token.text in ("“", "«", "„", "``"):
            inside = True
        elif token.text in ("”", "»", "''"):
            inside = False
        elif token.text == '"':
            inside = not inside
        flags.append(inside)
    return flags
