"""How alike two words are: by letters, with swapped neighbours as one mistake, and by sound."""

from functools import lru_cache

from synoptic.language.names.fold import sound


@lru_cache(maxsize=65536)
def edits(left: str, right: str) -> int:
    """Insertions, deletions, replacements and swaps of neighbours that turn one word into the other.

    Source: optimal string alignment (Boytsov 2011, ACM JEA 16).
    """
    before, row = [0] * (len(right) + 1), list(range(len(right) + 1))
    for i, letter in enumerate(left, start=1):
        further, row, before = before, [i, *[0] * len(right)], row
        for j, other in enumerate(right, start=1):
            row[j] = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == right[j - 2] and left[i - 2] == other:
                row[j] = min(row[j], further[j - 2] + 1)
    return row[-1]


@lru_cache(maxsize=65536)
def likeness(left: str, right: str) -> float:
    """From 0 to 1: 1 for the same word, .95 for the same sound, else the share of letters that stay."""
    if left == right:
        return 1.0
    longest = max(len(left), len(right))
    by_letter = 1.0 - edits(left, right) / longest if longest else 1.0
    heard, said = sound(left), sound(right)
    if heard == said:
        return max(0.95, by_letter)
    by_sound = 1.0 - edits(heard, said) / max(len(heard), len(said), 1)
    return max(by_letter, 0.95 * by_sound)
