"""Is the brief true? Each printed sentence held against the gold facts of its story, and what the brief leaves out.

    python -m evals.briefs --data DATA [--sets invented,claims,pairs] [--stories 20] [--show]

Sets: `invented`, the held-out fifth of `data/invented`; `claims`, thirteen stories of real news; `pairs`, a part of
`training/pairs/stories`, *on which the pair model was trained*: more stories to look at, no unseen figure.

What a sentence tells are the facts of the gold sentences that it cites, as far as its words hold them (`told_by`).
Then each kind of statement is asked what it says of the accounts:

    only        no account beside the named ones states one of those facts (`not all`: none states them all)
    report      each account that is said to report it states all of those facts (`some`: one of them at least)
    tells it    each account that is said to tell it freely states one of the facts; `other details`: it does not state
                them all, or a gold difference sets it apart, where that is what is said
    cited       each cited sentence of another account than the first states one of the facts
    disputed    a gold difference sets two of the cited accounts apart in a cited fact, of that kind (`any kind`)
    speaker     the gold names the speaker of the cited words (invented and pairs alone)
    dependence  the gold's lineage ties the named accounts together (invented and pairs alone)
    lead        the first sentence tells a fact that most origins state
    new         a sentence tells a fact that no sentence before it tells
    majority    the brief tells a fact that most origins state

In `claims` only facts of two articles or more are complete, so that `only` is judged there by "unshared", which is what
the gold lists. A fact that a sentence implies without its words is not counted as told.
"""

import argparse
import hashlib
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from evals.compared import compared
from evals.invented import GoldSentence, GoldStory, stories
from evals.planted import gold_stories
from synoptic.records.accounts import account_names, by_origin
from synoptic.records.findings import BriefSentence
from synoptic.records.stages import StorySynopsis
from synoptic.stages.write.words import Keys, needed, weight_held

PAIRS = Path(__file__).parents[1] / "training" / "pairs" / "stories"

FACT_HELD = 0.5
"""Share, by weight, of a fact's own words in a printed sentence from which the sentence tells it."""
SENTENCE_HELD = 0.75
"""Share of a cited gold sentence's words in the printed one from which all its facts are told, however they are put."""

_COUNT = "three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_FREELY = (
    re.compile(r"and, in other words, (?P<who>[^;]*?)(?: report(?:ed on [^;]*?)? that |(?=;|\.?$))"),
    re.compile(r", as (?:does|do|did) (?P<who>[^;]*?) in other words"),
    re.compile(r"; (?P<who>[^;]*?) ha(?:s|ve) it in other words"),
)
_OTHERWISE = re.compile(r"; (?P<who>[^;]*?) gives? other details")
_COUNTED = re.compile(rf"({_COUNT}|\d+) other accounts$")
"""How a brief names those who tell a fact in other words or give other details; of many it gives the number."""
_ALONE = re.compile(r"; not found in any other account")
_SAYS = re.compile(r"(.+?) said, as |.*? cite[sd]? ([^:]+?)(?: on \d[^:]*)?: “|(?:.*? that )?([^,“]+?) said that ")
_OPENINGS = {
    "numbers": "number",
    "dates": "date",
    "names": "name",
    "places": "place",
    "contradict": "polarity",
    "certain": "certainty",
    "words": "wording",
    "speakers": "attribution",
}


@dataclass(frozen=True, slots=True)
class Gold:
    """A story's gold: its sentences, the wording of its facts, its differences, who speaks where, what is dependent."""

    story: GoldStory
    facts: dict[str, str]
    differences: tuple[dict[str, Any], ...]
    speakers: dict[tuple[str, int], str]

    def stating(self, fact: str) -> frozenset[str]:
        """The articles that state a fact."""
        return frozenset(each.article for each in self.story.sentences if fact in each.facts)

    def facts_of(self, article: str) -> frozenset[str]:
        """The facts that an article states."""
        return frozenset().union(*(each.facts for each in self.story.sentences if each.article == article))

    def origins(self) -> dict[str, str]:
        """The articles of the story, each with the first article of those that the gold's lineage ties to it."""
        home = {row["id"]: row["id"] for row in self.story.articles}
        for pair in sorted(tuple(sorted(pair)) for pair in self.story.dependent):
            one, other = (home[id] for id in pair)
            home = {id: one if at == other else at for id, at in home.items()}
        return home


