"""What readers are shown of a collation: the base, each departure with its words, what cues and forms tell."""

import json
import re
from dataclasses import replace

from synoptic.doors.render.contract_json import synopsis_to_json
from synoptic.doors.render.markdown import escaped, story_markdown
from synoptic.doors.render.page import story_page
from synoptic.language.quotation import is_quotation_mark
from synoptic.records.annotation import QuoteForm
from synoptic.records.collation import Variation, VariationKind
from synoptic.records.links import QuoteGroup
from synoptic.records.span import Span
from synoptic.records.stages import Synopsis
from tests.doors.render.ferry_story import synopsis


def collated() -> tuple[Synopsis, QuoteGroup]:
    """The ferry story with an apparatus: one word changed, in another mouth, behind a doubting cue."""
    whole = synopsis()
    story = whole.stories[0]
    (group,) = story.alignment.quotes
    last = len(group.columns) - 1
    one, other = group.columns[last]
    assert one is not None
    assert other is not None
    place = Variation(1, 0, VariationKind.CHANGED, (last, last + 1), (one,), (other,), other)
    names = [entity.id for entity in story.alignment.linking.entities if entity.id != group.entity]
    second = replace(group.members[1], form=QuoteForm.INDIRECT, stance="doubting", entity=names[0])
    told = replace(group, members=(group.members[0], second), base=0, apparatus=(place,))
    alignment = replace(story.alignment, quotes=(told,))
    return replace(whole, stories=(replace(story, alignment=alignment), *whole.stories[1:])), told


def test_the_page_tells_base_departures_and_cues() -> None:
    """The base is named; the departure gives both words and its mark; stance, form and speaker are told in words."""
    page = re.sub(r"<[^>]+>", " ", story_page(collated()[0]))
    words = " ".join(page.split())
    assert re.search(r"\bbase\b", words)
    assert re.search(r"changed \(marked\) : harbours → ports", words)
    assert "keeps its distance" in words
    assert "turned into reported speech" in words
    assert "names another speaker" in words


def test_the_contract_holds_the_apparatus() -> None:
    """Every field of a departure is written out, with offsets into both articles."""
    whole, group = collated()
    (written,) = json.loads(synopsis_to_json(whole))["stories"][0]["quotes"]
    (place,) = group.apparatus
    assert written["base"] == 0
    assert written["members"][1]["stance"] == "doubting"
    assert written["members"][1]["entity"] == group.members[1].entity
    assert written["apparatus"] == [
        {
            "member": 1,
            "against": 0,
            "kind": "changed",
            "columns": list(place.columns),
            "base": [[place.base[0].start, place.base[0].end]],
            "words": [[place.words[0].start, place.words[0].end]],
            "mark": [place.words[0].start, place.words[0].end],
            "base_mark": None,
        }
    ]


def test_a_quote_partly_in_marks_keeps_those_at_its_ends() -> None:
    """Of a mixed quote all marks are shown, also the outer ones: else one that closes inside would stand alone."""
    whole = synopsis()
    story = whole.stories[0]
    (group,) = story.alignment.quotes
    first = group.members[0]
    text = next(a.article.text for a in story.accounts if a.article.id == first.article)
    wider = replace(first, form=QuoteForm.MIXED, content=(Span(first.content[0].start - 1, first.content[0].end + 1),))
    told = replace(group, members=(wider, *group.members[1:]))
    alignment = replace(story.alignment, quotes=(told,))
    document = story_markdown(replace(whole, stories=(replace(story, alignment=alignment),)))
    assert escaped(wider.content[0].of(text)) in document
    assert escaped(first.content[0].of(text)) in document
    assert is_quotation_mark(wider.content[0].of(text)[0])
