"""Citations as links: the number of the article, its hue, and the place on the page where the cited words stand."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from synoptic.doors.render.view.columns import Column
from synoptic.doors.render.view.marks import Mark, anchor_id
from synoptic.records.findings import Citation
from synoptic.records.span import Span

PREVIEW = 240


@dataclass(frozen=True, slots=True)
class CitationLink:
    """A link to cited words: `label` is the number of the article, `preview` the words themselves."""

    label: str
    hue: int
    outlet: str
    href: str
    preview: str


@dataclass(slots=True)
class Citer:
    """Makes links to words of the articles, and keeps which words need a place to jump to."""

    columns: dict[str, Column]
    texts: dict[str, str]
    marks: dict[str, list[Mark]] = field(default_factory=dict)

    def link(self, article: str, span: Span, *classes: str) -> CitationLink:
        """The link to a span; its article's text will carry the anchor, shown with `classes`."""
        column = self.columns[article]
        anchor = anchor_id(column.anchor, span)
        self.marks.setdefault(article, []).append(Mark(span, classes, anchor))
        words = " ".join(span.of(self.texts[article]).split())
        preview = words if len(words) <= PREVIEW else words[:PREVIEW] + " …"
        return CitationLink(str(column.number), column.band.hue, column.name, f"#{anchor}", preview)

    def links(self, citations: Iterable[Citation]) -> tuple[CitationLink, ...]:
        """Links to citations, in the order of the columns."""
        ordered = sorted(citations, key=lambda c: (self.columns[c.article].number, c.span))
        return tuple(self.link(citation.article, citation.span) for citation in ordered)

    def one_an_article(self, citations: Iterable[Citation]) -> tuple[CitationLink, ...]:
        """Links to the first citation of each article, in the order of the columns."""
        return tuple({link.label: link for link in reversed(self.links(citations))}.values())[::-1]
