"""Names of people in Chinese: a family name and one or two signs by an office or a verb, foreign ones by their sound.

The dictionary tells where words end: a name is in none, so its signs come one by one.
"""

import re
from collections.abc import Iterator

from synoptic.language.people import people_readings
from synoptic.records.annotation import EntityKind
from synoptic.stages.extract.mentions.caseless.found import Found
from synoptic.stages.extract.mentions.caseless.signs import HAN, Signs

_DOT = "·•・‧"
_PARTED = re.compile(rf"[{HAN}]{{1,8}}(?:[{_DOT}][{HAN}]{{1,8}})+")
_HAN = re.compile(f"[{HAN}]")
_SIGNS = re.compile(f"[{HAN}]+")
_FULL = 3
# A foreign name by its sound has at least and at most so many signs in a part.
_LEAST, _MOST = 2, 8


def chinese_names(signs: Signs) -> list[Found]:
    """The people named in an article and their further mentions, the surest first."""
    found = [*_parted(signs)]
    found += _beside(signs)
    found += _speakers(signs)
    return [*found, *_again(signs, found)]


def _person(start: int, end: int, reason: str, surname: str = "") -> Found:
    return Found(start, end, EntityKind.PERSON, reason, surname)


def _native(signs: Signs, start: int, end: int, reason: str) -> Found:
    return _person(start, end, reason, signs.table.surname_of(signs.text[start:end]))


def _parted(signs: Signs) -> Iterator[Found]:
    """Foreign names whose parts a dot parts: as far as signs go that write sounds."""
    text, sounds = signs.text, signs.table.sounds
    for match in _PARTED.finditer(text):
        dots = [at for at in range(*match.span()) if text[at] in _DOT]
        start = dots[0]
        while start > match.start() and text[start - 1] in sounds and dots[0] - start < _MOST:
            start -= 1
        led = [at for at in range(match.start(), start) if at in signs.office_ends]
        start = _past_office(signs, max(led, default=start), dots[0])
        end = _sounds_end(signs, dots[-1] + 1, match.end())
        end = _stretched(signs, dots[-1] + 1, end)
        if start < dots[0] and end > dots[-1] + 1 and not _is_thing(signs, end):
            yield _person(start, end, "a name whose parts a dot parts", text[dots[-1] + 1 : end])


def _past_office(signs: Signs, start: int, limit: int) -> int:
    """Past an office or a land whose signs also write sounds."""
    best = max((end for begin, end in signs.offices.items() if begin < limit and start < end < limit), default=start)
    for at in range(best, limit):
        word = signs.word_at(at)
        if len(word) > 1 and at + len(word) < limit and signs.is_land(at, at + len(word)):
            best = at + len(word)
    return best


def _sounds_end(signs: Signs, start: int, limit: int) -> int:
    """Where the signs that write a sound end: before a word of the dictionary that is more than its sounds."""
    text, sounds, end = signs.text, signs.table.sounds, start
    while end < limit and end - start < _MOST and text[end] in sounds:
        if end > start and (signs.speaks(end) or end in signs.offices):
            break
        if end > start and (_other_word(signs, end) or text[end + 1 : end + 2] in signs.table.listed("times")):
            break
        if end > start and text[end] in signs.table.after and (end + 1 >= limit or text[end + 1] not in sounds):
            break
        end += 1
    return end


def _stretched(signs: Signs, start: int, end: int) -> int:
    """Where a foreign name ends that goes on with a sign which the list of sounds lacks: it does so elsewhere too."""
    while end > start and (sign := _always_follows(signs, signs.text[start:end])) in signs.table.sounds:
        end += len(sign)
    for further in (end + 1, end + _LEAST):
        called = signs.text[start:further]
        if end > start and _SIGNS.fullmatch(called) and _repeated(signs, called, start):
            return further
    return end


def _always_follows(signs: Signs, called: str) -> str:
    """The one sign that follows a string wherever the article has it, where it has it twice or more; else "-"."""
    behind = [signs.text[match.end() : match.end() + 1] for match in re.finditer(re.escape(called), signs.text)]
    return behind[0] if len(behind) > 1 and len(set(behind)) == 1 and behind[0] else "-"


def _other_word(signs: Signs, at: int) -> bool:
    """Whether a word of the dictionary begins here that holds signs which write no sounds."""
    word = signs.word_at(at)
    return len(word) > 1 and not all(sign in signs.table.sounds for sign in word)


