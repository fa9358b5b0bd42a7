"""The project's own gold: invented stories with facts, differences and lineage (`evals/gold/*.json`)."""

import json
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "gold"


@dataclass(frozen=True, slots=True)
class GoldSentence:
    """A sentence of an article: half-open offsets into its text, and the ids of the facts that it states."""

    article: str
    start: int
    end: int
    facts: frozenset[str]


@dataclass(frozen=True, slots=True)
class GoldStory:
    """A story as articles (rows of the contract) with the sentences' facts, and pairs of articles that depend."""

    name: str
    articles: tuple[dict[str, str], ...]
    sentences: tuple[GoldSentence, ...]
    dependent: frozenset[frozenset[str]]


def stories(folder: Path = FOLDER) -> tuple[GoldStory, ...]:
    """All stories of a folder, by name."""
    return tuple(_story(json.loads(path.read_text(encoding="utf-8"))) for path in sorted(folder.glob("*.json")))


def _story(row: dict[str, list[dict[str, object]]]) -> GoldStory:
    articles, sentences = [], []
    for article in row["articles"]:
        text, found = _laid_out(article, str(row["story"]))
        articles.append({"text": text} | {key: str(article[key]) for key in ("id", "outlet", "published", "title")})
        sentences += found
    dependent = {frozenset((str(link["source"]), str(link["target"]))) for link in row["lineage"]}
    return GoldStory(str(row["story"]), tuple(articles), tuple(sentences), frozenset(dependent))


def _laid_out(article: dict[str, object], story: str) -> tuple[str, list[GoldSentence]]:
    """The text of an article and its sentences: a space inside a paragraph, a blank line between two.

    Facts are numbered anew in every story, so their ids get its name.
    """
    text, paragraph, found = "", None, []
    rows = article["sentences"]
    assert isinstance(rows, list)
    for row in rows:
        if text:
            text += " " if row.get("p") == paragraph else "\n\n"
        found.append(
            GoldSentence(
                str(article["id"]),
                len(text),
                len(text) + len(row["t"]),
                frozenset(f"{story}:{fact}" for fact in row["f"]),
            )
        )
        text, paragraph = text + row["t"], row.get("p")
    return text, found
