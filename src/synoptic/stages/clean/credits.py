"""Credits: whom an article names as its source: agencies, releases, other outlets, photographers."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from synoptic.language.page_words import PageWords
from synoptic.records.article import Block, BlockKind, Credit, CreditKind
from synoptic.records.span import Span
from synoptic.stages.clean.agency_names import agency_name, agency_pattern, named_agency_pattern, sure_agency_pattern
from synoptic.stages.clean.datelines import find_dateline
from synoptic.stages.clean.outlets import spells
from synoptic.stages.clean.shape import letters, words

_NAME = r"[A-Z][\w.&’'-]*"
_NAMES = rf"{_NAME}(?:\s+(?:(?:of|the|and|for|de|del|da|do|la|des|du|der|di)\s+){{0,2}}{_NAME}){{0,6}}"
_PROSE = frozenset({BlockKind.LEAD, BlockKind.BODY})
_AGENCY_PLACES = frozenset({BlockKind.CREDIT, BlockKind.CAPTION, BlockKind.DATELINE, BlockKind.BYLINE})


def closing_credit(line: str, known: PageWords) -> int | None:
    """Where a source in brackets (or after "Source:") at the end of a paragraph begins, or None."""
    match = _closing(known).search(line)
    return match.start() if match else None


@cache
def _closing(known: PageWords) -> re.Pattern[str]:
    with_ = "|".join(re.escape(word) for word in sorted(known.credit_with, key=len, reverse=True))
    agency = agency_pattern()
    several = rf"{agency}(?:\s*[,/&|]\s*{agency})*"
    names = rf"{_NAMES}(?:[\s,/&|]+(?:and\s+)?{_NAMES})*"
    longer = "|".join(re.escape(word) for word in known.credit_with if " " in word)
    article = r"(?:(?i:the|la|el|le|il|die|der|a|o)\s+)?"
    start = r"(?:(?<=[.!?”\"])\s+|^)"
    forms = (
        rf"[(\[]\s*(?:(?i:{with_})\s*:?\s+{names}|{several})\s*[)\]]",  # (With Agency), (Agency/Agency)
        rf"{start}(?:[—–-]+\s*)?(?i:{with_})\s*:?\s+{several}",  # Source: Agency
        rf"^(?i:{longer})\s+{article}{names}",  # With files from the Agency and Jane Roe
        rf"^(?i:{with_})\s*:?\s+{article}{named_agency_pattern(known)}",  # With Nova News Agency
        rf"{start}[—–/-]+\s*{agency}",  # — Agency
    )
    return re.compile(rf"(?:{'|'.join(forms)})\.?\s*$")


def find_credits(text: str, blocks: Sequence[Block], known: PageWords, outlet: str | None = None) -> tuple[Credit, ...]:
    """The credits of an article in order; each name once a kind. Its own outlet is no credit to another outlet."""
    found: dict[tuple[str, CreditKind], Credit] = {}
    for block in blocks:
        for credit in _of_block(block.span.of(text), block.kind, known):
            placed = Credit(credit.name, credit.kind, credit.span.shifted(block.span.start))
            if outlet and placed.kind is CreditKind.OUTLET and placed.name.casefold() == outlet.casefold():
                continue
            found.setdefault((placed.name.casefold(), placed.kind), placed)
    if (sign := _foreign_sign(text, blocks, known, outlet)) is not None and not _is_named(sign.name, found.values()):
        found[(sign.name.casefold(), sign.kind)] = sign
    return tuple(sorted(found.values(), key=lambda credit: credit.span))


def _foreign_sign(text: str, blocks: Sequence[Block], known: PageWords, outlet: str | None) -> Credit | None:
    """The sign in the dateline, where the outlet is known and is not what it stands for."""
    block = next((block for block in blocks if block.kind is BlockKind.DATELINE), None)
    dateline = find_dateline(f"{block.span.of(text)} {'x' * 30}", known) if block else None
    if block is None or dateline is None or dateline.sign is None or outlet is None:
        return None
    sign = dateline.sign
    if spells(words(outlet), sign) or letters(sign) in letters(outlet) or agency_name(sign) is not None:
        return None
    start = block.span.start + block.span.of(text).index(sign)
    return Credit(sign, CreditKind.AGENCY, Span(start, start + len(sign)))


def _is_named(sign: str, found: Iterable[Credit]) -> bool:
    """Whether another credit begins with the sign or is spelled by it ("Nova" and "Nova News Agency")."""
    return any(letters(credit.name).startswith(letters(sign)) or spells(words(credit.name), sign) for credit in found)


def _of_block(line: str, kind: BlockKind, known: PageWords) -> Iterator[Credit]:
    if kind in _AGENCY_PLACES:
        sure = list(_agencies(line, rf"(?<!\w){agency_pattern()}(?!\w)"))
        yield from sure
        yield from (
            named for named in _named_agencies(line, known) if not any(named.span.overlap(c.span) for c in sure)
        )
    if kind is BlockKind.CREDIT:
        yield from _photographers(line, known)
    if kind in _PROSE:
        yield from _agencies(line, _cued(known))
        yield from _releases(line, known)
        yield from _outlets(line, known)


def _named_agencies(line: str, known: PageWords) -> Iterator[Credit]:
    """Agencies that no table knows but that call themselves so ("Nova News Agency")."""
    for match in re.finditer(named_agency_pattern(known), line):
        yield Credit(match.group(), CreditKind.AGENCY, Span(*match.span()))


def _agencies(line: str, pattern: str) -> Iterator[Credit]:
    """The agencies that a pattern finds: in its group `agency` or `before`, else in all of it."""
    for match in re.finditer(pattern, line):
        group = next((name for name in match.groupdict() if match[name]), 0)
        if (name := agency_name(match[group])) is not None:
            yield Credit(name, CreditKind.AGENCY, Span(*match.span(group)))


@cache
def _cued(known: PageWords) -> str:
    """An agency to which something was said, or that reported it."""
    cues = "|".join(re.escape(cue) for cue in sorted(known.credit_agency_cues, key=len, reverse=True))
    verbs = "|".join(re.escape(verb) for verb in known.credit_agency_verbs)
    sure = sure_agency_pattern()
    article = r"(?:(?:the|la|el|l['’]|le|die|der|a|o)\s*)?(?:(?:[a-z]+|[A-Z][a-z]+)(?:-(?:run|owned))?\s+){0,3}?"
    return (
        rf"(?i:\b(?:{cues}))\s+{article}(?P<agency>{sure})(?!\w)"
        rf"|(?<!\w)(?P<before>{sure})(?:\s+(?:news\s+)?agency)?\s+(?i:{verbs})\b"
    )


def _credit(name: str, start: int, kind: CreditKind) -> Credit:
    """A credit for a name at `start`, without the full stop of its sentence."""
    bare = name.rstrip(".")
    return Credit(bare, kind, Span(start, start + len(bare)))


@cache
def _photographer(known: PageWords) -> re.Pattern[str]:
    photo = "|".join(re.escape(word) for word in sorted(known.caption_photo, key=len, reverse=True))
    return re.compile(
        rf"(?i:\b(?:{photo}))(?:\s+(?i:credit|courtesy))?\s*(?::|\s(?i:by|of|por|par|von|di|via|from)\s|\|)\s*"
        rf"(?P<name>[^()\[\]|]{{2,60}}?)\s*[)\]]?\.?$"
    )


def _photographers(line: str, known: PageWords) -> Iterator[Credit]:
    match = _photographer(known).search(line)
    if match is None:
        return
    for part in re.finditer(r"[^/]+", match["name"]):
        name = part.group().strip(" ,.")
        if name and agency_name(name) is None:
            start = match.start("name") + part.start() + part.group().index(name)
            yield Credit(name, CreditKind.PHOTO, Span(start, start + len(name)))


@cache
def _release(known: PageWords) -> re.Pattern[str]:
    cues = "|".join(re.escape(cue) for cue in sorted(known.credit_release_cues, key=len, reverse=True))
    nouns = "|".join(re.escape(noun) for noun in sorted(known.credit_releases, key=len, reverse=True))
    of = "|".join(re.escape(word) for word in sorted(known.credit_release_of, key=len, reverse=True))
    article = r"(?:(?:an?|the|its|un|una|une|um|uma|la|el|le|einer|der|il)\s+)?"
    of_whom = rf"(?:{of})\s+(?:(?:the|la|el|le|der|dem)\s+)?"
    return re.compile(rf"(?i:\b(?:{cues})\s+{article}(?:\w+\s+){{0,2}}?(?:{nouns})\s+{of_whom})(?P<name>{_NAMES})")


def _releases(line: str, known: PageWords) -> Iterator[Credit]:
    for match in _release(known).finditer(line):
        yield _credit(match["name"], match.start("name"), CreditKind.RELEASE)


@cache
def _outlet(known: PageWords) -> re.Pattern[str]:
    cues = "|".join(re.escape(cue) for cue in sorted(known.credit_outlet_cues, key=len, reverse=True))
    nouns = "|".join(sorted({word.capitalize() for word in known.outlet_words}))
    name = rf"(?:{_NAME}\s+){{0,3}}(?:{nouns})(?:\s+(?:{nouns}))?"
    return re.compile(rf"(?i:\b(?:{cues})\s+(?:the\s+)?)(?P<name>{name})(?![\w-])(?!\s+[A-Z])")


def _outlets(line: str, known: PageWords) -> Iterator[Credit]:
    for match in _outlet(known).finditer(line):
        if re.search(r"['’]s\b", match["name"]):
            continue
        if agency_name(match["name"]) is None and " " in match["name"]:
            yield _credit(match["name"], match.start("name"), CreditKind.OUTLET)
