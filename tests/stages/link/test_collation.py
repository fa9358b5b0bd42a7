"""The apparatus of a collation: what it tells of planted changes, and the laws that hold for every group."""

from collections.abc import Sequence
from functools import cache

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from synoptic.adapters.models.use_encoder import UseEncoder
from synoptic.records.annotation import Account, Annotation, QuoteForm
from synoptic.records.article import Article, Block, BlockKind
from synoptic.records.collation import VariationKind
from synoptic.records.links import QuoteGroup, QuoteMember
from synoptic.records.parse import Parse
from synoptic.records.span import Span
from synoptic.stages.link.entities import link_entities
from synoptic.stages.link.quotes import group_quotes
from synoptic.stages.link.quotes.alignment import Kinship
from synoptic.stages.link.quotes.collation import Collated, collate
from tests.stages.annotated import annotated

DIRECT, INDIRECT = QuoteForm.DIRECT, QuoteForm.INDIRECT


class Letters:
    """An encoder that counts letters: alike are texts with the same letters, whatever their language."""

    model = "letters"

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row a text."""
        rows = np.zeros((len(texts), 64), dtype=np.float32)
        for number, text in enumerate(texts):
            for letter in text.casefold():
                rows[number, ord(letter) % 64] += letter.isalnum()
        return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-6)


def account(id: str, text: str, language: str = "en") -> Account:
    """An account that no model has read."""
    article = Article(id, text, blocks=(Block(BlockKind.BODY, Span(0, len(text))),), language=language)
    return Account(article, Annotation(id, Parse((), ())))


def collated(*versions: tuple[str, QuoteForm] | str, language: str = "en") -> tuple[Collated, list[str]]:
    """The collation of versions that are whole articles, with their texts."""
    told = [version if isinstance(version, tuple) else (version, DIRECT) for version in versions]
    accounts = {f"a{n}": account(f"a{n}", text, language) for n, (text, _) in enumerate(told)}
    members = [QuoteMember(f"a{n}", (Span(0, len(text)),), None, form) for n, (text, form) in enumerate(told)]
    return collate(members, accounts, (Letters(), Kinship({}))), [text for text, _ in told]


def places(found: Collated, texts: Sequence[str]) -> list[tuple[str, str, str]]:
    """The apparatus as kind, words of the base and words of the member."""
    return [
        (
            place.kind.value,
            " … ".join(span.of(texts[place.against]) for span in place.base),
            " … ".join(span.of(texts[place.member]) for span in place.words),
        )
        for place in found.apparatus
    ]


BASE = "We will not let the old harbour wall fall into the sea before the winter storms"


@pytest.mark.parametrize(
    ("version", "told"),
    [
        (BASE, []),
        (BASE.replace("old ", ""), [("omitted", "old", "")]),
        (BASE.replace("wall", "wall, frankly,"), [("omitted", "frankly", "")]),
        (BASE.replace("winter", "autumn"), [("changed", "winter", "autumn")]),
        (BASE.replace("harbour", "harbor"), [("spelling", "harbour", "harbor")]),
        (BASE.replace("will not", "won’t"), [("spelling", "will not", "won’t")]),
        (
            "Before the winter storms we will not let the old harbour wall fall into the sea",
            [("moved", "", "Before the winter storms"), ("moved", "before the winter storms", "")],
        ),
    ],
)
def test_each_change_is_told_for_what_it_is(version: str, told: list[tuple[str, str, str]]) -> None:
    """Cut, added, changed, spelled otherwise, moved: one place, with the very words of both sides."""
    found, texts = collated(BASE, version)
    assert places(found, texts) == told


def test_reported_speech_shifts_persons_and_tenses() -> None:
    """What reported speech asks for is no change; a word exchanged beside it is one."""
    found, texts = collated(
        BASE, ("they would not let the old harbour wall crumble into the sea before the winter storms", INDIRECT)
    )
    assert places(found, texts) == [
        ("shifted", "We", "they"),
        ("shifted", "will", "would"),
        ("changed", "fall", "crumble"),
    ]
    assert ("changed", "We", "They") in places(*collated(BASE, BASE.replace("We", "They")))


@pytest.mark.parametrize(
    ("version", "kind", "mark"),
    [
        ("We will not let the … wall fall into the sea before the winter storms", "omitted", "…"),
        ("We will not let the [...] wall fall into the sea before the winter storms", "omitted", "[...]"),
        ("We will not let the old harbour wall fall into the sea ...", "omitted", "..."),
        (
            "We will not let the old harbour wall [at Orre] fall into the sea before the winter storms",
            "added",
            "[at Orre]",
        ),
        (
            "[The engineers] will not let the old harbour wall fall into the sea before the winter storms",
            "changed",
            "[The engineers]",
        ),
    ],
)
def test_an_editor_s_mark_is_told(version: str, kind: str, mark: str) -> None:
    """An ellipsis admits a cut, a bracket an insertion; the mark is cited."""
    found, texts = collated(BASE, version)
    (place,) = found.apparatus
    assert place.kind == kind
    assert place.mark is not None
    assert place.mark.of(texts[1]) == mark


def test_a_cut_without_a_mark_has_none() -> None:
    """Words left out in silence are told without a mark; a bracket inside a word is part of it."""
    found, texts = collated(BASE, "[W]e will not let the wall fall into the sea before the winter storms")
    assert places(found, texts) == [("omitted", "old harbour", "")]
    assert found.apparatus[0].mark is None


def test_the_base_is_the_fullest_direct_version() -> None:
    """A direct version goes before a longer indirect one; a direct scrap does not."""
    indirect = "they would never let the old harbour wall fall into the cold grey sea before the next winter storms"
    assert collated((indirect, INDIRECT), BASE, BASE[:40])[0].base == 1
    assert collated((indirect, INDIRECT), "old harbour wall")[0].base == 0


def test_forty_is_40_and_a_million_is_no_billion() -> None:
    """A number in digits is spelling; another number is a change."""
    text = "The wall will cost us forty million crowns this year"
    assert places(*collated(text, text.replace("forty", "40"))) == [("spelling", "forty", "40")]
    assert places(*collated(text, text.replace("million", "billion"))) == [("changed", "million", "billion")]


WORDS = (
    "the",
    "wall",
    "walls",
    "harbour",
    "harbor",
    "we",
    "they",
    "will",
    "would",
    "40",
    "forty",
    "don’t",
    "do",
    "not",
    "[sic]",
    "…",
    "fell,",
    "stone.",
)
TEXT = (
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=14)
    .map(" ".join)
    .filter(lambda text: any(map(str.isalnum, text)))
)
VERSION = st.tuples(TEXT, st.sampled_from(list(QuoteForm)), st.sampled_from(["en", "es", "de"]))


@given(st.lists(VERSION, min_size=2, max_size=5))
def test_the_laws_of_the_apparatus(versions: list[tuple[str, QuoteForm, str]]) -> None:
    """Base and apparatus give back every member; words stand once and in order; every span lies in its article."""
    accounts = {f"a{n}": account(f"a{n}", text, language) for n, (text, _, language) in enumerate(versions)}
    members = [QuoteMember(f"a{n}", (Span(0, len(text)),), None, form) for n, (text, form, _) in enumerate(versions)]
    found = collate(members, accounts, (Letters(), Kinship({})))
    texts = [text for text, _, _ in versions]
    for number, text in enumerate(texts):
        held = [span for column in found.columns if (span := column[number])]
        assert held == sorted(set(held))
        assert all(span.end <= len(text) for span in held)
    for number in range(len(members)):
        mine = [place for place in found.apparatus if place.member == number]
        assert len({place.against for place in mine}) <= 1
        assert number != found.base or not mine
        against = mine[0].against if mine else found.base
        if mine:
            assert _restored(found, texts, number, against) == _words(found, texts, number)
        else:
            others = {tuple(_words(found, texts, other)) for other in range(len(members)) if other != number}
            assert number == found.base or tuple(_words(found, texts, number)) in others
        for place in mine:
            assert all(span.end <= len(texts[number]) for span in place.words)
            assert all(span.end <= len(texts[against]) for span in place.base)
            assert (place.kind is VariationKind.OMITTED) == (not place.words) or place.kind is VariationKind.MOVED


def _words(found: Collated, texts: Sequence[str], number: int) -> list[str]:
    return [_plain(span.of(texts[number])) for column in found.columns if (span := column[number])]


def _plain(word: str) -> str:
    return word.casefold().replace("’", "'").replace("[", "").replace("]", "")


def _restored(found: Collated, texts: Sequence[str], number: int, against: int) -> list[str]:
    """The words of `against`, those of each place exchanged for the words of the member."""
    starts = {place.columns[0]: place for place in found.apparatus if place.member == number}
    covered = {at for place in starts.values() for at in range(*place.columns)}
    told: list[str] = []
    for at, column in enumerate(found.columns):
        if at in starts:
            inside = range(*starts[at].columns)
            told += [_plain(span.of(texts[number])) for each in inside if (span := found.columns[each][number])]
        elif at not in covered and (span := column[against]):
            told.append(_plain(span.of(texts[against])))
    return told


ENGLISH = "“The old wall is broken, and we will build a new one before winter comes,” said Rosa Quispe."
SPANISH = "«El viejo muro está roto, y construiremos uno nuevo antes de que llegue el invierno», afirmó Rosa Quispe."
LONGER = ENGLISH.replace(" comes,”", " comes, and nobody in town shall pay for it,”")


@cache
def group(*texts: tuple[str, str]) -> QuoteGroup:
    """The one group that several accounts give, each a text with its language."""
    accounts = [annotated(text, id=f"a{number}", language=language) for number, (text, language) in enumerate(texts)]
    (only,) = [
        found for found in group_quotes(accounts, link_entities(accounts), UseEncoder()) if len(found.members) > 1
    ]
    return only


def test_a_translation_is_aligned_by_phrases() -> None:
    """Each phrase of the translation stands beside the one that it gives; a phrase that it lacks is left out."""
    found = group((ENGLISH, "en"), (SPANISH, "es"))
    assert [place.kind for place in found.apparatus] == [VariationKind.TRANSLATED] * 2
    assert [[span.of(SPANISH).split()[0] for span in place.words] for place in found.apparatus] == [["El"], ["y"]]
    assert [[span.of(ENGLISH).split()[0] for span in place.base] for place in found.apparatus] == [["The"], ["and"]]
    cut = group((LONGER, "en"), (SPANISH, "es"))
    assert [place.kind.value for place in cut.apparatus] == ["translated", "translated", "omitted"]


def test_two_quotations_that_another_prints_as_one_are_one_member() -> None:
    """An article that breaks the utterance into two quotations with two cues is one member, with both cues."""
    one = "“The old wall is broken beyond repair. We will build a new harbour before the winter,” Rosa Quispe said."
    two = "“The old wall is broken beyond repair,” Rosa Quispe said. “We will build a new harbour before the winter,” "
    two += "she added."
    found = group((one, "en"), (two, "en"))
    assert [len(member.content) for member in found.members] == [1, 2]
    assert [cue.of(two) for cue in found.members[1].further] == ["added"]
    assert found.apparatus == ()


def test_cues_and_speakers_are_compared() -> None:
    """The stance of a cue is told by account, and whom each names; the same words in another mouth are one group."""
    words = "The old wall is broken beyond repair and nobody told the council"
    found = group((f"“{words},” Rosa Quispe said.", "en"), (f"“{words},” Anna Virtanen claimed.", "en"))
    assert [member.stance for member in found.members] == ["neutral", "doubting"]
    assert len({member.entity for member in found.members}) == 2
    assert found.entity in {member.entity for member in found.members}
