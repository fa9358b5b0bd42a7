"""How many people the program finds in texts whose letters have no capitals, and how many of those are people."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from synoptic.adapters.models.spacy_tagger import plain_parse
from synoptic.language.titles import titles_of
from synoptic.records.annotation import EntityKind, MentionForm
from synoptic.records.article import Article, Block, BlockKind
from synoptic.records.span import Span
from synoptic.stages.extract.mentions import find_entities

FOLDER = Path(__file__).parent
_FORM = re.compile(r"(?:\[([^\]]*)\])?([^\[]*)(?:\[([^\]]*)\])?")


@dataclass(frozen=True, slots=True)
class Text:
    """A text with the people in it, each by the names that it uses; "[ 장관]" may be part of a mention or not."""

    language: str
    text: str
    people: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Count:
    """Mentions by name that are right, all that were found, and all that there are."""

    right: int = 0
    found: int = 0
    expected: int = 0

    def __add__(self, other: "Count") -> "Count":
        return Count(self.right + other.right, self.found + other.found, self.expected + other.expected)

    @property
    def precision(self) -> float:
        """The share of the right ones among those found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of those found among all."""
        return self.right / self.expected if self.expected else 1.0


@cache
def texts(name: str) -> tuple[Text, ...]:
    """The texts of a file beside this one."""
    rows = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))["text"]
    return tuple(Text(row["language"], row["text"].strip(), tuple(map(tuple, row["people"]))) for row in rows)


def count(text: Text) -> Count:
    """The mentions of people by name in a text: each must begin and end where the name does."""
    expected = list(_expected(text))
    found = _found(text)
    left = list(expected)
    for span in found:
        fitting = next((one for one in left if one[0].contains(span) and span.contains(one[1])), None)
        if fitting is not None:
            left.remove(fitting)
    return Count(len(expected) - len(left), len(found), len(expected))


def wrong(text: Text) -> list[str]:
    """The mentions that are none, as written."""
    expected = list(_expected(text))
    return [
        span.of(text.text)
        for span in _found(text)
        if not any(whole.contains(span) and span.contains(core) for whole, core in expected)
    ]


def _expected(text: Text) -> Iterator[tuple[Span, Span]]:
    """Where each name stands, with what may belong to it and without; the longest name where they overlap."""
    forms = [match.groups(default="") for names in text.people for name in names if (match := _FORM.fullmatch(name))]
    taken: set[int] = set()
    for before, core, behind in sorted(forms, key=lambda form: -len("".join(form))):
        for match in re.finditer(re.escape(before + core + behind), text.text):
            if taken.isdisjoint(range(*match.span())):
                taken.update(range(*match.span()))
                start = match.start() + len(before)
                yield Span(*match.span()), Span(start, start + len(core))


def _found(text: Text) -> Sequence[Span]:
    """The mentions by name of the people found, without a courtesy in front."""
    article = Article("a", text.text, language=text.language, blocks=(Block(BlockKind.BODY, Span(0, len(text.text))),))
    courtesy = titles_of(text.language).courtesy
    found = []
    for entity in find_entities(article, plain_parse(text.text, text.language)):
        for mention in entity.mentions if entity.kind is EntityKind.PERSON else ():
            if mention.form is MentionForm.NAME:
                first, blank, _ = mention.span.of(text.text).partition(" ")
                skipped = len(first + blank) if first in courtesy else 0
                found.append(Span(mention.span.start + skipped, mention.span.end))
    return sorted(found)
