"""The verbs of a sentence that tell of an act."""

from synoptic.records.parse import Parse, Token
from synoptic.stages.extract.events.acts import Act, Reading, act_of


def acts_of(reading: Reading, tokens: tuple[Token, ...]) -> tuple[tuple[Token, Act], ...]:
    """The verbs among `tokens` with their acts, without the verbs that another of them governs."""
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
