"""Who speaks: the subject of a cue, also when another verb, a passive or a possessive holds it."""

from itertools import pairwise

from synoptic.language.speech import SpeechTable
from synoptic.records.parse import Parse, Token
from synoptic.stages.extract.quotes.draft import QUOTE_MARKS, indexes

SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
_UP = frozenset({"xcomp", "advcl", "conj", "pcomp", "prep", "ccomp", "acl", "acomp", "oprd"})
_NOUNS = ("NOUN", "PROPN", "PRON")
_NEAR = frozenset({"aux", "auxpass", "neg", "prt", "advmod"})


def own_subject(parse: Parse, verb: int) -> Token | None:
    """The subject that hangs on the verb itself (of a passive: none); of several, the noun nearest before the verb.

    A second one with nothing but nouns between is an apposition: `Lund the mayor said`.
    """
    children = parse.children(verb)
    found = [child for child in children if child.dep in SUBJECTS]
    if not found:
        held = [c for child in children if child.dep in ("aux", "auxpass") for c in parse.children(child.index)]
        found = [child for child in held if child.dep == "nsubj"]
    before = [child for child in found if child.index < verb and child.dep == "nsubj"]
    if not before:
        return next(iter(found), None)
    nearest = before[-1]
    for child in reversed(before[:-1]):
        between = parse.tokens[child.index + 1 : nearest.index]
        if any(token.pos in ("PUNCT", "VERB", "AUX", "ADP", "CCONJ") for token in between):
            break
        nearest = child
    return nearest


def subject_of(parse: Parse, table: SpeechTable, verb: int, steps: int = 5) -> Token | None:
    """The verb's subject, or the one it shares with the verb it is subordinate to or coordinated with.

    An infinitive under a verb with an object takes that object ("asked him to say"); what a document says is said by
    whoever issues it ("sent a letter urging …").
    """
    token = parse.tokens[verb]
    found = own_subject(parse, verb)
    if found is not None or steps == 0:
        return found
    passive = next((child for child in parse.children(verb) if child.dep == "nsubjpass"), None)
    if passive is not None and (_is_perfect(parse, verb) or token.lemma.lower() in table.swayed):
        return passive
    if passive is not None and token.dep != "conj":
        return None
    head = parse.tokens[token.head]
    if token.dep == "advcl" and token.tag == "VBG" and (beside := _with(parse, token)) is not None:
        return beside
    if token.dep in ("acl", "relcl") and head.pos in _NOUNS and token.tag == "VBG":
        return _issuer(parse, table, head, steps) or head
    if token.dep not in _UP or token.head == verb:
        return None
    if token.dep in ("xcomp", "ccomp") or (token.dep == "advcl" and head.lemma.lower() in table.moving):
        objects = [child for child in parse.children(head.index) if child.dep in ("dobj", "dative")]
        if objects and objects[0].index < verb and not _promises(head):
            return objects[0]
    if token.dep in ("acl", "prep") and head.pos in ("NOUN", "PROPN"):
        return owner_of(parse, head.index) or above(parse, table, head, steps)
    if token.dep in ("advcl", "xcomp", "conj", "prep", "pcomp"):
        passives = [child for child in parse.children(head.index) if child.dep == "nsubjpass"]
        if passives:
            return passives[0]
    return subject_of(parse, table, head.index, steps - 1)


def _is_perfect(parse: Parse, verb: int) -> bool:
    """Whether a verb only looks passive: `he's said` is "he has said" where something is said behind it."""
    children = parse.children(verb)
    short = any(child.dep == "auxpass" and child.text in ("'s", "’s") for child in children)
    return short and any(child.dep in ("ccomp", "dobj") for child in children)


def _with(parse: Parse, verb: Token) -> Token | None:
    """`…, with Lund saying …`: the noun right before a participle, held by "with"."""
    before = parse.tokens[verb.index - 1] if verb.index else verb
    while before.dep in ("npadvmod", "advmod") and before.index > 0:
        before = parse.tokens[before.index - 1]
    while before.dep in ("pobj", "nummod") and parse.tokens[before.head].dep == "prep":
        holder = parse.tokens[before.head]
        if holder.lemma.lower() == "with":
            return before
        before = parse.tokens[holder.head]
    return None


def _issuer(parse: Parse, table: SpeechTable, noun: Token, steps: int) -> Token | None:
    """Who issues a document: its owner, or the subject of the verb it is the object of; None of other nouns."""
    if noun.lemma.lower() not in table.statements:
        return None
    return owner_of(parse, noun.index) or above(parse, table, noun, steps)


