"""The sentences of a brief about claims, one function a topic; each gives drafts in order of importance."""

import re
from collections.abc import Iterator, Sequence

from synoptic.language.dates_in_words import date_in_words
from synoptic.records.findings import ClaimStatus, EventRecord
from synoptic.stages.write.phrases import capitalised, closed, count_in_words, listed, plural
from synoptic.stages.write.reporting import attributes_itself, speaker_of
from synoptic.stages.write.scene import Draft, Scene, one_an_article
from synoptic.stages.write.told import Told, own_citations

_DEEDS = {"CONSULT": "met", "AGREE": "reached an agreement", "COOPERATE": "agreed to cooperate"}
"""PLOVER types that can be told in our own words without judging: who did it together, where and when."""


_STOPPED = re.compile(r"\.([\"”’»]*)$")
_LEANING = re.compile(r"“?(?:they|he|she|this|these|those|it(?! (?:is|was|will)\b)(?!['’]))\b", re.IGNORECASE)
"""How quoted words begin that say nothing outside their article."""

_OPENING = 0.15
"""The share of an article in which its main event is told first."""
_LEADS = 12
"""Claims that are tried for the first sentence."""


def lead(scene: Scene, told: Sequence[Told]) -> Iterator[Draft]:
    """Who did what, where and when: from the event that most accounts tell, else from the most prominent claim."""
    for event in scene.findings.events[:3]:
        draft = _of_event(scene, event)
        if draft:
            yield draft
    for each in sorted(_alone(scene, told), key=lambda each: -_prominence(scene, each))[:_LEADS]:
        plain = each.said.clause and each.origins > 1 and each.status is not ClaimStatus.DIFFERS
        if plain and not _speaker(scene, each):
            yield Draft(closed(each.said.text), (each.said.text,), own_citations(each), "lead")
        else:
            yield reporting(scene, each, "lead")


def _prominence(scene: Scene, told: Told) -> float:
    """How well a claim serves as the first sentence: told like the openings, by several, plainly, near a beginning.

    Weights set by reading the first sentences of 34 briefs (data/claims, invented stories, seeds, example), not
    scanned: by the share of one headline ten of them told an aside, by these weights two.
    """
    member = told.said.member
    late = member.span.start > _OPENING * len(scene.text(member.article))
    tellers = scene.origins(citation.article for citation in told.citations) / max(1, len(scene.findings.origins))
    return (
        told.likeness
        + 0.15 * tellers
        - 0.05 * min(3, scene.tone.get(member.article, 0))
        - 0.1 * late
        - 0.05 * (not told.said.clause)
    )


def _of_event(scene: Scene, event: EventRecord) -> Draft | None:
    """An event told by most accounts, between two who are named, as a sentence of our own."""
    actor, recipient = (scene.entities.get(id or "") for id in (event.actor, event.recipient))
    deed = _DEEDS.get(event.code)
    told_by = {member.article for member in event.members}
    if deed is None or actor is None or recipient is None or actor is recipient:
        return None
    if len(told_by) < 2 or len(told_by) * 2 <= len(scene.accounts):
        return None
    main = scene.findings.main_event
    place = event.place or (main.place if event.date and event.date == main.date else None)
    where = f" in {place}" if place else ""
    when = f" on {date_in_words(event.date)}" if event.date and len(event.date) >= 10 else ""
    text = f"{actor.name} and {recipient.name} {deed}{where}{when}"
    asserted = tuple(part for part in (actor.name, recipient.name, place, when) if part)
    return Draft(closed(text), asserted, one_an_article([*event.members, *main.citations]), "lead")


def agreed(scene: Scene, told: Sequence[Told]) -> Iterator[Draft]:
    """What all origins report."""
    yield from _with_status(scene, told, ClaimStatus.AGREED, "agreed")


def partial(scene: Scene, told: Sequence[Told]) -> Iterator[Draft]:
    """What several origins, but not all, report."""
    yield from _with_status(scene, told, ClaimStatus.PARTIAL, "partial")


def single(scene: Scene, told: Sequence[Told]) -> Iterator[Draft]:
    """What only one origin reports; not what the claim's own count ascribes to more, nor what others seem to tell."""
    for each in _alone(scene, told) if len(scene.findings.origins) > 1 else ():
        if each.claim.status is ClaimStatus.SINGLE is each.status and not _told_elsewhere(scene, each):
            yield reporting(scene, each, "single")


