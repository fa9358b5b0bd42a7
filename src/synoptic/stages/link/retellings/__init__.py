"""Retellings: the same statements in the same order, or the same selection of them, in other words.

Two reports of one event share facts. Two retellings of one text share the order of its statements too, more than the
same sentences in a chance order would, they share most of the shorter text, and things that no other account has.
"""

from collections.abc import Mapping, Sequence
from itertools import combinations

from synoptic.language.direction import direct, provenance
from synoptic.ports import Encoder
from synoptic.records.article import Article
from synoptic.records.links import DEPENDENCE, Link, LinkKind, Passage
from synoptic.records.span import Span
from synoptic.stages.link.retellings.beside import NOTHING, OTHERS, Accounts, Shared
from synoptic.stages.link.retellings.narration import narrate
from synoptic.stages.link.retellings.nearby import pairs_of
from synoptic.stages.link.retellings.order import Order, aligned, measure, unshuffled
from synoptic.stages.link.retellings.scale import shipped_scale

# Sentences of the shorter text: with fewer, an order cannot be told from chance (4! = 24 orders).
_LEAST_SENTENCES = 5
# Share of the shorter text in verbatim passages from which on they explain the dependence by themselves.
_VERBATIM_SHARE = 0.3
# Rounds over the pairs; after the second hardly any is found.
_ROUNDS = 3


def find_retellings(articles: Sequence[Article], links: Sequence[Link], encoder: Encoder) -> tuple[Link, ...]:
    """Retelling links between articles of one story, in the order of the articles.

    Pairs that verbatim links explain are left out: copies, and partial links over a good part of the shorter text. A
    pair of which only some stretches are verbatim may well be one text retold (or translated) twice. A pair is seen
    beside the accounts likest to it that depend on neither; so those found are looked at once more when all links are
    known, and pairs that miss by little may then be found. In a story of hundreds, of each account only those nearest
    to it are looked at that no verbatim link joins to it (see `nearby`).
    """
    texts = {article.id: len(article.main_text) for article in articles}
    explained = {frozenset((link.source, link.target)) for link in links if _explains(link, texts)}
    if all(frozenset((one.id, other.id)) in explained for one, other in combinations(articles, 2)):
        return ()
    numbers = {article.id: number for number, article in enumerate(articles)}
    kin: list[set[int]] = [{number} for number in range(len(articles))]
    for link in links:
        if link.kind in DEPENDENCE and link.source in numbers and link.target in numbers:
            _relate(kin, numbers[link.source], numbers[link.target])
    narrations = narrate(articles, encoder)
    known = pairs_of(narrations, kin)
    left = [
        (first, second)
        for first, second in known
        if min(len(narrations[first]), len(narrations[second])) >= _LEAST_SENTENCES
        and frozenset((articles[first].id, articles[second].id)) not in explained
    ]
    accounts = Accounts(articles, narrations, known)
    found: dict[tuple[int, int], Link] = {}
    seen: dict[tuple[int, int], tuple[int, ...]] = {}
    for _ in range(_ROUNDS):
        beside = {(one, other): accounts.likest(one, other, kin[one] | kin[other]) for one, other in left}
        # Beside the same accounts as before a pair is judged as before.
        asked = {pair: others for pair, others in beside.items() if seen.get(pair) != others}
        seen |= asked
        new = {pair: made for pair, others in asked.items() if (made := _link(accounts, pair, others))}
        for first, second in new:
            _relate(kin, first, second)
        left = [(one, other) for one, other in left if (one, other) not in new and len(kin[one] | kin[other]) > 2]
        found |= new
        if not new:
            break
    return tuple(found[pair] for pair in sorted(found))


def _relate(kin: Sequence[set[int]], one: int, other: int) -> None:
    """Note that two accounts depend on each other."""
    kin[one].add(other)
    kin[other].add(one)


def _explains(link: Link, texts: Mapping[str, int]) -> bool:
    """Whether a verbatim link leaves nothing for a retelling to explain; `texts` are the lengths of the main texts."""
    if link.kind not in DEPENDENCE or not {link.source, link.target} <= texts.keys():
        return False
    verbatim = sum(len(passage.source) for passage in link.passages)
    return link.kind is LinkKind.COPY or verbatim >= _VERBATIM_SHARE * min(texts[link.source], texts[link.target])


def _link(accounts: Accounts, pair: tuple[int, int], others: Sequence[int]) -> Link | None:
    """The retelling link of two accounts, if they are one, seen beside `others`."""
    scale = shipped_scale()
    weights = scale.beside if len(others) == OTHERS else scale.alone
    shared = accounts.shared(*pair, others, scale.near)
    alike = accounts.alike(*pair)
    if weights.probability(unshuffled(alike, scale), shared) < weights.join:
        return None
    order = measure(alike, scale)
    score = weights.probability(order, shared)
    if score < weights.join:
        return None
    here, there = (accounts.narrations[number].sentences for number in pair)
    spans = [
        (here[one], there[other]) for one, other in aligned(alike, scale.least) if alike[one, other] >= scale.shown
    ]
    reason = _reason(order, shared if weights is scale.beside else NOTHING)
    return _joined((accounts.articles[pair[0]], accounts.articles[pair[1]]), spans, score, reason)


def _reason(order: Order, shared: Shared) -> str:
    """What speaks for the link, in words."""
    told = (
        f"{order.in_order} of {order.sentences} sentences of the shorter text are told in the same order; likeness in "
        f"order {order.likeness:.2f} a sentence, in a chance order {order.chance:.2f} ({order.deviations:.1f} standard "
        f"deviations)"
    )
    if shared.rare:
        told += f"; {100 * shared.rare:.0f} % of the words of the one stand in the other and in no account like them"
    return f"{told}; the one names the other's outlet" if shared.named else told


def _joined(articles: tuple[Article, Article], spans: Sequence[tuple[Span, Span]], score: float, reason: str) -> Link:
    """The link with its direction (from credits alone: both may go back to a third text)."""
    way = direct(provenance(articles[0]), provenance(articles[1]), by_time=False)
    source, target = (articles[1], articles[0]) if way.reverse else articles
    passages = tuple(Passage(there, here) if way.reverse else Passage(here, there) for here, there in spans)
    return Link(source.id, target.id, LinkKind.RETELLING, way.directed, score, passages, f"{reason}; {way.reason}")