def above(parse: Parse, table: SpeechTable, noun: Token, steps: int = 4) -> Token | None:
    """The subject of the verb that a noun is the object of, also through a preposition."""
    head = parse.tokens[noun.head]
    if noun.dep == "pobj" and head.dep == "prep":
        head = parse.tokens[head.head]
        if head.pos in ("NOUN", "PROPN") and head.dep in ("dobj", "pobj"):
            return above(parse, table, head, steps - 1) if steps > 0 else None
    elif noun.dep not in ("dobj", "attr"):
        return None
    return subject_of(parse, table, head.index, steps - 1) if head.pos in ("VERB", "AUX") and steps > 0 else None


def speaker_of(parse: Parse, table: SpeechTable, verb: int) -> Token | None:
    """Who a cue verb's speaker is: its subject, a passive's agent, or what the sentence shows where the parse does not.

    `X said that … and added`: X; a finite verb without a subject:
    the first noun of the sentence that hangs on nothing before the verb.
    """
    token = parse.tokens[verb]
    outer = outer_cue(parse, token)
    if outer is not None:
        return subject_of(parse, table, outer.index)
    if token.tag == "VBN" and own_subject(parse, verb) is None and (agent := agent_of(parse, verb)) is not None:
        return agent
    return subject_of(parse, table, verb) or agent_of(parse, verb) or _first_noun(parse, token)


def inverted(parse: Parse, verb: Token) -> Token | None:
    """`…, said Lund, …`: the parse may take what stands before for the subject and the speaker for the object."""
    if verb.index == 0 or parse.tokens[verb.index - 1].text not in (",", "”", '"', "''", "?", "!", "’"):
        return None
    subject = own_subject(parse, verb.index)
    if subject is not None and subject.index < verb.index:
        between = parse.tokens[subject.index + 1 : verb.index]
        if not any(token.text in QUOTE_MARKS for token in between):
            return None
    for child in parse.children(verb.index):
        if child.index > verb.index and child.dep in ("dobj", "nsubj") and child.pos in _NOUNS:
            first = min(indexes(parse.subtree(child.index)))
            return child if first == verb.index + 1 and verb.tag in ("VBD", "VBZ", "VBP") else None
    return None


def outer_cue(parse: Parse, verb: Token) -> Token | None:
    """The cue whose clause a verb was wrongly bound to: `Lund said she had agreed and added …`, `…, saying …`."""
    if own_subject(parse, verb.index) is not None:
        return None
    head = parse.tokens[verb.head]
    while head.dep == "conj" and head.head != head.index:
        head = parse.tokens[head.head]
    over = parse.tokens[head.head]
    if head.dep != "ccomp" or over.pos != "VERB" or over.tag not in ("VBD", "VBZ", "VBP") or over.index > head.index:
        return None
    if verb.dep == "conj":
        return over if verb.tag == over.tag and (over.tag != head.tag or _opens_report(parse, verb)) else None
    comma = parse.tokens[verb.index - 1].text in (",", "-", "—", "--")
    return over if verb.dep == "advcl" and verb.tag == "VBG" and comma and verb.index > head.index else None


def _opens_report(parse: Parse, verb: Token) -> bool:
    """Whether a verb is followed by quotation marks behind a comma or colon: `and added, "…"`."""
    following = [token.text for token in parse.tokens[verb.index + 1 : verb.index + 3]]
    return len(following) == 2 and following[0] in (",", ":") and following[1] in QUOTE_MARKS


def _first_noun(parse: Parse, verb: Token) -> Token | None:
    """The noun phrase that opens the sentence of a finite verb without a subject."""
    if verb.tag not in ("VBD", "VBZ", "VBP") or verb.dep in ("acl", "relcl", "amod", "xcomp", "advcl"):
        return None
    if any(child.dep in ("nsubjpass", "auxpass") for child in parse.children(verb.index)):
        return None
    start, _ = parse.sentences[parse.sentence_of(verb.index)]
    beside = _right_before(parse, verb, start)
    if beside is not None:
        return beside
    for token in parse.tokens[start : verb.index]:
        if token.text in QUOTE_MARKS or (token.pos in ("VERB", "AUX") and token.dep in ("ROOT", "ccomp")):
            return None
        free = token.dep not in ("compound", "poss", "pobj", "amod", "npadvmod")
        named = token.dep == "pobj" and token.pos == "PROPN" and parse.tokens[token.head].lemma.lower() == "as"
        if token.pos in _NOUNS and (free or named):
            return token
    return None


