"""The terminal: readable at any width, with and without colour, and not driven by what it prints."""

import io
from dataclasses import replace

import pytest
from rich.console import Console

from synoptic.doors.render.terminal import clean, print_synopsis
from synoptic.records.stages import Synopsis
from tests.doors.render.ferry_story import build, repeated, synopsis


def printed(what: Synopsis, width: int, **options: object) -> str:
    """What a terminal of this width shows."""
    out = io.StringIO()
    print_synopsis(what, Console(file=out, width=width, **options))  # type: ignore[arg-type]
    return out.getvalue()


@pytest.mark.parametrize("width", [40, 60, 100, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    """At every width all lines fit, tables too."""
    assert max(len(line) for line in printed(synopsis(), width).splitlines()) <= width


def test_the_summary_holds_what_a_reader_wants_first() -> None:
    """Headline, date, place, counts, brief, origins, shared claims, differences, labels and what was left out."""
    text = " ".join(printed(synopsis(), 100).split())
    for words in (
        "Marsand and Ostrevia open ferry line",
        "Tuesday 6 May 2031 · Port Ilvar · 5 articles · 5 outlets · 4 independent origins",
        "The accounts give different numbers: “twelve”",
        "A Meridian: 1 Meridian News Agency, 2 Ilvar Post",
        "Shared claims (5 of 6)",
        "different numbers",
        "Quoted in other words Ada Korrin",
        "said: This line is older in our hopes than in our ports",
        "calls Ada Korrin “strongman”",
        "empty <i>.txt: the file is empty",
    ):
        assert words in text


def test_a_sentence_that_stands_for_several_claims_is_listed_once() -> None:
    """Claims overlap; two with the same words are one line of the summary, and the rest is counted."""
    told = synopsis()
    story = told.stories[0]
    claims = story.findings.claims
    again = next(claim for claim in claims if claim.origins > 1)
    findings = replace(story.findings, claims=(*claims, replace(again, id="c99")))
    twice = replace(told, stories=(replace(story, findings=findings),))
    listed = printed(twice, 200).split("Shared claims")[1].split("Told differently")[0]
    assert listed.count(" ".join(again.text.split())[:40]) == 1
    assert "and 1 more: see --html" in listed


def test_without_colour_no_escape_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    """NO_COLOR, a pipe and a dumb terminal get plain text."""
    assert "\x1b" not in printed(synopsis(), 80)
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[3" not in printed(synopsis(), 80, force_terminal=True)


def test_escape_sequences_of_an_article_do_not_reach_the_terminal() -> None:
    """A title that would clear the screen, set the window's name or turn the writing direction is printed harmless."""
    whole = synopsis()
    bad = replace(whole.stories[0], title="\x1b[2J\x1b]0;owned\x07 [red]Quiet[/red]\u202e title\x9b31m")
    text = printed(replace(whole, stories=(bad,)), 80)
    assert not {"\x1b", "\x07", "\u202e", "\x9b"} & set(text)
    assert "[red]Quiet[/red]" in text
    assert clean("a\nb\tc") == "a b c"


def test_several_stories_are_printed_one_after_the_other() -> None:
    """Each story has its headline."""
    assert printed(repeated(build(), 2), 100).count("Marsand and Ostrevia open ferry line") == 2
