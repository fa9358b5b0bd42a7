"""Which finds to keep: names of months, days and seasons that are also other words need company or a capital."""

import re

from synoptic.language.times.lexer import Item
from synoptic.language.times.lexicon import Lexicon, folded
from synoptic.language.times.values import Content, Duration, When

LEADING = frozenset(
    {"in", "since", "before", "after", "until", "from", "between", "of", "on", "this", "last", "next", "near", "edge"}
    | {"during", "to", "and", "or", "every", "by", "at", "about", "open"}
)
"""Before one of these words "may" is the month, "sat" the day."""

CLOSELY_LEADING = frozenset({"in", "since", "until", "last", "next", "edge", "during"})
"""The same for a name written small."""

NAMES_TOO = frozenset({"and", "or", "by", "of", "to", "at", "about", "open"})
"""Of the leading words those that lead to a person's name as well."""

_AGE = re.compile(r"[-\s]olds?\b|[-\s]?(?:år|jährig)", re.IGNORECASE)


_CAPITALS = re.compile(r"\b[A-Z]{2,}\s\Z")
_OF = re.compile(r"\s(?:of|de|des|du|d['’]|di|dei|delle|van|der)\s")
"""Three quarters *of the farms* are no nine months."""


def is_trusted(item: Item, content: Content, before: list[Item], text: str, lexicon: Lexicon) -> bool:
    """Whether a find is a time and not a word that looks like one."""
    if isinstance(content, Duration):
        shares = content.parts[-1][1] == "Q" and _OF.match(text, item.end) is not None
        return not (shares or _AGE.match(text, item.end) or _is_age(item, content, text))
    if isinstance(content, When) and content.feast:
        return True
    if text[item.start : item.end] == "24/7" or _is_span_of_life(item, content, text, lexicon):
        return False
    if not lexicon.is_set("capital_nouns") and _is_title(item, text, lexicon):
        return False
    if isinstance(content, When) and content.weak:
        return _is_led(item, before, text) and not re.match(r"-[^\W\d_]", text[item.end : item.end + 2])
    if isinstance(content, When) and content.grain == "month" and content.year is None and content.first is None:
        if _name_follows(item, text):  # "June Carter", "and June Carter"
            return _is_led(item, before, text) and not before[-1].categories & NAMES_TOO
        return True
    return True


QUOTES = ("'", '"', "“", "‘", "«")


def _is_span_of_life(item: Item, content: Content, text: str, lexicon: Lexicon) -> bool:
    """Whether a decade is one of somebody's life: "in her late 30s"."""
    owners = "|".join(lexicon.settings.get("owners", "").split())
    if not owners or not isinstance(content, When) or content.grain != "decade":
        return False
    before = text[max(0, item.start - 16) : item.start]
    own = rf"\b(?:{owners})\s(?:[^\W\d_]{{3,6}}[\s-])?\Z"
    return bool(re.search(own, before, re.IGNORECASE) or re.match(rf"(?:{owners})\s", text[item.start : item.end]))


def _is_age(item: Item, content: Duration, text: str) -> bool:
    """Whether years stand between commas behind a name: "Orrin Vale, 49 años, …"."""
    years = len(content.parts) == 1 and content.parts[0][1] == "Y" and 0 < (content.parts[0][0] or 0) < 120
    before, after = text[max(0, item.start - 12) : item.start], text[item.end : item.end + 9]
    return years and bool(
        re.search(r"[^\W\d_],\s(?:\w{2,4}\s)?\Z", before) and re.match(r"\s?[,)]|\s(?:de edad|de idade|alt)", after)
    )


PLAIN = frozenset({"unit", "daypart", "returns", "ref"})


def _is_title(item: Item, text: str, lexicon: Lexicon) -> bool:
    """Whether a plain word for a time is written large inside a sentence: the name of a paper or a programme."""
    words = text[item.start : item.end].split()
    if len(words) == 1 and words[0].isupper() and _CAPITALS.search(text, max(0, item.start - 12), item.start):
        return not text[item.end : item.end + 12].isupper()  # "USA TODAY"
    if len(words) == 1 and words[0].istitle() and re.match(r"\s[A-Z]", text[item.end : item.end + 2]):
        named = any(
            e.categories & {"relday", "relpart", "weekday", "season"} for e in lexicon.entries.get(folded(words[0]), ())
        )
        if named and re.search(r"\bthe\s\Z", text[max(0, item.start - 5) : item.start], re.IGNORECASE):
            return True  # "The Tonight Show", "the Sunday Post"
    last = words[-1] if words else ""
    if not last[:1].isupper() or last.isupper():
        return False
    if text[item.start - 1 : item.start] in QUOTES and re.match(r"[,.]?['\"”’»]", text[item.end : item.end + 2]):
        return len(words) > 1 or bool(re.search(r"\w\W{2,4}\Z", text[max(0, item.start - 8) : item.start]))
    if len(words) == 1 and (
        item.start == 0 or re.search(r"[.!?:\n“\"«(—–-]\s*$", text[max(0, item.start - 3) : item.start])
    ):
        return bool(re.match(r"\s[A-Z]", text[item.end : item.end + 2]))
    return any(entry.categories & PLAIN for entry in lexicon.entries.get(folded(last), ()) if len(entry.words) == 1)


def _is_led(item: Item, before: list[Item], text: str) -> bool:
    """Whether a leading word stands right before."""
    if not before or text[before[-1].end : item.start].strip():
        return False
    if "comma" in before[-1].categories and len(before) > 1 and "date" in before[-2].categories:
        return True  # "Tue, wed or thu"
    if text[item.start].islower():
        return bool(before[-1].categories & CLOSELY_LEADING)
    return bool(before[-1].categories & LEADING) or (
        _is_led(before[-1], before[:-1], text) and ("article" in before[-1].categories)
    )


def _name_follows(item: Item, text: str) -> bool:
    """Whether a capitalised word follows: "April Jones"."""
    return bool(re.match(r" [A-Z][a-z]", text[item.end : item.end + 3])) and text[item.start].isupper()
