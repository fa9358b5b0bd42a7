"""Accounts of invented events, for the tests of grouping, copies and origins."""

from synoptic.records.article import Article, Block, BlockKind
from synoptic.records.span import Span

FERRY = (
    (
        "Ferry runs aground off Sandmark, 212 taken off",
        "A passenger ferry ran aground on a sandbank off the island of Sandmark early on Tuesday, and all 212 "
        "people on "
        "board were taken off by lifeboats.\n\nThe Northern Light was on its way from Torvik to Sandmark when "
        "it struck "
        "the bank in thick fog, the coast guard said. Four passengers were treated for bruises.\n\nThe shipping "
        "company "
        "Norlinje said an inquiry had been opened into why the ferry had left the marked channel.",
    ),
    (
        "Fog blamed as Northern Light ferry hits sandbank near Sandmark",
        "Lifeboats rescued more than 200 passengers from the ferry Northern Light after it hit a sandbank near "
        "Sandmark "
        "in dense fog on Tuesday morning.\n\nThe ferry had sailed from Torvik. Coast guard officers said four "
        "people had "
        "been hurt, none of them badly.\n\nNorlinje, which runs the line, has begun an inquiry into the course "
        "that the "
        "ferry took.",
    ),
    (
        "Passengers tell of fear aboard stranded Sandmark ferry",
        "Passengers of the ferry Northern Light, stranded off Sandmark on Tuesday, spoke of a loud bang and of "
        "children "
        "crying in the fog before lifeboats came.\n\nThe coast guard took all 212 of them to Torvik, where four were "
        "treated. Norlinje promised to refund the tickets.",
    ),
)
BANK = (
    "Central bank of Ostmark raises interest rate to 6 percent",
    "The central bank of Ostmark raised its main interest rate by half a point to 6 percent on Wednesday, the "
    "third rise "
    "this year.\n\nGovernor Helene Brandt said inflation remained too high at 7.4 percent and did not rule out "
    "another "
    "step in autumn. The crown gained one percent against the dollar.",
)
CHESS = (
    "Teenager Ilva Roos wins national chess title",
    "Ilva Roos, 15, became the youngest national chess champion after she beat grandmaster Pavel Drexler in the last "
    "round at Lindau on Sunday.\n\nShe opened with the English and won a rook after 34 moves. Roos said she "
    "would now "
    "prepare for her school examinations.",
)
VOLCANO = (
    "Villages cleared as Mount Aruhe spews ash",
    "Some 3,000 people left four villages on the slopes of Mount Aruhe on Friday after the volcano threw ash eight "
    "kilometres into the sky.\n\nThe observatory raised its alert to the second highest level. Flights to the "
    "island were "
    "cancelled.",
)
STRIKE = (
    "Tram drivers in Velburg walk out over night shifts",
    "Trams stood still in Velburg on Monday as drivers began a strike of three days over pay for night "
    "shifts.\n\nThe "
    "transport union demands eight percent more; the city offers four. Buses ran on the main routes only.",
)


def article(id: str, text: str, title: str | None = None, **more: str | None) -> Article:
    """An article whose first paragraph is the lead and whose other paragraphs are the body."""
    end = text.find("\n\n")
    end = len(text) if end < 0 else end
    blocks = [Block(BlockKind.LEAD, Span(0, end))] if end else []
    if end + 2 < len(text):
        blocks.append(Block(BlockKind.BODY, Span(end + 2, len(text))))
    return Article(
        id,
        text,
        title,
        outlet=more.get("outlet"),
        language=more.get("language", "en"),
        published=more.get("published"),
        blocks=tuple(blocks),
    )
