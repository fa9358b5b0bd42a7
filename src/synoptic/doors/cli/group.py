"""`synoptic group`: articles into stories; with a state, a stream that continues in the next run."""

from typing import Annotated

from cyclopts import Parameter

from synoptic import compose
from synoptic.doors.cli.filters import Out, exit_code, read_sources
from synoptic.doors.cli.output import STANDARD, check_targets, write_bytes, write_lines
from synoptic.doors.cli.rejections import tell_rejections, tell_unknown
from synoptic.doors.cli.sources import Source, Target
from synoptic.doors.render.contract_json import placement_to_json, proposal_to_json

State = Annotated[
    Target | None,
    Parameter(help="Continue where the run that wrote this file stopped, then update it; created if missing."),
]
Judgements = Annotated[
    str | None,
    Parameter(
        metavar="FILE",
        help="Your own decisions, as JSON Lines: merge, split, move, same-story, different-story.",
    ),
]
Proposals = Annotated[
    Target | None,
    Parameter(help="Write merges and splits that the whole collection suggests, in the form of --judgements."),
]
Refine = Annotated[
    bool,
    Parameter(
        negative=(),
        show_default=False,
        help="Look at all articles again when the last one has arrived, and move those that fit better elsewhere.",
    ),
]
WordsOnly = Annotated[
    bool,
    Parameter(
        negative=(),
        show_default=False,
        help="Compare words only, not meanings: much faster, but blind across languages.",
    ),
]


def group(
    *sources: Source,
    out: Out = STANDARD,
    state: State = None,
    judgements: Judgements = None,
    proposals: Proposals = None,
    refine: Refine = False,
    words_only: WordsOnly = False,
) -> int:
    """Group articles into stories, in order of arrival; one line per article with its story and the reason.

    With --state, earlier articles whose story has changed since are listed after the new ones.
    """
    check_targets([target for target in (out, state, proposals) if target is not None])
    collection = read_sources(sources, out)
    asked = compose.GroupingOptions(state or "", judgements or "", refine=refine, words_only=words_only)
    found = compose.grouped(collection, asked)
    tell_rejections(found.collection.rejected[len(collection.rejected) :])
    tell_unknown(found.run.unknown)
    write_lines(out, map(placement_to_json, (*found.run.placements, *found.run.revised)))
    if proposals is not None:
        write_lines(proposals, map(proposal_to_json, compose.proposals(found.run)))
    if state is not None:
        write_bytes(state, compose.state_of(found.run))
    return exit_code(found.collection)
