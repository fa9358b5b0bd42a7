"""Sources in text without a parse: "según X, …", dialogue behind a dash, the words that tell who speaks."""

import re
from collections.abc import Sequence
from functools import cache

from synoptic.language.speech import SpeechTable, speech_table
from synoptic.records.annotation import Entity, Quote, QuoteForm
from synoptic.records.span import Span

_NAME_EDGE = " \t\n\u00a0\u202f,;:–—―-\"'“”«»„‟‹›()「」『』、，。：؛،"
_DASHES = "—–―"
_SPACELESS = re.compile("[\u3040-\u30ff\u3400-\u9fff]")


@cache
def verbs_of(language: str) -> re.Pattern[str] | None:
    """The inflected speech verbs of a language; scripts without spaces have no word borders to ask for."""
    forms = sorted(speech_table(language).forms, key=lambda form: (-len(form), form))
    parts = [re.escape(form) if _SPACELESS.search(form) else rf"(?<!\w){re.escape(form)}(?!\w)" for form in forms]
    return re.compile("|".join(parts), re.IGNORECASE) if parts else None


@cache
def _phrases_of(language: str) -> re.Pattern[str] | None:
    phrases = sorted(speech_table(language).according, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, phrases)) + r")\s+", re.IGNORECASE) if phrases else None


def trimmed(text: str, table: SpeechTable, start: int, end: int) -> Span | None:
    """A stretch without marks, blanks and the language's particles at its edges; None where nothing is left."""
    while True:
        while start < end and text[start] in _NAME_EDGE:
            start += 1
        while end > start and text[end - 1] in _NAME_EDGE:
            end -= 1
        inner = text[start:end]
        front = next((edge for edge in table.edges if inner.startswith(edge) and edge != inner), "")
        back = next((edge for edge in table.edges if inner.endswith(edge) and _SPACELESS.search(edge)), "")
        if not front and not back:
            return Span(start, end) if end > start else None
        start, end = start + len(front), end - (len(back) if not front else 0)


def entity_near(speaker: Span | None, cue: Span, content: Sequence[Span], entities: Sequence[Entity]) -> str | None:
    """The entity whose mention in the speaker's words stands nearest to the cue."""
    best: tuple[int, str] | None = None
    for entity in entities:
        for mention in entity.mentions:
            inside = any(part.overlap(mention.span) for part in content)
            if inside or speaker is None or not speaker.overlap(mention.span):
                continue
            gap = max(mention.span.start - cue.end, cue.start - mention.span.end)
            if best is None or gap < best[0]:
                best = (gap, entity.id)
    return best[1] if best else None


def according(text: str, table: SpeechTable, sentence: Span, entities: Sequence[Entity]) -> Quote | None:
    """`Según X, …` and `…, según X.`: the phrase is the cue, what stands behind it up to a comma the speaker."""
    phrases = _phrases_of(table.language)
    match = phrases.search(text, sentence.start, sentence.end) if phrases else None
    if match is None:
        return None
    comma = text.find(",", match.end(), sentence.end)
    speaker = trimmed(text, table, match.end(), comma if comma >= 0 else sentence.end - 1)
    opens = not text[sentence.start : match.start()].strip(_NAME_EDGE)
    parts = [(comma, sentence.end)] if opens and comma >= 0 else [(sentence.start, match.start())]
    if not opens and comma >= 0:
        parts.append((comma, sentence.end))
    content = [span for start, end in parts if (span := _unended(text, table, start, end)) is not None]
    named = speaker is not None and any(word[:1].isupper() for word in speaker.of(text).split())
    if speaker is None or not named or not content or sum(len(span.of(text).split()) for span in content) < 2:
        return None
    cue = Span(match.start(), match.start() + len(match.group().rstrip()))
    entity = entity_near(speaker, cue, content, entities)
    return Quote(tuple(content), cue, speaker, entity, QuoteForm.INDIRECT, "say")


def _unended(text: str, table: SpeechTable, start: int, end: int) -> Span | None:
    span = trimmed(text, table, start, end)
    if span is None:
        return None
    ended = len(span.of(text)) - len(span.of(text).rstrip(".!?。"))
    return trimmed(text, table, span.start, span.end - ended)


def dialogue(text: str, table: SpeechTable, sentence: Span, entities: Sequence[Entity]) -> Quote | None:
    """`—El puente es seguro —dijo Lund.`: a paragraph behind a dash, up to the dash or comma before a speech verb."""
    verbs = verbs_of(table.language)
    opens = text[sentence.start] in _DASHES and text[: sentence.start].rstrip(" ")[-1:] in ("", "\n")
    if verbs is None or not opens:
        return None
    for match in verbs.finditer(text, sentence.start, sentence.end):
        before = text[sentence.start : match.start()].rstrip()
        if not before.endswith((*_DASHES, ",", "!", "?")) or len(before) < 2:
            continue
        content = trimmed(text, table, sentence.start, match.start())
        end = next((n for n in range(match.end(), sentence.end) if text[n] in _DASHES + ".,;"), sentence.end)
        speaker = trimmed(text, table, match.end(), end)
        if content is not None and speaker is not None:
            cue = Span(*match.span())
            known = table.forms.get(match.group().lower(), "say")
            entity = entity_near(speaker, cue, (content,), entities)
            return Quote((content,), cue, speaker, entity, QuoteForm.DIRECT, known)
    return None
