"""Forms: the sentences in which a claim is told together with who tells it.

What several origins tell whole is stated, and its citations say who. Elsewhere the account whose words are used is
named, before its words or behind them in turn; those that tell the fact in other words, or give other details, follow.
"""

import re
from collections.abc import Sequence
from datetime import timedelta

from synoptic.language.dates_in_words import date_in_words
from synoptic.records.findings import ClaimStatus
from synoptic.records.links import ClaimMember
from synoptic.stages.write.days import counts_from_its_day, day_of
from synoptic.stages.write.gaps import states_a_gap
from synoptic.stages.write.phrases import RESTING, capitalised, closed, count_in_words, listed, plural, quotations
from synoptic.stages.write.reporting import attributes_itself, speaker_of
from synoptic.stages.write.scene import Draft, Scene
from synoptic.stages.write.told import Told, own_citations
from synoptic.stages.write.witness import language_of
from synoptic.stages.write.words import Keys, figures, needed, weight_held

EARLIER = timedelta(days=7)
"""How much younger half of the accounts must be for the day of an account to be told in any case."""
COMMON = 0.5
"""The share, by weight, of a clause's words in other accounts from which it may be told without its source."""
_NAMED = 2
"""Accounts that are named behind a sentence; more are counted, and cited."""
_STOPPED = re.compile(r"\.([\"”’»']*)$")
_SOURCED = re.compile(
    r"(?:,|\baccording\b|\bper\b)[^,]*\b(?:said|says|told|tells|according|per|report(?:s|ed)|added|stated|wrote)\b[^,]*$"
)
"""How a clause ends that names its own source there: no other is named behind it."""


_REPORTS = re.compile(r"\breport")
_ACCORDING = re.compile(r"\baccording to\b", re.IGNORECASE)
"""A clause that reports of a report bears no second "reports", one that names its source no second "according to"."""


def reporting(scene: Scene, told: Told, topic: str) -> Draft:
    """A sentence that says which accounts report a claim, in the forms that it may have."""
    speaker, who = _speaker(scene, told), _who(scene, told)
    tail = "; not found in any other account" if topic == "single" else _otherwise(scene, told)
    front = _with(_front(scene, told, topic, speaker), tail)
    again = front.replace(RESTING, "")
    forms = [again]
    if told.said.clause and topic != "single":
        clause = f"{speaker} said that {told.said.text}" if speaker else told.said.text
        if is_stated(scene, told):
            forms = [closed(clause)]
        elif not _SOURCED.search(clause):
            forms = [*(_with(form, tail) for form in _backwards(scene, told, clause)), again]
    once = who if RESTING in who or _are_all(scene, told) else ""
    return Draft(front, _asserted(speaker, told), told.citations, topic, tuple(forms), once)


def is_plain(scene: Scene, told: Told) -> bool:
    """Whether several origins tell a clause whole, so that it may be stated without its source."""
    return (
        told.said.clause
        and told.origins > 1
        and told.status is not ClaimStatus.DIFFERS
        and _is_common(scene, told)
        and not earlier_day(scene, told)
        and not _speaker(scene, told)
    )


def is_stated(scene: Scene, told: Told) -> bool:
    """Whether all that can be said of who tells a clause is in its citations: each states it, in like words."""
    if told.others or told.freely or quotations(told.said.text):
        return False
    return is_plain(scene, told) or (_are_all(scene, told) and not _speaker(scene, told))


def _are_all(scene: Scene, told: Told) -> bool:
    return 2 < len(scene.accounts) == len(scene.outlets(told.articles))


def _is_common(scene: Scene, told: Told) -> bool:
    """Whether other accounts hold most words of a clause too."""
    others = [c for c in own_citations(told) if c.article != told.said.member.article]
    return weight_held(needed(f"that {told.said.text}"), Keys(map(scene.evidence, others))) >= COMMON


