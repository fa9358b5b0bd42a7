"""Profile: what of an article counts when its story is looked for. Furniture, captions and teasers are left out."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from synoptic.language.direction import day_of
from synoptic.records.article import Article
from synoptic.stages.cluster.vocabulary import Vocabulary

# Words of the lead (the prototype measured with 100; not tuned here).
LEAD_WORDS = 100
# Words of the main text in the TF-IDF vector. Average precision of pairs, stories: 300 → .903, 500 → .897, all → .900.
TEXT_WORDS = 300
# How often a word of the title counts besides in it, and the power of the rarity. Stories / neus: 0 and 1 → .880/.799,
# 2 and 1 → .891/.809, 2 and 1.3 → .900/.805, 2 and 1.5 → .902/.801.
_TITLE_WEIGHT = 3
_RARITY_POWER = 1.3
# Words given to the encoder after the title: few, because encoding is what grouping costs most. B³ F1 of stories /
# stories-dense / neus (medians of ten orders) / MEANTIME (four languages): 60 → .961/.929/.877/.990, 50 →
# .961/.934/.877/.990, 45 → .961/.931/.878/.990, 40 → .961/.930/.877/.990. At 45 encoding costs a fifth less than at 60.
ENCODED_WORDS = 45
# Terms an article is looked up by, the most telling ones.
LOOKED_UP = 40
# Weight of a term by how often it is used.
_LOGS = np.concatenate([[0.0], 1.0 + np.log(np.arange(1, 1000))])
# The row of an article where there is no encoder.
NO_ROW = np.zeros(0, dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Profile:
    """One article, weighed with the frequencies of its moment of arrival.

    `terms` are the numbers of its distinct terms. `shares` has four columns over them: a TF-IDF vector of length 1 over
    title and main text; another over the title alone; each term's share (sum 1) of the squared rarity of the title's
    terms, and of the lead's. `telling` are the terms it is looked up by, `weights` their TF-IDF.
    `day` counts days (NaN: not known); `dense` is the encoder's row for title and lead (empty: none); `lack` is how
    much its length lacks to 100 words, on a log scale; `lead` 1 where it has a lead that can be asked for, else 0.
    """

    language: int
    day: float
    lack: float
    lead: float
    titled: bool
    terms: NDArray[np.int32]
    shares: NDArray[np.float32]
    telling: NDArray[np.int32]
    weights: NDArray[np.float32]
    dense: NDArray[np.float32]


def lead_of(article: Article) -> str:
    """What the encoder is given: the title and the first words of the main text."""
    lead = " ".join(article.main_text.split(None, ENCODED_WORDS)[:ENCODED_WORDS])
    return f"{article.title}. {lead}" if article.title else lead


def profile(article: Article, dense: NDArray[np.float32], vocabulary: Vocabulary) -> Profile:
    """The profile of `article`; `vocabulary` learns its terms first, `dense` is the encoder's row for `lead_of`."""
    language = vocabulary.language(article.language or "")
    title = vocabulary.read(article.title or "")
    body = vocabulary.read(article.main_text)
    used, places = vocabulary.distinct(np.array(title + body, dtype=np.int32))
    rarity = vocabulary.learn(language, used)
    squares = rarity * rarity
    in_title = int(places[: len(title)].max()) + 1 if title else 0  # the title's terms come first
    in_text = places[len(title) :]
    counts = np.bincount(in_text[:TEXT_WORDS], minlength=len(used))
    if title:
        counts += _TITLE_WEIGHT * np.bincount(places[: len(title)], minlength=len(used))
    in_lead = np.zeros(len(used))
    in_lead[in_text[:LEAD_WORDS]] = 1.0
    shares = np.zeros((len(used), 4), dtype=np.float32)
    shares[:, 0] = _unit(_LOGS.take(counts, mode="clip") * rarity**_RARITY_POWER)
    shares[:in_title, 1] = _unit(rarity[:in_title])
    shares[:in_title, 2] = _mass(squares[:in_title])
    shares[:, 3] = _mass(squares * in_lead)
    weights = shares[:, 0].copy()
    telling = _most(weights)
    day = day_of(article.published)
    return Profile(
        language,
        math.nan if day is None else day,
        max(0.0, math.log(100.0 / max(1, len(body)))),
        float(bool(body)),
        bool(title),
        used,
        shares,
        used.take(telling),
        weights.take(telling),
        dense,
    )


def _unit(vector: NDArray[np.float64]) -> NDArray[np.float64]:
    """`vector` at length 1, or zeros."""
    length = math.sqrt(vector @ vector)
    return vector / length if length else vector


def _mass(squares: NDArray[np.float64]) -> NDArray[np.float64]:
    """Each term's share of the sum, or zeros."""
    total = float(squares.sum())
    return squares / total if total else squares


def _most(weights: NDArray[np.float32]) -> NDArray[np.int64]:
    """The places of the most telling terms; among equals the first."""
    order = (-weights).argsort(kind="stable")[:LOOKED_UP]
    return order[weights.take(order) > 0]