@dataclass(frozen=True, slots=True)
class Verdict:
    """One thing that a sentence says of the accounts, whether the gold bears it out, and why."""

    kind: str
    right: bool
    text: str
    why: str = ""


def main() -> int:
    """Prints one table a set."""
    given = _arguments()
    for name in given.sets.split(","):
        verdicts: list[Verdict] = []
        told = 0
        for gold in of_set(name, Path(given.data), given.stories):
            found = judged(gold, _compared(gold.story))
            told += 1
            verdicts += found
            if given.show:
                _show(gold.story.name, found)
        print(f"{name}{' (seen in training)' if name == 'pairs' else ''}: {told} stories")
        for line in table(verdicts):
            print(f"  {line}")
    return 0


def table(verdicts: Iterable[Verdict]) -> Iterator[str]:
    """One line a kind: its name, how many, the share that is right."""
    count, right = Counter[str](), Counter[str]()
    for each in verdicts:
        count[each.kind] += 1
        right[each.kind] += each.right
    for kind in sorted(count):
        yield f"{kind:28} {count[kind]:4}  {right[kind] / count[kind]:.3f}"


def of_set(name: str, data: Path, most: int) -> Iterator[Gold]:
    """The stories of a set with their gold; of `pairs` the first `most` by the hash of their names."""
    if name == "claims":
        for story, facts, row in gold_stories(data, [name], 10_000):
            yield Gold(story, facts, tuple(row["differences"]), {})
        return
    folder = data / name if name == "invented" else PAIRS
    found = sorted(stories(folder), key=lambda story: _hash(story.name))
    if name == "invented":
        found = sorted((story for story in found if _hash(story.name) % 5 == 0), key=lambda story: story.name)
    for story in found[:most]:
        row = json.loads((folder / f"{story.name}.json").read_text(encoding="utf-8"))
        facts = {f"{story.name}:{fact['id']}": str(fact["text"]) for fact in row["facts"]}
        differences = tuple({**each, "claim": f"{story.name}:{each['fact']}"} for each in row["differences"])
        said = (sentence.get("who") or "" for article in row["articles"] for sentence in article["sentences"])
        speakers = {(s.article, s.start): who for s, who in zip(story.sentences, said, strict=True)}
        yield Gold(story, facts, differences, speakers)


def _hash(name: str) -> int:
    return int(hashlib.sha256(name.encode()).hexdigest(), 16)


def _compared(gold: GoldStory) -> StorySynopsis:
    (story,) = compared(gold.articles, one_story=True).stories
    return story


def judged(gold: Gold, synopsis: StorySynopsis) -> list[Verdict]:
    """What every sentence of a brief says of the accounts, judged; then the facts of a majority, told or not."""
    articles = by_origin([account.article for account in synopsis.accounts], synopsis.findings.origins)
    names = {name: id for id, name in account_names(articles).items()}
    found: list[Verdict] = []
    before: set[str] = set()
    for sentence in synopsis.brief.sentences:
        facts = told_by(gold, sentence)
        found += _of_sentence(gold, sentence, facts, names)
        if sentence.topic not in {"disputed", "naming", "dependence"} and facts:
            found.append(Verdict("new", not facts <= before, sentence.text))
        if sentence.topic == "lead":
            found.append(Verdict("lead", bool(facts & _of_most(gold)), sentence.text))
        before |= facts
    return [*found, *(Verdict("majority", fact in before, gold.facts[fact]) for fact in sorted(_of_most(gold)))]