def _is_thing(signs: Signs, end: int) -> bool:
    """Whether a name goes on as that of a body or place does ("…公司", "…大学")."""
    return signs.text.startswith(tuple(signs.table.listed("bodies")), end + (signs.text[end : end + 1] in _CLOSING))


_CLOSING = ("”", "」", "』", "》")


def _native_end(signs: Signs, start: int) -> int:
    """Where a Chinese name ends that begins here with a family name; `start` where none does."""
    text, table = signs.text, signs.table
    surname = table.surname_of(text[start : start + 2])
    if not surname or start not in signs.starts:
        return start
    first = start + len(surname)
    whole = signs.word_at(start)
    if len(whole) > len(surname):  # a word of the dictionary: a well-known name of three signs by an office, or a word
        return start + len(whole) if len(whole) == _FULL and _by_office(signs, start, start + _FULL) else start
    if text[first : first + 1] in table.listed("anonymous"):
        return first + 1 + (text[first + 1 : first + 2] in table.listed("anonymous"))
    word = signs.word_at(first)
    if not word or not _HAN.match(word) or signs.speaks(first) or first in signs.offices or word[0] in table.after:
        return start
    if len(word) == _LEAST:
        return first + _LEAST if not signs.is_land(first, first + _LEAST) else start
    if len(word) > _LEAST:
        return start
    second = signs.word_at(first + 1)
    if len(second) == 1 and _HAN.match(second) and not _follows(signs, first + 1):
        return first + _LEAST
    return first + 1


def _by_office(signs: Signs, start: int, end: int) -> bool:
    return start in signs.office_ends or end in signs.offices


def _follows(signs: Signs, at: int) -> bool:
    """Whether what stands here follows a name and is none of its signs."""
    return signs.text[at] in signs.table.after or signs.speaks(at) or at in signs.offices


def _beside(signs: Signs) -> Iterator[Found]:
    """Chinese names right behind an office, before one, and before a title such as "Ms."."""
    for start, end in sorted(signs.offices.items()):
        yield from _behind(signs, start, end)
        yield from _before(signs, start, "a name before an office")
    titles = "|".join(map(re.escape, signs.table.behind))
    for match in re.finditer(titles, signs.text):
        if match.end() in signs.ends or match.start() in signs.starts:
            yield from _before(signs, match.start(), "a name before a title")
            yield from _family(signs, match.start(), match.end())


def _behind(signs: Signs, start: int, end: int) -> Iterator[Found]:
    """A name behind an office: Chinese, by its sound, or one that stands elsewhere too before a verb of speech."""
    text = signs.text
    name = _native_end(signs, end)
    if name > end and _ends_well(signs, name):
        yield _native(signs, end, name, "a name after an office")
        return
    last = _japanese_end(signs, end)
    if last > end and _ends_well(signs, last):
        yield _person(end, last, "a name after an office that begins with a Japanese family name")
        return
    last = _sounds_end(signs, end, len(text))
    for name in range(last, end + 1, -1):
        if not signs.is_land(end, name) and (_titled(signs, end, name) or (name == last and _plays(signs, end, last))):
            yield _person(end, name, "a name after an office, written by its sound")
            return
    for size in (6, 5, 4, 3, 2):
        called = text[end : end + size]
        in_signs = len(called) == size and _SIGNS.fullmatch(called) is not None
        if in_signs and end + size in signs.ends and _repeated(signs, called, end):
            yield _person(end, end + size, "a name after an office that stands elsewhere before a verb")
            return


def _japanese_end(signs: Signs, start: int) -> int:
    """Where a name ends that begins here with a Japanese family name of two signs or three."""
    readings = people_readings("ja")
    surname = next(
        (signs.text[start : start + size] for size in (3, 2) if signs.text[start : start + size] in readings), ""
    )
    first = start + len(surname)
    if not surname or first not in signs.starts:
        return start
    word = signs.word_at(first)
    if len(word) > _LEAST or not _HAN.match(word) or _follows(signs, first):
        return start
    second = first + 1
    single = len(word) == 1 and signs.word_at(second) and _HAN.match(signs.text[second]) and not _follows(signs, second)
    return first + (_LEAST if len(word) == _LEAST or single else 1)


