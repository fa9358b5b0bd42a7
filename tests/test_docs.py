"""Documents are true: what they name exists, and what exists is named."""

import ast
import os
import re
from pathlib import Path

import pytest

from synoptic import errors
from synoptic.doors.cli.app import app
from synoptic.records.annotation import EntityKind, QuoteForm
from synoptic.records.article import BlockKind, CreditKind
from synoptic.records.collation import VariationKind
from synoptic.records.findings import ClaimStatus, DifferenceKind
from synoptic.records.judgements import JudgementKind
from synoptic.records.links import LinkKind

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCUMENTS = sorted(
    path for path in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("examples/**/README.md")]
)
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_between_documents_lead_somewhere(path: Path) -> None:
    """Every relative link of a document points at a file or folder of the repo."""
    for target in LINK.findall(path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), target


def test_every_command_stands_in_the_readme() -> None:
    """The README names each command of the command line, and no other."""
    commands = {name for name in app if not name.startswith("-")}
    assert commands == set(re.findall(r"^\| `synoptic (\w+)", README, re.MULTILINE))


def test_every_setting_stands_in_the_readme() -> None:
    """The README names each variable that the settings read."""
    source = (ROOT / "src/synoptic/settings.py").read_text(encoding="utf-8")
    assert "SYNOPTIC_" in source
    for name in ("PROCESSES", "BATCH", "TRACEBACK"):
        assert f"SYNOPTIC_{name}" in README


def test_every_make_target_of_the_documents_exists() -> None:
    """`make X` in a document is a target of the Makefile."""
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    texts = [path.read_text(encoding="utf-8") for path in DOCUMENTS]
    named = {name for text in texts for name in re.findall(r"(?:^|`)make ([a-z-]+)", text, re.MULTILINE)}
    assert named
    assert named <= targets


def test_errors_have_documentation() -> None:
    """Every error says what it is."""
    for name, value in vars(errors).items():
        if isinstance(value, type) and issubclass(value, errors.SynopticError):
            assert value.__doc__, name


def test_no_host_and_no_path_of_a_machine_stands_in_the_locks() -> None:
    """Locks hold names, versions and hashes alone."""
    for path in sorted((ROOT / "requirements").glob("*.lock")):
        text = path.read_text(encoding="utf-8")
        assert "--hash=sha256:" in text
        assert not re.search(r"https?://|--index|--find-links|file:", text)
        assert os.sep + "root" not in text


def test_every_key_of_the_output_stands_in_the_format() -> None:
    """docs/format.md names each key that the JSON is built with, and each value of its closed lists."""
    folder = ROOT / "src/synoptic/doors/render"
    built = {
        key.value
        for name in ("contract_json.py", "contract_records.py", "contract_story.py")
        for node in ast.walk(ast.parse((folder / name).read_text(encoding="utf-8")))
        if isinstance(node, ast.Dict)
        for key in node.keys
        if isinstance(key, ast.Constant) and isinstance(key.value, str)
    }
    listed = {
        value.value
        for values in (
            BlockKind,
            CreditKind,
            EntityKind,
            QuoteForm,
            LinkKind,
            ClaimStatus,
            DifferenceKind,
            VariationKind,
        )
        for value in values
    }
    named = set(re.findall(r"[\w-]+", (ROOT / "docs/format.md").read_text(encoding="utf-8")))
    assert {"schema", "apparatus"} <= built
    assert (built | listed | {*JudgementKind}) - named == set()
