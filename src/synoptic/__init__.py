"""Synoptic: read every account of an event side by side.

    import synoptic

    synopsis = synoptic.compare(["articles/"])
    for story in synopsis.stories:
        print(story.title, len(story.findings.origins), "independent origins")

The verbs stand in the order of the data. Records are frozen; every `Span` is half-open, in Unicode code points of
`Article.text`.
"""

from synoptic.compose import annotations, compare, inventory, links, placements, read
from synoptic.errors import SynopticError
from synoptic.records.annotation import Account, Annotation, Entity, Event, Label, Mention, Quote, Statement, Timex
from synoptic.records.article import Article, Block, Credit, RawArticle, Rejected
from synoptic.records.findings import Brief, Citation, Claim, Difference, Findings, Origin
from synoptic.records.links import Link, Placement, QuoteGroup, Story
from synoptic.records.span import Span
from synoptic.records.stages import Collection, StorySynopsis, Synopsis
from synoptic.settings import Settings
from synoptic.version import __version__

__all__ = [
    "Account",
    "Annotation",
    "Article",
    "Block",
    "Brief",
    "Citation",
    "Claim",
    "Collection",
    "Credit",
    "Difference",
    "Entity",
    "Event",
    "Findings",
    "Label",
    "Link",
    "Mention",
    "Origin",
    "Placement",
    "Quote",
    "QuoteGroup",
    "RawArticle",
    "Rejected",
    "Settings",
    "Span",
    "Statement",
    "Story",
    "StorySynopsis",
    "Synopsis",
    "SynopticError",
    "Timex",
    "__version__",
    "annotations",
    "compare",
    "inventory",
    "links",
    "placements",
    "read",
]
