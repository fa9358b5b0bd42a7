"""Ports: the interfaces to the outside world. Every adapter must keep the law in the docstring of its port."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol, Self

import numpy as np
from numpy.typing import NDArray

from synoptic.records.article import RawArticle, Rejected
from synoptic.records.parse import Parse
from synoptic.records.sentence import Sentence


class Reader(Protocol):
    """Reads one file format. `suffixes` are the file name endings that it takes.

    Law: yields every article of the file in order, and a Rejected for every part that cannot be read; a fault in one
    part never stops the others. Raises InputError when nothing more of the file can be read; the articles that were
    yielded before stay valid.
    """

    suffixes: tuple[str, ...]

    def read(self, name: str, content: bytes) -> Iterator[RawArticle | Rejected]:
        """The articles in `content`; `name` is the name of the source for messages."""
        ...


class SourceOpener(Protocol):
    """Finds and opens the sources that the user named: files, folders, globs, `-`.

    Law: `expand` gives names in a fixed order, each of which `read` accepts; it raises MissingSource if there is no
    such source. `read` raises MissingSource or UnreadableSource if it cannot get the bytes. Neither has side effects.
    """

    def expand(self, name: str) -> list[str]:
        """The names of all files behind `name`."""
        ...

    def read(self, name: str) -> bytes:
        """The content of one file."""
        ...


class PageParser(Protocol):
    """Extracts the article from a web page.

    Law: the text of the result is in reading order, with paragraphs separated by line breaks and nothing added.
    Metadata that the page does not state stays None. Raises MalformedSource if the page has no text.
    """

    def parse(self, page: RawArticle) -> RawArticle:
        """The same article with `text` instead of `html`, and with the metadata that the page states."""
        ...


class LanguageIdentifier(Protocol):
    """Identifies the language of a text.

    Law: the result is a BCP 47 code, or None if the text is too short or too mixed to tell. The same text always gives
    the same answer.
    """

    def identify(self, text: str) -> str | None:
        """The language of `text`."""
        ...


class Tagger(Protocol):
    """Finds tokens, sentences, parts of speech, dependencies and names.

    Law: returns one Parse per text, in order. Offsets count from 0 in each text; tokens are in order and do not
    overlap. The result for a text does not depend on the other texts in the batch. For a language without a model the
    parse has tokens and sentences only.
    """

    def parse(self, texts: Sequence[str], language: str | None) -> list[Parse]:
        """The parses of `texts`, all in one language."""
        ...


class Encoder(Protocol):
    """Turns texts into vectors whose dot product measures similarity.

    Law: float32, one row per text, each of length 1 (0 for an empty text). The row of a text does not depend on the
    other texts in the call. Thresholds belong to `model`, the encoder's id, and do not hold for another one.
    """

    model: str

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Array of shape (len(texts), dimensions)."""
        ...


class PairScorer(Protocol):
    """Reads pairs of sentences and says how much that adds to the odds that they state the same fact.

    Law: returns log-odds, one per pair, in order; (a, b) scores the same as (b, a). A call holds pairs of one story.
    What many of its sentences say may count for less, so a result may depend on which sentences are in the call, but
    never on their order or on repeated pairs. The preceding sentence (`Sentence.before`) helps to read a sentence and
    is not itself compared. Thresholds belong to `model`, the scorer's id.

    The scorer is asked only about doubtful pairs: the regression of the link stage filters them, and decides alone
    where there is no scorer.
    """

    model: str

    def score(self, pairs: Sequence[tuple[Sentence, Sentence]]) -> NDArray[np.float64]:
        """Array of shape (len(pairs),)."""
        ...


class PairJudge(Protocol):
    """Decides whether two sentences state the same fact, for pairs that the program itself cannot decide.

    Law: returns one answer per pair, in order, None for no answer; (a, b) is answered like (b, a). An answer depends
    on nothing but the two sentences. Never raises because an answer is missing. The most doubtful pairs come first, so
    a judge that answers only some of them should answer the first ones. `model` names the judge in the evidence.
    """

    model: str

    def judge(self, pairs: Sequence[tuple[str, str]]) -> list[bool | None]:
        """One answer a pair."""
        ...


class Chat(Protocol):
    """Answers a question in words: a large language model that the user named.

    Law: `material` is untrusted data and must never change what is asked. The same question gives the same answer
    (answers are kept). Raises ModelUnreachable if there is no answer. Callers check an answer like any other input.
    """

    model: str

    def answer(self, instructions: str, material: str) -> str:
        """The answer to `instructions` about `material`."""
        ...


class Engine(Protocol):
    """Runs functions: in this process, in several processes, or on a cluster.

    Law: `map` gives the same results in the same order as the built-in `map`; an error in an item is raised unchanged.
    For an item that ends the process it is given to, `map` raises WorkerLost, and can be called again. An engine is a
    context manager and closes on exit whatever it opened.
    """

    def __enter__(self) -> Self: ...

    def __exit__(self, kind: type[BaseException] | None, error: object, place: object) -> None: ...

    def map[Item, Result](self, function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """`function` applied to every item, in order."""
        ...
