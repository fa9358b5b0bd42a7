"""The brief: five to nine neutral sentences of a story, each of which passed the citation gate."""

from collections.abc import Callable, Iterator, Sequence

from synoptic.records.annotation import Account
from synoptic.records.findings import Brief, BriefSentence, Findings
from synoptic.records.links import StoryAlignment
from synoptic.stages.write import topics
from synoptic.stages.write.gate import support
from synoptic.stages.write.scene import Draft, Scene, build_scene

LONGEST = 9
PLAN: tuple[tuple[Callable[[Scene], Iterator[Draft]], int], ...] = (
    (topics.lead, 1),
    (topics.agreed, 2),
    (topics.partial, 2),
    (topics.disputed, 2),
    (topics.single, 1),
    (topics.speech, 1),
    (topics.naming, 1),
    (topics.reconcilable, 1),
    (topics.dependence, 1),
)
"""The topics in the order in which they are told, each with the number of sentences that it may have."""

_FILLERS = (topics.partial, topics.agreed, topics.single)
FEWEST = 5


def write_brief(alignment: StoryAlignment, findings: Findings, accounts: Sequence[Account]) -> Brief:
    """The brief of one story; what the gate stops is listed in `withheld` with the reason."""
    scene = build_scene(alignment, findings, accounts)
    chosen: list[Draft] = []
    withheld: list[str] = []
    for topic, most in PLAN:
        _take(scene, topic, most, chosen, withheld)
    for topic in _FILLERS:
        _take(scene, topic, FEWEST - len(chosen), chosen, withheld)
    order = {sentence: number for number, sentence in enumerate(dict.fromkeys(_order_of(chosen)))}
    chosen.sort(key=lambda draft: order[draft.topic])
    return Brief(
        tuple(BriefSentence(d.text, d.citations, d.topic) for d in chosen[:LONGEST]), tuple(dict.fromkeys(withheld))
    )


def _order_of(chosen: Sequence[Draft]) -> list[str]:
    """The topics in the order of the plan."""
    names = ["lead", "agreed", "partial", "disputed", "single", "speech", "naming", "compatible", "dependence"]
    return names + [draft.topic for draft in chosen]


def _take(
    scene: Scene, topic: Callable[[Scene], Iterator[Draft]], most: int, chosen: list[Draft], withheld: list[str]
) -> None:
    """Moves up to `most` drafts of a topic that pass the gate and repeat nothing into `chosen`."""
    taken = 0
    for draft in topic(scene):
        if taken >= most or len(chosen) >= LONGEST:
            return
        if any(_same(draft, other) for other in chosen):
            continue
        reason = _refusal(scene, draft)
        if reason:
            withheld.append(f"{draft.text} [{reason}]")
            continue
        chosen.append(draft)
        taken += 1


def _refusal(scene: Scene, draft: Draft) -> str:
    """Why the gate stops a draft; empty where it passes."""
    evidence = [scene.evidence(citation) for citation in draft.citations]
    for part in draft.asserted:
        found = support(part, evidence)
        if not found.passed:
            return found.reason
    return ""


def _same(draft: Draft, other: Draft) -> bool:
    """Whether two drafts say the same: most words of what one asserts are asserted by the other."""
    one, two = ({w for part in d.asserted for w in part.lower().split() if len(w) > 3} for d in (draft, other))
    return bool(one and two) and len(one & two) >= 0.6 * min(len(one), len(two)) and draft.topic != "naming"
