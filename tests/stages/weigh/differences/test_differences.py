"""Differences: what is told differently, of which kind, and whether all can be right."""

import pytest

from synoptic.records.annotation import Account, Voice
from synoptic.records.findings import Difference, DifferenceKind
from synoptic.records.links import AlignedClaim, ClaimMember
from synoptic.stages.link.claims.units import units_of, voice_at
from synoptic.stages.link.entities import link_entities
from synoptic.stages.weigh.differences import once_each
from synoptic.stages.weigh.differences.number import _rounded
from synoptic.stages.weigh.differences.telling import tellings_of
from tests.stages.annotated import annotated


def differences(*texts: str, published: tuple[str, ...] = ()) -> tuple[Difference, ...]:
    """The differences between texts of one sentence each, taken as the tellings of one claim."""
    days = published or ("2031-05-06",) * len(texts)
    accounts = [annotated(text, f"a{n}", "en", day) for n, (text, day) in enumerate(zip(texts, days, strict=True))]
    linking = link_entities(accounts)
    members = tuple(
        ClaimMember(accounts[unit.account].article.id, unit.span, *voice_at(accounts[unit.account], unit.span, linking))
        for unit in units_of(accounts, linking)
    )
    by_id = {account.article.id: account for account in accounts}
    told = tellings_of(AlignedClaim("c1", "", members), by_id, {}, linking)
    return once_each([told], {entity.id: entity.name for entity in linking.entities})[0]


def of(kind: DifferenceKind, found: tuple[Difference, ...]) -> list[Difference]:
    """The differences of a kind."""
    return [difference for difference in found if difference.kind is kind]


@pytest.mark.parametrize(
    ("one", "other", "compatible"),
    [
        ("At least 12 miners died in the shaft.", "Fourteen miners died in the shaft.", True),
        ("Most of the victims were children.", "Two thirds of the victims were children.", True),
        ("The dam cost 48 million euros.", "The dam cost about 50 million euros.", True),
        ("The fire destroyed 31 houses in Orvik.", "The fire destroyed 47 houses in Orvik.", False),
        ("The court fined the baker 400 euros.", "The court fined the baker 450 euros.", False),
    ],
)
def test_numbers(one: str, other: str, compatible: bool) -> None:
    """One figure told in two ways is a difference; ranges that meet can both be right."""
    (found,) = of(DifferenceKind.NUMBER, differences(one, other))
    assert found.compatible is compatible, found.reason


def test_the_later_count_may_be_the_higher() -> None:
    """A higher count a day later is an update, not a conflict."""
    texts = ("The fire destroyed 31 houses in Orvik.", "The fire destroyed 47 houses in Orvik.")
    (found,) = of(DifferenceKind.NUMBER, differences(*texts, published=("2031-05-06", "2031-05-07")))
    assert found.compatible


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nine miners died in the shaft.", "Nine miners died in the shaft."),
        ("Nine miners died in the shaft.", "The shaft is 400 metres deep."),
        ("The mayor opened two schools.", "The mayor opened the schools for 900 children."),
    ],
)
def test_other_numbers_are_no_difference(one: str, other: str) -> None:
    """Equal figures, and figures of other things, are not set against each other."""
    assert of(DifferenceKind.NUMBER, differences(one, other)) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The driver of the Orvik bus, a 31-year-old man, died.",
            "The driver of the Orvik bus and his 13-year-old son died.",
        ),
        (
            "A family of five from Orvik died in the crash.",
            "A couple from Orvik and their three sons died in the crash.",
        ),
        ("Six laps later Dahl crashed into the wall.", "Dahl crashed into the wall after the opening seven laps."),
        ("Dahl, 47, left the council of Orvik.", "Lund, 39, left the council of Orvik."),
        ("11.20 The council of Orvik lost fourteen seats.", "The council of Orvik lost fourteen seats."),
        ("The court sentenced the mayor and four others.", "The court sentenced five people, the mayor among them."),
        ("Brandt crashed into the wall in lap 20 of the race.", "Brandt crashed into the wall in lap 48 of the race."),
    ],
)
def test_figures_of_other_sorts_are_not_compared(one: str, other: str) -> None:
    """Ages of two people, the members of a group, a lapse of time: none is held against a figure of another sort."""
    assert [number for number in of(DifferenceKind.NUMBER, differences(one, other)) if not number.compatible] == []


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (
            "The lake of Orvik holds 9.1 percent of its water.",
            "The lake of Orvik holds nine percent of its water.",
            "rounded",
        ),
        ("The fire of Orvik killed 37 miners.", "The fire of Orvik killed three dozen miners.", "rounded"),
        ("The plane carried 10 tourists and two pilots.", "The plane carried 12 people.", "make “12”"),
        ("The court took 14 months for the case of Orvik.", "The court took a year for the case of Orvik.", "includes"),
    ],
)
def test_figures_that_can_both_be_right(one: str, other: str, reason: str) -> None:
    """Measured figures are rounded even where they are small, parts make a whole, and a year is no exact length."""
    found = of(DifferenceKind.NUMBER, differences(one, other))
    assert all(number.compatible for number in found)
    assert any(reason in number.reason for number in found), [number.reason for number in found]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The drivers of Orvik are on strike from Wednesday.", "The drivers of Orvik are on strike until Friday."),
        (
            "ORVIK, Norway, 4 May (News) - The dam of Orvik broke.",
            "ORVIK, Norway, 5 May (News) - The dam of Orvik broke.",
        ),
    ],
)
def test_days_that_are_not_held_against_each_other(one: str, other: str) -> None:
    """A beginning is no end, and the days on which two accounts were written are no days of the event."""
    assert [date for date in of(DifferenceKind.DATE, differences(one, other)) if not date.compatible] == []


