"""What the pair model learns from: invented stories, made to look scraped, and supported claims of WiCE."""

import json
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

_AGENCIES = ["AP", "Reuters", "AFP", "dpa", "UPI", "CNN", "PA"]
_CITIES = [
    *[
        "LONDON",
        "NAIROBI",
        "LIMA",
        "BRUSSELS",
        "JAKARTA",
        "TORONTO",
        "OSLO",
        "ANKARA",
        "CAIRO",
        "MANILA",
        "DENVER",
        "SYDNEY",
        "Berlin",
        "Lagos",
    ],
    "New Delhi",
]
_MONTHS = ["Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."]
_TAILS = [
    ", officials said",
    ", according to a statement",
    ", it was reported",
    ", local media reported",
    ", the agency said",
    " on Tuesday",
    ", he told reporters",
    ", she told reporters",
    ", a spokesman said",
    ", sources said",
    ", according to the report",
]
_HEADS = [
    "Meanwhile, ",
    "However, ",
    "On Monday, ",
    "In a statement, ",
    "Also: ",
    "Pictured: ",
    "According to reports, ",
    "Earlier, ",
    "Officials said ",
    "He added that ",
    "Last week, ",
]
_CREDITS = [" (Photo: Getty Images)", " (File photo)", " / AFP PHOTO", " (AP Photo)", " Photograph: EPA"]
_LOWERED = frozenset(
    [
        "The",
        "A",
        "An",
        "In",
        "On",
        "At",
        "But",
        "It",
        "He",
        "She",
        "They",
        "His",
        "Her",
        "Its",
        "Their",
        "This",
        "That",
        "Police",
        "Officials",
        "More",
        "Two",
        "Three",
        "About",
    ]
)

