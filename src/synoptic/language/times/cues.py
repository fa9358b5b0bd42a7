"""What is a time only in the right company: bare years, short numeric dates, weekdays, edges of a span."""

import re

from synoptic.language.times.durations import SPACED
from synoptic.language.times.patterns import Found, Rule
from synoptic.language.times.relatives import GRAIN_OF_UNIT, shifted
from synoptic.language.times.shapes import full_year
from synoptic.language.times.values import Clock, Content, Duration, Moment, When

_NOUN_FOLLOWS = re.compile(r"\s+[^\W\d_A-Z]{2,}|-[^\W\d_]|['’][sS]?\w")


def _cued_year(found: Found) -> Content | None:
    """A year after a word that leads to one ("in 1998", "since 2001", "(2019)", "the 1979 revolution")."""
    year = found.number("y", "year")
    return When("year", year) if year else None


def _loosely_cued_year(found: Found) -> Content | None:
    """A year after a word that may as well lead to a count ("to 2000 pieces")."""
    year = found.number("y", "year")
    if year is None or (year % 100 == 0 and _NOUN_FOLLOWS.match(found.text, found.row[-1].end)):
        return None
    return When("year", year)


def _after_article(found: Found) -> Content | None:
    """Reads "The 1979 …" is a year; "the 2000 …" may count something."""
    year = found.number("y", "year")
    return When("year", year) if year and 1500 <= year < 2100 and year % 500 else None


def _bare_year(found: Found) -> Content | None:
    """A number that can be a year, with nothing after it that it might count."""
    year, end = found.number("y", "year"), found.row[-1].end
    if year is None or not 1900 <= year < 2100 or not found.row[0].digits:
        return None
    follows = _NOUN_FOLLOWS.match(found.text, end) if found.lexicon.language in SPACED else None
    if follows and follows.group()[0] in "'’" and found.lexicon.settings.get("ablative"):
        follows = None  # "2018'de": a case ending
    return None if follows else When("year", year)


def _short(found: Found) -> Content | None:
    when = found.any_content("x")
    return when if isinstance(when, When) else None


def _short_year(found: Found) -> Content | None:
    """Reads "08/12, 2015"."""
    when, year, short = found.any_content("x"), found.number("y", "year"), found.number("z", "number")
    if year is None and short is not None and found.items["z"].digits == 2:
        year = full_year(short)
    return when.but(year=year) if isinstance(when, When) and year is not None and when.year is None else None


def _dotted_date(found: Found) -> Content | None:
    first, second = (int(part) for part in found.word("t", "dotted").split("."))
    order = found.lexicon.settings.get("order", "dmy")
    pairs = [(second, first), (first, second)] if order == "mdy" else [(first, second), (second, first)]
    pair = next(((d, m) for d, m in pairs if 1 <= d <= 31 and 1 <= m <= 12), None)
    return When("day", None, pair[1], pair[0], weekday=found.number("w", "weekday")) if pair else None


def _weekday(found: Found) -> Content | None:
    weekday = found.number("w", "weekday")
    return When("day", weekday=weekday, weak="weak" in found.items["w"].categories)


def _weekday_ordinal(found: Found) -> Content | None:
    """Portuguese "na quinta": a weekday where no noun follows that it would count."""
    rest = found.text[found.row[-1].end : found.row[-1].end + 40]
    if re.match(r"\s+[^\W\d_A-Z]{3,}", rest) and not re.match(r"\s+(?:que|para|com|por|quando|em)\b", rest):
        return None
    return When("day", weekday=found.number("w", "weekday_ordinal"), direction=None)


def _day_number(found: Found) -> Content | None:
    """Reads "The 4th", with nothing that it counts."""
    day, end = found.number("d", "ordinal"), found.row[-1].end
    if day is None or not 1 <= day <= 31 or not found.row[-1].digits:
        return None
    rest = found.text[end : end + 24]
    if found.lexicon.is_set("capital_nouns") and re.match(r"\s+[^\W\d_A-ZÄÖÜ]", rest):
        return When("day", day=day)
    if re.match(r"[-'’]|\s+[^\W\d_]", rest) and not re.match(r"\s+(?:" + _GO_ON + r")\b", rest):
        return None
    return When("day", day=day)


def _numbered_day(found: Found) -> Content | None:
    """Reads "El día 21", "le 4", where nothing follows that is counted."""
    day, end = found.number("d", "number", "ordinal"), found.row[-1].end
    rest = found.text[end : end + 40]
    goes_on = re.match(r"\s+(?:" + _GO_ON + r")\b", rest) is not None
    if day is None or not 1 <= day <= 31 or (re.match(r"\s+[^\W\d_]", rest) and not goes_on):
        return None
    return When("day", day=day)


_GO_ON = "as|às|las|les|alle|dalle|and|or|to|of|in|at|on|with|from|for|y|o|a|de|en|et|ou|und|oder|um|e|di|com|om"


