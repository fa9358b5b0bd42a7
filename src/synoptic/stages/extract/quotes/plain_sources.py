"""Sources in text without a parse: "según X, …", dialogue behind a dash, the words that tell who speaks."""

import re
from collections.abc import Sequence
from functools import cache

from synoptic.language.speech import SpeechTable, speech_table
from synoptic.language.terms import background, terms
from synoptic.records.annotation import Entity, Quote, QuoteForm
from synoptic.records.span import Span

_NAME_EDGE = " \t\n\u00a0\u202f,;:–—―-\"'“”«»„‟‹›()「」『』、，。：؛،"
_DASHES = "—–―"
_PAUSE = re.compile(r"[،，]|,(?!\d)")
_SPACELESS = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_GLUED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Scripts whose particles are written as one with the word before."""
_JOINING = frozenset(
    {
        "de",
        "del",
        "della",
        "dello",
        "dell",
        "di",
        "da",
        "do",
        "dos",
        "das",
        "du",
        "des",
        "la",
        "las",
        "los",
        "le",
        "van",
    }
    | {"von", "der", "den", "dem", "ten", "ter", "el", "al", "bin", "ibn", "ben", "abu", "of", "zu", "zum", "zur", "y"}
    | {"e", "et", "und", "en", "i", "и", "та", "και", "του", "της", "των", "dan", "ve", "ile", "für", "voor", "op"}
)
"""Small words that go on with a name or an office ("Ministry of Works", "Leyla Arad und Piet Kuil")."""


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
        back = next((edge for edge in table.edges if _ends_in(inner, edge)), "")
        if not front and not back:
            return Span(start, _past_closing(text, start, end, end + 1)) if end > start else None
        start, end = start + len(front), end - (len(back) if not front else 0)


def _ends_in(words: str, edge: str) -> bool:
    """Whether a stretch ends in a particle: glued to the word in some scripts, else a word of its own."""
    return words != edge and words.endswith(edge if _GLUED.search(edge) else f" {edge}")


def _past_closing(text: str, start: int, end: int, limit: int) -> int:
    """Past the mark that closes a name in quotation marks which is open at `end`: `Organización «Agua Libre»`."""
    inner = text[start:end]
    for opens, closes in _NAME_MARKS:
        if inner.rfind(opens) > inner.rfind(closes):
            return text.find(closes, end, limit) + 1 or end
    return end


_NAME_MARKS = (("«", "»"), ("“", "”"), ("„", "“"), ("「", "」"), ("『", "』"))


def named_part(text: str, table: SpeechTable, span: Span | None, entities: Sequence[Entity]) -> Span | None:
    """Who speaks, without what follows on the name: "Tarkovan" of "Tarkovan after the ceremony".

    A name ends with its last capital, small words inside it left alone; where letters have no case, at a word of the
    table. A speaker without a capital is left as it is.
    """
    if span is None:
        return None
    words = span.of(text)
    ends = [at for stop in table.stops if (at := words.find(stop, 1)) > 0]
    if ends:
        return trimmed(text, table, span.start, span.start + min(ends))
    parts = list(_WORD.finditer(words))
    first = _first_name(text, parts, span, table, entities)
    if first is None:
        return span
    last = first
    for place in range(first + 1, len(parts)):
        small = parts[place].group()[0].islower()
        if small and parts[place].group().lower() not in _JOINING and not _is_noun(parts, place, table):
            break
        last = last if small else place
    end = span.start + parts[last].end()
    return Span(span.start, _past_closing(text, span.start, end, span.end))


def _first_name(
    text: str, parts: Sequence[re.Match[str]], span: Span, table: SpeechTable, entities: Sequence[Entity]
) -> int | None:
    """The first word with a capital that it does not owe to the beginning of the sentence, as far as can be told."""
    capitals = [place for place, word in enumerate(parts) if word.group()[0].isupper()]
    before = text[: span.start].rstrip(_NAME_EDGE.replace("\n", ""))[-1:]
    if not capitals or capitals[0] > 0 or before not in _SENTENCE_ENDS:
        return capitals[0] if capitals else None
    known = background(table.language)
    word, start = parts[0].group(), span.start + parts[0].start()
    mentions = [mention.span for entity in entities for mention in entity.mentions if span.overlap(mention.span)]
    begins = any(mention.start <= start < mention.end for mention in mentions)
    later = not begins and any(mention.start > start for mention in mentions)
    if later or len(word) <= _ARTICLE or known.keys() & terms(word):
        return capitals[1] if len(capitals) > 1 else None
    return 0


def _is_noun(parts: Sequence[re.Match[str]], place: int, table: SpeechTable) -> bool:
    """Whether a small word between two capitals is the noun of a body's name ("Экологическая организация «Орван»")."""
    word = parts[place].group()
    between = place + 1 < len(parts) and parts[place + 1].group()[0].isupper()
    return between and len(word) >= _NOUN and table.language not in _CAPITAL_NOUNS


_SENTENCE_ENDS = ("", *".!?…。！？।\n")
_NOUN = 6
"""Letters of such a noun at least: prepositions are shorter."""
_CAPITAL_NOUNS = frozenset({"de", "lb"})
_ARTICLE = 2
"""Letters of a word at most that has a capital only since it opens the sentence ("Ο", "El")."""
_WORD = re.compile(r"[^\W_][\w.'’-]*(?<![.'’-])|[^\W_]")


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
    pause = _PAUSE.search(text, match.end(), sentence.end)
    comma = pause.start() if pause else -1
    speaker = trimmed(text, table, match.end(), comma if comma >= 0 else sentence.end - 1)
    opens = not text[sentence.start : match.start()].strip(_NAME_EDGE)
    parts = [(comma, sentence.end)] if opens and comma >= 0 else [(sentence.start, match.start())]
    if not opens and comma >= 0:
        parts.append((comma, sentence.end))
    short = named_part(text, table, speaker, entities)
    if speaker is not None and short is not None and not opens and text[speaker.start].isupper():
        parts = [(sentence.start, match.start()), (short.end, sentence.end)]
        speaker = short
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
