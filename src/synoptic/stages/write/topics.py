"""The sentences of a brief, one function a topic; each gives drafts in order of importance."""

from collections.abc import Iterator, Sequence

from synoptic.language.dates_in_words import date_in_words
from synoptic.records.annotation import QuoteForm
from synoptic.records.findings import Citation, Claim, ClaimStatus, Difference, DifferenceKind, EventRecord
from synoptic.stages.write.phrases import capitalised, closed, count_in_words, listed, plural, quoted
from synoptic.stages.write.reporting import Reported, report, shortened, speaker_of
from synoptic.stages.write.scene import Draft, Scene, cite

_MEETING = {"CONSULT": "met", "AGREE": "reached an agreement", "COOPERATE": "agreed to cooperate"}


def lead(scene: Scene) -> Iterator[Draft]:
    """Who did what, where and when: from the event that most accounts tell, else from the claim that opens most."""
    for event in scene.findings.events[:3]:
        draft = _lead_of_event(scene, event)
        if draft:
            yield draft
    for claim in _by_prominence(scene, scene.findings.claims)[:3]:
        said = report(scene, claim)
        if said.clause and not speaker_of(scene, said.member):
            yield Draft(closed(said.text), (said.text,), cite(claim), "lead")
    for claim in _by_prominence(scene, scene.findings.claims)[:1]:
        yield _reporting(scene, claim, "lead")


def _lead_of_event(scene: Scene, event: EventRecord) -> Draft | None:
    actor, recipient = (scene.entities.get(id or "") for id in (event.actor, event.recipient))
    verb = _MEETING.get(event.code)
    articles = {member.article for member in event.members}
    if (
        verb is None
        or actor is None
        or recipient is None
        or actor is recipient
        or len(articles) * 2 <= len(scene.accounts)
    ):
        return None
    where = f" in {event.place}" if event.place else ""
    when = f" on {date_in_words(event.date)}" if event.date and len(event.date) >= 10 else ""
    text = f"{actor.name} and {recipient.name} {verb}{where}{when}."
    asserted = tuple(part for part in (actor.name, recipient.name, event.place, when) if part)
    return Draft(text, asserted, _one_an_article(event.members), "lead")


def agreed(scene: Scene) -> Iterator[Draft]:
    """What all origins report."""
    for claim in _by_prominence(scene, scene.findings.claims):
        if claim.status is ClaimStatus.AGREED and len(scene.findings.origins) > 1:
            yield _reporting(scene, claim, "agreed")


def partial(scene: Scene) -> Iterator[Draft]:
    """What several origins, but not all, report."""
    for claim in _by_prominence(scene, scene.findings.claims):
        if claim.status is ClaimStatus.PARTIAL:
            yield _reporting(scene, claim, "partial")


def single(scene: Scene) -> Iterator[Draft]:
    """What only one origin reports."""
    for claim in _by_prominence(scene, scene.findings.claims):
        if claim.status is ClaimStatus.SINGLE and len(scene.findings.origins) > 1:
            yield _reporting(scene, claim, "single")


def _reporting(scene: Scene, claim: Claim, topic: str) -> Draft:
    said = report(scene, claim)
    articles = [member.article for member in claim.members]
    who = _who_reports(scene, claim, articles)
    one = len(set(articles)) == 1
    speaker = speaker_of(scene, said.member)
    verb = "reports" if one else "report"
    if not said.clause:
        return Draft(closed(_quoting(scene, who, one, said, speaker)), (speaker, said.text), cite(claim), topic)
    named = speaker if speaker and speaker.split()[-1] not in said.text else ""
    saying = f"{named} said that " if named else ""
    return Draft(closed(f"{who} {verb} that {saying}{said.text}"), (named, said.text), cite(claim), topic)


def _quoting(scene: Scene, who: str, one: bool, said: Reported, speaker: str) -> str:
    """A claim in the words of one account, named where there are others."""
    outlet = scene.names[said.member.article]
    if speaker:
        return f"{who} {'cites' if one else 'cite'} {speaker}: {said.text}"
    words = "" if outlet in who else f", in the words of {outlet}"
    return f"{who} {'reports' if one else 'report'}{words}: {said.text}"


def _who_reports(scene: Scene, claim: Claim, articles: Sequence[str]) -> str:
    """The subject of the sentence: how many articles of how many origins, or which."""
    outlets, total = scene.outlets(articles), len(scene.accounts)
    if claim.status is ClaimStatus.SINGLE and len(scene.findings.origins) > 1:
        if len(outlets) == 1:
            return f"Only {outlets[0]}"
        return f"Only {listed(outlets)}, which rest on one origin,"
    if len(outlets) == total:
        return f"All {count_in_words(total)} articles" if total > 2 else f"Both {listed(outlets)}"
    if len(outlets) <= 3:
        return listed(outlets)
    count = capitalised(count_in_words(len(outlets)))
    return f"{count} of {plural(total, 'article')}, from {plural(claim.origins, 'origin')},"


def disputed(scene: Scene) -> Iterator[Draft]:
    """Each difference that cannot be both right: in what, with the value of each side and who gives it."""
    for claim in _by_prominence(scene, scene.findings.claims):
        for difference in claim.differences:
            if not difference.compatible:
                yield _difference(scene, claim, difference, "disputed")