def _shares_month(found: Found) -> Content | None:
    """Reads the "18" of "on 18 and 19 June", or the "19" of "on June 18 and 19"."""
    whole, day = found.content("x", When), found.number("d", "number", "ordinal")
    if whole is None or whole.grain != "day" or not whole.month or not whole.day or day is None or not 1 <= day <= 31:
        return None
    item = found.items["d"]
    rest = found.text[item.end : item.end + 24]
    behind = item.start > found.items["x"].start
    if behind and re.match(r"[-'’.,]?\d|\s+[^\W\d_]", rest) and not re.match(r"\s+(?:" + _GO_ON + r")\b", rest):
        return None
    if (day <= whole.day) is behind:
        return None
    return whole.but(day=day, weekday=None, first=None, end=None)


def _edge(found: Found) -> Content | None:
    """Reads "Early 2019", "the end of June", "mid-May", "late Monday": the same value; the rest is a nuance."""
    span = found.any_content("x")
    first = found.row[0]
    bare = found.text[first.start : first.end].lower() in found.lexicon.settings.get("edge_verbs", "").split()
    if bare and not found.has("of"):
        return None  # "is to end later this month"
    if found.has("u"):
        grain, today = GRAIN_OF_UNIT.get(found.word("u", "unit")), found.frame.today
        span = shifted(grain, today, 0) if grain and today else None
    if isinstance(span, When) and span.grain == "day" and found.word("e", "edge") == "end" and found.has("of"):
        return Moment(span, Clock(23, 59, 59, fixed=True))
    if isinstance(span, When):
        behind = found.has("x") and found.row[0] is found.items["x"]  # "we may end up"
        return span.but(edge=found.word("e", "edge"), weak=span.weak and (behind or span.grain == "day"))
    return span if isinstance(span, Moment | Clock) else None


def _whole(found: Found) -> Content | None:
    known = found.any_content("x")
    return known if isinstance(known, When | Duration) else None


def _weekend(found: Found) -> Content | None:
    """Reads "The weekend": the one of this week."""
    today = found.frame.today
    if today is None:
        return When("weekend")
    steps = 0 if found.frame.future or today.isoweekday() > 5 else -1 if found.frame.past else 0
    return shifted("weekend", today, steps)


_SURE = "{in|since|before|after|until|year_word|edge|or_later}"
_LEADS = (
    "{in|on|for|or_later|since|before|after|until|from|between|edge|open|year_word|of|equals|to|and"
    "|or|during|about|dash}"
)

CUES = (
    Rule("(?<={article})(?<!{number}{article}){y:year}(?!{unit|meridiem|slash})", _after_article),
    Rule("{year_word} {of}? {y:year}", _cued_year),
    Rule("(?<=" + _SURE + "){article}? {y:year}(?!{unit|meridiem|slash|quote})", _cued_year),
    Rule("(?<=" + _LEADS + "){article}? {y:year}(?!{unit|meridiem|slash|quote})", _loosely_cued_year),
    Rule("{y:year}(?!{unit|meridiem|slash})", _bare_year),
    Rule("(?<={on|from|before|after|until|since|between|to|this|next|and|at|in|article}){x:unsure}", _short),
    Rule("{x:short|unsure} {comma} (?:{y:year}|{z:number})(?!{unit|comma|and})", _short_year),
    Rule("{x:short}", _short),
    Rule("{w:weekday} {comma|article}? {t:dotted}", _dotted_date),
    Rule(
        "(?<={on}){article}? {t:dotted}(?!{unit|meridiem|oclock})",
        _dotted_date,
    ),
    Rule("{w:weekday}", _weekday),
    Rule("(?<={in|contracted|this|next|last|on}){w:weekday_ordinal}", _weekday_ordinal),
    Rule("(?<={on|contracted|before|after|until|since}){d:ordinal}", _day_number),
    Rule("(?<={on|before|after|until|since|from|by}){article} {d:ordinal}", _day_number),
    Rule("{article}? {day_number} {d:number|ordinal}(?!{unit})", _numbered_day),
    Rule("(?<={on_the}){d:number}(?!{unit|dash|slash|to})", _numbered_day),
    Rule("(?<!{every})(?<!{number}){this}? {article}? {weekend}(?!{of})", _weekend),
)
LISTS = (
    Rule(
        "(?<={on|at|from|before|after|until|since|by|of|comma}){article}?"
        " {d:number|ordinal} (?={and|comma}{article}?{x:date})",
        _shares_month,
    ),
    Rule("(?<={x:date}{and}){d:number|ordinal}(?!{unit|meridiem|oclock|colon|month|slash|dash|to})", _shares_month),
)
"""Days that share the month of the next or the one before."""

EDGES = (
    Rule("{article}? {e:edge} (?P<of>{of}) {article}? {this}? {x:date}", _edge),
    Rule("{article}? {e:edge} {of|in|dash|article}{0,3} {this}? {x:date|moment}", _edge),
    Rule("{article}? {e:edge} (?P<of>{of}) {article}? {u:unit}", _edge),
    Rule("{x:date} {e:edge}(?!{of|in})", _edge),
    Rule("{whole} {x:date}", _whole),
)
