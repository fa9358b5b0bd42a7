"""synoptic/1: what is written is what CONTRACT.md promises."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synoptic.doors.render.contract_json import (
    annotation_to_json,
    article_to_json,
    link_to_json,
    placement_to_json,
    synopsis_to_json,
)
from synoptic.records.article import Article, Block, BlockKind
from synoptic.records.span import Span
from tests.doors.render.ferry_story import build, synopsis

TEXT = st.text(max_size=60)
PAIR = {"start": int, "end": int}
ARTICLE = {
    "id": str,
    "text": str,
    "title": (str, type(None)),
    "url": (str, type(None)),
    "outlet": (str, type(None)),
    "language": (str, type(None)),
    "authors": list,
    "published": (str, type(None)),
    "blocks": list,
    "credits": list,
}
MEMBER = {"article": str, **PAIR}
SHAPES: dict[str, dict[str, object]] = {
    "origins": {"id": str, "name": (str, type(None)), "kind": str, "articles": list},
    "links": {
        "source": str,
        "target": str,
        "kind": str,
        "directed": bool,
        "score": float,
        "passages": list,
        "reason": str,
    },
    "entities": {"id": str, "kind": str, "name": str, "mentions": list},
    "claims": {"id": str, "text": str, "status": str, "origins": int, "members": list, "differences": list},
    "quotes": {"id": str, "entity": (str, type(None)), "members": list, "variants": list},
    "labels": {"entity": str, "article": str, "text": str, **PAIR, "voice": str, "loaded": bool},
    "events": {
        "code": str,
        "mode": (str, type(None)),
        "actor": (str, type(None)),
        "recipient": (str, type(None)),
        "date": (str, type(None)),
        "place": (str, type(None)),
        "members": list,
    },
    "timeline": {"date": str, "text": str, "members": list},
    "brief": {"text": str, "citations": list},
}


def check(given_object: dict[str, object], shape: dict[str, object]) -> None:
    """Every key of the contract is there with a value of its type."""
    for key, type_ in shape.items():
        assert key in given_object, key
        assert isinstance(given_object[key], type_), (key, given_object[key])  # type: ignore[arg-type]


@pytest.mark.parametrize("part", SHAPES)
def test_each_part_of_a_story_has_the_keys_and_types_of_the_contract(part: str) -> None:
    """No key of the contract is dropped, renamed or of another type, in any part of a story."""
    story = json.loads(synopsis_to_json(synopsis()))["stories"][0]
    assert story[part], f"the invented story shows no {part}"
    for each in story[part]:
        check(each, SHAPES[part])


def test_the_top_of_the_document_follows_the_contract() -> None:
    """Schema, articles with their times, rejected sources and stories stand where the contract says."""
    document = json.loads(synopsis_to_json(synopsis()))
    assert list(document) == ["schema", "articles", "rejected", "stories"]
    assert document["schema"] == "synoptic/1"
    assert document["rejected"] == [{"source": "empty <i>.txt", "reason": "the file is empty"}]
    for article in document["articles"]:
        check(article, ARTICLE)
        assert all(set(PAIR) | {"type", "value"} <= set(time) for time in article["times"])


def test_inner_objects_follow_the_contract() -> None:
    """Members, differences, passages, mentions and quote members carry the keys of the contract."""
    story = json.loads(synopsis_to_json(synopsis()))["stories"][0]
    for claim in story["claims"]:
        for member in claim["members"]:
            check(member, {**MEMBER, "voice": str, "entity": (str, type(None))})
            assert member["voice"] in {"outlet", "speaker"}
        for difference in claim["differences"]:
            check(difference, {"kind": str, "members": list, "values": list, "compatible": bool, "reason": str})
            assert len(difference["members"]) == len(difference["values"])
    for mention in story["entities"][0]["mentions"]:
        check(mention, {**MEMBER, "form": str})
    for member in story["quotes"][0]["members"]:
        check(member, {"article": str, "content": list, "cue": (list, type(None)), "form": str})
    for sentence in story["brief"]:
        for citation in sentence["citations"]:
            check(citation, MEMBER)
    assert story["links"][0]["passages"][0].keys() == {"source", "target"}


def test_every_offset_points_into_the_text_that_is_written_with_it() -> None:
    """Half-open offsets of members, labels and citations lie inside the text of their article."""
    document = json.loads(synopsis_to_json(synopsis()))
    texts = {article["id"]: article["text"] for article in document["articles"]}
    story = document["stories"][0]
    spans = [m for claim in story["claims"] for m in claim["members"]] + story["labels"]
    spans += [c for sentence in story["brief"] for c in sentence["citations"]]
    for span in spans:
        assert 0 <= span["start"] < span["end"] <= len(texts[span["article"]])
    for label in story["labels"]:
        assert texts[label["article"]][label["start"] : label["end"]] == label["text"]


def test_the_same_synopsis_gives_the_same_bytes() -> None:
    """Two runs over equal records write identical documents."""
    assert synopsis_to_json(synopsis()).encode() == synopsis_to_json(synopsis()).encode()


def test_filters_write_one_line_each() -> None:
    """annotate, group and trace lines are single lines of JSON with the contract's keys."""
    weighed = build()
    annotated = weighed.aligned.annotated
    lines = [annotation_to_json(annotation) for annotation in annotated.annotations]
    for line in lines:
        assert "\n" not in line
        assert {"id", "entities", "times", "quotes", "events", "labels"} <= set(json.loads(line))
    placement = json.loads(placement_to_json(annotated.grouping.placements[0]))
    assert (placement["id"], placement["story"]) == ("wire", "s1")
    link = json.loads(link_to_json(annotated.grouping.links[0]))
    check(link, SHAPES["links"])


@given(TEXT, TEXT, st.lists(TEXT, max_size=3))
def test_article_text_survives_json_unchanged(text: str, title: str, authors: list[str]) -> None:
    """Any text, whatever its characters, comes back code point by code point, so that offsets still hold."""
    blocks = (Block(BlockKind.BODY, Span(0, len(text))),) if text else ()
    article = Article("x", text, title, authors=tuple(authors), blocks=blocks)
    line = article_to_json(article)
    assert "\n" not in line
    back = json.loads(line.encode("utf-8"))
    assert (back["text"], back["title"], back["authors"]) == (text, title, authors)


def test_a_lone_surrogate_does_not_break_the_file() -> None:
    """Half of a surrogate pair, as broken input holds it, is written as an escape and keeps its place."""
    article = replace(synopsis().articles[0], text="a\ud800b", blocks=(), credits=())
    line = article_to_json(article)
    assert json.loads(line.encode("utf-8"))["text"] == "a\ud800b"
