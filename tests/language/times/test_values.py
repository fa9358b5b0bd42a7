"""Times in invented sentences: what they are taken to mean, language by language."""

from datetime import datetime

import pytest

from synoptic.language.times import find_timexes

REFERENCE = datetime(2031, 5, 6, 9, 30)
"""A Tuesday."""

ENGLISH = (
    ("The council met on Monday.", "Monday", "2031-05-05"),
    ("The council met this Monday (5).", "this Monday (5)", "2031-05-05"),
    ("She landed on Sunday night (4).", "Sunday night (4)", "2031-05-04TNI"),
    ("The council will meet on Friday.", "Friday", "2031-05-09"),
    ("He spoke on Monday evening.", "Monday evening", "2031-05-05TEV"),
    ("The pier burned 22 years ago.", "22 years ago", "2009"),
    ("They met three months ago.", "three months ago", "2031-02"),
    ("They met two weeks ago.", "two weeks ago", "2031-W17"),
    ("No bridge stood there since 2001.", "2001", "2001"),
    ("The 1979 flood is still remembered.", "1979", "1979"),
    ("Nothing changed over the past 75 years.", "past 75 years", "P75Y"),
    ("It was a 75-year-long quarrel.", "75-year-long", "P75Y"),
    ("Earlier today the gates opened.", "Earlier today", "2031-05-06"),
    ("He came earlier this year.", "earlier this year", "2031"),
    ("The board meets every Monday.", "every Monday", "XXXX-WXX-1"),
    ("The board meets twice a week.", "twice a week", "P1W"),
    ("Prices fell in the first quarter of 2030.", "first quarter of 2030", "2030-Q1"),
    ("It was common in the 1990s.", "1990s", "199X"),
    ("The mill dates from the 18th century.", "18th century", "17XX"),
    ("In recent days the river rose.", "recent days", "PAST_REF"),
    ("It opened on December 3rd, 2030.", "December 3rd, 2030", "2030-12-03"),
    ("It opened on 3 December 2030.", "3 December 2030", "2030-12-03"),
    ("It opened on 2030-12-03.", "2030-12-03", "2030-12-03"),
    ("The vote is on May 20.", "May 20", "2031-05-20"),
    ("They left in December.", "December", "2030-12"),
    ("The shop closes at 7:30 pm.", "7:30 pm", "T19:30"),
    ("The shop closes at half past seven.", "half past seven", "T07:30"),
    ("They met last week.", "last week", "2031-W18"),
    ("They will meet next month.", "next month", "2031-06"),
    ("It lasted two and a half hours.", "two and a half hours", "PT2.5H"),
    ("The fair ran from 3 to 9 April 2030.", "3 to 9 April 2030", "2030-04-03/2030-04-09"),
    ("It was rebuilt between 2014 and 2018.", "between 2014 and 2018", "2014-01-01/2018-01-01"),
    ("They came in nineteen eighty-six.", "nineteen eighty-six", "1986"),
    ("It ends on Easter Sunday.", "Easter Sunday", "2031-04-13"),
)


@pytest.mark.parametrize(("text", "words", "value"), ENGLISH)
def test_english_times_have_their_value(text: str, words: str, value: str) -> None:
    """News English of every kind gets the TIMEX3 value that a reader on that Tuesday would give it."""
    found = {timex.span.of(text): timex.value for timex in find_timexes(text, "en", REFERENCE)}
    assert any(words in span and known == value for span, known in found.items()), found


