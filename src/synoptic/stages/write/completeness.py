"""Completeness: whether the words of a member are a whole statement that can stand outside their article."""

import re
from collections.abc import Sequence

from synoptic.records.parse import Parse, Token

_FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj", "csubjpass"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
_COMPLEMENTS = frozenset({"ccomp", "xcomp", "dobj", "pobj", "attr", "acomp", "oprd", "pcomp"})
"""What a verb or a preposition wants behind it (labels of the ClearNLP scheme, which the English model writes)."""

_LEANING = re.compile(r"(?:^|\b(?:that|said) )(?:such|this|these|those|the latter|the former)\b", re.IGNORECASE)
_UNITS = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade", "moment"})
_MEASURED = frozenset({"after", "before", "later", "earlier", "ago", "since"})
_OPENERS_OF_PARTS = frozenset({"who", "which", "whose", "that", "to", "among"})
_LEADING_CLAUSES = frozenset({"after", "as", "since"})
"""Conjunctions with which a whole sentence may begin; others mostly begin a part."""


def is_complete(parse: Parse, tokens: Sequence[Token]) -> bool:
    """Whether tokens in a row hold a verb with its subject, lean on nothing before them and break off nowhere."""
    if not tokens or not _has_subject(tokens) or _LEANING.search(" ".join(token.text for token in tokens)):
        return False
    if tokens[0].pos == "SCONJ" and tokens[0].lemma not in _LEADING_CLAUSES:
        return False
    if tokens[0].text.lower() in _OPENERS_OF_PARTS:
        return False
    return not (_commands(tokens) or _is_elided(tokens) or _broken(parse, tokens))


def whole_part(parse: Parse, tokens: Sequence[Token]) -> Sequence[Token]:
    """Tokens in a row without their last part where that breaks off ("…, in a case that his supporters say")."""
    broken = _broken(parse, tokens)
    if broken is None:
        return tokens
    commas = [place for place, token in enumerate(tokens) if token.text == "," and token.index < broken.index]
    return tokens[: commas[-1]] if commas else tokens


def _has_subject(tokens: Sequence[Token]) -> bool:
    inside = {token.index for token in tokens}
    finite = any(token.tag in _FINITE_TAGS or "VerbForm=Fin" in token.tag for token in tokens)
    head = _head(tokens)
    if head is None or not any(token.dep in _SUBJECTS and token.head == head.index for token in tokens):
        return False
    return finite and any(token.dep in _SUBJECTS and token.head in inside for token in tokens)


def _head(tokens: Sequence[Token]) -> Token | None:
    """The verb on which the others hang: the first that hangs on nothing inside."""
    inside = {token.index for token in tokens}
    tops = (token for token in tokens if token.head == token.index or token.head not in inside)
    return next((token for token in tops if token.pos in {"VERB", "AUX"}), None)


def _commands(tokens: Sequence[Token]) -> bool:
    """Whether they begin with a bare verb without a subject ("Follow the money: …")."""
    first = next((token for token in tokens if token.pos != "PUNCT"), None)
    if first is None or first.tag != "VB":
        return False
    return not any(token.head == first.index and token.dep in {*_SUBJECTS, "aux", "auxpass"} for token in tokens)


def _is_elided(tokens: Sequence[Token]) -> bool:
    """Whether the head only stands for a verb of another sentence ("nobody here does")."""
    head = _head(tokens)
    if head is None or head.lemma != "do":
        return False
    return not any(token.head == head.index and token.dep in {"dobj", *_COMPLEMENTS} for token in tokens)


def _broken(parse: Parse, tokens: Sequence[Token]) -> Token | None:
    """The verb or preposition inside whose complement stands behind the last token, or the subject of a verb there.

    A noun right before a verb is its subject, whatever the parse says, and a unit of time right before "after" says how
    long after ("came to light hours").
    """
    inside = {token.index: token for token in tokens}
    subject = next((token for token in tokens if token.dep in _SUBJECTS and token.head > tokens[-1].index), None)
    if subject is not None:
        return subject
    after = parse.tokens[tokens[-1].index + 1 : tokens[-1].index + 2]
    if after and after[0].tag in _FINITE_TAGS and tokens[-1].pos in _NOUNS:
        return tokens[-1]
    if after and after[0].text.lower() in _MEASURED and tokens[-1].lemma in _UNITS:
        return tokens[-1]
    behind = parse.tokens[tokens[-1].index + 1 : tokens[-1].index + 1 + _REACH]
    heads = (inside.get(token.head) for token in behind if token.dep in _COMPLEMENTS)
    return next((head for head in heads if head is not None), None)


_REACH = 40
"""Tokens behind the end that are looked at: longer than most sentences."""
