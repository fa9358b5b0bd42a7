"""Members: each unit of a group as a member of the claim; one that states several facts is cut down to a clause."""

from collections.abc import Collection, Mapping, Sequence
from math import exp

import numpy as np

from synoptic.records.annotation import Account, Voice
from synoptic.records.links import AlignedClaim, ClaimMember, EntityLinking
from synoptic.records.span import Span, hull
from synoptic.stages.link.claims.evidence import aligned_words
from synoptic.stages.link.claims.groups import Group
from synoptic.stages.link.claims.index import StoryIndex
from synoptic.stages.link.claims.linked import ASKED, Links, spread
from synoptic.stages.link.claims.units import Unit

_LONG = 20
"""Words from which a sentence is cut down to a clause: shorter ones are read whole at a glance."""

_WITHIN = 0.8
"""Share of the footprint that must lie in the clause for the rest of the sentence to be left out."""

_SPOKEN = 0.5
"""Share of the footprint that must lie in a quotation for the claim to be in its speaker's voice."""

_SHORT = 0.75
"""A clause longer than this share of its sentence is not worth the cut."""


def claim_of(
    number: int,
    group: Group,
    told: tuple[StoryIndex, Mapping[int, Sequence[Unit]], Collection[int]],
    links: Links,
    stage: tuple[Sequence[Account], EntityLinking],
) -> AlignedClaim:
    """The claim of a group, with id c<number>.

    `told` holds the index, the further copies of its units, and the units that other groups hold as well: these alone
    are cut down, so that no part of a sentence is lost. `stage` holds the accounts and the story's entities.
    """
    (index, copies, divided), (accounts, linking) = told, stage
    members, text = [], ""
    for place in group.members:
        other = _closest(place, group, links)
        score = 1.0 if other == place else round(1 / (1 + exp(links.cut - links.score(place, other))), 4)
        reason = "" if other == place else _evidence(index, place, other, links)
        mean = _answered(place, group, index, links)
        for unit in (index.units[place], *copies.get(place, ())):
            account = accounts[unit.account]
            answered = [(word.span, mean.get(word.stem, 0.0)) for word in unit.words] if mean else []
            span = _clause(unit, answered, account) if place in divided else unit.span
            voice, entity = _voice(unit, answered, account, linking)
            members.append((unit, ClaimMember(account.article.id, span, voice, entity, score, reason)))
        if place == group.centre:
            text = _clause_text(members[-1 - len(copies.get(place, ()))], accounts)
    members.sort(key=lambda member: (member[0].account, member[0].order))
    return AlignedClaim(f"c{number}", text, tuple(member for _, member in members))


def _evidence(index: StoryIndex, place: int, other: int, links: Links) -> str:
    """The words that two units share; where a judge decided, its name before them."""
    words, judge = aligned_words(index, place, other), links.judged_by(place, other)
    return "; ".join(part for part in (f"judged by {judge}" if judge else "", words) if part)


def _clause_text(member: tuple[Unit, ClaimMember], accounts: Sequence[Account]) -> str:
    unit, clause = member
    return clause.span.of(accounts[unit.account].article.text)


def _closest(member: int, group: Group, links: Links) -> int:
    """The centre; for the centre and its sisters the member most like it. The member itself where it is alone."""
    if links.accounts[member] != links.accounts[group.centre]:
        return group.centre
    others = [other for other in group.members if links.accounts[other] != links.accounts[member]]
    return max(others, key=lambda other: links.score(member, other), default=member)


def _answered(member: int, group: Group, index: StoryIndex, links: Links) -> dict[str, float]:
    """The stems of a member with the weight at which the centre answers to them; empty where it is alone.

    For the centre, and where the centre says nothing, the mean of the other members counts.
    """
    others = [group.centre] if (member, group.centre) in links.footprints else spread(group.members, ASKED)
    prints = [links.footprints[member, other] for other in others if (member, other) in links.footprints]
    if not prints:
        return {}
    mean = np.mean(prints, axis=0).tolist()
    return dict(zip((index.stems[word] for word in index.words[member]), mean, strict=True))


def _share(span: Span, answered: Sequence[tuple[Span, float]]) -> float:
    """The share of the footprint that lies in a span."""
    total = sum(weight for _, weight in answered)
    return sum(weight for word, weight in answered if span.contains(word)) / total if total else 0.0


def _clause(unit: Unit, answered: Sequence[tuple[Span, float]], account: Account) -> Span:
    """The clause or quotation of a long sentence in which the other members' footprints lie; else the sentence."""
    if not answered or len(unit.words) < _LONG:
        return unit.span
    marks = account.annotation
    parts = [statement.span for statement in marks.statements]
    parts += [hull((*quote.content, *([quote.cue] if quote.cue else []))) for quote in marks.quotes]
    shorter = {part for part in parts if unit.span.contains(part) and len(part) <= _SHORT * len(unit.span)}
    for part in sorted(shorter, key=lambda span: (len(span), span)):
        if _share(part, answered) >= _WITHIN:
            return part
    return unit.span


def _voice(
    unit: Unit, answered: Sequence[tuple[Span, float]], account: Account, linking: EntityLinking
) -> tuple[Voice, str | None]:
    """Who says what the claim is about: the speaker of the quotation in which most of the footprint lies."""
    if not answered:
        return unit.voice, unit.entity
    best, most = None, _SPOKEN
    for quote in account.annotation.quotes:
        share = sum(_share(part, answered) for part in quote.content)
        if share >= most:
            best, most = quote, share
    if best is None:
        return Voice.OUTLET, None
    return Voice.SPEAKER, linking.ids.get((account.article.id, best.entity)) if best.entity else None
