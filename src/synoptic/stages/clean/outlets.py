"""Outlets: the name of the outlet where a text states it: below the article, behind "More from", in its imprint."""

import re
from collections.abc import Sequence

from synoptic.language.page_words import PageWords
from synoptic.records.article import Block, BlockKind
from synoptic.stages.clean.agency_names import agency_name
from synoptic.stages.clean.datelines import find_dateline
from synoptic.stages.clean.imprint import imprint_outlet
from synoptic.stages.clean.shape import ends_sentence, is_name_like, letters, normal, words
from synoptic.stages.clean.teasers import named_after_more

_LONGEST = 5
_HOLDER = re.compile(
    r"(?i:©|\bcopyright|\(c\))\s*(?:©|\(c\))?\s*(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?,?\s+)(?:by\s+)?"
    r"(?P<name>(?:[Tt]he\s+)?[A-ZÀ-ÖØ-Þ][\w&’'-]*(?:\s+(?:(?:of|the|and|de|del|la|du|des|da|do)\s+)?[A-ZÀ-ÖØ-Þ][\w&’'-]*){0,4})"
    r"(?=[.,|]|\s*$|\s+[-–—(])"
)


def is_outlet_line(line: str, known: PageWords, sign: str | None, address: str | None) -> bool:
    """Whether a line below the article is the outlet's name.

    It is name-like and short, and the sign in the dateline, the domain of the page or a word such as "Radio" says so.
    """
    found = words(line)
    if not found or len(found) > _LONGEST or ends_sentence(line) or not is_name_like(line):
        return False
    if normal(line) in known.furniture_sections:
        return False
    if sign is not None and spells(found, sign):
        return True
    if address is not None and letters(line) in letters(domain(address)):
        return True
    return any(word.casefold() in known.outlet_words for word in found) and len(found) > 1


def outlet_of_sign(sign: str, texts: Sequence[str]) -> str | None:
    """The name that an abbreviation in a dateline stands for, where one of `texts` begins with that name."""
    for text in texts:
        found = words(re.sub(r"(?<=[^\W\d_A-Z])(?=[A-Z])", " ", text))[: len(sign)]
        if len(found) > 1 and spells(found, sign):
            return " ".join(found)
    return None


def spells(found: Sequence[str], sign: str) -> bool:
    """Whether the initials of the words are the sign ("Radio Nova Stadt" and RNS)."""
    initials = "".join(word[0] for word in found if word[0].isupper())
    return len(sign) > 1 and sign.isupper() and initials == sign.replace(".", "")


def copyright_holder(line: str) -> str | None:
    """The name behind "© 2031", where the line names one."""
    match = _HOLDER.search(line)
    return match["name"].rstrip(".") if match else None


def domain(address: str) -> str:
    """The host of a URL without `www.`."""
    match = re.match(r"<?(?:https?://)?(?:www\.)?([^/\s:?#>]+)", address, re.IGNORECASE)
    return match.group(1).lower() if match else ""


def find_outlet(text: str, blocks: Sequence[Block], known: PageWords, address: str | None) -> str | None:
    """The outlet that the text names: in "More from …", below the article, or by its sign in the dateline."""
    lines = [(block.kind, block.span.of(text)) for block in blocks]
    for kind, line in lines:
        if kind is BlockKind.TEASER and (named := named_after_more(line, known)):
            return named
    dateline = next((line for kind, line in lines if kind is BlockKind.DATELINE), None)
    found = find_dateline(f"{dateline} {'x' * 30}", known) if dateline else None
    sign = found.sign if found else None
    furniture = [line for kind, line in lines if kind is BlockKind.FURNITURE]
    for line in reversed(furniture):
        if is_outlet_line(line, known, sign, address):
            return line.strip()
    named = outlet_of_sign(sign, furniture) if sign and agency_name(sign) is None else None
    holder = next((holder for line in furniture if (holder := copyright_holder(line))), None)
    return named or holder or next((own for line in furniture if (own := imprint_outlet(line, known))), None)
