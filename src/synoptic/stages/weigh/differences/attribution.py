"""Attribution: the same content put into different mouths."""

from collections.abc import Mapping, Sequence

from synoptic.records.annotation import Voice
from synoptic.records.findings import Difference, DifferenceKind
from synoptic.stages.weigh.differences.frames import folded
from synoptic.stages.weigh.differences.sides import difference
from synoptic.stages.weigh.differences.telling import Telling

_OUTLET = "(the outlet itself)"


def attribution_differences(tellings: Sequence[Telling], entity_names: Mapping[str, str]) -> tuple[Difference, ...]:
    """One difference where the tellings name two or more speakers, with the outlet's own voice as a side beside them.

    Compatible: several may say one thing. A speaker against the outlet's own voice alone is no difference: outlets
    leave out whom they have a fact from as a matter of course (data/claims: 29 of 116 such were held to be telling).
    `entity_names` leads from the story's entity ids to their names. A speaker who is not an entity counts where his
    words name someone; "the company", "they" may be anybody.
    """
    speakers: dict[str, tuple[frozenset[str], str]] = {}
    values: list[tuple[Telling, str, str]] = []
    for telling in tellings:
        if telling.voice is Voice.OUTLET:
            values.append((telling, "", _OUTLET))
            continue
        words = entity_names.get(telling.speaker, "") if telling.speaker else telling.speaker_words
        name = _content(words)
        if not name or (not telling.speaker and not _named(telling)):
            continue
        key = _known(name, telling.speaker, speakers)
        speakers.setdefault(key, (name, words))
        values.append((telling, key, speakers[key][1]))
    told = {key: {telling.article for telling, other, _ in values if other == key} for key in speakers}
    if len(speakers) < 2 or len(set().union(*told.values())) < 2 or _all_tell(told):
        return ()
    reason = "said by " + " / by ".join(words for _, words in speakers.values())
    found = difference(DifferenceKind.ATTRIBUTION, values, True, reason)
    return (found,) if found else ()


def _all_tell(told: Mapping[str, set[str]]) -> bool:
    """Whether every article has it from the same speakers."""
    sets = list(told.values())
    return all(articles == sets[0] for articles in sets)


def _known(name: frozenset[str], speaker: str | None, speakers: Mapping[str, tuple[frozenset[str], str]]) -> str:
    """The key of a speaker already met (one id, or words that share a name), else a new one."""
    if speaker is not None and speaker in speakers:
        return speaker
    for key, (other, _) in speakers.items():
        if name & other and not (speaker and not key.startswith("~")):
            return key
    return speaker or "~" + " ".join(sorted(name))


def _content(words: str) -> frozenset[str]:
    return frozenset(folded(word.strip(".,'’\"“”")[:5]) for word in words.split() if len(word) > 3)


def _named(telling: Telling) -> bool:
    """Whether the speaker's words hold a name or a telling noun phrase: more than an article and one noun."""
    words = telling.speaker_words.split()
    return any(word[:1].isupper() for word in words[1:]) or len(words) >= 3
