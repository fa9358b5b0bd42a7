"""Claims ready to be told: each with the rendering chosen for it and the articles whose own words bear it out.

An article counts behind a sentence only where its own members bear it out (see `witness`), so that a claim that was
aligned too freely is told with fewer articles, not with a wrong count.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from synoptic.records.article import BlockKind
from synoptic.records.findings import Citation, Claim, ClaimStatus
from synoptic.records.links import SURE, ClaimMember
from synoptic.stages.write.quotable import stands_alone
from synoptic.stages.write.reporting import Reported, renderings
from synoptic.stages.write.scene import Scene, one_an_article
from synoptic.stages.write.witness import (
    Witness,
    asked_of,
    bears_out,
    differs,
    language_of,
    likely_members,
    touches,
    witness_of,
)
from synoptic.stages.write.words import figures, share_held, weight_held

_CAPTION = re.compile(
    r"\bfile (?:photo|picture|image)|^(?:FILE|PHOTO|Pictured)\b|\b(?:is|are|was|were|be) (?:seen|pictured) |"
    r"^(?:an? |the )?(?:\w+ )?(?:image|picture|photo|photograph|video|footage)s? (?:shows?|showed|taken|posted)\b",
    re.IGNORECASE,
)
"""Words of captions that stand in an article's text: they describe a picture, not the event."""

FREELY = 0.9
FREE_SHARE = 0.25
"""The score from which a member may tell a fact in its own words, and the share, by weight, of the sentence's words
that it must hold where names and deeds do not show it (then it must be SURE). Measured on all claims of two accounts or
more: the cited sentence states a fact of ours in .95 of 153 (data/claims, like names and words), 1.00 of 38 (held-out
invented stories), 1.00 of 28 (invented stories of training); by the share alone in .94 of 205, 1.00 of 58, .94 of 52.
From .8 it falls to .63 in data/claims."""

MOST_CLAIMS = 120
MOST_WITNESSES = 60
"""Claims of a story that are considered for its brief, and articles that are read for each: bounds on the cost, far
above what nine sentences need."""


@dataclass(frozen=True, slots=True)
class Told:
    """A claim with its rendering, the members that bear it out, their origins and the status that follows from them.

    `others` tell the same fact with other details: other figures or days; `freely` those who tell it in words of their
    own. `likeness` is how like the rendering is to what the other accounts open with, `salience` how many origins tell
    it by all that is known, doubtful members weighed by their score: for what is told, not for who is said to tell it.
    `first` is the best rendering of its claim; the others tell the claim in other words, and often more besides.
    """

    claim: Claim
    said: Reported
    members: tuple[ClaimMember, ...]
    origins: int
    status: ClaimStatus
    others: tuple[ClaimMember, ...] = ()
    freely: tuple[ClaimMember, ...] = ()
    likeness: float = 0.0
    salience: float = 0.0
    first: bool = True

    @property
    def articles(self) -> tuple[str, ...]:
        """The articles behind the sentence, each once, in order of the claim."""
        return tuple(dict.fromkeys(member.article for member in self.members))

    @property
    def tellers(self) -> tuple[ClaimMember, ...]:
        """All members, those that tell it otherwise last."""
        return (*self.members, *self.others, *self.freely)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """One citation an article, those that tell it otherwise last."""
        return one_an_article(Citation(member.article, member.span) for member in self.tellers)


@dataclass(frozen=True, slots=True)
class _Teller:
    """A member that tells a fact in other words than a rendering.

    `otherwise`: with other figures or days, or against it; `worded`: it holds enough of the rendering's own words.
    """

    member: ClaimMember
    otherwise: bool
    worded: bool


@dataclass(frozen=True, slots=True)
class _Backing:
    """The members whose own words bear a rendering out, first the one it was made from; and who tells it freely."""

    members: tuple[ClaimMember, ...]
    rest: tuple[_Teller, ...]


def own_citations(told: Told) -> tuple[Citation, ...]:
    """One citation for each article that bears the sentence out, without those that tell it with other details."""
    return one_an_article(Citation(member.article, member.span) for member in told.members)


def tell_claims(scene: Scene) -> tuple[Told, ...]:
    """The claims worth telling, the most prominent first: by origins, then articles, then how early they stand."""
    ranked = sorted(enumerate(scene.findings.claims), key=lambda pair: (_rough_weight(scene, pair[1]), pair[0]))
    told = [each for _, claim in ranked[:MOST_CLAIMS] for each in _tell(scene, claim)]
    told = [each for each in told if not (_CAPTION.search(each.said.text) or _describes_a_picture(scene, each.said))]
    told = [each for each in told if len(each.articles) > 1 or not _is_caption(scene, each.said)]
    return tuple(sorted(told, key=lambda each: _weight(scene, each)))


def _is_caption(scene: Scene, said: Reported) -> bool:
    """Whether words stand under a picture: they may bear a claim out, but say what is seen, not what happened."""
    blocks = scene.accounts[said.member.article].article.blocks
    return any(block.kind is BlockKind.CAPTION and block.span.overlap(said.member.span) for block in blocks)


def _describes_a_picture(scene: Scene, said: Reported) -> bool:
    """Whether a clause in the present says what somebody does "as" something goes on, in the manner of captions."""
    parse = scene.accounts[said.member.article].annotation.parse
    tokens = parse.within(said.member.span)
    heads = {token.index for token in tokens if token.head == token.index and token.tag in {"VBZ", "VBP"}}
    clauses = {token.index for token in tokens if token.dep == "advcl" and token.head in heads}
    return any(token.dep == "mark" and token.lemma == "as" and token.head in clauses for token in tokens)


