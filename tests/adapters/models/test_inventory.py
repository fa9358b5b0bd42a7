"""The models that are installed are those that everything was measured with."""

import shutil
from importlib import resources
from pathlib import Path

import pytest

from synoptic.adapters.models import inventory
from synoptic.adapters.models.inventory import PACKAGES


def test_every_installed_model_is_the_measured_one() -> None:
    """No fault in the project's own environment; what is missing is an extra."""
    for status in inventory.inventory():
        assert status.fault is None, status
        assert status.installed or status.package.extra


def test_a_damaged_file_of_our_own_model_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One byte more in the shipped network, and its status has a fault with a remedy."""
    folder = tmp_path / "data"
    shutil.copytree(str(resources.files("synoptic.adapters.models") / "data"), folder)
    with (folder / "pair_model_pieces.txt").open("ab") as file:
        file.write(b"x")
    monkeypatch.setattr(inventory.resources, "files", lambda name: tmp_path)
    (status,) = [status for status in inventory.inventory() if status.package.files]
    assert status.fault is not None
    assert "reinstall" in status.fault


def test_every_data_file_of_ours_belongs_to_a_model() -> None:
    """Nothing lies beside the models that no digest covers."""
    folder = resources.files("synoptic.adapters.models") / "data"
    beginnings = tuple(package.files for package in PACKAGES if package.files)
    assert all(file.name.startswith(beginnings) for file in folder.iterdir())
