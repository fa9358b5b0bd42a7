"""Voice: whether the outlet itself uses a word, quotes it from a speaker, or prints it at a distance."""

from collections.abc import Sequence
from dataclasses import dataclass

from synoptic.language.quotation import Quotation, find_quotations
from synoptic.language.speech import SpeechTable, speech_table
from synoptic.records.annotation import LabelVoice, Quote
from synoptic.records.article import READ, Article
from synoptic.records.parse import Parse, Token
from synoptic.records.span import Span

_SCARE_WORDS = 2
"""The most words in marks that can be scare quotes; longer ones repeat what somebody said."""


@dataclass(frozen=True, slots=True)
class Said:
    """In whose voice a label stands; `distanced` for scare quotes."""

    voice: LabelVoice
    distanced: bool = False


class Voices:
    """The voices of an article: its quotes, its quotation marks and the speech verbs of its language."""

    def __init__(self, article: Article, parse: Parse, quotes: Sequence[Quote]) -> None:
        self._parse = parse
        self._content = tuple(span for quote in quotes for span in quote.content)
        self._marked: tuple[Quotation, ...] = find_quotations(article.text, article.spans_of(READ))
        self._speech: SpeechTable = speech_table(parse.language)

    def of(self, span: Span, head: Token, judging: bool) -> Said:
        """The voice of a label.

        Quoted: inside the content of a quote; inside quotation marks that hold a longer phrase or stand under a verb of
        speech; or, for a `judging` word that names no one, under a verb of speech alone. In marks without any speech
        the outlet stands back from the word.
        """
        if any(content.contains(span) for content in self._content):
            return Said(LabelVoice.QUOTED)
        marks = next((mark for mark in self._marked if any(part.contains(span) for part in mark.parts)), None)
        reported = self._reported(head)
        if marks is not None:
            words = sum(len(self._parse.within(part)) for part in marks.parts) - 2
            if reported or words > _SCARE_WORDS:
                return Said(LabelVoice.QUOTED)
            return Said(LabelVoice.OUTLET, distanced=True)
        if judging and reported:
            return Said(LabelVoice.QUOTED)
        return Said(LabelVoice.OUTLET)

    def _reported(self, token: Token) -> bool:
        """Whether the word stands in what a verb of speech governs (not in its subject)."""
        parse = self._parse
        below = token
        for _ in range(12):
            if below.head == below.index:
                return False
            above = parse.tokens[below.head]
            if above.pos == "VERB" and below.dep not in {"nsubj", "nsubjpass", "csubj", "agent", "punct"}:
                lemma = above.lemma.lower()
                if below.dep != "conj" and any(
                    self._speech.cue_class(frame, lemma) for frame in ("clause", "quotation", "object", "as", "naming")
                ):
                    return True
            below = above
        return False
