"""What `synoptic/1` promises, checked on a report: one sentence a broken promise."""

from collections.abc import Iterator

type Report = dict[str, object]
type Row = dict[str, object]

_BLOCKS = frozenset(["title", "dateline", "byline", "lead", "body", "caption", "credit", "teaser", "furniture"])
_STATUSES = frozenset({"agreed", "partial", "single", "differs"})
_DIFFERENCES = frozenset(["number", "date", "name", "place", "attribution", "polarity", "certainty", "wording"])
_LINKS = frozenset({"copy", "partial", "retelling", "quotation"})


def faults(report: Report) -> list[str]:
    """Every promise that the report breaks, in words; none where it keeps them all.

    Spans lie inside the text of their article, ids lead to what they name, blocks cover all that is not white space,
    every article is in one story, and words of closed lists are of those lists.
    """
    articles = {str(article["id"]): article for article in _rows(report, "articles")}
    found = [] if report.get("schema") == "synoptic/1" else ["the schema is not synoptic/1"]
    if len(articles) != len(_rows(report, "articles")):
        found.append("two articles have one id")
    found += [f"rejected without a reason: {out}" for out in _rows(report, "rejected") if not out.get("reason")]
    found += [f"rejected without a source: {out}" for out in _rows(report, "rejected") if not out.get("source")]
    for article in articles.values():
        found += _article_faults(article)
    placed = [id for story in _rows(report, "stories") for id in _list(story, "articles")]
    if sorted(map(str, placed)) != sorted(articles):
        found.append("the stories do not hold every article once")
    for story in _rows(report, "stories"):
        found += [f"story {story['id']}: {fault}" for fault in _story_faults(story, articles)]
    return found


def _article_faults(article: Row) -> Iterator[str]:
    text, covered = str(article["text"]), [False] * len(str(article["text"]))
    end = 0
    for block in _rows(article, "blocks"):
        if block["kind"] not in _BLOCKS:
            yield f"article {article['id']}: unknown kind of block {block['kind']}"
        if not _inside(block["start"], block["end"], text) or _number(block["start"]) < end:
            yield f"article {article['id']}: block {block} overlaps another or leaves the text"
            continue
        end = _number(block["end"])
        covered[_number(block["start"]) : end] = [True] * (end - _number(block["start"]))
    if any(not hidden and not text[at].isspace() for at, hidden in enumerate(covered)):
        yield f"article {article['id']}: blocks do not cover the text"
    for key in ("credits", "times"):
        for row in _rows(article, key):
            if not _inside(row["start"], row["end"], text):
                yield f"article {article['id']}: {key} {row} leaves the text"


def _story_faults(story: Row, articles: dict[str, Row]) -> Iterator[str]:
    members = {str(id) for id in _list(story, "articles")}
    texts = {id: str(articles[id]["text"]) for id in members if id in articles}
    entities = {str(entity["id"]) for entity in _rows(story, "entities")}
    yield from _place_faults(story, texts, "story")
    yield from _entity_faults(story, entities)
    held = [str(id) for origin in _rows(story, "origins") for id in _list(origin, "articles")]
    if sorted(held) != sorted(members):
        yield "the origins do not hold every article of the story once"
    for link in _rows(story, "links"):
        if link["kind"] not in _LINKS or not {link["source"], link["target"]} <= members:
            yield f"link {link['source']} to {link['target']} is of no kind or of no article of the story"
            continue
        for passage in _rows(link, "passages"):
            for side in ("source", "target"):
                if not _inside(*_pair(passage[side]), texts[str(link[side])]):
                    yield f"passage {passage} leaves the text of its {side}"
    for claim in _rows(story, "claims"):
        yield from _claim_faults(claim)
    for sentence in _rows(story, "brief"):
        if not _rows(sentence, "citations"):
            yield f"a sentence of the brief cites nothing: {sentence['text']}"


def _place_faults(value: object, texts: dict[str, str], where: str) -> Iterator[str]:
    """Everything below `value` that names an article and places in it."""
    if isinstance(value, list):
        for inner in value:
            yield from _place_faults(inner, texts, where)
    if not isinstance(value, dict):
        return
    id = value.get("article")
    if id is not None and id not in texts:
        yield f"{where}: {id} is no article of the story"
    elif id is not None:
        text = texts[str(id)]
        places = [(value["start"], value["end"])] if "start" in value else []
        places += [_pair(value[key]) for key in ("cue", "speaker") if value.get(key) is not None]
        places += [_pair(part) for part in _list(value, "content")]
        yield from (f"{where}: {place} leaves the text of {id}" for place in places if not _inside(*place, text))
        words = value.get("text")
        if (
            isinstance(words, str)
            and "start" in value
            and words != text[_number(value["start"]) : _number(value["end"])]
        ):
            yield f"{where}: “{words}” is not what stands there"
    for key, inner in value.items():
        yield from _place_faults(inner, texts, key)


def _entity_faults(story: Row, entities: set[str]) -> Iterator[str]:
    claims = [member for claim in _rows(story, "claims") for member in _rows(claim, "members")]
    holders = [(key, row) for key, rows in (("claims", claims),) for row in rows]
    holders += [(key, row) for key in ("quotes", "labels") for row in _rows(story, key)]
    for key, row in holders:
        if row.get("entity") is not None and str(row["entity"]) not in entities:
            yield f"{key}: {row['entity']} is no entity of the story"
    for row in _rows(story, "events"):
        for side in ("actor", "recipient"):
            if row.get(side) is not None and str(row[side]) not in entities:
                yield f"events: {side} {row[side]} is no entity of the story"
    if any(label.get("entity") is None for label in _rows(story, "labels")):
        yield "labels: one names nobody"


def _claim_faults(claim: Row) -> Iterator[str]:
    members = _rows(claim, "members")
    if claim["status"] not in _STATUSES or not members or _number(claim["origins"]) < 1:
        yield f"claim {claim['id']}: no status, member or origin"
    for difference in _rows(claim, "differences"):
        sides = [at for side in _list(difference, "members") if isinstance(side, list) for at in side]
        if difference["kind"] not in _DIFFERENCES or not all(0 <= at < len(members) for at in sides):
            yield f"claim {claim['id']}: difference {difference} is of no kind or of no member"
        if len(_list(difference, "members")) != len(_list(difference, "values")):
            yield f"claim {claim['id']}: difference {difference} has not one value a side"


def _inside(start: object, end: object, text: str) -> bool:
    return isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(text)


def _number(value: object) -> int:
    assert isinstance(value, int)
    return value


def _pair(value: object) -> tuple[object, object]:
    assert isinstance(value, list)
    start, end = value
    return start, end


def _list(row: Row, key: str) -> list[object]:
    value = row.get(key) or []
    assert isinstance(value, list)
    return value


def _rows(row: Row, key: str) -> list[Row]:
    found = _list(row, key)
    assert all(isinstance(inner, dict) for inner in found)
    return [inner for inner in found if isinstance(inner, dict)]
