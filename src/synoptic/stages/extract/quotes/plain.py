"""Quotes in text without a parse: quotation marks and inflected speech verbs beside them, "X dijo que …"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from synoptic.language.quotation import Quotation
from synoptic.language.speech import SpeechTable, speech_table
from synoptic.records.annotation import Entity, Quote, QuoteForm
from synoptic.records.parse import Parse
from synoptic.records.span import Span
from synoptic.stages.extract.quotes.plain_clauses import unmarked_clause
from synoptic.stages.extract.quotes.plain_sources import (
    according,
    dialogue,
    entity_near,
    named_part,
    trimmed,
    verbs_of,
)

_NEAR = 60
"""Code points between a quotation and a speech verb at most."""
_END = ".!?;:\n。！？"
_NAME = re.compile(r",\s+(?=[^\W\d_])[^\s,]+\s+[^\s,]+")
_LONGEST_NAME = 8
"""Words of a name with its office before a colon at most."""


def plain_quotes(
    text: str, parse: Parse, quotations: Sequence[Quotation], entities: Sequence[Entity]
) -> tuple[Quote, ...]:
    """Direct quotes with a speech verb beside them, and clauses behind "verb + that"."""
    table = speech_table(parse.language)
    found: list[Quote] = []
    taken: list[Span] = []
    for quotation in quotations:
        if quotation.depth == 0:
            if found and _goes_on(text, found[-1], quotation):
                found[-1] = replace(found[-1], content=(*found[-1].content, *quotation.parts))
                continue
            quote = _direct(text, table, parse, quotation, entities, found[-1] if found else None)
            if quote is not None:
                found.append(quote)
                taken += quotation.parts
    for sentence in parse.sentence_spans:
        reported = _indirect(text, table, sentence, entities, taken) or according(text, table, sentence, entities)
        reported = reported or dialogue(text, table, sentence, entities)
        reported = reported or unmarked_clause(text, table, sentence, entities, taken)
        if reported is not None and not any(q.content == reported.content for q in found):
            found = [q for q in found if not reported.content[0].contains(q.content[0])]
            found.append(reported)
    return tuple(sorted(found, key=lambda quote: quote.content[0]))


def _goes_on(text: str, before: Quote, quotation: Quotation) -> bool:
    """Whether nothing but the cue of the quotation before stands between it and this one: `« … », dit-elle. « … »`."""
    end = before.content[-1].end
    between = text[end : quotation.start]
    if before.cue is None or not end <= before.cue.start < quotation.start or len(between) > _NEAR or "\n" in between:
        return False
    return between.count(".") <= 1 and quotation.inner(text)[:1].isupper()


def _direct(
    text: str,
    table: SpeechTable,
    parse: Parse,
    quotation: Quotation,
    entities: Sequence[Entity],
    before: Quote | None,
) -> Quote | None:
    verbs = verbs_of(table.language)
    sentence = _sentence_around(parse, quotation)
    cue = _verb_near(text, verbs, quotation, sentence) if verbs else None
    if cue is not None and _is_name(text, table, quotation, cue):
        return None
    words = len(quotation.inner(text).split())
    if cue is None:
        whole = words > 2 or (words == 1 and len(quotation.inner(text)) > 6)
        colon = text[: quotation.start].rstrip().endswith((":", "："))
        if not (
            whole and (colon or (before is not None and not text[before.content[-1].end : quotation.start].strip()))
        ):
            return None
        speaker = before.speaker if before is not None and not colon else None
        entity = before.entity if before is not None and not colon else None
        if colon and (named := trimmed(text, table, sentence.start, quotation.start)) and _is_short(text, named):
            speaker, entity = named, entity_near(named, quotation.parts[0], quotation.parts, entities)
        return Quote(quotation.parts, None, speaker, entity, QuoteForm.DIRECT)
    speaker = named_part(text, table, _speaker_near(text, table, cue, quotation, sentence), entities)
    entity = entity_near(speaker, cue, quotation.parts, entities)
    return Quote(quotation.parts, cue, speaker, entity, QuoteForm.DIRECT, table.forms.get(cue.of(text).lower(), "say"))


_LONGEST_TITLE = 4
"""Words of a name in quotation marks at most."""


def _is_name(text: str, table: SpeechTable, quotation: Quotation, cue: Span) -> bool:
    """Whether words in marks are the name of who speaks ("«Open Orvan» said that …"): no pause parts them from it."""
    if table.verb_last or cue.start < quotation.end or len(quotation.inner(text).split()) > _LONGEST_TITLE:
        return False
    named = quotation.inner(text)[:1].isupper() and quotation.inner(text)[-1:].isalnum()
    return named and not text[quotation.end : cue.start].strip()


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


def _is_short(text: str, span: Span) -> bool:
    return len(span.of(text).split()) <= _LONGEST_NAME and span.of(text)[0].isupper()


def _speaker_near(text: str, table: SpeechTable, cue: Span, quotation: Quotation, sentence: Span) -> Span | None:
    """Behind an inverted cue ("…", dijo X.) what follows up to the next mark, else what stands before the cue.

    Where nothing stands beside the cue (`X は「…」と述べた`) it is what stands before the quotation.
    """
    if cue.start >= quotation.end:
        end = cue.end
        while end < sentence.end and (text[end] not in _END + ",«“「，、،" or _named_after(text, cue.end, end)):
            end += 1
        span = trimmed(text, table, cue.end, end)
        if span is not None and not table.verb_last:
            return span
        between = trimmed(text, table, quotation.end, cue.start)
        before = trimmed(text, table, sentence.start, quotation.start)
        return (before or between) if table.verb_last else (between or before)
    return trimmed(text, table, sentence.start, cue.start) or trimmed(text, table, cue.end, quotation.start)


def _named_after(text: str, start: int, comma: int) -> bool:
    """Whether the comma behind an office parts it from the name: "…", a déclaré la maire, Elena Brancati, …"."""
    office = text[start:comma]
    return text[comma] == "," and office == office.lower() != office.upper() and _NAME.match(text, comma) is not None


