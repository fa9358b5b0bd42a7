"""Articles compared by the product as a user would compare them: from a file, through every stage."""

import json
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from synoptic import compose
from synoptic.records.stages import Synopsis


def compared(articles: Iterable[Mapping[str, object]], *, one_story: bool = False) -> Synopsis:
    """The synopsis of articles in the form of the contract.

    Raises RuntimeError with the traceback where the program failed with an article: scores of the others would hide it.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "accounts.jsonl"
        lines = (json.dumps(row, ensure_ascii=False) for row in articles)
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        synopsis = compose.compare([str(path)], one_story=one_story)
    for out in synopsis.rejected:
        if out.traceback:
            raise RuntimeError(f"{out.source}: {out.reason}\n{out.traceback}")
    return synopsis