_COMMONEST = frozenset({"the", "of", "and", "was"})
_ENGLISH = frozenset(["the", "of", "and", "was", "in", "to", "a", "is", "that", "said", "for", "on", "it", "he", "she"])
_BEYOND_LATIN = "\u0250"  # the first letter behind the blocks of Latin letters


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence, the facts that it states, the number of its article, and the sentence before it."""

    text: str
    facts: frozenset[str]
    article: int
    before: str = ""


@dataclass(frozen=True, slots=True)
class Invented:
    """An invented story: its facts (id and text), and the articles that are read, as lists of sentences."""

    name: str
    facts: tuple[tuple[str, str], ...]
    articles: tuple[list[dict], ...]

    @property
    def texts(self) -> list[str]:
        """All sentences."""
        return [row["t"] for rows in self.articles for row in rows]


@dataclass(frozen=True, slots=True)
class Supported:
    """A claim, sentences of its page that support it, and others that do not."""

    claim: str
    support: tuple[str, ...]
    other: tuple[str, ...]


def stories(folder: Path, *, train_only: bool, abroad: bool = False) -> Iterator[Invented]:
    """The stories that have two English articles, or, `abroad`, two in Latin letters of whatever language.

    `train_only` leaves the test fifth out; abroad that of the stories in several languages is left out of any folder.
    """
    for path in sorted(folder.glob("*.json")):
        story = json.loads(path.read_text(encoding="utf-8"))
        texts = [article["sentences"] for article in story["articles"]]
        spoken = [" ".join(row["t"] for row in rows) for rows in texts]
        measures = train_only or (abroad and not all(map(is_english, spoken)))
        if measures and is_kept_out(story["story"]):
            continue
        readable = is_latin if abroad else is_english
        read = tuple(rows for rows, text in zip(texts, spoken, strict=True) if readable(text))
        facts = tuple((fact["id"], fact["text"]) for fact in story["facts"] if fact.get("text"))
        if len(read) > 1:
            yield Invented(story["story"], facts, read)


def is_kept_out(name: str) -> bool:
    """Whether a story is of the fifth that measures."""
    return int(sha256(name.encode()).hexdigest(), 16) % 5 == 0


def is_latin(text: str) -> bool:
    """Whether nine letters of ten are Latin."""
    letters = [character for character in text if character.isalpha()]
    return 10 * sum(character < _BEYOND_LATIN for character in letters) > 9 * len(letters)


def is_english(text: str) -> bool:
    """Whether a twentieth of the words are the commonest English ones (as the package's identifier on all stories)."""
    words = text.lower().split()
    return 20 * sum(word in _COMMONEST for word in words) > len(words)


def supported(folder: Path) -> Iterator[Supported]:
    """The claims of WiCE that a page supports wholly or in part (data/support)."""
    items = {row["id"]: row for row in _rows(folder / "items.jsonl")}
    for gold in _rows(folder / "gold.jsonl"):
        sets = [found for found in gold["supporting_sentences"] if found]
        if gold["label"] == "not_supported" or not sets:
            continue
        evidence = items[gold["id"]]["evidence"]
        count = {k: sum(k in found for found in sets) for found in sets for k in found}
        yes = tuple(evidence[k] for k, times in count.items() if 2 * times >= len(sets))
        no = tuple(line for k, line in enumerate(evidence) if k not in count and len(line.split()) > 5)
        if yes and len(no) > 4:
            yield Supported(items[gold["id"]]["claim"], yes, no)


@dataclass(frozen=True, slots=True)
class Taught:
    """Accounts as lists of sentences by language, and a teacher's log-odds of all pairs (abroad_teach.py)."""

    accounts: Sequence[dict[str, list[str]]]
    odds: Sequence[Sequence[float]]


def taught_pages(path: Path) -> list[Taught]:
    """What abroad_teach.py wrote."""
    return [Taught(row["accounts"], row["odds"]) for row in json.loads(path.read_text(encoding="utf-8"))]


def noisy(articles: Sequence[list[dict]], dice: random.Random, changed: Callable[[str], str]) -> list[Told]:
    """The sentences of a story, changed, as scraping would leave them; now and then two neighbours are merged."""
    found: list[Told] = []
    for number, rows in enumerate(articles):
        at = 0
        while at < len(rows):
            text, facts, first = changed(rows[at]["t"]), set(rows[at]["f"]), at == 0
            following = changed(rows[at + 1]["t"]) if at + 1 < len(rows) else ""
            if following and len(text.split()) + len(following.split()) < 48 and dice.random() < 0.16:
                joint = dice.choice([", and ", "; ", ", while ", " - "])
                text = text[:-1] + joint + _lowered(following) if text.endswith(".") else f"{text} {following}"
                facts |= set(rows[at + 1]["f"])
                at += 1
            before = "" if first else found[-1].text
            found.append(Told(scraped(text, dice, first=first), frozenset(facts), number, before))
            at += 1
    return found


def scraped(text: str, dice: random.Random, *, first: bool) -> str:
    """A sentence with a dateline, a lead-in, an attribution, a credit, other quotation marks, or none of these.

    What has no common English word stays as it is, since all that would be added is English.
    """
    if _ENGLISH.isdisjoint(text.lower().split()):
        return text
    if first and dice.random() < 0.35:
        city, agency = dice.choice(_CITIES), dice.choice(_AGENCIES)
        day = f"{dice.choice(_MONTHS)} {dice.randint(1, 28)}"
        text = dice.choice([f"{city} ({agency}) - ", f"{city}, {day} ({agency}) - ", f"{city} — "]) + text
    elif dice.random() < 0.07:
        text = dice.choice(_HEADS) + _lowered(text)
    changes: tuple[tuple[float, Callable[[str], str]], ...] = (
        (0.08, lambda t: t[:-1] + dice.choice(_TAILS) + "." if t.endswith(".") else t),
        (0.03, lambda t: t + dice.choice(_CREDITS)),
        (0.15, lambda t: t.translate(str.maketrans("“”’", '""\''))),
        (0.06, lambda t: t.replace("“", ' " ').replace("”", ' " ')),
        (0.02, str.upper),
        (0.03, lambda t: t.rstrip('."')),
    )
    for chance, change in changes:
        if dice.random() < chance:
            text = change(text)
    return text


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:] if text.split()[:1] and text.split()[0] in _LOWERED else text


def _rows(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
