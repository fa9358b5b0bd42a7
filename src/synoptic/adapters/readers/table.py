"""Tables: CSV and TSV with a line of column names, one article a row."""

import csv
import io
from collections.abc import Iterator, Sequence

from synoptic.adapters.readers.decoding import decode
from synoptic.adapters.readers.field_names import FIELD_NAMES, TEXT_NAMES
from synoptic.adapters.readers.json_articles import JsonObject, article_of
from synoptic.errors import MalformedSource
from synoptic.records.article import RawArticle, Rejected

_SEPARATORS = ",;\t|"
_LONGEST_CELL = 16 * 1024 * 1024
"""Characters of one cell; Python's own limit of 131,072 is less than a long article has."""


class TableReader:
    """Reads .csv and .tsv files. Columns are known by their names; unknown columns are ignored.

    The separator is the one that splits the first line into most cells. A row that states no article is rejected with
    the number of its line, and the rest goes on.
    """

    suffixes: tuple[str, ...] = (".csv", ".tsv")

    def read(self, name: str, content: bytes) -> Iterator[RawArticle | Rejected]:
        """The articles of the table, in order. Raises MalformedSource where no column holds their text."""
        decoded = decode(content, name)
        text = decoded.text.removeprefix("\ufeff")
        first = text.split("\n", 1)[0]
        csv.field_size_limit(_LONGEST_CELL)
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=max(_SEPARATORS, key=first.count))
        columns = [_field(column) for column in next(rows, [])]
        if "text" not in columns and "html" not in columns:
            raise MalformedSource(
                "no column is called `text` or `html`", source=name, place="line 1", remedy="name the columns"
            )
        notes = (decoded.note,) if decoded.note else ()
        line = rows.line_num + 1
        try:
            for row in rows:
                if any(cell.strip() for cell in row):
                    yield _article(f"{name}:{line}", columns, row, notes)
                line = rows.line_num + 1
        except csv.Error as error:
            raise MalformedSource(f"not CSV: {error}", source=name, place=f"line {line}", remedy="mend it") from None


def _field(column: str) -> str:
    """The field of an article that a column holds; empty for one that is not known."""
    known = column.strip().lower()
    return TEXT_NAMES.get(known) or FIELD_NAMES.get(known, "")


def _article(source: str, columns: Sequence[str], row: Sequence[str], notes: tuple[str, ...]) -> RawArticle | Rejected:
    """The article that a row states; of two columns for one field the first that is filled counts."""
    if len(row) > len(columns):
        return Rejected(source, f"{len(row)} cells under {len(columns)} column names (put the text in quotation marks)")
    value: JsonObject = {}
    for field, cell in zip(columns, row, strict=False):
        if field and cell.strip() and field not in value:
            value[field] = [part.strip() for part in cell.split(";")] if field == "authors" else cell
    return article_of(source, value, notes)