def _told_elsewhere(scene: Scene, told: Told) -> bool:
    """Whether an article of another origin holds most of the words."""
    return scene.origins((*told.articles, *scene.elsewhere.holders(told.said.text))) > told.origins


def _with_status(scene: Scene, told: Sequence[Told], status: ClaimStatus, topic: str) -> Iterator[Draft]:
    if len(scene.findings.origins) > 1:
        for each in _alone(scene, told):
            if each.status is status:
                yield reporting(scene, each, topic)


def only(scene: Scene, told: Sequence[Told]) -> Iterator[Draft]:
    """What the only origin tells: for stories without anything to compare."""
    if len(scene.findings.origins) <= 1:
        for each in _alone(scene, told):
            yield reporting(scene, each, "told")


def _alone(scene: Scene, told: Sequence[Told]) -> list[Told]:
    """What can stand by itself: no quoted words without a speaker that point to a sentence before them."""
    return [each for each in told if each.said.clause or _speaker(scene, each) or not _LEANING.match(each.said.text)]


def reporting(scene: Scene, told: Told, topic: str) -> Draft:
    """A sentence that says which articles report a claim."""
    said, one = told.said, len(told.articles) == 1
    who, speaker = _who(scene, told, alone=topic == "single"), _speaker(scene, told)
    verb = "reports" if one else "report"
    if len(scene.accounts) == 1 and topic == "told":
        verb = "also reports"
    if said.clause:
        saying = f"{speaker} said that " if speaker else ""
        text = f"{who} {verb} that {saying}{said.text}"
    elif speaker and not _says_who(scene, told):
        text = f"{who} {'cites' if one else 'cite'} {speaker}: {said.text}"
    else:
        outlet = scene.names[said.member.article]
        words = "" if outlet in who else f", in the words of {outlet}"
        text = f"{who} {verb}{words}: {said.text}"
    other = _in_other_detail(scene, told)
    text = closed(_STOPPED.sub(r"\1", text) + other if other else text)
    return Draft(text, _asserted(speaker, told), told.citations, topic)


def _says_who(scene: Scene, told: Told) -> bool:
    """Whether quoted words hold their own attribution ("Korrin said …"): then they are the outlet's words."""
    cues = [quote.cue for quote in scene.accounts[told.said.member.article].annotation.quotes if quote.cue]
    text = scene.text(told.said.member.article)
    return any(told.said.member.span.contains(cue) and cue.of(text) in told.said.text for cue in cues)


def _asserted(speaker: str, told: Told) -> tuple[str, ...]:
    return tuple(part for part in (speaker, told.said.text) if part)


def _in_other_detail(scene: Scene, told: Told) -> str:
    """Who else tells the fact, though not with all its figures and names."""
    outlets = scene.outlets(member.article for member in told.others)
    if not outlets:
        return ""
    verb = "tells" if len(outlets) == 1 else "tell"
    return f"; {listed(outlets)} {verb} it with other details"


def _speaker(scene: Scene, told: Told) -> str:
    """The speaker whom the sentence must name, because the words themselves do not."""
    speaker = speaker_of(scene, told.said.member)
    if not told.said.clause or not speaker:
        return speaker
    named = speaker.split()[-1] in told.said.text or attributes_itself(scene, told.said.member)
    return "" if named else speaker


def _who(scene: Scene, told: Told, *, alone: bool) -> str:
    """The subject of the sentence: how many articles of how many origins, or which; "only" where `alone`."""
    outlets, total = scene.outlets(told.articles), len(scene.accounts)
    single = told.origins == 1 and len(scene.findings.origins) > 1
    sure = alone and told.claim.status is ClaimStatus.SINGLE and not _told_elsewhere(scene, told)
    if total == 1:
        return outlets[0]
    if len(outlets) == total:
        return f"All {count_in_words(total)} articles" if total > 2 else f"Both {listed(outlets)}"
    if single and len(outlets) > 1:
        names = listed(outlets)
        return f"{'Only ' if sure else ''}{names}, which rest on one origin,"
    if len(outlets) <= 3:
        return f"{'Only ' if single and sure else ''}{listed(outlets)}"
    count = capitalised(count_in_words(len(outlets)))
    return f"{count} of {plural(total, 'article')}, from {plural(told.origins, 'origin')},"
