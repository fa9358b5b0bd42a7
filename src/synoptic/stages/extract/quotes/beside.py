"""The cue beside a quotation: the speech verb in the words right before or right behind the quotation marks."""

from dataclasses import dataclass
from itertools import pairwise

from synoptic.language.speech import SpeechTable
from synoptic.records.parse import Parse, Token
from synoptic.stages.extract.quotes.draft import QUOTE_MARKS, Draft, is_word
from synoptic.stages.extract.quotes.speaker import cue_group, inverted, speaker_of, speaker_phrase

REACH = 14
"""Tokens between a quotation and its cue at most; found F1 .7471 with 8, .7477 with 14, .7479 with 20 (PolNeAR)."""
_LONGEST_TERM = 4
"""Words from which a quotation is no mere term."""
_STOPS = frozenset({".", ";", ":", "!", "?"})
_ENDS_OPEN = (",", "?", "!", "—", "–", "-", "…", "...", "、")
_CLOSERS = "\"”’'»›」』“"


@dataclass(frozen=True, slots=True)
class Marked:
    """One paragraph of a quotation: its tokens and place; `carried` where it goes on from the paragraph before."""

    inside: frozenset[int]
    start: int
    end: int
    carried: bool

    def last_mark(self, text: str) -> str:
        """The punctuation mark before the closing quotation mark, or the last letter."""
        return text[self.start : self.end].rstrip(_CLOSERS)[-1:]

    def ends_open(self, text: str) -> bool:
        """Whether the sentence around may go on behind the quotation."""
        return text[: self.end].rstrip(_CLOSERS).endswith(_ENDS_OPEN)


def is_whole(parse: Parse, text: str, marked: Marked) -> bool:
    """A quotation that starts like a sentence or ends like one, and has more than a word."""
    words = [i for i in sorted(marked.inside) if is_word(parse.tokens[i])]
    ended = text[: marked.end].rstrip("\"”’'»›」』“ ").endswith((".", "!", "?", ",", "…", "—"))
    return (len(words) > 1 and parse.tokens[words[0]].text[:1].isupper() and ended) or (len(words) > 3 and ended)


def is_term(parse: Parse, text: str, marked: Marked) -> bool:
    """Whether the words in quotation marks may be a title or a term: few, or all long ones in capitals."""
    words = [parse.tokens[i] for i in sorted(marked.inside) if is_word(parse.tokens[i])]
    titled = all(word.text[:1].isupper() for word in words if len(word.text) > 3)
    return titled or len(words) < _LONGEST_TERM or not is_whole(parse, text, marked)


def own_cue(parse: Parse, text: str, table: SpeechTable, marked: Marked) -> Draft | None:
    """The quotation as a draft of the cue beside it."""
    ends_open = marked.ends_open(text)
    behind = _cue_behind(parse, text, table, marked, ends_open)
    ahead = None if marked.carried else _cue_ahead(parse, text, table, marked)
    if ahead is not None and behind is not None and _opens_sentence(parse, marked):
        behind = None
    verb = behind if behind is not None and (ends_open or ahead is None) else ahead
    if verb is None or (
        table.cue_class("clause", verb.lemma.lower()) in (None, "show") and is_term(parse, text, marked)
    ):
        return None
    return cued(parse, table, verb, marked.inside, "cue beside a quotation")


def _opens_sentence(parse: Parse, marked: Marked) -> bool:
    """Whether a new sentence starts right behind a quotation, in the parse's view and with a capital."""
    after = max(marked.inside) + 1
    if after >= len(parse.tokens) or not parse.tokens[after].text[:1].isupper():
        return False
    return any(start == after for start, _ in parse.sentences)


def cued(parse: Parse, table: SpeechTable, verb: Token, inside: frozenset[int], rule: str) -> Draft:
    """A draft of the words in quotation marks with a cue and the speaker beside it."""
    head = inverted(parse, verb) or speaker_of(parse, table, verb.index)
    if head is None or head.index in inside:
        head = _beside(parse, verb, inside)
    speaker = speaker_phrase(parse, head, table, inside)
    known = table.speaks(verb.lemma.lower()) or "say"
    return Draft(inside, cue_group(parse, verb.index), verb.index, speaker, known, rule)