def _rough_weight(scene: Scene, claim: Claim) -> tuple[bool, float]:
    """What a claim would weigh by its record alone; those with a difference that cannot be settled come first."""
    members = likely_members(claim.members, SURE)
    places = [member.span.start / max(1, len(scene.text(member.article))) for member in members]
    articles = len({member.article for member in members})
    return (claim.status is not ClaimStatus.DIFFERS, -claim.origins - 0.5 * articles + 2.0 * min(places))


def _tell(scene: Scene, claim: Claim) -> tuple[Told, ...]:
    """The renderings of a claim, first the one that most origins bear out in its own language, central and readable."""
    witnesses = _witnesses(scene, claim)
    options = renderings(scene, claim)
    options = tuple(said for said in options if stands_alone(scene, said)) or options[:1]
    tried = [(said, _backing(scene, said, witnesses, opposed(claim, said))) for said in options]
    tried.sort(key=lambda row: _borne_out(scene, claim, row[0], row[1].members), reverse=True)
    return tuple(_told(scene, claim, *row, first=place == 0) for place, row in enumerate(tried))


def _told(scene: Scene, claim: Claim, said: Reported, backing: _Backing, *, first: bool) -> Told:
    """A rendering with all that is known of who tells it."""
    members = backing.members
    if claim.status is ClaimStatus.SINGLE:
        sure = [member for member in claim.members if member.score >= SURE]
        members = tuple({member.article: member for member in (*sure[::-1], said.member)}.values())
    named = {member.article for member in members}
    rest = [teller for teller in backing.rest if teller.member.article not in named and (first or teller.worded)]
    origins = _origins(scene, members)
    every = len(scene.findings.origins)
    status = ClaimStatus.SINGLE
    if _origins(scene, (*members, *(teller.member for teller in rest))) > 1:
        status = ClaimStatus.AGREED if origins >= every > 1 else ClaimStatus.PARTIAL
    if claim.status is ClaimStatus.DIFFERS:
        status = ClaimStatus.DIFFERS
    return Told(
        claim,
        said,
        members,
        origins,
        status,
        tuple(teller.member for teller in rest if teller.otherwise),
        tuple(teller.member for teller in rest if not teller.otherwise),
        scene.openings.likeness(said.text, said.member.article),
        _salience(scene, claim),
        first,
    )


def _witnesses(scene: Scene, claim: Claim) -> tuple[Witness, ...]:
    """The members of a claim by article, with what they say; a large story is represented by its first articles."""
    members = [member for member in claim.members if member.score >= FREELY]
    articles = list(dict.fromkeys(member.article for member in members))[:MOST_WITNESSES]
    own: dict[str, list[ClaimMember]] = {}
    for member in members:
        own.setdefault(member.article, []).append(member)
    return tuple(witness_of(scene, article, own[article]) for article in articles)


def _borne_out(
    scene: Scene, claim: Claim, said: Reported, members: Sequence[ClaimMember]
) -> tuple[int, int, float, bool]:
    """How well a rendering is borne out by articles in its language, how like the openings it is; is it the centre?"""
    language = language_of(scene, said.member.article)
    checked = [member for member in members if language_of(scene, member.article) == language]
    central = said.member.span.of(scene.text(said.member.article)) == claim.text
    likeness = round(scene.openings.likeness(said.text, said.member.article), 1)
    return (_origins(scene, checked), len({member.article for member in checked}), likeness, central)


def _salience(scene: Scene, claim: Claim) -> float:
    """The sum over origins of the score of their likeliest member."""
    best: dict[str, float] = {}
    for member in claim.members:
        home = scene.origin_of.get(member.article, member.article)
        best[home] = max(best.get(home, 0.0), member.score)
    return sum(best.values())


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


def _backing(scene: Scene, said: Reported, witnesses: Sequence[Witness], contrary: Collection[str]) -> _Backing:
    """Who bears a rendering out, one member an article, and who tells the fact in other words or is `contrary`."""
    asked = asked_of(scene, said.member, said.text)
    chosen: list[ClaimMember] = [said.member]
    rest: list[_Teller] = []
    for witness in witnesses:
        if witness.article == said.member.article or _names_another(said.member, witness):
            continue
        shares = [share_held(asked.words, keys) for keys in witness.each]
        best = witness.members[shares.index(max(shares))]
        if witness.article not in contrary and bears_out(asked, witness):
            chosen.append(best)
            continue
        worded = touches(asked, witness)
        sure = min(best.score, said.member.score) >= SURE and weight_held(asked.words, witness.keys) >= FREE_SHARE
        if worded or sure:
            rest.append(_Teller(best, witness.article in contrary or differs(asked, witness), worded))
    return _Backing(tuple(chosen), tuple(rest))


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
        + 0.2 * len(told.articles)
        + 0.5 * len({member.article for member in (*told.others, *told.freely)})
        + 0.3 * min(named, 2)
        + 0.3 * bool(figures(told.said.text))
    )
    value += 0.6 * told.said.clause + 0.3 * told.salience
    value += 2.0 * told.likeness
    first = min(told.members, key=lambda m: m.span)
    return (-value + 2.0 * position, first.span.start, len(told.said.text))
