"""Parse: tokens, sentences and named spans of a text, as a tagger gives them.

Parts of speech, relations and heads follow Universal Dependencies. For a language without a model the tagger gives
tokens and sentences only: `pos`, `tag` and `dep` are empty, and every token is its own head.
"""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field

from synoptic.records.span import Span


@dataclass(frozen=True, slots=True)
class Token:
    """One token: `text` at `[start, end)` of the article. `head` is the index of its head; a root is its own head."""

    index: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int

    @property
    def span(self) -> Span:
        """The position of the token in the article."""
        return Span(self.start, self.end)


def _start(token: Token) -> int:
    return token.start


@dataclass(frozen=True, slots=True)
class NamedSpan:
    """A name that the model found: token indexes `[first, last)` and its label (OntoNotes: PERSON, GPE, ORG …)."""

    first: int
    last: int
    label: str


@dataclass(frozen=True, slots=True)
class Parse:
    """The parsed blocks of one article. Token indexes count over the whole parse, offsets over the article's text.

    `sentences` holds token ranges `[first, last)` in order. No sentence, name or dependency crosses a block boundary.
    """

    tokens: tuple[Token, ...]
    sentences: tuple[tuple[int, int], ...]
    names: tuple[NamedSpan, ...] = ()
    language: str = ""
    _children: tuple[tuple[int, ...], ...] = field(init=False, repr=False, compare=False)
    _sentence_of: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        children: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.index:
                children[token.head].append(token.index)
        object.__setattr__(self, "_children", tuple(tuple(row) for row in children))
        owner = [0] * len(self.tokens)
        for number, (first, last) in enumerate(self.sentences):
            owner[first:last] = [number] * (last - first)
        object.__setattr__(self, "_sentence_of", tuple(owner))

    @property
    def parsed(self) -> bool:
        """Whether a model gave parts of speech and dependencies."""
        return any(token.dep for token in self.tokens)

    def children(self, index: int) -> tuple[Token, ...]:
        """The direct dependents of a token, in order of the text."""
        return tuple(self.tokens[child] for child in self._children[index])

    def subtree(self, index: int) -> tuple[Token, ...]:
        """A token and everything that depends on it, in order of the text."""
        found, todo = [index], [index]
        while todo:
            for child in self._children[todo.pop()]:
                found.append(child)
                todo.append(child)
        return tuple(self.tokens[i] for i in sorted(found))

    def sentence_of(self, index: int) -> int:
        """The number of the sentence that a token stands in."""
        return self._sentence_of[index]

    def sentence_tokens(self, number: int) -> tuple[Token, ...]:
        """The tokens of a sentence."""
        first, last = self.sentences[number]
        return self.tokens[first:last]

    def span(self, first: int, last: int) -> Span:
        """The span of the tokens `[first, last)`."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    @property
    def sentence_spans(self) -> tuple[Span, ...]:
        """The spans of all sentences, in order."""
        return tuple(self.span(first, last) for first, last in self.sentences)

    def within(self, span: Span) -> tuple[Token, ...]:
        """The tokens that lie wholly inside a span."""
        first = bisect_left(self.tokens, span.start, key=_start)
        last = bisect_left(self.tokens, span.end, lo=first, key=_start)
        return tuple(token for token in self.tokens[first:last] if token.end <= span.end)


def joined(parts: Iterable[tuple[int, Parse]], language: str = "") -> Parse:
    """One parse from the parses of an article's blocks, each given with the offset of its block in the article."""
    tokens: list[Token] = []
    sentences: list[tuple[int, int]] = []
    names: list[NamedSpan] = []
    for offset, part in parts:
        base = len(tokens)
        tokens += (
            Token(
                token.index + base,
                token.start + offset,
                token.end + offset,
                token.text,
                token.lemma,
                token.pos,
                token.tag,
                token.dep,
                token.head + base,
            )
            for token in part.tokens
        )
        sentences += ((first + base, last + base) for first, last in part.sentences)
        names += (NamedSpan(name.first + base, name.last + base, name.label) for name in part.names)
    return Parse(tuple(tokens), tuple(sentences), tuple(names), language)