OTHERS = (
    ("ru", "Строительство начнётся 3 декабря 2030 года.", "2030-12-03"),
    ("ru", "Они встретились на прошлой неделе.", "2031-W18"),
    ("ru", "Мост закроют через три дня.", "2031-05-09"),
    ("uk", "Пожежа спалахнула у понеділок, 5 травня.", "2031-05-05"),
    ("uk", "Це було два роки тому.", "2029"),
    ("pl", "Most otwarto w poniedziałek 5 maja.", "2031-05-05"),
    ("pl", "Budowa ruszy 3 grudnia 2031 r. w porcie.", "2031-12-03"),
    ("el", "Η φωτιά ξέσπασε τη Δευτέρα 5 Μαΐου.", "2031-05-05"),
    ("el", "Συναντήθηκαν πριν από δύο χρόνια.", "2029"),
    ("he", "ההסכם נחתם ב-3 בדצמבר 2030.", "2030-12-03"),
    ("he", "הם נפגשו בשבוע שעבר.", "2031-W18"),
    ("id", "Jembatan dibuka pada hari Senin (5/5/2031).", "2031-05-05"),
    ("ms", "Jambatan dibuka pada hari Isnin, 5 Mei 2031.", "2031-05-05"),
    ("fa", "توافق روز سه‌شنبه ۲۲ مهر ۱۴۰۴ امضا شد.", "2025-10-14"),
    ("fa", "توافق در ۱۴۰۴/۰۷/۲۲ امضا شد.", "2025-10-14"),
    ("fa", "آنها ۱۶ اردیبهشت آمدند.", "2031-05-06"),
    ("ar", "وقع الاتفاق في ٢٠٢٥/١٠/١٤.", "2025-10-14"),
    ("zh", "协议于二〇二五年十月十四日签署。", "2025-10-14"),
    ("zh", "協議於民國114年10月14日簽署。", "2025-10-14"),
    ("ja", "橋は令和7年11月6日に開通した。", "2025-11-06"),
    ("es", "El puerto abrió hace 22 años.", "2009"),
    ("es", "El alcalde habló el lunes por la noche.", "2031-05-05TNI"),
    ("es", "La obra empezó el 3 de diciembre de 2030.", "2030-12-03"),
    ("fr", "Le pont a brûlé il y a 22 ans.", "2009"),
    ("fr", "Le maire a parlé lundi soir.", "2031-05-05TEV"),
    ("fr", "Le marché a ouvert le 3 décembre 2030.", "2030-12-03"),
    ("de", "Die Brücke brannte vor 22 Jahren.", "2009"),
    ("de", "Der Rat tagte am Montagabend.", "2031-05-05TEV"),
    ("de", "Am 3. Dezember 2030 begann der Bau.", "2030-12-03"),
    ("it", "Il ponte è bruciato 22 anni fa.", "2009"),
    ("it", "Il mercato ha aperto il 3 dicembre 2030.", "2030-12-03"),
    ("pt", "A ponte caiu há 22 anos.", "2009"),
    ("pt", "O prefeito falou na segunda-feira (5).", "2031-05-05"),
    ("nl", "De brug brandde 22 jaar geleden.", "2009"),
    ("nl", "De raad vergaderde gisteravond.", "2031-05-05TEV"),
    ("ar", "افتتح الجسر في 3 ديسمبر 2030.", "2030-12-03"),
    ("ar", "افتتح الجسر في ٣ كانون الأول ٢٠٣٠.", "2030-12-03"),
    ("zh", "大桥于2030年12月3日开通。", "2030-12-03"),
)


@pytest.mark.parametrize(("language", "text", "value"), OTHERS)
def test_other_languages_have_their_tables(language: str, text: str, value: str) -> None:
    """The same rules read other languages through their tables of words."""
    assert value in [timex.value for timex in find_timexes(text, language, REFERENCE)]


NO_TIMES = (
    "This may take longer than expected.",
    "They march and then they sat down in the sun.",
    "A 26-year-old man and five others were taken in.",
    "At second glance the fall of the tower was no surprise.",
    "The screen has a 4:3 aspect ratio and costs $2019.",
    "Call +86 138-2010-2015 and ask for model B-52.",
    "Sales rose 6.45 percent to 2000 pieces at 15 places.",
    "The Yale Daily Post was first to tell.",
)


@pytest.mark.parametrize("text", NO_TIMES)
def test_words_that_only_look_like_times_are_left_alone(text: str) -> None:
    """Verbs, counts, ages, ratios, prices, telephone numbers and names are no times."""
    assert find_timexes(text, "en", REFERENCE) == ()


def test_since_a_year_and_years_ago_meet_in_their_days() -> None:
    """Both "since 2001" and "22 years ago" in 2023 cover common days, so that they can be told to agree."""
    reference = datetime(2023, 6, 1)
    (since,) = find_timexes("No such visit since 2001.", "en", reference)
    (ago,) = find_timexes("They met there 22 years ago.", "en", reference)
    assert since.interval == ago.interval == ("2001-01-01", "2002-01-01")


def test_without_a_reference_what_depends_on_it_stays_open() -> None:
    """A weekday without a reference names no day; a full date needs none."""
    monday, full = find_timexes("On Monday they recalled May 3, 2030.", "en", None)
    assert (monday.value, monday.interval) == ("XXXX-WXX-1", None)
    assert full.interval == ("2030-05-03", "2030-05-04")


def test_the_day_after_counts_from_the_day_told_of_last() -> None:
    """The next day follows the story, not the day of writing."""
    found = find_timexes("He arrived on May 1, 2030. The next day he left.", "en", REFERENCE)
    assert [timex.value for timex in found] == ["2030-05-01", "2030-05-02"]
