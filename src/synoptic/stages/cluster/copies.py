"""Copies: near-duplicates and partial reuse, with the passages; shared quotations are told from shared prose."""

from collections import defaultdict
from collections.abc import Sequence

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


def find_copies(articles: Sequence[Article]) -> tuple[Link, ...]:
    """Copy, partial and quotation links between articles, in the order of the articles.

    Unit: maximal common runs of at least 5 words outside quotation marks, embedded posts and page furniture.
    """
    lexicon = Lexicon()
    wordings = [read_wording(article, lexicon) for article in articles]
    printed = [~mask for mask in _furniture(articles, wordings)]
    content = _content_words(lexicon, {(article.language or "").split("-")[0] for article in articles})
    scale = shipped_reuse_scale()
    found = [grams(wording, mask)[0] for wording, mask in zip(wordings, printed, strict=True)]
    links = []
    for first, second in candidate_pairs(found):
        pair = (wordings[first], wordings[second])
        masks = (printed[first], printed[second])
        link = _link((articles[first], articles[second]), pair, masks, content, scale)
        if link is not None:
            links.append(link)
    return tuple(links)


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


def _link(
    pair: tuple[Article, Article],
    wordings: tuple[Wording, Wording],
    printed: tuple[NDArray[np.bool_], NDArray[np.bool_]],
    content: NDArray[np.bool_],
    scale: ReuseScale,
) -> Link | None:
    """The link of one candidate pair, if there is one."""
    own = (printed[0] & wordings[0].own, printed[1] & wordings[1].own)
    runs = common_runs(*wordings, own)
    reuse = measure(*wordings, runs, content)
    score = scale.probability(reuse)
    if score >= 0.5:
        kind = LinkKind.COPY if reuse.share**2 >= scale.copy_share else LinkKind.PARTIAL
        return _joined(pair, kind, score, _passages(wordings, runs), _in_words(reuse, runs))
    shared = common_runs(*wordings, printed)
    quoted = sum(int((~wordings[0].own[run.one : run.one + run.length]).sum()) for run in shared)
    if quoted >= _QUOTED_WORDS:
        spoken = [run for run in shared if not wordings[0].own[run.one : run.one + run.length].all()]
        passages = _passages(wordings, spoken)
        reason = f"{quoted} quoted words in common, but of the prose only {sum(run.length for run in runs)}"
        return _joined(pair, LinkKind.QUOTATION, 1.0 - score, passages, reason)
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
