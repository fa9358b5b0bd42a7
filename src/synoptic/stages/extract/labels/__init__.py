"""Labels: what a person, group or event is called, in whose voice, and whether the word is loaded."""

from collections.abc import Sequence
from dataclasses import replace

from synoptic.language.loaded import LoadedTable, Word, loaded_terms
from synoptic.language.titles import titles_of
from synoptic.records.annotation import Entity, Label, Quote
from synoptic.records.article import Article
from synoptic.records.parse import Parse
from synoptic.stages.extract.labels.framing import framings
from synoptic.stages.extract.labels.judging import counterparts, judged, marked
from synoptic.stages.extract.labels.naming import Naming, namings
from synoptic.stages.extract.labels.referents import Referents
from synoptic.stages.extract.labels.voice import Voices, first_persons

_NAMING_KINDS = frozenset({"title", "head", "modifier"})
_NAMING_CATEGORIES = frozenset({"ruler", "government", "fighter"})
"""Categories of words that name somebody: under a verb of speech they are still the outlet's choice, unless quoted."""


def find_labels(
    article: Article, parse: Parse, entities: Sequence[Entity], quotes: Sequence[Quote]
) -> tuple[Label, ...]:
    """The labels of an article, in order of the text; one label a stretch of words and entity.

    Beside names for an entity (head, title, modifier, epithet) and loaded verbs there are whole phrases (`kind` verb,
    not loaded) that show a main figure of the article in a light.
    """
    table = loaded_terms(parse.language)
    referents = Referents(parse, entities)
    voices = Voices(article, parse, quotes)
    found: dict[tuple[int, int], Label] = {}
    for naming in namings(parse, referents, titles_of(parse.language)):
        found.setdefault((naming.first, naming.last), _label(parse, table, voices, naming, judging=False))
    named = {index for first, last in found for index in range(first, last)}
    for one in judged(parse, referents, table):
        naming = one.naming
        if not named.intersection(range(naming.first, naming.last)):
            judging = one.term.category not in _NAMING_CATEGORIES
            found[naming.first, naming.last] = replace(_label(parse, table, voices, naming, judging), loaded=True)
    named = {index for first, last in found for index in range(first, last)}
    for naming in marked(parse, referents, voices.scare_quotes()):
        if not named.intersection(range(naming.first, naming.last)):
            found[naming.first, naming.last] = _label(parse, table, voices, naming, judging=True)
    for naming in counterparts(parse, referents, table):
        found.setdefault((naming.first, naming.last), _label(parse, table, voices, naming, judging=False))
    framed = framings(parse, referents, first_persons(parse, quotes))
    phrases = tuple(_label(parse, table, voices, naming, False) for naming in framed)
    return tuple(sorted((*found.values(), *phrases), key=lambda label: (label.span, label.entity, label.kind)))


def _label(parse: Parse, table: LoadedTable, voices: Voices, naming: Naming, judging: bool) -> Label:
    span = parse.span(naming.first, naming.last)
    is_phrase = naming.kind == "verb" and naming.last - naming.first > 1
    # A phrase may run on behind a quotation: the voice is that of its verb.
    loaded = not is_phrase and _is_loaded(parse, table, naming)
    plain = not loaded and naming.kind in _NAMING_KINDS
    said = voices.of(naming.head.span if is_phrase else span, naming.head, judging, plain)
    return Label(span, naming.entity, said.voice, loaded, naming.kind, said.distanced)


def _is_loaded(parse: Parse, table: LoadedTable, naming: Naming) -> bool:
    words = [Word(token.text, token.lemma, token.pos) for token in parse.tokens[naming.first : naming.last]]
    return any(table.match(words, at) is not None for at in range(len(words)))
