"""Components: what links join, directly or by way of others.

They are kept as a dict in which each member but one leads to a member above it; what is not joined to anything need not
stand in it. (Disjoint sets with halved paths; Tarjan and van Leeuwen, JACM 31, 1984.)
"""


def root[Member](above: dict[Member, Member], one: Member) -> Member:
    """The member that stands for the component of `one`. Shortens the way to it."""
    while one in above:
        above[one] = above.get(above[one], above[one])
        one = above[one]
    return one


def join[Member: (int, str)](above: dict[Member, Member], one: Member, other: Member) -> bool:
    """Makes the components of two members one, which the smaller one of their roots stands for; False if they were one.

    Where nothing else changes `above`, that is the smallest member.
    """
    first, second = sorted((root(above, one), root(above, other)))
    if first == second:
        return False
    above[second] = first
    return True
