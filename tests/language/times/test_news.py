"""Times in sentences as news has them, counted from Wednesday 7 May 2031."""

from datetime import datetime

import pytest

from synoptic.language.times import find_timexes

WEDNESDAY = datetime(2031, 5, 7)

CASES = [
    ("The talks were held on 18 and 19 April in Kiva.", [("18", "2031-04-18"), ("19 April", "2031-04-19")]),
    ("They met on April 18 and 19 in Kiva.", [("April 18", "2031-04-18"), ("19", "2031-04-19")]),
    ("They met on April 18 and 19 ships sank.", [("April 18", "2031-04-18")]),
    ("The market opens every weekend.", [("every weekend", "XXXX-WXX-WE")]),
    ("The council sits on Thursdays at 17.30.", [("Thursdays at 17.30", "XXXX-WXX-4T17:30")]),
    (
        "It meets on the first Monday evening of next month.",
        [("the first Monday evening of next month", "2031-06-02TEV")],
    ),
    ("In the nine days between the votes he slept.", [("nine days", "P9D")]),
    ("In nine days he will leave.", [("In nine days", "2031-05-16")]),
    ("She drove from 16th to third.", []),
    ("The curfew was to end later this month.", [("later this month", "2031-05")]),
    ("He bought the now-closed school.", []),
    ("She is in her late 30s.", []),
    ("She worked 24/7.", []),
    ("April Orrin and June Vale were freed in June.", [("June", "2031-06")]),
    ("She wrote for the Sunday Post on Sunday.", [("Sunday", "2031-05-04")]),
    ("He won at the Winter Games of Kiva.", []),
    ("The mayor of Kiva arrived on Monday.", [("Monday", "2031-05-05")]),
    ("The mayor of Kiva will arrive on Monday.", [("Monday", "2031-05-12")]),
    ("The talks are due to begin on Friday.", [("Friday", "2031-05-09")]),
    ("The ferry sank on Sunday night, police said.", [("Sunday night", "2031-05-04TNI")]),
    ("The two met late on Tuesday.", [("Tuesday", "2031-05-06")]),
    ("The envoy left Kiva on Monday evening.", [("Monday evening", "2031-05-05TEV")]),
    ("The vote took place on Monday (5).", [("Monday (5)", "2031-05-05")]),
    ("Earlier this year the harbour was closed.", [("Earlier this year", "2031")]),
    ("Later this week the court will sit.", [("Later this week", "2031-W19")]),
    ("The two states have had no ties since 2001.", [("2001", "2001")]),
    ("The island has been under embargo since 1979.", [("1979", "1979")]),
    ("The 1979 revolution ended his rule.", [("1979", "1979")]),
    ("In recent days clashes have spread.", [("recent days", "PAST_REF")]),
    ("In the coming weeks prices will fall.", [("the coming weeks", "FUTURE_REF")]),
    ("He ruled the country for 22 years.", [("22 years", "P22Y")]),
    ("He seized power 22 years ago.", [("22 years ago", "2009")]),
    ("The strike began three days ago.", [("three days ago", "2031-05-04")]),
    ("The strike began two weeks ago.", [("two weeks ago", "2031-W17")]),
    ("Yesterday the council met for six hours.", [("Yesterday", "2031-05-06"), ("six hours", "PT6H")]),
    ("Today the bridge reopened.", [("Today", "2031-05-07")]),
    ("It will be signed tomorrow morning.", [("tomorrow morning", "2031-05-08TMO")]),
    ("Police raided the house early on Wednesday.", [("Wednesday", "2031-05-07")]),
    ("The quake struck at 3:15 p.m. on Tuesday.", [("3:15 p.m. on Tuesday", "2031-05-06T15:15")]),
    ("The quake struck at 14:30 local time.", [("14:30 local time", "T14:30")]),
    ("Exports rose 3 percent in the first quarter.", [("the first quarter", "2031-Q1")]),
    ("Exports fell in the last quarter of 2030.", [("the last quarter of 2030", "2030-Q4")]),
    ("Profit rose in the three months to March.", [("three months", "P3M"), ("March", "2031-03")]),
    ("He was born on 4 July 1952.", [("4 July 1952", "1952-07-04")]),
    ("He was born on July 4, 1952, in Kiva.", [("July 4, 1952", "1952-07-04")]),
    ("The treaty of March 2019 was renewed.", [("March 2019", "2019-03")]),
    ("The factory closed in the 1980s.", [("the 1980s", "198X")]),
    ("The palace dates from the 18th century.", [("the 18th century", "17XX")]),
    ("The minister resigned last month.", [("last month", "2031-04")]),
    ("Elections will be held next year.", [("next year", "2032")]),
    ("Elections were held last October.", [("last October", "2030-10")]),
    ("Elections are planned for October.", [("October", "2031-10")]),
    ("He told the press that the bridge opens in December.", [("December", "2031-12")]),
    ("The plant was shut in December.", [("December", "2030-12")]),
    ("The plant was shut in April.", [("April", "2031-04")]),
    ("He spoke on the sidelines of the May 3 summit.", [("May 3", "2031-05-03")]),
    ("The fair runs from May 3 to May 12.", [("from May 3 to May 12", "2031-05-03/2031-05-12")]),
    ("The fair runs between 3 and 12 May.", [("between 3 and 12 May", "2031-05-03/2031-05-12")]),
    ("From 1939 to 1945 the port was closed.", [("From 1939 to 1945", "1939-01-01/1945-01-01")]),
    ("The board meets every Tuesday.", [("every Tuesday", "XXXX-WXX-2")]),
    ("The board meets twice a week.", [("twice a week", "P1W")]),
    ("The paper appears daily.", [("daily", "P1D")]),
    ("Over the past three years rents doubled.", [("the past three years", "P3Y")]),
    ("Over the weekend thousands marched.", [("the weekend", "2031-W18-WE")]),
    ("The shooting happened on New Year's Eve.", [("New Year's Eve", "2030-12-31")]),
    ("He has now agreed to leave.", [("now", "PRESENT_REF")]),
    ("The court ruled at the time that he was guilty.", []),
    ("Negotiators worked overnight.", [("overnight", "2031-05-06TNI")]),
    ("The storm is expected to hit on Thursday night.", [("Thursday night", "2031-05-08TNI")]),
    ("The girl, 12, was found on Saturday morning.", [("Saturday morning", "2031-05-03TMO")]),
    ("At least 20 people died in a week of fighting.", [("a week", "P1W")]),
    ("The company reports on its fiscal year 2030.", [("fiscal year 2030", "FY2030")]),
    ("By the end of the year all troops will have left.", [("the end of the year", "2031")]),
    ("The drought is the worst in 40 years.", [("40 years", "P40Y")]),
    ("A year and a half later, he returned.", [("A year and a half", "P1.5Y")]),
    ("The law takes effect on 1 January 2032.", [("1 January 2032", "2032-01-01")]),
    ("The summer of 2029 was dry.", [("summer of 2029", "2029-SU")]),
    ("Last summer the wells ran dry.", [("Last summer", "2030-SU")]),
    ("The mayor may resign.", []),
    ("Troops march on Kiva.", []),
    ("Critics fear the second term.", []),
    ("Prices could fall further.", []),
    ("The Sun reported the deal.", []),
    ("April Holm and Mark May won.", []),
    ("He was second in the poll.", []),
    ("The team won 3-2 in the fall of the wall.", []),
    ("He has a second house.", []),
    ("One day he will be president.", []),
    ("She sat next to the envoy.", []),
    ("Army units march past the palace.", []),
    ("The bank cut rates by a quarter point.", []),
    ("A quarter of the voters stayed home.", []),
    ("They spent half the night there.", []),
    ("The third minute of the game was dull.", []),
    ("Shops will close on Christmas Day.", [("Christmas Day", "2031-12-25")]),
    ("In mid-March the lake dried up.", [("mid-March", "2031-03")]),
    ("We may end up with nothing.", []),
    ("KIVA TODAY asked the mayor.", []),
    ("He spoke on The Tonight Show Friday.", [("Friday", "2031-05-02")]),
    ("The two-H club met.", []),
    ("It could come as early as Thursday.", [("Thursday", "2031-05-08")]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_news_times_have_their_day(text: str, expected: list[tuple[str, str]]) -> None:
    """Each time is found with its value, by the tense of its sentence; words that only look like times are left."""
    found = [(timex.span.of(text), timex.value) for timex in find_timexes(text, "en", WEDNESDAY)]
    assert len(found) == len(expected)
    for words, value in expected:
        assert any(value == other and (words in said or said in words) for said, other in found), found


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("zh", "2015年12月3日", "2015-12-03"),
        ("zh", "港口于2015年关闭", "2015"),
        ("zh", "他去年辞职", "2030"),
        ("zh", "上周一", "2031-04-28"),
        ("zh", "下午5点半", "T17:30"),
        ("ja", "昨年の9月", "2030-09"),
        ("ja", "2031年5月3日", "2031-05-03"),
        ("ja", "先週", "2031-W18"),
        ("ja", "午後3時", "T15:00"),
        ("ko", "2031년 5월 3일", "2031-05-03"),
        ("ko", "지난주", "2031-W18"),
        ("ko", "오전 9시", "T09:00"),
        ("ar", "قبل أسبوعين", "2031-W17"),
        ("ar", "الساعة السابعة", "T07:00"),
        ("tr", "geçen yıl", "2030"),
        ("tr", "3 Mayıs 2031", "2031-05-03"),
        ("tr", "yarın sabah", "2031-05-08TMO"),
        ("hi", "3 मई 2031", "2031-05-03"),
        ("hi", "पिछले सप्ताह", "2031-W18"),
        ("hi", "आज शाम", "2031-05-07TEV"),
        ("it", "Parte il 15", "2031-05-15"),
        ("it", "tutta la settimana", "P1W"),
        ("pt", "a semana inteira", "P1W"),
        ("en", "Passover of 2024", "2024-04-23"),
        ("en", "Yom Kippur of 2023", "2023-09-25"),
        ("en", "Orthodox Easter 2024", "2024-05-05"),
        ("en", "Good Friday of 2024", "2024-03-29"),
    ],
)
def test_other_scripts_and_calendars(language: str, text: str, value: str) -> None:
    """Signs for year, month, day and hour, words for whole spans, duals, and feasts of other calendars."""
    assert value in [timex.value for timex in find_timexes(text, language, WEDNESDAY)]


def test_a_feast_without_a_year_keeps_its_month_and_day() -> None:
    """Without a reference the value says what the name of the day says."""
    values = [find_timexes(text, "en", None)[0].value for text in ("at Christmas", "on Thanksgiving", "at Easter")]
    assert values == ["XXXX-12-25", "XXXX-11-WXX-4-4", "XXXX-XX-XX"]
