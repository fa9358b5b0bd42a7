"""Writes `language/data/en/senses.tsv` from the data files of WordNet 3.0 and the invented stories.

    python training/senses/make_senses.py WORDNET training/pairs/stories src/synoptic/language/data/en/senses.tsv

Kept: nouns, verbs and adjectives of one word of three and more small letters: all verbs, and what WordNet has counted
in texts or our own invented stories use. A word has its SENSES commonest senses, each with what it is a kind of (of an
adjective: what it is close to), as numbers; numbers that one word alone has are dropped.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

SENSES = 3
ABOVE = frozenset({"@", "@i", "&"})
HEAD = """\
# Senses of English words: part of speech, lemma, its three commonest senses in their order. A sense is a number, the
# numbers of what it is a kind of behind it; "-" has nothing to do with any other word here. Made by
# training/senses/make_senses.py from WordNet 3.0.
# WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved. "Permission to use, copy, modify and
# distribute this software and database and its documentation for any purpose and without fee or royalty is hereby
# granted, provided that you agree to comply with the following copyright notice and statements, including the
# disclaimer, and that the same appear on ALL copies of the software, database and documentation, including
# modifications that you make for internal use or for distribution. THIS SOFTWARE AND DATABASE IS PROVIDED "AS IS" AND
# PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES, EXPRESS OR IMPLIED. BY WAY OF EXAMPLE, BUT NOT
# LIMITATION, PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES OF MERCHANTABILITY OR FITNESS FOR ANY
# PARTICULAR PURPOSE OR THAT THE USE OF THE LICENSED SOFTWARE, DATABASE OR DOCUMENTATION WILL NOT INFRINGE ANY THIRD
# PARTY PATENTS, COPYRIGHTS, TRADEMARKS OR OTHER RIGHTS. The name of Princeton University or Princeton may not be used
# in advertising or publicity pertaining to distribution of the software and/or database. Title to copyright in this
# software, database and any associated documentation shall at all times remain with Princeton University and LICENSEE
# agrees to preserve same."
"""

type Row = tuple[str, str, list[list[str]]]
"""Part of speech, word, its senses: each with its own name first, then the names of what it is a kind of."""


def main(wordnet: Path, stories: Path, target: Path) -> None:
    """Reads WordNet and the stories, writes the table."""
    used = set(words_of(stories))
    rows = [row for part in ("noun", "verb", "adj") for row in rows_of(wordnet, part, used)]
    holders = Counter(number for _, _, senses in rows for number in {number for sense in senses for number in sense})
    numbers: dict[str, str] = {}
    lines = []
    for part, word, senses in rows:
        shared = [[number for number in dict.fromkeys(sense) if holders[number] > 1] for sense in senses]
        if any(shared):
            first = [sense[:1] if holders[sense[0]] > 1 else [] for sense in senses]
            written = [
                f"{''.join(short(own, numbers))}:{','.join(short(each[len(own) :], numbers))}"
                for own, each in zip(first, shared, strict=True)
            ]
            lines.append("\t".join((part, word, " ".join("-" if each == ":" else each for each in written))))
    target.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")


def short(senses: list[str], numbers: dict[str, str]) -> list[str]:
    """The numbers of senses, given out in the order in which they come."""
    return [numbers.setdefault(sense, format(len(numbers), "x")) for sense in senses]


def words_of(stories: Path) -> Iterator[str]:
    """The words of the invented stories."""
    for path in sorted(stories.glob("*.json")):
        for article in json.loads(path.read_text(encoding="utf-8"))["articles"]:
            for sentence in article["sentences"]:
                yield from re.findall("[a-z]+", sentence["t"].lower())


def rows_of(wordnet: Path, part: str, used: set[str]) -> Iterator[Row]:
    """The words of one part of speech with their senses, in the order of the alphabet."""
    above = dict(parents_of(wordnet / f"data.{part}", part))
    for line in (wordnet / f"index.{part}").read_text(encoding="utf-8").splitlines():
        fields = line.split()
        if line.startswith(" ") or not re.fullmatch("[a-z]{3,}", fields[0]):
            continue
        count = int(fields[2])
        if part == "verb" or int(fields[-count - 1]) or fields[0] in used:
            own = [f"{part}{offset}" for offset in fields[-count:][:SENSES]]
            yield part.upper(), fields[0], [[sense, *above[sense]] for sense in own]


def parents_of(path: Path, part: str) -> Iterator[tuple[str, list[str]]]:
    """Each sense of a data file with the senses that it is a kind of, or close to."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith(" "):
            fields = line.split(" ")
            place = 4 + 2 * int(fields[3], 16)
            pointers = [fields[place + 1 + 4 * n :][:4] for n in range(int(fields[place]))]
            yield f"{part}{fields[0]}", [f"{part}{offset}" for sign, offset, _, _ in pointers if sign in ABOVE]


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]))
