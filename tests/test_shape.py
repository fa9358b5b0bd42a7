"""The shape of the code: what import-linter cannot see."""

import ast
import dataclasses
import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from enum import Enum
from pathlib import Path

import pytest

import synoptic.records
from synoptic.pipeline import STAGES

ROOT = Path(__file__).parents[1]
SOURCES = sorted((ROOT / "src").rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("test_*.py"))
LONGEST_MODULE, LONGEST_FUNCTION, MOST_PARAMETERS = 400, 40, 6
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "misc", "common"}


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function of a module."""
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def length_without_docstring(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of a function from its `def` to its end, its docstring left out."""
    lines = (node.end_lineno or node.lineno) - node.lineno + 1
    if ast.get_docstring(node) is not None:
        first = node.body[0]
        lines -= (first.end_lineno or first.lineno) - first.lineno + 1
    return lines


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT / "src")))
def test_modules_and_functions_stay_small(path: Path) -> None:
    """A module has at most 400 lines, a function at most 40 without its docstring and at most 6 parameters."""
    source = path.read_text(encoding="utf-8")
    assert len(source.splitlines()) <= LONGEST_MODULE
    for node in functions(ast.parse(source)):
        count = len(node.args.posonlyargs) + len(node.args.args) + len(node.args.kwonlyargs)
        count -= bool(node.args.args) and node.args.args[0].arg in {"self", "cls"}
        assert length_without_docstring(node) <= LONGEST_FUNCTION, f"{node.name} is too long"
        assert count <= MOST_PARAMETERS, f"{node.name} takes too much"


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT / "src")))
def test_modules_are_named_by_what_they_hold(path: Path) -> None:
    """No module is called utils, helpers, misc or common."""
    assert path.stem not in EMPTY_NAMES


@pytest.mark.parametrize("path", TESTS, ids=lambda path: str(path.relative_to(ROOT / "tests")))
def test_every_test_states_its_claim(path: Path) -> None:
    """Every test function has a docstring."""
    for node in functions(ast.parse(path.read_text(encoding="utf-8"))):
        if node.name.startswith("test_"):
            assert ast.get_docstring(node), f"{node.name} does not say what it proves"


@pytest.mark.parametrize("path", TESTS, ids=lambda path: str(path.relative_to(ROOT / "tests")))
def test_no_test_sleeps(path: Path) -> None:
    """No test waits for time to pass."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        assert not (isinstance(node, ast.Attribute) and node.attr in {"sleep", "wait_for_timeout"})


@pytest.mark.parametrize("name", [info.name for info in pkgutil.iter_modules(synoptic.records.__path__)])
def test_records_are_frozen_and_slotted(name: str) -> None:
    """Every class of the records is a frozen, slotted dataclass or an enumeration."""
    module = importlib.import_module(f"synoptic.records.{name}")
    for _, record in inspect.getmembers(module, inspect.isclass):
        if record.__module__ != module.__name__ or issubclass(record, Enum):
            continue
        assert dataclasses.is_dataclass(record)
        assert record.__dataclass_params__.frozen  # type: ignore[attr-defined]
        assert hasattr(record, "__slots__")


def test_the_stages_stand_in_the_order_of_the_data_which_is_alphabetical() -> None:
    """`ls stages/` reads from page to brief."""
    listed = sorted(info.name for info in pkgutil.iter_modules([str(ROOT / "src/synoptic/stages")]))
    assert [stage.name for stage in STAGES] == listed
