"""The drawing of who deals with whom."""

from synoptic.doors.render.view.relation_map import MOST, RelationMap, build_relation_map
from synoptic.doors.render.view.relations import Relation
from synoptic.language.plover import Quad


def relation(actor: str, recipient: str, code: str = "CONSULT", quad: Quad = Quad.VERBAL_COOPERATION) -> Relation:
    """A relation without citations."""
    return Relation(actor, "meets", code, quad, recipient, "", "", "", ())


def drawn(*relations: Relation) -> RelationMap:
    """The map, which must be there."""
    found = build_relation_map(relations)
    assert found is not None
    return found


def test_each_pair_of_names_has_one_arc_with_the_numbers_of_the_list() -> None:
    """Numbers count the complete relations alone, as the list does; both directions share an arc."""
    found = drawn(relation("A", "B"), relation("", "C"), relation("B", "C"), relation("B", "A"))
    assert sorted(arc.numbers for arc in found.arcs) == ["1 · 3", "2"]
    assert {node.label for node in found.nodes} == {"A", "B", "C"}


def test_a_request_is_neither_for_nor_against() -> None:
    """The tone of an arc follows the quarter of PLOVER but for requests."""
    against = relation("B", "C", "ACCUSE", Quad.VERBAL_CONFLICT)
    asks = relation("C", "D", "REQUEST", Quad.VERBAL_CONFLICT)
    assert [arc.tone for arc in drawn(relation("A", "B"), against, asks).arcs] == ["with", "against", "asks"]


def test_numbers_do_not_cover_each_other() -> None:
    """However many names, no two arcs have their numbers at one place."""
    names = [chr(ord("A") + number) for number in range(MOST + 4)]
    found = drawn(*(relation(one, other) for one in names for other in names if one < other))
    assert len(found.nodes) == MOST
    assert len({(arc.x, arc.y) for arc in found.arcs}) == len(found.arcs)


def test_one_pair_is_not_drawn() -> None:
    """A drawing of two names says less than the line of the list."""
    assert build_relation_map((relation("A", "B"), relation("A", ""))) is None
