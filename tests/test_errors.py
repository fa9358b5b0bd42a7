"""Errors name the source, the place and the remedy, and are drawn as a tree."""

import inspect

import pytest

from synoptic import errors
from synoptic.errors import MalformedSource, SynopticError

ERRORS = [kind for _, kind in inspect.getmembers(errors, inspect.isclass) if issubclass(kind, SynopticError)]


@pytest.mark.parametrize("kind", ERRORS)
def test_every_error_stands_in_the_drawing(kind: type[SynopticError]) -> None:
    """The tree in the module's docstring names every error."""
    assert kind.__name__ in (errors.__doc__ or "")


@pytest.mark.parametrize("kind", [kind for kind in ERRORS if kind is not SynopticError])
def test_every_error_is_a_builtin_too(kind: type[SynopticError]) -> None:
    """A caller who knows only the builtins can catch it."""
    assert issubclass(kind, ValueError | TypeError | RuntimeError | OSError)


def test_an_error_reads_as_source_place_fault_and_remedy() -> None:
    """The message of an error says where, what and what to do."""
    error = MalformedSource("no JSON", source="a.jsonl", place="line 3", remedy="mend the line")
    assert str(error) == "a.jsonl, line 3: no JSON (mend the line)"
    assert error.reason == "line 3: no JSON (mend the line)"
