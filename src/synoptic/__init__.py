"""Synoptic: read every account of an event side by side.

    import synoptic

    synopsis = synoptic.compare("articles/")
    for story in synopsis.stories:
        print(story.title, len(story.findings.origins), "independent origins")
    page = synoptic.to_html(synopsis)

A source is a path, a folder, a glob, or a `RawArticle` for a text that is already in memory. Records are frozen; every
`Span` is half-open and counts Unicode code points of `Article.text`.
"""

from synoptic.compose import annotations, compare, inventory, links, placements, read
from synoptic.doors.render.contract_json import synopsis_to_json as to_json
from synoptic.doors.render.markdown import story_markdown as to_markdown
from synoptic.doors.render.page import story_page as to_html
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
    "to_html",
    "to_json",
    "to_markdown",
]
