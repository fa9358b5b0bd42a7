"""What the expectations of the example story ask and the program does not reach yet, by the name of the case."""

NOT_YET: frozenset[str] = frozenset()
