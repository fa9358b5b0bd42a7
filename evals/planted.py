"""Planted conflicts: how many of the values that we change in one article come out as differences.

    python -m evals.planted --data ../shared/data [--sets claims,invented] [--seed 7] [--stories 20] [--alike 0.5]

In each story one number, date, name, place, verb (negated) or speaker of one article is changed, where the gold says
that a sentence of another article states the same fact with the same value, and the value belongs to that fact. The two
sentences share half of their other content words at least (`--alike 0` takes all: where the fact is told freely, a
changed value and another detail look the same). Only the changed article is read anew; then the story is linked and
weighed as always. Found is a difference of that kind which sets the changed sentence against another article and holds
the changed value; it must not be compatible, save for speakers, who may say the same thing.

Three figures a kind: of all planted, of those whose two sentences are still in one claim (`aligned`), and the false
alarms: differences that cannot be settled in the stories as they are, beyond those that the gold knows. Nothing of the
changed texts is kept.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Any

from evals.cleaned import cleaned
from evals.invented import GoldSentence, GoldStory, stories
from evals.planting import KINDS, Change, Spot, changes
from synoptic import compose
from synoptic.pipeline import STAGES
from synoptic.records.annotation import Account
from synoptic.records.article import RawArticle
from synoptic.records.findings import Claim, Difference, DifferenceKind
from synoptic.records.links import Story, StoryAlignment
from synoptic.records.span import Span
from synoptic.records.stages import Annotated, Collection, Grouping
from synoptic.stages.clean import clean_article
from synoptic.stages.extract import annotate_one, extract, parse_articles
from synoptic.stages.link.entities import link_entities
from synoptic.stages.weigh import weigh_story

_SHOWN = {kind: (DifferenceKind(kind),) for kind in KINDS} | {"name": (DifferenceKind.NAME, DifferenceKind.ATTRIBUTION)}
"""The kinds of difference in which a planted value may come out: the name of a speaker is told as attribution."""


@dataclass(frozen=True, slots=True)
class Planted:
    """A story with one changed article: where the changed sentence stands now, and its fellow in another article."""

    accounts: tuple[Account, ...]
    article: str
    sentence: Span
    other: str
    beside: Span
    change: Change


def main() -> int:
    """Prints one line a kind, then the false alarms."""
    given = _arguments()
    tried: Counter[str] = Counter()
    alarms = unknown = told = 0
    for gold, facts, row in gold_stories(Path(given.data), given.sets.split(","), given.stories):
        accounts = read(gold)
        conflicts = sum(not difference["compatible"] for difference in row["differences"])
        told += 1
        found = [d for c in weighed(accounts)[1] for d in c.differences if not d.compatible]
        alarms, unknown = alarms + len(found), unknown + max(0, len(found) - conflicts)
        for kind in KINDS:
            planted = plant((gold, facts), accounts, kind, Random(f"{given.seed} {gold.name} {kind}"), given.alike)
            if planted is not None:
                tried[kind] += 1
                tried.update(_outcome(planted, kind, show=given.show))
    for kind in KINDS:
        count, aligned, seen = tried[kind], tried[f"{kind} aligned"], tried[f"{kind} found"]
        print(
            f"{kind:12} planted {count:4}  found {seen / max(1, count):.2f}  "
            f"of {aligned} aligned {tried[f'{kind} found aligned'] / max(1, aligned):.2f}"
        )
    print(f"stories {told}, unsettled differences unedited {alarms / max(1, told):.2f} a story, ", end="")
    print(f"beyond the gold's {unknown / max(1, told):.2f}")
    return 0


def read(gold: GoldStory) -> tuple[Account, ...]:
    """The accounts of a story as the program reads them."""
    models = compose.models()
    articles = tuple(cleaned(row) for row in gold.articles)
    story = Story(gold.name, tuple(article.id for article in articles))
    annotated = extract(Grouping(Collection(articles), (story,), (), ()), models.tagger)
    (accounts,) = annotated.accounts_by_story()
    return accounts


def plant(
    known_of: tuple[GoldStory, Mapping[str, str]],
    accounts: Sequence[Account],
    kind: str,
    chance: Random,
    alike: float = 0.0,
) -> Planted | None:
    """The story with one value of a kind changed; None where no two accounts give the same one.

    `known_of` is the gold with the wording of its facts by id: the value must belong to a fact that both tell. `alike`
    is the least likeness of the two sentences, the changed words aside.
    """
    gold, facts = known_of
    linking = link_entities(accounts)
    known = {account.article.id: account for account in accounts}
    spots = [
        spot
        for one, other in _fellows(gold.sentences)
        if one.article in known and other.article in known
        for told in [" ".join(facts[fact] for fact in sorted(one.facts & other.facts))]
        for spot in [Spot(known[one.article], _span(one), known[other.article], _span(other), linking, told)]
        if all((a.article.language or "en").startswith("en") for a in (spot.account, spot.other))
    ]
    open_ = [
        (spot, change)
        for spot in spots
        for change in changes(kind, spot, chance)
        if spot.likeness(change.span) >= alike
    ]
    if not open_:
        return None
    spot, change = chance.choice(open_)
    text = spot.account.article.text
    more = len(change.words) - len(change.span)
    changed = _reread(spot.account, text[: change.span.start] + change.words + text[change.span.end :])
    kept = tuple(changed if a is spot.account else a for a in accounts)
    sentence = Span(spot.sentence.start, spot.sentence.end + more)
    return Planted(kept, changed.article.id, sentence, spot.other.article.id, spot.beside, change)


def found_in(planted: Planted, kind: str, claims: Sequence[Claim]) -> bool:
    """Whether a difference of the kind sets the changed sentence, with its new value, against another article."""
    return any(
        _tells(planted, kind, claim, difference)
        for claim in claims
        for difference in claim.differences
        if difference.kind in _SHOWN[kind]
        and (difference.kind is DifferenceKind.ATTRIBUTION or not difference.compatible)
    )


def _tells(planted: Planted, kind: str, claim: Claim, difference: Difference) -> bool:
    for side, value in zip(difference.members, difference.values, strict=True):
        members = [claim.members[index] for index in side]
        here = any(m.article == planted.article and m.span.overlap(planted.sentence) for m in members)
        if here and planted.change.told.casefold() in value.casefold():
            return True
    return False


def _outcome(planted: Planted, kind: str, *, show: bool) -> list[str]:
    alignment, claims = weighed(planted.accounts)
    aligned = any(
        any(m.article == planted.article and m.span.overlap(planted.sentence) for m in claim.members)
        and any(m.article == planted.other and m.span.overlap(planted.beside) for m in claim.members)
        for claim in alignment.claims
    )
    seen = found_in(planted, kind, claims)
    if show and not seen:
        text = {account.article.id: account.article.text for account in planted.accounts}
        print(f"missed {kind} {'aligned' if aligned else ''}: {planted.sentence.of(text[planted.article])!r}")
        print(f"    beside {planted.beside.of(text[planted.other])!r}")
    return [f"{kind} found"] * seen + [f"{kind} aligned"] * aligned + [f"{kind} found aligned"] * (seen and aligned)


def weighed(accounts: Sequence[Account]) -> tuple[StoryAlignment, tuple[Claim, ...]]:
    """The accounts linked and weighed as one story: its alignment, and its claims with their differences."""
    story = Story("planted", tuple(account.article.id for account in accounts))
    grouping = Grouping(Collection(tuple(account.article for account in accounts)), (story,), (), ())
    annotated = Annotated(grouping, tuple(account.annotation for account in accounts))
    link = next(stage for stage in STAGES if stage.name == "link")
    aligned = link.run(annotated, compose.models())
    (alignment,) = aligned.stories
    return alignment, weigh_story(alignment, accounts).claims


def _reread(account: Account, text: str) -> Account:
    """The account with another text; its date stays, since one changed word gives no other."""
    models, old = compose.models(), account.article
    raw = RawArticle(old.source, text, id=old.id, title=old.title, outlet=old.outlet, published=old.published)
    article = clean_article(replace(raw, language=old.language), models.pages, models.languages)
    (parse,) = parse_articles([article], models.tagger)
    return Account(article, annotate_one(article, parse, account.annotation.reference))


def _fellows(sentences: Sequence[GoldSentence]) -> Iterator[tuple[GoldSentence, GoldSentence]]:
    for one in sentences:
        for other in sentences:
            if one.article != other.article and one.facts & other.facts:
                yield one, other


def _span(sentence: GoldSentence) -> Span:
    return Span(sentence.start, sentence.end)


def gold_stories(
    data: Path, sets: Sequence[str], most: int
) -> Iterator[tuple[GoldStory, dict[str, str], dict[str, Any]]]:
    """The stories of some sets, each with the wording of its facts by id and with the row of its gold."""
    for name in sets:
        found = list(_of_claims(data / name)) if name == "claims" else list(stories(data / name))
        for story in found[:: max(1, len(found) // most)][:most]:
            row = json.loads((data / name / f"{story.name}.json").read_text(encoding="utf-8"))
            facts = {f"{story.name}:{fact['id']}": fact["text"] for fact in row.get("facts", ())}
            facts |= {claim["id"]: claim["summary"] for claim in row.get("claims", ())}
            yield story, facts, row


def _of_claims(folder: Path) -> Iterator[GoldStory]:
    for path in sorted(folder.glob("*.json")):
        row = json.loads(path.read_text(encoding="utf-8"))
        facts: dict[tuple[str, int], set[str]] = {}
        for claim in row["claims"]:
            for member in claim["members"]:
                facts.setdefault((member["article"], member["sentence"]), set()).add(claim["id"])
        sentences = [
            GoldSentence(article["id"], start, end, frozenset(facts.get((article["id"], number), ())))
            for article in row["articles"]
            for number, (start, end) in enumerate(article["sentences"])
        ]
        keys = ("id", "outlet", "published", "title", "text")
        articles = tuple({key: article.get(key) or "" for key in keys} for article in row["articles"])
        yield GoldStory(path.stem, articles, tuple(sentences), frozenset())


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True, help="folder of sets")
    parser.add_argument("--sets", default="claims,invented", help="sets with claims and differences")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--stories", type=int, default=20, help="stories of each set, evenly spread")
    parser.add_argument("--alike", type=float, default=0.5, help="least share of content words of the two sentences")
    parser.add_argument("--show", action="store_true", help="print what was missed")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
