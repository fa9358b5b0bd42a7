"""Elsewhere: whether an article holds most words of a sentence though no member of the claim stands in it.

Alignment misses what is told freely, so "only" is printed of what no other article seems to tell.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from synoptic.stages.write.words import STEM, key_of, needed, words_of

MOST = 0.4
"""Share, by weight, of a sentence's content words in two sentences of another article from which it may tell the same.
Set by reading briefs of invented stories and of data/claims."""


class Elsewhere:
    """The words of all sentences of a story by article; the index is built when it is first asked."""

    __slots__ = ("_homes", "_postings", "_sentences", "_uses")

    def __init__(self, sentences: Mapping[str, Sequence[str]], homes: Mapping[str, str]) -> None:
        """`sentences` by article; `homes` the origin of each."""
        self._sentences = sentences
        self._homes = homes
        self._uses: dict[str, float] = {}
        self._postings: dict[str, list[tuple[str, int]]] = {}

    def holders(self, text: str) -> frozenset[str]:
        """The articles of which two sentences in a row hold most of the text's content words."""
        if not self._postings:
            self._build()
        wanted = needed(f"that {text}")
        total = sum(word.weight for word in wanted)
        held: dict[tuple[str, int], float] = defaultdict(float)
        for word in wanted:
            places = {place for key in _keys(word.key) for place in self._postings.get(key, ())}
            for place in {(article, number + step) for article, number in places for step in (0, 1)}:
                held[place] += word.weight
        return frozenset(article for (article, _), share in held.items() if share >= MOST * total)

    def unheld(self, text: str, own: Collection[str]) -> float:
        """The share, by weight, of the text's content words that stand in no article but its `own`; none of none."""
        if not self._postings:
            self._build()
        wanted = needed(f"that {text}")
        new = (
            word.weight
            for word in wanted
            if all(article in own for key in _keys(word.key) for article, _ in self._postings.get(key, ()))
        )
        return sum(new) / (sum(word.weight for word in wanted) or 1.0)

    def spread(self, text: str) -> float:
        """The share of the origins that use a content word of the text: the mean over its words, by weight."""
        if not self._postings:
            self._build()
        wanted = needed(f"that {text}")
        return sum(word.weight * self._use(word.key) for word in wanted) / (sum(word.weight for word in wanted) or 1.0)

    def _use(self, key: str) -> float:
        """The share of the origins that use a word or a form of its stem."""
        if key not in self._uses:
            places = (place for form in _keys(key) for place in self._postings.get(form, ()))
            users = {self._homes.get(article, article) for article, _ in places}
            every = {self._homes.get(article, article) for article in self._sentences}
            self._uses[key] = len(users) / max(1, len(every))
        return self._uses[key]

    def _build(self) -> None:
        for article, sentences in self._sentences.items():
            for number, sentence in enumerate(sentences):
                for key in {key for word in words_of(sentence) for key in _keys(key_of(word))}:
                    self._postings.setdefault(key, []).append((article, number))


def _keys(key: str) -> Iterator[str]:
    """The keys under which a word is found: itself, and its stem where it has one and is no number."""
    yield key
    if len(key) >= STEM and not key[0].isdigit():
        yield f"{key[:STEM]}~"
