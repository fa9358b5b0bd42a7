"""`synoptic/1`: the analysis as JSON, exactly as the contract writes it, and the lines of the filters.

Every function gives one line of JSON without a newline at its end; non-ASCII stays as it is, keys stand in the order
in which they are built, and the same record gives the same bytes. Keys beyond the contract may be added, none dropped.
"""

import json
import re
from collections.abc import Iterator

from synoptic.doors.render.contract_records import Json, Streamed, annotation_object, article_object, link_object
from synoptic.doors.render.contract_story import story_object
from synoptic.records.annotation import Annotation
from synoptic.records.article import Article
from synoptic.records.judgements import JudgementKind, Proposal
from synoptic.records.links import Link, Placement
from synoptic.records.stages import Synopsis

SCHEMA = "synoptic/1"

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def synopsis_to_json(synopsis: Synopsis) -> str:
    """The whole analysis (`synoptic compare --json`)."""
    from_accounts = {a.article.id: a.annotation for story in synopsis.stories for a in story.accounts}
    return _line(
        {
            "schema": SCHEMA,
            "articles": (article_object(article, from_accounts.get(article.id)) for article in synopsis.articles),
            "rejected": [{"source": out.source, "reason": out.reason} for out in synopsis.rejected],
            "stories": (story_object(story) for story in synopsis.stories),
        }
    )


def article_to_json(article: Article) -> str:
    """One article (`synoptic clean`)."""
    return _line(article_object(article))


def annotation_to_json(annotation: Annotation) -> str:
    """The marks of one article (`synoptic annotate`)."""
    return _line(annotation_object(annotation))


def placement_to_json(placement: Placement) -> str:
    """The story of one article (`synoptic group`)."""
    return _line(
        {
            "id": placement.article,
            "story": placement.story,
            "reason": placement.reason,
            "score": float(placement.score),
        }
    )


def proposal_to_json(proposal: Proposal) -> str:
    """A proposed judgement, in the form in which `synoptic group --judgements` takes it."""
    judgement = proposal.judgement
    row: dict[str, Json] = {"judgement": judgement.kind.value, "articles": list(judgement.articles)}
    if judgement.anchor is not None:
        row["to" if judgement.kind is JudgementKind.MOVE else "from"] = judgement.anchor
    return _line({**row, "score": float(proposal.score), "reason": proposal.reason})


def link_to_json(link: Link) -> str:
    """One link (`synoptic trace`)."""
    return _line(link_object(link))


def _line(value: Streamed) -> str:
    """One line of JSON; a lone surrogate, which UTF-8 cannot carry, is written as its escape."""
    return _LONE_SURROGATE.sub(lambda match: f"\\u{ord(match.group()):04x}", "".join(_parts(value)))


def _parts(value: Streamed) -> Iterator[str]:
    """The parts of one line of JSON, in order."""
    if isinstance(value, Iterator):
        yield "["
        for number, part in enumerate(value):
            yield ", " if number else ""
            yield from _parts(part)
        yield "]"
    elif isinstance(value, dict) and any(isinstance(part, Iterator) for part in value.values()):
        yield "{"
        for number, (key, part) in enumerate(value.items()):
            yield f"{', ' if number else ''}{json.dumps(key, ensure_ascii=False)}: "
            yield from _parts(part)
        yield "}"
    else:
        yield json.dumps(value, ensure_ascii=False, allow_nan=False)