def told_by(gold: Gold, sentence: BriefSentence) -> frozenset[str]:
    """The facts of the cited gold sentences that the words of a printed sentence hold."""
    keys, found = Keys([sentence.text]), set()
    for cited in cited_sentences(gold, sentence):
        text = _text(gold, cited)
        whole = weight_held(needed(f"that {text}"), keys) >= SENTENCE_HELD
        for fact in cited.facts:
            if whole or weight_held(needed(f"that {gold.facts[fact]}"), keys) >= FACT_HELD:
                found.add(fact)
    return frozenset(found)


def cited_sentences(gold: Gold, sentence: BriefSentence) -> list[GoldSentence]:
    """The gold sentences that the citations of a printed sentence overlap by half of the shorter."""
    return [
        each
        for cited in sentence.citations
        for each in gold.story.sentences
        if each.article == cited.article
        and 2 * (min(each.end, cited.span.end) - max(each.start, cited.span.start))
        >= min(each.end - each.start, len(cited.span))
    ]


def _text(gold: Gold, sentence: GoldSentence) -> str:
    (row,) = (row for row in gold.story.articles if row["id"] == sentence.article)
    return row["text"][sentence.start : sentence.end]


def _of_sentence(gold: Gold, sentence: BriefSentence, facts: frozenset[str], names: dict[str, str]) -> list[Verdict]:
    cited = tuple(dict.fromkeys(citation.article for citation in sentence.citations))
    if sentence.topic == "disputed":
        return list(_disputed(gold, sentence))
    if sentence.topic == "dependence":
        homes, known = gold.origins(), bool(gold.speakers)
        return [Verdict("dependence", len({homes[id] for id in cited}) == 1, sentence.text)] if known else []
    if sentence.topic == "naming":
        return []
    found = list(_speaker(gold, sentence))
    if not facts:
        return found
    freely = next((match for form in _FREELY if (match := form.search(sentence.text))), None)
    likewise = _tellers(sentence, freely, names, frozenset())
    otherwise = _tellers(sentence, _OTHERWISE.search(sentence.text), names, likewise)
    found += _told_freely(gold, sentence, facts, otherwise, details=True)
    found += _told_freely(gold, sentence, facts, likewise, details=False)
    others = otherwise | likewise
    return [*found, *_cited(gold, sentence, facts), *_reported(gold, sentence, facts, frozenset(cited) - others)]


def _tellers(
    sentence: BriefSentence, found: re.Match[str] | None, names: dict[str, str], apart: frozenset[str]
) -> frozenset[str]:
    """The articles that a part of a sentence names or counts; those counted are cited last, but for those `apart`."""
    if found is None:
        return frozenset()
    who = found["who"].rstrip(",")
    counted = _COUNTED.match(who)
    if counted is None:
        return _named(who, names)
    number = int(counted[1]) if counted[1].isdigit() else 3 + _COUNT.split("|").index(counted[1])
    cited = [article for article in dict.fromkeys(each.article for each in sentence.citations) if article not in apart]
    return frozenset(cited[-number:])


def _named(text: str, names: dict[str, str]) -> frozenset[str]:
    """The articles whose names stand in a text, longer names first."""
    found = set()
    for name in sorted(names, key=len, reverse=True):
        if name.casefold() in text.casefold():
            found.add(names[name])
            text = re.sub(re.escape(name), "", text, flags=re.IGNORECASE)
    return frozenset(found)


def _reported(gold: Gold, sentence: BriefSentence, facts: frozenset[str], tellers: frozenset[str]) -> Iterator[Verdict]:
    """Of those who are said to report it, and of those whom "only" leaves out."""
    for article in sorted(tellers - {sentence.citations[0].article}):
        lacking = facts - gold.facts_of(article)
        why = f"{article} lacks {' | '.join(gold.facts[fact] for fact in sorted(lacking))}"
        yield Verdict("report", not lacking, sentence.text, why)
        yield Verdict("report, some", lacking != facts, sentence.text, why)
    if _ALONE.search(sentence.text):
        beyond = {fact: sorted(gold.stating(fact) - tellers) for fact in sorted(facts)}
        told = [f"{articles}: {gold.facts[fact]}" for fact, articles in beyond.items() if articles]
        yield Verdict("only", not told, sentence.text, "; ".join(told))
        yield Verdict("only, not all", len(told) < len(facts), sentence.text, "; ".join(told))


