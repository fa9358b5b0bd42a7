"""Attribution: the same content put into different mouths."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations

from synoptic.records.annotation import Quote, QuoteForm, Voice
from synoptic.records.findings import Difference, DifferenceKind
from synoptic.stages.weigh.differences.frames import folded, shared
from synoptic.stages.weigh.differences.setting import content_of
from synoptic.stages.weigh.differences.sides import difference
from synoptic.stages.weigh.differences.telling import Telling
from synoptic.stages.weigh.differences.words import listed

_OUTLET = "(the outlet itself)"

_VERBATIM = 6
"""Words of a direct quotation from which the same words in two mouths cannot both be right."""

_ONE_UTTERANCE = 0.85
"""Least likeness of two direct quotations, word by word, to be one utterance."""

_TELLING = frozenset({"say", "claim", "confirm", "deny", "warn", "emphasize"})
"""Classes of cues that put a statement of fact into a mouth; what somebody wants, feels or shows is his own."""

_DEFINITE = ("the ", "this ", "these ", "that ", "his ", "her ", "their ", "its ")
"""Words that lean on somebody named before: "the company" may be anybody."""

_STAND_INS = listed("attribution", "stand_ins")
_PRONOUNS = listed("attribution", "pronouns")

_SAME = 0.15
"""Least share of content words that two tellings have in common for their speakers to be compared. On data/claims .2
and .15 give one precision (.50), .15 a little more recall; at .3 half as much is found at the same precision: that two
sentences are one claim says more than their words."""

_PLAIN_SAME = 0.1
"""The same for a speaker and those who tell it as a fact: .1 finds 3 more of 76 there than .2, at one precision."""

_FEW = 2
_FEW_SAME = 0.35
_FEW_DOUBTFUL = 0.5
"""The same where so few origins tell it, and where one of the tellings may be of another fact: then two speakers
mostly say two things. On data/claims a third of such differences are right without these bounds, in each half of it."""

_PLAINLY = 2
"""Origins that tell as fact what another one has from a speaker, from which that is a difference."""


@dataclass(frozen=True, slots=True)
class _Speaker:
    """Who says what a telling tells: the story's id where he is an entity, the words that name him, the words said."""

    key: str
    names: frozenset[str]
    words: str
    said: tuple[str, ...]


def attribution_differences(tellings: Sequence[Telling], entity_names: Mapping[str, str]) -> tuple[Difference, ...]:
    """One difference where the tellings name two or more speakers, with the outlet's own voice as a side beside them.

    Compatible: several may say one thing; but one utterance, word for word, has one speaker. A speaker against the
    outlet's own voice alone is no difference: outlets leave out whom they have a fact from as a matter of course
    (data/claims: 29 of 116 such were held to be telling). `entity_names` leads from the story's entity ids to their
    names; a speaker who is no entity counts where words name him, pronouns aside.
    """
    known: list[_Speaker] = []
    values: list[tuple[Telling, str, str]] = []
    for telling in tellings:
        speakers = _speakers(telling, entity_names)
        if not speakers:
            values += [(telling, "", _OUTLET)] if telling.voice is Voice.OUTLET else []
        for speaker in speakers:
            first = next((other for other in known if _one(speaker, other)), None)
            known.append(speaker if first is None else _joined(first, speaker))
            values.append((telling, (first or speaker).key, (first or speaker).words))
    keys = dict.fromkeys(speaker.key for speaker in known)
    told = {key: {telling.article for telling, other, _ in values if other == key} for key in keys}
    if not (_told_as_fact(values) if len(told) == 1 else _in_other_mouths(told, values)):
        return ()
    first_words = {key: words for _, key, words in reversed(values)}
    torn = _torn(known)
    reason = "said by " + " / by ".join(first_words[key] for key in keys)
    found = difference(DifferenceKind.ATTRIBUTION, values, not torn, reason + (", in the same words" if torn else ""))
    return (found,) if found else ()


