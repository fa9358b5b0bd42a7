"""Requoted: one quotation printed with other words, or cut."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations

from synoptic.records.annotation import QuoteForm
from synoptic.records.findings import Difference, DifferenceKind
from synoptic.records.parse import Token
from synoptic.records.span import Span
from synoptic.stages.weigh.differences.frames import folded
from synoptic.stages.weigh.differences.sides import difference
from synoptic.stages.weigh.differences.telling import Telling

_LEAST = 4
"""Words that two printings have in common at least, and half of the shorter one."""

_CUT = 3
"""Words from which a cut is told; a smaller one is that of a "that" or a "the"."""

_SHOWN = 8
"""Words of a changed stretch that are shown at most."""

_LEFT_OUT = "(left out)"

_MARKS = frozenset('"“”«»„')
_CLOSING = frozenset("”»")


@dataclass(frozen=True, slots=True)
class _Printing:
    """The words of a telling that are in quotation marks of one quotation: its tokens, and they folded."""

    telling: Telling
    tokens: tuple[Token, ...]
    words: tuple[str, ...]

    def shown(self, first: int, last: int) -> str:
        """The words from `first` to before `last`, no more than _SHOWN."""
        tokens = self.tokens[first:last][:_SHOWN]
        return self.telling.words(Span(tokens[0].start, tokens[-1].end)) if tokens else _LEFT_OUT


def quotation_differences(tellings: Sequence[Telling]) -> tuple[Difference, ...]:
    """The first quotation that two origins print otherwise, by its longest change, words for words before a cut."""
    printings = [printing for telling in tellings for printing in _printings(telling)]
    for one, other in combinations(printings, 2):
        if one.telling.article == other.telling.article or one.telling.origin == other.telling.origin:
            continue
        change = _change(one, other)
        if change is not None:
            values = [(one.telling, "1", change[0]), (other.telling, "2", change[1])]
            found = difference(DifferenceKind.WORDING, values, True, "in one quotation")
            return (found,) if found else ()
    return ()


def _printings(telling: Telling) -> Iterator[_Printing]:
    """The quotations of a telling that are in quotation marks, as far as they lie in it."""
    for quote in telling.quotes:
        if quote.form is not QuoteForm.INDIRECT:
            inside = [token for token in telling.tokens if any(part.contains(token.span) for part in quote.content)]
            printed = _between_marks(inside, whole=quote.form is QuoteForm.DIRECT)
            tokens = tuple(token for token in printed if any(c.isalnum() for c in token.text))
            if len(tokens) >= _LEAST:
                yield _Printing(telling, tokens, tuple(folded(token.text) for token in tokens))


def _between_marks(tokens: Sequence[Token], *, whole: bool) -> Sequence[Token]:
    """The first stretch of words between quotation marks; where no mark stands among them, all if `whole`.

    A mark that closes with none before it ends a stretch that began in an earlier sentence.
    """
    marks = [place for place, token in enumerate(tokens) if token.text in _MARKS]
    if not marks:
        return tokens if whole else ()
    if tokens[marks[0]].text in _CLOSING or tokens[marks[0]].tag == "''":
        return tokens[: marks[0]]
    return tokens[marks[0] + 1 : marks[1] if len(marks) > 1 else None]


def _change(one: _Printing, other: _Printing) -> tuple[str, str] | None:
    """The longest change between two printings of one quotation; None where they are alike, or not of one."""
    least = max(_LEAST, min(len(one.words), len(other.words)) / 2)
    if one.words == other.words or len({*one.words} & {*other.words}) < least / 2:
        return None
    matcher = SequenceMatcher(None, one.words, other.words, autojunk=False)
    if sum(block.size for block in matcher.get_matching_blocks()) < least:
        return None
    steps = [step for step in matcher.get_opcodes() if step[0] != "equal"]
    told = [(i, j, k, n) for kind, i, j, k, n in steps if kind == "replace" or j - i + n - k >= _CUT]
    if not told:
        return None
    i, j, k, n = max(
        told, key=lambda step: (step[1] > step[0] and step[3] > step[2], step[1] - step[0] + step[3] - step[2])
    )
    return one.shown(i, j), other.shown(k, n)