def _front(scene: Scene, told: Told, topic: str, speaker: str) -> str:
    """The form that begins with who reports it."""
    said, likewise = told.said, _outlets(scene, told.freely)
    who, day = _who(scene, told), earlier_day(scene, told)
    joined = bool(likewise) and said.clause and not day
    one = len(told.articles) == 1 and not joined
    verb = f"reported on {day}" if day else "reports" if one else "report"
    if len(scene.accounts) == 1 and topic == "told" and not day:
        verb = "also reports"
    tail = f"; {likewise} {_verb(scene, told.freely, 'has', 'have')} it in other words" if likewise else ""
    if said.clause:
        who = f"{who} and, in other words, {likewise}," if joined and who.endswith(",") else who
        who = f"{who} and, in other words, {likewise}" if joined and not who.endswith(",") else who
        saying = f"{speaker} said that {said.text}" if speaker else said.text
        return _with(f"{who} {verb} that {saying}", "" if joined else tail)
    if speaker and not _says_who(scene, told):
        cited = f"cited {speaker} on {day}" if day else f"{'cites' if one else 'cite'} {speaker}"
        return _with(f"{who} {cited}: {said.text}", tail)
    outlet = scene.names[said.member.article]
    words = "" if outlet in who else f", in the words of {outlet}"
    return _with(f"{who} {verb}{words}: {said.text}", tail)


def _backwards(scene: Scene, told: Told, clause: str) -> tuple[str, ...]:
    """The forms that begin with the clause."""
    clause = _STOPPED.sub(r"\1", clause)
    who, day, likewise = _names(scene, told), earlier_day(scene, told), _outlets(scene, told.freely)
    if day:
        return (f"{clause}, {who} reported on {day}" + (f", as did {likewise} in other words" if likewise else ""),)
    verb = "reports" if len(told.articles) == 1 else "report"
    as_well = f", as {_verb(scene, told.freely, 'does', 'do')} {likewise} in other words" if likewise else ""
    along = f" and, in other words, {likewise}" if likewise else ""
    according = () if _ACCORDING.search(clause) else (f"{clause}, according to {who}{along}",)
    return according if _REPORTS.search(clause) else (*according, f"{clause}, {who} {verb}{as_well}")


def _names(scene: Scene, told: Told) -> str:
    """Who reports a claim, as it stands inside a sentence, without what is said of them once."""
    who = _who(scene, told).replace(RESTING, "").rstrip(",")
    outlets = scene.outlets(told.articles)
    return who if any(who.startswith(outlet) for outlet in outlets) else who[:1].lower() + who[1:]


def _with(text: str, tail: str) -> str:
    return closed(_STOPPED.sub(r"\1", text) + tail if tail else text)


def _otherwise(scene: Scene, told: Told) -> str:
    """Who tells it with other figures or days."""
    outlets = _outlets(scene, told.others)
    return f"; {outlets} {_verb(scene, told.others, 'gives', 'give')} other details" if outlets else ""


def _verb(scene: Scene, members: Sequence[ClaimMember], one: str, many: str) -> str:
    return one if len(scene.outlets(member.article for member in members)) == 1 else many


def _outlets(scene: Scene, members: Sequence[ClaimMember]) -> str:
    outlets = scene.outlets(member.article for member in members)
    return listed(outlets) if len(outlets) <= _NAMED else f"{count_in_words(len(outlets))} other accounts"


def earlier_day(scene: Scene, told: Told) -> str:
    """The day of accounts that were published before others of the story, where things have changed since.

    So it may be of figures, where most others are much younger, or where what a younger one prints differs; and of what
    was not known yet.
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
    gap = states_a_gap(told.said.text, language_of(scene, told.said.member.article)) and max(later) > day
    outdated = gap or (changed and bool(figures(told.said.text)))
    return date_in_words(day.isoformat(), weekday=False) if outdated else ""


def _says_who(scene: Scene, told: Told) -> bool:
    """Whether quoted words hold their own attribution ("Korrin said …"): then they are the outlet's words."""
    cues = [quote.cue for quote in scene.accounts[told.said.member.article].annotation.quotes if quote.cue]
    text = scene.text(told.said.member.article)
    return any(told.said.member.span.contains(cue) and cue.of(text) in told.said.text for cue in cues)


def _asserted(speaker: str, told: Told) -> tuple[str, ...]:
    return tuple(part for part in (speaker, told.said.text) if part)


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
