"""The figures of the project's own gold: `compare` over the invented stories, together and one by one, measured."""

from dataclasses import dataclass
from itertools import chain

from evals.compared import compared
from evals.invented import GoldStory, stories
from evals.measures import claim_pairs, f1, gold_pairs, pairs_within
from synoptic.records.links import DEPENDENCE
from synoptic.records.stages import Synopsis


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure."""

    name: str
    value: float


def figures() -> tuple[Figure, ...]:
    """Grouping and dependence over all invented stories told at once; claims and briefs story by story."""
    gold = stories()
    together = _compared(gold)
    grouped = f1(
        pairs_within(story.story.articles for story in together.stories),
        pairs_within([row["id"] for row in story.articles] for story in gold),
    )
    links = chain.from_iterable(story.alignment.links for story in together.stories)
    dependent: set[frozenset[object]] = {
        frozenset((link.source, link.target)) for link in links if link.kind in DEPENDENCE
    }
    alone = [_compared((story,), one_story=True) for story in gold]
    sentences = [sentence for story in gold for sentence in story.sentences]
    claims = [claim for synopsis in alone for story in synopsis.stories for claim in story.findings.claims]
    return (
        Figure("grouping_pair_f1", grouped),
        Figure("dependence_f1", f1(dependent, {frozenset(pair) for story in gold for pair in story.dependent})),
        Figure("claims_pair_f1", f1(claim_pairs(claims, sentences), gold_pairs(sentences))),
        Figure("brief_sentences_cited", sum(map(_cited, alone)) / len(alone)),
    )


def _compared(gold: tuple[GoldStory, ...], *, one_story: bool = False) -> Synopsis:
    return compared((row for story in gold for row in story.articles), one_story=one_story)


def _cited(synopsis: Synopsis) -> float:
    """Share of printed brief sentences whose every citation lies inside its article."""
    length = {article.id: len(article.text) for article in synopsis.articles}
    printed = [sentence for story in synopsis.stories for sentence in story.brief.sentences]
    good = sum(
        bool(sentence.citations) and all(cited.span.end <= length[cited.article] for cited in sentence.citations)
        for sentence in printed
    )
    return good / len(printed) if printed else 0.0
