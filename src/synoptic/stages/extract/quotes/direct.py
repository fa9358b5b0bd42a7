"""Words in quotation marks that no clause holds: who says them is read from the words right before and behind.

A quotation with a cue beside it is speech; a whole quoted sentence behind a quotation goes on with it (also in the next
paragraph); a quotation behind a sentence that ends with a colon belongs to that sentence. What is left are scare quotes,
titles and terms, and is no quote.
"""

from collections.abc import Sequence
from dataclasses import replace

from synoptic.language.quotation import Quotation
from synoptic.language.speech import SpeechTable
from synoptic.records.parse import Parse, Token
from synoptic.stages.extract.quotes.draft import QUOTE_MARKS, Draft, is_word
from synoptic.stages.extract.quotes.speaker import agent_of, cue_group, speaker_phrase, subject_of

_REACH = 14
"""Tokens between a quotation and its cue at most; 8 to 20 gave the same figures on the tuning half of PolNeAR."""


_ANNOUNCED = frozenset({"object", "prepositional object"})
"""Rules whose content only announces the quotation behind it: `released the following statement: "…"`."""


def quoted_tokens(parse: Parse, quotation: Quotation) -> frozenset[int]:
    """The tokens of a quotation, marks included."""
    return frozenset(token.index for part in quotation.parts for token in parse.within(part))


def attach_quotations(
    parse: Parse, text: str, table: SpeechTable, quotations: Sequence[Quotation], drafts: Sequence[Draft]
) -> list[Draft]:
    """The drafts, stretched over the quotations they hold, and new ones for quotations with a cue of their own."""
    settled = _outside(parse, quotations, drafts)
    before: tuple[Quotation, int] | None = None
    for quotation in quotations:
        inside = quoted_tokens(parse, quotation)
        if quotation.depth or not any(is_word(parse.tokens[i]) for i in inside):
            continue
        owner = _owner(parse, settled, inside)
        if owner is None:
            found = _own_cue(parse, text, table, quotation, inside)
            if found is not None:
                owner = _same_cue(settled, found)
                if owner is None:
                    settled.append(found)
                    owner = len(settled) - 1
        if owner is None and before is not None and _goes_on(parse, text, before, settled, quotation, inside):
            owner = before[1]
        if owner is None:
            found = _colon_before(parse, text, table, quotation, inside)
            if found is not None:
                owner = _same_cue(settled, found)
                if owner is None:
                    settled.append(found)
                    owner = len(settled) - 1
        if owner is None:
            continue
        if settled[owner].rule in _ANNOUNCED and not settled[owner].content & inside:
            settled[owner] = replace(settled[owner], content=inside)
        settled[owner] = replace(settled[owner], content=settled[owner].content | inside)
        before = (quotation, owner)
    return [draft for draft in settled if draft.content]


