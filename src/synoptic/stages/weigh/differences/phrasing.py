"""Phrasing: other words in one place of what the accounts tell alike: "heavy winds" and "strong winds".

A place is a word that the tellings share and the way in which another word hangs on it: the object of one verb, the
verb of one object, what is behind one preposition. Texts without a parse have no such places.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from synoptic.records.findings import Difference, DifferenceKind
from synoptic.records.parse import Token
from synoptic.records.span import Span
from synoptic.stages.weigh.differences.frames import folded
from synoptic.stages.weigh.differences.setting import place_of
from synoptic.stages.weigh.differences.sides import difference
from synoptic.stages.weigh.differences.telling import Telling
from synoptic.stages.weigh.differences.words import listed

_STEM = 5
"""Letters by which a word is known: "revelers" and "revellers" part, "release" and "released" do not."""

_NEAR = 4
"""Tokens from a noun within which the words belong to it that are shown with it."""

_OBJECTS = frozenset({"dobj", "obj", "attr", "nsubjpass"})
_TAKEN = frozenset({"dobj", "obj", "ccomp", "xcomp", "attr"})
_WITH_NOUN = frozenset({"compound", "amod", "nummod", "poss", "neg"})
_WITH_VERB = frozenset({"neg", "prt"})
_MODIFIERS = frozenset({"compound", "amod"})

_QUOTED = frozenset('"“”«»„')

_OTHERWISE = "(no such word)"

type _Places = dict[tuple[str, str], list[Token]]


@dataclass(frozen=True, slots=True)
class _Filling:
    """The word in a place of a telling, and its stem."""

    telling: Telling
    token: Token
    stem: str


def phrasing_differences(tellings: Sequence[Telling]) -> tuple[Difference, ...]:
    """At most one difference: the place that most accounts fill, with words that are not in one another's telling.

    Compatible. Accounts that have none of these words make a side of their own. Copies choose no words, so two origins
    must differ. On data/claims with its own alignment the precision of differences in wording is .69 at recall .34; by
    loaded words alone .77 at .08. Tried there: nouns that share a modifier, too, .56 at .39 ("credit card" against
    "credit firm"); verbs of one object behind a preposition, and a claim's second place where the first was told
    elsewhere: nothing found, .02 of precision lost; all verbs of one subject .68 at .37, but by reading, on invented
    stories, some of these are of other deeds; each account's longest run of words of its own .59 at .53, but those tell
    other things rather than the same otherwise.
    """
    if len({telling.origin for telling in tellings}) < 2:
        return ()
    fillings = _fullest(tellings)
    if not fillings:
        return ()
    stems = {filling.stem for filling in fillings}
    values = [(each.telling, each.stem, each.telling.words(_shown(each))) for each in fillings]
    told = {each.telling.article for each in fillings}
    told |= {telling.article for telling in tellings if stems & _stems(telling)}
    words = ", ".join(f"“{each}”" for each in dict.fromkeys(words for _, _, words in values))
    values += [(telling, "", _OTHERWISE) for telling in tellings if telling.article not in told]
    made = difference(DifferenceKind.WORDING, values, True, f"in one place: {words}")
    return (made,) if made else ()


def _fullest(tellings: Sequence[Telling]) -> list[_Filling]:
    """The fillings of the place that parts most articles, then of most values, then first by the alphabet."""
    places = [(telling, _places(telling)) for telling in tellings]
    stems = {telling.index: _stems(telling) for telling in tellings}
    best: list[_Filling] = []
    for key in sorted({key for _, found in places for key in found}):
        here = [
            _Filling(telling, found[key][0], _stem(found[key][0]))
            for telling, found in places
            if len(found.get(key, ())) == 1
        ]
        parted = _parted(here, stems)
        if _width(parted) > _width(best):
            best = parted
    return best


def _width(fillings: Sequence[_Filling]) -> tuple[int, int]:
    return len({each.telling.article for each in fillings}), len({each.stem for each in fillings})


def _parted(fillings: Sequence[_Filling], stems: Mapping[int, frozenset[str]]) -> list[_Filling]:
    """The fillings that no telling with another filling holds as well; none where one origin alone is left."""
    kept = []
    for each in fillings:
        rest = [other for other in fillings if not _akin(other.stem, each.stem)]
        if rest and not any(each.stem in stems[other.telling.index] for other in rest):
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
            if filling.index not in named and not figure and _counts(filling, opens=filling is telling.tokens[0]):
                found.setdefault((known, way), []).append(filling)
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
    if token.dep in _MODIFIERS and governor.pos == "NOUN":
        yield folded(governor.lemma), "modifier", token
    elif token.pos == "NOUN" and token.dep not in ("conj", "appos"):
        place = place_of(token, by_index)
        if place is not None and folded(place[0].lemma) not in listed("phrasing", "empty"):
            yield folded(place[0].lemma), place[1], token


def _counts(token: Token, *, opens: bool) -> bool:
    """Whether a word is a choice among words: no name, no measure of time, no empty verb.

    An adjective with a capital names where something is from, unless it opens the telling.
    """
    empty = listed("phrasing", "empty") | listed("phrasing", "times")
    plain = token.pos in ("NOUN", "VERB") or (token.pos == "ADJ" and (opens or not token.text[:1].isupper()))
    return plain and token.text.isalpha() and folded(token.lemma) not in empty


def _stem(token: Token) -> str:
    return folded(token.lemma or token.text)[:_STEM]


def _stems(telling: Telling) -> frozenset[str]:
    return frozenset(map(_stem, telling.tokens))


def _akin(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _shown(filling: _Filling) -> Span:
    """A noun with what stands close before it, a modifier with its noun, a verb with its particle."""
    token, tokens = filling.token, filling.telling.tokens
    head = next((t for t in tokens if t.index == token.head), token) if token.dep in _MODIFIERS else token
    wanted = _WITH_VERB if head.pos == "VERB" else _WITH_NOUN
    inside = [head, token, *(t for t in tokens if t.head == head.index and t.dep in wanted)]
    near = [t for t in inside if abs(t.index - head.index) <= _NEAR]
    shown = Span(min(t.start for t in near), max(t.end for t in near))
    return token.span if _QUOTED & set(filling.telling.words(shown)) else shown
