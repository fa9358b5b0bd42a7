"""Sources named by a phrase or an adverb: "according to X", "X, in a poll", "reportedly"."""

from collections.abc import Iterator

from synoptic.language.speech import SpeechTable
from synoptic.records.parse import Parse, Token
from synoptic.stages.extract.quotes.draft import Draft, indexes
from synoptic.stages.extract.quotes.speaker import phrase


def according_quotes(parse: Parse, table: SpeechTable) -> Iterator[Draft]:
    """A draft for every "according to" and every "reportedly"."""
    for token in parse.tokens:
        if token.text.lower() == "according" and token.index + 1 < len(parse.tokens):
            draft = _according(parse, token)
        elif token.text.lower() == "in" and token.dep == "prep":
            draft = _in_a_poll(parse, table, token)
        elif token.text.lower() in table.reporters:
            draft = _reportedly(parse, token)
        else:
            continue
        if draft is not None:
            yield draft


def _according(parse: Parse, token: Token) -> Draft | None:
    to = parse.tokens[token.index + 1]
    if to.text.lower() != "to":
        return None
    inner = [c for c in parse.children(to.index) if c.dep == "pobj"]
    if not inner:
        return None
    unit = set(indexes(parse.subtree(token.index)))
    whole = indexes(parse.subtree(token.head)) if token.head != token.index else ()
    start, end = parse.sentences[parse.sentence_of(token.index)]
    first = min(unit) == start or parse.tokens[token.head].pos not in ("VERB", "AUX")
    content = frozenset(i for i in (range(start, end) if first else whole) if i not in unit)
    speaker = phrase(parse, inner[0])
    if not content:
        return None
    return Draft(content, (token.index, to.index), token.index, speaker, "say", "according to")


def _in_a_poll(parse: Parse, table: SpeechTable, token: Token) -> Draft | None:
    """A poll as the source: `In a poll on Monday, half of the voters were against it.`."""
    inner = next((c for c in parse.children(token.index) if c.dep == "pobj"), None)
    verb = parse.tokens[token.head]
    if inner is None or inner.lemma.lower() not in table.polls or verb.pos not in ("VERB", "AUX"):
        return None
    if any(child.dep == "ccomp" for child in parse.children(verb.index)) or verb.dep not in ("ROOT", "conj", "advcl"):
        return None
    unit = set(indexes(parse.subtree(token.index)))
    content = frozenset(i for i in indexes(parse.subtree(verb.index)) if i not in unit)
    return Draft(content, (token.index,), token.index, phrase(parse, inner), "show", "in a poll") if content else None


def _reportedly(parse: Parse, token: Token) -> Draft | None:
    head = parse.tokens[token.head]
    if token.head == token.index:
        return None
    content = frozenset(indexes(parse.subtree(head.index))) - {token.index}
    return Draft(content, (token.index,), token.index, (), "claim", "adverb") if content else None
