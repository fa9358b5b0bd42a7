"""The example story comes out as a careful reader lays it out (`examples/breakwater/expected.toml`).

`NOT_YET` names what is expected and not reached; each of these fails this suite as soon as it passes, so that the list
stays true.
"""

from functools import lru_cache
from itertools import combinations
from typing import Any

import pytest

from synoptic.records.article import MAIN
from synoptic.records.links import DEPENDENCE
from synoptic.records.span import Span
from synoptic.stages.write.brief import LONGEST
from synoptic.stages.write.phrases import RESTING
from tests.golden.breakwater import Breakwater, analysed, expectations
from tests.golden.not_yet import NOT_YET

pytestmark = pytest.mark.xdist_group("golden")

EXPECTED = expectations()
PAIRS = [
    (f"{claim['id']}:{left[0]}-{right[0]}", left, right)
    for claim in EXPECTED["claims"]
    for left, right in combinations(claim["members"], 2)
]
SINGLE = [claim for claim in EXPECTED["claims"] if len(claim["members"]) == 1]
LINES = [(kind, account, snippet) for kind, rows in EXPECTED["blocks"].items() for account, snippet in rows]


@lru_cache(maxsize=1)
def story() -> Breakwater:
    """The analysis, made once."""
    return analysed()


def cases(rows: list[Any], names: list[str]) -> list[Any]:
    """Parameters with ids; those named in NOT_YET must fail."""
    return [
        pytest.param(row, id=name, marks=[pytest.mark.xfail(strict=True)] if name in NOT_YET else [])
        for row, name in zip(rows, names, strict=True)
    ]


def test_every_snippet_of_the_expectations_stands_once_in_its_account() -> None:
    """The gold points at real words."""
    for claim in EXPECTED["claims"]:
        for account, snippet in claim["members"]:
            story().locate(account, snippet)
    for _, account, snippet in LINES:
        story().locate(account, snippet)


def test_six_accounts_make_one_story() -> None:
    """All six accounts, the Spanish one among them, are of one event; none is left out."""
    assert [len(found.story.articles) for found in story().synopsis.stories] == [6]
    assert not story().synopsis.rejected


def test_date_and_place_of_the_event() -> None:
    """The event has its day and its town."""
    assert story().findings.main_event.date == EXPECTED["date"]
    assert EXPECTED["place"] in (story().findings.main_event.place or "")


def test_origins_are_counted_not_outlets() -> None:
    """Wire and copy are one origin, the two retellings of the readout are one; the others stand alone."""
    found = {frozenset(story().numbers[id] for id in origin.articles) for origin in story().findings.origins}
    assert found == {frozenset(origin["accounts"]) for origin in EXPECTED["origins"]}


@pytest.mark.parametrize(
    "origin",
    cases(
        [origin for origin in EXPECTED["origins"] if "name" in origin],
        [f"origin:{origin['name']}" for origin in EXPECTED["origins"] if "name" in origin],
    ),
)
def test_an_origin_bears_the_name_that_its_articles_give_it(origin: dict[str, Any]) -> None:
    """An origin is named after the agency or outlet that its articles credit."""
    found = {frozenset(story().numbers[id] for id in row.articles): row for row in story().findings.origins}
    assert origin["name"] in (found[frozenset(origin["accounts"])].name or "")


@pytest.mark.parametrize(
    "link", cases(EXPECTED["links"], [f"link:{link['source']}-{link['target']}" for link in EXPECTED["links"]])
)
def test_who_took_what_from_whom(link: dict[str, Any]) -> None:
    """The copy and the retelling are found, and between other accounts no dependence."""
    numbers = story().numbers
    found = {
        frozenset((numbers[row.source], numbers[row.target])): row
        for row in story().alignment.links
        if row.kind in DEPENDENCE
    }
    assert set(found) == {frozenset((row["source"], row["target"])) for row in EXPECTED["links"]}
    row = found[frozenset((link["source"], link["target"]))]
    assert row.kind.value == link["kind"]
    if link["directed"]:
        assert row.directed
        assert numbers[row.source] == link["source"]


@pytest.mark.parametrize("line", cases(LINES, [f"{kind}:{account}:{text[:24]}" for kind, account, text in LINES]))
def test_lines_that_are_no_body_are_typed(line: tuple[str, int, str]) -> None:
    """Datelines, bylines, captions, teasers and furniture are told from the text."""
    kind, account, snippet = line
    span = story().locate(account, snippet)
    blocks = [block for block in story().articles[account].blocks if block.span.overlap(span)]
    assert kind in {block.kind.value for block in blocks}
    if kind != "dateline":
        assert not {block.kind for block in blocks} & MAIN


@pytest.mark.parametrize("person", cases(EXPECTED["people"], [f"person:{row['name']}" for row in EXPECTED["people"]]))
def test_a_person_is_one_entity_over_all_accounts_and_spellings(person: dict[str, Any]) -> None:
    """Every spelling, with and without diacritics, full and short, and each description is the same person."""
    wanted = story().person(person["name"])
    assert wanted
    entity = next(row for row in story().alignment.linking.entities if row.id == wanted)
    assert {story().numbers[mention.article] for mention in entity.mentions} == set(person["accounts"])
    assert {story().person(spelling) for spelling in person["spellings"]} == {wanted}
    for account, snippet, words in person["nominals"]:
        whole = story().locate(account, snippet)
        start = whole.start + snippet.index(words)
        assert story().entity_at(account, Span(start, start + len(words))) == wanted


