"""Wording: a loaded word in one account where another uses a plain one for the same."""

from collections.abc import Sequence

from synoptic.records.findings import Difference, DifferenceKind
from synoptic.stages.weigh.differences.sides import difference
from synoptic.stages.weigh.differences.telling import Telling


def wording_differences(tellings: Sequence[Telling]) -> tuple[Difference, ...]:
    """One difference for each entity that some accounts label with a loaded word and others with a plain one."""
    entities = dict.fromkeys(entity for telling in tellings for label, entity in telling.labels if label.loaded)
    found = []
    for entity in entities:
        values = []
        for telling in tellings:
            labels = [label for label, named in telling.labels if named == entity]
            loaded = [label for label in labels if label.loaded]
            for label in loaded or labels[:1]:
                words = telling.words(label.span)
                values.append((telling, words.casefold() if label.loaded else "", words))
        loaded_in = {telling.article for telling, key, _ in values if key}
        plain_in = {telling.article for telling, key, _ in values if not key} - loaded_in
        if loaded_in and plain_in:
            words = next(words for _, key, words in values if key)
            plain = next(w for telling, key, w in values if not key and telling.article in plain_in)
            made = difference(DifferenceKind.WORDING, values, True, f"loaded: “{words}”; plain: “{plain}”")
            found += [made] if made else []
    return tuple(found)
