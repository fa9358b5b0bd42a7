"""Amounts: quantities as ranges in the base unit of their dimension, so that miles and kilometres can be compared."""

from math import inf

from synoptic.records.annotation import Quantity

_IN_METRES = {"km": 1000.0, "m": 1.0, "mile": 1609.344, "foot": 0.3048, "yard": 0.9144, "cm": 0.01, "metre": 1.0}


def dimension(quantity: Quantity) -> str:
    """What the quantity measures: "length", "share", another unit or currency as it is, empty for counts."""
    if quantity.unit in _IN_METRES:
        return "length"
    return "share" if quantity.unit == "percent" else quantity.unit or ""


def range_of(quantity: Quantity) -> tuple[float, float]:
    """The range in the base unit of its dimension: metres, shares."""
    factor = _IN_METRES.get(quantity.unit or "", 0.01 if quantity.unit == "percent" else 1.0)
    return quantity.low * factor, quantity.high * factor


def amount_key(quantity: Quantity) -> str:
    """Equal for equal amounts."""
    low, high = range_of(quantity)
    return f"{low:.6g}-{high:.6g} {dimension(quantity)}"


def middle(ends: tuple[float, float]) -> float:
    """The middle of the ends of a range that are known; 0 where none is."""
    known = [end for end in ends if 0 < end < inf]
    return sum(known) / len(known) if known else 0.0
