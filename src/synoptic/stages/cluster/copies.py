"""Copies: near-duplicates and partial reuse, with the passages; shared quotations are told from shared prose."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from synoptic.language.direction import Direction, day_of, direct
from synoptic.language.terms import background, terms
from synoptic.records.article import Article
from synoptic.records.links import Link, LinkKind, Passage
from synoptic.records.span import Span
from synoptic.stages.cluster.reuse import Reuse, ReuseScale, measure, shipped_reuse_scale
from synoptic.stages.cluster.runs import Run, candidate_pairs, common_runs, grams
from synoptic.stages.cluster.wording import Lexicon, Wording, read_wording

# Days on which one outlet must print a 5-gram before it counts as furniture of its pages.
_FURNITURE_DAYS = 3
# Words used by more than this share of a language's articles are no content words.
_COMMON_SHARE = 0.2
# Words in quotation marks, in common runs, from which on a shared quotation is reported.
_QUOTED_WORDS = 8


@dataclass(frozen=True, slots=True)
class Printed:
    """An article with its words, and which of them are no furniture of its outlet's pages."""

    article: Article
    wording: Wording
    printed: NDArray[np.bool_]

    @property
    def own(self) -> NDArray[np.bool_]:
        """The words that are neither furniture nor quoted nor posted by someone else."""
        return self.printed & self.wording.own


def find_copies(articles: Sequence[Article]) -> tuple[Link, ...]:
    """Copy, partial and quotation links between articles, in the order of the articles.

    Unit: maximal common runs of at least 5 words outside quotation marks, embedded posts and page furniture.
    """
    scale = shipped_reuse_scale()
    links = (_link(one, other, reuse, runs, scale) for one, other, reuse, runs in candidates(articles))
    return tuple(link for link in links if link is not None)


def candidates(articles: Sequence[Article]) -> Iterator[tuple[Printed, Printed, Reuse, list[Run]]]:
    """The pairs with at least three common 5-grams, the earlier first, with what they have in common."""
    lexicon = Lexicon()
    wordings = [read_wording(article, lexicon) for article in articles]
    masks = _furniture(articles, wordings)
    read = [Printed(*parts) for parts in zip(articles, wordings, (~mask for mask in masks), strict=True)]
    content = _content_words(lexicon, {(article.language or "").split("-")[0] for article in articles})
    for first, second in candidate_pairs([grams(one.wording, one.printed)[0] for one in read]):
        one, other = read[first], read[second]
        runs = common_runs(one.wording, other.wording, (one.own, other.own))
        yield one, other, measure(one.wording, other.wording, runs, content), runs


def _furniture(articles: Sequence[Article], wordings: Sequence[Wording]) -> list[NDArray[np.bool_]]:
    """For each article the words of 5-grams that its outlet prints on three days or more."""
    masks = [np.zeros(len(wording), dtype=np.bool_) for wording in wordings]
    by_outlet: dict[str, list[int]] = defaultdict(list)
    for number, article in enumerate(articles):
        if article.outlet and day_of(article.published) is not None:
            by_outlet[article.outlet].append(number)
    for numbers in by_outlet.values():
        if len(numbers) < _FURNITURE_DAYS:
            continue
        days: dict[int, set[int]] = defaultdict(set)
        found = [grams(wordings[number], np.ones(len(wordings[number]), dtype=np.bool_)) for number in numbers]
        for number, (hashes, _) in zip(numbers, found, strict=True):
            day = int(day_of(articles[number].published) or 0.0)
            for hash_ in hashes.tolist():
                days[hash_].add(day)
        for number, (hashes, places) in zip(numbers, found, strict=True):
            mask = masks[number]
            for hash_, place in zip(hashes.tolist(), places.tolist(), strict=True):
                if len(days[hash_]) >= _FURNITURE_DAYS:
                    mask[place : place + 5] = True
    # An article that is nearly all "furniture" is one text printed again and again, which is reuse indeed.
    return [np.zeros_like(mask) if mask.size and mask.mean() > 0.5 else mask for mask in masks]


def _content_words(lexicon: Lexicon, languages: set[str]) -> NDArray[np.bool_]:
    """For each word number whether it is a content word: no number and not frequent in any of the languages."""
    tables = [background(language) for language in sorted(languages | {"en"} if "" in languages else languages)]
    forms = lexicon.forms()
    flags = np.ones(len(forms), dtype=np.bool_)
    for number, form in enumerate(forms):
        used = terms(form)
        flags[number] = form[0].isalpha() and not any(
            table.get(term, 0.0) > _COMMON_SHARE for term in used for table in tables
        )
    return flags


def _link(one: Printed, other: Printed, reuse: Reuse, runs: Sequence[Run], scale: ReuseScale) -> Link | None:
    """The link of one candidate pair, if there is one."""
    pair, wordings = (one.article, other.article), (one.wording, other.wording)
    score = scale.probability(reuse)
    if score >= scale.join:
        kind = LinkKind.COPY if reuse.share**2 >= scale.copy_share else LinkKind.PARTIAL
        return _joined(pair, kind, score, _passages(wordings, runs), _in_words(reuse, runs))
    shared = common_runs(*wordings, (one.printed, other.printed))
    spoken = [run for run in shared if not one.wording.own[run.one : run.one + run.length].all()]
    quoted = sum(int((~one.wording.own[run.one : run.one + run.length]).sum()) for run in spoken)
    if quoted >= _QUOTED_WORDS:
        reason = f"{quoted} quoted words in common, but of the prose only {sum(run.length for run in runs)}"
        return _joined(pair, LinkKind.QUOTATION, 1.0 - score, _passages(wordings, spoken), reason)
    return None


def _in_words(reuse: Reuse, runs: Sequence[Run]) -> str:
    """The measures in words."""
    return (
        f"{reuse.share**2:.0%} of the shorter text in {len(runs)} common runs, the longest of "
        f"{max(run.length for run in runs)} words; {reuse.content_words} content words in longer runs; "
        f"{reuse.order**2:.0%} in the same order"
    )


def _passages(wordings: tuple[Wording, Wording], runs: Sequence[Run]) -> list[tuple[Span, Span]]:
    """The spans of the runs in both texts."""
    return [
        (
            Span(int(wordings[0].starts[run.one]), int(wordings[0].ends[run.one + run.length - 1])),
            Span(int(wordings[1].starts[run.other]), int(wordings[1].ends[run.other + run.length - 1])),
        )
        for run in runs
    ]


def _joined(
    pair: tuple[Article, Article], kind: LinkKind, score: float, spans: Sequence[tuple[Span, Span]], reason: str
) -> Link:
    """A link in the direction that the evidence gives."""
    way = direct(*pair) if kind is not LinkKind.QUOTATION else Direction(False, False, "")
    source, target = (pair[1], pair[0]) if way.reverse else pair
    passages = tuple(Passage(there, here) if way.reverse else Passage(here, there) for here, there in spans)
    words = "; ".join(filter(None, (reason, way.reason)))
    return Link(source.id, target.id, kind, way.directed, score, passages, words)
