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
        for place, step in enumerate(chain.steps):
            if step.parent is None:
                lines += _branch(chain.steps, place, names, ("", ""))
    return "\n".join(lines) + "\n"


def step_name(step: Step, names: Mapping[str, str]) -> str:
    """What to call a step: the article's name, else the source's."""
    return names[step.article] if step.article is not None else step.name or UNNAMED


def _branch(steps: Sequence[Step], place: int, names: Mapping[str, str], lead: tuple[str, str]) -> Iterator[str]:
    """A step and all below it; `lead` stands before its own line and before the lines below it."""
    step = steps[place]
    notes = [KINDS[step.kind] if step.article is None else VERBS[step.via]]
    if not step.certain:
        notes.append("direction not known")
    told = ", ".join(note for note in notes if note)
    reason = step.reason if step.parent is not None else ""
    said = clean(": ".join(part for part in (told, reason) if part))
    yield f"{lead[0]}{clean(step_name(step, names))}" + (f" ({said})" if said else "")
    below = [number for number, other in enumerate(steps) if other.parent == place]
    for number in below:
        last = number == below[-1]
        yield from _branch(
            steps, number, names, (lead[1] + ("└── " if last else "├── "), lead[1] + ("    " if last else "│   "))
        )


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")