@pytest.mark.parametrize(
    "label", cases(EXPECTED["labels"], [f"label:{row['account']}:{row['text']}" for row in EXPECTED["labels"]])
)
def test_labels_stand_in_the_voice_that_uses_them(label: dict[str, Any]) -> None:
    """A loaded word is found where it stands, in the outlet's own voice, bound to the person whom it names."""
    article = story().articles[label["account"]].id
    found = [
        row
        for row in story().findings.labels
        if row.article == article and label["text"] in row.text and row.voice == label["voice"]
    ]
    assert any(row.loaded == label["loaded"] for row in found)
    if "person" in label:
        assert story().person(label["person"]) in {row.entity for row in found}


@pytest.mark.parametrize(
    "quote", cases(EXPECTED["quotes"], [f"quote:{row['members'][0][1][:24]}" for row in EXPECTED["quotes"]])
)
def test_quotes_have_their_speaker_and_are_collated(quote: dict[str, Any]) -> None:
    """All versions of an utterance stand in one group with the right speaker, and its variants are the readings."""

    def stands_in(group: Any, account: int, snippet: str) -> bool:
        span, article = story().locate(account, snippet), story().articles[account].id
        return any(
            member.article == article and any(part.overlap(span) for part in member.content) for member in group.members
        )

    groups = [
        group
        for group in story().alignment.quotes
        if all(stands_in(group, account, snippet) for account, snippet in quote["members"])
    ]
    assert groups, "no group holds all versions"
    assert story().person(quote["speaker"]) in {group.entity for group in groups}
    readings = {frozenset(reading.text.strip(' ,."“”').lower() for reading in place) for place in groups[0].variants}
    for wanted in quote.get("variants", ()):
        assert any(all(any(word in text for text in place) for word in wanted) for place in readings)


@pytest.mark.parametrize("pair", cases([pair[1:] for pair in PAIRS], [pair[0] for pair in PAIRS]))
def test_statements_of_one_fact_are_one_claim(pair: tuple[tuple[int, str], tuple[int, str]]) -> None:
    """Two accounts that state a fact share a claim, whatever their words and language."""
    left, right = pair
    assert story().claims_at(*left) & story().claims_at(*right)


@pytest.mark.parametrize("claim", cases(SINGLE, [f"single:{claim['id']}" for claim in SINGLE]))
def test_what_only_one_account_says_stays_single(claim: dict[str, Any]) -> None:
    """A fact of one account is a claim of its own, with one origin."""
    ((account, snippet),) = claim["members"]
    found = [story().claim(id) for id in story().claims_at(account, snippet)]
    assert found
    assert {row.origins for row in found} == {1}


@pytest.mark.parametrize(
    "difference",
    cases(EXPECTED["differences"], [f"differs:{row['claim']}:{row['kind']}" for row in EXPECTED["differences"]]),
)
def test_differences_are_typed_and_judged_by_rule(difference: dict[str, Any]) -> None:
    """Accounts that differ stand on different sides of a difference of the right kind, judged compatible by rule."""
    members = next(claim["members"] for claim in EXPECTED["claims"] if claim["id"] == difference["claim"])
    ids = {id for account, snippet in members for id in story().claims_at(account, snippet)}
    first, second = (set(group) for group in difference["groups"])
    for claim in (story().claim(id) for id in sorted(ids)):
        for row in claim.differences:
            sides = [{story().numbers[claim.members[index].article] for index in side} for side in row.members]
            apart = any(a & first and b & second for a in sides for b in sides if a is not b)
            if row.kind.value == difference["kind"] and apart:
                assert row.compatible == difference["compatible"], row.reason
                return
    pytest.fail("no such difference was found")


@pytest.mark.parametrize(
    "entry", cases(EXPECTED["timeline"], [f"timeline:{row['date']}" for row in EXPECTED["timeline"]])
)
def test_the_timeline_has_the_days(entry: dict[str, Any]) -> None:
    """What happened when stands in the timeline, with an account that tells it."""
    found = [row for row in story().findings.timeline if row.date.startswith(entry["date"])]
    assert found
    told = {story().numbers[cited.article] for row in found for cited in row.members}
    assert told & set(entry["accounts"])


def test_the_brief_is_short_neutral_and_cited() -> None:
    """Five sentences to LONGEST, each with citations, no loaded word outside quotation marks."""
    sentences = story().story.brief.sentences
    assert 5 <= len(sentences) <= LONGEST
    for sentence in sentences:
        assert sentence.citations
        outside = "".join(sentence.text.replace("“", '"').replace("”", '"').split('"')[::2]).lower()
        assert not {"strongman", "regime", "cronies", "so-called"} & set(outside.split())


def test_the_same_input_gives_the_same_bytes() -> None:
    """Running again gives the same JSON."""
    from synoptic.doors.render.contract_json import synopsis_to_json

    assert synopsis_to_json(analysed().synopsis) == synopsis_to_json(story().synopsis)


def test_outlets_of_one_origin_are_called_so_once() -> None:
    """The brief says of outlets that they rest on one origin where it first names them together, and not again."""
    said = [text.partition(RESTING) for text in (one.text for one in story().story.brief.sentences)]
    named = [outlets for outlets, resting, _ in said if resting]
    assert named
    assert len(named) == len(set(named))
    assert any(named[0] in text for text, resting, _ in said if not resting)


def test_a_loaded_word_is_held_against_what_others_call_the_man() -> None:
    """The word "strongman" stands against his office, not against the name of his country beside it."""
    values = {value.casefold() for one in story().findings.claims for each in one.differences for value in each.values}
    assert "strongman" in values
    assert "president" in values
    assert "marenian" not in values
