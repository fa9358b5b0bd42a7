"""Putting articles together changes the marks of none of them.

Articles of one stream do not know of each other at all. Paragraphs of two articles in one text keep their own marks as
long as the articles name different people: a name, a description or a pronoun may rightly find whom it means in what
stands before it, so that two texts about one person make one entity of that person, and only then. Which words frame
somebody (labels of kind "verb") is asked of an article's main figures alone: that looks at the whole article, and is
left out.
"""

from collections.abc import Iterable
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from synoptic.records.annotation import Annotation
from synoptic.records.article import Article, Block, BlockKind
from synoptic.records.span import Span
from synoptic.stages.extract import annotate
from tests.stages.annotated import tagger

TEXTS = (
    "President Marta Lindqvist of Norway met Prime Minister Joao Peralta of Chile in Bergen on 3 May 2031.\n"
    "“We have agreed on the herring,” Lindqvist said. “The rest can wait.”\n"
    "She added that 12 ships would sail. The stubborn premier left on Tuesday.",
    "Police in Lima arrested the trade unionist Rosa Quispe on Sunday, the interior ministry said.\n"
    "Quispe, 51, had accused the ministry of lying about at least 40 lost jobs.\n"
    "According to her lawyer, Hugo Salas, she was beaten. “They broke her arm,” he said.",
    "Kenyan rangers freed two elephants from a pit near Nairobi last week.\n"
    "The warden, Amina Otieno, called the poachers “butchers of the bush”. None of them was caught.",
    "Talks between Fiji and Tonga ended on 12 June 2030 without an accord.\n"
    "“No comment.”\n"
    "The arrest of the captain Sione Vea by Fijian guards had soured the mood; two thirds of the delegates walked out.",
    "The bridge of Korvia will not open in 2032.\n“It is a ruin,” engineer Pavel Dorn warned on Monday.\n"
    "A protest in Korvia on Friday drew thousands.",
)
"""Accounts of invented events, each of other people."""

FRAMING = frozenset({"verb"})

numbers = st.lists(st.integers(0, len(TEXTS) - 1), min_size=1, max_size=4, unique=True)


def article(id: str, text: str) -> Article:
    """An article whose lines are its paragraphs."""
    blocks, start = [], 0
    for line in text.split("\n"):
        blocks.append(Block(BlockKind.BODY, Span(start, start + len(line))))
        start += len(line) + 1
    return Article(id, text, language="en", published="2031-05-07", blocks=tuple(blocks))


@cache
def alone(number: int) -> Annotation:
    """The annotation of one of the texts as an article of its own."""
    return annotate([article(f"a{number}", TEXTS[number])], tagger())[0]


def marks(annotation: Annotation, shift: int = 0) -> dict[str, list[object]]:
    """All marks of an annotation, moved by `shift`; entities stand for themselves by their mentions."""
    known = {
        entity.id: (entity.kind, entity.name, tuple(mention.span.shifted(shift) for mention in entity.mentions))
        for entity in annotation.entities
    }

    def who(id: str | None) -> object:
        return known.get(id) if id is not None else None

    def at(span: Span | None) -> Span | None:
        return span.shifted(shift) if span is not None else None

    def all_at(spans: Iterable[Span]) -> tuple[Span, ...]:
        return tuple(span.shifted(shift) for span in spans)

    return {
        "entities": list(known.values()),
        "times": [(at(one.span), one.type, one.value, one.interval) for one in annotation.times],
        "quantities": [(at(one.span), one.low, one.high, one.unit, one.counted) for one in annotation.quantities],
        "quotes": [
            (all_at(one.content), at(one.cue), at(one.speaker), who(one.entity), one.form) for one in annotation.quotes
        ],
        "statements": [
            (at(one.span), at(one.sentence), one.voice, who(one.entity), one.polarity, one.modality)
            for one in annotation.statements
        ],
        "labels": [
            (at(one.span), who(one.entity), one.voice, one.loaded, one.kind)
            for one in annotation.labels
            if one.kind not in FRAMING
        ],
        "events": [
            (at(one.span), one.code, at(one.actor), at(one.recipient), who(one.entity_actor), one.date, one.place)
            for one in annotation.events
        ],
    }


@settings(max_examples=8)
@given(numbers)
def test_articles_of_a_stream_do_not_know_of_each_other(chosen: list[int]) -> None:
    """Each article of a run is annotated as it is alone, whatever stands beside it and in whatever order."""
    articles = [article(f"a{number}", TEXTS[number]) for number in chosen]
    assert annotate(articles, tagger()) == tuple(alone(number) for number in chosen)


@settings(max_examples=12)
@given(numbers)
def test_paragraphs_keep_their_marks_where_another_article_precedes_or_follows(chosen: list[int]) -> None:
    """In one text stand the marks of its articles: entities, times, quantities, quotes, statements, labels, events."""
    parts = [TEXTS[number] for number in chosen]
    whole = marks(annotate([article("whole", "\n".join(parts))], tagger())[0])
    expected: dict[str, list[object]] = {name: [] for name in whole}
    start = 0
    for number in chosen:
        for name, own in marks(alone(number), start).items():
            expected[name] += own
        start += len(TEXTS[number]) + 1
    for name, found in whole.items():
        assert sorted(map(repr, found)) == sorted(map(repr, expected[name])), name


def test_a_name_may_find_whom_it_means_in_what_stands_before() -> None:
    """The one reach across the border: a bare surname of the second text is the person whom the first one names."""
    first, second = "Marta Lindqvist opened a bridge.", "Lindqvist left Bergen on Monday."
    joined = annotate([article("whole", f"{first}\n{second}")], tagger())[0]
    (person,) = [entity for entity in joined.entities if "Lindqvist" in entity.name]
    assert [mention.span.start for mention in person.mentions] == [0, len(first) + 1]
    apart = annotate([article("one", first), article("two", second)], tagger())
    assert [len(entity.mentions) for one in apart for entity in one.entities if "Lindqvist" in entity.name] == [1, 1]
