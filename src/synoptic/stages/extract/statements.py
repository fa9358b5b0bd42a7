"""Statements: the propositions of an article with voice, polarity and modality."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from synoptic.records.annotation import Modality, Polarity, Quote, Statement, Voice
from synoptic.records.article import Article, BlockKind
from synoptic.records.parse import Parse, Token
from synoptic.records.span import Span, hull
from synoptic.stages.extract.certainty import modality_of, polarity_of

UNVOICED = "seem"
"""The class of cues that name no one: "seems to be old" is the outlet's own doubt."""
_TOLD = frozenset({BlockKind.LEAD, BlockKind.BODY})
_CUT = frozenset({"conj", "advcl", "relcl", "ccomp", "parataxis"})
"""Relations by which a clause with content of its own hangs on another."""
_SHORTEST = 3
"""Words that a clause needs to stand alone ("he said", "which rained" do not)."""


def find_statements(article: Article, parse: Parse, quotes: Sequence[Quote]) -> tuple[Statement, ...]:
    """The statements of lead and body, in order of the text; every sentence there has at least one."""
    told = article.spans_of(_TOLD)
    starts = [block.start for block in told]
    parsed = parse.parsed  # asked once: without a model it looks at every token
    found: list[Statement] = []
    cues = [quote.cue for quote in quotes if quote.cue is not None]
    marked = [(hull(quote.content), quote) for quote in quotes if quote.cue_class != UNVOICED]
    for number, sentence in enumerate(parse.sentence_spans):
        place = bisect_right(starts, sentence.start) - 1
        if place < 0 or not told[place].contains(sentence):
            continue
        heard = [quote for span, quote in marked if span.start < sentence.end and sentence.start < span.end]
        near = [cue for cue in cues if cue.start < sentence.end and sentence.start < cue.end]
        clauses = list(_clauses(parse, number, near)) if parsed else []
        if not clauses:
            found.append(_voiced(sentence, sentence, heard, Polarity.POSITIVE, Modality.FACT))
        for head, span in clauses:
            polarity = polarity_of(parse, head) if head is not None else Polarity.POSITIVE
            modality = modality_of(parse, head) if head is not None else Modality.FACT
            found.append(_voiced(span, sentence, heard, polarity, modality))
    return tuple(sorted(set(found), key=lambda s: (s.sentence, s.span)))


def _clauses(parse: Parse, number: int, cues: Sequence[Span]) -> Iterator[tuple[Token | None, Span]]:
    """The clauses of a sentence, each with its head verb: coordinated, adverbial, relative and reported ones.

    What is left of a cue's clause without what it reports ("The mayor said on Monday") is no statement.
    """
    first, last = parse.sentences[number]
    heads = [t for t in parse.tokens[first:last] if _heads_clause(t)]
    owner: dict[int, int] = {}
    for head in sorted(heads, key=lambda t: _depth(parse, t)):
        for token in parse.subtree(head.index):
            if first <= token.index < last:
                owner[token.index] = head.index
    rows: dict[int, list[int]] = {}
    for index in range(first, last):
        if index in owner:
            rows.setdefault(owner[index], []).append(index)
    full = {at: row for at, row in rows.items() if _stands_alone(parse, row, at)}
    kept = {at: row for at, row in full.items() if not _frames(parse, at, rows, cues)}
    if not kept or len(full) < 2:
        root = next((t for t in heads if t.index in (kept or rows)), None)
        yield root, parse.span(first, last)
        return
    for at, row in sorted(kept.items(), key=lambda item: item[1][0]):
        inner = [i for i in row if any(map(str.isalnum, parse.tokens[i].text)) and parse.tokens[i].dep != "mark"]
        while len(inner) > 1 and parse.tokens[inner[-1]].dep == "cc":
            inner.pop()
        yield parse.tokens[at], parse.span(inner[0], inner[-1] + 1)


def _frames(parse: Parse, head: int, rows: dict[int, list[int]], cues: Sequence[Span]) -> bool:
    """Whether a clause only says that somebody says what another clause of the sentence holds."""
    reported = any(child.dep == "ccomp" and child.index in rows for child in parse.children(head))
    return reported and any(cue.contains(parse.tokens[head].span) for cue in cues)


def _depth(parse: Parse, token: Token) -> int:
    depth = 0
    while token.head != token.index and depth < 200:
        token = parse.tokens[token.head]
        depth += 1
    return depth


def _heads_clause(token: Token) -> bool:
    if token.dep == "ROOT" or token.head == token.index:
        return True
    return token.dep in _CUT and token.pos in ("VERB", "AUX")


def _stands_alone(parse: Parse, row: list[int], head: int) -> bool:
    words = [i for i in row if parse.tokens[i].pos not in ("PUNCT", "CCONJ", "SCONJ", "SPACE", "DET", "AUX", "ADP")]
    return len(words) >= _SHORTEST and any(i != head for i in words)


def _voiced(span: Span, sentence: Span, quotes: Sequence[Quote], polarity: Polarity, modality: Modality) -> Statement:
    """The statement in its speaker's voice where at least half of it stands in a quote; the innermost quote wins."""
    best: tuple[int, Quote] | None = None
    for quote in quotes:
        shared = sum(part.overlap(span) for part in quote.content)
        if 2 * shared < len(span):
            continue
        size = sum(len(part) for part in quote.content)
        if best is None or size < best[0]:
            best = (size, quote)
    if best is None:
        return Statement(span, sentence, Voice.OUTLET, None, polarity, modality)
    return Statement(span, sentence, Voice.SPEAKER, best[1].entity, polarity, modality)
