"""Profile: what of an article counts when its story is looked for. Furniture, captions and teasers are left out."""

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from synoptic.language.direction import day_of
from synoptic.language.terms import Frequencies, terms
from synoptic.records.article import Article

# Words of the lead (the prototype measured with 100; not tuned here).
LEAD_WORDS = 100
# Words of the main text in the TF-IDF vector. Average precision of pairs, stories: 300 → .903, 500 → .897, all → .900.
TEXT_WORDS = 300
# How often a word of the title counts besides in it, and the power of the rarity. Stories / neus: 0 and 1 → .880/.799,
# 2 and 1 → .891/.809, 2 and 1.3 → .900/.805, 2 and 1.5 → .902/.801.
_TITLE_WEIGHT = 3
_RARITY_POWER = 1.3
# Words given to the encoder after the title: few, because encoding is what grouping costs most; not tuned.
ENCODED_WORDS = 60


@dataclass(frozen=True, slots=True)
class Profile:
    """One article, weighed with the frequencies of its moment of arrival.

    `weights` is a TF-IDF vector of length 1 over title and main text; `title` another over the title alone; `used` are
    all terms of the article.
    `title_mass` and `lead_mass` are shares (sum 1) of the squared rarity of the title's and the lead's terms.
    `day` counts days (None: not known); `dense` is the encoder's row for title and lead; `words` the length.
    """

    id: str
    language: str
    day: float | None
    words: int
    weights: dict[str, float]
    used: frozenset[str]
    title: dict[str, float]
    title_mass: dict[str, float]
    lead_mass: dict[str, float]
    dense: NDArray[np.float32]


def lead_of(article: Article) -> str:
    """What the encoder is given: the title and the first words of the main text."""
    lead = " ".join(article.main_text.split(None, ENCODED_WORDS)[:ENCODED_WORDS])
    return f"{article.title}. {lead}" if article.title else lead


def profile(article: Article, dense: NDArray[np.float32], frequencies: Frequencies) -> Profile:
    """The profile of `article`; `frequencies` learns its terms first, `dense` is the encoder's row for `lead_of`."""
    title = terms(article.title or "")
    body = terms(article.main_text)
    used = frozenset(title + body)
    frequencies.learn(used)
    rarity = {term: frequencies.rarity(term) for term in used}
    counts = Counter(title * _TITLE_WEIGHT + body[:TEXT_WORDS])
    return Profile(
        article.id,
        article.language or "",
        day_of(article.published),
        len(body),
        _unit({term: (1.0 + math.log(count)) * rarity[term] ** _RARITY_POWER for term, count in counts.items()}),
        used,
        _unit({term: rarity[term] for term in title}),
        _mass(title, rarity),
        _mass(body[:LEAD_WORDS], rarity),
        dense,
    )


def _unit(vector: dict[str, float]) -> dict[str, float]:
    """`vector` at length 1, without zeros."""
    length = math.sqrt(sum(value * value for value in vector.values()))
    return {term: value / length for term, value in vector.items() if value > 0} if length else {}


def _mass(used: Iterable[str], rarity: dict[str, float]) -> dict[str, float]:
    """Each distinct term's share of the squared rarity."""
    squares = {term: rarity[term] ** 2 for term in used}
    total = sum(squares.values())
    return {term: square / total for term, square in squares.items()} if total else {}
