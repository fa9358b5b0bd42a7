"""Settings: what stands around a marked value, as far as it tells whether two values fill one place of a fact."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from synoptic.records.parse import Token
from synoptic.records.span import Span
from synoptic.stages.weigh.differences.frames import folded, frame
from synoptic.stages.weigh.differences.telling import Telling

_TITLES = frozenset({"appos", "compound", "nmod", "flat"})
_OF = frozenset({"of", "de", "du", "von"})
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
ROLES = {
    "nsubj": "subject",
    "nsubjpass": "object",
    "csubj": "subject",
    "agent": "subject",
    "dobj": "object",
    "obj": "object",
    "attr": "object",
    "pobj": "oblique",
    "obl": "oblique",
    "npadvmod": "oblique",
    "nummod": "number",
    "quantmod": "number",
    "compound": "modifier",
    "nmod": "modifier",
    "amod": "modifier",
    "poss": "modifier",
}


@dataclass(frozen=True, slots=True)
class Setting:
    """The surroundings of a value: its frame, its governor and role, the words before and after it (folded lemmas).

    `before` and `after` are the next words, `prior` and `later` the next content words; empty where there are none.
    `place` is where it stands in its telling, from 0 to 1. `anchor` is the word that it hangs on, prepositions passed;
    `called` are the nouns that say what it is ("the town of Ludd", "producer Ann Ost", "Ann Ost, the producer").
    """

    frame: frozenset[str]
    governor: str
    role: str
    before: str
    after: str
    prior: str
    later: str
    place: float
    anchor: str
    called: frozenset[str]


def setting_of(telling: Telling, span: Span) -> Setting:
    """The setting of the words at `span`."""
    tokens = telling.tokens
    before = [token for token in tokens if token.end <= span.start]
    after = [token for token in tokens if token.start >= span.end]
    head = head_of(tokens, span)
    governor = next((t for t in tokens if head is not None and t.index == head.head and t is not head), None)
    held = place_of(head, {token.index: token for token in tokens}) if head is not None else None
    return Setting(
        frame(telling, span),
        folded(governor.lemma or governor.text) if governor else "",
        ROLES.get(head.dep, head.dep) if head is not None else "",
        _word(before[::-1]),
        _word(after),
        _content(before[::-1]),
        _content(after),
        (span.start - telling.span.start) / max(1, len(telling.span)),
        folded(held[0].lemma) if held else "",
        called(tokens, head) if head is not None else frozenset(),
    )


def head_of(tokens: Sequence[Token], span: Span) -> Token | None:
    """The token of the span whose head lies outside it."""
    inside = [token for token in tokens if span.contains(token.span)]
    indexes = {token.index for token in inside}
    return next((token for token in inside if token.head not in indexes or token.head == token.index), None)


def called(tokens: Sequence[Token], head: Token) -> frozenset[str]:
    """The nouns, folded, that stand with a name as a title, an apposition, or before "of".

    Of an apposition all words of the title count, and what is of something: a parser hangs the name of "the director
    of the agency, Ann Ost" now on one noun, now on the other.
    """
    by_index = {token.index: token for token in tokens}
    found = [t for t in tokens if t.head == head.index and t is not head and t.dep in _TITLES]
    above = by_index.get(head.head)
    if above is not None and head.dep == "appos":
        found += [above, *(t for t in tokens if t.head == above.index and t.dep == "compound")]
        above = by_index.get(above.head)
    if above is not None and above.pos == "ADP" and above.lemma in _OF:
        found.append(by_index.get(above.head, above))
    return frozenset(folded(token.lemma) for token in found if token.pos in ("NOUN", "PROPN"))


def place_of(token: Token, by_index: Mapping[int, Token]) -> tuple[Token, str] | None:
    """The verb, noun or adjective that a token hangs on, and how; a preposition between them is passed, and named."""
    governor, way = by_index.get(token.head), ROLES.get(token.dep, token.dep)
    if governor is not None and governor is not token and governor.pos == "ADP":
        token, way = governor, f"behind {folded(governor.lemma)}"
        governor = by_index.get(token.head)
    if governor is None or governor is token or governor.pos not in ("VERB", "NOUN", "ADJ"):
        return None
    return governor, way


def content_of(telling: Telling, without: Sequence[Span] = ()) -> frozenset[str]:
    """The folded lemmas of the content words of a telling, those in the given spans left out."""
    return frozenset(
        folded(token.lemma or token.text)
        for token in telling.tokens
        if (token.pos in _CONTENT or (not token.pos and len(token.text) > 3 and token.text.isalpha()))
        and not any(span.overlap(token.span) for span in without)
    )


def _word(tokens: Sequence[Token]) -> str:
    return next((folded(token.lemma or token.text) for token in tokens[:2] if token.text.isalnum()), "")


def _content(tokens: Sequence[Token]) -> str:
    return next((folded(token.lemma) for token in tokens[:4] if token.pos in _CONTENT), "")
