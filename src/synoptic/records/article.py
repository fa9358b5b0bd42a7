"""Articles: as they come in (RawArticle), after cleaning (Article), and those that were left out (Rejected)."""

from dataclasses import dataclass, field
from enum import StrEnum

from synoptic.errors import InvalidRecord, SynopticError
from synoptic.records.span import Span


class BlockKind(StrEnum):
    """What a block of an article's text is. `MAIN` and `READ` below say which kinds are used for what."""

    TITLE = "title"
    DATELINE = "dateline"
    BYLINE = "byline"
    LEAD = "lead"
    BODY = "body"
    CAPTION = "caption"
    CREDIT = "credit"
    TEASER = "teaser"
    FURNITURE = "furniture"


MAIN = frozenset({BlockKind.DATELINE, BlockKind.LEAD, BlockKind.BODY})
"""The kinds that make up the main text: what is grouped, aligned and quoted."""

READ = MAIN | {BlockKind.TITLE, BlockKind.CAPTION}
"""The kinds in which mentions, times and labels are looked for. Claims start in lead or body; captions may join."""


class CreditKind(StrEnum):
    """Whom an article credits: a news agency, a press release or readout, another outlet, a photographer."""

    AGENCY = "agency"
    RELEASE = "release"
    OUTLET = "outlet"
    PHOTO = "photo"


@dataclass(frozen=True, slots=True)
class RawArticle:
    """One article as a source gave it: exactly one of `text` and `html` is set.

    `source` says where it came from (path, `path:line`, `-`). Title, outlet and so on are what the source states; None
    means that it does not say. `blocks` and `credits` are set if the input already has them. `notes` say in words what
    a reader had to guess ("read as windows-1252").
    """

    source: str
    text: str | None = None
    html: str | None = None
    id: str | None = None
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    language: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    blocks: "tuple[Block, ...]" = ()
    credits: "tuple[Credit, ...]" = ()
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if (self.text is None) == (self.html is None):
            raise InvalidRecord("a raw article has either text or html", source=self.source)


@dataclass(frozen=True, slots=True)
class Rejected:
    """A source, or one article of it, that was left out, and the reason.

    `traceback` is Python's account of where a fault of the program happened; empty where the input is the reason.
    """

    source: str
    reason: str
    traceback: str = field(default="", repr=False, compare=False)

    @classmethod
    def because(cls, source: str, error: SynopticError) -> "Rejected":
        """The source left out for this error."""
        return cls(source, error.reason, error.traceback)


@dataclass(frozen=True, slots=True)
class Block:
    """A typed part of an article's text. The blocks of an article are in order and cover all of it but white space."""

    kind: BlockKind
    span: Span


@dataclass(frozen=True, slots=True)
class Credit:
    """A source that the article itself credits, and the words that name it."""

    name: str
    kind: CreditKind
    span: Span


def _range(span: Span) -> str:
    return f"[{span.start}, {span.end})"


@dataclass(frozen=True, slots=True)
class Article:
    """One account of an event. `text` is verbatim, and every span of the analysis points into it.

    `language` is BCP 47, `published` an ISO 8601 date or date-time. `notes` say in words what was guessed about the
    article, and from what. Raises InvalidRecord if a block or credit exceeds the text, or if blocks overlap.
    """

    id: str
    text: str
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    language: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    blocks: tuple[Block, ...] = ()
    credits: tuple[Credit, ...] = ()
    source: str = ""
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        end = 0
        for block in self.blocks:
            if block.span.start < end or block.span.end > len(self.text):
                raise InvalidRecord(
                    f"the {block.kind} block {_range(block.span)} overlaps another or leaves the text", source=self.id
                )
            end = block.span.end
        for credit in self.credits:
            if credit.span.end > len(self.text):
                raise InvalidRecord(f"the credit {credit.name!r} {_range(credit.span)} leaves the text", source=self.id)

    def spans_of(self, kinds: frozenset[BlockKind]) -> tuple[Span, ...]:
        """The spans of the blocks of these kinds, in order."""
        return tuple(block.span for block in self.blocks if block.kind in kinds)

    @property
    def main_text(self) -> str:
        """Dateline, lead and body, joined by newlines (a copy: its offsets are not the article's)."""
        return "\n".join(span.of(self.text) for span in self.spans_of(MAIN))

    @property
    def name(self) -> str:
        """A name for this account to show to people: its outlet, else its source, else its id."""
        return self.outlet or self.source or self.id
