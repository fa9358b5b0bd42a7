"""The sentences of a brief about claims, one function a topic; each gives drafts in order of importance."""

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta

from synoptic.language.dates_in_words import date_in_words
from synoptic.records.findings import ClaimStatus, EventRecord
from synoptic.stages.write.alone import found_alone
from synoptic.stages.write.days import counts_from_its_day, day_of
from synoptic.stages.write.phrases import RESTING, capitalised, closed, count_in_words, listed, plural
from synoptic.stages.write.quotable import stands_alone
from synoptic.stages.write.reporting import attributes_itself, speaker_of
from synoptic.stages.write.scene import Draft, Scene, one_an_article
from synoptic.stages.write.told import Told, own_citations
from synoptic.stages.write.words import Keys, figures, needed, weight_held

_GOES_ON = re.compile(r"^(?:\S+ ){1,6}(?:also|added|adding|went on|continued)\b")
"""Words of a saying that goes on from another."""
EARLIER = timedelta(days=7)
"""How much younger half of the accounts must be for the day of an account to be told in any case."""

_DEEDS = {"CONSULT": "met", "AGREE": "reached an agreement", "COOPERATE": "agreed to cooperate"}
"""PLOVER types that can be told in our own words without judging: who did it together, where and when."""


_ASKED_AFTER = re.compile(
    r"\bfor comment\b|\b(?:did|has|have) not (?:immediately )?(?:respond|return|repl|answer)|declined to comment",
    re.IGNORECASE,
)
"""Words of an outlet about its own inquiries."""
_STOPPED = re.compile(r"\.([\"”’»]*)$")
SEVERAL = 1.4
"""The sum of scores, one an origin, from which several origins seem to tell a claim: one surely, another perhaps."""
COMMON = 0.5
"""The share, by weight, of a first sentence's words in other accounts from which nobody is named as its source."""
GOOD_LENGTH = 28
"""Words beyond which a first sentence is the worse the longer it is."""
_OPENING = 0.15
"""The share of an article in which its main event is told first."""
_LEADS = 12
"""Claims that are tried for the first sentence."""


def lead(scene: Scene, told: Sequence[Told]) -> Iterator[Draft]:
    """Who did what, where and when: from the event that most accounts tell and date, else from the first claim."""
    events = [(event, draft) for event in scene.findings.events[:3] if (draft := _of_event(scene, event)) is not None]
    yield from (draft for event, draft in events if event.date)
    for each in sorted(readable(scene, told), key=lambda each: -_prominence(scene, each))[:_LEADS]:
        plain = each.said.clause and each.origins > 1 and each.status is not ClaimStatus.DIFFERS
        if plain and _is_common(scene, each) and not _earlier_day(scene, each) and not _speaker(scene, each):
            yield Draft(closed(each.said.text), (each.said.text,), own_citations(each), "lead")
        else:
            yield reporting(scene, each, "lead")
    yield from (draft for event, draft in events if not event.date)


def _is_common(scene: Scene, told: Told) -> bool:
    """Whether other accounts hold most words of a sentence too, so that it may be told without its source."""
    others = [c for c in own_citations(told) if c.article != told.said.member.article]
    return weight_held(needed(f"that {told.said.text}"), Keys(map(scene.evidence, others))) >= COMMON


def _prominence(scene: Scene, told: Told) -> float:
    """How well a claim serves as the first sentence: told like the openings, by several, plainly, near a beginning.

    Weights set by reading the first sentences of 34 briefs (data/claims, invented stories, seeds, example), not
    scanned: by the share of one headline ten of them told an aside, by these weights two.
    """
    member = told.said.member
    late = member.span.start > _OPENING * len(scene.text(member.article))
    tellers = _tellers(scene, told) / max(1, len(scene.findings.origins))
    return (
        told.likeness
        + 0.15 * tellers
        + 0.08 * _is_dated(scene, told)
        + 0.3 * told.salience / max(1, len(scene.findings.origins))
        - 0.01 * max(0, len(told.said.text.split()) - GOOD_LENGTH)
        - 0.05 * min(3, scene.tone.get(member.article, 0))
        - 0.1 * late
        - 0.1 * bool(_earlier_day(scene, told))
        - 0.15 * (not told.said.clause)
        - 0.15 * bool(_GOES_ON.search(told.said.text))
    )


def _is_dated(scene: Scene, told: Told) -> bool:
    """Whether a clause says the day of the event."""
    day = scene.findings.main_event.date
    return day is not None and date_in_words(day[:10]) in told.said.text


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


def shared(scene: Scene, told: Sequence[Told]) -> Iterator[Draft]:
    """What several origins report, that of most first."""
    if len(scene.findings.origins) > 1:
        for each in sorted(readable(scene, told), key=lambda each: (-_tellers(scene, each), -round(2 * each.salience))):
            if each.status in _SHARED:
                yield reporting(scene, each, _SHARED[each.status])


_SHARED = {ClaimStatus.AGREED: "agreed", ClaimStatus.PARTIAL: "partial"}


