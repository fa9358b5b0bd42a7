"""Tables: the columns are known by their names, and a bad row never stops the others."""

import pytest

from synoptic.adapters.readers.table import TableReader
from synoptic.errors import MalformedSource
from synoptic.records.article import RawArticle, Rejected


def found(text: str, name: str = "a.csv") -> list[RawArticle | Rejected]:
    """What the reader gives for a table."""
    return list(TableReader().read(name, text.encode()))


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_columns_are_known_by_their_names(separator: str) -> None:
    """Usual names of columns become the fields of the contract, whatever separates them; other columns do no harm."""
    head = ["Headline", "body", "link", "publisher", "date", "authors", "clicks"]
    row = ["Ferry aground", '"It ran aground, at Lyr; no one was hurt."', "https://example.com/f", "Gazette"]
    table = separator.join(head) + "\r\n" + separator.join([*row, "2031-04-02", '"Ida Holm; Per Lund"', "12"]) + "\r\n"
    (raw,) = found(table)
    assert isinstance(raw, RawArticle)
    assert (raw.title, raw.text) == ("Ferry aground", "It ran aground, at Lyr; no one was hurt.")
    assert (raw.url, raw.outlet, raw.published) == ("https://example.com/f", "Gazette", "2031-04-02")
    assert raw.authors == ("Ida Holm", "Per Lund")


def test_a_bad_row_is_rejected_with_its_line_and_the_rest_goes_on() -> None:
    """Lines are counted in the file, also behind a text of several lines."""
    result = found('id,text\na,"One.\n\nTwo."\nb,\nc,Three, four\n\nd,Five.\n')
    assert [raw.text for raw in result if isinstance(raw, RawArticle)] == ["One.\n\nTwo.", "Five."]
    rejected = [bad for bad in result if isinstance(bad, Rejected)]
    assert [bad.source for bad in rejected] == ["a.csv:5", "a.csv:6"]
    assert "3 cells under 2 column names" in rejected[1].reason


def test_a_table_without_a_column_of_texts_is_refused() -> None:
    """The reason names the columns that are looked for."""
    with pytest.raises(MalformedSource, match="text"):
        found("id,title\n1,Ferry aground\n")


def test_a_long_text_is_no_fault_of_the_table() -> None:
    """A cell of more characters than Python's own limit is read."""
    words = "The ferry ran aground. " * 10_000
    (raw,) = found(f'text\n"{words}"\n')
    assert isinstance(raw, RawArticle)
    assert raw.text == words
