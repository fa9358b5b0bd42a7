"""Attribution: the same content put into different mouths."""

from collections.abc import Mapping, Sequence

from synoptic.records.annotation import Voice
from synoptic.records.findings import Difference, DifferenceKind
from synoptic.stages.weigh.differences.sides import difference
from synoptic.stages.weigh.differences.telling import Telling


def attribution_differences(tellings: Sequence[Telling], entity_names: Mapping[str, str]) -> tuple[Difference, ...]:
    """One difference where the tellings name different speakers, or some a speaker and some none.

    `entity_names` leads from the story's entity ids to their names. Compatible: several may say one thing; where the
    outlet speaks itself it does not deny that it had it from the speaker.
    """
    values = []
    for telling in tellings:
        if telling.voice is Voice.OUTLET:
            values.append((telling, "", "(the outlet itself)"))
        elif telling.speaker:
            values.append((telling, telling.speaker, entity_names.get(telling.speaker, telling.speaker_words)))
        elif telling.speaker_words:
            values.append((telling, telling.speaker_words.casefold(), telling.speaker_words))
    named = [value for value in values if value[1]]
    keys = {key for _, key, _ in named}
    if len(keys) >= 2:
        reason = "said by " + " / by ".join(dict.fromkeys(words for _, _, words in named))
    elif keys and len(values) > len(named):
        reason = f"said by {named[0][2]} / stated by the outlet itself"
    else:
        return ()
    found = difference(DifferenceKind.ATTRIBUTION, values, True, reason)
    return (found,) if found else ()
