"""What all tests share: Hypothesis judges answers, never how long a busy machine took; a fault ends its test.

In use a fault of the program sets one article aside and the run goes on. In tests that would hide it, so the exception
is raised as it is, unless a test asks for `faults_set_aside`.
"""

from typing import Never

import pytest
from hypothesis import settings

from synoptic.errors import ProgramFault

settings.register_profile("synoptic", deadline=None)
settings.load_profile("synoptic")

_AS_IN_USE = ProgramFault.of


def _raised(error: BaseException, step: str, source: str = "") -> Never:
    raise error


ProgramFault.of = _raised  # type: ignore[method-assign,assignment]


@pytest.fixture
def faults_set_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Faults of the program are treated as in use: the article that they come from is set aside."""
    monkeypatch.setattr(ProgramFault, "of", _AS_IN_USE)
