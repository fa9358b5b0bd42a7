"""Judgements as JSON Lines: `{"judgement": "move", "articles": ["id"], "to": "id of an article of the story"}`.

`merge`, `same-story` and `different-story` name two or more `articles`; `move` says `to`, `split` says `from` whom.
`same` and `different` judge entities by two `names` as articles write them: `{"judgement": "same", "names": ["Holm",
"Holmsen"]}`. Other keys (a score, a reason, a date) are left alone, so that a proposal can be taken over as it is.
"""

import json

from synoptic.errors import InvalidRecord, MalformedSource
from synoptic.records.identities import Identity, Verdict
from synoptic.records.judgements import Judgement, JudgementKind, Judgements

_ANCHORS = {JudgementKind.MOVE: "to", JudgementKind.SPLIT: "from"}
_KINDS = (*JudgementKind, *Verdict)
_REMEDY = 'write {"judgement": "merge", "articles": ["id", "id"]}; kinds are ' + ", ".join(_KINDS)


def read_judgements(name: str, content: bytes) -> Judgements:
    """The judgements of a file, in order.

    Raises MalformedSource, with the line, where one cannot be understood: a decision of the reader is never left out.
    """
    try:
        lines = content.decode("utf-8-sig").split("\n")
    except UnicodeDecodeError as error:
        raise MalformedSource("is not UTF-8", source=name, remedy="save it as UTF-8") from error
    stories, entities = [], []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            if row["judgement"] in set(Verdict):
                entities.append(_identity(row))
            else:
                stories.append(_judgement(row, f"{name}:{number}"))
        except (ValueError, TypeError, KeyError, RecursionError) as error:
            fault = error.message if isinstance(error, InvalidRecord) else "is no judgement"
            raise MalformedSource(fault, source=name, place=f"line {number}", remedy=_REMEDY) from error
    return Judgements(tuple(stories), tuple(entities))


def _identity(row: dict[str, object]) -> Identity:
    names = row["names"]
    if not isinstance(names, list) or len(names) != 2 or not all(isinstance(name, str) and name for name in names):
        raise TypeError("names")
    return Identity(
        names[0], names[1], Verdict(str(row["judgement"])), reason=str(row.get("reason", "")), by_reader=True
    )


def _judgement(row: dict[str, object], source: str) -> Judgement:
    kind = JudgementKind(str(row["judgement"]))
    articles, anchor = row["articles"], row[_ANCHORS[kind]] if kind in _ANCHORS else None
    if not isinstance(articles, list) or not all(isinstance(id, str) for id in articles):
        raise TypeError("articles")
    if anchor is not None and not isinstance(anchor, str):
        raise TypeError("anchor")
    return Judgement(kind, tuple(articles), anchor, source)
