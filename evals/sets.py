"""The sets that can be scored: which filter predicts them, which scorer reads them, what a simple baseline gets.

Baselines are those of the design page: what a short script over common libraries reaches on the development sets.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure of the scorer and what a simple baseline reaches (None where none was measured)."""

    name: str
    baseline: float | None = None


@dataclass(frozen=True, slots=True)
class EvalSet:
    """One row group of the table.

    `folder` holds `inputs` and `gold`; `filter` is the synoptic command that predicts (`names` and `support` go
    through a function instead); `options` are handed to the scorer. With `people` the predicted entities are cut down
    to what the gold annotates: people by names and descriptions, no pronouns. With `strings` the baseline is measured:
    the same mentions, those of the same words taken for one entity.
    """

    name: str
    task: str
    folder: str
    inputs: str
    gold: str
    filter: str
    measures: tuple[Measure, ...]
    options: tuple[str, ...] = ()
    people: bool = False
    strings: bool = False


def _times(language: str, baseline: float | None) -> EvalSet:
    measures = (Measure("value_exact", baseline), Measure("relaxed_f1", 0.894 if language == "en" else None))
    only = ("--only", language)
    return EvalSet(f"times:{language}", "times", "times", "articles.jsonl", "gold.jsonl", "annotate", measures, only)


def _entities(
    only: str,
    *options: str,
    view: str = "",
    through: str = "compare",
    people: bool = False,
    strings: bool = False,
    baselines: tuple[float | None, float | None] = (None, None),
) -> EvalSet:
    measures = (Measure("pred_conll_f1", baselines[0]), Measure("gold_conll_f1", baselines[1]))
    name = f"entities:{only}:{view}" if view else f"entities:{only}"
    given = ("--only", only, *options)
    return EvalSet(
        name, "entities", "entities", "articles.jsonl", "gold.jsonl", through, measures, given, people, strings
    )


SETS: tuple[EvalSet, ...] = (
    EvalSet(
        "extract:fundus",
        "extract",
        "extract",
        "items.jsonl.gz",
        "gold.jsonl",
        "clean",
        (Measure("body_f1", 0.960), Measure("body_p"), Measure("body_r")),
        ("--only", "fundus"),
    ),
    EvalSet(
        "extract:trafilatura",
        "extract",
        "extract",
        "items.jsonl.gz",
        "gold.jsonl",
        "clean",
        (Measure("segment_f1"), Measure("segment_accuracy")),
        ("--only", "trafilatura"),
    ),
    EvalSet("stories", "group", "stories", "articles.jsonl", "gold.jsonl", "group", (Measure("b3_f1", 0.909),)),
    EvalSet("stories-dense", "group", "stories-dense", "articles.jsonl", "gold.jsonl", "group", (Measure("b3_f1"),)),
    EvalSet("neus", "group", "neus", "articles.jsonl", "gold.jsonl", "group", (Measure("b3_f1", 0.845),)),
    EvalSet(
        "lineage",
        "trace",
        "lineage",
        "../stories/articles.jsonl",
        "gold.jsonl",
        "trace",
        (Measure("undirected_f1", 0.854), Measure("undirected_p"), Measure("direction_accuracy")),
    ),
    EvalSet(
        "quotes",
        "quotes",
        "quotes",
        "articles.jsonl",
        "gold.jsonl",
        "annotate",
        (
            Measure("found_f1", 0.310),
            Measure("direct_f1", 0.81),
            Measure("indirect_f1"),
            Measure("content_tok_f1"),
            Measure("speaker_accuracy", 0.73),
        ),
    ),
    _times("en", 0.654),
    *(_times(language, 0.13) for language in ("es", "fr", "de", "it", "pt")),
    *(_times(language, None) for language in ("nl", "ar", "tr", "hi", "zh", "ja", "ko")),
    EvalSet("names", "names", "names", "items.jsonl", "gold.jsonl", "names", (Measure("f1", 0.760), Measure("auc"))),
    EvalSet(
        "events",
        "events",
        "events",
        "items.jsonl",
        "gold.jsonl",
        "annotate",
        (Measure("macro_f1", 0.680), Measure("accuracy")),
    ),
    _entities("newswcl50", "--codes", "ACTOR", baselines=(0.232, 0.516)),
    _entities("newswcl50", "--codes", "ACTOR", view="people", people=True),
    _entities("newswcl50", "--codes", "ACTOR", "--scope", "doc", view="article", people=True, strings=True),
    _entities("meantime", "--scope", "doc", view="article", through="annotate", strings=True),
    _entities("meantime", strings=True),
    EvalSet(
        "labels:newswcl50",
        "labels",
        "labels",
        "articles.jsonl",
        "gold.jsonl",
        "annotate",
        (Measure("target_f1", 0.144), Measure("on_target_p"), Measure("phrase_r")),
        ("--only", "newswcl50"),
    ),
    EvalSet(
        "labels:basil",
        "labels",
        "labels",
        "articles.jsonl",
        "gold.jsonl",
        "annotate",
        (Measure("phrase_r"),),
        ("--only", "basil"),
    ),
    EvalSet(
        "claims",
        "claims",
        "claims",
        "*.json",
        ".",
        "compare",
        (
            Measure("pair_f1", 0.496),
            Measure("pair_p"),
            Measure("pair_r"),
            Measure("diff_p"),
            Measure("diff_r"),
            Measure("conflict_r"),
        ),
    ),
    EvalSet(
        "support", "support", "support", "items.jsonl", "gold.jsonl", "support", (Measure("f1", 0.607), Measure("auc"))
    ),
)
