"""group: articles → placements, each with its score and its reason in words."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from synoptic.language.terms import Frequencies
from synoptic.ports import Encoder
from synoptic.records.article import Article
from synoptic.records.links import Placement
from synoptic.stages.cluster.profiles import Profile, lead_of, profile
from synoptic.stages.cluster.scale import Scale, shipped_scale
from synoptic.stages.cluster.stories import Fit, Stream

# Articles encoded at once: bounds memory.
_BATCH = 32

_WORDS = {
    "text": "the words of the whole text",
    "title": "the title",
    "title_in_text": "the title's words in the other's text",
    "lead_in_text": "the lead's words in the other's text",
    "dense": "the meaning of the lead",
}


def group(articles: Sequence[Article], encoder: Encoder) -> tuple[Placement, ...]:
    """The story of each article, in order of arrival; stories are numbered from s1 by their first article.

    An article is placed when it arrives; a few are moved when later ones show a better place, which their reason says.
    """
    scale = shipped_scale()
    stream = Stream(scale)
    for arrived in profiles(articles, encoder):
        stream.add(arrived)
    names: dict[int, str] = {}
    for story in stream.story_of:
        names.setdefault(story, f"s{len(names) + 1}")
    return tuple(_placement(articles, number, stream, names, scale) for number in range(len(articles)))


def profiles(articles: Sequence[Article], encoder: Encoder) -> Iterator[Profile]:
    """The profile of each article, weighed with the terms of those that came before."""
    frequencies: dict[str, Frequencies] = {}
    for start in range(0, len(articles), _BATCH):
        batch = articles[start : start + _BATCH]
        rows = _encoded([lead_of(article) for article in batch], encoder)
        for article, row in zip(batch, rows, strict=True):
            language = (article.language or "").split("-")[0]
            yield profile(article, row, frequencies.setdefault(language, Frequencies(language)))


def _encoded(texts: Sequence[str], encoder: Encoder) -> NDArray[np.float32]:
    """The encoder's rows; an empty text has a row of zeros."""
    rows = encoder.encode([text or " " for text in texts])
    return np.where(np.array([bool(text.strip()) for text in texts])[:, None], rows, np.float32(0.0))


def _placement(
    articles: Sequence[Article], number: int, stream: Stream, names: dict[int, str], scale: Scale
) -> Placement:
    """The placement of one article with its reason."""
    story = stream.story_of[number]
    fit = stream.fits[number]
    name = names[story]
    moved = (
        f"; moved here on a second look from {_named(stream.moved_from, number, names)}"
        if number in stream.moved_from
        else ""
    )
    if fit is None:
        return Placement(articles[number].id, name, 1.0, f"nothing before it to compare with{moved}")
    if fit.story != story or fit.score < scale.join:
        return Placement(articles[number].id, name, 1.0 - fit.score, _apart(articles, fit, names, scale) + moved)
    asked = f"at least {scale.join:.2f} is asked for"
    reason = f"fits {name} with {fit.score:.2f} ({asked}), nearest to {articles[fit.nearest].name}"
    return Placement(articles[number].id, name, fit.score, f"{reason}{_likeness(stream, number, fit, scale)}{moved}")


def _apart(articles: Sequence[Article], fit: Fit, names: dict[int, str], scale: Scale) -> str:
    """Why an article opened a story of its own."""
    told = names.get(fit.story, "a story that is no more")
    return f"opens a story: the nearest, {told}, fits with {fit.score:.2f} only ({scale.join:.2f} is asked for)"


def _likeness(stream: Stream, number: int, fit: Fit, scale: Scale) -> str:
    """What the article and its nearest one have in common, the strongest signals with their values."""
    if fit.nearest == number or not (stream.known(number) and stream.known(fit.nearest)):
        return ""
    signals = stream.signals(number, fit.nearest)
    strong = [name for name in scale.strongest(signals) if name in _WORDS][:2]
    return " by " + " and ".join(f"{_WORDS[name]} ({getattr(signals, name):.2f})" for name in strong) if strong else ""


def _named(moves: dict[int, int], number: int, names: dict[int, str]) -> str:
    return names.get(moves[number], "a story that is no more")
