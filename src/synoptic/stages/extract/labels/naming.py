"""Naming: what a mention calls its entity: titles before a name, head nouns, modifiers, appositions, predicates."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from synoptic.language.territories import find_territory
from synoptic.language.titles import Titles
from synoptic.records.annotation import EntityKind, MentionForm
from synoptic.records.parse import Parse, Token
from synoptic.stages.extract.labels.referents import Reference, Referents

_MODIFIERS = frozenset({"amod", "compound", "nmod"})
_COPULAS = frozenset({"be", "become", "remain", "seem"})
_EMPTY = frozenset(
    {
        "one",
        "thing",
        "part",
        "lot",
        "other",
        "same",
        "own",
        "such",
        "more",
        "many",
        "most",
        "first",
        "last",
        "next",
        "few",
        "several",
    }
)

_WORD = re.compile(r"[^\W\d_][\w.'’-]*\w")


@dataclass(frozen=True, slots=True)
class Naming:
    """Token range `[first, last)` that calls `entity` something, how (`kind`), and the token that carries it."""

    first: int
    last: int
    entity: str
    kind: str
    head: Token


def namings(parse: Parse, referents: Referents, titles: Titles) -> Iterator[Naming]:
    """What the mentions of an article call their entities."""
    for reference in referents.references:
        form = reference.mention.form
        if form is MentionForm.NAME:
            yield from _before_name(parse, reference, titles)
        elif form is MentionForm.NOMINAL and reference.kind is not EntityKind.OTHER:
            head = reference.head if parse.parsed else _office_in(parse, reference, titles)
            yield from _nominal(parse, head, reference.entity, titles)
        if parse.parsed:
            yield from _apposed(parse, referents, reference, titles)
            yield from _predicated(parse, reference, titles)


def _before_name(parse: Parse, reference: Reference, titles: Titles) -> Iterator[Naming]:
    """Titles and nouns between the start of the noun phrase and the name itself."""
    if reference.kind is not EntityKind.PERSON and not parse.parsed:
        return
    first = _phrase_start(parse, reference)
    words = [token.text.lower() for token in parse.tokens[first : reference.last]]
    at = 0
    while at < len(words):
        last, kind = at + 1, ""
        if words[at] in titles.honorifics and words[at] not in titles.courtesy:
            kind = "title"
        else:
            for end in range(min(len(words), at + 4), at, -1):
                office = titles.office_ending(words, end)
                if office is not None and end - len(office.words) == at:
                    last, kind = end, "title"
                    break
        if kind and first + last <= reference.last:
            yield Naming(first + at, first + last, reference.entity, kind, parse.tokens[first + last - 1])
        at = last
    for child in parse.children(reference.head.index):
        before = first <= child.index < reference.head.index and child.dep in _MODIFIERS
        if before and child.pos in {"ADJ", "NOUN"} and not _plain(child, titles):
            kind = "head" if child.pos == "NOUN" else "modifier"
            yield Naming(child.index, child.index + 1, reference.entity, kind, child)


def _office_in(parse: Parse, reference: Reference, titles: Titles) -> Token:
    """The last word of the first office that a description names; without a parse nothing else tells its head."""
    words = [token.text.lower() for token in parse.tokens[reference.first : reference.last]]
    ends = [end for end in range(1, len(words) + 1) if titles.office_ending(words, end) is not None]
    return parse.tokens[reference.first + ends[0] - 1] if ends else reference.head


def _phrase_start(parse: Parse, reference: Reference) -> int:
    first = reference.first
    if parse.parsed:
        own = [child.index for child in parse.children(reference.head.index) if child.dep in _MODIFIERS]
        return min([first, *own])
    while (
        first > 0 and reference.first - first < 4 and parse.sentence_of(first - 1) == parse.sentence_of(reference.first)
    ):
        first -= 1
    return first


def _plain(token: Token, titles: Titles) -> bool:
    """Whether a modifier only says which one is meant: a demonym, a place, a number, an office (that is a title)."""
    text = token.text
    office = titles.office_ending([text.lower()], 1)
    return (
        bool(find_territory(text)) or office is not None or text.lower() in titles.honorifics or token.lemma in _EMPTY
    )


def _nominal(parse: Parse, head: Token, entity: str, titles: Titles) -> Iterator[Naming]:
    """The head noun of a description (with the words of a fixed office) and its judging modifiers."""
    if head.pos not in {"NOUN", "PROPN", ""} or head.lemma.lower() in _EMPTY or not _WORD.fullmatch(head.text):
        return
    first = max(0, head.index - 3)
    words = [token.text.lower() for token in parse.tokens[first : head.index + 1]]
    office = titles.office_ending(words, len(words))
    start = head.index + 1 - len(office.words) if office else head.index
    yield Naming(start, head.index + 1, entity, "title" if office else "head", head)
    for child in parse.children(head.index):
        if (
            child.dep in _MODIFIERS
            and child.index < start
            and child.pos in {"ADJ", "NOUN"}
            and not _plain(child, titles)
        ):
            yield Naming(child.index, child.index + 1, entity, "modifier", child)


def _apposed(parse: Parse, referents: Referents, reference: Reference, titles: Titles) -> Iterator[Naming]:
    """An apposition that is no mention of its own: "Ortega, the *leader* of the union", "the *rebel* Ortega"."""
    above = parse.tokens[reference.head.head]
    if reference.head.dep == "appos" and above.pos == "NOUN" and referents.at(above) is None:
        yield from _nominal(parse, above, reference.entity, titles)
    for child in parse.children(reference.head.index):
        between = {token.text for token in parse.tokens[reference.head.index : child.index]}
        if child.dep == "appos" and child.pos == "NOUN" and referents.headed_by(child) is None and "|" not in between:
            yield from _nominal(parse, child, reference.entity, titles)


def _predicated(parse: Parse, reference: Reference, titles: Titles) -> Iterator[Naming]:
    """What is said of it: "Ortega is a *hero*", "they called Ortega a *hero*"."""
    verb = parse.tokens[reference.head.head]
    if reference.head.dep == "nsubj" and verb.lemma in _COPULAS:
        for child in parse.children(verb.index):
            if child.dep == "attr" and child.pos == "NOUN" and child.index > reference.head.index:
                yield from (_as_epithet(one) for one in _nominal(parse, child, reference.entity, titles))
    if reference.head.dep in {"dobj", "nsubjpass", "nsubj"}:
        for child in parse.children(verb.index):
            if child.dep == "oprd" and child.pos in {"NOUN", "ADJ"}:
                yield Naming(child.index, child.index + 1, reference.entity, "epithet", child)


def _as_epithet(naming: Naming) -> Naming:
    return Naming(
        naming.first, naming.last, naming.entity, "epithet" if naming.kind != "modifier" else "modifier", naming.head
    )