def _outside(parse: Parse, quotations: Sequence[Quotation], drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without those whose cue stands in a quotation, unless a quotation inside that one is what they report.

    What is said inside a quotation is the speaker's: of 11,154 annotated cues on PolNeAR's tuning half 46 stand in one.
    """
    outer = [quoted_tokens(parse, quotation) for quotation in quotations if not quotation.depth]
    inner = [quoted_tokens(parse, quotation) for quotation in quotations if quotation.depth]
    kept = []
    for draft in drafts:
        around = next((inside for inside in outer if draft.head in inside), None)
        if around is None:
            kept.append(draft)
        elif any(nested and nested <= draft.content for nested in inner):
            kept.append(replace(draft, content=draft.content & around))
    return kept


def _owner(parse: Parse, drafts: Sequence[Draft], inside: frozenset[int]) -> int | None:
    """The draft that holds at least half of the words of a quotation, the narrowest first."""
    words = [i for i in inside if is_word(parse.tokens[i])]
    best: tuple[int, int] | None = None
    for number, draft in enumerate(drafts):
        if draft.head in inside or 2 * sum(i in draft.content for i in words) < len(words):
            continue
        size = len(draft.content)
        if best is None or size < best[0]:
            best = (size, number)
    return best[1] if best else None


def _same_cue(drafts: Sequence[Draft], found: Draft) -> int | None:
    return next((n for n, draft in enumerate(drafts) if draft.head == found.head), None)


def _own_cue(parse: Parse, text: str, table: SpeechTable, quotation: Quotation, inside: frozenset[int]) -> Draft | None:
    ends_open = text[: quotation.end].rstrip("\"”’'»›」』“").endswith((",", "?", "!", "—", "–", "-", "…", "..."))
    behind = _cue_behind(parse, table, max(inside), ends_open)
    ahead = _cue_ahead(parse, text, table, min(inside))
    verb = behind if behind is not None and (ends_open or ahead is None) else ahead
    if verb is None:
        return None
    head = subject_of(parse, verb.index) or agent_of(parse, verb.index) or _beside(parse, verb, inside)
    speaker = speaker_phrase(parse, head, table, inside)
    known = table.speaks(verb.lemma.lower()) or "say"
    return Draft(inside, cue_group(parse, verb.index), verb.index, speaker, known, "cue beside a quotation")


def _cue_behind(parse: Parse, table: SpeechTable, last: int, ends_open: bool) -> Token | None:
    """The speech verb of the short clause that follows: `said the mayor`, `the mayor, 61, said`."""
    stretch = []
    for token in parse.tokens[last + 1 : last + 1 + _REACH]:
        if token.text in (".", ";", ":", "!", "?") or token.text in QUOTE_MARKS:
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
            return None
    return None


def _cue_ahead(parse: Parse, text: str, table: SpeechTable, first: int) -> Token | None:
    """The speech verb right before: `the mayor said, "…"`, `said: "…"`, `said "…"`."""
    if first == 0:
        return None
    last = parse.tokens[first - 1]
    if "\n" in text[last.end : parse.tokens[first].start] or last.text in (".", "!", "?", ";"):
        return None
    if (
        last.text not in (",", ":", "—", "--", "that", "with")
        and last.pos != "VERB"
        and last.dep not in ("prt", "advmod")
    ):
        if last.dep not in ("dative", "dobj", "pobj") or last.text in QUOTE_MARKS:
            return None
    for token in reversed(parse.tokens[max(0, first - _REACH) : first]):
        if token.text in (".", "!", "?") or token.text in QUOTE_MARKS or "\n" in text[token.end : last.end]:
            return None
        if token.pos == "VERB" and table.speaks(token.lemma.lower()):
            return token
        if last.text != ":" and token.pos in ("VERB", "AUX") and token.dep in ("ROOT", "ccomp", "advcl"):
            return None
    return None


def _beside(parse: Parse, verb: Token, inside: frozenset[int]) -> Token | None:
    """A noun right behind the cue where the parse gave it no subject: `said Mayor Ada Lund`."""
    for token in parse.tokens[verb.index + 1 : verb.index + 6]:
        if token.index in inside or token.text in (".", ":", ","):
            return None
        if token.pos in ("PROPN", "PRON", "NOUN") and token.dep != "compound":
            return token
    return None


def _goes_on(
    parse: Parse,
    text: str,
    before: tuple[Quotation, int],
    drafts: Sequence[Draft],
    quotation: Quotation,
    inside: frozenset[int],
) -> bool:
    """Whether a whole quoted sentence follows a quotation with nothing but that one's cue between them."""
    earlier, owner = before
    between = text[earlier.end : quotation.start]
    if not _is_whole(parse, text, quotation, inside):
        return False
    if not between.strip():
        return between.count("\n\n") <= 1
    draft = drafts[owner]
    first, last = max(quoted_tokens(parse, earlier)) + 1, min(inside)
    if "\n\n" in between.strip("\n") or not first <= draft.head < last:
        return "\n\n" in between and first <= draft.head < last and between.strip().count(".") <= 1
    return sum(token.text == "." for token in parse.tokens[first:last]) <= 1


def _is_whole(parse: Parse, text: str, quotation: Quotation, inside: frozenset[int]) -> bool:
    """A quotation that starts like a sentence or ends like one, and has more than a word."""
    words = [i for i in sorted(inside) if is_word(parse.tokens[i])]
    ended = text[: quotation.end].rstrip("\"”’'»›」』“ ").endswith((".", "!", "?", ",", "…", "—"))
    return (len(words) > 1 and parse.tokens[words[0]].text[:1].isupper() and ended) or (len(words) > 3 and ended)


def _colon_before(
    parse: Parse, text: str, table: SpeechTable, quotation: Quotation, inside: frozenset[int]
) -> Draft | None:
    """The sentence or line before ends with a colon: its last cue, else the colon itself."""
    first = min(inside)
    if first == 0 or parse.tokens[first - 1].text != ":" or len(text[: quotation.start]) == 0:
        return None
    colon = parse.tokens[first - 1]
    start, _ = parse.sentences[parse.sentence_of(colon.index)]
    for token in reversed(parse.tokens[start : colon.index]):
        if token.pos in ("VERB", "AUX") and token.dep in ("ROOT", "ccomp", "conj", "advcl"):
            head = subject_of(parse, token.index)
            speaker = speaker_phrase(parse, head, table, inside)
            known = table.speaks(token.lemma.lower()) or "say"
            return Draft(inside, cue_group(parse, token.index), token.index, speaker, known, "colon before")
    names = [t for t in parse.tokens[start : colon.index] if t.pos in ("PROPN", "NOUN", "PRON")]
    speaker = tuple(range(start, colon.index)) if names and colon.index - start <= 8 else ()
    return Draft(inside, (colon.index,), colon.index, speaker, "say", "colon before")
