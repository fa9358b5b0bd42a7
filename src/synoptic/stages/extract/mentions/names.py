"""Names in a parsed article: the model's spans, trimmed of titles, typed alike over the whole article, and repeated."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from synoptic.language.names import gender_of_given_name
from synoptic.language.names.bodies import is_corporate
from synoptic.language.territories import TerritoryRole
from synoptic.records.annotation import EntityKind
from synoptic.records.parse import NamedSpan
from synoptic.stages.extract.mentions.glued import (
    after_credit,
    is_agency,
    is_figure,
    is_heading_words,
    is_made,
    is_model,
    without_verb,
)
from synoptic.stages.extract.mentions.marks import Name
from synoptic.stages.extract.mentions.naming import make_name
from synoptic.stages.extract.mentions.reading import Reading
from synoptic.stages.extract.mentions.repeated import repeated_names
from synoptic.stages.extract.mentions.signs import STRONG, WEAK, signs_of_person, stands_where_places_stand
from synoptic.stages.extract.mentions.unseen import is_first_name, unseen_people

_KINDS = {
    "PERSON": EntityKind.PERSON,
    "ORG": EntityKind.ORGANIZATION,
    "GPE": EntityKind.PLACE,
    "LOC": EntityKind.PLACE,
    "FAC": EntityKind.PLACE,
    "NORP": EntityKind.OTHER,
    "EVENT": EntityKind.OTHER,
    "PRODUCT": EntityKind.OTHER,
    "LAW": EntityKind.OTHER,
    "WORK_OF_ART": EntityKind.OTHER,
}
# Names of more tokens are none, but passages in another language.
_LONGEST = {"PERSON": 8, "ORG": 14, "GPE": 8}
# Small words that never end a name.
_TAILS = frozenset({"ADP", "DET", "CCONJ", "SCONJ", "AUX", "PRON"})
# Words for a people that are plurals as they are ("the British", "the French", "the Chinese", "the Swiss").
_MANY = ("ish", "ch", "ese", "ss", "s")
# A syllable of a name has at most so many letters ("Kai-shek"); shorter words that are bound to names.
_WORD = 4
_BOUND = frozenset({"era", "led", "run", "like", "made", "held", "hit"})
# No person is called so by the last word.
_FLYING = frozenset({"air", "airlines", "airways", "inc", "corp", "ltd", "llc", "plc"})
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_JOINERS = frozenset({"-", "‑", "–", ".", "&", "'", "’", "/"})


def find_names(reading: Reading) -> tuple[Name, ...]:
    """All names of the article, in order, without overlap."""
    spans = [part for named in reading.parse.names if named.label in _KINDS for part in _pieces(reading, named)]
    found = [name for first, last, label in spans if (name := _name(reading, first, last, label))]
    found += _titled(reading, _covered(found))
    found += [
        make_name(reading, first, last, EntityKind.PERSON, reason)
        for first, last, reason in unseen_people(reading, _covered(found))
    ]
    found = _like_companies([_body_of(reading, name) for name in _retyped(reading, found)])
    found += repeated_names(reading, found)
    found += _territories(reading, _covered(found))
    return tuple(sorted(found))


def _covered(names: Sequence[Name]) -> set[int]:
    return {index for name in names for index in range(name.first, name.last)}


def _pieces(reading: Reading, named: NamedSpan) -> list[tuple[int, int, str]]:
    """The parts of a named span between marks that no name contains, like brackets and quotation marks."""
    pieces, first = [], named.first
    for index in range(named.first, named.last + 1):
        text = reading.tokens[index].text if index < named.last else ""
        loose = text == "-" and index + 1 < named.last and not (reading.glued(index) and reading.glued(index + 1))
        loose = loose or (text == "/" and named.first < index < named.last - 1 and _parts_two(reading, index))
        if index == named.last or loose or not (text[0].isalnum() or text in _JOINERS or text in _POSSESSIVE):
            if first < index:
                pieces.append((first, index, named.label))
            first = index + 1
    return pieces


def _parts_two(reading: Reading, index: int) -> bool:
    """Whether a slash stands between two names ("Photo/Ana Brandt"), not inside one ("AC/DC")."""
    return max(len(reading.tokens[index - 1].text), len(reading.tokens[index + 1].text)) >= _WORD


def title_end(reading: Reading, first: int, last: int) -> int:
    """Where the titles at the beginning of `[first, last)` end: articles, honorifics, offices, what modifies them."""
    titles, words = reading.titles, reading.words
    end, at = first, first
    while at < last:
        word = words[at]
        if word in titles.honorifics or word in titles.definite:
            end = at = at + 1
            continue
        longest = next((stop for stop in range(min(last, at + 5), at, -1) if titles.office_ending(words, stop)), None)
        if longest is not None and titles.office_ending(words, longest):
            end = at = longest
            continue
        if (
            word in titles.past
            or word in titles.under
            or _demonym(reading, at, at + 1)
            or _demonym(reading, at, at + 2)
        ):
            at += 1
            continue
        break
    return end


def _demonym(reading: Reading, first: int, last: int) -> bool:
    if last > len(reading.tokens):
        return False
    found = reading.territory(first, last)
    return found is not None and found.role is TerritoryRole.DEMONYM


def _name(reading: Reading, first: int, last: int, label: str) -> Name | None:
    """A named span without titles and possessives; None where nothing but titles is left, or an adjective."""
    words, titles = reading.words, reading.titles
    last = _trimmed_end(reading, first, last, label)
    while last - first > 1 and not reading.tokens[first].text[0].isalnum():
        first += 1
    if label == "PERSON":
        last = without_verb(reading, first, last)
    if is_figure(reading, first, last) or is_heading_words(reading, first, last):
        return None
    if last - first > 1 and words[first] in titles.definite | titles.indefinite:
        first += label != "WORK_OF_ART" or words[first] == reading.tokens[first].text
    if label not in ("PERSON", "NORP") and last - first > 1 and words[first] in titles.honorifics:
        label = "PERSON"
    if last - first > _LONGEST.get(label, last):
        return None
    if label == "PERSON":
        first, last = _person_span(reading, first, last)
    elif label == "ORG":
        first, last = _body_span(reading, first, last)
    if first >= last or _nameless(reading, first, last) or (label == "NORP" and not _people(reading, last - 1)):
        return None
    if last - first == 1 and _names_nobody(reading, first, label):
        return None
    return make_name(reading, first, last, _KINDS[label])


def _names_nobody(reading: Reading, index: int, label: str) -> bool:
    """Whether one word only says of which people someone is ("the Finn"), or what sort of place it is ("the Strip")."""
    if label == "NORP":
        return False
    return _demonym(reading, index, index + 1) or (label != "PERSON" and reading.words[index] in reading.titles.places)


def _trimmed_end(reading: Reading, first: int, last: int, label: str) -> int:
    """The end of a name without small words, marks, possessives, and what is hyphened to it in small letters."""
    words, tokens = reading.words, reading.tokens
    while last > first and tokens[last - 1].pos in _TAILS and words[last - 1] == tokens[last - 1].text:
        last -= 1
    if last - first > 2 and words[last - 1] == "s" and words[last - 2] in _POSSESSIVE:
        last -= 2  # "Brandt’ s"
    while last > first and (words[last - 1] in _POSSESSIVE or not tokens[last - 1].text[-1].isalnum()):
        if tokens[last - 1].text == "." and last - first > 1:
            break
        last -= 1
    while last - first > 2 and words[last - 2] == "-" and tokens[last - 1].text.islower() and label != "NORP":
        last -= 2
    return last


def _person_span(reading: Reading, first: int, last: int) -> tuple[int, int]:
    """A person's name without titles, with the given name and hyphened parts that the model left out."""
    first = title_end(reading, after_credit(reading, first, last), last)
    if last - first > 2 and first > 0 and reading.words[first - 1] in reading.titles.of:
        first += reading.territory(first, first + 1) is not None  # "the premier of Marvia Ana Brandt"
    if first >= last:
        return first, last
    return _given_start(reading, first, last), _hyphened_end(reading, last)


