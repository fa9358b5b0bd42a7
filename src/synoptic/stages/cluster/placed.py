"""Placed: where an article of the stream stands, how well it fits there, and what came next."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fit:
    """How well an article fits a group: the probability at the mean log odds over its members.

    `nearest` is the likest member's number, `likeness` the signals between the two, in the order of `Signal`.
    """

    group: int
    score: float
    nearest: int
    likeness: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Placed:
    """An article (id, name) in a group.

    `fit` is how well it fitted where it fitted best, when it was last looked at
    (None: there was nothing to compare with), `nearest` the name of the likest article there; `rival` the fit of the
    runner-up; `moved_from` the group that it left on a second look; `judged` the judgement that put it here, in words.
    """

    id: str
    name: str
    group: int
    fit: Fit | None = None
    nearest: str = ""
    rival: Fit | None = None
    moved_from: int | None = None
    judged: str = ""
