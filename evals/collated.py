"""Planted quotations: whether a quotation that one more article prints is found, and what is changed in it told.

    python -m evals.collated --data ../shared/data [--set invented] [--stories 24] [--seed 5] [--show]

To each story comes one short article of its own, which prints a direct quotation of the story once more with one thing
changed (evals/quoting.py). `grouped`: the two stand in one utterance. `found`: the change is told, in its kind and its
very words (of those grouped). `more`: departures told beside it, a case. `strangers`: members that came into the group
with the twin and do not belong there, a case.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np
from numpy.typing import NDArray

from evals.planted import gold_stories, read
from evals.quoting import PRINTERS, Twin
from synoptic import compose
from synoptic.language.tokens import tokenize
from synoptic.ports import Encoder
from synoptic.records.annotation import Account, Quote, QuoteForm
from synoptic.records.article import RawArticle
from synoptic.records.collation import VariationKind
from synoptic.records.links import EntityLinking, QuoteGroup
from synoptic.records.span import Span
from synoptic.stages.clean import clean_article
from synoptic.stages.extract import annotate_one, parse_articles
from synoptic.stages.link.entities import link_entities
from synoptic.stages.link.quotes import group_quotes

_EDGES = "".join(sorted({"“", "”", '"', "'", "‘", "’", ",", " "}))
_FEWEST, _MOST = 9, 60
"""Words of a quotation that is printed once more."""


class Remembering:
    """An encoder that keeps what it made."""

    def __init__(self, encoder: Encoder) -> None:
        self.model, self._encoder = encoder.model, encoder
        self._known: dict[str, NDArray[np.float32]] = {}

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """As the port says."""
        new = sorted({text for text in texts if text not in self._known})
        self._known |= dict(zip(new, self._encoder.encode(new), strict=True))
        return np.stack([self._known[text] for text in texts]) if texts else self._encoder.encode(texts)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one twin."""

    grouped: bool
    found: bool
    more: int
    strangers: int


def main() -> int:
    """Prints one line a kind, then all together."""
    given = _arguments()
    told: dict[str, list[Outcome]] = {}
    encoder = Remembering(compose.models().encoder)
    for gold, _, _ in gold_stories(Path(given.data), [given.set], given.stories):
        accounts = read(gold)
        linking = link_entities(accounts)
        before = group_quotes(accounts, linking, encoder)
        for kind, printer in PRINTERS.items():
            chance = Random(f"{given.seed} {gold.name} {kind}")
            quotes = list(_quotations(accounts, linking))
            chance.shuffle(quotes)
            for account, quote, speaker in quotes:
                words = _bare(quote.content[0].of(account.article.text))
                twin = printer(words, speaker, chance)
                if twin is not None:
                    outcome = _tried((account, quote), twin, accounts, before, encoder)
                    told.setdefault(kind, []).append(outcome)
                    if given.show and (not outcome.grouped or not outcome.found or outcome.more):
                        print(f"{kind} {outcome}\n    {words!r}\n    {twin.paragraph!r}")
                    break
    for kind, rows in told.items():
        print(_line(kind, rows))
    print(_line("all", [row for rows in told.values() for row in rows]))
    return 0


def _line(kind: str, rows: Sequence[Outcome]) -> str:
    grouped = [row for row in rows if row.grouped]
    return (
        f"{kind:12} {len(rows):4}  grouped {len(grouped) / len(rows):.2f}  "
        f"found {sum(row.found for row in grouped) / max(1, len(grouped)):.2f}  "
        f"more {sum(row.more for row in grouped) / max(1, len(grouped)):.2f}  "
        f"strangers {sum(row.strangers for row in rows) / len(rows):.2f}"
    )


def _quotations(accounts: Sequence[Account], linking: EntityLinking) -> Iterator[tuple[Account, Quote, str]]:
    """The direct quotations of named speakers in English, with the fullest name of the speaker."""
    names = {entity.id: entity.name for entity in linking.entities}
    for account in accounts:
        if not (account.article.language or "en").startswith("en"):
            continue
        for quote in account.annotation.quotes:
            name = names.get(linking.ids.get((account.article.id, quote.entity or ""), ""), "")
            words = _bare(quote.content[0].of(account.article.text))
            fits = quote.form is QuoteForm.DIRECT and len(quote.content) == 1 and " " in name and name[0].isupper()
            if fits and _FEWEST <= len(words.split()) <= _MOST and not set('“”"') & set(words):
                yield account, quote, name


