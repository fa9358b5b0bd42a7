"""Tables as files: tab-separated text, or Parquet if the name of the file ends in .parquet (extra `analytics`)."""

import importlib
import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from synoptic.doors.cli.output import write_bytes, write_lines
from synoptic.errors import UnwritableTarget

_BREAKS = str.maketrans({"\t": " ", "\n": " ", "\r": " ", "\u2028": " ", "\u2029": " "})


def check_table(target: str) -> None:
    """Raises UnwritableTarget, before any work is done, if Parquet is asked for and its library is not installed."""
    if _is_parquet(target):
        _library(target, "pyarrow")


def write_table(target: str, columns: Sequence[str], rows: Iterable[Sequence[str | int]]) -> None:
    """Writes `rows` under `columns`: to a `.parquet` file as Parquet, else as tab-separated text (also for `-`).

    Numbers stay numbers in Parquet. Raises UnwritableTarget if the file cannot be written.
    """
    if _is_parquet(target):
        write_bytes(target, _parquet(target, columns, list(rows)))
    else:
        cells = ([str(cell).translate(_BREAKS) for cell in row] for row in rows)
        write_lines(target, ("\t".join(row) for row in [list(columns), *cells]))


def _is_parquet(target: str) -> bool:
    return Path(target).suffix.casefold() == ".parquet"


def _parquet(target: str, columns: Sequence[str], rows: Sequence[Sequence[str | int]]) -> bytes:
    pyarrow, parquet = _library(target, "pyarrow"), _library(target, "pyarrow.parquet")
    values = {name: [row[number] for row in rows] for number, name in enumerate(columns)}
    kinds = {
        name: pyarrow.int64() if any(isinstance(v, int) for v in held) else pyarrow.string()
        for name, held in values.items()
    }
    content = io.BytesIO()
    parquet.write_table(pyarrow.table(values, schema=pyarrow.schema(list(kinds.items()))), content)
    return content.getvalue()


def _library(target: str, name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise UnwritableTarget(
            "Parquet needs pyarrow", source=target, remedy="pip install 'synoptic-news[analytics]', or name a .tsv file"
        ) from error
