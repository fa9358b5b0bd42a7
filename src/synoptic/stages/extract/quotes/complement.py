"""Cue + object, predicate, infinitive, gerund or prepositional phrase: "criticised X for Y", "called it a mess"."""

from collections.abc import Iterator
from dataclasses import replace

from synoptic.language.speech import SpeechTable
from synoptic.records.parse import Parse, Token
from synoptic.stages.extract.quotes.draft import Draft, indexes
from synoptic.stages.extract.quotes.extent import antecedents, without_asides
from synoptic.stages.extract.quotes.speaker import agent_of, cue_group, speaker_of, speaker_phrase

_WITH_OBJECT = frozenset({"for", "of", "as", "against", "over", "to", "on", "about", "with", "after", "by", "without"})
"""Prepositional phrases behind an object that belong to what is said: "accused X of Y", "criticised X for Y"."""
_AIMS = frozenset({"xcomp", "advcl"})
"""Infinitives behind a prepositional object that belong to it: `called for a pact to end the war`."""
_RAISING = "seem"
"""The class of cues whose subject is no speaker."""


def complement_quotes(parse: Parse, table: SpeechTable) -> Iterator[Draft]:
    """A draft for every cue verb whose object, predicate or other complement is what is said."""
    for verb in parse.tokens:
        if verb.pos != "VERB":
            continue
        children = parse.children(verb.index)
        if any(child.dep == "ccomp" for child in children) and table.cue_class("clause", verb.lemma.lower()):
            continue
        found = (
            _naming(parse, table, verb)
            or _as(parse, table, verb)
            or _infinitive(parse, table, verb)
            or _object(parse, table, verb)
            or _gerund(parse, table, verb)
            or _preposition(parse, table, verb)
        )
        if found is not None:
            yield found


def _draft(parse: Parse, table: SpeechTable, verb: Token, content: set[int], known: str, rule: str) -> Draft | None:
    if any(child.dep == "nsubjpass" for child in parse.children(verb.index)):
        head = agent_of(parse, verb.index)
    else:
        head = speaker_of(parse, table, verb.index)
    content = antecedents(parse, table, content)
    kept = frozenset(i for i in content if i > verb.index or verb.index not in content) - {verb.index}
    kept = without_asides(parse, table, kept)
    if not kept:
        return None
    speaker = speaker_phrase(parse, head, table, kept)
    return Draft(kept - set(speaker), cue_group(parse, verb.index), verb.index, speaker, known, rule)


def _doubted(draft: Draft | None, doubtful: bool) -> Draft | None:
    """The draft, marked where its cue is doubtful."""
    return replace(draft, doubtful=True) if draft is not None and doubtful else draft


def _tree(parse: Parse, *tokens: Token) -> set[int]:
    return {i for token in tokens for i in indexes(parse.subtree(token.index))}


def _naming(parse: Parse, table: SpeechTable, verb: Token) -> Draft | None:
    known = table.cue_class("naming", verb.lemma.lower())
    if known is None:
        return None
    children = parse.children(verb.index)
    named = [c for c in children if c.dep in ("oprd", "ccomp") and c.index > verb.index]
    if not named:
        return None
    objects = [c for c in children if c.dep in ("dobj", "nsubjpass")]
    return _draft(parse, table, verb, _tree(parse, *objects, *named), known, "name given")


def _as(parse: Parse, table: SpeechTable, verb: Token) -> Draft | None:
    known = table.cue_class("as", verb.lemma.lower())
    if known is None:
        return None
    children = parse.children(verb.index)
    phrases = [c for c in children if c.dep == "prep" and c.lemma.lower() == "as" and c.index > verb.index]
    objects = [c for c in children if c.dep in ("dobj", "nsubjpass")]
    if not phrases:
        return None
    return _draft(parse, table, verb, _tree(parse, *objects, *phrases), known, "described as")


