"""Where words may end in scripts that part them by nothing: the dictionaries of ICU for Chinese and Japanese."""

from icu import BreakIterator, Locale


def segments(text: str, language: str) -> list[tuple[int, int]]:
    """The words of a text in their order, marks and white space among them, as code points `[start, end)`.

    Source: ICU's word breaks (UAX 29) with its dictionaries for Chinese and Japanese. Names are mostly in none: their
    signs come one by one, or in the words that they are made of.
    """
    breaks = BreakIterator.createWordInstance(Locale(language))
    breaks.setText(text)
    # ICU counts code units of UTF-16: signs beyond the first plane are two of them.
    place, unit = {0: 0}, 0
    for index, sign in enumerate(text, start=1):
        unit += 1 + (ord(sign) > _FIRST_PLANE)
        place[unit] = index
    ends = [place[end] for end in breaks if end in place]
    return list(zip([0, *ends], ends, strict=False))


_FIRST_PLANE = 0xFFFF
