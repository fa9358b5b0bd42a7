"""Words in quotation marks that no clause holds: who says them is read from the words right before and behind.

A quotation with a cue beside it is speech; a whole quoted sentence behind a quotation goes on with it (also in the next
paragraph); a quotation behind a sentence that ends with a colon belongs to that sentence. What is left are scare
quotes, titles and terms, and is no quote.
"""

from collections.abc import Sequence
from dataclasses import replace

from synoptic.language.quotation import Quotation
from synoptic.language.speech import SpeechTable
from synoptic.records.parse import Parse, Token
from synoptic.stages.extract.quotes.beside import REACH, Marked, cued, is_whole, own_cue
from synoptic.stages.extract.quotes.draft import Draft, is_word
from synoptic.stages.extract.quotes.fitting import fitted
from synoptic.stages.extract.quotes.headline import NAME_AND_COLON
from synoptic.stages.extract.quotes.signature import signed

_LONGEST_CUE = 60
"""Tokens between two quotations of one utterance at most: a cue with its speaker, his office and an aside."""
_ANNOUNCED = frozenset({"object", "prepositional object"})
"""Rules whose content only announces the quotation behind it: `released the following statement: "…"`."""


def quoted_tokens(parse: Parse, quotation: Quotation) -> frozenset[int]:
    """The tokens of a quotation, marks included."""
    return frozenset(token.index for part in quotation.parts for token in parse.within(part))


def _paragraphs(parse: Parse, quotations: Sequence[Quotation]) -> list[Marked]:
    """The outer quotations, paragraph by paragraph."""
    found = []
    for quotation in quotations:
        for number, part in enumerate(quotation.parts):
            inside = frozenset(token.index for token in parse.within(part))
            if not quotation.depth and any(is_word(parse.tokens[i]) for i in inside):
                found.append(Marked(inside, part.start, part.end, number > 0))
    return found


def attach_quotations(
    parse: Parse, text: str, table: SpeechTable, quotations: Sequence[Quotation], drafts: Sequence[Draft]
) -> list[Draft]:
    """The drafts, stretched over the quotations they hold, and new ones for quotations with a cue of their own."""
    settled = _outside(parse, quotations, drafts)
    before: tuple[Marked, int] | None = None
    transcript = {draft.head for draft in drafts if draft.rule == NAME_AND_COLON}
    for marked in _paragraphs(parse, quotations):
        if transcript & marked.inside:
            continue
        first = sorted(marked.inside)[:3]
        settled = [_whole(draft, marked.inside, first) for draft in settled]
        owner = _owner(parse, settled, marked.inside)
        if owner is None and before is not None and _starts_low(parse, marked):
            owner = before[1] if _goes_on(parse, text, before, settled, marked) else None
        found = own_cue(parse, text, table, marked) if owner is None else None
        if owner is None and found is None and before is not None:
            if _goes_on(parse, text, before, settled, marked):
                owner = before[1]
            else:
                found = _cue_between(parse, text, table, before[0], marked)
        if owner is None and found is None:
            found = _sentence_before(parse, text, table, marked) or signed(parse, text, marked)
        if found is not None:
            owner = next((n for n, draft in enumerate(settled) if draft.head == found.head), None)
            if owner is None:
                settled.append(found)
                owner = len(settled) - 1
        if owner is None:
            continue
        if settled[owner].rule in _ANNOUNCED and not settled[owner].content & marked.inside:
            settled[owner] = replace(settled[owner], content=marked.inside)
        settled[owner] = fitted(parse, text, table, settled[owner], marked)
        before = (marked, owner)
    return [draft for draft in settled if draft.content]


def _starts_low(parse: Parse, marked: Marked) -> bool:
    """Whether a quotation starts inside a sentence."""
    words = [i for i in sorted(marked.inside) if is_word(parse.tokens[i])]
    return parse.tokens[words[0]].text[:1].islower()


def _whole(draft: Draft, inside: frozenset[int], first: Sequence[int]) -> Draft:
    """A draft that holds the first words of a quotation holds all of it."""
    if draft.content.issuperset(first) and draft.head not in inside:
        return replace(draft, content=draft.content | inside)
    return draft