def reconcilable(scene: Scene) -> Iterator[Draft]:
    """Differences in number or date that can both be right."""
    for claim in _by_prominence(scene, scene.findings.claims):
        for difference in claim.differences:
            if difference.compatible and difference.kind in {DifferenceKind.NUMBER, DifferenceKind.DATE}:
                yield _difference(scene, claim, difference, "compatible")


_FRAMES = {
    DifferenceKind.NUMBER: "The accounts give different numbers",
    DifferenceKind.DATE: "The accounts give different dates",
    DifferenceKind.NAME: "The accounts give different names",
    DifferenceKind.PLACE: "The accounts give different places",
    DifferenceKind.POLARITY: "The accounts contradict each other",
    DifferenceKind.CERTAINTY: "The accounts are not equally certain",
    DifferenceKind.WORDING: "The accounts choose different words",
    DifferenceKind.ATTRIBUTION: "The accounts name different speakers",
}


def _difference(scene: Scene, claim: Claim, difference: Difference, topic: str) -> Draft:
    sides = []
    for value, members in zip(difference.values, difference.members, strict=True):
        outlets = listed(scene.outlets(claim.members[i].article for i in members))
        shown = value if difference.kind is DifferenceKind.ATTRIBUTION else quoted(value)
        sides.append(f"{shown} ({outlets})")
    first = claim.members[difference.members[0][0]]
    gist = quoted(shortened(first.span.of(scene.text(first.article)), 120))
    both = ", which can both be right" if difference.compatible else ""
    text = f"{_FRAMES[difference.kind]}{both}: {'; '.join(sides)}, where {scene.names[first.article]} writes {gist}"
    cited = cite(claim, [i for side in difference.members for i in side])
    asserted = () if difference.kind is DifferenceKind.POLARITY else difference.values
    return Draft(closed(text), (*asserted, gist), cited, topic)


def speech(scene: Scene) -> Iterator[Draft]:
    """What was said by whom, in the words that most accounts print."""
    for group in sorted(scene.alignment.quotes, key=lambda group: -len({m.article for m in group.members})):
        entity = scene.entities.get(group.entity or "")
        direct = [m for m in group.members if m.form is not QuoteForm.INDIRECT]
        if entity is None or not direct:
            continue
        member = min(direct, key=lambda m: abs(sum(map(len, m.content)) - 120))
        words = " … ".join(span.of(scene.text(member.article)) for span in member.content)
        if not 30 <= len(words) <= 260:
            continue
        printed = scene.outlets(m.article for m in group.members)
        who = listed(printed) if len(printed) <= 3 else f"{len(printed)} articles"
        text = f"{entity.name} said, as quoted by {who}: {quoted(words)}"
        cited = [Citation(m.article, span) for m in group.members for span in m.content[:1]]
        yield Draft(closed(text), (entity.name, words), _one_an_article(cited), "speech")


def naming(scene: Scene) -> Iterator[Draft]:
    """Loaded labels in an outlet's own voice, beside what the others write."""
    seen = set()
    for use in scene.findings.labels:
        entity = scene.entities.get(use.entity)
        if (
            not use.loaded
            or use.voice != "outlet"
            or use.distanced
            or entity is None
            or (use.entity, use.article) in seen
        ):
            continue
        seen.add((use.entity, use.article))
        other = f"; others write {quoted(use.neutral)}" if use.neutral else ""
        text = f"{scene.names[use.article]} calls {entity.name} {quoted(use.text)} in its own voice{other}"
        yield Draft(closed(text), (entity.name, use.text), (Citation(use.article, use.span),), "naming")


def dependence(scene: Scene) -> Iterator[Draft]:
    """Which articles rest on one origin and so count once."""
    for origin in scene.findings.origins:
        if len(origin.articles) < 2:
            continue
        cited = [
            Citation(article, span)
            for link in scene.alignment.links
            if {link.source, link.target} <= set(origin.articles)
            for passage in link.passages[:1]
            for article, span in ((link.source, passage.source), (link.target, passage.target))
        ]
        if cited:
            name = f" ({origin.name})" if origin.name else ""
            text = f"{listed(scene.outlets(origin.articles))} rest on one origin{name} and count as one account"
            yield Draft(closed(text), (), _one_an_article(cited), "dependence")


def _by_prominence(scene: Scene, claims: Sequence[Claim]) -> list[Claim]:
    """Claims that more origins and more articles make, and make earlier, come first; a fixed order."""

    def weight(numbered: tuple[int, Claim]) -> tuple[float, int]:
        number, claim = numbered
        places = [m.span.start / max(1, len(scene.text(m.article))) for m in claim.members]
        articles = len({m.article for m in claim.members})
        return (-(claim.origins + 0.5 * articles) + 2 * sum(places) / len(places), number)

    return [claim for _, claim in sorted(enumerate(claims), key=weight)]


def _one_an_article(citations: Sequence[Citation]) -> tuple[Citation, ...]:
    first: dict[str, Citation] = {}
    for citation in citations:
        first.setdefault(citation.article, citation)
    return tuple(first.values())
