"""Claims: which statements of different articles report the same fact."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from synoptic.language.told_in import main_language
from synoptic.ports import Encoder, PairJudge, PairScorer
from synoptic.records.annotation import Account
from synoptic.records.links import AlignedClaim, EntityLinking
from synoptic.stages.link.claims.candidates import candidate_pairs
from synoptic.stages.link.claims.cascade import Features, Odds, judged, mixture_of
from synoptic.stages.link.claims.copies import without_copies
from synoptic.stages.link.claims.doubt import asked_of
from synoptic.stages.link.claims.features import pair_features
from synoptic.stages.link.claims.footprints import footprints
from synoptic.stages.link.claims.groups import Group, group_units
from synoptic.stages.link.claims.index import Ints, StoryIndex, build_index
from synoptic.stages.link.claims.linked import SLACK, Links
from synoptic.stages.link.claims.members import claim_of
from synoptic.stages.link.claims.order import in_narrative_order
from synoptic.stages.link.claims.regression import regression, regression_between
from synoptic.stages.link.claims.units import units_of


def align_claims(
    accounts: Sequence[Account],
    linking: EntityLinking,
    encoder: Encoder,
    scorer: PairScorer | None = None,
    judge: PairJudge | None = None,
) -> tuple[AlignedClaim, ...]:
    """The claims of a story in narrative order, those of a single article among them.

    Groups overlap: a sentence that states two facts is in two claims. Every sentence of lead and body is in one at
    least; a caption where it says what another sentence says. Neither the claims nor their texts depend on the order of
    the accounts, which is that of the members.
    """
    place = {account.article.id: number for number, account in enumerate(accounts)}
    # Ties and sums are settled by the order of the units: the accounts are read in one that their texts give.
    read = sorted(accounts, key=lambda account: (account.article.text, account.article.id))
    return tuple(
        replace(claim, members=tuple(sorted(claim.members, key=lambda member: (place[member.article], member.span))))
        for claim in _aligned(read, linking, encoder, scorer, judge)
    )


def _aligned(
    accounts: Sequence[Account],
    linking: EntityLinking,
    encoder: Encoder,
    scorer: PairScorer | None,
    judge: PairJudge | None,
) -> tuple[AlignedClaim, ...]:
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
    ordered = in_narrative_order(index, groups + alone, links)
    homes = Counter(member for group in groups for member in group.members)
    told = index, compared.copies, frozenset(unit for unit, count in homes.items() if count > 1)
    stage = (accounts, linking)
    return tuple(claim_of(number, group, told, links, stage) for number, group in enumerate(ordered, 1))


def link_units(index: StoryIndex, scorer: PairScorer | None = None, judge: PairJudge | None = None) -> Links:
    """The candidate pairs of a story with the log-odds that they state one fact, and the footprints of the likely.

    Log-odds are less the cut of their regression: from 0 on, two units count as one claim.
    """
    pairs = candidate_pairs(index)
    accounts = [unit.account for unit in index.units]
    captions = frozenset(number for number, unit in enumerate(index.units) if unit.caption)
    unfit = _unfit(index)
    if not len(pairs):
        return Links({}, 0.0, accounts, {}, captions, unfit)
    features = pair_features(index, pairs)
    odds = _odds(index, pairs, features)
    slack = SLACK
    if scorer is not None:
        odds, slack = judged(index, pairs, features, odds, scorer), mixture_of(scorer.model).slack
    odds, agreed = (odds, frozenset()) if judge is None else asked_of(judge, index, pairs, odds)
    scores = {(int(i), int(j)): float(odd) for (i, j), odd in zip(pairs, odds, strict=True) if odd >= -slack}
    named = judge.model if judge is not None else ""
    first: dict[tuple[str, ...], int] = {}
    wordings = [first.setdefault(tuple(w.stem for w in unit.words), n) for n, unit in enumerate(index.units)]
    return Links(scores, 0.0, accounts, footprints(index, scores), captions, unfit, slack, agreed, named, wordings)


def _unfit(index: StoryIndex) -> frozenset[int]:
    """The units that are loaded, or in another language than most accounts (see `main_language`)."""
    main = main_language({unit.account: unit.language for unit in index.units}.values())
    return frozenset(number for number, unit in enumerate(index.units) if unit.loaded or unit.language != main)


def _odds(index: StoryIndex, pairs: Ints, features: Features) -> Odds:
    """The log-odds of each pair by the regression for it, less the cut of that one."""
    within, between = regression(), regression_between()
    languages = np.array([unit.language for unit in index.units])
    odds = within.log_odds(*features) - within.cut
    foreign = languages[pairs[:, 0]] != languages[pairs[:, 1]]
    if foreign.any():
        names, values = features
        odds[foreign] = between.log_odds(names, values[foreign]) - between.cut
    return odds