def _outside(parse: Parse, quotations: Sequence[Quotation], drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without those whose cue stands in a quotation, unless a quotation inside that one is what they report.

    What is said inside a quotation is the speaker's: of 11,154 annotated cues on PolNeAR's tuning half 46 stand in one.
    """
    outer = [quoted_tokens(parse, quotation) for quotation in quotations if not quotation.depth]
    inner = [quoted_tokens(parse, quotation) for quotation in quotations if quotation.depth]
    kept = []
    for draft in drafts:
        around = next((inside for inside in outer if draft.head in inside), None)
        if around is None or draft.rule == NAME_AND_COLON:
            kept.append(draft)
        elif any(nested and nested <= draft.content for nested in inner):
            kept.append(replace(draft, content=draft.content & around))
    return kept


def _owner(parse: Parse, drafts: Sequence[Draft], inside: frozenset[int]) -> int | None:
    """The draft that holds at least half of the words of a quotation, the narrowest first."""
    words = frozenset(i for i in inside if is_word(parse.tokens[i]))
    best: tuple[int, int] | None = None
    for number, draft in enumerate(drafts):
        if draft.head in inside or 2 * len(words & draft.content) < len(words):
            continue
        size = len(draft.content)
        if best is None or size < best[0]:
            best = (size, number)
    return best[1] if best else None


def _goes_on(parse: Parse, text: str, before: tuple[Marked, int], drafts: Sequence[Draft], marked: Marked) -> bool:
    """Whether a whole quoted sentence follows a quotation with nothing but that one's cue between them."""
    earlier, owner = before
    between = text[earlier.end : marked.start]
    if not is_whole(parse, text, marked):
        return False
    if not between.strip():
        return True
    first, last = max(earlier.inside) + 1, min(marked.inside)
    if not first <= drafts[owner].head < last or last - first > _LONGEST_CUE:
        return False
    apart = "\n" in between
    if apart and marked.last_mark(text) == ",":
        return False
    starts = sum(first < start < last for start, _ in parse.sentences)
    return starts <= (0 if "\n" in between.strip("\n ") else 1)


def _cue_between(parse: Parse, text: str, table: SpeechTable, earlier: Marked, marked: Marked) -> Draft | None:
    """`…," she said. "…"` where the first quotation belongs to another cue already."""
    first, last = max(earlier.inside) + 1, min(marked.inside)
    if last - first > REACH or last <= first or "\n" in text[earlier.end : marked.start]:
        return None
    if not is_whole(parse, text, marked):
        return None
    for token in parse.tokens[first:last]:
        if token.pos == "VERB" and table.speaks(token.lemma.lower()):
            return cued(parse, table, token, marked.inside, "cue between quotations")
    return None


def _sentence_before(parse: Parse, text: str, table: SpeechTable, marked: Marked) -> Draft | None:
    """The sentence before ends with a colon, or is a cue without content: `The mayor said in a statement. "…"`."""
    first = min(marked.inside)
    if first == 0 or marked.carried:
        return None
    last = parse.tokens[first - 1]
    start, _ = parse.sentences[parse.sentence_of(last.index)]
    same = "\n" not in text[last.end : marked.start]
    if last.text == "." and same and is_whole(parse, text, marked):
        root = next((t for t in parse.tokens[start : last.index] if t.dep == "ROOT"), None)
        if root is not None and table.cue_class("clause", root.lemma.lower()) == "say" and _is_bare(parse, root):
            return cued(parse, table, root, marked.inside, "cue in the sentence before")
    if last.text != ":":
        return None
    for token in reversed(parse.tokens[start : last.index]):
        if token.pos in ("VERB", "AUX") and token.dep in ("ROOT", "ccomp", "conj", "advcl"):
            return cued(parse, table, token, marked.inside, "colon before")
    names = [t for t in parse.tokens[start : last.index] if t.pos in ("PROPN", "NOUN", "PRON")]
    speaker = tuple(range(start, last.index)) if names and last.index - start <= 8 else ()
    return Draft(marked.inside, (last.index,), last.index, speaker, "say", "colon before")


def _is_bare(parse: Parse, verb: Token) -> bool:
    return not any(child.dep in ("ccomp", "dobj", "xcomp") for child in parse.children(verb.index))