@cache
def _opener(table: SpeechTable) -> re.Pattern[str]:
    """What leads from a verb to its clause: a word for "that", behind the speaker where the verb comes first."""
    that = "|".join(map(re.escape, table.that))
    who = r"(?:\s+(?P<who>[^.!?;:؛،,«»\"“”\n]{2,70}?))?" if table.verb_first else "(?P<who>(?!))?"
    return re.compile(rf"{who}[\s,،]+(?P<that>(?:{that})(?:\s+|(?<=['’])))", re.IGNORECASE)


def _indirect(
    text: str, table: SpeechTable, sentence: Span, entities: Sequence[Entity], taken: Sequence[Span]
) -> Quote | None:
    verbs = verbs_of(table.language)
    if verbs is None or not table.that:
        return None
    for match in verbs.finditer(text, sentence.start, sentence.end):
        opened = _opener(table).match(text, match.end(), sentence.end)
        if not opened or any(part.start <= match.start() < part.end for part in taken):
            continue
        content = trimmed(text, table, opened.start("that"), sentence.end)
        content = content and Span(content.start, content.end - (text[content.end - 1] in ".!?।。"))
        if content is None:
            continue
        cue = Span(*match.span())
        follows = opened["who"] and trimmed(text, table, sentence.start, match.start()) is None
        who = (opened.start("who"), opened.end("who")) if follows else (sentence.start, match.start())
        speaker = named_part(text, table, trimmed(text, table, *who), entities)
        marked = sum(part.overlap(content) for part in taken)
        form = QuoteForm.MIXED if marked > 0.1 * len(content) else QuoteForm.INDIRECT
        entity = entity_near(speaker, cue, (content,), entities)
        return Quote((content,), cue, speaker, entity, form, table.forms.get(match.group().lower(), "say"))
    return None