def _body_span(reading: Reading, first: int, last: int) -> tuple[int, int]:
    """A body's name without the office that follows it; nothing where it is but an office or part of one."""
    if title_end(reading, first, last) == last or _inside_office(reading, first, last):
        return last, last
    half = (last - first) // 2
    if half and reading.words[first : first + half] == reading.words[last - half : last] and last - first == 2 * half:
        first += half  # the end of a heading or caption, and the name again
    office = reading.titles.office_ending(reading.words, last) if last > first else None
    return first, last if office is None else max(first, last - len(office.words))


def _hyphened_end(reading: Reading, last: int) -> int:
    """The end of a name with all that is hyphened to its last word, but for words of the language ("Brandt-era")."""
    while last + 1 < len(reading.words) and reading.words[last] == "-":
        part = reading.tokens[last + 1]
        if not (reading.glued(last) and reading.glued(last + 1)):
            break
        if part.text.islower() and (len(part.text) > _WORD or part.text in _BOUND):
            break
        last += 2
    return last


def _nameless(reading: Reading, first: int, last: int) -> bool:
    """Whether no capital letter, only one letter, or an address of the web stands there."""
    tokens = reading.tokens[first:last]
    if len(tokens) == 1 and len(tokens[0].text) == 1 and tokens[0].text.isascii():
        return True
    return all(token.text.islower() for token in tokens) or any("//" in token.text for token in tokens)


