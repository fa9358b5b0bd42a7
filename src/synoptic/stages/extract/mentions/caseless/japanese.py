"""Names of people in Japanese: signs, or katakana parted by a dot, before a title, and behind a calling with "の".

Katakana is of foreign names; other names begin with a family name, in the table or as signs that go on to the title.
"""

import re
from collections.abc import Iterator
from functools import cache

from synoptic.language.titles import titles_of
from synoptic.records.annotation import EntityKind
from synoptic.stages.extract.mentions.caseless.found import Found, without_overlap
from synoptic.stages.extract.mentions.caseless.signs import HAN, Signs

_KATAKANA = "\u30a1-\u30faー"
_DOT = "・＝"
_FOREIGN = re.compile(rf"[{_KATAKANA}]+(?:[{_DOT}][{_KATAKANA}]+)*")
# A name in signs with its reading behind it in brackets.
_READ = re.compile(rf"(?P<name>[{HAN}]{{2,5}})[（(][{_KATAKANA}]+(?:[{_DOT} 　][{_KATAKANA}]+)+[)）]")
_RUN = re.compile(rf"[{HAN}]+")
_HIRAGANA = re.compile("[\u3041-\u309f]")
# A name in signs has from two to six of them.
_LEAST, _MOST = 2, 6
# A family name has at most so many signs.
_FAMILY = 3
# A given name in hiragana has from two to four.
_GIVEN = re.compile("[\u3041-\u3096]{2,4}")


def japanese_names(signs: Signs) -> list[Found]:
    """The people named in an article and their further mentions, the surest first."""
    found = [*_before_titles(signs), *_before_offices(signs), *_behind_offices(signs)]
    found = without_overlap(found)
    return [*found, *_again(signs, found)]


def _person(signs: Signs, start: int, end: int, reason: str) -> Found:
    return Found(start, end, EntityKind.PERSON, reason, _family(signs, start, end))


def _family(signs: Signs, start: int, end: int) -> str:
    """The family name that a name begins with, the last part of a foreign one; "" where it is one part."""
    name = signs.text[start:end]
    parts = re.split(f"[{_DOT}]", name)
    if len(parts) > 1:
        return parts[-1]
    family = signs.table.surname_of(name)
    if len(family) < _LEAST and len(name) > _LEAST and _stands_for(signs, name[:_LEAST], start):
        family = name[:_LEAST]
    return family if len(name) > len(family) else ""


def _before_titles(signs: Signs) -> Iterator[Found]:
    """Names right before a title that only people bear ("さん", "容疑者")."""
    titles = "|".join(map(re.escape, signs.table.behind))
    for match in re.finditer(titles, signs.text):
        goes_on = _RUN.match(signs.text, match.end()) is not None and match.end() not in signs.offices
        if not goes_on and (match.start() in signs.starts or match.end() in signs.ends):
            sure = match.group() in signs.table.listed("personal")  # "サッカー選手" is nobody's name
            yield from _name_before(signs, match.start(), "a name before a title", sure=sure)


def _before_offices(signs: Signs) -> Iterator[Found]:
    """Names right before an office that bodies and lands have too ("社長", "大統領")."""
    for start in sorted(signs.offices):
        end = start - (signs.text[start - 1 : start] in signs.table.listed("shifts"))
        yield from _name_before(signs, end, "a name before an office", sure=False)
    for match in _READ.finditer(signs.text):
        if _begins_well(signs, match.start()):
            yield _person(signs, *match.span("name"), "a name with its reading")


def _name_before(signs: Signs, end: int, reason: str, *, sure: bool) -> Iterator[Found]:
    """The name that ends here: katakana, signs that begin with a family name, a family name with hiragana."""
    text = signs.text
    foreign, end = _before_land(signs, _katakana_before(signs, end), end)
    if foreign < end:
        dotted = any(dot in text[foreign:end] for dot in _DOT)
        if not signs.is_land(foreign, end) and (sure or dotted or _led(signs, foreign) or _twice(signs, foreign, end)):
            yield _person(signs, foreign, end, reason)
        return
    start = end
    hiragana = _hiragana_given(signs, end)
    start = hiragana
    while start > 0 and end - start < _MOST + 1 and _RUN.match(text[start - 1]):
        start -= 1
    yield from _signed(signs, start, end, reason, sure=sure)


