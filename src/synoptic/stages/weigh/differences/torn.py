"""Torn names: two tellings that agree word by word but for one name, whatever it names."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import combinations

from synoptic.records.findings import Difference, DifferenceKind
from synoptic.records.parse import Token
from synoptic.records.span import Span
from synoptic.stages.weigh.differences.frames import folded
from synoptic.stages.weigh.differences.sides import difference
from synoptic.stages.weigh.differences.telling import Telling

_AGREE = 0.75
"""Least likeness of two tellings, token by token."""

_LONGEST = 4
_AROUND = 2
"""Tokens of a name at most, and tokens on either side that must agree."""


def torn_names(tellings: Sequence[Telling], told: Sequence[Difference]) -> tuple[Difference, ...]:
    """Names of which another stands in the same words of another article; not where a difference tells them already."""
    known = {value.casefold() for one in told for value in one.values}
    for one, other in combinations(tellings, 2):
        if one.article != other.article:
            for here, there in _replaced(one, other):
                mine, theirs = one.words(here), other.words(there)
                if not any(words.casefold() in value for words in (mine, theirs) for value in known):
                    values = [(one, "1", mine), (other, "2", theirs)]
                    made = difference(DifferenceKind.NAME, values, False, f"in the same words: {mine} / {theirs}")
                    return (made,) if made else ()
    return ()


def _replaced(one: Telling, other: Telling) -> Iterator[tuple[Span, Span]]:
    a, b = ([folded(token.text) for token in telling.tokens] for telling in (one, other))
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    if matcher.real_quick_ratio() < _AGREE or matcher.quick_ratio() < _AGREE or matcher.ratio() < _AGREE:
        return
    steps = matcher.get_opcodes()
    for place, (kind, i, i_end, j, j_end) in enumerate(steps):
        around = [steps[n] for n in (place - 1, place + 1) if 0 <= n < len(steps)]
        if kind != "replace" or len(around) < 2 or any(s[2] - s[1] < _AROUND or s[0] != "equal" for s in around):
            continue
        mine, theirs = one.tokens[i:i_end], other.tokens[j:j_end]
        if _is_name(mine) and _is_name(theirs) and not _akin(mine, theirs):
            yield Span(mine[0].start, mine[-1].end), Span(theirs[0].start, theirs[-1].end)


def _is_name(tokens: Sequence[Token]) -> bool:
    return len(tokens) <= _LONGEST and all(t.pos == "PROPN" and t.text[0].isupper() and len(t.text) > 2 for t in tokens)


def _akin(one: Sequence[Token], other: Sequence[Token]) -> bool:
    """Whether two names begin a word alike, or one is the other's initials."""
    mine, theirs = ({folded(token.text)[:4] for token in tokens} for tokens in (one, other))
    return bool(mine & theirs) or any(len(tokens) == 1 and tokens[0].text.isupper() for tokens in (one, other))
