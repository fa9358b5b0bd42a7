"""Names of people in scripts without case that part words by spaces: Arabic, Persian, Hebrew, Hindi.

A name is what follows an office or an honorific, what begins with a given name or ends in a family name where something
near by says that it is a person's, and what stands between commas beside an office; further down, its surname.
"""

from collections.abc import Iterator
from itertools import pairwise

from synoptic.records.annotation import EntityKind
from synoptic.stages.extract.mentions.caseless.found import Found
from synoptic.stages.extract.mentions.caseless.words import Words

# A name has at most so many words, with its particles.
_LONGEST = 5
# So many words at most say of which body or land an office is.
_COMPLEMENT = 4
# An office at most so many tokens before a comma has its holder behind it.
_REACH = 6
_AGAIN = "the same name elsewhere in the article"
# Surnames of so few letters are too often words.
_SHORT = 2


def spaced_names(words: Words) -> list[Found]:
    """The people named in an article in full, in order of the text."""
    found: list[Found] = []
    for first, last in words.sentences():
        index = first
        while index < last:
            name = _name_at(words, index, first, last)
            if name is None:
                index += 1
            else:
                begin, end, surname, reason = name
                found.append(_found(words, begin, end, surname, reason))
                index = max(end, index + 1)
    return found


def _found(words: Words, begin: int, end: int, surname: int, reason: str) -> Found:
    tokens = words.parse.tokens
    short = " ".join(token.text for token in tokens[surname:end]) if surname > begin else ""
    return Found(tokens[begin].start, tokens[end - 1].end, EntityKind.PERSON, reason, short)


def _name_at(words: Words, index: int, first: int, last: int) -> tuple[int, int, int, str] | None:
    """The name that begins at a token, or behind the office or honorific there: its tokens, surname and reason."""
    if index in words.honored:
        begin = index + 1
        while begin < last and (begin in words.honored or words.texts[begin] == "."):
            begin += 1
        return _titled(words, begin, last, closed=True, reason="a name after an honorific")
    if index in words.offices and (index == first or words.offices.get(index - 1) != words.offices[index]):
        return _held(words, index, last)
    if not words.may_name(index):
        return None
    return _given(words, index, first, last) or _surnamed(words, index, last) or _apposed(words, index, first, last)


def _held(words: Words, index: int, last: int) -> tuple[int, int, int, str] | None:
    """The name behind an office and the words that say of what it is."""
    begin = end = words.offices[index]
    closed = words.defined(index) or bool(words.table.postpositions) or words.rules_nothing(index)
    while begin < last and begin - end < _COMPLEMENT:
        if begin in words.honored or begin in words.offices:
            return None  # the search goes on from there
        if words.is_comma(begin):
            return _behind_comma(words, begin + 1, last)
        if words.plain[begin] in words.table.given or not words.is_word(begin):
            break
        if not _complement(words, begin):
            break
        closed = True
        begin += 1
    return _titled(words, begin, last, closed=closed, reason="a name after an office")


def _complement(words: Words, index: int) -> bool:
    """Whether a word behind an office says of what it is: with an article, a land or its people, a body, a time."""
    if words.defined(index):
        return True
    titles, word = words.titles, words.texts[index]
    if word in titles.bodies or word in titles.places or word in titles.past | titles.future:
        return True
    return not words.may_name(index) and words.is_land(index)


def _titled(words: Words, begin: int, last: int, *, closed: bool, reason: str) -> tuple[int, int, int, str] | None:
    """The name in the run behind an office; in a `closed` one nothing can stand before the name."""
    end = words.run(begin, last, _LONGEST)
    size = end - begin
    if size == 0:
        return None
    given = next((at for at in range(begin, end) if words.plain[at] in words.table.given), end)
    if given == begin or (given == begin + 1 and end - given > 1):
        name = _whole(words, given, end)
        return (given, *name, reason) if name[0] - given > 1 or closed else None
    called = _called(words, begin, end)
    if called is not None:
        first, name_end, surname = called
        return (begin if closed and len(_parts(words, begin, first)) == 1 else first), name_end, surname, reason
    if not closed or words.texts[begin].startswith(words.table.to or "\0"):
        return None
    honored = reason.endswith("honorific")
    shared = _shared(words, begin, end, everywhere=honored) if honored or words.table.article else begin
    if shared > begin:
        return begin, shared, _parts(words, begin, shared)[-1], reason
    sharp = end < last and (words.is_comma(end) or words.plain[end] in words.table.postpositions)
    parts = _parts(words, begin, end)
    if len(parts) == 1:
        alone = sharp and bool(words.table.postpositions) and honored
        return (begin, end, begin, reason) if alone else None
    if words.table.postpositions:
        return (begin, end, parts[-1], reason) if sharp and len(parts) in (2, 3) else None
    if len(parts) > 2 and not _goes_on(words, parts[1], parts[2], parts[3] if len(parts) > 3 else end):
        return begin, parts[2], parts[1], reason
    return begin, parts[3] if len(parts) > 3 else end, parts[2] if len(parts) > 2 else parts[1], reason


