"""Claims ready to be told: each with the rendering chosen for it and the articles whose own words bear it out.

An article counts behind a sentence only where its own members bear it out (see `witness`), so that a claim that was
aligned too freely is told with fewer articles, not with a wrong count.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from synoptic.records.article import BlockKind
from synoptic.records.findings import Citation, Claim, ClaimStatus
from synoptic.records.links import SURE, ClaimMember, firm_members
from synoptic.stages.write.reporting import Reported, renderings
from synoptic.stages.write.scene import Scene, one_an_article
from synoptic.stages.write.witness import Witness, asked_of, bears_out, language_of, touches, witness_of
from synoptic.stages.write.words import figures, share_held

_CAPTION = re.compile(r"\bfile (?:photo|picture|image)|^(?:FILE|PHOTO|Pictured)\b", re.IGNORECASE)
"""Words of captions that stand in an article's text: they describe a picture, not the event."""

MOST_CLAIMS = 120
MOST_WITNESSES = 60
"""Claims of a story that are considered for its brief, and articles that are read for each: bounds on the cost, far
above what nine sentences need."""


@dataclass(frozen=True, slots=True)
class Told:
    """A claim with its rendering, the members that bear it out, their origins and the status that follows from them.

    `others` tell the same fact, surely aligned, but with other details: other figures or names, or fewer. `likeness` is
    how like the rendering is to what the other accounts open with.
    """

    claim: Claim
    said: Reported
    members: tuple[ClaimMember, ...]
    origins: int
    status: ClaimStatus
    others: tuple[ClaimMember, ...] = ()
    likeness: float = 0.0

    @property
    def articles(self) -> tuple[str, ...]:
        """The articles behind the sentence, each once, in order of the claim."""
        return tuple(dict.fromkeys(member.article for member in self.members))

    @property
    def citations(self) -> tuple[Citation, ...]:
        """One citation an article, those that tell it with other details last."""
        return one_an_article(Citation(member.article, member.span) for member in (*self.members, *self.others))


def own_citations(told: Told) -> tuple[Citation, ...]:
    """One citation for each article that bears the sentence out, without those that tell it with other details."""
    return one_an_article(Citation(member.article, member.span) for member in told.members)


def tell_claims(scene: Scene) -> tuple[Told, ...]:
    """The claims worth telling, the most prominent first: by origins, then articles, then how early they stand."""
    ranked = sorted(enumerate(scene.findings.claims), key=lambda pair: (_rough_weight(scene, pair[1]), pair[0]))
    told = [_tell(scene, claim) for _, claim in ranked[:MOST_CLAIMS]]
    told = [each for each in told if not _CAPTION.search(each.said.text)]
    told = [each for each in told if len(each.articles) > 1 or not _is_caption(scene, each.said)]
    return tuple(sorted(told, key=lambda each: _weight(scene, each)))


def _is_caption(scene: Scene, said: Reported) -> bool:
    """Whether words stand under a picture: they may bear a claim out, but say what is seen, not what happened."""
    blocks = scene.accounts[said.member.article].article.blocks
    return any(block.kind is BlockKind.CAPTION and block.span.overlap(said.member.span) for block in blocks)


def _rough_weight(scene: Scene, claim: Claim) -> tuple[bool, float]:
    """What a claim would weigh by its record alone; those with a difference that cannot be settled come first."""
    members = firm_members(claim.members, SURE)
    places = [member.span.start / max(1, len(scene.text(member.article))) for member in members]
    articles = len({member.article for member in members})
    return (claim.status is not ClaimStatus.DIFFERS, -claim.origins - 0.5 * articles + 2.0 * min(places))


