"""Framing: what an account shows its main figures doing or undergoing, in phrases that hold an evaluative word."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate
from types import MappingProxyType

from synoptic.language.evaluative import evaluative_words
from synoptic.language.loaded import LoadedTable, Word, loaded_terms
from synoptic.language.speech import SpeechTable, speech_table
from synoptic.records.parse import Parse, Token
from synoptic.stages.extract.labels.naming import Naming
from synoptic.stages.extract.labels.referents import Referents

_LONGEST = 40
"""The most tokens of a phrase behind its verb. NewsWCL50, target F1 of the phrases alone: 25 .440, 40 .450."""
_MENTIONS = 5
"""How often an entity must be mentioned to be framed, if it is not among the most mentioned. Target F1 of phrases and
loaded words on NewsWCL50, two stories looked at / three others: 2 .503 / .460, 3 .505 / .472, 4 .513 / .484,
5 .515 / .490, 6 .505 / .488; by rank alone, first three .455 / .468, eight .506 / .482."""
_FOREMOST = 3
"""How many of the most mentioned entities are framed however few their mentions are: short articles have main figures
too. NewsWCL50: no difference (.515 / .490)."""
_ASIDE = frozenset({"in", "at", "near", "from", "outside", "across", "during", "after", "before", "since", "according"})
_APART = frozenset({"conj", "parataxis"})
_SHARING = frozenset({"xcomp", "conj", "advcl", "acl", "relcl", "pcomp", "ccomp"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_NO_VERB = frozenset({"aux", "auxpass", "amod", "compound"})
_WORDS = frozenset({"VERB", "NOUN", "ADJ", "ADV", "PROPN"})


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """What makes a phrase evaluative in one language, and which verbs only report."""

    evaluative: Mapping[str, str]
    loaded: LoadedTable
    speech: SpeechTable


def framings(
    parse: Parse, referents: Referents, speakers: Mapping[int, str] = MappingProxyType({})
) -> Iterator[Naming]:
    """The widest evaluative phrase of each clause for every entity that takes part in it.

    `speakers` are those who say "I" or "we", by token.
    """
    lexicon = _Lexicon(evaluative_words(parse.language), loaded_terms(parse.language), speech_table(parse.language))
    often = Counter(reference.entity for reference in referents.references)
    main = {entity for entity, times in often.items() if times >= _MENTIONS}
    main |= {entity for entity, times in often.most_common(_FOREMOST) if times > 1}
    heads = {
        one.head.index: one.entity
        for one in referents.references
        if one.entity in main and not _is_aside(parse, one.head)
    }
    heads.update((index, entity) for index, entity in speakers.items() if entity in main)
    lit = list(accumulate((_is_evaluative(lexicon, token) for token in parse.tokens), initial=0))
    taken: dict[str, list[tuple[int, int]]] = {}
    found: list[Naming] = []
    for verb in parse.tokens:
        if verb.pos not in {"VERB", "AUX"} or verb.dep in _NO_VERB or _reports(lexicon, verb):
            continue
        clause = _clause(parse, verb)
        first, last = _phrase(parse, verb, clause)
        if lit[last] > lit[first]:
            entities = {heads[index] for index in clause if index in heads} | _shared(parse, verb, heads)
            found.extend(Naming(first, last, entity, "verb", verb) for entity in sorted(entities))
    for naming in sorted(found, key=lambda one: (one.first - one.last, one.first, one.entity)):
        known = taken.setdefault(naming.entity, [])
        if not any(first <= naming.first and naming.last <= last for first, last in known):
            known.append((naming.first, naming.last))
            yield naming


def _is_aside(parse: Parse, head: Token) -> bool:
    """Whether a name only says where, when or by whose word something is ("in Kiva", "according to the ministry")."""
    above = parse.tokens[head.head]
    return head.dep == "pobj" and (above.text.lower() in _ASIDE or parse.tokens[above.head].text.lower() in _ASIDE)


def _reports(lexicon: _Lexicon, verb: Token) -> bool:
    return lexicon.speech.cue_class("clause", verb.lemma.lower()) == "say"


def _clause(parse: Parse, verb: Token) -> set[int]:
    """The tokens below a verb, without the clauses that are only joined to it."""
    found: set[int] = set()
    todo = [verb.index]
    while todo:
        index = todo.pop()
        found.add(index)
        todo.extend(
            child.index for child in parse.children(index) if not (child.dep in _APART and child.pos in {"VERB", "AUX"})
        )
    return found


def _phrase(parse: Parse, verb: Token, clause: set[int]) -> tuple[int, int]:
    """Token range from the verb (with what stands right before it) to the end of its clause."""
    subject = {
        token.index
        for child in parse.children(verb.index)
        if child.dep in _SUBJECTS
        for token in parse.subtree(child.index)
    }
    inside = [
        index
        for index in clause - subject
        if verb.index - 2 <= index <= verb.index + _LONGEST and parse.tokens[index].pos != "PUNCT"
    ]
    return min(inside), max(inside) + 1


def _is_evaluative(lexicon: _Lexicon, token: Token) -> bool:
    if token.pos not in _WORDS:
        return False
    word = Word(token.text, token.lemma, token.pos)
    return token.lemma.lower() in lexicon.evaluative or lexicon.loaded.match((word,), 0) is not None


def _shared(parse: Parse, verb: Token, heads: Mapping[int, str]) -> set[str]:
    """The subject that a verb has from the one above it, and the noun that its clause describes."""
    found: set[str] = set()
    for _ in range(4):
        own = any(child.dep in _SUBJECTS for child in parse.children(verb.index))
        if own or verb.dep not in _SHARING or verb.head == verb.index:
            break
        above = parse.tokens[verb.head]
        if above.index in heads and verb.dep in {"acl", "relcl"}:
            found.add(heads[above.index])
        found.update(
            heads[child.index]
            for child in parse.children(above.index)
            if child.dep in _SUBJECTS and child.index in heads
        )
        verb = above
    return found
