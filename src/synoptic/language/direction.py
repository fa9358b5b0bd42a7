"""Direction: which of two dependent articles is the source, only where credits or times tell."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache

from synoptic.language.terms import terms
from synoptic.language.whole_credits import whole_credits
from synoptic.records.article import Article, BlockKind, CreditKind

# Days that must lie between two articles before the earlier counts as the source: clocks of pages are off by hours
# (lineage: the Reuters original is stamped an hour after its copies), and one wire reaches many outlets in an hour.
_CLEARLY_EARLIER = 2.0 / 24.0
_PAGE = re.compile(
    r"^(?:https?://)?(?:www|m|edition|mobile|amp)\.|\.(?:com?|org|net|info|news)(?:\.[a-z]{2})?$|\.[a-z]{2}$"
)
_BESIDE = frozenset({BlockKind.DATELINE, BlockKind.BYLINE, BlockKind.CREDIT, BlockKind.FURNITURE})
_BRACKETED = re.compile(r"[(\[（［—–]([^()\[\]（）［］—–\n]{2,60})[)\]）］—–]")
# Code points at either end of the prose in which a bracketed name signs it.
_EDGE = 80
# Letters of the shortest outlet's name that is looked for in prose.
_SHORTEST_NAME = 3
_TEXT_CREDITS = frozenset({CreditKind.AGENCY, CreditKind.OUTLET, CreditKind.RELEASE})


@dataclass(frozen=True, slots=True)
class Direction:
    """Whether the second article is the source (`reverse`), whether that is known (`directed`), and why."""

    directed: bool
    reverse: bool
    reason: str


def day_of(published: str | None) -> float | None:
    """Days since 1970, with their fraction, UTC where no zone is given; None where no date can be read."""
    try:
        moment = datetime.fromisoformat(published or "")
    except ValueError:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() / 86400.0


def same_name(name: str, outlet: str) -> bool:
    """Whether a credited name is this outlet: equal but for case, marks and the ending of a web address."""
    plain = ["".join(terms(_PAGE.sub("", _PAGE.sub("", part.strip().casefold())))) for part in (name, outlet)]
    return bool(plain[0]) and plain[0].removeprefix("the") == plain[1].removeprefix("the")


def direct(one: Article, other: Article, by_time: bool = True) -> Direction:
    """Which of two dependent articles came first; `one` arrived first. Times are asked last, where `by_time` allows."""
    from_one, from_other = _credited(other, one), _credited(one, other)
    if from_one and not from_other:
        return Direction(True, False, f"{other.name} {from_one}")
    if from_other and not from_one:
        return Direction(True, True, f"{one.name} {from_other}")
    third = _third(one, other) or _third(other, one)
    if third:
        return Direction(False, False, f"both may go back to {third}, which is credited")
    earlier = _earlier(one, other) if by_time else None
    if earlier is not None:
        later = other if earlier is one else one
        return Direction(True, earlier is other, f"{earlier.published} is earlier than {later.published}")
    return Direction(False, False, "neither credits nor times tell which came first")


def _earlier(one: Article, other: Article) -> Article | None:
    """The one that is clearly earlier: by hours where both state them, else by a day."""
    first, second = day_of(one.published), day_of(other.published)
    if first is None or second is None:
        return None
    exact = all(":" in (article.published or "") for article in (one, other))
    if abs(first - second) < (_CLEARLY_EARLIER if exact else 1.0):
        return None
    return one if first < second else other


def _credited(article: Article, source: Article) -> str | None:
    """How `article` says, in words, that its text comes from the outlet of `source`; None where it does not."""
    if not source.outlet or (article.outlet and same_name(article.outlet, source.outlet)):
        return None
    for credit in article.credits:
        if credit.kind in _TEXT_CREDITS and same_name(credit.name, source.outlet):
            return f"credits {credit.name}"
    if _signs(article, source.outlet):
        return f"credits {source.outlet}"
    name = _named(article, source.outlet)
    return f"names {name} in its text" if name else None


def _signs(article: Article, outlet: str) -> bool:
    """Whether an outlet's name stands where a text is signed: beside it, or in brackets in front of it or behind it.

    Asked only of texts that depend on each other: elsewhere a name in brackets says nothing of the text.
    """
    written = _written(outlet)
    beside = " ".join(block.span.of(article.text) for block in article.blocks if block.kind in _BESIDE)
    prose = article.main_text.strip()
    bracketed = _BRACKETED.findall(prose[:_EDGE]) + _BRACKETED.findall(prose[-_EDGE:])
    return any(written.search(part) for part in (beside, *bracketed))


def _named(article: Article, outlet: str) -> str | None:
    """The outlet's name as the prose of `article` has it ("seen by Norpress", "told Norpress").

    Of two texts that share prose, the one that names the other's outlet has it from there: an outlet says so of itself,
    and whoever takes the text over leaves it (lineage: 6 of 6). Names that are plain words as well tell nothing.
    """
    name = _PAGE.sub("", _PAGE.sub("", outlet.strip()))
    if len(name) < _SHORTEST_NAME:
        return None
    prose = article.main_text
    found = _alone(name).findall(prose)
    return found[0] if found and all(word[0].isupper() for word in found) else None


@lru_cache(maxsize=8192)
def _written(outlet: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(outlet)}(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=8192)
def _alone(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.@]){re.escape(name)}(?![\w.])", re.IGNORECASE)


def _third(article: Article, other: Article) -> str | None:
    """An agency or release that `article` credits for its whole text and that neither of the two is."""
    for credit in whole_credits(article):
        if credit.kind in (CreditKind.AGENCY, CreditKind.RELEASE) and not any(
            outlet and same_name(credit.name, outlet) for outlet in (article.outlet, other.outlet)
        ):
            return credit.name
    return None
