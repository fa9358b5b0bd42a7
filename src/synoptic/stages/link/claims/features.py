"""Features of a pair of units: everything that the regression is told about it, symmetric in the two."""

from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from synoptic.records.annotation import Voice
from synoptic.stages.link.claims.coverage import Coverage, coverage
from synoptic.stages.link.claims.index import KINDS, Floats, Ints, StoryIndex

_DIMENSIONS = 4096
_GRAM = 4


def pair_features(index: StoryIndex, pairs: Ints) -> tuple[tuple[str, ...], Floats]:
    """The names of the features and their values, shape (pairs, features)."""
    columns: dict[str, NDArray[np.floating]] = {}
    cover = coverage(index, pairs)
    columns |= lexical(index, pairs, cover)
    columns |= by_class(cover)
    base = (columns["cosine"] + columns["near_mean"] + columns["sentence_centred"]) / 3
    columns |= standing(index, pairs, base, "base")
    columns |= standing(index, pairs, columns["sentence_centred"], "sentence")
    columns |= neighbourhood(index, pairs, base)
    columns |= circumstances(index, pairs)
    return tuple(columns), np.stack(list(columns.values()), axis=1).astype(np.float32)


def lexical(index: StoryIndex, pairs: Ints, cover: Coverage) -> dict[str, NDArray[np.floating]]:
    """Overlap of words, of strings, of bigrams, and the encoder's cosines."""
    i, j = pairs[:, 0], pairs[:, 1]
    norms = np.maximum(index.norms, 1e-6)
    shared = np.array(
        [np.square(index.weights[np.intersect1d(index.words[a], index.words[b])]).sum() for a, b in pairs]
    )
    grams = character_grams(index)
    columns: dict[str, NDArray[np.floating]] = {
        "cosine": shared / (norms[i] * norms[j]),
        "characters": row_products(grams, pairs),
        "bigrams": bigram_overlap(index, pairs),
        "sentence": row_products(index.raw, pairs),
        "sentence_centred": row_products(index.sentences, pairs),
    }
    for name, share in (("exact", cover.exact), ("soft", cover.soft), ("near", cover.near)):
        columns[f"{name}_min"] = share.min(axis=1)
        columns[f"{name}_max"] = share.max(axis=1)
        columns[f"{name}_mean"] = share.mean(axis=1)
        columns[f"{name}_product"] = np.sqrt(share.prod(axis=1))
    columns["shared_weight"] = np.sqrt(shared)
    return columns


def row_products(table: Floats, pairs: Ints) -> NDArray[np.floating]:
    """The product of the two rows of each pair; unit by unit, so that memory stays linear in the units."""
    found = np.zeros(len(pairs), dtype=np.float32)
    starts = np.searchsorted(pairs[:, 0], np.arange(len(table) + 1))
    for unit in range(len(table)):
        rows = slice(starts[unit], starts[unit + 1])
        if starts[unit] < starts[unit + 1]:
            found[rows] = table[pairs[rows, 1]] @ table[unit]
    return found


def by_class(cover: Coverage) -> dict[str, NDArray[np.floating]]:
    """Coverage of names, numbers, verbs and nouns, and how much of each there is."""
    columns: dict[str, NDArray[np.floating]] = {}
    for number, kind in enumerate(KINDS):
        near, exact, mass = cover.by_kind[:, :, number], cover.exact_by_kind[:, :, number], cover.mass[:, :, number]
        present = (mass > 0).all(axis=1)
        columns[f"{kind}_near_max"] = near.max(axis=1) * present
        columns[f"{kind}_near_min"] = near.min(axis=1) * present
        columns[f"{kind}_exact_max"] = exact.max(axis=1) * present
        columns[f"{kind}_found"] = np.sqrt((exact * mass).mean(axis=1))
        columns[f"{kind}_missed"] = np.sqrt(np.maximum((1 - near) * mass, 0).min(axis=1))
        columns[f"{kind}_conflict"] = ((exact.max(axis=1) < 1e-6) * present).astype(np.float32)
        columns[f"{kind}_present"] = present.astype(np.float32)
    return columns


def standing(
    index: StoryIndex, pairs: Ints, likeness: NDArray[np.floating], name: str
) -> dict[str, NDArray[np.floating]]:
    """How the pair's likeness stands among the other candidates of its two units."""
    count, accounts = len(index.units), int(index.accounts.max(initial=0)) + 1
    both = np.concatenate([pairs, pairs[:, ::-1]])
    twice = np.concatenate([likeness, likeness])
    cell = both[:, 0] * accounts + index.accounts[both[:, 1]]
    top, second = top_two(cell, twice, count * accounts)
    best_in_account = np.where(twice >= top[cell], twice - second[cell], twice - top[cell])
    mean = np.bincount(both[:, 0], twice, count) / np.maximum(np.bincount(both[:, 0], minlength=count), 1)
    square = np.bincount(both[:, 0], twice**2, count) / np.maximum(np.bincount(both[:, 0], minlength=count), 1)
    spread = np.sqrt(np.maximum(square - mean**2, 1e-4))
    unusual = ((twice - mean[both[:, 0]]) / spread[both[:, 0]]).reshape(2, -1)
    margin = best_in_account.reshape(2, -1)
    overall = (likeness - likeness.mean()) / max(float(likeness.std()), 1e-4) if len(likeness) else likeness
    return {
        f"{name}_margin_min": margin.min(axis=0),
        f"{name}_margin_max": margin.max(axis=0),
        f"{name}_mutual": (margin >= 0).all(axis=0).astype(np.float32),
        f"{name}_unusual_min": unusual.min(axis=0),
        f"{name}_unusual_max": unusual.max(axis=0),
        f"{name}_in_story": overall,
    }