def _cue_behind(parse: Parse, text: str, table: SpeechTable, marked: Marked, ends_open: bool) -> Token | None:
    """The speech verb of the short clause that follows: `said the mayor`, `the mayor, 61, said`."""
    last = max(marked.inside)
    stretch = []
    for token in parse.tokens[last + 1 : last + 1 + REACH]:
        if token.text in _STOPS or token.text in QUOTE_MARKS:
            break
        stretch.append(token)
    if not stretch or (not ends_open and stretch[0].text[:1].isupper()):
        return None
    for place, token in enumerate(stretch):
        if token.pos == "VERB" and token.tag != "VBG" and table.speaks(token.lemma.lower()):
            if place == 0 or any(child.dep == "nsubj" and child.index > last for child in parse.children(token.index)):
                return token
            return None
        if token.pos in ("VERB", "AUX", "SCONJ") and token.dep not in ("aux", "auxpass", "relcl", "acl", "amod"):
            break
    if marked.last_mark(text) not in (",", "!", "?"):
        return None
    return _noun_in_its_place(table, stretch) or _any_verb(parse, text, marked, stretch)


def _noun_in_its_place(table: SpeechTable, stretch: list[Token]) -> Token | None:
    """A speech verb that the parse took for a noun: `"…," Lund notes.`."""
    for before, token in pairwise(stretch):
        if token.pos in ("VERB", "AUX") or before.pos not in ("PROPN", "PRON"):
            continue
        if token.text[:1].islower() and table.cue_class("clause", token.lemma.lower()) and token.tag == "NNS":
            return token
    return None


def _any_verb(parse: Parse, text: str, marked: Marked, stretch: list[Token]) -> Token | None:
    """Behind a whole quoted sentence that ends with a comma any verb tells who speaks: `beamed Ada Lund`."""
    words = sum(is_word(parse.tokens[i]) for i in marked.inside)
    if not is_whole(parse, text, marked) or (words < _LONGEST_TERM and marked.last_mark(text) == ","):
        return None
    verb = next((t for t in stretch if t.pos == "VERB" and t.tag in ("VBD", "VBZ", "VBP")), None)
    if verb is None or verb.dep in ("relcl", "acl"):
        return None
    children = parse.children(verb.index)
    if not any(child.dep == "ccomp" and child.index in marked.inside for child in children):
        return None
    if verb is stretch[0]:
        following = stretch[1] if len(stretch) > 1 else None
        return verb if following is not None and following.pos in ("PROPN", "PRON", "DET", "NOUN") else None
    subject = any(child.dep == "nsubj" and child.index not in marked.inside for child in children)
    return verb if subject and not any(child.dep in ("dobj", "attr") for child in children) else None


def _cue_ahead(parse: Parse, text: str, table: SpeechTable, marked: Marked) -> Token | None:
    """The speech verb right before: `the mayor said, "…"`, `said: "…"`, `said "…"`."""
    first = min(marked.inside)
    if first == 0:
        return None
    last = parse.tokens[first - 1]
    if "\n" in text[last.end : parse.tokens[first].start] or last.text in (".", "!", "?", ";"):
        return None
    opens = last.text in (",", ":", "—", "--", "that", "with") or last.pos == "VERB"
    bound = last.dep in ("prt", "advmod", "dative", "dobj", "pobj") and last.text not in QUOTE_MARKS
    if not opens and not (bound and is_whole(parse, text, marked)):
        return None
    for token in reversed(parse.tokens[max(0, first - REACH) : first]):
        if token.text in (".", "!", "?") or token.text in QUOTE_MARKS or "\n" in text[token.end : last.end]:
            return None
        speaks = table.speaks(token.lemma.lower()) is not None or _puts_it(parse, table, token)
        if token.pos == "VERB" and token.dep != "amod" and speaks:
            return token
        if last.text != ":" and token.pos in ("VERB", "AUX") and token.dep in ("ROOT", "ccomp", "advcl"):
            return None
    return None


def _puts_it(parse: Parse, table: SpeechTable, verb: Token) -> bool:
    """`as the mayor put it, "…"`."""
    if verb.lemma.lower() not in table.putting:
        return False
    return any(child.dep == "dobj" and child.lemma.lower() == "it" for child in parse.children(verb.index))


def _beside(parse: Parse, verb: Token, inside: frozenset[int]) -> Token | None:
    """The first noun between a quotation and its cue, else the one right behind the cue: `said Mayor Ada Lund`."""
    last = max((i for i in inside if i < verb.index), default=None)
    if last is not None:
        for token in parse.tokens[last + 1 : verb.index]:
            if token.pos in ("PROPN", "PRON", "NOUN") and token.dep not in ("compound", "poss"):
                return token
        if verb.pos == "NOUN" and verb.index - 1 > last:
            return parse.tokens[verb.index - 1]
    for token in parse.tokens[verb.index + 1 : verb.index + 6]:
        if token.index in inside or token.text in (".", ":", ","):
            return None
        if token.pos in ("PROPN", "PRON", "NOUN") and token.dep != "compound":
            return token
    return None
