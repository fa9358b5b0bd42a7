"""Which drafts are quotes: a cue that is asserted, by a named speaker, with much said, reports more surely.

A sum of nine judgements, each a rounded log-odds, read on the tuning half of PolNeAR (no text of it is kept); the bar
`_BAR` was set there too (found F1): .7594 at -.8, .7599 at -.6 and -.5, .759 at -.4, .7574 at -.3, .7563 at -.2.
"""

from synoptic.records.parse import Parse
from synoptic.stages.extract.quotes.draft import QUOTE_MARKS, Draft, is_word

_BAR = -0.5
_BASE = {
    "clause before its cue": 1.4,
    "clause behind its cue": 1.2,
    "that behind its cue": 1.2,
    "cue put in": 1.0,
    "according to": 1.0,
    "colon before": 1.2,
    "cue beside a quotation": 0.8,
    "cue between quotations": 1.2,
    "cue in the sentence before": 1.0,
    "described as": 0.9,
    "object": 0.8,
    "prepositional object": 0.7,
    "to do": 0.6,
    "to seem": 0.9,
    "noun is that": 1.0,
    "in a poll": 0.4,
    "name given": 0.5,
    "name and colon": 1.0,
    "signed": 1.0,
    "noun": 0.3,
    "adjective": 0.5,
    "doing": 0.5,
    "as X cues": -0.2,
    "adverb": 0.3,
}
_DOUBTFUL = -1.4
_RELATION = {"ROOT": 0.8, "parataxis": 0.5, "conj": 0.3, "advcl": 0.2, "ccomp": -0.6, "pcomp": -0.3, "acl": -0.2}
_MODAL = frozenset({"should", "can", "could", "must", "might", "would"})
_LENGTH = ((16, 0.8), (8, 0.45), (4, 0.0), (2, -0.45), (0, -0.7))
"""Words of the content from which the value holds."""


def is_quote(parse: Parse, draft: Draft) -> bool:
    """Whether a draft is sure enough."""
    return surety(parse, draft) >= _BAR


def surety(parse: Parse, draft: Draft) -> float:
    """The sum of the judgements; above 0 more likely a quote than worth leaving out."""
    cue = parse.tokens[draft.head]
    total = _BASE.get(draft.rule, 0.0) + _RELATION.get(cue.dep, 0.0)
    if draft.doubtful:
        total += _DOUBTFUL
    if cue.tag == "VB":
        total -= 0.5
    if any(c.dep == "aux" and c.lemma.lower() in _MODAL for c in parse.children(cue.index)):
        total -= 0.4
    words = sum(is_word(parse.tokens[i]) for i in draft.content)
    total += next(value for least, value in _LENGTH if words >= least)
    heads = [i for i in draft.speaker if parse.tokens[i].head not in draft.speaker]
    if not draft.speaker:
        total -= 0.2
    elif any(parse.tokens[i].pos == "PROPN" for i in heads):
        total += 0.4
    if any(parse.tokens[i].text in QUOTE_MARKS for i in draft.content):
        total += 0.4
    return total
