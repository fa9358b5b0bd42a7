"""Chains: the way of a text from its release to an agency to the outlets, as far as links and credits tell it."""

from collections.abc import Sequence

from synoptic.records.article import Article
from synoptic.records.chains import Chain, Step, Via
from synoptic.records.components import join, root
from synoptic.records.findings import Origin, OriginKind
from synoptic.records.links import DEPENDENCE, Link, Story
from synoptic.stages.weigh.origins import Source, credited_sources, source_key


def related(stories: Sequence[Story], links: Sequence[Link]) -> list[tuple[tuple[str, ...], tuple[Link, ...]]]:
    """The ids of articles that one story holds, with those of other stories on which they depend, and their links."""
    home = {id: number for number, story in enumerate(stories) for id in story.articles}
    above: dict[int, int] = {}
    for link in links:
        if link.kind in DEPENDENCE:
            join(above, home[link.source], home[link.target])
    family = {id: root(above, number) for id, number in home.items()}
    held: dict[int, list[str]] = {}
    for id, number in family.items():
        held.setdefault(number, []).append(id)
    within: dict[int, list[Link]] = {number: [] for number in held}
    for link in links:
        if family[link.source] == family[link.target]:
            within[family[link.source]].append(link)
    return [(tuple(held[number]), tuple(within[number])) for number in sorted(held)]


_RANK = {OriginKind.RELEASE: 0, OriginKind.AGENCY: 1, OriginKind.OUTLET: 2}


def find_chains(articles: Sequence[Article], links: Sequence[Link], origins: Sequence[Origin]) -> tuple[Chain, ...]:
    """The chain of every origin of a story."""
    by_id = {article.id: article for article in articles}
    home = {id: number for number, origin in enumerate(origins) for id in origin.articles}
    within: dict[int, list[Link]] = {}
    for link in links:
        if link.kind in DEPENDENCE and home.get(link.source, -1) == home.get(link.target, -2):
            within.setdefault(home[link.source], []).append(link)
    return tuple(
        _chain(origin, [by_id[id] for id in origin.articles], within.get(number, ()))
        for number, origin in enumerate(origins)
    )


def _chain(origin: Origin, members: Sequence[Article], within: Sequence[Link]) -> Chain:
    """The chain of one origin; `within` are the links that join its articles."""
    parents = _parents(members, within)
    if len(members) == 1 and not any(credited_sources(article) for article in members):
        alone = members[0]
        step = Step(alone.name, origin.kind, alone.id, None, Via.START, True, origin.reason)
        return Chain(origin, (step,))
    steps: list[Step] = []
    places: dict[str, int] = {}
    # An article that others credit comes first: it is their source itself.
    keys = {source.key for article in members for source in credited_sources(article)}
    waiting = [article for article in members if article.id not in parents]
    waiting.sort(key=lambda article: source_key(article.outlet) not in keys)
    for article in waiting:
        first = _first(article, members, within, steps)
        places[article.id] = len(steps)
        steps.append(first)
    left = [article for article in members if article.id in parents]
    while left:
        ready = [article for article in left if parents[article.id].source in places]
        for article in ready:
            link = parents[article.id]
            places[article.id] = len(steps)
            via = Via(link.kind.value)
            steps.append(Step(article.name, OriginKind.OUTLET, article.id, places[link.source], via, True, link.reason))
        left = [article for article in left if article.id not in places]
    return Chain(origin, tuple(steps))


def _parents(members: Sequence[Article], links: Sequence[Link]) -> dict[str, Link]:
    """For each article the link to where it comes from: the likeliest directed one that closes no circle."""
    found: dict[str, Link] = {}
    order = {article.id: number for number, article in enumerate(members)}
    above: dict[int, int] = {}
    directed = (link for link in links if link.directed)
    for link in sorted(directed, key=lambda link: (-round(link.score, 2), order[link.source], order[link.target])):
        # What has no source yet is the top of what rests on it: a circle is closed where the source rests on it too.
        if link.target not in found and root(above, order[link.source]) != order[link.target]:
            found[link.target] = link
            above[order[link.target]] = order[link.source]
    return found


def _first(article: Article, members: Sequence[Article], links: Sequence[Link], steps: list[Step]) -> Step:
    """The step of an article without a directed link: it hangs on what it credits, or its kin, or on one unnamed.

    Sources that are needed are added to `steps`.
    """
    own = source_key(article.outlet)
    credited = [source for source in credited_sources(article) if source.key != own]
    if credited:
        names = " and ".join(source.name for source in credited)
        place = _placed(credited, steps)
        return Step(article.name, OriginKind.OUTLET, article.id, place, Via.CREDIT, True, f"credits {names}")
    kin = [link for link in links if not link.directed and article.id in (link.source, link.target)]
    others = [source for member in members for source in credited_sources(member)]
    if not kin or any(source.key == own for source in others):
        kind = next((source.kind for source in others if source.key == own), OriginKind.OUTLET)
        return Step(article.name, kind, article.id, None, Via.START, True, "")
    nearest = max(kin, key=lambda link: link.score)
    best = sorted(others, key=lambda source: -sum(other.key == source.key for other in others))[:1]
    place = _placed(best, steps) if best else _unnamed(steps)
    via = Via(nearest.kind.value)
    return Step(article.name, OriginKind.OUTLET, article.id, place, via, False, nearest.reason)


def _placed(credited: Sequence[Source], steps: list[Step]) -> int:
    """The place of the nearest of the credited sources; each is added where it is not there yet, releases first."""
    parent: int | None = None
    for source in sorted(credited, key=lambda source: _RANK[source.kind]):
        there = [place for place, step in enumerate(steps) if _key(step) == source.key]
        if not there:
            via = Via.START if parent is None else Via.CREDIT
            steps.append(Step(source.name, source.kind, None, parent, via, True, ""))
        parent = there[0] if there else len(steps) - 1
    assert parent is not None
    return parent


def _unnamed(steps: list[Step]) -> int:
    """The place of the source that nobody names."""
    there = [place for place, step in enumerate(steps) if step.name is None]
    if not there:
        steps.append(Step(None, OriginKind.UNKNOWN, None, None, Via.START, True, ""))
    return there[0] if there else len(steps) - 1


def _key(step: Step) -> str | None:
    """The name of a step as it is compared; None where nobody names it."""
    return source_key(step.name) if step.name else None