def _speakers(telling: Telling, entity_names: Mapping[str, str]) -> list[_Speaker]:
    """The speakers of the quotations in a telling, each once; the member's own where no quotation tells him."""
    found: dict[str, _Speaker] = {}
    for quote in telling.quotes:
        here = [part for part in quote.content if part.overlap(telling.span)]
        inside = sum(part.overlap(telling.span) for part in here)
        if quote.cue_class not in _TELLING or 2 * inside < min(sum(map(len, here)), len(telling.span)):
            continue
        words = telling.words(quote.speaker) if quote.speaker else ""
        id = telling.speaker_ids.get(quote.entity or "", "")
        speaker = _speaker(id, entity_names.get(id, "") or words, _said(telling, quote))
        if speaker is not None:
            found.setdefault(speaker.key, speaker)
    if not found and telling.voice is Voice.SPEAKER and telling.speaker:
        speaker = _speaker(telling.speaker, entity_names.get(telling.speaker, ""), ())
        return [speaker] if speaker is not None else []
    return list(found.values())


def _speaker(id: str, words: str, said: tuple[str, ...]) -> _Speaker | None:
    names = frozenset(
        part for word in words.split() if len(part := folded(word.strip(".,'’\"“”()"))) > 3 and part not in _PRONOUNS
    )
    if not names or (not id and words.lower().startswith(_DEFINITE) and not any(c.isupper() for c in words[1:])):
        return None
    if not id and _stands_in(words):
        return None
    return _Speaker(id or "~" + " ".join(sorted(names)), names, words, said)


def _stands_in(words: str) -> bool:
    """Whether the words describe a body without a name of its own; of "a statement from the rabbi" the rabbi speaks."""
    parts = words.casefold().split()
    return bool(parts) and parts[-1].strip(".,") in _STAND_INS


def _said(telling: Telling, quote: Quote) -> tuple[str, ...]:
    """The words of a direct quotation in the telling, folded; none of an indirect one."""
    if quote.form is not QuoteForm.DIRECT:
        return ()
    text = " ".join(telling.words(part) for part in quote.content if part.overlap(telling.span))
    return tuple(word for word in (folded(word).strip(".,;:!?'’\"“”…") for word in text.split()) if word)


def _one(speaker: _Speaker, other: _Speaker) -> bool:
    """Whether two speakers are one: one entity, or words in common that begin alike."""
    if speaker.key == other.key:
        return True
    mine, theirs = ({name[:5] for name in each.names} for each in (speaker, other))
    return bool(mine & theirs)


def _joined(first: _Speaker, again: _Speaker) -> _Speaker:
    return _Speaker(first.key, first.names | again.names, first.words, again.said)


def _torn(known: Sequence[_Speaker]) -> bool:
    """Whether two speakers are given one utterance, word for word."""
    spoken = [speaker for speaker in known if len(speaker.said) >= _VERBATIM]
    return any(
        one.key != other.key and SequenceMatcher(None, one.said, other.said, autojunk=False).ratio() >= _ONE_UTTERANCE
        for place, one in enumerate(spoken)
        for other in spoken[:place]
    )


def _alike(values: Sequence[tuple[Telling, str, str]]) -> bool:
    """Whether two tellings with speakers of their own have enough words in common to be one content."""
    pairs = [
        (shared(content_of(one), content_of(other)), bool(key and theirs and key != theirs))
        for (one, key, _), (other, theirs, _) in combinations(values, 2)
        if one.article != other.article
    ]
    if len({telling.origin for telling, _, _ in values}) <= _FEW:
        least = _FEW_DOUBTFUL if any(telling.doubtful for telling, _, _ in values) else _FEW_SAME
        return any(alike >= least for alike, _ in pairs)
    return any(apart and alike >= _SAME for alike, apart in pairs)


def _in_other_mouths(told: Mapping[str, set[str]], values: Sequence[tuple[Telling, str, str]]) -> bool:
    """Whether articles have it, in like words, from speakers of their own."""
    return len(set().union(*told.values())) > 1 and not _all_tell(told) and _alike(values)


def _told_as_fact(values: Sequence[tuple[Telling, str, str]]) -> bool:
    """Whether two origins at least tell in their own voice, in like words, what one account puts into a mouth."""
    said = [telling for telling, key, _ in values if key]
    by = {telling.article for telling in said} | {telling.origin for telling in said}
    plain = {
        telling.origin
        for telling, key, _ in values
        if not key
        and telling.article not in by
        and telling.origin not in by
        and any(shared(content_of(telling), content_of(one)) >= _PLAIN_SAME for one in said)
    }
    return len(plain) >= _PLAINLY


def _all_tell(told: Mapping[str, set[str]]) -> bool:
    """Whether every article has it from the same speakers."""
    sets = list(told.values())
    return all(articles == sets[0] for articles in sets)
