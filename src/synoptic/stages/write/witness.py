"""Witnesses: the articles of a claim, and whether each bears a sentence out with its own words.

What a sentence says is asked of every account that is counted behind it: its figures, its days, its names, its
quotations and, in its own language, most of its other words. Figures, days and names are compared by what they stand
for, so that an account in another language is asked the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from synoptic.language.dates_in_words import date_in_words
from synoptic.language.tables import primary_language
from synoptic.language.territories import find_territory
from synoptic.records.annotation import MentionForm, Quantity, Timex, TimexType
from synoptic.records.findings import Citation
from synoptic.records.links import ClaimMember
from synoptic.records.span import Span
from synoptic.stages.write.phrases import quotations
from synoptic.stages.write.scene import Scene
from synoptic.stages.write.words import Keys, Needed, figures, needed, share_held, words_of

OWN_SHARE = 0.34
OWN_DEED = 0.75
NUMBERED_DEED = 0.5
"""The share of a sentence's content words, and the share by weight of those that are no names or numbers, that an
article's own members must hold for it to be counted behind the sentence; less of the latter where both hold the same
numbers. Measured with `evals.briefs`, of the accounts so counted those that state all of its facts: at .5 and .25 .875
of 40, at .7 and .4 .906 of 32, at .75 and .5 .964 of 28 (data/claims; the others all but one)."""

TOUCHED = 0.5
NUMBERED_TOUCHED = 0.25
"""The same for an article that tells the fact in words of its own."""

_SAME_FIGURE = 0.005
"""Share by which the middles of two ranges may differ and still be one figure ("about 340", "340")."""

_UNNAMED = frozenset({"CARDINAL", "ORDINAL", "QUANTITY", "MONEY", "PERCENT", "DATE", "TIME"})


@dataclass(frozen=True, slots=True)
class Witness:
    """An article's members of a claim: their words one by one (`each`) and together, and what they name and count.

    `numbers` are figures as written, `middles` the middles of quantities and durations; `days` are all intervals that
    the article tells anywhere: the day of an event is said once, not in every sentence.
    """

    article: str
    language: str
    members: tuple[ClaimMember, ...]
    each: tuple[Keys, ...]
    keys: Keys
    numbers: frozenset[str]
    middles: tuple[float, ...]
    days: tuple[tuple[str, str], ...]
    entities: frozenset[str]
    territories: frozenset[str]
    printed: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of a sentence: its figures as written, and the middle of its range where extract has read it."""

    written: frozenset[str]
    middle: float | None


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of a witness: the sentence, its words, figures, days, and names (words, and the entity's name)."""

    text: str
    language: str
    words: tuple[Needed, ...]
    figures: tuple[Figure, ...]
    days: tuple[tuple[str, str], ...]
    names: tuple[tuple[str, str], ...]


def likely_members(members: Sequence[ClaimMember], least: float) -> tuple[ClaimMember, ...]:
    """The members scored `least` or more, else all that share the highest score, in whatever order they come."""
    highest = max(member.score for member in members)
    return tuple(member for member in members if member.score >= min(least, highest))


def witness_of(scene: Scene, article: str, members: Sequence[ClaimMember]) -> Witness:
    """An article with its members of a claim."""
    words = tuple(scene.evidence(Citation(article, member.span)) for member in members)
    around = [scene.sentence(article, member.span) for member in members]
    marks = scene.accounts[article].annotation
    counted = [q for q in marks.quantities if any(s.overlap(q.span) for s in around)]
    times = [t for t in marks.times if any(s.overlap(t.span) for s in around)]
    named = [(span, name) for span, _, name in scene.mentions.get(article, ()) if any(s.overlap(span) for s in around)]
    text, language = scene.text(article), language_of(scene, article)
    places = (find_territory(span.of(text), language) for span, _ in named)
    return Witness(
        article,
        language,
        tuple(members),
        tuple(Keys([each]) for each in words),
        Keys(words),
        frozenset(number for each in words for number in figures(each)),
        tuple(m for m in (*map(_middle, counted), *map(_length, times)) if m is not None),
        tuple(time.interval for time in marks.times if time.interval),
        frozenset(name for _, name in named),
        frozenset(place.code for place in places if place),
        " ".join(" ".join(words_of(each)).casefold() for each in words),
    )


def asked_of(scene: Scene, member: ClaimMember, text: str) -> Asked:
    """What a sentence made from a member asks of every account that is said to report it."""
    marks, source = scene.accounts[member.article].annotation, scene.text(member.article)
    times = [time for time in marks.times if member.span.contains(time.span)]
    dated = [time for time in times if _calendar(time) and _stands(time, source, text)]
    left = figures(text) - {n for t in times if _calendar(t) for n in _figures_of(t, source)}
    counted = []
    for quantity in (q for q in marks.quantities if member.span.contains(q.span)):
        own = figures(quantity.span.of(source)) & left
        if own:
            counted.append(Figure(frozenset(own), _middle(quantity)))
            left -= own
    for time in (t for t in times if not _calendar(t)):
        own = figures(time.span.of(source)) & left
        if own:
            counted.append(Figure(frozenset(own), _length(time)))
            left -= own
    return Asked(
        text,
        language_of(scene, member.article),
        tuple(needed(f"that {text}")),
        (*counted, *(Figure(frozenset({number}), None) for number in sorted(left))),
        tuple(time.interval for time in dated if time.interval),
        _names(scene, member, text),
    )


def bears_out(asked: Asked, witness: Witness) -> bool:
    """Whether an article says itself what a sentence says: its facts, and in one language most of its words."""
    if not (
        all(_counts(figure, witness) for figure in asked.figures)
        and all(any(_meet(day, known) for known in witness.days) for day in asked.days)
        and all(_names_it(name, witness) for name in asked.names)
    ):
        return False
    if witness.language != asked.language:
        return True
    quoted = (" ".join(words_of(words)).casefold() for words in quotations(asked.text))
    least = NUMBERED_DEED if asked.figures else OWN_DEED
    return all(words in witness.printed for words in quoted) and _worded(asked, witness, least)


def touches(asked: Asked, witness: Witness) -> bool:
    """Whether an article tells the same fact with other details: a name in common, and in one language like words."""
    if asked.names and not any(_names_it(name, witness) for name in asked.names):
        return False
    if witness.language != asked.language:
        return bool(asked.names)
    return _worded(asked, witness, NUMBERED_TOUCHED if asked.figures else TOUCHED)


def differs(asked: Asked, witness: Witness) -> bool:
    """Whether an article's members hold figures, and not those of the sentence; or days, and not its day."""
    return bool(witness.numbers) and not all(_counts(figure, witness) for figure in asked.figures)


def language_of(scene: Scene, article: str) -> str:
    """The language of an article, without its region; English where it is not known."""
    return primary_language(scene.accounts[article].article.language or "en")


def _worded(asked: Asked, witness: Witness, least: float) -> bool:
    """Whether an article holds enough of a sentence's words, and `least` of those that say what was done."""
    soft = [word for word in asked.words if not word.hard]
    held = [word for word in soft if witness.keys.hold(word)]
    share, total = (sum(word.weight for word in words) for words in (held, soft))
    return (
        share_held(asked.words, witness.keys) >= OWN_SHARE and share >= least * total and len(held) >= min(2, len(soft))
    )


def _counts(figure: Figure, witness: Witness) -> bool:
    if figure.written <= witness.numbers:
        return True
    middle = figure.middle
    return middle is not None and any(abs(middle - m) <= _SAME_FIGURE * max(middle, m) for m in witness.middles)


def _meet(day: tuple[str, str], other: tuple[str, str]) -> bool:
    return day[0] < other[1] and other[0] < day[1]


def _names_it(name: tuple[str, str], witness: Witness) -> bool:
    words, entity = name
    if entity in witness.entities or all(witness.keys.hold(word) for word in needed(f"that {words}")):
        return True
    place = find_territory(words, "en")
    return place is not None and place.code in witness.territories


def _names(scene: Scene, member: ClaimMember, text: str) -> tuple[tuple[str, str], ...]:
    """The names of a member that stand in the sentence: those of entities, then what else the model holds for names."""
    source, marks = scene.text(member.article), scene.accounts[member.article].annotation
    found: dict[Span, str] = {}
    for span, form, name in scene.mentions.get(member.article, ()):
        if form is MentionForm.NAME and member.span.contains(span):
            found[span] = name
    for named in marks.parse.names:
        span = marks.parse.span(named.first, named.last)
        if named.label not in _UNNAMED and member.span.contains(span) and not any(span.overlap(s) for s in found):
            found[span] = ""
    return tuple((span.of(source), name) for span, name in sorted(found.items()) if span.of(source) in text)


def _calendar(time: Timex) -> bool:
    """Whether a time lies on the calendar; durations and repetitions are counted like other figures."""
    return time.interval is not None and time.type in {TimexType.DATE, TimexType.TIME}


def _stands(time: Timex, source: str, text: str) -> bool:
    return time.span.of(source) in text or date_in_words((time.value or "")[:10]) in text


def _figures_of(time: Timex, source: str) -> set[str]:
    return figures(time.span.of(source)) | figures(date_in_words(time.value or ""))


def _middle(quantity: Quantity) -> float | None:
    if quantity.high == float("inf"):
        return quantity.low
    return (quantity.low + quantity.high) / 2


def _length(time: Timex) -> float | None:
    """The number in a duration ("P20Y": 20); None for other times."""
    digits = "".join(c for c in time.value or "" if c.isdigit() or c == ".") if time.type is TimexType.DURATION else ""
    return float(digits) if digits.count(".") <= 1 and digits.strip(".") else None
