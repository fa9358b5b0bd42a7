"""The line below a headline that names the outlet and the day, in every script and calendar."""

import pytest

from synoptic.language.page_words import page_words
from synoptic.stages.clean.imprint import imprint_date, imprint_outlet


@pytest.mark.parametrize(
    ("language", "line", "day", "outlet"),
    [
        ("en", "Harbour Weekly | November 6, 2031", "2031-11-06", "Harbour Weekly"),
        ("es", "El Faro del Norte | 14/10/2031 | Redacción", "2031-10-14", "El Faro del Norte"),
        ("pt", "Diário da Barra – 05/03/2031", "2031-03-05", "Diário da Barra"),
        ("de", "Inselkurier, 05.03.2031", "2031-03-05", "Inselkurier"),
        ("fr", "Genève, le 5 mars 2031 à 08h15", "2031-03-05", None),
        ("ru", "Северный вестник, 14.10.2031, 18:40", "2031-10-14", "Северный вестник"),
        ("ar", "صحيفة الميناء — ١٤ أكتوبر ٢٠٣١", "2031-10-14", "صحيفة الميناء"),
        ("fa", "روزنامه بندر، ۲۳ مهر ۱۴۰۴", "2025-10-15", "روزنامه بندر"),
        ("tr", "Liman Gazetesi / 14.10.2031", "2031-10-14", "Liman Gazetesi"),
        ("hi", "धारा समाचार | १४ अक्टूबर २०३१", "2031-10-14", "धारा समाचार"),
        ("zh", "港口日报 2031年10月14日", "2031-10-14", "港口日报"),
        ("ja", "港湾新聞 2031年11月6日 17時05分", "2031-11-06", "港湾新聞"),
        ("ko", "항구일보 입력 2031.11.06 18:20", "2031-11-06", "항구일보"),
        ("he", "הנמל | 6 בנובמבר 2031", "2031-11-06", "הנמל"),
        ("id", "Kabar Pelabuhan - Kamis, 06/11/2031 19:30 WIB", "2031-11-06", "Kabar Pelabuhan"),
    ],
)
def test_an_imprint_names_the_day_and_mostly_the_outlet(language: str, line: str, day: str, outlet: str | None) -> None:
    """Bars, dashes, commas, native digits, the Persian calendar; a place before a comma is no outlet."""
    known = page_words(language)
    assert (imprint_date(line, known), imprint_outlet(line, known)) == (day, outlet)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Harbour Weekly | 05/03/2031"),
        ("en", "Five things that the storm of 5 March 2031 taught the town about its harbour and walls"),
        ("es", "La alcaldesa habló el 14 de octubre de 2031."),
        ("en", "Harbour Weekly"),
        ("de", "Inselkurier, 05.03.2031 bis 07.03.2031"),
    ],
)
def test_other_lines_are_no_imprint(language: str, line: str) -> None:
    """An English day in figures alone, a headline, a sentence, a name alone, two days."""
    assert imprint_date(line, page_words(language)) is None