def test_what_is_denied_must_be_what_the_other_tells() -> None:
    """A denial of one thing does not deny another thing in the same sentence, and "not only" denies nothing."""
    denied = "The envoy rejected the claim about the mill as a comedy in Orvik."
    assert of(DifferenceKind.POLARITY, differences(denied, "The envoy called it a comedy in Orvik.")) == []
    more = "The council of Orvik asked that all votes, and not only those of the harbour, be counted."
    assert of(DifferenceKind.POLARITY, differences(more, "The votes of Orvik were counted by the council.")) == []


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("The leak may have affected 900 people in Orvik.", "The leak affected 900 people in Orvik.", True),
        ("The mayor of Orvik could not be reached.", "The mayor of Orvik was not reached on Monday.", False),
        ("The fair of Orvik opens in May.", "The fair of Orvik opened on Monday.", False),
        ("Forty women reported being robbed in Orvik.", "Men robbed forty women in Orvik.", True),
        ("The thieves are thought to have fled by sea.", "The thieves fled from Orvik in a boat.", True),
        ("The mayor reported robberies in Orvik.", "Men robbed forty women in Orvik.", False),
        ("The smoke of Orvik could be seen in Halm.", "The smoke of Orvik was seen in Halm.", False),
    ],
)
def test_words_that_leave_a_statement_open(one: str, other: str, found: bool) -> None:
    """What may be, or is claimed or thought to be, counts where another account tells the same predicate without doubt.

    An inability is no doubt, nor is what could be seen.
    """
    assert bool(of(DifferenceKind.CERTAINTY, differences(one, other))) is found


def test_prices_move() -> None:
    """Two prices of one day can both be right."""
    (number,) = of(
        DifferenceKind.NUMBER,
        differences(
            "The price of Orvik copper fell to $5,900 a tonne on Tuesday.",
            "Orvik copper prices plunged to a low of $5,400 before recovering, dealers on the exchange said.",
        ),
    )
    assert number.compatible
    assert "move" in number.reason


def test_the_day_of_a_report_is_no_day_of_the_event() -> None:
    """An account that was written on another day than it tells of does not give that day for the event."""
    found = differences(
        "ORVIK, 4 May (Harbour News) - A ferry sank off the old harbour of Orvik on Friday.",
        "A ferry sank off the old harbour of Orvik on Sunday.",
    )
    assert [date.compatible for date in of(DifferenceKind.DATE, found)] == [False]