def _shared(words: Words, begin: int, end: int, *, everywhere: bool) -> int:
    """Where the longest beginning of a run ends that stands elsewhere, behind a title too; `begin` where none does."""
    best = begin
    for at in words.places.get(words.plain[begin], ()):
        titled = at > 0 and (at - 1 in words.honored or at - 1 in words.offices)
        if at == begin or not (titled or everywhere):
            continue
        size = 0
        while (
            begin + size < end and at + size < len(words.plain) and words.plain[at + size] == words.plain[begin + size]
        ):
            size += 1
        best = max(best, begin + size)
    return best


def _parts(words: Words, begin: int, end: int) -> list[int]:
    """Where the parts of a name begin: a particle is of one part with the word behind it."""
    parts, index = [], begin
    while index < end:
        parts.append(index)
        while index < end - 1 and _binds(words, index):
            index += 1
        index += 1
        while index < end and words.plain[index] in words.table.tails:
            index += 1
    return parts


def _binds(words: Words, index: int) -> bool:
    return (
        words.plain[index] in words.table.inner
        or words.plain[index] in words.table.bound
        or (words.parse.tokens[index + 1].text == ".")
    )


def _whole(words: Words, begin: int, end: int) -> tuple[int, int]:
    """Where a name ends that begins with a given name, and where its surname begins: past further given names."""
    parts = [*_parts(words, begin, end), end]
    number = 1
    while number + 1 < len(parts) - 1 and _goes_on(words, parts[number], parts[number + 1], parts[number + 2]):
        number += 1
    return parts[min(number + 1, len(parts) - 1)], parts[min(number, len(parts) - 2)]


def _goes_on(words: Words, here: int, following: int, end: int) -> bool:
    """Whether a name goes on behind the part at `here`: with a given name, a particle, or what the article uses alone.

    Behind a given name also with a word that has an article.
    """
    word, behind = words.plain[here], words.plain[following]
    if word not in words.table.given and word not in words.table.inner:
        alone = _alone(words, following, end) and not _alone(words, here, following)
        return behind in words.table.surnames or (alone and not words.defined(following))
    if behind in words.table.given | words.table.inner | words.table.surnames or _alone(words, following, end):
        return True
    return word not in words.table.inner and words.language != "he" and words.defined(following)


def _called(words: Words, begin: int, end: int) -> tuple[int, int, int] | None:
    """The name in a run whose last part the article also uses alone."""
    parts = [*_parts(words, begin, end), end]
    for number in range(1, len(parts) - 1):
        here = parts[number]
        if _alone(words, here, parts[number + 1]):
            return parts[number - 1], parts[number + 1], here
    return None


def _alone(words: Words, first: int, last: int) -> bool:
    """Whether the article has these words elsewhere, without the word before them."""
    form = words.plain[first:last]
    before = words.plain[first - 1]
    for at in words.places.get(form[0], ()):
        if at == first:
            continue
        if words.plain[at + 1 : at + len(form)] == form[1:] and at > 0 and words.plain[at - 1] != before:
            return True
    return False


def _given(words: Words, index: int, first: int, last: int) -> tuple[int, int, int, str] | None:
    """A given name with what follows it, where something says that a person is named."""
    if words.plain[index] not in words.table.given and words.plain[index] not in words.table.bound:
        return None
    end, surname = _whole(words, index, words.run(index, last, _LONGEST))
    if end - index < 2 or (end - index == 2 and words.plain[index] in words.table.bound):
        return None
    reason = _told(words, index, end, surname, first, last)
    return (index, end, surname, reason) if reason else None