def _katakana_before(signs: Signs, end: int) -> int:
    start = end
    while start > 0 and (re.match(f"[{_KATAKANA}]", signs.text[start - 1]) or _inner_dot(signs, start - 1)):
        start -= 1
    return start


def _before_land(signs: Signs, start: int, end: int) -> tuple[int, int]:
    """A katakana name without the land behind it, of which the office is ("ノルドストロム・スウェーデン首相")."""
    dot = max(signs.text.rfind(mark, start, end) for mark in _DOT)
    return (start, dot) if dot > start and signs.is_land(dot + 1, end) else (start, end)


def _inner_dot(signs: Signs, at: int) -> bool:
    return signs.text[at] in _DOT and at > 0 and re.match(f"[{_KATAKANA}]", signs.text[at - 1]) is not None


def _led(signs: Signs, start: int) -> bool:
    """Whether an office or a land with "の" stands right before a name."""
    before = start - 1 if signs.text[start - 1 : start] == "の" else start
    if before in signs.office_ends:
        return True
    return any(signs.is_land(at, before) for at in range(max(0, before - 8), before - 1) if at in signs.starts)


def _twice(signs: Signs, start: int, end: int) -> bool:
    """Whether a katakana name ends in the last part of a name that a dot parts elsewhere."""
    return re.search(rf"[{_DOT}]{re.escape(signs.text[start:end])}(?![{_KATAKANA}])", signs.text) is not None


def _hiragana_given(signs: Signs, end: int) -> int:
    """Where a given name in hiragana begins that ends here behind a family name; `end` where none does."""
    start = end
    while start > 0 and end - start < 5 and _HIRAGANA.match(signs.text[start - 1]):
        start -= 1
    for begin in range(start, end - 1):
        family = _family_before(signs, begin)
        if (
            family
            and _GIVEN.fullmatch(signs.text, begin, end)
            and signs.text[begin] not in signs.table.listed("not_given")
        ):
            return begin
    return end


def _family_before(signs: Signs, end: int) -> str:
    """The family name of the table that ends here."""
    return next(
        (signs.text[end - size : end] for size in (3, 2) if signs.text[end - size : end] in signs.table.surnames), ""
    ) or (
        signs.text[end - 2 : end] if end > 1 and _RUN.fullmatch(signs.text, end - 2, end) and end in signs.ends else ""
    )


def _signed(signs: Signs, start: int, end: int, reason: str, *, sure: bool) -> Iterator[Found]:
    """The name in a run of signs that ends before a title: past the office or body before it."""
    text = signs.text
    begin = start
    for at in range(start, end):
        if at in signs.office_ends:
            begin = at
    kin = next((word for word in _kin(signs.language) if text.startswith(word, begin)), "")
    begin += len(kin) if end - begin - len(kin) >= _LEAST else 0
    whole = text[begin:end]
    if not _LEAST <= len(whole) <= _MOST + 1 and len(whole) != 1:
        return
    family = signs.table.surname_of(whole) if len(whole) > 1 else whole * (whole in signs.table.surnames)
    known = bool(family) and len(family) > 1
    if begin < end and whole[0] in signs.table.listed("not_first") and not known:
        return
    if any(word in whole for word in _words(signs)) or (begin == start and not _begins_well(signs, begin)):
        return
    if sure or known or _named_elsewhere(signs, whole) or _is_full(signs, whole):
        if len(whole) == 1 and not (family and sure and _begins_well(signs, begin)):
            return
        if _is_common(signs, begin, end, known):
            return
        yield _person(signs, begin, end, reason)


@cache
def _kin(language: str) -> tuple[str, ...]:
    """Words for kin, the longest first."""
    return tuple(sorted(titles_of(language).kin, key=lambda word: (-len(word), word)))


def _words(signs: Signs) -> tuple[str, ...]:
    return tuple(word for word in sorted(signs.table.ends) if len(word) > 1)