def _infinitive(parse: Parse, table: SpeechTable, verb: Token) -> Draft | None:
    known = table.cue_class("infinitive", verb.lemma.lower())
    if known is None:
        return None
    children = parse.children(verb.index)
    acts = [c for c in children if c.dep in ("xcomp", "ccomp") and c.index > verb.index and _has_to(parse, c)]
    if not acts:
        return None
    if known == _RAISING:
        return _seeming(parse, verb, acts, known)
    objects = [c for c in children if c.dep in ("dobj", "nsubjpass")]
    objects += [
        inner
        for c in children
        if c.dep == "prep" and c.lemma.lower() in ("on", "upon") and c.index < acts[0].index
        for inner in parse.children(c.index)
        if inner.dep == "pobj"
    ]
    return _doubted(
        _draft(parse, table, verb, _tree(parse, *objects, *acts), known, "to do"),
        table.is_doubtful("infinitive", verb.lemma.lower()),
    )


def _seeming(parse: Parse, verb: Token, acts: list[Token], known: str) -> Draft | None:
    """`The bridge appears to be safe`: who thinks so is not said, and the subject is part of what is thought."""
    subjects = [c for c in parse.children(verb.index) if c.dep == "nsubj"]
    content = frozenset(_tree(parse, *subjects, *acts))
    return Draft(content, cue_group(parse, verb.index), verb.index, (), known, "to seem") if subjects else None


def _has_to(parse: Parse, verb: Token) -> bool:
    return any(c.dep == "aux" and c.text.lower() == "to" for c in parse.children(verb.index))


def _object(parse: Parse, table: SpeechTable, verb: Token) -> Draft | None:
    known = table.cue_class("object", verb.lemma.lower())
    if known is None:
        return None
    children = parse.children(verb.index)
    objects = [c for c in children if c.dep == "dobj"] or _behind_a_meeting(parse, verb)
    if not objects:
        return None
    more = [c for c in children if c.dep == "prep" and c.lemma.lower() in _WITH_OBJECT and c.index > objects[0].index]
    return _doubted(
        _draft(parse, table, verb, _tree(parse, *objects, *more), known, "object"),
        table.is_doubtful("object", verb.lemma.lower()),
    )


def _behind_a_meeting(parse: Parse, verb: Token) -> list[Token]:
    """`defended at Monday's meeting the plan`: the parse may take the noun in -ing for a verb that has the object."""
    return [
        inner
        for child in parse.children(verb.index)
        if child.tag == "VBG" and child.index > verb.index and parse.tokens[child.index - 1].dep == "case"
        for inner in parse.children(child.index)
        if inner.dep == "dobj"
    ]


def _gerund(parse: Parse, table: SpeechTable, verb: Token) -> Draft | None:
    known = table.cue_class("gerund", verb.lemma.lower())
    acts = [c for c in parse.children(verb.index) if c.dep == "xcomp" and c.tag == "VBG" and c.index > verb.index]
    if known is None or not acts:
        return None
    return _draft(parse, table, verb, _tree(parse, *acts), known, "doing")


def _preposition(parse: Parse, table: SpeechTable, verb: Token) -> Draft | None:
    for child in parse.children(verb.index):
        if child.dep != "prep" or child.index < verb.index:
            continue
        known = table.cue_class("preposition", f"{verb.lemma.lower()} {child.lemma.lower()}")
        if known is None:
            continue
        inner = [c for c in parse.children(child.index) if c.dep in ("pobj", "pcomp")]
        if inner:
            children = parse.children(verb.index)
            objects = [c for c in children if c.dep == "dobj"]
            objects += [c for c in children if c.index > inner[0].index and c.dep in _AIMS and _has_to(parse, c)]
            return _doubted(
                _draft(parse, table, verb, _tree(parse, *objects, *inner), known, "prepositional object"),
                table.is_doubtful("preposition", f"{verb.lemma.lower()} {child.lemma.lower()}"),
            )
    return None
