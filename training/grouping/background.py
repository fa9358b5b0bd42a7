"""Write `language/data/<language>/document_frequencies.tsv`.

    python training/grouping/background.py INVENTED_FOLDER

English: share of the invented corpus's articles that use a term (terms of at least 3 articles). Other languages: the
function words of spaCy (MIT licence), each at a share of 0.4 (the mean of the English ones that the corpus uses often);
where weekdays and months have a capital letter also these, at 0.1 (the English ones have .05 to .2).
"""

import importlib
import json
import sys
from collections import Counter
from pathlib import Path

from synoptic.language.tables import language_table
from synoptic.language.terms import terms

OTHERS = (
    *("ar", "de", "el", "es", "fa", "fr", "he", "hi", "id", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr"),
    *("uk", "zh"),
)
CAPITAL_MONTHS = frozenset({"el", "id", "tr"})
DATA = Path(__file__).resolve().parents[2] / "src/synoptic/language/data"


def stop_words(language: str) -> set[str]:
    """The terms of spaCy's function words of `language`."""
    words = importlib.import_module(f"spacy.lang.{language}.stop_words").STOP_WORDS
    return {term for word in words for term in terms(word)}


def day_words(language: str) -> set[str]:
    """The terms of the names of weekdays and months, by the table of times."""
    table = language_table(language, "times")
    names = (name for part in ("weekday", "month") for row in table[part].values() for name in row)
    return {term for name in names for term in terms(name)}


def write(language: str, shares: dict[str, float], source: str) -> None:
    """One table, the most frequent terms first."""
    path = DATA / language / "document_frequencies.tsv"
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = sorted(shares.items(), key=lambda item: (-item[1], item[0]))
    path.write_text(f"# term, share of articles that use it; {source}\n" + "".join(f"{t}\t{s:.3g}\n" for t, s in rows))


def main(folder: Path) -> None:
    """Write every table."""
    counts: Counter[str] = Counter()
    number = 0
    for path in sorted(folder.glob("*.json")):
        for article in json.loads(path.read_text())["articles"]:
            used = terms(" ".join([article["title"] or "", *(s["t"] for s in article["sentences"])]))
            if used.count("the") < len(used) / 50:  # an account in another language: the corpus does not say which
                continue
            number += 1
            counts.update(set(used))
    english = {term: count / number for term, count in counts.items() if count >= 3}
    write("en", english, f"{number} invented articles; made by training/grouping/background.py")
    for language in OTHERS:
        shares = dict.fromkeys(day_words(language), 0.1) if language in CAPITAL_MONTHS else {}
        shares |= dict.fromkeys(stop_words(language), 0.4)
        write(language, shares, "function words of spaCy (MIT)")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