def _tellers(scene: Scene, told: Told) -> int:
    """The origins that tell a claim, in whatever words."""
    return scene.origins(member.article for member in told.tellers)


def single(scene: Scene, told: Sequence[Told]) -> Iterator[Draft]:
    """What one origin tells and nothing shows to be told by another."""
    for each in readable(scene, told) if len(scene.findings.origins) > 1 else ():
        if found_alone(scene, each):
            yield reporting(scene, each, "single")


def widely(scene: Scene, told: Sequence[Told]) -> Iterator[Draft]:
    """What several origins seem to tell, doubtful members counted by their score, without a word about who does."""
    yield from more(scene, [each for each in told if each.salience >= SEVERAL])


def more(scene: Scene, told: Sequence[Told]) -> Iterator[Draft]:
    """What else is told, without a word about who else may tell it."""
    for each in sorted(readable(scene, told), key=lambda each: -round(2 * each.salience)):
        if each.status is ClaimStatus.SINGLE and (each.said.clause or "…" not in each.said.text):
            yield reporting(scene, each, "told")


def readable(scene: Scene, told: Sequence[Told]) -> list[Told]:
    """What can stand by itself, and is about the event, not about how it was asked after."""
    return [each for each in told if stands_alone(scene, each.said) and not _ASKED_AFTER.search(each.said.text)]


def reporting(scene: Scene, told: Told, topic: str) -> Draft:
    """A sentence that says which articles report a claim."""
    said, one = told.said, len(told.articles) == 1
    who, speaker = _who(scene, told), _speaker(scene, told)
    verb = "reports" if one else "report"
    if day := _earlier_day(scene, told):
        who = f"{who.rstrip(',')}, on {day},"
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
    other = "; not found in any other account" if topic == "single" else _otherwise(scene, told)
    text = closed(_STOPPED.sub(r"\1", text) + other if other else text)
    return Draft(text, _asserted(speaker, told), told.citations, topic)


def _earlier_day(scene: Scene, told: Told) -> str:
    """The day of accounts that were published before others of the story, where things have changed since.

    So it may be of figures, where most others are much younger, or where what a younger one prints differs.
    """
    days = {id: day_of(account.article.published) for id, account in scene.accounts.items()}
    own = {days[article] for article in told.articles}
    later = [day for day in days.values() if day is not None]
    otherwise = [day for member in told.others if (day := days[member.article]) is not None]
    quoted_day = days[told.said.member.article]
    if not told.said.clause and counts_from_its_day(told.said.text) and quoted_day is not None:
        return date_in_words(quoted_day.isoformat(), weekday=False)
    if len(own) != 1 or None in own:
        return ""
    (day,) = own
    assert day is not None
    younger = sum(other - day >= EARLIER for other in later)
    changed = 2 * younger >= len(scene.accounts) or any(other > day for other in otherwise)
    return date_in_words(day.isoformat(), weekday=False) if changed and figures(told.said.text) else ""


def _says_who(scene: Scene, told: Told) -> bool:
    """Whether quoted words hold their own attribution ("Korrin said …"): then they are the outlet's words."""
    cues = [quote.cue for quote in scene.accounts[told.said.member.article].annotation.quotes if quote.cue]
    text = scene.text(told.said.member.article)
    return any(told.said.member.span.contains(cue) and cue.of(text) in told.said.text for cue in cues)


def _asserted(speaker: str, told: Told) -> tuple[str, ...]:
    return tuple(part for part in (speaker, told.said.text) if part)


def _otherwise(scene: Scene, told: Told) -> str:
    """Who else tells the fact: with other figures or days, or in words of their own."""
    text = ""
    for members, how in ((told.others, ("with other details",) * 2), (told.freely, _OWN_WORDS)):
        outlets = scene.outlets(member.article for member in members)
        if outlets:
            many = len(outlets) > 1
            text += f"; {listed(outlets)} {'tell' if many else 'tells'} it {how[many]}"
    return text


_OWN_WORDS = ("in its own words", "in their own words")


def _speaker(scene: Scene, told: Told) -> str:
    """The speaker whom the sentence must name, because the words themselves do not."""
    speaker = speaker_of(scene, told.said.member)
    if not told.said.clause or not speaker:
        return speaker
    named = speaker.split()[-1] in told.said.text or attributes_itself(scene, told.said.member)
    return "" if named else speaker


def _who(scene: Scene, told: Told) -> str:
    """The subject of the sentence: how many articles of how many origins, or which."""
    outlets, total = scene.outlets(told.articles), len(scene.accounts)
    single = told.origins == 1 and len(scene.findings.origins) > 1
    if total == 1:
        return outlets[0]
    if len(outlets) == total:
        return f"All {count_in_words(total)} articles" if total > 2 else f"Both {listed(outlets)}"
    if single and len(outlets) > 1:
        return f"{listed(outlets)}{RESTING}"
    if len(outlets) <= 3:
        return listed(outlets)
    count = capitalised(count_in_words(len(outlets)))
    return f"{count} of {plural(total, 'article')}, from {plural(told.origins, 'origin')},"
