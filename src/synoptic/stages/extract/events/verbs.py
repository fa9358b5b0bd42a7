"""Which act an actor does to a recipient in a sentence: the verb that joins the two best, read by `acts`."""

from synoptic.language.predicates import PredicateTable
from synoptic.records.parse import Parse, Token
from synoptic.records.span import Span
from synoptic.stages.extract.events.acts import Act, Reading, act_of
from synoptic.stages.extract.events.clauses import actor, conjuncts, objects


def classify(
    parse: Parse, table: PredicateTable, sentence: int, actor_span: Span | None, recipient_span: Span | None
) -> Act | None:
    """The act of one pair of spans in a sentence, or None where no predicate of the table joins them.

    Candidates are the sentence's verbs; each is weighed by how it stands to the two spans: the actor as its subject or
    agent, the recipient among its objects or below it, and how much the rule of its act asks for.
    """
    tokens = parse.sentence_tokens(sentence)
    doing = _indexes(tokens, actor_span)
    done_to = _indexes(tokens, recipient_span)
    reading = Reading(parse, table, done_to)
    acts = acts_of(reading, tokens)
    # The verb's weight decides only between verbs that join the two equally well.
    return max(
        (act for _, act in acts),
        key=lambda act: _fit(parse, parse.tokens[act.head], doing, done_to) + 0.1 * act.weight,
        default=None,
    )


def acts_of(reading: Reading, tokens: tuple[Token, ...]) -> tuple[tuple[Token, Act], ...]:
    """The verbs of a sentence that tell of an act, without those that another of them governs."""
    read = [(verb, act_of(reading, verb)) for verb in tokens if _may_act(reading.parse, verb)]
    found = [(verb, act) for verb, act in read if act is not None]
    governed = {index for _, act in found for index in act.through}
    return tuple((verb, act) for verb, act in found if verb.index not in governed)


def _may_act(parse: Parse, token: Token) -> bool:
    """Whether a token is a verb of its own, not a participle before a noun ("Kiva-backed fighters") or a side.

    Captions say where somebody stands: "Ortega, left, and Prado".
    """
    after = parse.tokens[token.index + 1].text if token.index + 1 < len(parse.tokens) else ""
    if token.text.lower() == "left" and after in {",", ")"}:
        return False
    return token.pos in {"VERB", "AUX"} and token.dep not in {"amod", "compound", "aux", "auxpass", "punct", "case"}


def _indexes(tokens: tuple[Token, ...], span: Span | None) -> frozenset[int]:
    if span is None:
        return frozenset()
    return frozenset(token.index for token in tokens if token.start < span.end and span.start < token.end)


def _fit(parse: Parse, verb: Token, doing: frozenset[int], done_to: frozenset[int]) -> float:
    score = 0.0
    doer = actor(parse, verb)
    if doer is not None and doing:
        if any(one.index in doing for one in conjuncts(parse, doer)):
            score += 3
        elif any(token.index in doing for token in parse.subtree(doer.index)):
            score += 2
    if done_to:
        if any(one.index in done_to for one in objects(parse, verb)):
            score += 1.5
        elif any(token.index in done_to for token in parse.subtree(verb.index)):
            score += 1
    return score