def _right_before(parse: Parse, verb: Token, start: int) -> Token | None:
    """The noun or pronoun right before a verb and its adverbs, whatever the parse takes it for."""
    at = min(cue_group(parse, verb.index)) - 1
    while at >= start and parse.tokens[at].pos == "ADV":
        at -= 1
    if at < start:
        return None
    token = parse.tokens[at]
    opens = at == start or parse.tokens[at - 1].text in (",", ".", "”", '"') or token.dep in ("intj", "dep", "npadvmod")
    return token if token.pos in ("PROPN", "PRON") or (token.pos in ("DET", "NUM", "NOUN") and opens) else None


def _promises(verb: Token) -> bool:
    return verb.lemma in ("promise", "vow", "use", "take", "hold", "make", "give", "issue", "release", "send", "have")


def agent_of(parse: Parse, verb: int) -> Token | None:
    """The "by" phrase of a passive: its noun."""
    for child in parse.children(verb):
        if child.dep == "agent" or (child.dep == "prep" and child.lemma.lower() == "by"):
            for inner in parse.children(child.index):
                if inner.dep == "pobj":
                    return inner
    return None


def owner_of(parse: Parse, noun: int) -> Token | None:
    """Whose noun it is: a possessive, or the "by"/"from"/"of" phrase with a name ("a statement by the mayor")."""
    for child in parse.children(noun):
        if child.dep == "poss":
            return child
    for child in parse.children(noun):
        if child.dep == "prep" and child.lemma.lower() in ("by", "from", "among"):
            for inner in parse.children(child.index):
                if inner.dep == "pobj":
                    return inner
    return None


def phrase(parse: Parse, head: Token | None, stop: frozenset[int] = frozenset()) -> tuple[int, ...]:
    """The whole noun phrase of a head, with appositions and relative clauses, without marks at the edges.

    Tokens of `stop` (the content) are left out, and what follows them.
    """
    if head is None:
        return ()
    found: list[int] = []
    for token in parse.subtree(head.index):
        if token.index in stop:
            if token.index > head.index:
                break
            found = []
            continue
        found.append(token.index)
    if head.index not in found:
        return (head.index,)
    return _trimmed(parse, _run(found, head.index))


def _run(found: list[int], head: int) -> list[int]:
    """The stretch around the head without gaps."""
    place = found.index(head)
    first = last = place
    while first > 0 and found[first - 1] == found[first] - 1:
        first -= 1
    while last + 1 < len(found) and found[last + 1] == found[last] + 1:
        last += 1
    return found[first : last + 1]


def _trimmed(parse: Parse, run: list[int]) -> tuple[int, ...]:
    marks = QUOTE_MARKS | {",", ".", ":", ";", "-", "–", "—", "--"}
    while len(run) > 1 and (parse.tokens[run[0]].text in marks or parse.tokens[run[0]].dep == "cc"):
        run = run[1:]
    while len(run) > 1 and (parse.tokens[run[-1]].text in marks or parse.tokens[run[-1]].dep == "case"):
        run = run[:-1]
    return tuple(run)


def speaker_phrase(parse: Parse, head: Token | None, table: SpeechTable, stop: frozenset[int]) -> tuple[int, ...]:
    """The speaker's noun phrase; a relative pronoun is given together with the noun it stands for."""
    if head is None:
        return ()
    if head.text.lower() in table.relative and head.pos in ("PRON", "DET", "SCONJ"):
        clause = parse.tokens[head.head]
        if clause.dep == "relcl" and clause.head < head.index:
            noun = parse.tokens[clause.head]
            before = [i for i in indexes(parse.subtree(noun.index)) if i < head.index and i not in stop]
            if noun.index in before:
                return (*_run(before, noun.index), *range(max(_run(before, noun.index)) + 1, head.index + 1))
    return _without_setting(parse, table, phrase(parse, head, stop), head)


def _without_setting(parse: Parse, table: SpeechTable, found: tuple[int, ...], head: Token) -> tuple[int, ...]:
    """A speaker's phrase without the place or occasion behind it: `Lund, the mayor, in a letter, said`."""
    for before, index in pairwise(found):
        token = parse.tokens[index]
        setting = token.dep == "prep" and token.lemma.lower() in table.settings
        if index > head.index and setting and parse.tokens[before].text == ",":
            return _trimmed(parse, [i for i in found if i < index])
    return found


def cue_group(parse: Parse, verb: int) -> tuple[int, ...]:
    """The verb with its auxiliaries, negation, particle and the adverbs right beside it."""
    found = {verb}
    children = {child.index: child for child in parse.children(verb)}
    at = verb - 1
    while at in children and children[at].dep in _NEAR:
        found.add(at)
        at -= 1
    at = verb + 1
    while at in children and children[at].dep in ("prt", "neg"):
        found.add(at)
        at += 1
    return tuple(sorted(found))
