"""group: articles → placements, each with its score and its reason in words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import batched

import numpy as np
from numpy.typing import NDArray

from synoptic.ports import Encoder
from synoptic.records.article import Article
from synoptic.records.judgements import Judgement
from synoptic.records.links import Placement
from synoptic.stages.cluster.placed import Fit, Placed
from synoptic.stages.cluster.profiles import lead_of
from synoptic.stages.cluster.refine import refine
from synoptic.stages.cluster.scale import WITHOUT_ENCODER, Scale, shipped_scale
from synoptic.stages.cluster.signals import Signal
from synoptic.stages.cluster.stories import Stream

# Articles encoded at once: bounds memory.
_BATCH = 32
# Articles up to which a collection is small: measured on collections of 2 to 8 and of 20 articles.
SMALL = 30
# Two stories whose fits are nearer to each other than this are told as a near tie; so is a fit that misses what is
# asked for by less. Not tuned: twice the margin that moves an article.
NEAR = 0.1

_WORDS = {
    Signal.TEXT: "the words of the whole text",
    Signal.TITLE: "the title",
    Signal.TITLE_IN_TEXT: "the title's words in the other's text",
    Signal.LEAD_IN_TEXT: "the lead's words in the other's text",
    Signal.DENSE: "the meaning of the lead",
}


def group(articles: Sequence[Article], encoder: Encoder | None) -> tuple[Placement, ...]:
    """The story of each article, in order of arrival; stories are numbered from s1 in the order in which they opened.

    An article is placed when it arrives; a few are moved when later ones show a better place, which their reason says.
    Without an encoder words alone are compared.
    """
    return run(open_stream(encoder, len(articles)), articles, encoder).placements


def open_stream(encoder: Encoder | None, articles: int | None = None) -> Stream:
    """An empty stream with the scale of this encoder; `articles`: how many will come in all, where that is known.

    In a small collection hardly anything is near by chance, so being like one account is nearly enough; the first
    articles of a long stream must not be taken for one (stories B³ F1 .954, chained up to 60 articles .940).
    """
    stream = Stream(shipped_scale(encoder.model if encoder else WITHOUT_ENCODER))
    stream.chained = articles is not None and articles <= SMALL
    return stream


@dataclass(frozen=True, slots=True)
class Run:
    """What one run of a stream gives.

    The placements of the articles that came, in their order; those of articles of earlier runs whose story has changed
    meanwhile; the articles that judgements name and nobody knows; the stream.
    """

    placements: tuple[Placement, ...]
    revised: tuple[Placement, ...]
    unknown: tuple[str, ...]
    stream: Stream


def run(
    stream: Stream,
    articles: Sequence[Article],
    encoder: Encoder | None,
    judgements: Sequence[Judgement] = (),
    refined: bool = False,
) -> Run:
    """Let articles arrive in a stream, which may hold those of earlier runs; with `refined` look at all again then."""
    earlier = {placed.id: told(placed, stream).story for placed in stream.placed.values()}
    stream.judge([judgement for judgement in judgements if judgement not in stream.judged.judgements])
    found = feed(stream, articles, encoder)
    if refined:
        refine(stream)
        found |= feed(stream, (), encoder)
    came = {article.id for article in articles}
    revised = [found[id] for id, story in earlier.items() if id not in came and found[id].story != story]
    unknown = sorted(stream.judged.named - found.keys()) if judgements else []
    return Run(tuple(found[article.id] for article in articles), tuple(revised), tuple(unknown), stream)


def feed(stream: Stream, articles: Iterable[Article], encoder: Encoder | None) -> dict[str, Placement]:
    """Let articles arrive; gives where every one stands that is in the window afterwards or left it meanwhile."""
    settled: list[Placed] = []
    dense = encoder is not None and stream.scale.model == encoder.model
    for batch in batched(articles, _BATCH):
        rows = _encoded([lead_of(article) for article in batch], encoder) if encoder and dense else None
        stream.add(batch, rows)
        settled += stream.settled
        stream.settled.clear()
    there = (*settled, *stream.placed.values())
    return {placed.id: told(placed, stream) for placed in there}


def _encoded(texts: Sequence[str], encoder: Encoder) -> NDArray[np.float32]:
    """The encoder's rows; an empty text has a row of zeros."""
    rows = encoder.encode([text or " " for text in texts])
    return np.where(np.array([bool(text.strip()) for text in texts])[:, None], rows, np.float32(0.0))


def told(placed: Placed, stream: Stream) -> Placement:
    """Where an article stands, with the reason in words."""
    story = _name(stream, placed.group)
    fit = placed.fit
    moved = ""
    if placed.moved_from is not None and not placed.judged:
        moved = f"; moved here on a second look from {_name(stream, placed.moved_from)}"
    if placed.judged:
        return Placement(placed.id, story, 1.0, placed.judged)
    if fit is None:
        return Placement(placed.id, story, 1.0, f"nothing before it to compare with{moved}")
    if fit.group != placed.group or fit.score < stream.scale.join:
        return Placement(placed.id, story, 1.0 - fit.score, _apart(fit, stream) + moved)
    asked = f"at least {stream.scale.join:.2f} is asked for"
    reason = f"fits {story} with {fit.score:.2f} ({asked}), nearest to {placed.nearest}{_likeness(fit, stream.scale)}"
    return Placement(placed.id, story, fit.score, f"{reason}{_tie(placed, fit, stream)}{moved}")


def _apart(fit: Fit, stream: Stream) -> str:
    """Why an article opened a story of its own."""
    asked = f"{stream.scale.join:.2f} is asked for"
    tie = " (a near tie)" if stream.scale.join - fit.score < NEAR else ""
    return f"opens a story: the nearest, {_name(stream, fit.group)}, fits with {fit.score:.2f} only ({asked}){tie}"


def _tie(placed: Placed, fit: Fit, stream: Stream) -> str:
    """The runner-up, where it is hardly worse."""
    rival = placed.rival
    if rival is None or fit.score - rival.score >= NEAR:
        return ""
    return f"; a near tie with {_name(stream, rival.group)}, which fits with {rival.score:.2f}"


def _likeness(fit: Fit, scale: Scale) -> str:
    """What the article and its nearest one have in common, the strongest signals with their values."""
    strong = [signal for signal in scale.strongest(fit.likeness) if signal in _WORDS][:2] if fit.likeness else []
    return " by " + " and ".join(f"{_WORDS[s]} ({fit.likeness[s]:.2f})" for s in strong) if strong else ""


def _name(stream: Stream, group: int) -> str:
    return f"s{stream.story_of(group) + 1}"
