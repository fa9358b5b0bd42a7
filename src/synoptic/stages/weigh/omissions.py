"""Omissions: what other origins report and is not found in an article."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from synoptic.records.annotation import Account
from synoptic.records.findings import Claim, Omission, Origin
from synoptic.records.links import firm_members
from synoptic.records.parse import Token

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_MAY_TELL = 0.5
"""Share of a claim's content words that two sentences in a row of an article hold, from which the article may tell it
though it was not aligned. Alignment finds about half of the pairs of data/claims, so that lacking a claim is said only
where its words are lacking too."""


def find_omissions(
    claims: Sequence[Claim], origins: Sequence[Origin], accounts: Sequence[Account] = ()
) -> tuple[Omission, ...]:
    """For each article the claims that at least two other origins make and that are not found in it.

    Article by article in the order of the origins, claims in their own order. The article's own origin does not count:
    a sister article of the same source says nothing of what the article left out. A doubtful member, or most of the
    claim's words in `accounts`, is enough not to lack a claim, and too little to count as an origin that makes it.
    """
    origin_of = {article: origin.id for origin in origins for article in origin.articles}
    places, known = _places(accounts), {account.article.id: account for account in accounts}
    heard = []
    for claim in claims:
        sources = {origin_of.get(member.article, member.article) for member in firm_members(claim.members)}
        if len(sources) >= 2:
            found = {member.article for member in claim.members} | _may_tell(claim, known, places)
            heard.append((claim.id, found, sources))
    return tuple(
        Omission(article, id)
        for origin in origins
        for article in origin.articles
        for id, found, sources in heard
        if article not in found and len(sources) - (origin.id in sources) >= 2
    )


def _places(accounts: Sequence[Account]) -> dict[str, list[tuple[str, int]]]:
    """The articles and sentences in which each content word stands, by lemma."""
    found: dict[str, list[tuple[str, int]]] = {}
    for account in accounts:
        parse = account.annotation.parse
        for number in range(len(parse.sentences)):
            for word in set(_words(parse.sentence_tokens(number))):
                found.setdefault(word, []).append((account.article.id, number))
    return found


def _may_tell(claim: Claim, known: dict[str, Account], places: dict[str, list[tuple[str, int]]]) -> set[str]:
    """The articles of which two sentences in a row hold most of the words of the claim's central member."""
    spoken = (
        known[member.article].annotation.parse.within(member.span)
        for member in claim.members
        if member.article in known and member.span.of(known[member.article].article.text) == claim.text
    )
    wanted = set(_words(next(spoken, ())))
    if not wanted:
        return set()
    held: dict[tuple[str, int], int] = defaultdict(int)
    for word in wanted:
        standing = places.get(word, ())
        for place in {(article, number + step) for article, number in standing for step in (0, 1)}:
            held[place] += 1
    return {article for (article, _), count in held.items() if count >= _MAY_TELL * len(wanted)}


def _words(tokens: Sequence[Token]) -> Iterator[str]:
    return (token.lemma.casefold() for token in tokens if token.pos in _CONTENT)