def _begins_well(signs: Signs, at: int) -> bool:
    return (
        at == 0
        or signs.text[at - 1].isspace()
        or signs.text[at - 1] in signs.table.listed("before")
        or not signs.text[at - 1].isalpha()
        or bool(_HIRAGANA.match(signs.text[at - 1]))
    )


def _is_common(signs: Signs, start: int, end: int, known: bool) -> bool:
    """Whether signs before a title are a common noun: one word of the dictionary that is no family name, or a body."""
    if known:
        return False
    whole = signs.text[start:end]
    if signs.is_land(start, end) or whole[-1] in signs.table.listed("bodies"):
        return True
    return len(whole) == _LEAST and signs.word_at(start) == whole and whole in signs.table.ends


def _named_elsewhere(signs: Signs, name: str) -> bool:
    """Whether a string stands elsewhere before a title that only people bear."""
    return any(f"{name}{title}" in signs.text for title in signs.table.behind[:]) and len(name) >= _LEAST


def _is_full(signs: Signs, name: str) -> bool:
    """Whether signs are as many as a full name has, and end as given names do."""
    return (
        len(name) in (_LEAST + 1, _LEAST + 2)
        and name[-1] in signs.table.syllables
        and not any(sign in signs.table.listed("bodies") for sign in name)
    )


def _behind_offices(signs: Signs) -> Iterator[Found]:
    """Names behind an office, with "の" or without: katakana with a dot, signs that begin with a family name."""
    text = signs.text
    for end in sorted(signs.office_ends):
        begin = end + (text[end : end + 1] in ("の", "、"))
        foreign = _FOREIGN.match(text, begin)
        if (
            foreign
            and (any(dot in foreign.group() for dot in _DOT) or text[end : end + 1] != "の")
            and not _is_body(signs, foreign.end())
        ):
            if any(dot in foreign.group() for dot in _DOT):
                yield _person(signs, *foreign.span(), "a name behind an office")
            continue
        run = _RUN.match(text, begin)
        if run is None or not _LEAST <= len(run.group()) <= _MOST or run.start() in signs.offices:
            continue
        family = signs.table.surname_of(run.group())
        rest = run.group()[len(family) :]
        whole = len(family) > 1 and len(rest) <= _FAMILY and not _is_body(signs, run.end() - 1)
        if whole and (rest or text[end : end + 1] == "、"):
            yield _person(signs, *run.span(), "a name behind an office")


def _is_body(signs: Signs, at: int) -> bool:
    """Whether what follows makes the name of a body of what stands before."""
    return signs.text[at : at + 1] in signs.table.listed("bodies") or signs.text.startswith(
        tuple(signs.table.listed("body_words")), at
    )


def _again(signs: Signs, found: list[Found]) -> Iterator[Found]:
    """Further uses of the names, whole, of the family name of the table, and of the last part of foreign ones."""
    forms: set[str] = set()
    for name in found:
        forms |= {signs.text[name.start : name.end], name.surname}
    for form in sorted(forms, key=lambda form: (-len(form), form)):
        for match in re.finditer(re.escape(form), signs.text):
            if len(form) > 1 and _bordered(signs, *match.span()):
                yield _person(signs, *match.span(), "the same name elsewhere in the article")


def _stands_for(signs: Signs, family: str, here: int) -> bool:
    """Whether the first signs of a name stand elsewhere as a family name does: before a title or a particle."""
    for match in re.finditer(re.escape(family), signs.text):
        at, end = match.span()
        if at == here or not _begins_well(signs, at):
            continue
        if end in signs.offices or signs.text.startswith((*signs.table.behind, *signs.table.listed("topics")), end):
            return True
    return False


def _bordered(signs: Signs, start: int, end: int) -> bool:
    """Whether no sign of the same script goes on at either side, but for an office."""
    text = signs.text
    kind = f"[{_KATAKANA}{_DOT}]" if re.match(f"[{_KATAKANA}]", text[start]) else f"[{HAN}]"
    before = start > 0 and re.match(kind, text[start - 1]) is not None and start not in signs.office_ends
    titled = end in signs.offices or text.startswith(signs.table.behind, end)
    after = end < len(text) and re.match(kind, text[end]) is not None and not titled
    return not before and not after
