"""Voice: whether the outlet itself uses a word, quotes it from a speaker, or prints it at a distance."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from synoptic.language.groups import group_table
from synoptic.language.quotation import Quotation, find_quotations
from synoptic.language.speech import SpeechTable, speech_table
from synoptic.records.annotation import LabelVoice, Quote, QuoteForm
from synoptic.records.article import READ, Article
from synoptic.records.parse import Parse, Token
from synoptic.records.span import Span

_SCARE_WORDS = 2
"""The most words in marks that can be scare quotes; longer ones repeat what somebody said."""

_UNVOICED = "seem"
"""The class of cues that name no one: "seemed to taunt" is the outlet's own word (4 of 8 wrong voices in 175 read)."""
_CLAUSES = frozenset({"ccomp", "xcomp", "pcomp"})
_CONTENT = _CLAUSES | {"dobj", "prep", "oprd", "nsubjpass", "dative"}
"""The relations by which a verb of speech governs what is said; its adverbial clauses tell of the speaking."""
_CLAUSAL_CUES = ("clause", "quotation", "infinitive", "gerund")
_COMMAS = frozenset({",", ",”", "，", "”"})
_NOMINAL_CUES = ("object", "as", "naming")


@dataclass(frozen=True, slots=True)
class Said:
    """In whose voice a label stands; `distanced` for scare quotes."""

    voice: LabelVoice
    distanced: bool = False


class Voices:
    """The voices of an article: its quotes, its quotation marks and the speech verbs of its language."""

    def __init__(self, article: Article, parse: Parse, quotes: Sequence[Quote]) -> None:
        self._parse = parse
        voiced = [quote for quote in quotes if quote.cue_class != _UNVOICED]
        self._content = tuple((span, quote.form) for quote in voiced for span in quote.content)
        self._marked: tuple[Quotation, ...] = find_quotations(article.text, article.spans_of(READ))
        self._speech: SpeechTable = speech_table(parse.language)

    def of(self, span: Span, head: Token, judging: bool, plain: bool) -> Said:
        """The voice of a label.

        Quoted: inside the content of a quote; inside quotation marks that hold a longer phrase or stand under a verb of
        speech; or, for a `judging` word that names no one, under a verb of speech alone. In marks without any speech
        the outlet stands back from the word. A `plain` name in indirect speech is the outlet's: "she said the president
        would come" leaves open what she called him, and no blame goes with the word.
        """
        marks = next((mark for mark in self._marked if any(part.contains(span) for part in mark.parts)), None)
        forms = {form for content, form in self._content if content.contains(span)}
        if forms and not (plain and marks is None and QuoteForm.DIRECT not in forms):
            return Said(LabelVoice.QUOTED)
        reported = self._reported(head) or self._headline_says(head)
        if marks is not None:
            words = sum(len(self._parse.within(part)) for part in marks.parts) - 2
            if reported or words > _SCARE_WORDS:
                return Said(LabelVoice.QUOTED)
            return Said(LabelVoice.OUTLET, distanced=True)
        if judging and reported:
            return Said(LabelVoice.QUOTED)
        return Said(LabelVoice.OUTLET)

    def scare_quotes(self) -> Iterator[Span]:
        """The insides of quotation marks around a word or two that belong to no quote."""
        for mark in self._marked:
            span = mark.parts[0]
            if len(mark.parts) > 1 or len(span) < 3 or any(content.contains(span) for content, _ in self._content):
                continue
            inner = Span(span.start + 1, span.end - 1)
            if 0 < len(self._parse.within(inner)) <= _SCARE_WORDS:
                yield inner

    def _headline_says(self, token: Token) -> bool:
        """Whether the sentence ends in its speaker behind a comma: "End of the siege in sight, says Kiva's leader"."""
        sentence = self._parse.sentence_tokens(self._parse.sentence_of(token.index))
        for before, verb in pairwise(sentence):
            if verb.index <= token.index or before.text not in _COMMAS or verb.tag not in {"VBZ", "VBD"}:
                continue
            if self._speech.cue_class("clause", verb.lemma.lower()) is None:
                continue
            # "The siege, says the leader" against "Ortega, the leader, says …": one comma, and no verb behind it.
            commas = sum(one.text in _COMMAS for one in sentence if one.index < verb.index)
            rest = [one for one in sentence if one.index > verb.index]
            if rest and commas == 1 and not any(one.pos in {"VERB", "AUX"} for one in rest):
                return True
        return False

    def _reported(self, token: Token) -> bool:
        """Whether the word stands in what a verb of speech governs (not in its subject)."""
        parse = self._parse
        below = token
        for _ in range(12):
            if below.head == below.index:
                return False
            above = parse.tokens[below.head]
            if above.pos == "VERB" and below.dep in _CONTENT:
                lemma = above.lemma.lower()
                frames = _CLAUSAL_CUES if below.dep in _CLAUSES else _NOMINAL_CUES
                if any(self._speech.cue_class(frame, lemma) for frame in frames):
                    return True
                # "called for the groups to leave": the preposition is part of the cue.
                if self._speech.cue_class("preposition", f"{lemma} {below.lemma.lower()}"):
                    return True
            below = above
        return False


def first_persons(parse: Parse, quotes: Sequence[Quote]) -> dict[int, str]:
    """The speakers who mean themselves or theirs, by the tokens of "I" and "we" in what they say word for word."""
    first = group_table(parse.language).first_pronouns
    return {
        token.index: quote.entity
        for quote in quotes
        if quote.entity is not None and quote.form is not QuoteForm.INDIRECT
        for part in quote.content
        for token in parse.within(part)
        if token.text.lower() in first
    }