def _bare(words: str) -> str:
    return words.strip(_EDGES)


def _tried(
    source: tuple[Account, Quote],
    twin: Twin,
    accounts: Sequence[Account],
    before: Sequence[QuoteGroup],
    encoder: Encoder,
) -> Outcome:
    account, quote = source
    more = _article(f"Talks in the town hall went on for hours.\n{twin.paragraph}\nThe hall was closed at nine.")
    whole = (*accounts, more)
    groups = group_quotes(whole, link_entities(whole), encoder)
    first, second = (_group_of(groups, account.article.id, quote.content[0]), _group_of(groups, "twin", None))
    if first is None or second is None or first.id != second.id:
        return Outcome(False, False, 0, 0)
    mine = next(number for number, member in enumerate(first.members) if member.article == "twin")
    theirs = next(number for number, member in enumerate(first.members) if member.article == account.article.id)
    known = _group_of(before, account.article.id, quote.content[0])
    articles = {member.article for member in known.members} if known else set()
    strangers = sum(member.article not in articles | {"twin"} for member in first.members)
    return Outcome(True, *_told(twin, first, (mine, theirs), {a.article.id: a.article.text for a in whole}), strangers)


def _article(text: str) -> Account:
    models = compose.models()
    raw = RawArticle("twin.txt", text, id="twin", outlet="The Twin", published="2024-05-06", language="en")
    article = clean_article(raw, models.pages, models.languages)
    (parse,) = parse_articles([article], models.tagger)
    return Account(article, annotate_one(article, parse, None))


def _group_of(groups: Sequence[QuoteGroup], article: str, part: Span | None) -> QuoteGroup | None:
    """The group that holds the part of an article; of the twin the one with the most of it."""
    found = [
        (sum(map(len, member.content)), group)
        for group in groups
        for member in group.members
        if member.article == article and (part is None or any(part.overlap(each) for each in member.content))
    ]
    return max(found, key=lambda row: (row[0], row[1].id))[1] if found else None


def _told(twin: Twin, group: QuoteGroup, pair: tuple[int, int], texts: dict[str, str]) -> tuple[bool, int]:
    """Whether what was planted is told, and how many departures beside it.

    The two are compared by the columns: where neither is the base, each departs from it in its own way.
    """
    mine, theirs = pair
    member = group.members[mine]
    if group.base == mine:
        mine, theirs = theirs, mine
    places = [place for place in group.apparatus if place.member == mine and place.kind not in twin.formal]
    swapped = mine != pair[0]
    right = 0
    for place in places:
        sides = [
            _letters(" ".join(span.of(texts[group.members[who].article]) for span in spans))
            for who, spans in ((place.against, place.base), (place.member, place.words))
        ]
        base, words = sides[::-1] if swapped else sides
        marked = bool(place.mark or place.base_mark)
        kinds = {_MIRRORED.get(kind, kind) if swapped else kind for kind in twin.kinds}
        right += place.kind in kinds and (base, words, marked) == (
            _letters(twin.base), _letters(twin.words), twin.marked
        )  # fmt: skip
    found = right > 0 if twin.kinds else True
    found = found and (not twin.stance or member.stance == twin.stance)
    found = found and (not twin.speaker or member.entity != group.members[theirs].entity)
    return found, len(places) - min(1, right)


_MIRRORED = {
    VariationKind.OMITTED: VariationKind.ADDED,
    VariationKind.ADDED: VariationKind.OMITTED,
}
"""What a departure is where the twin is the base."""


def _letters(words: str) -> str:
    return " ".join(span.of(words).casefold() for span in tokenize(words) if words[span.start].isalnum())


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True, help="folder of sets")
    parser.add_argument("--set", default="invented", help="set of stories")
    parser.add_argument("--stories", type=int, default=24, help="stories, evenly spread")
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--show", action="store_true", help="print what went wrong")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
