"""The beginning of an account: its title and the first sentences of its prose, where the main event is told."""

from dataclasses import dataclass

from synoptic.records.annotation import Account
from synoptic.records.article import BlockKind
from synoptic.records.parse import Token
from synoptic.records.span import Span

_PROSE = frozenset({BlockKind.LEAD, BlockKind.BODY})
LEAD_SENTENCES = 6
"""How many sentences of an account's prose can tell its main event."""


@dataclass(frozen=True, slots=True)
class Opening:
    """A sentence near the beginning: its number in the parse, its span, its rank among its kind (0 for the first)."""

    number: int
    span: Span
    rank: int
    kind: BlockKind


def openings(account: Account) -> tuple[Opening, ...]:
    """The sentences of the title, of the captions and of the first prose of an account, in order of the text."""
    kinds = [(block.span, block.kind) for block in account.article.blocks]
    found: list[Opening] = []
    ranks: dict[BlockKind, int] = {}
    for number, span in enumerate(account.annotation.parse.sentence_spans):
        kind = next((kind for block, kind in kinds if block.contains(span)), None)
        if kind is None or kind not in _PROSE | {BlockKind.TITLE, BlockKind.CAPTION}:
            continue
        shelf = BlockKind.LEAD if kind in _PROSE else kind
        rank = ranks.get(shelf, 0)
        ranks[shelf] = rank + 1
        if rank < LEAD_SENTENCES:
            found.append(Opening(number, span, rank, shelf))
    return tuple(found)


def main_verb(account: Account, opening: Opening) -> Token | None:
    """The root of a sentence where it is a verb, else the first verb below it; None without a parse."""
    tokens = account.annotation.parse.sentence_tokens(opening.number)
    roots = [token for token in tokens if token.head == token.index and token.pos]
    verbs = [token for token in roots if token.pos in {"VERB", "AUX"}]
    verbs += [token for token in tokens if token.pos == "VERB" and token.dep in {"ccomp", "relcl", "acl", "conj"}]
    return verbs[0] if verbs else None