def _given_start(reading: Reading, first: int, last: int) -> int:
    """The beginning of a surname with the given name in front of it, where the model left that out."""
    before = first - 1
    if last - first > 1 or before < 0 or reading.sentence(before) != reading.sentence(first):
        return first
    if before in reading.named or not reading.capital(before):
        return first
    given = gender_of_given_name(reading.words[before]) or is_first_name(reading, before, first)
    return before if given else first


def _inside_office(reading: Reading, first: int, last: int) -> bool:
    """Whether the words begin an office that ends after them ("Supreme" before "Leader")."""
    for stop in range(last + 1, min(last + 3, len(reading.words)) + 1):
        office = reading.titles.office_ending(reading.words, stop)
        if office is not None and stop - len(office.words) <= first:
            return True
    return False


def _people(reading: Reading, index: int) -> bool:
    """Whether a word for a people stands as a noun ("the Finns", "the Dutch"), not as an adjective or for one man."""
    token = reading.tokens[index]
    if token.tag in ("NNPS", "NNS"):
        return True
    noun = token.pos in ("NOUN", "PROPN") and token.dep in ("nsubj", "pobj", "dobj")
    return noun and (token.text.endswith(_MANY) or reading.territory(index, index + 1) is None)


def _titled(reading: Reading, covered: set[int]) -> list[Name]:
    """Proper nouns right after a title that the model passed over ("President Okello")."""
    found = []
    for index, token in enumerate(reading.tokens):
        before = index - 1
        if index in covered or token.pos != "PROPN" or before < 0 or not reading.capital(index):
            continue
        titled = reading.words[before] in reading.titles.honorifics or (
            reading.capital(before) and reading.titles.office_ending(reading.words, index) is not None
        )
        if not titled or title_end(reading, index, index + 1) > index or reading.territory(index, index + 1):
            continue
        if reading.sentence(before) != reading.sentence(index):
            continue
        last = index + 1
        while last < len(reading.tokens) and last not in covered and _continues(reading, last):
            last += 1
        found.append(make_name(reading, index, last, EntityKind.PERSON, "proper noun after a title"))
        covered.update(range(index, last))
    return found


def _continues(reading: Reading, index: int) -> bool:
    token = reading.tokens[index]
    return (token.pos == "PROPN" and reading.capital(index)) or (token.text == "-" and reading.glued(index))


def _retyped(reading: Reading, names: list[Name]) -> list[Name]:
    """One kind for each name over the whole article: a surname is a person, a territory a place, else what most say."""
    votes: dict[tuple[str, ...], Counter[EntityKind]] = {}
    people = [name for name in names if name.kind is EntityKind.PERSON and len(name.words) > 1]
    tails = {name.words[-size:] for name in people for size in range(1, len(name.words))}
    for name in names:
        counted = votes.setdefault(name.words, Counter())
        counted[name.kind] += STRONG if name.reason else 1
        if not name.reason and stands_where_places_stand(reading, name):
            counted[EntityKind.PLACE] += WEAK
        counted[EntityKind.PERSON] += signs_of_person(reading, name)
    return [_with_kind(reading, name, *_kind_of(reading, name, votes[name.words], tails)) for name in names]