def _ends_well(signs: Signs, end: int) -> bool:
    """Whether a name ends here: before a mark, or with a word of the dictionary."""
    return end in signs.ends or signs.closes(end)


def _plays(signs: Signs, start: int, end: int) -> bool:
    """Whether signs that may write a sound are a name here: no word of the dictionary fills them."""
    words = [signs.word_at(at) for at in range(start, end) if at in signs.starts]
    known = sum(len(word) for word in words if len(word) > 1)
    return (
        start in signs.starts
        and known * 2 <= end - start
        and (signs.closes(end) or signs.speaks(end) or signs.text[end] in signs.table.after)
    )


def _titled(signs: Signs, start: int, end: int) -> bool:
    """Whether what stands here also stands before an office or a verb of speech, at the head of a clause or not."""
    name = signs.text[start:end]
    at = signs.text.find(name)
    while at >= 0:
        close = at + len(name)
        if at != start and (close in signs.offices or (signs.speaks(close) and _begins_well(signs, at))):
            return True
        at = signs.text.find(name, at + 1)
    return False


def _repeated(signs: Signs, name: str, here: int) -> bool:
    """Whether a string stands elsewhere at the head of a clause or before a verb of speech."""
    at = signs.text.find(name)
    while at >= 0:
        if (
            at != here
            and signs.speaks(at + len(name))
            and (signs.opens(at) or signs.text[at - 1] in signs.table.listed("before"))
        ):
            return True
        at = signs.text.find(name, at + 1)
    return False


def _before(signs: Signs, end: int, reason: str) -> Iterator[Found]:
    """A Chinese name that ends here before an office or a title, and begins where names begin."""
    for size in (3, 2, 4):
        start = end - size
        if start >= 0 and _begins_well(signs, start) and _native_end(signs, start) == end:
            yield _native(signs, start, end, reason)
            return


def _begins_well(signs: Signs, at: int) -> bool:
    return signs.opens(at) or signs.text[at - 1] in signs.table.listed("before") or at in signs.office_ends


def _family(signs: Signs, start: int, end: int) -> Iterator[Found]:
    """A family name alone before a title ("黄女士"): the title is a part of how the person is called."""
    for size in (2, 1):
        first = start - size
        if first >= 0 and signs.text[first:start] in signs.table.surnames and first in signs.starts:
            if size == 1 and not _begins_family(signs, first):
                continue
            yield _person(first, end, "a family name before a title")
            return


def _begins_family(signs: Signs, at: int) -> bool:
    return signs.opens(at) or at in signs.ends


def _speakers(signs: Signs) -> Iterator[Found]:
    """Chinese names that open a clause and stand before a verb of speech."""
    for start, _ in signs.words:
        if not signs.opens(start):
            continue
        end = _native_end(signs, start)
        if end - start >= _LEAST and (signs.speaks(end) or _speaks_after(signs, end)) and end not in signs.offices:
            yield _native(signs, start, end, "a name before a verb of speech")


def _speaks_after(signs: Signs, end: int) -> bool:
    """Whether one adverb parts a name from the verb of speech ("…则指出")."""
    return end < len(signs.text) and signs.text[end] in signs.table.listed("adverbs") and signs.speaks(end + 1)


def _again(signs: Signs, found: list[Found]) -> Iterator[Found]:
    """Further uses of the names, letter by letter, and of the parts of foreign ones."""
    forms: dict[str, str] = {}
    for name in found:
        text = signs.text[name.start : name.end]
        forms.setdefault(text, name.surname)
        parts = re.split(f"[{_DOT}]", text)
        for part in (parts[0], parts[-1]) if len(parts) > 1 else ():
            if len(part) > (part == parts[0]) + 1:
                forms.setdefault(part, "")
    for form in sorted(forms, key=lambda form: (-len(form), form)):
        for match in re.finditer(re.escape(form), signs.text):
            if len(form) > 1 and _bordered(signs, *match.span()):
                yield _person(*match.span(), "the same name elsewhere in the article", forms[form])


def _bordered(signs: Signs, start: int, end: int) -> bool:
    """Whether a stretch that is a name elsewhere is one here: no word of the dictionary runs over its borders."""
    if signs.text[start - 1 : start] in (*_DOT,) or signs.text[end : end + 1] in (*_DOT,):
        return False
    return start in signs.starts or signs.opens(start)
