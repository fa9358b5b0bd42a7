"""From drafts to quotes: doubles are dropped, spans, forms and entities are settled."""

from collections import Counter
from collections.abc import Sequence

from synoptic.language.quotation import Quotation
from synoptic.language.speech import SpeechTable
from synoptic.records.annotation import Entity, Quote, QuoteForm
from synoptic.records.parse import Parse
from synoptic.records.span import Span
from synoptic.stages.extract.quotes.addressee import addressee_of
from synoptic.stages.extract.quotes.draft import Draft, is_word, spans_of

_SAME = 0.5
"""Share of words (Dice) above which two drafts are one quote. Found F1 on a half of PolNeAR's tuning half: .9 .740,
.8 .748, .7 .751, .6 .756, .5 .759, .4 .759, .3 .760."""
_DIRECT, _INDIRECT = 0.9, 0.1
"""Shares of quoted letters from which a quote is direct, and up to which indirect (the scale of PolNeAR's forms)."""


def settle(
    parse: Parse,
    text: str,
    table: SpeechTable,
    drafts: Sequence[Draft],
    quotations: Sequence[Quotation],
    entities: Sequence[Entity],
) -> tuple[Quote, ...]:
    """The quotes of an article in order of their content."""
    marked = [part for quotation in quotations if not quotation.depth for part in quotation.parts]
    quotes = []
    for draft in _distinct(parse, drafts):
        content = joined_spans(text, spans_of(parse, draft.content))
        if not content:
            continue
        cue = parse.span(min(draft.cue), max(draft.cue) + 1) if draft.cue else None
        speaker = parse.span(min(draft.speaker), max(draft.speaker) + 1) if draft.speaker else None
        hearer = addressee_of(parse, table, draft)
        addressee = parse.span(min(hearer), max(hearer) + 1) if hearer else None
        entity = speaker_entity(parse, draft.speaker, speaker, entities) if speaker else None
        form = form_of(text, content, marked)
        quotes.append(Quote(content, cue, speaker, entity, form, draft.cue_class, addressee))
    return tuple(sorted(quotes, key=lambda q: (q.content[0].start, -q.content[-1].end, q.cue or q.content[0])))


def _distinct(parse: Parse, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without doubles.

    Of two with nearly the same words the one with a speaker stays, else the one whose cue the other reports (`X said
    it, the paper wrote`: the paper), else the first.
    """
    around = _around(drafts)
    kept: list[tuple[frozenset[int], Draft]] = []
    holding: dict[int, list[int]] = {}
    order = sorted(range(len(drafts)), key=lambda n: (not drafts[n].speaker, around[n], drafts[n].head))
    for number in order:
        words = frozenset(i for i in drafts[number].content if is_word(parse.tokens[i]))
        near = sorted({place for i in words for place in holding.get(i, ())})
        if words and not any(_dice(words, kept[place][0]) >= _SAME for place in near):
            for i in words:
                holding.setdefault(i, []).append(len(kept))
            kept.append((words, drafts[number]))
    return [draft for _, draft in kept]


def _around(drafts: Sequence[Draft]) -> list[int]:
    """For each draft, how many drafts report its cue."""
    reported = Counter(index for draft in drafts for index in draft.content)
    return [reported[draft.head] - (draft.head in draft.content) for draft in drafts]


def _dice(one: frozenset[int], other: frozenset[int]) -> float:
    return 2 * len(one & other) / (len(one) + len(other))


def joined_spans(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Spans between which only blanks stand are one; a line break keeps them apart."""
    found: list[Span] = []
    for span in spans:
        between = text[found[-1].end : span.start] if found else ""
        if found and not between.strip(" \t.") and "\n" not in between:
            found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
    return tuple(found)


def form_of(text: str, content: Sequence[Span], marked: Sequence[Span]) -> QuoteForm:
    """Direct, indirect or mixed, by the share of letters and digits inside quotation marks."""
    total = sum(map(str.isalnum, "".join(span.of(text) for span in content)))
    inside = [
        text[max(span.start, part.start) : min(span.end, part.end)]
        for span in content
        for part in marked
        if part.start < span.end and span.start < part.end
    ]
    quoted = sum(map(str.isalnum, "".join(inside)))
    share = quoted / total if total else 0.0
    if share >= _DIRECT:
        return QuoteForm.DIRECT
    return QuoteForm.INDIRECT if share <= _INDIRECT else QuoteForm.MIXED


def speaker_entity(parse: Parse, speaker: Sequence[int], span: Span, entities: Sequence[Entity]) -> str | None:
    """The entity one of whose mentions covers the head of the speaker's phrase, or most of the phrase, best."""
    heads = [parse.tokens[i].span for i in speaker if parse.tokens[i].head not in speaker or parse.tokens[i].head == i]
    best: tuple[float, str] | None = None
    for entity in entities:
        for mention in entity.mentions:
            shared = mention.span.overlap(span)
            if not shared:
                continue
            fit = shared / (len(span) + len(mention.span) - shared)
            if any(mention.span.contains(head) for head in heads):
                fit += 1
            elif fit < 0.5:
                continue
            if best is None or fit > best[0]:
                best = (fit, entity.id)
    return best[1] if best else None
