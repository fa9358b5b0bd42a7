"""PLOVER event types: their words, their quarter of the conflict-cooperation plane, and the CAMEO root beside each.

Sources: PLOVER codebook (Open Event Data Alliance); CAMEO codebook 1.1b3 (Schrodt 2012), chapter on roots 01-20.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class Quad(StrEnum):
    """The four quarters: words or deeds, for or against."""

    VERBAL_COOPERATION = "verbal cooperation"
    MATERIAL_COOPERATION = "material cooperation"
    VERBAL_CONFLICT = "verbal conflict"
    MATERIAL_CONFLICT = "material conflict"


@dataclass(frozen=True, slots=True)
class Mode:
    """A mode that reads otherwise between actor and recipient than its type, or has a CAMEO root of its own."""

    deed: str = ""
    cameo: str = ""


@dataclass(frozen=True, slots=True)
class EventType:
    """One PLOVER type: `deed` reads between actor and recipient; `cameo` is its root; `modes` may differ in both."""

    deed: str
    quad: Quad
    cameo: str
    modes: Mapping[str, Mode] = MappingProxyType({})

    def root(self, mode: str | None) -> str:
        """The CAMEO root of the type in `mode`."""
        return self.modes.get(mode or "", Mode()).cameo or self.cameo

    def words(self, mode: str | None) -> str:
        """The type in `mode` as a verb between actor and recipient."""
        return self.modes.get(mode or "", Mode()).deed or self.deed


EVENT_TYPES = {
    "AGREE": EventType("agrees with", Quad.VERBAL_COOPERATION, "03"),
    "CONSULT": EventType(
        "meets or consults",
        Quad.VERBAL_COOPERATION,
        "04",
        {"visit": Mode("visits or receives"), "phone": Mode("telephones with"), "third-party": Mode("mediates for")},
    ),
    "SUPPORT": EventType("supports", Quad.VERBAL_COOPERATION, "05"),
    "CONCEDE": EventType("concedes to", Quad.VERBAL_COOPERATION, "08"),
    "YIELD": EventType("yields to", Quad.VERBAL_COOPERATION, "08"),
    "COOPERATE": EventType("cooperates with", Quad.MATERIAL_COOPERATION, "06"),
    "AID": EventType("aids", Quad.MATERIAL_COOPERATION, "07"),
    "RETREAT": EventType("retreats before", Quad.MATERIAL_COOPERATION, "08"),
    "REQUEST": EventType("calls on", Quad.VERBAL_CONFLICT, "10"),
    "ACCUSE": EventType(
        "accuses",
        Quad.VERBAL_CONFLICT,
        "11",
        {
            "investigate": Mode("investigates", "09"),
            "disapprove": Mode("criticises"),
            "legal": Mode("takes legal action against"),
        },
    ),
    "REJECT": EventType("rejects", Quad.VERBAL_CONFLICT, "12"),
    "THREATEN": EventType("threatens", Quad.VERBAL_CONFLICT, "13"),
    "PROTEST": EventType("protests against", Quad.MATERIAL_CONFLICT, "14"),
    "SANCTION": EventType("sanctions", Quad.MATERIAL_CONFLICT, "16"),
    "MOBILIZE": EventType("mobilises against", Quad.MATERIAL_CONFLICT, "15"),
    "COERCE": EventType("coerces", Quad.MATERIAL_CONFLICT, "17"),
    "ASSAULT": EventType(
        "attacks",
        Quad.MATERIAL_CONFLICT,
        "18",
        {"firearms": Mode(cameo="19"), "airstrike": Mode(cameo="19"), "occupy": Mode(cameo="19")},
    ),
}
"""All types by their code, from cooperation to conflict. CAMEO's 18 is assault, its 19 fight with arms."""