def test_an_account_that_gives_both_days_contradicts_nobody() -> None:
    """Who tells of Sunday and of Monday tells of two happenings; who tells of Sunday alone says otherwise."""
    monday = "The king of Orvik met the envoy in the old harbour on Monday."
    sunday = "The king of Orvik met the envoy in the old harbour on Sunday."
    assert [one.compatible for one in of(DifferenceKind.DATE, differences(monday, sunday))] == [False]
    assert of(DifferenceKind.DATE, differences(monday, f"{sunday} He met the envoy again on Monday.")) == []


def test_years_are_reckoned_back() -> None:
    """The words "22 years" in 2023 and the year 2001 are one date told in two ways."""
    found = differences(
        "It was the first visit of an Orvik king to the island since 2001.",
        "It has been 22 years since the last visit of an Orvik king to the island.",
        published=("2023-12-04", "2023-12-04"),
    )
    (date,) = of(DifferenceKind.DATE, found)
    assert date.compatible
    assert date.reason == "22 years before 2023 is 2001"


def test_a_day_within_its_week() -> None:
    """The words "Monday" and "this week" can both be right."""
    found = differences("The bridge was closed on Monday.", "The bridge was closed this week.")
    assert [date.compatible for date in of(DifferenceKind.DATE, found)] == [True]


def test_two_days_exclude_each_other() -> None:
    """One vote on the 3rd and on the 5th of May cannot be."""
    found = differences(
        "The council of Orvik voted for the new bridge on 3 May 2031.",
        "The council of Orvik voted for the new bridge on 5 May 2031.",
    )
    (date,) = of(DifferenceKind.DATE, found)
    assert not date.compatible


def test_months_of_a_year_that_nobody_gives() -> None:
    """Accounts without a date: "in May" and "in June" exclude each other; "May" and "May 2031" may be one."""
    told, other = "The mayor of Orvik said that the bridge will open in May.", "The bridge of Orvik will open in June."
    (found,) = of(DifferenceKind.DATE, differences(told, other, published=("", "")))
    assert (found.values, found.compatible) == (("May", "June"), False)
    assert "--05" in found.reason
    dated = "The mayor of Orvik said that the bridge will open in June 2031."
    assert of(DifferenceKind.DATE, differences(told, dated, published=("", ""))) == []


def test_one_weekday_word_is_one_day() -> None:
    """The word "Monday" in two articles is never held against itself."""
    found = differences(
        "The bridge was closed on Monday.", "The bridge was closed on Monday.", published=("2031-05-06", "2031-05-20")
    )
    assert of(DifferenceKind.DATE, found) == []


def test_two_speakers_of_one_content() -> None:
    """The same words in two mouths are a difference in attribution, always compatible."""
    found = differences(
        'Agnes Dahl said the harbour had "suffered for 75 years".',
        'Peter Lund said the harbour had "suffered for 75 years".',
    )
    (attribution,) = of(DifferenceKind.ATTRIBUTION, found)
    assert attribution.compatible
    assert {"Agnes Dahl", "Peter Lund"} <= set(attribution.values)


def test_an_outlet_that_names_no_speaker_is_no_difference() -> None:
    """A speaker against the outlet's own voice alone is not told."""
    found = differences('Agnes Dahl said: "The harbour is closed."', "The harbour is closed.")
    assert of(DifferenceKind.ATTRIBUTION, found) == []


def test_affirmed_and_denied() -> None:
    """One predicate affirmed here and denied there, of like words, cannot both be."""
    found = differences(
        "The company paid the workers of the Orvik mill.", "The company did not pay the workers of the Orvik mill."
    )
    (polarity,) = of(DifferenceKind.POLARITY, found)
    assert not polarity.compatible


def test_doubt_against_plain_telling() -> None:
    """The word "allegedly" in one account alone is a difference in certainty."""
    found = differences("The clerk allegedly stole the maps.", "The clerk stole the maps.")
    (certainty,) = of(DifferenceKind.CERTAINTY, found)
    assert certainty.compatible
    assert "allegedly" in certainty.values


def test_a_loaded_word_against_a_plain_one() -> None:
    """The word "dictator" against "president" is a difference in wording."""
    found = differences(
        "The dictator Marko Velen arrived in Orvik.", "President Marko Velen arrived in Orvik on his visit."
    )
    assert [wording.compatible for wording in of(DifferenceKind.WORDING, found)] == [True]


