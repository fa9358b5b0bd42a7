"""The title of a story: words of one account, chosen because the other accounts say the same, without loaded words."""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from synoptic.language.loaded import loaded_spans
from synoptic.language.tables import primary_language
from synoptic.language.terms import terms
from synoptic.language.told_in import main_language
from synoptic.records.annotation import Account
from synoptic.records.article import BlockKind
from synoptic.records.span import Span
from synoptic.stages.weigh.main_event.beginning import Opening, main_verb, openings

_MARKS = frozenset("\"“”«»„‘'")
_LONGEST = 34
"""The most words a title may have; longer sentences are only taken where nothing shorter is there."""

_LENGTH = 0.5
"""The power of its length by which what a candidate says is divided. Read on 14 development stories: .5 and .6 choose
the same title in 13 of them."""

_SENTENCES = 3
"""How many sentences of the prose may become a title."""

_TITLE = 1.5
"""The weight of an outlet's own title against a sentence of the same account: with 1.2 long first sentences were chosen
in most of 14 development stories, with 1.5 headlines in all of them."""

_LOADED_COST = 0.6
"""What a loaded word takes from a title's score, as a share of it."""


@dataclass(frozen=True, slots=True)
class Title:
    """Words of an article chosen as the story's title, and where its text has them.

    A title that came beside the text rests on the sentence of the text that says most of it; None where there is none.
    """

    text: str
    article: str
    span: Span | None


def choose_title(accounts: Sequence[Account]) -> Title:
    """The candidate that shares most with the beginnings of the other accounts for its length.

    Only accounts in the language of most have a say: words of other languages share nothing but names with them.
    """
    main = main_language(primary_language(account.article.language) for account in accounts)
    accounts = [account for account in accounts if primary_language(account.article.language) == main]
    beginnings = [_beginning_terms(account) for account in accounts]
    said = Counter(word for beginning in beginnings for word in beginning)
    best: tuple[float, Title] | None = None
    for account, own in zip(accounts, beginnings, strict=True):
        others = _Others(said, own, len(accounts) - 1) if len(accounts) > 1 else _Others(said, frozenset(), 1)
        for title, bonus in _candidates(account):
            score = bonus * _shared(title.text, account, others)
            # Of equals the first in order of the alphabet: the order of the accounts decides nothing.
            if best is None or (round(score, 9), best[1].text) > (round(best[0], 9), title.text):
                best = (score, title)
    if best is not None:
        return best[1]
    article = accounts[0].article
    words = article.title or " ".join(article.text.split())[:80]
    return Title(words, article.id, None)


@dataclass(frozen=True, slots=True)
class _Others:
    """The beginnings of the other accounts: how many of all accounts begin with each word, less one's `own`."""

    said: Counter[str]
    own: frozenset[str]
    count: int

    def share(self, word: str) -> float:
        """The share of them that hold a word."""
        return (self.said[word] - (word in self.own)) / self.count


def _shared(text: str, account: Account, others: _Others) -> float:
    """How much of the other accounts a candidate says for its length; loaded words and quotation marks cost."""
    words = terms(text)
    if not words:
        return 0.0
    said = sum(others.share(word) for word in sorted(set(words)))
    score: float = said / math.pow(len(words), _LENGTH)
    if len(words) > _LONGEST:
        score /= 4
    loaded = len(loaded_spans(text, account.article.language or ""))
    marks = 0.2 if text[:1] in _MARKS else 0.7 if any(mark in text for mark in _MARKS) else 1.0
    return score * math.pow(1 - _LOADED_COST, loaded) * marks


def _beginning_terms(account: Account) -> frozenset[str]:
    text = account.article.text
    found = {word for opening in openings(account) for word in terms(opening.span.of(text)) if len(word) > 2}
    return frozenset(found | {word for word in terms(account.article.title or "") if len(word) > 2})


def _candidates(account: Account) -> list[tuple[Title, float]]:
    """Titles and their parts, and the first sentences with a verb, each with its weight."""
    article, parsed = account.article, account.annotation.parse.parsed
    found: list[tuple[Title, float]] = []
    for opening in openings(account):
        if opening.kind is BlockKind.TITLE:
            spans = _parts(opening, article.text)
            found += ((Title(_flat(span.of(article.text)), article.id, span), _TITLE) for span in spans)
        elif opening.kind is BlockKind.LEAD and opening.rank < _SENTENCES:
            if parsed and main_verb(account, opening) is None:
                continue
            stop = len(opening.span) > 1 and article.text[opening.span.end - 1] == "."
            span = Span(opening.span.start, opening.span.end - stop)
            found.append((Title(_flat(span.of(article.text)), article.id, span), 1.0 / (1 + 0.3 * opening.rank)))
    if article.title and not any(opening.kind is BlockKind.TITLE for opening in openings(account)):
        found.append((Title(_flat(article.title), article.id, _likest(account)), _TITLE))
    return found


def _likest(account: Account) -> Span | None:
    """The first sentence that shares most words with the article's own title."""
    title = frozenset(terms(account.article.title or ""))
    return max(
        (opening.span for opening in openings(account) if opening.kind is BlockKind.LEAD),
        key=lambda span: (len(title & frozenset(terms(span.of(account.article.text)))), -span.start),
        default=None,
    )


def _parts(opening: Opening, text: str) -> list[Span]:
    """A title, and what stands before its semicolon, colon or dash where that is a clause of some length."""
    words = opening.span.of(text)
    found = [opening.span]
    for match in re.finditer(r"\s*(?:;|:|\s[-–—|]\s)", words):
        if len(words[: match.start()].split()) >= 5:
            found.append(Span(opening.span.start, opening.span.start + match.start()))
    return found


def _flat(text: str) -> str:
    return " ".join(text.split())
