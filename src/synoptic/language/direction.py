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
# Letters that a search without regard to case takes for one of the ASCII letters.
_FOLDED_TOGETHER = re.compile("[\u0130\u0131\u017f\u212a]")
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
    return bool(_plain(name)) and _plain(name).removeprefix("the") == _plain(outlet).removeprefix("the")


@lru_cache(maxsize=8192)
def _plain(name: str) -> str:
    """A name as it is compared."""
    return "".join(terms(_PAGE.sub("", _PAGE.sub("", name.strip().casefold()))))


@dataclass(frozen=True, slots=True)
class Provenance:
    """What of an article tells where its text comes from, gathered once for all whom it is compared with.

    `signed` is what stands beside the text, or in brackets in front of it or behind it; `whole` are the agencies and
    releases that it credits for its whole text. `lowered` is its `prose` in small letters; None where it has letters of
    which a small one stands for several.
    """

    article: Article
    prose: str
    lowered: str | None
    signed: tuple[str, ...]
    whole: tuple[str, ...]


def provenance(article: Article) -> Provenance:
    """What an article tells of where its text comes from."""
    beside = " ".join(block.span.of(article.text) for block in article.blocks if block.kind in _BESIDE)
    prose = article.main_text
    inner = prose.strip()
    bracketed = _BRACKETED.findall(inner[:_EDGE]) + _BRACKETED.findall(inner[-_EDGE:])
    whole = (credit for credit in whole_credits(article) if credit.kind in (CreditKind.AGENCY, CreditKind.RELEASE))
    lowered = None if _FOLDED_TOGETHER.search(prose) else prose.lower()
    return Provenance(article, prose, lowered, (beside, *bracketed), tuple(credit.name for credit in whole))


def direct(one: Provenance, other: Provenance, by_time: bool = True) -> Direction:
    """Which of two dependent articles came first; `one` arrived first. Times are asked last, where `by_time` allows."""
    from_one, from_other = _credited(other, one.article), _credited(one, other.article)
    if from_one and not from_other:
        return Direction(True, False, f"{other.article.name} {from_one}")
    if from_other and not from_one:
        return Direction(True, True, f"{one.article.name} {from_other}")
    third = _third(one, other.article) or _third(other, one.article)
    if third:
        return Direction(False, False, f"both may go back to {third}, which is credited")
    earlier = _earlier(one.article, other.article) if by_time else None
    if earlier is not None:
        later = other.article if earlier is one.article else one.article
        return Direction(True, earlier is other.article, f"{earlier.published} is earlier than {later.published}")
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


def _credited(told: Provenance, source: Article) -> str | None:
    """How an article says, in words, that its text comes from the outlet of `source`; None where it does not."""
    article = told.article
    if not source.outlet or (article.outlet and same_name(article.outlet, source.outlet)):
        return None
    for credit in article.credits:
        if credit.kind in _TEXT_CREDITS and same_name(credit.name, source.outlet):
            return f"credits {credit.name}"
    if _signs(told, source.outlet):
        return f"credits {source.outlet}"
    name = _named(told, source.outlet)
    return f"names {name} in its text" if name else None


def _signs(told: Provenance, outlet: str) -> bool:
    """Whether an outlet's name stands where a text is signed: beside it, or in brackets in front of it or behind it.

    Asked only of texts that depend on each other: elsewhere a name in brackets says nothing of the text.
    """
    written = _written(outlet)
    return any(written.search(part) for part in told.signed)


def _named(told: Provenance, outlet: str) -> str | None:
    """The outlet's name as the prose of an article has it ("seen by Norpress", "told Norpress").

    Of two texts that share prose, the one that names the other's outlet has it from there: an outlet says so of itself,
    and whoever takes the text over leaves it (lineage: 6 of 6). Names that are plain words as well tell nothing.
    """
    name = _without_page(outlet)
    if len(name) < _SHORTEST_NAME:
        return None
    if told.lowered is not None and name.isascii() and name.lower() not in told.lowered:
        return None  # a look that costs a hundredth of the next one, and settles nearly all pairs of a large story
    found = _alone(name).findall(told.prose)
    return found[0] if found and all(word[0].isupper() for word in found) else None


@lru_cache(maxsize=8192)
def _without_page(outlet: str) -> str:
    return _PAGE.sub("", _PAGE.sub("", outlet.strip()))


@lru_cache(maxsize=8192)
def _written(outlet: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(outlet)}(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=8192)
def _alone(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.@]){re.escape(name)}(?![\w.])", re.IGNORECASE)


def _third(told: Provenance, other: Article) -> str | None:
    """An agency or release that an article credits for its whole text and that neither of the two is."""
    outlets = [outlet for outlet in (told.article.outlet, other.outlet) if outlet]
    return next((name for name in told.whole if not any(same_name(name, outlet) for outlet in outlets)), None)