def test_each_entity_has_its_own_plain_word() -> None:
    """A loaded word stands beside what others call the same entity, by name where they have no label for it."""
    found = differences(
        "The dictator Marko Velen left the summit of Orvik on Monday with the minister.",
        "Marko Velen left the summit of Orvik on Monday.",
    )
    (wording,) = of(DifferenceKind.WORDING, found)
    assert wording.values == ("dictator", "Marko Velen")


def test_a_loaded_word_in_another_statement_is_no_difference() -> None:
    """An account that tells another thing lacks the word for no reason that is worth telling."""
    found = differences(
        "An influx of migrants was blamed for the rise of prices in Orvik.",
        "Rents in the old harbour doubled within a year.",
    )
    assert of(DifferenceKind.WORDING, found) == []


def test_one_difference_is_told_once_a_story() -> None:
    """Where two claims overlap, their common difference stays with the shorter one."""
    accounts: list[Account] = [
        annotated("At least 12 miners died in the shaft.", "x"),
        annotated("Fourteen miners died in the shaft.", "y"),
    ]
    linking = link_entities(accounts)
    members = tuple(
        ClaimMember(accounts[u.account].article.id, u.span, Voice.OUTLET) for u in units_of(accounts, linking)
    )
    by_id = {account.article.id: account for account in accounts}
    told = [tellings_of(AlignedClaim(id, "", members), by_id, {}, linking) for id in ("c1", "c2")]
    assert sorted(len(of(DifferenceKind.NUMBER, found)) for found in once_each(told, {})) == [0, 1]


@pytest.mark.parametrize(
    ("one", "other", "rounded"),
    [
        ((150.0, 150.0), (148.0, 148.0), True),
        ((20.0, 20.0), (19.0, 19.0), False),
        ((500.0, 500.0), (300.0, 300.0), False),
    ],
)
def test_rounding(one: tuple[float, float], other: tuple[float, float], rounded: bool) -> None:
    """A round figure stands for an exact one near it; small counts are counted, not rounded."""
    assert _rounded(one, other) is rounded


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        (DifferenceKind.DATE, "Twelve died in 2015 in a fire at Orvik.", "Twelve died in 2014 in a fire at Orvik."),
        (
            DifferenceKind.DATE,
            "A nurse of the team, Agnes Dahl, was set free last April.",
            "A nurse of the team, Agnes Dahl, was set free last February.",
        ),
        (
            DifferenceKind.NUMBER,
            "Measurements showed that the roof had dropped 22 centimetres since Friday evening.",
            "Laser measurements showed that the roof had dropped 11 centimetres since Friday evening.",
        ),
        (
            DifferenceKind.PLACE,
            "The schools stayed shut and 240 flights in and out of Lahore were scrapped.",
            "The schools stayed shut and 240 flights in and out of Dublin were scrapped.",
        ),
        (
            DifferenceKind.NAME,
            "The club sold its captain, Julian Petrossian, to a rival from Dublin on Monday.",
            "The club sold its captain, Thomas Walters, to a rival from Dublin on Monday.",
        ),
        (
            DifferenceKind.POLARITY,
            "The council of Orvik approved the new bridge over the harbour.",
            "The council of Orvik has not approved the new bridge over the harbour.",
        ),
    ],
)
def test_a_changed_value_in_like_sentences_is_a_conflict(kind: DifferenceKind, one: str, other: str) -> None:
    """Where all else is told alike, one changed value cannot be right beside the other."""
    assert [found.compatible for found in of(kind, differences(one, other))] == [False]


def test_a_reported_denial_is_set_against_the_fact() -> None:
    """What one account gives as a fact and another reports as denied is a difference in polarity."""
    found = differences(
        "The company moved the shares of the harbour abroad.",
        "The company denied having moved the shares of the harbour abroad.",
    )
    assert [one.compatible for one in of(DifferenceKind.POLARITY, found)] == [False]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The court did not hear the case of the baker.", "The court didn’t hear the case of the baker."),
        ("The board rejected the offer of the bank.", "The board turned down the offer of the bank."),
    ],
)
def test_a_negation_written_otherwise_is_no_conflict(one: str, other: str) -> None:
    """Two ways to write one negation, and the rejection of an offer, deny nothing."""
    assert of(DifferenceKind.POLARITY, differences(one, other)) == []


