"""Plant reuse: pairs of invented articles into the second of which words of the first are copied, few or many.

Taken over: one to six sentences in a row, half of them edited (a word left out, another changed), with the target's own
text kept, cut down, or gone. Not taken over: one to four phrases of five to ten words, as stock phrases, names with
titles and pieces of one statement are common to independent reports. Where the one ends and the other begins follows
what lineage's reader saw: in pairs called `quotation` the longest phrase outside quotation marks has ten words.
"""

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from synoptic.records.article import MAIN, Article, Block, BlockKind
from synoptic.records.span import Span

_SENTENCE = re.compile(r"[^.!?\n]+[.!?][”\"»]?|[^.!?\n]+$", re.MULTILINE)
_MARKS = re.compile('[“”"«»„]')


@dataclass(frozen=True, slots=True)
class Planted:
    """Two articles, and whether the second took over text of the first."""

    one: Article
    other: Article
    taken: bool


def plant(stories: dict[str, list[Article]], draws: int, seed: int = 11) -> list[Planted]:
    """`draws` pairs of each sort for every story, from pairs of its articles in one language."""
    chance = random.Random(seed)
    found = []
    for name in sorted(stories):
        pairs = [
            (one, other) for one in stories[name] for other in stories[name]
            if one.id != other.id and one.language == other.language
        ]  # fmt: skip
        for _ in range(draws if pairs else 0):
            found.append(_taken(*chance.choice(pairs), chance))
            found.append(_phrases(*chance.choice(pairs), chance))
    return found


def sentences(article: Article) -> list[str]:
    """The sentences of the main text."""
    return [match.group().strip() for match in _SENTENCE.finditer(article.main_text) if match.group().strip()]


def _taken(one: Article, other: Article, chance: random.Random) -> Planted:
    given, own = sentences(one), sentences(other)
    count = min(len(given), chance.randint(1, 6))
    start = chance.randrange(len(given) - count + 1)
    part = [sentence for sentence in given[start : start + count] if not _MARKS.search(sentence)] or given[:2]
    part = [_edited(sentence, chance) if chance.random() < 0.5 else sentence for sentence in part]
    kept = own[: chance.choice((len(own), len(own), len(own) // 2, 0))]
    at = chance.randrange(len(kept) + 1)
    return Planted(one, _laid_out(other, kept[:at] + part + kept[at:]), True)


def _edited(sentence: str, chance: random.Random) -> str:
    words = sentence.split()
    if len(words) > 8:
        del words[chance.randrange(1, len(words) - 2)]
        words[chance.randrange(1, len(words) - 1)] = "indeed"
    return " ".join(words)


def _phrases(one: Article, other: Article, chance: random.Random) -> Planted:
    given, own = sentences(one), sentences(other)
    for _ in range(chance.randint(1, 4)):
        words = chance.choice(given).split()
        length = min(len(words), chance.randint(5, 10))
        start = chance.randrange(len(words) - length + 1)
        at = chance.randrange(len(own))
        host = own[at].split()
        place = chance.randrange(len(host) + 1)
        own[at] = " ".join([*host[:place], *words[start : start + length], *host[place:]])
    return Planted(one, _laid_out(other, own), False)


def _laid_out(article: Article, told: Sequence[str]) -> Article:
    """The article with other sentences."""
    text = "\n\n".join(told) or "-"
    return replace(article, id=article.id + "-planted", text=text, blocks=(Block(BlockKind.BODY, Span(0, len(text))),),
                   credits=())  # fmt: skip


assert BlockKind.BODY in MAIN
