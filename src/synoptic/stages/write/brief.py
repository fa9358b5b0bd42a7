"""The brief: five to fifteen neutral sentences of a story, each of which passed the citation gate."""

from collections.abc import Callable, Iterator, Sequence

from synoptic.records.findings import Brief, BriefSentence
from synoptic.stages.write import contrasts, topics
from synoptic.stages.write.gate import support
from synoptic.stages.write.scene import Draft, Scene
from synoptic.stages.write.told import Told, tell_claims
from synoptic.stages.write.unknown import unknown
from synoptic.stages.write.words import Keys, needed, weight_held

LONGEST = 15
CORE = 8
ENOUGH = 10
FEWEST = 7
"""The most sentences; how many may tell what most origins tell before anything else is told; up to how many a brief is
filled with what fewer tell, and how many that of a single origin has. Measured with `evals.briefs`, facts of a majority
told / sentences that tell a new fact: data/claims .63 / .95 and held-out invented stories .72 / .91 with 12, 5 and 7
and the order of before (126 and 146 sentences), .76 / .95 and .80 / .91 with these (173 and 166)."""

SAME = 0.6
AKIN = 0.4
"""The share, by weight, of a sentence's content words in another from which the two tell the same; the second where a
claim holds both of their sources: of such pairs (data/claims) .93 of 41 tell another fact below .4, .48 of 27 above."""

type Topic = Callable[[Scene, Sequence[Told]], Iterator[Draft]]

PLAN: tuple[tuple[Topic, int], ...] = (
    (topics.lead, 1),
    (topics.widely, CORE),
    (contrasts.disputed, 2),
    (topics.single, 1),
    (unknown, 1),
    (contrasts.speech, 1),
    (contrasts.naming, 1),
    (contrasts.dependence, 1),
)
"""The topics in the order in which they are told, each with the number of sentences that it may have."""

_FILLERS: tuple[tuple[Topic, int], ...] = ((topics.widely, LONGEST), (topics.more, ENOUGH))
"""Topics with which a brief is filled up, each with the number of sentences up to which it may."""

_ORDER = (
    "lead",
    "agreed",
    "partial",
    "told",
    "disputed",
    "single",
    "speech",
    "unknown",
    "naming",
    "dependence",
)


def write_brief(scene: Scene) -> Brief:
    """The brief of one story; what the gate stops is listed in `withheld` with the reason."""
    told = tell_claims(scene)
    chosen: list[Draft] = []
    withheld: list[str] = []
    for topic, most in PLAN:
        _take(scene, topic(scene, told), most, chosen, withheld)
    compared = len(scene.findings.origins) > 1
    for topic, enough in _FILLERS:
        _take(scene, topic(scene, told), (enough if compared else FEWEST) - len(chosen), chosen, withheld)
    chosen.sort(key=lambda draft: _ORDER.index(draft.topic))
    texts = worded(chosen)
    sentences = tuple(
        BriefSentence(text, draft.citations, draft.topic) for text, draft in zip(texts, chosen, strict=True)
    )
    return Brief(sentences, tuple(dict.fromkeys(withheld)))


def worded(drafts: Sequence[Draft]) -> list[str]:
    """The sentences, each in the next of its forms, so that they do not all begin or end alike."""
    said: set[str] = set()
    found: list[str] = []
    turn = 0
    for draft in drafts:
        if draft.once and draft.once not in said:
            said.add(draft.once)
            found.append(draft.text)
        elif draft.forms:
            found.append(draft.forms[turn % len(draft.forms)])
            turn += len(draft.forms) > 1
        else:
            found.append(draft.text)
    return found


def _take(scene: Scene, drafts: Iterator[Draft], most: int, chosen: list[Draft], withheld: list[str]) -> None:
    """Moves up to `most` drafts that pass the gate and repeat nothing into `chosen`."""
    taken = 0
    while taken < most and len(chosen) < LONGEST:
        draft = next(drafts, None)
        if draft is None:
            return
        if any(tells_the_same(draft, other, _least(scene, draft, other)) for other in chosen):
            continue
        if draft.new and not _is_new(draft, chosen):
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


def tells_the_same(draft: Draft, other: Draft, least: float = SAME) -> bool:
    """Whether two drafts tell the same: the longer holds most of what the shorter asserts, by the weight of words."""
    if draft.topic != other.topic and {draft.topic, other.topic} & _OWN_GROUND:
        return False
    one, two = sorted((" ".join(each.asserted) for each in (draft, other)), key=lambda text: len(needed(text)))
    return bool(needed(one)) and weight_held(needed(one), Keys([two])) >= least


def _is_new(draft: Draft, chosen: Sequence[Draft]) -> bool:
    """Whether enough words of what a draft asserts stand in no sentence before it."""
    wanted = needed(" ".join(draft.asserted))
    return not wanted or 1 - weight_held(wanted, Keys(" ".join(each.asserted) for each in chosen)) >= draft.new


def _least(scene: Scene, draft: Draft, other: Draft) -> float:
    """How much of a draft another must hold to tell the same: less where a claim holds the sources of both."""
    return AKIN if scene.akin(draft.citations[0], other.citations[0]) else SAME


_OWN_GROUND = frozenset({"disputed", "naming", "dependence"})
"""Topics that may return to what another sentence tells, because they say something else about it: a lead in which the
accounts differ is told, and then how they differ."""