def top_two(cells: Ints, values: NDArray[np.floating], count: int) -> tuple[NDArray[np.floating], NDArray[np.floating]]:
    """The highest and second highest value of each cell; 0 where there is none."""
    top, second = np.zeros(count), np.zeros(count)
    order = np.lexsort((-values, cells))
    ordered = cells[order]
    first = np.r_[True, ordered[1:] != ordered[:-1]] if len(ordered) else np.zeros(0, bool)
    top[ordered[first]] = values[order][first]
    follows = np.r_[False, first[:-1]] & ~first if len(ordered) else first
    second[ordered[follows]] = values[order][follows]
    return top, second


def neighbourhood(index: StoryIndex, pairs: Ints, likeness: NDArray[np.floating]) -> dict[str, NDArray[np.floating]]:
    """Likeness of the units before and after: accounts of one source tell in one order."""
    count = len(index.units)
    keys = pairs[:, 0] * count + pairs[:, 1]

    def at(step_i: int, step_j: int) -> NDArray[np.floating]:
        i, j = pairs[:, 0] + step_i, pairs[:, 1] + step_j
        inside = (i >= 0) & (j >= 0) & (i < count) & (j < count)
        inside[inside] &= (index.accounts[i[inside]] == index.accounts[pairs[inside, 0]]) & (
            index.accounts[j[inside]] == index.accounts[pairs[inside, 1]]
        )
        wanted = np.where(inside, i * count + j, -1)
        found = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
        return np.where(inside & (keys[found] == wanted), likeness[found], 0)

    before, after = at(-1, -1), at(1, 1)
    return {
        "order_max": np.maximum(before, after),
        "order_mean": (before + after) / 2,
        "beside_max": np.max([at(-1, 0), at(1, 0), at(0, -1), at(0, 1)], axis=0),
    }


def circumstances(index: StoryIndex, pairs: Ints) -> dict[str, NDArray[np.floating]]:
    """Place in the article, length, names, voice and speaker."""
    i, j = pairs[:, 0], pairs[:, 1]
    position = np.array([unit.position for unit in index.units])
    length = np.log1p(np.array([len(words) for words in index.words]))
    quoted = np.array([unit.voice is Voice.SPEAKER for unit in index.units], dtype=float)
    speakers = [(index.units[a].entity, index.units[b].entity) for a, b in pairs]
    names = [(index.units[a].names, index.units[b].names) for a, b in pairs]
    return {
        "apart": np.abs(position[i] - position[j]),
        "both_first": ((index.orders[i] == 0) & (index.orders[j] == 0)).astype(float),
        "either_first": ((index.orders[i] == 0) | (index.orders[j] == 0)).astype(float),
        "length_ratio": np.abs(length[i] - length[j]),
        "length_min": np.minimum(length[i], length[j]),
        "length_max": np.maximum(length[i], length[j]),
        "voice_same": (quoted[i] == quoted[j]).astype(float),
        "speaker_same": np.array([bool(a) and a == b for a, b in speakers], dtype=float),
        "speaker_other": np.array([bool(a) and bool(b) and a != b for a, b in speakers], dtype=float),
        "names_shared": np.array([len(a & b) / max(1, min(len(a), len(b))) for a, b in names], dtype=float),
        "names_jaccard": np.array([len(a & b) / max(1, len(a | b)) for a, b in names], dtype=float),
    }


def character_grams(index: StoryIndex) -> Floats:
    """Hashed character 4-grams of each unit, weighted by rareness in the story, of length 1."""
    table = np.zeros((len(index.units), _DIMENSIONS), dtype=np.float32)
    for row, unit in enumerate(index.units):
        text = f" {unit.text.casefold()} "
        for start in range(len(text) - _GRAM + 1):
            table[row, crc32(text[start : start + _GRAM].encode()) % _DIMENSIONS] += 1
    table = np.log1p(table) * np.log((len(table) + 1) / (1 + (table > 0).sum(axis=0)))
    return np.asarray(table / np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-6), dtype=np.float32)


def bigram_overlap(index: StoryIndex, pairs: Ints) -> NDArray[np.floating]:
    """Shared pairs of neighbouring content words, as a share of the shorter unit's."""
    bigrams = [
        frozenset((a.stem, b.stem) for a, b in zip(unit.words, unit.words[1:], strict=False)) for unit in index.units
    ]
    return np.array(
        [len(bigrams[a] & bigrams[b]) / max(1, min(len(bigrams[a]), len(bigrams[b]))) for a, b in pairs], dtype=float
    )