def _kind_of(
    reading: Reading, name: Name, votes: Counter[EntityKind], tails: set[tuple[str, ...]]
) -> tuple[EntityKind, str]:
    words = reading.words[name.first : name.last]
    most = max(sorted(votes), key=lambda kind: votes[kind])
    if name.words in tails and (most is EntityKind.PERSON or not name.code):
        return EntityKind.PERSON, "surname of a person named in full"
    if len(name.words) == 1 and name.text.endswith("s") and (name.words[0][:-1],) in tails:
        return EntityKind.OTHER, "a family"
    if is_agency(words):
        return EntityKind.ORGANIZATION, "the name of an agency"
    if is_model(name.text) or (is_made(name.text) and most in (EntityKind.PERSON, EntityKind.PLACE)):
        return EntityKind.OTHER, "written like a thing made"
    territory = reading.territory(name.first, name.last)
    acronym = len(name.text) > 2 and name.text.isupper() and len(name.words) == 1
    if territory is None and (acronym or name.text.lower() in reading.titles.brands):
        return EntityKind.ORGANIZATION, "written like a body"
    surely = territory is not None and territory.role is TerritoryRole.SEAT
    if (
        territory is not None
        and territory.role is not TerritoryRole.DEMONYM
        and (surely or votes[EntityKind.PERSON] < STRONG)
    ):
        return EntityKind.PLACE, "name of a territory"
    if most is EntityKind.PERSON and votes[most] < STRONG and len(words) > 1 and _of_many(reading, name):
        return EntityKind.OTHER, "a plural"
    if len(name.words) > 1 and name.words[-1] in _FLYING:
        return EntityKind.ORGANIZATION, f"a name with “{words[-1]}”"
    if name.kind is not EntityKind.PERSON or most is not EntityKind.PERSON:
        if words[-1] in reading.titles.bodies or words[0] in reading.titles.bodies:
            return EntityKind.ORGANIZATION, f"a name with “{words[-1]}”"
        if words[-1] in reading.titles.places or words[0] in reading.titles.places:
            return EntityKind.PLACE, "a name with a word for a place"
    return most, ""


def _of_many(reading: Reading, name: Name) -> bool:
    """Whether a name of several words is a plural without a given name ("Free Democrats"), and so no person's."""
    return reading.tokens[name.last - 1].tag == "NNPS" and not gender_of_given_name(name.words[0])


def _like_companies(names: list[Name]) -> list[Name]:
    """The names with those as companies that were taken for places but begin a company's ("Aerovisa" Airways)."""
    companies = {
        name.words[:1]
        for name in names
        if name.kind is EntityKind.ORGANIZATION and name.words[1:] and all(map(is_corporate, name.words[1:]))
    }
    return [
        replace(name, kind=EntityKind.ORGANIZATION, reason="it begins the name of a company")
        if name.kind is EntityKind.PLACE and not name.code and name.words in companies
        else name
        for name in names
    ]


def _body_of(reading: Reading, name: Name) -> Name:
    """The body that a person's name names: "the Okello administration" is not Okello."""
    if name.kind is not EntityKind.PERSON or name.last >= len(reading.words):
        return name
    token = reading.tokens[name.last - 1]
    head = reading.words[name.last]
    if token.dep not in ("compound", "nmod") or token.head != name.last or reading.tokens[name.last].text[0].isupper():
        return name
    if head in reading.titles.bodies:
        return make_name(reading, name.first, name.last + 1, EntityKind.ORGANIZATION, f"its head is “{head}”")
    if head in reading.titles.places:
        return make_name(reading, name.first, name.last + 1, EntityKind.PLACE, f"its head is “{head}”")
    return name


def _with_kind(reading: Reading, name: Name, kind: EntityKind, reason: str) -> Name:
    if kind is name.kind:
        return name
    first = title_end(reading, name.first, name.last) if kind is EntityKind.PERSON else name.first
    return make_name(reading, first if first < name.last else name.first, name.last, kind, reason)


def _territories(reading: Reading, covered: set[int]) -> list[Name]:
    """Territories that the model passed over."""
    found = []
    for index, token in enumerate(reading.tokens):
        if index in covered or token.pos != "PROPN" or not reading.capital(index):
            continue
        territory = reading.territory(index, index + 1)
        if territory is not None and territory.role is not TerritoryRole.DEMONYM:
            found.append(make_name(reading, index, index + 1, EntityKind.PLACE, "name of a territory"))
    return found
