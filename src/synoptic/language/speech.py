"""Cues of reported speech and belief: verbs, nouns, adjectives and phrases, by construction, as a table a language."""

from dataclasses import dataclass, field
from functools import cache

from synoptic.language.tables import language_table, primary_language

_FRAMES = (
    "clause",
    "quotation",
    "object",
    "as",
    "naming",
    "infinitive",
    "gerund",
    "preposition",
    "passive",
    "noun_clause",
    "noun_infinitive",
    "noun_preposition",
    "adjective_clause",
    "adjective_preposition",
    "adjective_infinitive",
)

_LISTS = (
    "pronouns",
    "relative",
    "reporters",
    "polls",
    "labels",
    "moving",
    "putting",
    "swayed",
    "settings",
    "telling",
    "addressing",
    "messages",
)


@dataclass(frozen=True, slots=True, eq=False)
class SpeechTable:
    """The cues of one language; there is one a language, compared by identity.

    `frames[construction][lemma]` is the cue's class ("say", "claim", "deny" …). In the constructions with a
    preposition the key is "lemma preposition". `doubtful` names, by construction, the cues of which only the
    clearer uses report something. `forms` are inflected verbs (some of two words) for text without a parse;
    `according` phrases that name a source; `that` words that open reported clauses. `telling` are verbs whose
    object, or subject in the passive, is the hearer; `addressing` verbs of speaking to somebody; `messages` nouns
    for what holds words ("letter"). For text without a parse: `edges` are particles beside a speaker, `stops` the
    words at which a speaker ends, `quoting` the particles between reported words and their verb, `verb_last`
    whether the verb closes the sentence, `verb_first` whether its subject may follow it.
    """

    language: str
    frames: dict[str, dict[str, str]] = field(default_factory=dict)
    doubtful: dict[str, frozenset[str]] = field(default_factory=dict)
    forms: dict[str, str] = field(default_factory=dict)
    according: tuple[str, ...] = ()
    statements: frozenset[str] = frozenset()
    that: tuple[str, ...] = ()
    pronouns: frozenset[str] = frozenset()
    relative: frozenset[str] = frozenset()
    reporters: frozenset[str] = frozenset()
    polls: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()
    moving: frozenset[str] = frozenset()
    putting: frozenset[str] = frozenset()
    swayed: frozenset[str] = frozenset()
    settings: frozenset[str] = frozenset()
    telling: frozenset[str] = frozenset()
    addressing: frozenset[str] = frozenset()
    messages: frozenset[str] = frozenset()
    edges: tuple[str, ...] = ()
    stops: tuple[str, ...] = ()
    quoting: tuple[str, ...] = ()
    verb_last: bool = False
    verb_first: bool = False

    def cue_class(self, construction: str, lemma: str) -> str | None:
        """The class of a cue in a construction; None where it is no cue there."""
        return self.frames.get(construction, {}).get(lemma)

    def is_doubtful(self, construction: str, lemma: str) -> bool:
        """Whether only the clearer uses of a cue report something."""
        return lemma in self.doubtful.get(construction, frozenset())

    def speaks(self, lemma: str) -> str | None:
        """The class of a verb that may introduce words in quotation marks."""
        return self.cue_class("clause", lemma) or self.cue_class("quotation", lemma)


@cache
def speech_table(language: str) -> SpeechTable:
    """The table of a language (BCP 47; the part before the hyphen counts); an empty one where there is none."""
    code, table = primary_language(language), language_table(language, "speech")
    phrases = table.get("phrases", {})
    words = {name: frozenset(str(word) for word in table.get(name, ())) for name in _LISTS}
    return SpeechTable(
        code,
        {frame: _by_lemma(table.get(frame, {})) for frame in _FRAMES},
        {frame: frozenset(lemmas) for frame, lemmas in table.get("doubtful", {}).items()},
        _by_lemma(table.get("forms", {})),
        tuple(phrases.get("according", ())),
        frozenset(phrases.get("statement", ())),
        tuple(table.get("that", ())),
        edges=tuple(table.get("edges", ())),
        stops=tuple(table.get("stops", ())),
        quoting=tuple(table.get("quoting", ())),
        verb_last=bool(table.get("verb_last")),
        verb_first=bool(table.get("verb_first")),
        **words,
    )


def _by_lemma(classes: dict[str, list[str]]) -> dict[str, str]:
    """Lemma → class; a lemma that stands in two classes keeps the first."""
    found: dict[str, str] = {}
    for name, lemmas in classes.items():
        for lemma in lemmas:
            found.setdefault(lemma, name)
    return found