def _tell(scene: Scene, claim: Claim) -> Told:
    """The rendering that most origins bear out in its own language; among equals the most central and readable."""
    witnesses = _witnesses(scene, claim)
    tried = [(said, *_backing(scene, said, witnesses, opposed(claim, said))) for said in renderings(scene, claim)]
    said, members, others = max(tried, key=lambda row: _borne_out(scene, claim, *row[:2]))
    if claim.status is ClaimStatus.SINGLE:
        members = tuple(
            {member.article: member for member in (*firm_members(claim.members, SURE)[::-1], said.member)}.values()
        )
    others = tuple(other for other in others if other.article not in {member.article for member in members})
    origins = _origins(scene, members)
    every = len(scene.findings.origins)
    status = ClaimStatus.SINGLE
    if _origins(scene, (*members, *others)) > 1:
        status = ClaimStatus.AGREED if origins >= every > 1 else ClaimStatus.PARTIAL
    if claim.status is ClaimStatus.DIFFERS:
        status = ClaimStatus.DIFFERS
    likeness = scene.openings.likeness(said.text, said.member.article)
    return Told(claim, said, members, origins, status, others, likeness)


def _witnesses(scene: Scene, claim: Claim) -> tuple[Witness, ...]:
    """The members of a claim by article, with what they say; a large story is represented by its first articles."""
    members = firm_members(claim.members, SURE)
    articles = list(dict.fromkeys(member.article for member in members))[:MOST_WITNESSES]
    own: dict[str, list[ClaimMember]] = {}
    for member in members:
        own.setdefault(member.article, []).append(member)
    return tuple(witness_of(scene, article, own[article]) for article in articles)


def _borne_out(scene: Scene, claim: Claim, said: Reported, members: Sequence[ClaimMember]) -> tuple[int, int, bool]:
    """How well a rendering is borne out by articles that can be checked word by word, and whether it is the centre."""
    language = language_of(scene, said.member.article)
    checked = [member for member in members if language_of(scene, member.article) == language]
    central = said.member.span.of(scene.text(said.member.article)) == claim.text
    return (_origins(scene, checked), len({member.article for member in checked}), central)


def _origins(scene: Scene, members: Sequence[ClaimMember]) -> int:
    return scene.origins(member.article for member in members)


def opposed(claim: Claim, said: Reported) -> frozenset[str]:
    """The articles that give another value for one that a rendering holds, where both cannot be right."""
    found: set[str] = set()
    for difference in claim.differences:
        if not difference.compatible:
            sides = [{claim.members[index].article for index in side} for side in difference.members]
            for value, side in zip(difference.values, sides, strict=True):
                if said.member.article in side and re.search(rf"(?<!\w){re.escape(value)}(?!\w)", said.text):
                    found |= set().union(*sides) - side
    return frozenset(found)


def _backing(
    scene: Scene, said: Reported, witnesses: Sequence[Witness], contrary: Collection[str]
) -> tuple[tuple[ClaimMember, ...], tuple[ClaimMember, ...]]:
    """The members of the articles whose own words bear the rendering out, first the one it was made from; and others.

    The others are those of the articles that tell the fact in like words, but not with all figures, days and names, or
    that are `contrary`.
    """
    asked = asked_of(scene, said.member, said.text)
    chosen, others = [said.member], []
    for witness in witnesses:
        if witness.article == said.member.article or _names_another(said.member, witness):
            continue
        shares = [share_held(asked.words, keys) for keys in witness.each]
        best = witness.members[shares.index(max(shares))]
        if witness.article not in contrary and bears_out(asked, witness):
            chosen.append(best)
        elif touches(asked, witness):
            others.append(best)
    return tuple(chosen), tuple(others)


def _names_another(said: ClaimMember, witness: Witness) -> bool:
    """Whether an article puts the statement into other mouths alone: then it does not tell that this one said it."""
    mouths = {member.entity for member in witness.members}
    return said.entity is not None and None not in mouths and said.entity not in mouths


def _weight(scene: Scene, told: Told) -> tuple[float, int, int]:
    """Smaller is more prominent: names and figures make a claim worth telling; a clause reads better than a quote."""
    places = [m.span.start / max(1, len(scene.text(m.article))) for m in told.members]
    position = sum(places) / len(places)
    named = sum(name in told.said.text for name in scene.actors)
    value = (
        told.origins
        + 0.5 * len(told.articles)
        + 0.5 * len({member.article for member in told.others})
        + 0.3 * min(named, 2)
        + 0.3 * bool(figures(told.said.text))
    )
    value += 0.6 * told.said.clause + 0.3 * told.claim.origins
    value += 2.0 * told.likeness
    first = min(told.members, key=lambda m: m.span)
    return (-value + 2.0 * position, first.span.start, len(told.said.text))
