"""Origins: how many independent sources a story has. Counting outlets is no corroboration."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from synoptic.language.terms import terms
from synoptic.language.whole_credits import whole_credits
from synoptic.records.article import Article, CreditKind
from synoptic.records.components import join, root
from synoptic.records.findings import Origin, OriginKind
from synoptic.records.links import DEPENDENCE, Link

_KINDS = {
    CreditKind.AGENCY: OriginKind.AGENCY,
    CreditKind.RELEASE: OriginKind.RELEASE,
    CreditKind.OUTLET: OriginKind.OUTLET,
}


@dataclass(frozen=True, slots=True)
class Source:
    """A source that an article credits for its whole text; `key` is its name as it is compared."""

    name: str
    key: str
    kind: OriginKind


def find_origins(articles: Sequence[Article], links: Sequence[Link]) -> tuple[Origin, ...]:
    """Connected components over dependence links and credits of a whole text, in the order of their first articles.

    Every article is in exactly one origin. Shared quotations join nothing; nor does a credit for one interview or one
    picture.
    """
    numbers = {article.id: number for number, article in enumerate(articles)}
    above: dict[int, int] = {}
    for link in links:
        if link.kind in DEPENDENCE and link.source in numbers and link.target in numbers:
            join(above, numbers[link.source], numbers[link.target])
    sources = [credited_sources(article) for article in articles]
    credited: dict[str, list[int]] = {}
    for number, found in enumerate(sources):
        for source in found:
            credited.setdefault(source.key, []).append(number)
    for number, article in enumerate(articles):
        # The outlet's own article belongs to those that credit it; two articles of one outlet alone are no origin.
        credited.get(source_key(article.outlet) if article.outlet else "", []).append(number)
    for together in credited.values():
        for number in together[1:]:
            join(above, together[0], number)
    groups: dict[int, list[int]] = {}
    for number in range(len(articles)):
        groups.setdefault(root(above, number), []).append(number)
    within: dict[int, list[Link]] = {top: [] for top in groups}
    for link in links:
        if link.kind in DEPENDENCE and link.source in numbers and link.target in numbers:
            within[root(above, numbers[link.source])].append(link)
    return tuple(
        _origin(
            f"o{place}", [articles[number] for number in members], [sources[number] for number in members], within[top]
        )
        for place, (top, members) in enumerate(groups.items(), 1)
    )


def _origin(id: str, members: Sequence[Article], sources: Sequence[Sequence[Source]], within: Sequence[Link]) -> Origin:
    """One origin with its name and the reason why its articles are one; `within` are the links that join them."""
    ids = tuple(article.id for article in members)
    credited = [source for found in sources for source in found]
    reasons = [_counted(within)] if within else []
    if credited:
        counts = Counter(source.key for source in credited)
        best = max(credited, key=lambda source: counts[source.key])
        number = sum(any(source.key == best.key for source in found) for found in sources)
        reasons.append(f"{best.name} is credited by {number} of {len(members)}")
        return Origin(id, best.name, best.kind, ids, "; ".join(reasons))
    first = _first_source(members, within)
    if first is not None and first.outlet:
        reasons.append(f"the others rest on {first.name}" if len(members) > 1 else "no other article shares its text")
        return Origin(id, first.outlet, OriginKind.OUTLET, ids, "; ".join(reasons))
    if len(members) == 1:
        return Origin(id, None, OriginKind.UNKNOWN, ids, "no other article shares its text or its credit")
    return Origin(
        id, None, OriginKind.UNKNOWN, ids, "; ".join([*reasons, "none of them names where the text comes from"])
    )


def _counted(links: Sequence[Link]) -> str:
    """How many links of each kind hold the origin together."""
    kinds = [link.kind.value for link in links]
    parts = (f"{kinds.count(kind)} {kind}" for kind in dict.fromkeys(kinds))
    return f"joined by {' and '.join(parts)} link{'s' if len(kinds) > 1 else ''}"


def _first_source(members: Sequence[Article], links: Sequence[Link]) -> Article | None:
    """The one article from which all others come, where the links say so."""
    if len(members) == 1:
        return members[0]
    if not links or not all(link.directed for link in links):
        return None
    targets = {link.target for link in links}
    roots = [article for article in members if article.id not in targets]
    return roots[0] if len(roots) == 1 else None


def credited_sources(article: Article) -> tuple[Source, ...]:
    """What the article credits for its whole text, once each."""
    found: dict[str, Source] = {}
    for credit in whole_credits(article):
        kind = _KINDS.get(credit.kind)
        key = source_key(credit.name)
        if kind is not None and key:
            found.setdefault(key, Source(credit.name, key, kind))
    return tuple(found.values())


def source_key(name: str | None) -> str:
    """A name as it is compared: "EFE Agency" and "Agencia EFE" are one, "The Associated Press" and "AP" are not."""
    words = [term for term in terms(name or "") if term not in _GENERIC]
    return "".join(words) or "".join(terms(name or ""))


_GENERIC = frozenset({"the", "agency", "new", "agencia", "agence", "agenzia", "agentur", "www", "com"})
