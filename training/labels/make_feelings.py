"""Writes `language/data/en/feelings.txt` from the lexicon of vaderSentiment 3.3.2 (MIT).

    python training/labels/make_feelings.py VADER_LEXICON OUT

Kept: words of three and more small letters whose mean rating is at least 1 in either direction. Dropped: forms of
another kept word by a regular ending; what is looked up is the lemma.
"""

import sys
from pathlib import Path

LEAST = 1.0
ENDINGS = (
    ("ies", "y"), ("ied", "y"), ("es", ""), ("s", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("ness", ""),
    ("nesses", ""), ("iness", "y"), ("est", ""), ("est", "e"), ("er", "e"), ("iest", "y"), ("ier", "y"),
)  # fmt: skip
HEAD = """\
# Words that people feel as pleasant (+) or unpleasant (-), one a line, by lemma. From the lexicon of vaderSentiment
# 3.3.2 (mean rating of at least 1 in either direction), MIT licence, Copyright (c) 2016 C.J. Hutto: "Permission is
# hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files
# (the "Software"), to deal in the Software without restriction ... The above copyright notice and this permission
# notice shall be included in all copies or substantial portions of the Software. THE SOFTWARE IS PROVIDED "AS IS",
# WITHOUT WARRANTY OF ANY KIND." Made by training/labels/make_feelings.py.
"""


def main(source: Path, target: Path) -> None:
    """Reads the lexicon, writes the list."""
    rows = (line.split("\t")[:2] for line in source.read_text(encoding="utf-8").splitlines())
    rated = {word: float(mean) for word, mean in rows if word.isascii() and word.isalpha() and word.islower()}
    kept = {word: mean for word, mean in rated.items() if len(word) > 2 and abs(mean) >= LEAST}
    lemmas = [word for word in sorted(kept) if not any(is_form(word, end, base, kept) for end, base in ENDINGS)]
    lines = [f"{'+' if kept[word] > 0 else '-'}{word}" for word in lemmas]
    target.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")


def is_form(word: str, end: str, base: str, kept: dict[str, float]) -> bool:
    """Whether a word is a kept one with a regular ending."""
    stem = word.removesuffix(end)
    return word.endswith(end) and (stem + base in kept or (not base and stem[-1:] == stem[-2:-1] and stem[:-1] in kept))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
