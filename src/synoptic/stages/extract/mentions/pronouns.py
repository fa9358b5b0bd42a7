"""Whom "he" and "she" mean: the most salient person before them that can be meant."""

from bisect import insort
from collections.abc import Sequence

from synoptic.stages.extract.mentions.nominals import Figure
from synoptic.stages.extract.mentions.reading import Reading

# How many sentences a pronoun looks back, and what counts for a person: a mention as subject, a mention one sentence
# nearer, being the subject of the sentence before, each mention so far (at most four).
_REACH = 3
_SUBJECT, _NEARER, _PARALLEL, _TOPIC = 2.0, 1.5, 1.0, 0.25
# The owner of a subject ("Okello's plan ..."), and a mention in the pronoun's own clause.
_OWNER, _CLAUSE = 1.5, 1.5
# The least lead over the next person, and how many mentions back a pronoun looks at most.
_MARGIN, _RECENT = 0.25, 200
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "agent")
_REFLEXIVE = frozenset({"himself", "herself"})


def resolve_pronouns(reading: Reading, figures: Sequence[Figure]) -> None:
    """Gives each third-person pronoun of a person to the figure it means, where one stands out."""
    quoted = quoted_tokens(reading)
    mentions = sorted((place, number) for number, figure in enumerate(figures) for place in _places(figure))
    counts = [0] * len(figures)
    passed = 0
    for index, word in enumerate(reading.words):
        sex = reading.titles.pronouns.get(word)
        if sex is None or reading.tokens[index].pos not in ("PRON", "DET", ""):
            continue
        while passed < len(mentions) and mentions[passed][0] < index:
            counts[mentions[passed][1]] += 1
            passed += 1
        near = _near(reading, mentions[:passed] if passed < _RECENT else mentions[passed - _RECENT : passed], index)
        ranked = sorted(
            (
                (max(weight(reading, place, index) for place in places) + _TOPIC * min(4, counts[number]), -number)
                for number, places in near.items()
                if figures[number].gender in ("", sex) and not blocked(reading, places, index, quoted)
            ),
            reverse=True,
        )
        if ranked and (len(ranked) == 1 or ranked[0][0] - ranked[1][0] >= _MARGIN):
            number = -ranked[0][1]
            figure = figures[number]
            figure.pronouns.append((index, f"the nearest and most prominent person before “{word}”"))
            figure.gender = figure.gender or sex
            insort(mentions, (index, number))


def _near(reading: Reading, mentions: Sequence[tuple[int, int]], index: int) -> dict[int, list[int]]:
    """The mentions in the last sentences before a pronoun, by the number of the figure."""
    here, found = reading.sentence(index), dict[int, list[int]]()
    for place, number in reversed(mentions):
        if here - reading.sentence(place) > _REACH:
            break
        found.setdefault(number, []).append(place)
    return found


def _places(figure: Figure) -> list[int]:
    names = [name.last - 1 for name in figure.names]
    return names + [office.head for office, _ in figure.nominals + figure.held]


def weight(reading: Reading, place: int, index: int) -> float:
    """How prominent one mention is for a pronoun: its grammatical role, nearness, and whether both share a clause."""
    gap = reading.sentence(index) - reading.sentence(place)
    role = _role(reading, place)
    pronoun_subject = reading.tokens[index].dep in _SUBJECTS
    shared = gap == 0 and _clause(reading, place) == _clause(reading, index)
    return (
        role
        - _NEARER * gap
        + _PARALLEL * (role == _SUBJECT and pronoun_subject)
        + _CLAUSE * (shared and role > 0 and not pronoun_subject)
        + 0.5 * (role == 0 and gap == 0 and not pronoun_subject)
    )


def _role(reading: Reading, place: int) -> float:
    """What the role of a mention counts: subject (also one that the parser missed), owner of the subject, other."""
    token = reading.tokens[_top(reading, place)]
    if token.dep in _SUBJECTS or _acts(reading, place):
        return _SUBJECT
    if token.dep == "poss":
        owned = reading.tokens[token.head]
        while owned.dep == "conj" and owned.head != owned.index:
            owned = reading.tokens[owned.head]
        return _OWNER if owned.dep in _SUBJECTS else 0.0
    return 0.0


def _acts(reading: Reading, place: int) -> bool:
    """Whether a finite verb without a subject of its own follows a mention, past a comma."""
    after = place + 1
    if after < len(reading.tokens) and reading.tokens[after].text == ",":
        after += 1
    if after >= len(reading.tokens) or reading.tokens[after].tag not in ("VBD", "VBZ", "VBP", "MD"):
        return False
    verb = after if reading.tokens[after].dep not in ("aux", "auxpass") else reading.tokens[after].head
    return not any(child.dep in _SUBJECTS for child in reading.parse.children(verb))


def _clause(reading: Reading, index: int) -> int:
    """The verb of the clause that a token stands in: the nearest above it that has a subject."""
    at = index
    for _ in range(12):
        token = reading.tokens[at]
        if token.pos in ("VERB", "AUX") and any(child.dep in _SUBJECTS for child in reading.parse.children(at)):
            return at
        if token.head == at:
            break
        at = token.head
    return at


def _top(reading: Reading, place: int) -> int:
    """The head of the noun phrase of a mention: up through titles, parts of names and appositions."""
    while reading.tokens[place].dep in ("compound", "appos", "flat", "nmod", "punct"):
        if reading.tokens[place].head == place:
            break
        place = reading.tokens[place].head
    return place


def blocked(reading: Reading, places: Sequence[int], index: int, quoted: Sequence[bool]) -> bool:
    """Whether grammar forbids it: "he saw him" are two people, and a speaker is not "he" in his own quotation."""
    token = reading.tokens[index]
    tops = {_top(reading, place) for place in places}
    outward = token.dep == "poss" and _outward(reading, index)
    if outward or (token.text.lower() not in _REFLEXIVE and token.dep in ("dobj", "dative", "pobj")):
        subjects = _subjects(reading, index)
        if any(top in subjects for top in tops):
            return True
    if not quoted[index]:
        return False
    here = reading.sentence(index)
    return any(
        not quoted[top] and reading.sentence(top) == here and reading.tokens[top].dep in _SUBJECTS for top in tops
    )


def _outward(reading: Reading, index: int) -> bool:
    """Whether a possessive stands in the object of a verb like "praise", which is about another's things."""
    owned = reading.tokens[reading.tokens[index].head]
    verb = reading.tokens[owned.head]
    return owned.dep in ("dobj", "pobj") and verb.lemma in reading.titles.outward


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


def quoted_tokens(reading: Reading) -> list[bool]:
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
