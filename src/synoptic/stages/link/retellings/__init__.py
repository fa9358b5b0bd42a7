"""Retellings: the same statements in the same order in other words.

Two reports of one event share facts. Two retellings of one text share the order of its statements too, more than the
same sentences in a chance order would, and they share most of the shorter text.
"""

from collections.abc import Mapping, Sequence

from synoptic.language.direction import direct
from synoptic.ports import Encoder
from synoptic.records.article import Article
from synoptic.records.links import DEPENDENCE, Link, LinkKind, Passage
from synoptic.records.span import Span
from synoptic.stages.link.retellings.narration import Narration, likeness, narrate
from synoptic.stages.link.retellings.order import Order, aligned, measure, promising
from synoptic.stages.link.retellings.scale import shipped_scale

# Sentences of the shorter text: with fewer, an order cannot be told from chance (4! = 24 orders).
_LEAST_SENTENCES = 5
# Share of the shorter text in verbatim passages from which on they explain the dependence by themselves.
_VERBATIM_SHARE = 0.3


def find_retellings(articles: Sequence[Article], links: Sequence[Link], encoder: Encoder) -> tuple[Link, ...]:
    """Retelling links between articles of one story, in the order of the articles.

    Pairs that verbatim links explain are left out: copies, and partial links over a good part of the shorter text. A
    pair of which only some stretches are verbatim may well be one text retold (or translated) twice.
    """
    texts = {article.id: len(article.main_text) for article in articles}
    joined = {frozenset((link.source, link.target)) for link in links if _explains(link, texts)}
    narrations = narrate(articles, encoder)
    found = []
    for first in range(len(articles)):
        for second in range(first + 1, len(articles)):
            pair = (narrations[first], narrations[second])
            if min(len(part) for part in pair) < _LEAST_SENTENCES:
                continue
            if frozenset((articles[first].id, articles[second].id)) not in joined:
                link = _link((articles[first], articles[second]), pair)
                found.extend([link] if link else [])
    return tuple(found)


def _explains(link: Link, texts: Mapping[str, int]) -> bool:
    """Whether a verbatim link leaves nothing for a retelling to explain; `texts` are the lengths of the main texts."""
    if link.kind not in DEPENDENCE or not {link.source, link.target} <= texts.keys():
        return False
    verbatim = sum(len(passage.source) for passage in link.passages)
    return link.kind is LinkKind.COPY or verbatim >= _VERBATIM_SHARE * min(texts[link.source], texts[link.target])


def _link(articles: tuple[Article, Article], pair: tuple[Narration, Narration]) -> Link | None:
    """The retelling link of two articles, if they are one."""
    scale = shipped_scale()
    alike = likeness(*pair)
    if not promising(alike, scale):
        return None
    order = measure(alike, scale)
    score = scale.probability(order)
    if score < scale.join:
        return None
    spans = [
        (pair[0].sentences[one], pair[1].sentences[other])
        for one, other in aligned(alike, scale.least)
        if alike[one, other] >= scale.shown
    ]
    return _joined(articles, spans, score, order)


def _joined(articles: tuple[Article, Article], spans: Sequence[tuple[Span, Span]], score: float, order: Order) -> Link:
    """The link with its direction (from credits alone: both may go back to a third text) and its reason."""
    way = direct(*articles, by_time=False)
    source, target = (articles[1], articles[0]) if way.reverse else articles
    passages = tuple(Passage(there, here) if way.reverse else Passage(here, there) for here, there in spans)
    reason = (
        f"{order.in_order} of {order.sentences} sentences of the shorter text are told in the same order; likeness in "
        f"order {order.likeness:.2f} a sentence, in a chance order {order.chance:.2f} ({order.deviations:.1f} standard "
        f"deviations); {way.reason}"
    )
    return Link(source.id, target.id, LinkKind.RETELLING, way.directed, score, passages, reason)
