"""Quantities as closed ranges."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from synoptic.records.annotation import Quantity
from tests.stages.annotated import annotated


def found(text: str, language: str = "en") -> tuple[Quantity, ...]:
    """The quantities of a text."""
    return annotated(text, language=language).annotation.quantities


@pytest.mark.parametrize(
    ("text", "low", "high", "unit", "counted"),
    [
        ("They signed seven cooperation documents.", 7, 7, None, "document"),
        ("The flood drove out tens of thousands of people.", 10_000, 100_000, None, "people"),
        ("At least 12 sailors drowned.", 12, math.inf, None, "sailor"),
        ("More than 1,200 houses burned.", 1200, math.inf, None, "house"),
        ("Nearly 40 percent voted.", 36, 40, "percent", None),
        ("About 30 boats came.", 27, 33, None, "boat"),
        ("Two thirds of the crews left.", 2 / 3, 2 / 3, "share", "crew"),
        ("Most of the crews left.", 0.5, 1, "share", "crew"),
        ("A dozen boats came.", 12, 12, None, "boat"),
        ("The bridge cost $2.5 billion.", 2.5e9, 2.5e9, "USD", None),
        ("It lies 10 to 15 km away.", 10, 15, "km", None),
        ("Up to 500 guards stood there.", 0, 500, None, "guard"),
        ("Between 3 and 4 million votes were cast.", 3e6, 4e6, None, "vote"),
    ],
)
def test_numbers_become_ranges(text: str, low: float, high: float, unit: str | None, counted: str | None) -> None:
    """Approximation, unit and counted noun of each wording."""
    (only,) = found(text)
    assert (only.low, only.high, only.unit, only.counted) == (pytest.approx(low), pytest.approx(high), unit, counted)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("Rescuers pulled out some 1,600 people.", 1440, 1760, None),
        ("Rescuers pulled out some 1, 600 people.", 1440, 1760, None),
        ("Rescuers pulled out some 1 600 people.", 1440, 1760, None),
        ("A $40-million grant came.", 4e7, 4e7, "USD"),
        ("They paid Rs 5 crore.", 5e7, 5e7, "INR"),
        ("They paid 3 lakh rupees.", 3e5, 3e5, "INR"),
        ("It costs 5 million Swiss francs.", 5e6, 5e6, "CHF"),
        ("It took NZ$3m.", 3e6, 3e6, "NZD"),
        ("Half a million people marched.", 5e5, 5e5, None),
        ("A million and a half people marched.", 1.5e6, 1.5e6, None),
        ("Two and a half tons burned.", 2.5, 2.5, "ton"),
        ("One and a half million people marched.", 1.5e6, 1.5e6, None),
        ("One in five crews left.", 0.2, 0.2, "share"),
        ("Nine out of ten crews left.", 0.9, 0.9, "share"),
        ("A couple of hundred crews left.", 200, 300, None),
        ("A few dozen crews left.", 24, 108, None),
        ("Some 10,000-odd crews left.", 9000, 11_000, None),
        ("It had 10,000-plus guests.", 10_000, math.inf, None),
        ("The catch doubled.", 2, 2, "times"),
        ("It grew 10 times faster.", 10, 10, "times"),
        ("It fell to -10°C.", -10, -10, "degree"),
        ("It fell to minus 10 degrees Celsius.", -10, -10, "degree"),
        ("It covers 40 sq km.", 40, 40, "km2"),
        ("Rates rose 25 basis points.", 25, 25, "basis_point"),
        ("Prices fell by half.", 0.5, 0.5, "share"),
        ("Slightly more than 200 crews left.", 200, 220, None),
    ],
)
def test_parts_scales_and_units_belong_to_the_number(text: str, low: float, high: float, unit: str | None) -> None:
    """One quantity with its parts, scale, sign, unit and approximation."""
    (only,) = found(text)
    assert (only.low, only.high, only.unit) == (pytest.approx(low), pytest.approx(high), unit)


@pytest.mark.parametrize(
    ("text", "count"),
    [("Boats 1, 200 and 300 sank.", 3), ("They had 12 of 37 boats.", 2), ("They met 12 in 37 towns.", 2)],
)
def test_numbers_of_their_own_stay_apart(text: str, count: int) -> None:
    """A list is no number with thousands, and not everything in something is a share."""
    assert len(found(text)) == count


MONEY = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY"}
LEADS = {
    "at least ": (1.0, math.inf),
    "up to ": (0.0, 1.0),
    "nearly ": (0.9, 1.0),
    "about ": (0.9, 1.1),
    "": (1.0, 1.0),
}
SCALES = {"": 1, " thousand": 1e3, " million": 1e6, "bn": 1e9}


@given(
    st.integers(min_value=2, max_value=999),
    st.sampled_from(sorted(MONEY)),
    st.sampled_from(sorted(LEADS)),
    st.sampled_from(sorted(SCALES)),
)
@settings(max_examples=40)
def test_what_is_written_is_read(number: int, mark: str, lead: str, scale: str) -> None:
    """Law: a sum written with mark, scale and approximation reads as that range of that currency, whole."""
    text = f"It cost {lead}{mark}{number}{scale}."
    (only,) = found(text)
    low, high = LEADS[lead]
    value = number * SCALES[scale]
    assert (only.low, only.high, only.unit) == (pytest.approx(low * value), pytest.approx(high * value), MONEY[mark])
    assert only.span.of(text) == f"{lead}{mark}{number}{scale}"


@pytest.mark.parametrize(
    "text",
    [
        "He came on the 4th of the month.",
        "They won 2-1 on the F-16.",
        "She was one of the guards.",
        "It happened in 1979.",
        "The meeting on Monday (4) went on.",
    ],
)
def test_ordinals_codes_years_and_dates_are_no_quantities(text: str) -> None:
    """What does not count or measure is left out."""
    assert found(text) == ()


@pytest.mark.parametrize(
    ("language", "text", "low", "high", "unit"),
    [
        ("es", "Murieron al menos 1.200 personas.", 1200, math.inf, None),
        ("es", "Costó 2,5 millones de dólares.", 2.5e6, 2.5e6, "USD"),
        ("fr", "Une centaine de soldats sont venus.", 90, 110, None),
        ("pt", "Dezenas de milhares de pessoas fugiram.", 10_000, 100_000, None),
        ("de", "Rund 30 Prozent stimmten ab.", 27, 33, "percent"),
        ("it", "Oltre 1.200 feriti.", 1200, math.inf, None),
        ("it", "Novantadue morti.", 92, 92, None),
        ("it", "Più della metà dei seggi.", 0.5, 1, "share"),
        ("it", "Un milione e mezzo di persone.", 1.5e6, 1.5e6, None),
        ("es", "Varios cientos de personas.", 300, 900, None),
        ("es", "Una de cada cinco personas.", 0.2, 0.2, "share"),
        ("fr", "Un million et demi de personnes.", 1.5e6, 1.5e6, None),
        ("fr", "Les deux tiers des sièges.", 2 / 3, 2 / 3, "share"),
        ("pt", "Mais da metade dos assentos.", 0.5, 1, "share"),
        ("pt", "R$ 3,5 mil.", 3500, 3500, "BRL"),
        ("de", "Anderthalb Millionen Menschen.", 1.5e6, 1.5e6, None),
        ("de", "Jeder fünfte Wähler.", 0.2, 0.2, "share"),
        ("nl", "Minstens 1.200 mensen.", 1200, math.inf, None),
        ("nl", "Tienduizenden mensen.", 10_000, 100_000, None),
    ],
)
def test_other_languages(language: str, text: str, low: float, high: float, unit: str | None) -> None:
    """The tables of each language give the same ranges."""
    (only,) = found(text, language)
    assert (only.low, only.high, only.unit) == (pytest.approx(low), pytest.approx(high), unit)


@pytest.mark.parametrize(
    ("language", "text", "words", "low", "high", "unit", "counted"),
    [
        ("ar", "سيكلف السد ٤٣٠ مليون دولار.", "٤٣٠ مليون دولار", 4.3e8, 4.3e8, "USD", None),
        ("ar", "غمرت المياه ما لا يقل عن ١٤ قرية.", "ما لا يقل عن ١٤", 14, math.inf, None, "village"),
        ("fa", "دست‌کم ۱۴ روستا زیر آب رفت.", "دست‌کم ۱۴", 14, math.inf, None, "village"),
        ("he", "פונו כ-340 איש.", "כ-340", 306, 374, None, "people"),
        ("he", "נפגעו יותר מ-14 כפרים.", "יותר מ-14", 14, math.inf, None, "village"),
        ("hi", "नया बाँध ३४ करोड़ डॉलर में बनेगा।", "३४ करोड़ डॉलर", 3.4e8, 3.4e8, "USD", None),
        ("hi", "बाढ़ में 300 से अधिक लोग फँसे।", "300 से अधिक", 300, math.inf, None, "people"),
        ("zh", "大坝耗资三亿四千万美元。", "三亿四千万美元", 3.4e8, 3.4e8, "USD", None),
        ("zh", "因火灾召回3.4万台机器人。", "3.4万", 34_000, 34_000, None, None),
        ("zh", "产量增加百分之六十。", "百分之六十", 60, 60, "percent", None),
        ("zh", "三分之二的人投票。", "三分之二", 2 / 3, 2 / 3, "share", "people"),
        ("ja", "住民100人以上が避難した。", "100", 100, math.inf, None, "people"),
        ("ja", "費用は約120億円。", "約120億円", 1.08e10, 1.32e10, "JPY", None),
        ("ko", "주민 두 명이 다쳤다.", "두", 2, 2, None, "people"),
        ("ko", "비용은 120억 엔에 이른다.", "120억 엔", 1.2e10, 1.2e10, "JPY", None),
        ("ru", "Ущерб превысил 2,5 млн. евро.", "2,5 млн. евро", 2.5e6, 2.5e6, "EUR", None),
        ("ru", "Затоплено не менее 14 сёл.", "не менее 14", 14, math.inf, None, "village"),
        ("uk", "Евакуювали понад 1 200 мешканців.", "понад 1 200", 1200, math.inf, None, "resident"),
        ("pl", "Ewakuowano co najmniej 1200 mieszkańców.", "co najmniej 1200", 1200, math.inf, None, "resident"),
        ("tr", "Üretim yüzde 60 arttı.", "yüzde 60", 60, 60, "percent", None),
        ("tr", "Yangında 500'den fazla kişi kaçtı.", "500'den fazla", 500, math.inf, None, "people"),
        ("el", "Κόστισε πάνω από 300 εκατ. ευρώ.", "πάνω από 300 εκατ. ευρώ", 3e8, math.inf, "EUR", None),
        ("id", "Biayanya Rp 2,5 triliun.", "Rp 2,5 triliun", 2.5e12, 2.5e12, "IDR", None),
        ("de", "Der Schaden liegt bei 3 Mio. Euro.", "3 Mio. Euro", 3e6, 3e6, "EUR", None),
    ],
)
def test_every_script_is_read(
    language: str, text: str, words: str, low: float, high: float, unit: str | None, counted: str | None
) -> None:
    """Native digits, scales of ten thousand and of a hundred thousand, units before and behind, glued small words."""
    (only,) = found(text, language)
    assert (only.span.of(text), only.unit, only.counted) == (words, unit, counted)
    assert (only.low, only.high) == (pytest.approx(low), pytest.approx(high))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "这十分重要,也是统一的要求。"),
        ("zh", "第三次会议在二〇二四年举行。"),
        ("ja", "第二の故郷で唯一の友人と会った。"),
        ("ko", "모두 그것을 세상에 알렸다."),
        ("he", "הוא דיבר על המאה הזאת."),
    ],
)
def test_words_that_hold_a_number_sign_are_no_quantities(language: str, text: str) -> None:
    """Where words run together, a sign for a number counts only before what it can count."""
    assert found(text, language) == ()
