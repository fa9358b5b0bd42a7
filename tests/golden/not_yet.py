"""What the expectations of the example story ask and the program does not reach yet, by the name of the case.

Nearly all are facts told in other words, or in two languages, below the cut of the claims.
"""

NOT_YET: frozenset[str] = frozenset(
    {
        "loan:1-3",
        "loan:2-3",
        "loan:3-6",
        "loan:1-4",
        "loan:2-4",
        "loan:4-6",
        "fleet:1-4",
        "fleet:2-4",
        "lease:5-6",
        "differs:fleet:number",
        "differs:loan:number",
        "differs:start:date",
        "differs:lease:polarity",
    }
)
