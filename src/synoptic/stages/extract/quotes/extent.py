"""How far a report reaches: where the parse binds too much or too little to the content, the sentence tells better."""

from synoptic.language.speech import SpeechTable
from synoptic.records.parse import Parse, Token
from synoptic.stages.extract.quotes.draft import indexes
from synoptic.stages.extract.quotes.speaker import outer_cue

_REASONS = frozenset({"because", "if", "unless", "although", "though", "since", "until", "so"})
_ASIDE = frozenset({"while", "as", "even", "when", "after", "before", "whereas", "but"})


def with_reasons(parse: Parse, verb: Token, content: set[int]) -> set[int]:
    """Adverbial clauses of reason or condition behind the content, which the parse hangs on the cue."""
    found: set[int] = set()
    for child in parse.children(verb.index):
        if child.dep != "advcl" or child.index < max(content, default=child.index):
            continue
        unit = indexes(parse.subtree(child.index))
        if parse.tokens[unit[0]].text.lower() in _REASONS:
            found |= set(range(max(content) + 1, max(unit) + 1))
    return content | found


def without_asides(parse: Parse, table: SpeechTable, content: frozenset[int]) -> frozenset[int]:
    """The content without trailing clauses of the outlet: participles behind a comma, other speakers' cues."""
    kept = set(content)
    for index in sorted(content):
        token = parse.tokens[index]
        if index not in kept or token.dep not in ("advcl", "conj") or token.pos not in ("VERB", "AUX"):
            continue
        unit = set(indexes(parse.subtree(index)))
        first = min(unit)
        if not unit < kept or max(unit) < max(kept) - 1 or first - 1 not in kept:
            continue
        if _is_aside(parse, table, token, first):
            kept -= set(range(first - 1, max(kept) + 1))
    return frozenset(kept)


def _is_aside(parse: Parse, table: SpeechTable, verb: Token, first: int) -> bool:
    comma = parse.tokens[first - 1].text in (",", "--", "—", "–", "-")
    if verb.dep == "advcl":
        if verb.tag == "VBG" and comma and first == verb.index:
            return True
        reports = table.cue_class("clause", verb.lemma.lower()) is not None and _has_clause(parse, verb)
        return comma and parse.tokens[first].text.lower() in _ASIDE and reports
    if outer_cue(parse, verb) is not None:
        return True
    subject = any(c.dep == "nsubj" and c.pos != "PRON" for c in parse.children(verb.index))
    return subject and table.cue_class("clause", verb.lemma.lower()) is not None and _has_clause(parse, verb)


def _has_clause(parse: Parse, verb: Token) -> bool:
    return any(child.dep == "ccomp" for child in parse.children(verb.index))


def antecedents(parse: Parse, table: SpeechTable, content: set[int]) -> set[int]:
    """The content with a lone relative pronoun replaced by the noun phrase it stands for."""
    found = set(content)
    for index in content:
        token = parse.tokens[index]
        verb = parse.tokens[token.head]
        if token.tag not in ("WDT", "WP") or token.text.lower() not in table.relative or verb.dep != "relcl":
            continue
        if verb.index in content:
            continue
        noun = parse.tokens[verb.head]
        clause = set(indexes(parse.subtree(verb.index)))
        if noun.index < index:
            found.discard(index)
            found |= {i for i in indexes(parse.subtree(noun.index)) if i not in clause and i < index}
    return found
