"""Quotations of the invented stories, printed once more with one thing changed: a twin of a story's quotation.

Each kind says how it prints a quotation, and what a collation should tell of it. The rules of reported speech are
written here once more, on their own: what is measured shall not check itself.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from synoptic.language.tokens import tokenize
from synoptic.records.collation import VariationKind

_ADDED = ("of course", "frankly", "in my view", "once again", "at last", "sadly", "very clearly", "without any doubt")
_CHANGED = ("lanterns", "Tuesday", "orchards", "seventeen", "velvet", "quarrel", "magistrates", "slowly", "copper")
_SHIFTED = {
    "we": "they", "our": "their", "us": "them", "i": "he", "my": "his", "me": "him", "will": "would", "can": "could",
    "is": "was", "are": "were", "have": "had", "has": "had", "am": "was", "ours": "theirs",
}  # fmt: skip
_CUES = {"claimed": "doubting", "admitted": "conceding", "boasted": "hostile", "alleged": "doubting"}


@dataclass(frozen=True, slots=True)
class Twin:
    """A paragraph that prints a quotation once more.

    `kinds` are the kinds of departure that count as the one that was planted, `base` and `words` its words (one may be
    empty); without `kinds` none is expected. `marked` asks for an editor's mark, `stance` for a cue's, `formal` kinds
    may come beside.
    """

    paragraph: str
    kinds: frozenset[VariationKind] = frozenset()
    base: str = ""
    words: str = ""
    marked: bool = False
    stance: str = ""
    speaker: str = ""
    formal: frozenset[VariationKind] = field(default=frozenset())


type Printer = Callable[[str, str, Random], Twin | None]
"""Prints the words of a quotation by a speaker once more; None where there is nothing to do it to."""


def _said(words: str, speaker: str, cue: str = "said") -> str:
    return f"“{words.rstrip('.,')},” {speaker} {cue}."


def _inner(words: str, count: int, chance: Random) -> tuple[int, int] | None:
    """A stretch of `count` words inside, with three words before and behind it and no mark within."""
    tokens = tokenize(words)
    spots = [
        (tokens[at].start, tokens[at + count - 1].end)
        for at in range(3, len(tokens) - count - 3)
        if all(words[token.start].isalnum() for token in tokens[at - 1 : at + count + 1])
    ]
    return chance.choice(spots) if spots else None


def same(words: str, speaker: str, chance: Random) -> Twin | None:
    """Nothing changed."""
    return Twin(_said(words, speaker))


def cut(words: str, speaker: str, chance: Random, mark: str = "") -> Twin | None:
    """One to four words left out."""
    spot = _inner(words, chance.randint(1, 4), chance)
    if spot is None:
        return None
    told = words[: spot[0]] + (f"{mark} " if mark else "") + words[spot[1] :].lstrip()
    kinds = frozenset({VariationKind.OMITTED})
    return Twin(_said(told, speaker), kinds, base=words[slice(*spot)], marked=bool(mark))


def cut_marked(words: str, speaker: str, chance: Random) -> Twin | None:
    """The same with an ellipsis."""
    return cut(words, speaker, chance, chance.choice(["…", "[…]", "..."]))


def added(words: str, speaker: str, chance: Random) -> Twin | None:
    """One to three words put in."""
    spot, more = _inner(words, 1, chance), chance.choice(_ADDED)
    if spot is None:
        return None
    told = f"{words[: spot[0]]}{more} {words[spot[0] :]}"
    return Twin(_said(told, speaker), frozenset({VariationKind.ADDED}), words=more)


def bracketed(words: str, speaker: str, chance: Random) -> Twin | None:
    """Words of the editor put in, in brackets."""
    spot, more = _inner(words, 1, chance), chance.choice(["[that is]", "[the council]", "[of the town]", "[sic]"])
    if spot is None:
        return None
    told = f"{words[: spot[0]]}{more} {words[spot[0] :]}"
    return Twin(_said(told, speaker), frozenset({VariationKind.ADDED}), words=more.strip("[]"), marked=True)


def changed(words: str, speaker: str, chance: Random) -> Twin | None:
    """One longer word exchanged for another."""
    spots = [span for span in tokenize(words)[2:-1] if len(span) > 4 and span.of(words).isalpha()]
    if not spots:
        return None
    spot, other = chance.choice(spots), chance.choice(_CHANGED)
    told = words[: spot.start] + other + words[spot.end :]
    return Twin(_said(told, speaker), frozenset({VariationKind.CHANGED}), base=spot.of(words), words=other)


def indirect(words: str, speaker: str, chance: Random) -> Twin | None:
    """Turned into reported speech, in its persons and tenses."""
    told = words[:1].lower() + words[1:] if not re.match(r"I\b|[A-Z][a-z]+ [A-Z]", words) else words
    told = re.sub(r"[A-Za-z]+", lambda match: _SHIFTED.get(match.group().casefold(), match.group()), told)
    if re.search(r"[.?!;]\s", told) or "?" in told or re.search(r"\b(you|your|I'm|I've|we're|we've|let's)\b", told):
        return None
    return Twin(f"{speaker} said that {told.rstrip('.,')}.", formal=frozenset({VariationKind.SHIFTED}))


def cued(words: str, speaker: str, chance: Random) -> Twin | None:
    """Introduced by another cue."""
    cue = chance.choice(sorted(_CUES))
    return Twin(_said(words, speaker, cue), stance=_CUES[cue])


def split(words: str, speaker: str, chance: Random) -> Twin | None:
    """Printed as two quotations with two cues."""
    borders = [match.end() for match in re.finditer(r"[.,;:]\s", words) if 20 <= match.end() <= len(words) - 20]
    if not borders:
        return None
    at = chance.choice(borders)
    first, second = words[:at].strip(" ,;:."), words[at:].strip()
    return Twin(f"“{first},” {speaker} said. “{second.rstrip('.,')},” {speaker} added.")


def other_speaker(words: str, speaker: str, chance: Random) -> Twin | None:
    """Put into the mouth of somebody else."""
    name = chance.choice(["Ottoline Varga", "Bertrand Achterberg", "Philippa Nakamoto"])
    return Twin(_said(words, name), speaker=name)


def tail(words: str, speaker: str, chance: Random) -> Twin | None:
    """Only what stands behind a comma or semicolon in the middle."""
    marks = [match.end() for match in re.finditer(r"[,;]\s", words)]
    borders = [at for at in marks if len(words) // 4 <= at <= len(words) // 2]
    if not borders:
        return None
    at = chance.choice(borders)
    return Twin(_said(words[at:], speaker), frozenset({VariationKind.OMITTED}), base=words[:at])


def dressed(words: str, speaker: str, chance: Random) -> Twin | None:
    """A word in the spelling of another house."""
    spots = [(match, other) for one, other in _DRESSED for match in re.finditer(rf"\b{one}\b", words)]
    if not spots:
        return None
    match, other = chance.choice(spots)
    told = words[: match.start()] + other + words[match.end() :]
    return Twin(_said(told, speaker), frozenset({VariationKind.SPELLING}), base=match.group(), words=other)


_DRESSED = (
    ("do not", "don’t"), ("is not", "isn’t"), ("cannot", "can’t"), ("will not", "won’t"), ("did not", "didn’t"),
    ("was not", "wasn’t"), ("has not", "hasn’t"), ("we are", "we’re"), ("we have", "we’ve"), ("it is", "it’s"),
    ("that is", "that’s"), ("We are", "We’re"), ("We have", "We’ve"), ("It is", "It’s"), ("I am", "I’m"),
    ("harbour", "harbor"), ("labour", "labor"), ("two", "2"), ("three", "3"), ("four", "4"), ("ten", "10"),
    ("twenty", "20"), ("forty", "40"), ("percent", "per cent"), ("defence", "defense"), ("centre", "center"),
)  # fmt: skip


PRINTERS: dict[str, Printer] = {
    "same": same,
    "cut": cut,
    "cut, marked": cut_marked,
    "added": added,
    "bracketed": bracketed,
    "changed": changed,
    "tail": tail,
    "dressed": dressed,
    "indirect": indirect,
    "cue": cued,
    "split": split,
    "speaker": other_speaker,
}
