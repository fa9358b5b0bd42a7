"""Collation: the versions of an utterance side by side, with a base and an apparatus against it.

Versions in one language are aligned word by word. Those in another language than the base are aligned among themselves,
and the first of them with the base phrase by phrase: its words stand in columns of their own behind the phrase.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from synoptic.ports import Encoder
from synoptic.records.annotation import Account, QuoteForm
from synoptic.records.collation import Variation
from synoptic.records.links import QuoteMember, Reading
from synoptic.records.span import Span
from synoptic.stages.link.quotes.alignment import Column, Kinship, aligned
from synoptic.stages.link.quotes.apparatus import variations
from synoptic.stages.link.quotes.layout import Block, laid_out
from synoptic.stages.link.quotes.phrases import translated
from synoptic.stages.link.quotes.words import Row, row_of

_FULL = 0.5
"""Share of the words of the longest version that a direct one must have to be the base. Not tuned."""


@dataclass(frozen=True, slots=True)
class Collated:
    """What `QuoteGroup` holds of the same names."""

    columns: tuple[tuple[Span | None, ...], ...]
    variants: tuple[tuple[Reading, ...], ...]
    base: int
    apparatus: tuple[Variation, ...]


def collate(
    members: Sequence[QuoteMember], accounts: Mapping[str, Account], models: tuple[Encoder, Kinship]
) -> Collated:
    """The alignment of two or more versions, the places where they differ, and how each departs from the base."""
    encoder, kinship = models
    rows = [row_of(member, accounts[member.article]) for member in members]
    texts = [accounts[member.article].article.text for member in members]
    base = base_of(members, rows)
    blocks = _blocks(members, rows, base, kinship)
    sides = [
        translated((rows[base], texts[base]), (rows[block.leader], texts[block.leader]), encoder)
        for block in blocks[1:]
    ]
    columns, found = laid_out(blocks, sides, rows)
    for block in blocks:
        for member in block.members:
            if member != block.leader:
                found += variations(columns, (member, block.leader), rows, kinship)
    spans = tuple(tuple(word.span if word else None for word in column) for column in columns)
    apparatus = tuple(sorted(found, key=lambda place: (place.member, place.columns)))
    return Collated(spans, _variants(columns, texts), base, apparatus)


def base_of(members: Sequence[QuoteMember], rows: Sequence[Row]) -> int:
    """The member that the others are compared with: the fullest direct one, unless it is only a scrap of another.

    Words of an editor do not count. Of several languages the one in which most members stand comes first.
    """
    sizes = [sum(word.inserted is None for word in row.words) for row in rows]
    longest = max(sizes)
    languages = [row.language for row in rows]

    def rank(number: int) -> tuple[bool, int, int, int, int]:
        size, form = sizes[number], members[number].form
        whole = form is not QuoteForm.INDIRECT and size >= _FULL * longest
        direct = (QuoteForm.INDIRECT, QuoteForm.MIXED, QuoteForm.DIRECT).index(form)
        return whole, languages.count(languages[number]), direct if whole else 0, size, -number

    return max(range(len(members)), key=rank)


def _blocks(members: Sequence[QuoteMember], rows: Sequence[Row], base: int, kinship: Kinship) -> list[Block]:
    """The members by language, that of the base first."""
    found = []
    for language in sorted({row.language for row in rows}, key=lambda code: (code != rows[base].language, code)):
        numbers = tuple(number for number, row in enumerate(rows) if row.language == language)
        chosen = [rows[number] for number in numbers]
        leader = base if base in numbers else numbers[base_of([members[n] for n in numbers], chosen)]
        found.append(Block(numbers, tuple(aligned(chosen, kinship)), leader))
    return found


def _variants(columns: Sequence[Column], texts: Sequence[str]) -> tuple[tuple[Reading, ...], ...]:
    """The stretches of columns in which not all members have the same word, with the reading of each."""
    found = []
    at = 0
    while at < len(columns):
        end = at
        while end < len(columns) and _differs(columns[end]) and not (end > at and _full(columns, end)):
            end += 1
        if end > at:
            found.append(_readings(columns[at:end], texts))
        at = max(end, at + 1)
    return tuple(found)


def _full(columns: Sequence[Column], at: int) -> bool:
    """Whether word stands against word here and one place before: two places then, not one."""
    return None not in columns[at] and None not in columns[at - 1]


def _differs(column: Column) -> bool:
    return len({word.text if word else "" for word in column}) > 1


def _readings(columns: Sequence[Column], texts: Sequence[str]) -> tuple[Reading, ...]:
    by_text: dict[str, list[int]] = {}
    shown: dict[str, str] = {}
    for number, whole in enumerate(texts):
        words = [word for column in columns if (word := column[number]) is not None]
        text = " ".join(word.span.of(whole) for word in words)
        by_text.setdefault(text.casefold(), []).append(number)
        shown.setdefault(text.casefold(), text)
    return tuple(Reading(tuple(numbers), shown[key]) for key, numbers in by_text.items())
