"""Claims ready to be told: each with the rendering chosen for it and the articles whose own words bear it out.

An article counts behind a sentence only where its own members hold the numbers of that sentence and enough of its
words, so that a claim that was aligned too freely is told with fewer articles, not with a wrong count.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from synoptic.records.findings import Citation, Claim, ClaimStatus, DifferenceKind
from synoptic.records.links import ClaimMember
from synoptic.stages.write.phrases import quotations
from synoptic.stages.write.reporting import Reported, renderings
from synoptic.stages.write.scene import Scene, one_an_article
from synoptic.stages.write.words import content_share, figures, soft_share, words_of

OWN_SHARE = 0.34
OWN_DEED = 0.6
"""The share of a sentence's content words, and the share by weight of those that are no names or numbers, that an
article's own members must hold for it to be counted behind the sentence. Set by reading the briefs of invented stories:
with the first alone, articles with the same names and another deed were counted."""


@dataclass(frozen=True, slots=True)
class Told:
    """A claim with its rendering, the members that bear it out, their origins and the status that follows from them."""

    claim: Claim
    said: Reported
    members: tuple[ClaimMember, ...]
    origins: int
    status: ClaimStatus

    @property
    def articles(self) -> tuple[str, ...]:
        """The articles behind the sentence, each once, in order of the claim."""
        return tuple(dict.fromkeys(member.article for member in self.members))

    @property
    def citations(self) -> tuple[Citation, ...]:
        """One citation an article."""
        return one_an_article(Citation(member.article, member.span) for member in self.members)


def tell_claims(scene: Scene) -> tuple[Told, ...]:
    """All claims that can be told, the most prominent first: by origins, then articles, then how early they stand."""
    told = [_tell(scene, claim) for claim in scene.findings.claims]
    return tuple(sorted(told, key=lambda each: _weight(scene, each)))


def _tell(scene: Scene, claim: Claim) -> Told:
    """The rendering that most origins bear out in its own language; among equals the most central and readable."""
    tried = [(said, _backing(scene, claim, said)) for said in renderings(scene, claim)]
    said, members = max(tried, key=lambda pair: _borne_out(scene, claim, *pair))
    origins = _origins(scene, members)
    every = len(scene.findings.origins)
    status = ClaimStatus.SINGLE
    if origins > 1:
        status = ClaimStatus.AGREED if origins >= every else ClaimStatus.PARTIAL
    if claim.status is ClaimStatus.DIFFERS:
        status = ClaimStatus.DIFFERS
    return Told(claim, said, members, origins, status)


def _borne_out(scene: Scene, claim: Claim, said: Reported, members: Sequence[ClaimMember]) -> tuple[int, int, bool]:
    """How well a rendering is borne out by articles that can be checked word by word, and whether it is the centre."""
    language = _language(scene, said.member.article)
    checked = [member for member in members if _language(scene, member.article) == language]
    central = said.member.span.of(scene.text(said.member.article)) == claim.text
    return (_origins(scene, checked), len({member.article for member in checked}), central)


def _origins(scene: Scene, members: Sequence[ClaimMember]) -> int:
    return scene.origins(member.article for member in members)


def _backing(scene: Scene, claim: Claim, said: Reported) -> tuple[ClaimMember, ...]:
    """The members of the articles whose own words bear the rendering out; first those it was made from."""
    numbers_differ = any(d.kind in {DifferenceKind.NUMBER, DifferenceKind.DATE} for d in claim.differences)
    wanted = set() if numbers_differ else figures(said.text)
    language = _language(scene, said.member.article)
    chosen = [said.member]
    for article in dict.fromkeys(member.article for member in claim.members):
        own = [member for member in claim.members if member.article == article]
        if article == said.member.article:
            continue
        words = [scene.evidence(Citation(article, member.span)) for member in own]
        if _language(scene, article) != language or _bears_out(said.text, wanted, words):
            chosen.append(max(zip(own, words, strict=True), key=lambda pair: content_share(said.text, [pair[1]]))[0])
    return tuple(chosen)


def _bears_out(text: str, numbers: set[str], words: Sequence[str]) -> bool:
    """Whether an article holds the numbers and the quotations of a sentence, and enough of its other words."""
    held = {number for evidence in words for number in figures(evidence)}
    printed = " ".join(" ".join(words_of(evidence)).casefold() for evidence in words)
    return (
        numbers <= held
        and all(" ".join(words_of(part)).casefold() in printed for part in quotations(text))
        and content_share(text, words) >= OWN_SHARE
        and soft_share(text, words) >= OWN_DEED
    )


def _language(scene: Scene, article: str) -> str:
    return (scene.accounts[article].article.language or "en").split("-")[0]


def _weight(scene: Scene, told: Told) -> tuple[float, int, int]:
    """Smaller is more prominent: names and figures make a claim worth telling; a clause reads better than a quote."""
    places = [m.span.start / max(1, len(scene.text(m.article))) for m in told.members]
    position = sum(places) / len(places)
    named = sum(name in told.said.text for name in scene.actors)
    value = told.origins + 0.5 * len(told.articles) + 0.3 * min(named, 2) + 0.3 * bool(figures(told.said.text))
    value += 0.6 * told.said.clause + 0.3 * told.claim.origins
    first = min(told.members, key=lambda m: m.span)
    return (-value + 2.0 * position, first.span.start, len(told.said.text))
