"""Origins: how many independent sources a story has. Counting outlets is no corroboration."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from synoptic.language.terms import terms
from synoptic.records.article import Article, BlockKind, Credit, CreditKind
from synoptic.records.findings import Origin, OriginKind
from synoptic.records.links import DEPENDENCE, Link
from synoptic.records.span import Span

_KINDS = {
    CreditKind.AGENCY: OriginKind.AGENCY,
    CreditKind.RELEASE: OriginKind.RELEASE,
    CreditKind.OUTLET: OriginKind.OUTLET,
}
# Blocks in which a credit speaks of the whole text: a byline, a dateline "(AP)", a line of credits.
_WHOLE = frozenset({BlockKind.BYLINE, BlockKind.DATELINE, BlockKind.CREDIT})
_PROSE = frozenset({BlockKind.LEAD, BlockKind.BODY})
_BRACKETS = ("(", "[", "（", "［", "—", "–", "-")
_CLOSED = (")", "]", "）", "］", "—", "–", "-")
_OPENED = re.compile(r"(?:[(\[（［—–]|^\s*-|\n\s*-?)([^()\[\]（）［］\n]*)$")
# Words before a name at the end of a text that make it a credit of the whole: "(With ...)", "Source: ...".
_CLOSING_WORDS = 4
# Code points of a text's end in which a bracketed credit closes it.
_END = 40


@dataclass(frozen=True, slots=True)
class _Source:
    """A source that an article credits for its whole text."""

    name: str
    key: str
    kind: OriginKind


def find_origins(articles: Sequence[Article], links: Sequence[Link]) -> tuple[Origin, ...]:
    """Connected components over dependence links and credits of a whole text, in the order of their first articles.

    Every article is in exactly one origin. Shared quotations join nothing; nor does a credit for one interview or one
    picture.
    """
    numbers = {article.id: number for number, article in enumerate(articles)}
    parent = list(range(len(articles)))
    for link in links:
        if link.kind in DEPENDENCE and link.source in numbers and link.target in numbers:
            _join(parent, numbers[link.source], numbers[link.target])
    sources = [tuple(_sources(article)) for article in articles]
    first_with: dict[str, int] = {}
    for number, article in enumerate(articles):
        keys = [source.key for source in sources[number]]
        for key in keys + ([_key(article.outlet)] if article.outlet else []):
            if key in first_with and _credited(key, (first_with[key], number), sources):
                _join(parent, first_with[key], number)
            first_with.setdefault(key, number)
    groups: dict[int, list[int]] = {}
    for number in range(len(articles)):
        groups.setdefault(_root(parent, number), []).append(number)
    return tuple(
        _origin(
            f"o{place + 1}", [articles[number] for number in members], [sources[number] for number in members], links
        )
        for place, members in enumerate(groups.values())
    )


def _origin(id: str, members: Sequence[Article], sources: Sequence[Sequence[_Source]], links: Sequence[Link]) -> Origin:
    """One origin with its name and the reason why its articles are one."""
    ids = tuple(article.id for article in members)
    within = [link for link in links if link.kind in DEPENDENCE and {link.source, link.target} <= set(ids)]
    credited = [source for found in sources for source in found]
    reasons = [_counted(within)] if within else []
    if credited:
        best = max(credited, key=lambda source: sum(other.key == source.key for other in credited))
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


def _sources(article: Article) -> Iterable[_Source]:
    """What the article credits for its whole text, once each."""
    seen = set()
    for credit in article.credits:
        kind = _KINDS.get(credit.kind)
        key = _key(credit.name)
        if (
            kind is not None
            and key
            and key not in seen
            and any(_is_whole(article, at) for at in _places(article, credit))
        ):
            seen.add(key)
            yield _Source(credit.name, key, kind)


def _places(article: Article, credit: Credit) -> list[Span]:
    """Where the credited words stand: a name under a picture may also close the text."""
    written = re.escape(credit.span.of(article.text))
    found = (Span(*match.span()) for match in re.finditer(rf"(?<!\w){written}(?!\w)", article.text))
    return list(dict.fromkeys([credit.span, *found]))


def _is_whole(article: Article, place: Span) -> bool:
    """Whether a name credits the whole text and not a picture, an interview or a statement in it."""
    number = next((at for at, block in enumerate(article.blocks) if block.span.contains(place)), None)
    if number is None:
        return False
    block = article.blocks[number]
    if block.kind is BlockKind.CREDIT:
        return not _is_of_picture(article, number)
    if block.kind in _WHOLE:
        return True
    return block.kind in _PROSE and (_closes(article, place) or _opens(article, place, block.span.start))


def _is_of_picture(article: Article, number: int) -> bool:
    """Whether a line of credits belongs to a picture: it goes on from a caption, or names a picture itself."""
    block = article.blocks[number]
    before = article.blocks[number - 1] if number else None
    if before is not None and before.kind is BlockKind.CAPTION:
        return "\n" not in article.text[before.span.end : block.span.start].strip(" ")
    return any(credit.kind is CreditKind.PHOTO and block.span.contains(credit.span) for credit in article.credits)


def _closes(article: Article, place: Span) -> bool:
    """Whether a bracket or dash with the name ends the prose: "(With EFE Agency)"."""
    end = max(block.span.end for block in article.blocks if block.kind in _PROSE)
    after = article.text[place.end : end]
    if len(after) > _END or len(re.findall(r"\w+", after)) > _CLOSING_WORDS:
        return False
    opened = _OPENED.search(article.text[max(0, place.start - _END) : place.start])
    return opened is not None and len(opened.group(1).split()) <= _CLOSING_WORDS


def _opens(article: Article, place: Span, start: int) -> bool:
    """Whether a bracketed name opens the prose: "PLACE (AP) - ..."."""
    first = min(block.span.start for block in article.blocks if block.kind in _PROSE)
    before, after = article.text[start : place.start].rstrip(), article.text[place.end :].lstrip()
    return start == first and len(before) <= _END and before.endswith(_BRACKETS) and after.startswith(_CLOSED)


def _credited(key: str, pair: tuple[int, int], sources: Sequence[Sequence[_Source]]) -> bool:
    """Whether at least one of the two credits the key; two articles of one outlet alone are no common origin."""
    return any(source.key == key for number in pair for source in sources[number])


def _key(name: str | None) -> str:
    """A name as it is compared: "EFE Agency" and "Agencia EFE" are one, "The Associated Press" and "AP" are not."""
    words = [term for term in terms(name or "") if term not in _GENERIC]
    return "".join(words) or "".join(terms(name or ""))


_GENERIC = frozenset({"the", "agency", "new", "agencia", "agence", "agenzia", "agentur", "www", "com"})


def _join(parent: list[int], one: int, other: int) -> None:
    """Make two components one, named after its earlier article."""
    first, second = sorted((_root(parent, one), _root(parent, other)))
    parent[second] = first


def _root(parent: list[int], number: int) -> int:
    """The earliest article of a component."""
    while parent[number] != number:
        number = parent[number]
    return number
