"""Claims: which statements of different articles report the same fact."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from synoptic.ports import Encoder, PairJudge, PairScorer
from synoptic.records.annotation import Account
from synoptic.records.links import AlignedClaim, EntityLinking
from synoptic.stages.link.claims.candidates import candidate_pairs
from synoptic.stages.link.claims.cascade import judged, mixture_of
from synoptic.stages.link.claims.copies import without_copies
from synoptic.stages.link.claims.doubt import asked_of
from synoptic.stages.link.claims.features import pair_features
from synoptic.stages.link.claims.footprints import footprints
from synoptic.stages.link.claims.groups import Group, group_units
from synoptic.stages.link.claims.index import StoryIndex, build_index
from synoptic.stages.link.claims.linked import SLACK, Links
from synoptic.stages.link.claims.members import claim_of
from synoptic.stages.link.claims.order import in_narrative_order
from synoptic.stages.link.claims.regression import regression
from synoptic.stages.link.claims.units import units_of

ACROSS_LANGUAGES = 1.0
"""Log-odds added to a pair in two languages, which shares few words to be judged by. The 31 invented stories with
accounts in other languages, distance from the cut → precision / recall: in one language 0 .81 / .35, -1 .67 / .53;
across languages 0 .91 / .15, -1 .85 / .30, -1.5 .76 / .41."""


def align_claims(
    accounts: Sequence[Account],
    linking: EntityLinking,
    encoder: Encoder,
    scorer: PairScorer | None = None,
    judge: PairJudge | None = None,
) -> tuple[AlignedClaim, ...]:
    """The claims of a story in narrative order, those of a single article among them.

    Groups overlap: a sentence that states two facts is in two claims. Every sentence of lead and body is in one at
    least; a caption where it says what another sentence says.
    """
    compared = without_copies(units_of(accounts, linking))
    units = compared.units
    if not units:
        return ()
    index = build_index(units, encoder)
    links = link_units(index, scorer, judge)
    groups = group_units(links)
    grouped = {member for group in groups for member in group.members}
    alone = tuple(
        Group(number, (number,)) for number, unit in enumerate(units) if number not in grouped and not unit.caption
    )
    ordered = in_narrative_order(index, groups + alone)
    stage = (accounts, linking)
    return tuple(
        claim_of(number, group, (index, compared.copies), links, stage) for number, group in enumerate(ordered, 1)
    )


def link_units(index: StoryIndex, scorer: PairScorer | None = None, judge: PairJudge | None = None) -> Links:
    """The candidate pairs of a story with the log-odds that they state one fact, and the footprints of the likely.

    Log-odds are less the cut of the regression: from 0 on, two units count as one claim.
    """
    pairs = candidate_pairs(index)
    accounts = [unit.account for unit in index.units]
    captions = frozenset(number for number, unit in enumerate(index.units) if unit.caption)
    if not len(pairs):
        return Links({}, 0.0, accounts, {}, captions)
    features = pair_features(index, pairs)
    odds = regression().log_odds(*features) - regression().cut
    odds += ACROSS_LANGUAGES * _foreign(index, pairs)
    slack = SLACK
    if scorer is not None:
        odds, slack = judged(index, pairs, features, odds, scorer), mixture_of(scorer.model).slack
    odds, agreed = (odds, frozenset()) if judge is None else asked_of(judge, index, pairs, odds)
    scores = {(int(i), int(j)): float(odd) for (i, j), odd in zip(pairs, odds, strict=True) if odd >= -slack}
    named = judge.model if judge is not None else ""
    return Links(scores, 0.0, accounts, footprints(index, scores), captions, slack, agreed, named)


def _foreign(index: StoryIndex, pairs: NDArray[np.int64]) -> NDArray[np.float64]:
    """1 for each pair whose units are in two languages, else 0."""
    languages = np.array([unit.language for unit in index.units])
    return np.asarray(languages[pairs[:, 0]] != languages[pairs[:, 1]], dtype=np.float64)