def _told(words: Words, begin: int, end: int, surname: int, first: int, last: int) -> str:
    """What says that a name that begins with a given name is a person's; "" where nothing does."""
    before = words.texts[begin - 1] if begin > first else ""
    if begin > first and words.plain[begin - 1] in words.table.leads:
        return "a given name and what follows it after a word that leads to a person"
    if before in words.titles.kin:
        return "a given name and what follows it after a word for kin"
    if begin > first and words.defined(begin - 1) and words.table.prefixes and words.language != "he":
        return "a given name and what follows it after a noun with an article"
    if begin > first and words.unglued(words.plain[begin - 1]) in words.speech:
        return "a given name and what follows it after a verb of speech"
    if words.plain[end - 1] in words.table.given or words.plain[end - 1] in words.table.surnames:
        return "a given name and another name"
    if end < last and (words.plain[end] in words.table.postpositions or words.plain[end] in words.speech):
        return "a given name and what follows it before a verb or postposition"
    if _alone(words, surname, end):
        return "a given name and a name that the article uses alone"
    comma = end + 1 < last and words.is_comma(end)
    if comma and (end + 1 in words.offices or words.parse.tokens[end + 1].text.isdigit()):
        return "a given name and what follows it before an office"
    if begin > first and end < last and words.parse.tokens[end].text in '»”"' and not words.is_word(begin - 1):
        return "a given name and what follows it between quotation marks"
    paused = begin == first or words.is_comma(begin - 1) or not words.is_word(begin - 1)
    return "a given name and what follows it between marks" if paused and comma else ""


def _surnamed(words: Words, index: int, last: int) -> tuple[int, int, int, str] | None:
    """A word or two and a common family name."""
    for end in (index + 2, index + 3):
        if end > last or not all(words.may_name(at) for at in range(index, end)):
            return None
        if words.plain[end - 1] not in words.table.surnames or words.plain[index] in words.table.surnames:
            continue
        if end == index + 2 or words.plain[index + 1] in words.table.surnames:
            return index, end, end - 1, "a name that ends in a family name"
    return None


def _behind_comma(words: Words, begin: int, last: int) -> tuple[int, int, int, str] | None:
    """The two or three words between two commas behind an office."""
    if begin < last and (begin in words.honored or begin in words.offices):
        return None
    end = words.run(begin, last, _LONGEST)
    parts = _parts(words, begin, end)
    if len(parts) in (2, 3) and end < last and words.is_comma(end):
        return begin, end, parts[-1], "a name between commas after an office"
    return None


def _apposed(words: Words, index: int, first: int, last: int) -> tuple[int, int, int, str] | None:
    """Two or three words between marks, with an office behind the comma or not far before the first one."""
    if index > first and words.is_word(index - 1):
        return None
    end = words.run(index, last, _LONGEST)
    parts = _parts(words, index, end)
    if len(parts) not in (2, 3) or end + 1 >= last or not words.is_comma(end):
        return None
    if end + 1 in words.offices or end + 1 in words.honored:
        return index, end, parts[-1], "a name before an office"
    near = range(max(first, index - 1 - _REACH), index - 1)
    if index > first and words.is_comma(index - 1) and any(at in words.offices for at in near):
        return index, end, parts[-1], "a name between commas after an office"
    return None


def surnames_again(words: Words, names: list[Found]) -> Iterator[Found]:
    """Further uses of the names found, whole or by the surname, with letters glued in front or not."""
    starts = {token.start: token.index for token in words.parse.tokens}
    ends = {token.end: token.index + 1 for token in words.parse.tokens}
    forms: dict[str, list[tuple[str, ...]]] = {}
    for name in names:
        begin, end = starts[name.start], ends[name.end]
        short = {words.plain[end - len(name.surname.split()) : end]} if name.surname else set()
        parts = [*_parts(words, begin, end), end]
        short |= {words.plain[a:b] for a, b in pairwise(parts) if words.plain[a] in words.table.inner and a > begin}
        if words.table.postpositions:
            short.add(words.plain[begin : begin + 1])
        for form in (words.plain[begin:end], *(form for form in sorted(short) if _tells(words, form))):
            if form not in forms.setdefault(form[0], []):
                forms[form[0]].append(form)
    for entries in forms.values():
        entries.sort(key=lambda form: -len(form))
    tokens = words.parse.tokens
    for index, word in enumerate(words.plain):
        bare = words.unglued(word)
        for form in (*forms.get(word, ()), *(forms.get(bare, ()) if bare != word else ())):
            end = index + len(form)
            if words.plain[index + 1 : end] == form[1:]:
                start = tokens[index].start + (0 if form[0] == word else len(word) - len(bare))
                yield Found(start, tokens[end - 1].end, EntityKind.PERSON, _AGAIN)
                break


def _tells(words: Words, form: tuple[str, ...]) -> bool:
    """Whether a surname can stand alone: no word of the language, and no single letter or two."""
    return len(form) > 1 or (len(form[0]) > _SHORT and words.is_rare(form[0]))
