"""Ports: what Synoptic asks of the outside world. Each adapter keeps the law in its port's docstring."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol, Self

import numpy as np
from numpy.typing import NDArray

from synoptic.records.article import RawArticle, Rejected
from synoptic.records.parse import Parse
from synoptic.records.sentence import Sentence


class Reader(Protocol):
    """Reads one kind of file.

    Law: yields every article of the file in its order, and a Rejected for every part that cannot be read; a fault in
    one part never stops the others. Raises InputError only where nothing of the file can be read.
    """

    suffixes: tuple[str, ...]

    def read(self, name: str, content: bytes) -> Iterator[RawArticle | Rejected]:
        """The articles in `content`; `name` is what to call the source."""
        ...


class SourceOpener(Protocol):
    """Finds and opens what the user named: files, folders, globs, `-`.

    Law: `expand` gives names in a fixed order, each of which `read` takes; it raises MissingSource where nothing is
    there. `read` raises UnreadableSource where the bytes cannot be had. Neither changes anything outside.
    """

    def expand(self, name: str) -> list[str]:
        """The names of all files behind `name`."""
        ...

    def read(self, name: str) -> bytes:
        """The content of one file."""
        ...


class PageParser(Protocol):
    """Takes the article out of a web page.

    Law: the text of the result is in reading order, one paragraph a line group, with nothing added; metadata that the
    page does not state stays None. Raises MalformedSource where the page holds no text.
    """

    def parse(self, page: RawArticle) -> RawArticle:
        """The same article with `text` in place of `html`, and the metadata that the page states."""
        ...


class LanguageIdentifier(Protocol):
    """Tells the language of a text.

    Law: a BCP 47 code, or None where the text is too short or mixed to tell; the same text gives the same answer.
    """

    def identify(self, text: str) -> str | None:
        """The language of `text`."""
        ...


class Tagger(Protocol):
    """Tokens, sentences, parts of speech, dependencies and names.

    Law: one Parse a text, in order; offsets count from 0 in each text; tokens are in order and do not overlap; the
    result for a text does not depend on its neighbours in the batch. A language without a model gives tokens and
    sentences alone.
    """

    def parse(self, texts: Sequence[str], language: str | None) -> list[Parse]:
        """The parses of `texts`, all in one language."""
        ...


class Encoder(Protocol):
    """Turns texts into vectors whose dot product is their likeness.

    Law: float32, one row a text, each of length 1 (or 0 for an empty text); the same text gives the same row whatever
    its neighbours. Thresholds belong to `model`, the encoder's id.
    """

    model: str

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Array of shape (len(texts), dimensions)."""
        ...


class PairScorer(Protocol):
    """Reads two sentences together and tells how much that adds to the odds that they state one fact.

    Law: log-odds, one a pair, in order; the same for (a, b) as for (b, a). A call holds the pairs of one story: what
    many of its sentences say may count for less, so that a result may depend on which sentences are in the call, never
    on their order or on how often a pair is asked. It is asked about doubtful pairs alone: the regression of the link
    stage is its filter, and stands by itself where there is no scorer. The sentence before helps to read a sentence,
    and is no part of what is compared. Thresholds belong to `model`, the scorer's id.
    """

    model: str

    def score(self, pairs: Sequence[tuple[Sentence, Sentence]]) -> NDArray[np.float64]:
        """Array of shape (len(pairs),)."""
        ...


class PairJudge(Protocol):
    """Decides pairs of sentences that the program itself is in doubt about: whether they state one fact.

    Law: one answer a pair, in order, None where there is none; the same for (a, b) as for (b, a); nothing but the two
    sentences bears on an answer. Never raises for want of an answer. The pairs come with the most doubtful first, so a
    judge that answers only some of them answers the first. `model` is what to call it in the evidence.
    """

    model: str

    def judge(self, pairs: Sequence[tuple[str, str]]) -> list[bool | None]:
        """One answer a pair."""
        ...


class Chat(Protocol):
    """Answers a question in words: a large language model that the user named.

    Law: `material` is data that nobody vouches for: it never changes what is asked. The same question gives the same
    answer (answers are kept). Raises ModelUnreachable where none can be had. What comes back is checked like any input.
    """

    model: str

    def answer(self, instructions: str, material: str) -> str:
        """The answer to `instructions` about `material`."""
        ...


class Engine(Protocol):
    """Where functions run: in this process, in several, on a cluster.

    Law: `map` gives the results in the order of the items and equals the built-in `map`; an error in one item is
    raised as it is. A context: what it opened is closed behind it.
    """

    def __enter__(self) -> Self: ...

    def __exit__(self, kind: type[BaseException] | None, error: object, place: object) -> None: ...

    def map[Item, Result](self, function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """`function` of every item."""
        ...
