"""Chains as a tree of text: sources, what rests on them, and why."""

from collections.abc import Iterator, Mapping, Sequence

from synoptic.doors.render.terminal import clean
from synoptic.records.chains import Chain, Step, Via
from synoptic.records.findings import OriginKind

UNNAMED = "source not named"
KINDS = {
    OriginKind.AGENCY: "agency",
    OriginKind.RELEASE: "release",
    OriginKind.OUTLET: "outlet",
    OriginKind.UNKNOWN: "",
}
VERBS = {
    Via.COPY: "copy",
    Via.PARTIAL: "takes passages",
    Via.RETELLING: "retelling",
    Via.CREDIT: "",
    Via.START: "",
}
"""How a step follows from the one before it, in words."""


def chain_tree(chains: Sequence[Chain], names: Mapping[str, str], title: str) -> str:
    """The chains of one story as lines, one a step; `names` are what to call the articles."""
    lines = [clean(title), f"{_count(len(chains), 'independent origin')}, {_count(len(names), 'article')}"]
    for chain in chains:
        lines += _lines(chain.steps, names)
    return "\n".join(lines) + "\n"


def step_name(step: Step, names: Mapping[str, str]) -> str:
    """What to call a step: the article's name, else the source's."""
    return names[step.article] if step.article is not None else step.name or UNNAMED


def _lines(steps: Sequence[Step], names: Mapping[str, str]) -> Iterator[str]:
    """The steps of a chain, each above what follows it; a chain may be thousands of steps deep."""
    below: dict[int | None, list[int]] = {}
    for place, step in enumerate(steps):
        below.setdefault(step.parent, []).append(place)
    # A step, what stands before its own line and before the lines below it.
    waiting = [(place, "", "") for place in reversed(below.get(None, []))]
    while waiting:
        place, own, under = waiting.pop()
        yield own + _line(steps[place], names)
        following = below.get(place, [])
        for number in reversed(following):
            last = number == following[-1]
            waiting.append((number, under + ("└── " if last else "├── "), under + ("    " if last else "│   ")))


def _line(step: Step, names: Mapping[str, str]) -> str:
    """A step: its name, how it follows from the one before it, and why."""
    notes = [KINDS[step.kind] if step.article is None else VERBS[step.via]]
    if not step.certain:
        notes.append("direction not known")
    told = ", ".join(note for note in notes if note)
    reason = step.reason if step.parent is not None else ""
    said = clean(": ".join(part for part in (told, reason) if part))
    return clean(step_name(step, names)) + (f" ({said})" if said else "")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")
