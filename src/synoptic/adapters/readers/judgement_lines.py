"""Judgements as JSON Lines: `{"judgement": "move", "articles": ["id"], "to": "id of an article of the story"}`.

`merge`, `same-story` and `different-story` name two or more `articles`; `move` says `to`, `split` says `from` whom.
Other keys (a score, a reason, a date) are left alone, so that a proposal can be taken over as it is.
"""

import json

from synoptic.errors import InvalidRecord, MalformedSource
from synoptic.records.judgements import Judgement, JudgementKind

_ANCHORS = {JudgementKind.MOVE: "to", JudgementKind.SPLIT: "from"}
_REMEDY = 'write {"judgement": "merge", "articles": ["id", "id"]}; kinds are ' + ", ".join(JudgementKind)


def read_judgements(name: str, content: bytes) -> tuple[Judgement, ...]:
    """The judgements of a file, in order.

    Raises MalformedSource, with the line, where one cannot be understood: a decision of the reader is never left out.
    """
    try:
        lines = content.decode("utf-8-sig").split("\n")
    except UnicodeDecodeError as error:
        raise MalformedSource("is not UTF-8", source=name, remedy="save it as UTF-8") from error
    found = []
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                found.append(_judgement(json.loads(line), f"{name}:{number}"))
            except (ValueError, TypeError, KeyError, RecursionError) as error:
                fault = error.message if isinstance(error, InvalidRecord) else "is no judgement"
                raise MalformedSource(fault, source=name, place=f"line {number}", remedy=_REMEDY) from error
    return tuple(found)


def _judgement(row: dict[str, object], source: str) -> Judgement:
    kind = JudgementKind(str(row["judgement"]))
    articles, anchor = row["articles"], row[_ANCHORS[kind]] if kind in _ANCHORS else None
    if not isinstance(articles, list) or not all(isinstance(id, str) for id in articles):
        raise TypeError("articles")
    if anchor is not None and not isinstance(anchor, str):
        raise TypeError("anchor")
    return Judgement(kind, tuple(articles), anchor, source)
