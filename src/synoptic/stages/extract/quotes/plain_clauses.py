"""Reported clauses that no word opens, in text without a parse: "…すると発表した", "…한다고 밝혔다", "基连宣布,…"."""

import re
from collections.abc import Sequence

from synoptic.language.speech import SpeechTable
from synoptic.records.annotation import Entity, Quote, QuoteForm
from synoptic.records.span import Span
from synoptic.stages.extract.quotes.plain_sources import entity_near, named_part, trimmed, verbs_of

_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_PAUSE = re.compile(r"\s*[,，:：]")
_SHORTEST = 4
"""Code points of a reported clause at least."""
_LONGEST_SPEAKER = 30
"""Code points of the speaker before such a verb at most."""


def unmarked_clause(
    text: str, table: SpeechTable, sentence: Span, entities: Sequence[Entity], taken: Sequence[Span]
) -> Quote | None:
    """The clause that a sentence reports without a word for "that"; None where it reports none, or quotes."""
    verbs = verbs_of(table.language)
    if verbs is None or any(part.overlap(sentence) for part in taken):
        return None
    if table.verb_last and table.quoting:
        return _before_verb(text, table, verbs, sentence, entities)
    if not table.verb_last and _UNSPACED.search(next(iter(table.forms), "")):
        return _behind_verb(text, table, verbs, sentence, entities)
    return None


def _before_verb(
    text: str, table: SpeechTable, verbs: re.Pattern[str], sentence: Span, entities: Sequence[Entity]
) -> Quote | None:
    """The verb closes the sentence, a particle stands before it, the speaker opens the sentence."""
    for match in verbs.finditer(text, sentence.start, sentence.end):
        closes = len(text[match.end() : sentence.end].strip(" .。!?！？")) == 0
        before = text[sentence.start : match.start()].rstrip()
        if not closes or not before.endswith(table.quoting):
            continue
        speaker = named_part(text, table, trimmed(text, table, sentence.start, match.start()), entities)
        if speaker is None or len(speaker) > _LONGEST_SPEAKER:
            return None
        content = trimmed(text, table, _past_particle(text, table, speaker.end), sentence.start + len(before))
        return _quote(speaker, Span(*match.span()), content, table.forms.get(match.group(), "say"), entities)
    return None


def _past_particle(text: str, table: SpeechTable, at: int) -> int:
    return next((at + len(stop) for stop in table.stops if text.startswith(stop, at)), at)


def _behind_verb(
    text: str, table: SpeechTable, verbs: re.Pattern[str], sentence: Span, entities: Sequence[Entity]
) -> Quote | None:
    """The verb follows the speaker; one of a single sign needs a pause behind it (it may be part of a word)."""
    for match in verbs.finditer(text, sentence.start, sentence.end):
        if not (_PAUSE.match(text, match.end()) or len(match.group()) > 1):
            continue
        before = trimmed(text, table, sentence.start, match.start())
        speaker = named_part(text, table, before, entities)
        if before is None or len(before) > _LONGEST_SPEAKER or "," in before.of(text) or "，" in before.of(text):
            return None
        content = trimmed(text, table, match.end(), sentence.end)
        content = content and Span(content.start, content.end - (text[content.end - 1] in ".!?。！？"))
        return _quote(speaker, Span(*match.span()), content, table.forms.get(match.group(), "say"), entities)
    return None


def _quote(
    speaker: Span | None, cue: Span, content: Span | None, cue_class: str, entities: Sequence[Entity]
) -> Quote | None:
    if content is None or len(content) < _SHORTEST:
        return None
    entity = entity_near(speaker, cue, (content,), entities)
    return Quote((content,), cue, speaker, entity, QuoteForm.INDIRECT, cue_class)
