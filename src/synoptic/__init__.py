"""Synoptic: read every account of an event side by side.

    import synoptic

    synopsis = synoptic.compare("articles/")
    for story in synopsis.stories:
        print(story.title, len(story.findings.origins), "independent origins")
    page = synoptic.to_html(synopsis)

A source is a path, a folder, a glob, or a `RawArticle` for a text that is already in memory. Records are frozen; every
`Span` is half-open and counts Unicode code points of `Article.text`.

A name is imported when it is first used: the command line can tell an interrupt from the first moment on, and
`import synoptic.records` does not load the whole program.
"""

import typing as _typing
from importlib import import_module as _import_module

from synoptic.version import __version__

if _typing.TYPE_CHECKING:
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

_HOMES = {
    "synoptic.compose": ("annotations", "compare", "inventory", "links", "placements", "read"),
    "synoptic.errors": ("SynopticError",),
    "synoptic.records.annotation": (
        "Account",
        "Annotation",
        "Entity",
        "Event",
        "Label",
        "Mention",
        "Quote",
        "Statement",
        "Timex",
    ),
    "synoptic.records.article": ("Article", "Block", "Credit", "RawArticle", "Rejected"),
    "synoptic.records.findings": ("Brief", "Citation", "Claim", "Difference", "Findings", "Origin"),
    "synoptic.records.links": ("Link", "Placement", "QuoteGroup", "Story"),
    "synoptic.records.span": ("Span",),
    "synoptic.records.stages": ("Collection", "StorySynopsis", "Synopsis"),
    "synoptic.settings": ("Settings",),
}
_RENDERERS = {
    "to_html": ("synoptic.doors.render.page", "story_page"),
    "to_json": ("synoptic.doors.render.contract_json", "synopsis_to_json"),
    "to_markdown": ("synoptic.doors.render.markdown", "story_markdown"),
}
_PLACES = {name: (home, name) for home, names in _HOMES.items() for name in names} | _RENDERERS
"""The module and the name there of everything in `__all__`."""


def __getattr__(name: str) -> object:
    """What `name` stands for (PEP 562). Raises AttributeError for a name that is not promised."""
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    home, there = _PLACES[name]
    value: object = getattr(_import_module(home), there)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