def _told_freely(
    gold: Gold, sentence: BriefSentence, facts: frozenset[str], others: frozenset[str], *, details: bool
) -> Iterator[Verdict]:
    """Of those who are said to tell it in other words or, where `details`, otherwise."""
    source = sentence.citations[0].article
    for article in sorted(others):
        lacking = facts - gold.facts_of(article)
        yield Verdict("tells it", lacking != facts, sentence.text, f"{article} states none")
        if details:
            apart = any(_apart(each, {article, source}) for each in gold.differences)
            yield Verdict(
                "tells it, other details", bool(lacking) or apart, sentence.text, f"{article} states the same"
            )


def _cited(gold: Gold, sentence: BriefSentence, facts: frozenset[str]) -> Iterator[Verdict]:
    """Whether each cited sentence of another account than the first states one of the facts."""
    source = sentence.citations[0].article
    for citation in sentence.citations:
        if citation.article != source:
            there = cited_sentences(gold, replace(sentence, citations=(citation,)))
            right = any(facts & each.facts for each in there)
            yield Verdict("cited", right, sentence.text, f"{citation.article}: {[_text(gold, each) for each in there]}")


def _disputed(gold: Gold, sentence: BriefSentence) -> Iterator[Verdict]:
    """Whether a gold difference, of the printed kind, sets two cited accounts apart in a fact that they state there."""
    cited = {citation.article for citation in sentence.citations}
    stated = {fact for each in cited_sentences(gold, sentence) for fact in each.facts}
    kinds = {each["kind"] for each in gold.differences if each["claim"] in stated and _apart(each, cited)}
    opening = sentence.text.partition(":")[0]
    kind = next((kind for word, kind in _OPENINGS.items() if word in opening), "")
    yield Verdict("disputed", kind in kinds, sentence.text, f"gold: {sorted(kinds)}")
    yield Verdict("disputed, any kind", bool(kinds), sentence.text, f"gold: {sorted(kinds)}")


def _apart(difference: dict[str, Any], articles: Iterable[str]) -> bool:
    """Whether a difference puts the articles into more than one group."""
    wanted = set(articles)
    return sum(bool(wanted & set(group)) for group in difference["groups"]) > 1


def _speaker(gold: Gold, sentence: BriefSentence) -> Iterator[Verdict]:
    """Whether the gold gives the cited words to the printed speaker; of sentences where it knows one."""
    found = _SAYS.match(sentence.text)
    if found is None or not gold.speakers:
        return
    printed = next(part for part in found.groups() if part)
    first = sentence.citations[0]
    known = {gold.speakers[each.article, each.start] for each in cited_sentences(gold, sentence)} - {""}
    if known:
        words = {word.key for name in known for word in needed(f"that {name}")}
        right = any(word.key in words for word in needed(f"that {printed}"))
        yield Verdict("speaker", right, sentence.text, f"gold: {sorted(known)} in {first.article}")


def _of_most(gold: Gold) -> frozenset[str]:
    """The facts that more than half of the origins state; none where there is but one origin."""
    homes = gold.origins()
    held: dict[str, set[str]] = defaultdict(set)
    for sentence in gold.story.sentences:
        for fact in sentence.facts:
            held[fact].add(homes[sentence.article])
    every = len(set(homes.values()))
    return frozenset(fact for fact, found in held.items() if 2 * len(found) > every > 1)


def _show(story: str, verdicts: Sequence[Verdict]) -> None:
    for each in verdicts:
        if not each.right:
            print(f"{story} {each.kind}: {each.text}\n    {each.why}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True, help="folder of sets")
    parser.add_argument("--sets", default="invented,claims,pairs", help="which sets, of the three")
    parser.add_argument("--stories", type=int, default=30, help="stories of invented and of pairs")
    parser.add_argument("--show", action="store_true", help="print what is wrong, and what is left out")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
