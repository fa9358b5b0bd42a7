"""The sentences of a brief about claims, one function a topic; each gives drafts in order of importance."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from synoptic.language.dates_in_words import date_in_words
from synoptic.records.findings import ClaimStatus, EventRecord
from synoptic.stages.write.alone import found_alone
from synoptic.stages.write.forms import earlier_day, is_plain, reporting
from synoptic.stages.write.phrases import closed
from synoptic.stages.write.quotable import stands_alone
from synoptic.stages.write.scene import Draft, Scene, one_an_article
from synoptic.stages.write.told import Told, own_citations

_GOES_ON = re.compile(r"^(?:\S+ ){1,6}(?:also|added|adding|went on|continued)\b")
"""Words of a saying that goes on from another."""

_DEEDS = {"CONSULT": "met", "AGREE": "reached an agreement", "COOPERATE": "agreed to cooperate"}
"""PLOVER types that can be told in our own words without judging: who did it together, where and when."""


_ASKED_AFTER = re.compile(
    r"\bfor comment\b|\b(?:did|has|have) not (?:immediately )?(?:respond|return|repl|answer)|declined to comment",
    re.IGNORECASE,
)
"""Words of an outlet about its own inquiries."""
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
    best = readable(scene, [each for each in told if each.first])
    for each in sorted(best, key=lambda each: -_prominence(scene, each))[:_LEADS]:
        if is_plain(scene, each):
            yield Draft(closed(each.said.text), (each.said.text,), own_citations(each), "lead")
        else:
            yield reporting(scene, each, "lead")
    yield from (draft for event, draft in events if not event.date)


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
        - 0.1 * bool(earlier_day(scene, told))
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


def widely(scene: Scene, told: Sequence[Told]) -> Iterator[Draft]:
    """What most origins tell, by all that is known, that of most first."""
    if len(scene.findings.origins) > 1:
        yield from _ordered(scene, told, WIDE)


def more(scene: Scene, told: Sequence[Told]) -> Iterator[Draft]:
    """What else is told, that of most origins first."""
    yield from _ordered(scene, told, 0.0)


def _ordered(scene: Scene, told: Sequence[Told], least: float) -> Iterator[Draft]:
    rated = [(_breadth(scene, each), each) for each in readable(scene, told)]
    for value, each in sorted(rated, key=lambda pair: -pair[0]):
        cut = not each.said.clause and "…" in each.said.text
        if value >= least and not (cut and _tellers(scene, each) == 1):
            draft = reporting(scene, each, _SHARED.get(each.status, "told"))
            yield replace(draft, new=NEW if each.first else NEW_AGAIN)


NEW = 0.4
NEW_AGAIN = 0.55
"""The share, by weight, of a sentence's content words that no sentence before it holds, from which it is told; the
second for a claim's other renderings. Measured, facts of a majority told in data/claims: .743 with .5 for both, .754
with .4 and .5, .759 with these (sentences that tell a new fact .932, .938, .938), .749 from .35; held-out invented
stories .814 with each. Of candidates taken one by one .84 of those with .5 to .6 tell a new fact, .59 with .4 to .5."""
WIDE = 0.7
"""The sum of three shares (see `_breadth`) from which many origins seem to tell a claim. Of candidates that tell
anything new, a fact of a majority is told by .16 from .8 to 1 and .43 or more above (data/claims), by .37 and .47 or
more in invented stories of training. From .8 the briefs told .74 of the facts of a majority (data/claims), .76
(held-out invented stories) and .66 (those of training), from .7 .74, .81 and .70 with few sentences more,
from .6 .74, .84 and .78 with eight to thirty in a hundred more."""


def _breadth(scene: Scene, told: Told) -> float:
    """How widely a claim is told, as a sum of three shares of the origins.

    Those that surely tell it, if several; the expected number by all scores; those that use its words, on average. Of
    nine sentences chosen by the first two alone .66 of the facts of a majority were told in data/claims (.77 in the
    held-out invented stories), by all three, with a claim's other renderings, .68 (.77), of thirteen .74 and .765
    (.87 and .835).
    """
    every, tellers = max(1, len(scene.findings.origins)), _tellers(scene, told)
    sure = tellers if tellers > 1 else 0
    value = (sure + told.salience) / every + scene.elsewhere.spread(told.said.text)
    return value if told.first else REPEATED * value


REPEATED = 0.65
"""What a claim is worth in other words than its best: they are told only where they tell something else besides. At .6
to .85 as many facts are told; sentences that tell a new one are .94 to .95 of those of data/claims, .92 to .87 of those
of the held-out invented stories."""
_SHARED = {ClaimStatus.AGREED: "agreed", ClaimStatus.PARTIAL: "partial", ClaimStatus.DIFFERS: "partial"}


def _tellers(scene: Scene, told: Told) -> int:
    """The origins that tell a claim, in whatever words."""
    return scene.origins(member.article for member in told.tellers)


def single(scene: Scene, told: Sequence[Told]) -> Iterator[Draft]:
    """What one origin tells and nothing shows to be told by another."""
    for each in readable(scene, told) if len(scene.findings.origins) > 1 else ():
        if each.first and found_alone(scene, each):
            yield reporting(scene, each, "single")


def readable(scene: Scene, told: Sequence[Told]) -> list[Told]:
    """What can stand by itself, and is about the event, not about how it was asked after."""
    return [each for each in told if not _ASKED_AFTER.search(each.said.text) and stands_alone(scene, each.said)]
