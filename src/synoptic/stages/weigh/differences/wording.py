"""Wording: a loaded word in one account where another uses a plain one for the same."""

from collections.abc import Sequence

from synoptic.records.findings import Difference, DifferenceKind
from synoptic.stages.weigh.differences.certainty import hedges
from synoptic.stages.weigh.differences.frames import folded, shared
from synoptic.stages.weigh.differences.setting import content_of
from synoptic.stages.weigh.differences.sides import difference
from synoptic.stages.weigh.differences.telling import Telling

_NAMING = frozenset({"head", "modifier", "title", "epithet"})
"""The kinds of label that stand in one place; what a verb says of someone is another statement, not another word."""

_ALIKE = 0.25
"""Least share of content words from which an account's lack of a loaded word is told; elsewhere it tells another thing.
On data/claims with gold claims, precision of differences in wording .57 without this bound, .65 with it; at .4 .67,
and a quarter fewer found."""

_PLAIN = "(no such word)"

type _Uses = list[tuple[Telling, str]]


def wording_differences(tellings: Sequence[Telling]) -> tuple[Difference, ...]:
    """One difference for each entity that some accounts call by loaded words and others plainly.

    The plain side shows what it calls the same entity: by a label, else by name. Loaded words for what the other
    accounts do not speak of at all make one difference together, where the tellings are worded alike.
    """
    uses: dict[str, _Uses] = {}
    for telling in tellings:
        for label, entity in telling.labels:
            if label.loaded and label.kind in _NAMING and folded(telling.words(label.span)) not in hedges():
                uses.setdefault(entity, []).append((telling, telling.words(label.span)))
    found, alone = [], []
    for entity, loaded in uses.items():
        plain = _plain_uses(tellings, entity, {telling.article for telling, _ in loaded})
        made = _made(loaded, plain)
        found += [made] if made else []
        alone += [] if plain else loaded
    left = {telling.article for telling, _ in alone}
    rest = [
        (telling, _PLAIN)
        for telling in tellings
        if telling.article not in left
        and any(shared(content_of(telling), content_of(one)) >= _ALIKE for one, _ in alone)
    ]
    made = _made(alone, rest) if not found else None
    return (*found, *([made] if made else []))


def _made(loaded: _Uses, plain: _Uses) -> Difference | None:
    if not loaded or not plain:
        return None
    words = ", ".join(f"“{each}”" for each in dict.fromkeys(word for _, word in loaded))
    calls = plain[0][1]
    shown = calls if calls == _PLAIN else f"“{calls}”"
    values = [(telling, word.casefold(), word) for telling, word in loaded]
    values += [(telling, "", calls) for telling, _ in plain]
    return difference(DifferenceKind.WORDING, values, True, f"loaded: {words}; plain: {shown}")


def _plain_uses(tellings: Sequence[Telling], entity: str, loaded_in: set[str]) -> _Uses:
    """The tellings of other accounts that speak of the entity, each with what it calls it: labels first, then names."""
    labelled, named = [], []
    for telling in tellings:
        if telling.article in loaded_in:
            continue
        labels = [label for label, of in telling.labels if of == entity and label.kind in _NAMING]
        names = [naming for naming in telling.names if naming.entity == entity and naming.named]
        if labels:
            said = min(labels, key=lambda label: label.kind == "modifier")  # "president" before "Marenian"
            labelled.append((telling, telling.words(said.span)))
        elif names:
            named.append((telling, telling.words(max(names, key=lambda naming: len(naming.span)).span)))
    return labelled + named
