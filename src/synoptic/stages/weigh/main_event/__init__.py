"""The event that a story is about: its title, date and place; for one article alone who, what, when and where."""

from collections.abc import Mapping, Sequence

from synoptic.records.annotation import Account, EntityKind
from synoptic.records.findings import Citation, MainEvent
from synoptic.records.links import StoryAlignment
from synoptic.stages.weigh.main_event.five_w import FiveW, main_event_of
from synoptic.stages.weigh.main_event.title import choose_title
from synoptic.stages.weigh.main_event.votes import date_votes, elected, place_votes

__all__ = ["FiveW", "find_main_event", "main_event_of"]


def find_main_event(alignment: StoryAlignment, accounts: Sequence[Account]) -> MainEvent:
    """The headline of the story (words of the account that says best what the others say too), its date and place.

    Each account has one vote for the date and one for the place, spread over the candidates near its beginning; the
    citations are the words of the title and those that gave the elected date and place.
    """
    title = choose_title(accounts)
    date = elected([date_votes(account) for account in accounts])
    names = {entity.id: entity.name for entity in alignment.linking.entities if entity.kind is EntityKind.PLACE}
    place = elected([place_votes(account, _place_names(alignment, account, names)) for account in accounts])
    citations = [Citation(title.article, title.span)] if title.span is not None else []
    for won in (date, place):
        if won is not None:
            citations.extend(won.citations)
    return MainEvent(
        title.text, date.value if date else None, place.value if place else None, tuple(dict.fromkeys(citations))
    )


def _place_names(alignment: StoryAlignment, account: Account, names: Mapping[str, str]) -> dict[str, str]:
    """The story's name for each entity of an article that is a place; `names` are those of the story's places."""
    return {
        entity.id: names.get(alignment.linking.ids.get((account.article.id, entity.id), ""), entity.name)
        for entity in account.annotation.entities
        if entity.kind is EntityKind.PLACE
    }