def test_one_utterance_has_one_speaker() -> None:
    """The same words, quoted at length, cannot have been said by two."""
    found = differences(
        '"We are in utter shock and disbelief right now," Agnes Dahl wrote on Monday.',
        '"We are in utter shock and disbelief right now," Peter Lund wrote on Monday.',
    )
    assert [one.compatible for one in of(DifferenceKind.ATTRIBUTION, found)] == [False]


def test_what_somebody_shows_is_not_said() -> None:
    """A picture that shows something is no speaker beside the minister."""
    found = differences(
        "The minister Agnes Dahl said the bridge of Orvik had fallen into the harbour.",
        "Pictures show that the bridge of Orvik had fallen into the harbour.",
    )
    assert of(DifferenceKind.ATTRIBUTION, found) == []


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("Kim Jong-un met Agnes Dahl in Orvik.", "Kim Jong Un met Agnes Dahl in Orvik.", True),
        ("Luis Solano Rivera opened the port.", "Luis Solano opened the port.", True),
        ("Luis Solano opened the port.", "Solano opened the port.", False),
    ],
)
def test_a_name_written_in_two_ways(one: str, other: str, told: bool) -> None:
    """A hyphen or one more name is told, a name cut short is not."""
    assert bool(of(DifferenceKind.NAME, differences(one, other))) is told


def test_a_torn_name_is_a_conflict_whatever_it_names() -> None:
    """In the same words, one name against another is told, be it a ship or a token."""
    found = differences(
        "The bank lost 40 million euros on a wager on the token Orrin in September, the court said.",
        "The bank lost 40 million euros on a wager on the token Sandoval in September, the court said.",
    )
    assert [one.compatible for one in of(DifferenceKind.NAME, found)] == [False]


def test_copies_stand_on_one_side() -> None:
    """An exact copy joins the side of its original and makes no difference of its own."""
    texts = ("The fire destroyed 31 houses in Orvik.", "The fire destroyed 47 houses in Orvik.")
    (pair,) = of(DifferenceKind.NUMBER, differences(*texts))
    (more,) = of(DifferenceKind.NUMBER, differences(*texts, texts[1], texts[1]))
    assert pair.members == ((0,), (1,))
    assert more.members == ((0,), (1, 2, 3))


def test_one_day_by_two_weekdays() -> None:
    """A day that one account calls by a wrong weekday is told as a conflict of dates."""
    texts = (
        "The bridge of Orvik opened on Thursday, 8 May 2031, after nine years.",
        "The bridge of Orvik opened on Saturday, 8 May 2031, after nine years.",
    )
    (found,) = of(DifferenceKind.DATE, differences(*texts))
    assert not found.compatible
    assert "weekdays" in found.reason


def test_an_account_that_contradicts_itself() -> None:
    """An account stands with the figure that nobody else gives, although it gives the others' figure, too."""
    texts = (
        "The dam at Orvik will cost the county about 50 million euros.",
        "The dam at Orvik will cost the county 50 million euros.",
        "The dam at Orvik will cost the county 80 million euros.\n\nThe dam at Orvik costs 50 million euros.",
    )
    found = [one for one in of(DifferenceKind.NUMBER, differences(*texts)) if not one.compatible]
    assert any("80 million euros" in one.values for one in found)


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        (
            "President Ilva Marr signed the harbour bill into law last week.",
            "The harbour bill was signed into law last week by President Odo Brandt.",
            DifferenceKind.NAME,
        ),
        (
            "Divers pulled the boy from a tunnel under the East River.",
            "Divers pulled the boy from a tunnel under the Hudson.",
            DifferenceKind.PLACE,
        ),
    ],
)
def test_names_called_alike(one: str, other: str, kind: DifferenceKind) -> None:
    """Two bearers of one office in one fact, and two places of one deed, exclude each other."""
    (found,) = of(kind, differences(one, other))
    assert not found.compatible


def test_a_people_and_a_country() -> None:
    """The people somebody is of and the country somebody is in are not held against each other."""
    texts = (
        "The minister held talks on fish with his Norwegian counterpart in Orvik.",
        "The minister held talks on fish with his counterpart of Peru in Orvik.",
    )
    assert of(DifferenceKind.PLACE, differences(*texts)) == []
