"""`synoptic trace`: who took what from whom, as links, as a tree of text, as a picture."""

from typing import Annotated

from cyclopts import Parameter

from synoptic import compose
from synoptic.doors.cli.filters import exit_code, read_sources
from synoptic.doors.cli.output import STANDARD, check_targets, write_lines, write_text
from synoptic.doors.cli.rejections import tell_rejections
from synoptic.doors.cli.sources import Source, Target
from synoptic.doors.render.chain_svg import Picture, chain_svg
from synoptic.doors.render.chain_text import chain_tree
from synoptic.doors.render.contract_json import link_to_json
from synoptic.language.dates_in_words import date_in_words
from synoptic.records.accounts import account_names


def trace(
    *sources: Source,
    out: Annotated[Target | None, Parameter(help="Write the links as JSON Lines; - for standard output.")] = None,
    tree: Annotated[Target | None, Parameter(help="Write the chains as a tree of text; - for standard output.")] = None,
    svg: Annotated[Target | None, Parameter(help="Write the chains as an SVG picture to this file.")] = None,
) -> int:
    """Find who took text from whom: one line per link, or a tree or picture from press release to outlets.

    Without any option, links are written to standard output. Tree and picture leave out stories of one article.
    """
    if out is None and tree is None and svg is None:
        out = STANDARD
    targets = tuple(target for target in (out, tree, svg) if target is not None)
    check_targets(targets)
    collection = read_sources(sources, targets[0])
    found = compose.trace(collection)
    tell_rejections(found.collection.rejected[len(collection.rejected) :])
    pictures = [_picture(family) for family in found.families if len(family.articles) > 1]
    if out is not None:
        write_lines(out, map(link_to_json, found.links))
    if tree is not None:
        write_text(tree, "\n".join(chain_tree(told.chains, told.names, told.title) for told in pictures))
    if svg is not None:
        write_text(svg, chain_svg(pictures))
    return exit_code(found.collection)


def _picture(family: compose.Family) -> Picture:
    """A family with the names and dates of its articles, under the first title that one of them has."""
    articles = family.articles
    title = next((article.title for article in articles if article.title), f"{len(articles)} articles")
    notes = {
        article.id: date_in_words(article.published[:10], weekday=False) for article in articles if article.published
    }
    return Picture(title, family.chains, account_names(articles), notes)
