"""What is unknown: sentences in which accounts say that something is not known, not clear or not confirmed."""

from collections.abc import Iterator, Sequence

from synoptic.stages.write.forms import reporting
from synoptic.stages.write.gaps import states_a_gap
from synoptic.stages.write.scene import Draft, Scene
from synoptic.stages.write.told import Told
from synoptic.stages.write.topics import readable
from synoptic.stages.write.witness import language_of


def unknown(scene: Scene, told: Sequence[Told]) -> Iterator[Draft]:
    """The claims that state a gap in what is known, those of most origins first."""
    for each in sorted(readable(scene, told), key=lambda each: -each.origins):
        if each.first and states_a_gap(each.said.text, language_of(scene, each.said.member.article)):
            yield reporting(scene, each, "unknown")
