"""Phrasing: other words for the same: "ten foreigners" and "ten tourists", "heavy winds" and "strong winds".

A place is a word that the tellings share and the way in which another word hangs on it: the object of one verb, the
verb of one object, what is behind one preposition. Texts without a parse have no such places.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import combinations

from synoptic.records.findings import Difference
from synoptic.records.parse import Token
from synoptic.stages.weigh.differences.fillings import MODIFIERS, Filling, chosen, stems, wording_of
from synoptic.stages.weigh.differences.frames import folded, shared
from synoptic.stages.weigh.differences.near import near_fillings
from synoptic.stages.weigh.differences.setting import content_of, place_of
from synoptic.stages.weigh.differences.telling import Telling
from synoptic.stages.weigh.differences.words import listed

_OBJECTS = frozenset({"dobj", "obj", "attr", "nsubjpass"})
_TAKEN = frozenset({"dobj", "obj", "ccomp", "xcomp", "attr"})

_ALIKE = 0.3
"""Least share of content words from which two tellings that fill one place otherwise tell the same otherwise. On
data/claims the differences in wording have precision .62 without such a bound, .65 with it, one fewer found."""

type _Places = dict[tuple[str, str], list[Token]]


def phrasing_differences(tellings: Sequence[Telling]) -> tuple[Difference, ...]:
    """At most one difference: words for what is counted alike, words of like meaning, or words in one place.

    Compatible. Accounts that have none of these words make a side of their own. Copies choose no words, so two origins
    must differ. On data/claims with its own alignment the precision of differences in wording, loaded words and
    quotations with them, is .65 at recall .51 (.68 at .40 by places and loaded words alone; each half of the stories
    .60 / .51 and .77 / .52). Tried there: nouns that share a modifier, .56 at .39 ("credit card" against "credit
    firm"); verbs of one object behind a preposition, and a claim's second place where the first was told elsewhere:
    nothing found, .02 of precision lost; each account's longest run of words of its own .59 at .53, but those tell
    other things rather than the same otherwise; every claim of two origins, whatever its words, .48 at .76.
    """
    if len({telling.origin for telling in tellings}) < 2:
        return ()
    return (
        wording_of(_fullest(tellings, _counted, 0.0), tellings, "counted alike")
        or wording_of(near_fillings(tellings), tellings, "words of like meaning")
        or wording_of(_fullest(tellings, _places, _ALIKE), tellings, "in one place of the sentence")
    )


def _fullest(tellings: Sequence[Telling], places_of: Callable[[Telling], _Places], least: float) -> list[Filling]:
    """The fillings of the place that parts most articles, then of most values, then first by the alphabet.

    Two of them at least stand in tellings that have the share `least` of their content words in common.
    """
    places = [(telling, places_of(telling)) for telling in tellings]
    known = {telling.index: stems(telling) for telling in tellings}
    best: list[Filling] = []
    for key in sorted({key for _, found in places for key in found}):
        here = [Filling(telling, found[key][0]) for telling, found in places if len(found.get(key, ())) == 1]
        parted = _parted(here, known)
        if _width(parted) > _width(best) and _likeness(parted) >= least:
            best = parted
    return best


def _likeness(fillings: Sequence[Filling]) -> float:
    """The greatest share of content words that the tellings of two different fillings have in common."""
    pairs = ((a.telling, b.telling) for a, b in combinations(fillings, 2) if a.stem != b.stem)
    return max((shared(content_of(one), content_of(other)) for one, other in pairs), default=0.0)


def _width(fillings: Sequence[Filling]) -> tuple[int, int]:
    return len({each.telling.article for each in fillings}), len({each.stem for each in fillings})


def _parted(fillings: Sequence[Filling], known: Mapping[int, frozenset[str]]) -> list[Filling]:
    """The fillings that no telling with another filling holds as well; none where one origin alone is left."""
    kept = []
    for each in fillings:
        rest = [other for other in fillings if not _akin(other.stem, each.stem)]
        if rest and not any(each.stem in known[other.telling.index] for other in rest):
            kept.append(each)
    origins = {each.telling.origin for each in kept}
    return kept if len({each.stem for each in kept}) > 1 and len(origins) > 1 else []


def _places(telling: Telling) -> _Places:
    """The places of a telling with what fills them, by the word that they hang on and how."""
    by_index = {token.index: token for token in telling.tokens}
    named = {
        token.index: naming.entity
        for naming in telling.names
        for token in telling.tokens
        if naming.span.overlap(token.span)
    }
    taking = {token.head for token in telling.tokens if token.dep in _TAKEN}
    figures = [quantity.span for quantity in telling.quantities] + [time.span for time in telling.times]
    found: _Places = {}
    for token in telling.tokens:
        word = named.get(token.index) or folded(token.lemma)
        for known, way, filling in _ways(token, word, by_index, taking):
            figure = any(span.overlap(filling.span) for span in figures)
            if filling.index not in named and not figure and chosen(filling, opens=filling is telling.tokens[0]):
                found.setdefault((known, way), []).append(filling)
    return found


def _counted(telling: Telling) -> _Places:
    """What a telling counts, by the figure: ten "foreigners" or ten "tourists"."""
    found: _Places = {}
    for quantity in telling.quantities:
        inside = {token.head for token in telling.tokens if quantity.span.overlap(token.span)}
        for token in telling.tokens:
            known = quantity.unit is None and token.index in inside and token.pos == "NOUN"
            if known and chosen(token, opens=False):
                found.setdefault((f"{quantity.low:g} {quantity.high:g}", "counted"), []).append(token)
    return found


def _ways(
    token: Token, word: str, by_index: Mapping[int, Token], taking: Collection[int]
) -> Iterator[tuple[str, str, Token]]:
    """The places that a token, known as `word`, and its governor make: the word, the way, what fills the place.

    Of one subject a verb with an object (one of those `taking` it) is not held against one without: that tells another
    thing.
    """
    governor = by_index.get(token.head)
    if governor is None or governor is token:
        return
    if governor.pos == "VERB" and token.pos in ("NOUN", "PROPN"):
        if token.dep in _OBJECTS:
            yield word, "verb of object", governor
        elif token.dep == "nsubj":
            yield word, "verb of subject and object" if governor.index in taking else "verb of subject", governor
    if token.dep in MODIFIERS and governor.pos == "NOUN":
        yield folded(governor.lemma), "modifier", token
    elif token.pos == "NOUN" and token.dep not in ("conj", "appos"):
        place = place_of(token, by_index)
        if place is not None and folded(place[0].lemma) not in listed("phrasing", "empty"):
            yield folded(place[0].lemma), place[1], token


def _akin(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)
