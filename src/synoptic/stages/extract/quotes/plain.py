"""Quotes in text without a parse: quotation marks and inflected speech verbs beside them, "X dijo que …"."""

import re
from collections.abc import Sequence
from functools import cache

from synoptic.language.quotation import Quotation
from synoptic.language.speech import SpeechTable, speech_table
from synoptic.records.annotation import Entity, Quote, QuoteForm
from synoptic.records.parse import Parse
from synoptic.records.span import Span

_NEAR = 60
"""Code points between a quotation and a speech verb at most."""
_END = ".!?;:\n"
_NAME_EDGE = " \t,;:–—-\"'“”«»„()"


def plain_quotes(
    text: str, parse: Parse, quotations: Sequence[Quotation], entities: Sequence[Entity]
) -> tuple[Quote, ...]:
    """Direct quotes with a speech verb beside them, and clauses behind "verb + that"."""
    table = speech_table(parse.language)
    found: list[Quote] = []
    taken: list[Span] = []
    for quotation in quotations:
        if quotation.depth == 0:
            quote = _direct(text, table, parse, quotation, entities, found[-1] if found else None)
            if quote is not None:
                found.append(quote)
                taken += quotation.parts
    for sentence in parse.sentence_spans:
        quote = _indirect(text, table, sentence, entities, taken)
        if quote is not None:
            found.append(quote)
    return tuple(sorted(found, key=lambda quote: quote.content[0]))


@cache
def _verbs(language: str) -> re.Pattern[str] | None:
    forms = sorted(speech_table(language).forms, key=lambda form: (-len(form), form))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, forms)) + r")(?!\w)", re.IGNORECASE) if forms else None


def _direct(
    text: str,
    table: SpeechTable,
    parse: Parse,
    quotation: Quotation,
    entities: Sequence[Entity],
    before: Quote | None,
) -> Quote | None:
    verbs = _verbs(table.language)
    sentence = _sentence_around(parse, quotation)
    cue = _verb_near(text, verbs, quotation, sentence) if verbs else None
    words = len(quotation.inner(text).split())
    if cue is None:
        whole = words > 4 or (words == 1 and len(quotation.inner(text)) > 12)
        colon = text[: quotation.start].rstrip().endswith((":", "："))
        if not (
            whole and (colon or (before is not None and not text[before.content[-1].end : quotation.start].strip()))
        ):
            return None
        speaker = before.speaker if before is not None and not colon else None
        entity = before.entity if before is not None and not colon else None
        return Quote(quotation.parts, None, speaker, entity, QuoteForm.DIRECT)
    speaker = _speaker_near(text, cue, quotation, sentence)
    entity = _entity_near(speaker, cue, sentence, quotation.parts, entities)
    return Quote(quotation.parts, cue, speaker, entity, QuoteForm.DIRECT, table.forms.get(cue.of(text).lower(), "say"))


def _sentence_around(parse: Parse, quotation: Quotation) -> Span:
    """From the start of the sentence in which the quotation starts to the end of the one behind it in the paragraph."""
    start, end = quotation.start, quotation.end
    for span in parse.sentence_spans:
        if span.start <= quotation.start < span.end:
            start = span.start
        if span.start <= quotation.end <= span.end + 2:
            end = max(end, span.end)
    return Span(start, end)


def _verb_near(text: str, verbs: re.Pattern[str], quotation: Quotation, sentence: Span) -> Span | None:
    behind = verbs.search(text, quotation.end, min(len(text), max(sentence.end, quotation.end), quotation.end + _NEAR))
    if behind and not any(mark in text[quotation.end : behind.start()] for mark in ".\n"):
        return Span(*behind.span())
    start = max(sentence.start, quotation.start - 2 * _NEAR)
    ahead = list(verbs.finditer(text, start, quotation.start))
    return Span(*ahead[-1].span()) if ahead else None


def _speaker_near(text: str, cue: Span, quotation: Quotation, sentence: Span) -> Span | None:
    """Behind an inverted cue ("…", dijo X.) what follows up to the next mark, else what stands before the cue."""
    if cue.start >= quotation.end:
        end = cue.end
        while end < sentence.end and text[end] not in _END + ',«“"':
            end += 1
        span = _trimmed(text, cue.end, end)
        if span is not None:
            return span
        return _trimmed(text, quotation.end, cue.start)
    return _trimmed(text, sentence.start, cue.start)


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start] in _NAME_EDGE:
        start += 1
    while end > start and text[end - 1] in _NAME_EDGE:
        end -= 1
    return Span(start, end) if end > start else None


def _entity_near(
    speaker: Span | None, cue: Span, sentence: Span, content: Sequence[Span], entities: Sequence[Entity]
) -> str | None:
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


def _indirect(
    text: str, table: SpeechTable, sentence: Span, entities: Sequence[Entity], taken: Sequence[Span]
) -> Quote | None:
    verbs = _verbs(table.language)
    if verbs is None or not table.that:
        return None
    for match in verbs.finditer(text, sentence.start, sentence.end):
        rest = text[match.end() : sentence.end]
        opened = re.match(
            r"[\s,]+(?:" + "|".join(map(re.escape, table.that)) + r")(?:\s+|(?<=['’]))", rest, re.IGNORECASE
        )
        if not opened or any(part.start <= match.start() < part.end for part in taken):
            continue
        content = _trimmed(text, match.end() + len(opened.group()) - len(opened.group().lstrip(" ,")), sentence.end)
        content = content and Span(content.start, content.end - (text[content.end - 1] in ".!?"))
        if content is None:
            continue
        cue = Span(*match.span())
        speaker = _trimmed(text, sentence.start, match.start())
        marked = sum(part.overlap(content) for part in taken)
        form = QuoteForm.MIXED if marked > 0.1 * len(content) else QuoteForm.INDIRECT
        entity = _entity_near(speaker, cue, sentence, (content,), entities)
        return Quote((content,), cue, speaker, entity, form, table.forms.get(match.group().lower(), "say"))
    return None
