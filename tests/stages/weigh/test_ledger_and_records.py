"""The label ledger, event records and the main event of a story."""

import itertools

from synoptic.stages.weigh.events import merge_events
from synoptic.stages.weigh.labels import label_ledger
from synoptic.stages.weigh.main_event import find_main_event, main_event_of
from tests.stages.annotated import aligned, annotated

PLAIN = (
    "Norwegian president receives Chilean minister in Bergen\n"
    "President Lars Holm met with Ines Prado, the foreign minister of Chile, in Bergen on Monday, 5 May 2031.\n"
    "They discussed fishing. President Holm said the talks had been useful."
)
HOSTILE = (
    "Dictator Holm meets Chilean minister in Bergen\n"
    "The dictator Lars Holm met with Ines Prado in Bergen on Monday. The regime of Norway is old.\n"
    "The dictator smiled."
)
SHORT = (
    "Holm and Prado talk about fish\n"
    "Lars Holm and Ines Prado met in Bergen on Monday to speak about salmon. President Holm looked tired."
)
ACCOUNTS = (annotated(PLAIN, "plain"), annotated(HOSTILE, "hostile"), annotated(SHORT, "short"))


def test_a_loaded_label_is_shown_with_what_others_say() -> None:
    """The dictator of one outlet is the president of the others; plain labels need no neutral word."""
    uses = label_ledger(aligned(ACCOUNTS), ACCOUNTS)
    loaded = [use for use in uses if use.text.lower() == "dictator"]
    assert loaded
    assert {(use.article, use.voice, use.neutral) for use in loaded} == {("hostile", "outlet", "president")}
    assert all(use.neutral is None for use in uses if not use.loaded)


def test_a_regime_is_shown_with_the_government_of_others() -> None:
    """What one outlet calls a regime and another the government of the same country stands side by side."""
    accounts = (
        annotated("The Norwegian regime jailed a fisherman. Norway is cold.", "one"),
        annotated("The Norwegian government spoke about fish. Norway is cold.", "two"),
    )
    (use,) = [use for use in label_ledger(aligned(accounts), accounts) if use.text == "regime"]
    assert (use.article, use.loaded, use.neutral) == ("one", True, "government")


def test_the_ledger_goes_by_entity_and_article() -> None:
    """Uses of one entity stand together, within it in the order of the articles and of their text."""
    uses = label_ledger(aligned(ACCOUNTS), ACCOUNTS)
    entities = [use.entity for use in uses]
    assert len(list(itertools.groupby(entities))) == len(set(entities))
    order = {account.article.id: place for place, account in enumerate(ACCOUNTS)}
    for _, group in itertools.groupby(uses, key=lambda use: use.entity):
        keys = [(order[use.article], use.span) for use in group]
        assert keys == sorted(keys)


def test_one_meeting_is_one_record() -> None:
    """The meeting that three accounts tell is one record with its day, its place and the words of all three."""
    records = merge_events(aligned(ACCOUNTS), ACCOUNTS)
    first = records[0]
    assert (first.code, first.date, first.place) == ("CONSULT", "2031-05-05", "Bergen")
    assert {member.article for member in first.members} == {"plain", "hostile", "short"}
    assert first.actor is not None
    assert first.recipient is not None


def test_events_of_different_days_stay_apart() -> None:
    """Two meetings of the same people on different days are two records."""
    other = annotated("Lars Holm met with Ines Prado in Oslo on 9 June 2030.", "other")
    accounts = (*ACCOUNTS, other)
    meetings = [record for record in merge_events(aligned(accounts), accounts) if record.code == "CONSULT"]
    assert {record.date for record in meetings} >= {"2031-05-05", "2030-06-09"}


def test_the_story_has_a_neutral_title_a_day_and_a_place() -> None:
    """The title is words of an account that its citation proves, without a loaded label; day and place are voted."""
    event = find_main_event(aligned(ACCOUNTS), ACCOUNTS)
    assert "dictator" not in event.title.lower()
    assert (event.date, event.place) == ("2031-05-05", "Bergen")
    texts = {account.article.id: account.article.text for account in ACCOUNTS}
    assert event.citations[0].span.of(texts[event.citations[0].article]) == event.title


def test_the_order_of_accounts_changes_nothing() -> None:
    """Whatever the order of the accounts, the story has the same title, day and place."""
    found = set()
    for accounts in itertools.permutations(ACCOUNTS):
        event = find_main_event(aligned(accounts), accounts)
        found.add((event.title, event.date, event.place))
    assert len(found) == 1


def test_one_article_tells_who_what_when_and_where() -> None:
    """The four answers come from the title and the first sentences."""
    found = main_event_of(annotated(SHORT, "short"))
    assert (found.who.text if found.who else None) == "Holm"
    assert "talk about fish" in (found.what.text if found.what else "")
    assert (found.when.value if found.when else None) == "2031-05-05"
    assert (found.where.text if found.where else None) == "Bergen"


def test_records_do_not_depend_on_the_order_of_accounts() -> None:
    """Whatever the order of the accounts, the records are the same but for the order of their members."""
    found = set()
    for accounts in itertools.permutations(ACCOUNTS):
        records = merge_events(aligned(ACCOUNTS), accounts)
        found.add(tuple((one.code, one.actor, one.recipient, one.date, frozenset(one.members)) for one in records))
    assert len(found) == 1


def test_an_empty_story_of_one_line_has_a_title() -> None:
    """An account without sentences worth the name still gives a title."""
    account = annotated("???", "odd")
    assert find_main_event(aligned((account,)), (account,)).title == "???"


def test_a_place_that_one_account_tells_otherwise_is_kept() -> None:
    """The vote decides the place; the account that says another stands in the dissent with its words."""
    other = annotated(PLAIN.partition("\n")[2].replace("Bergen", "Oslo"), "other")
    accounts = (*ACCOUNTS, other)
    first = merge_events(aligned(accounts), accounts)[0]
    assert first.place == "Bergen"
    (dissent,) = [one for one in first.dissent if one.field == "place"]
    assert (dissent.value, [member.article for member in dissent.members]) == ("Oslo", ["other"])


def test_neighbouring_days_are_one_event_told_otherwise() -> None:
    """Accounts that differ by one day tell one meeting; an account that tells of both days tells of two."""
    one = annotated("Lars Holm met with Ines Prado in Bergen on 5 May 2031.", "one")
    next_day = annotated("Lars Holm met with Ines Prado in Bergen on 6 May 2031.", "next")
    both = annotated(
        "Lars Holm met with Ines Prado on 5 May 2031. Lars Holm met with Ines Prado on 6 May 2031.", "both"
    )
    records = merge_events(aligned((one, next_day)), (one, next_day))
    assert [(record.date, [d.value for d in record.dissent]) for record in records] == [("2031-05-05", ["2031-05-06"])]
    assert {record.date for record in merge_events(aligned((both,)), (both,))} == {"2031-05-05", "2031-05-06"}


def test_a_meeting_shows_what_it_was_about() -> None:
    """The sectors are those that the sentence names after its predicate, not those of who acts."""
    account = annotated("The Health Minister Ines Prado signed an agreement with Lars Holm on rail and fishing.", "one")
    records = merge_events(aligned((account,)), (account,))
    assert [record.sectors for record in records if record.sectors] == [("fisheries", "transport")]
