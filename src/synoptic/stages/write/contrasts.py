"""The sentences of a brief about what differs: values against values, labels against labels, speech, dependence."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from synoptic.language.loaded import loaded_spans
from synoptic.records.annotation import Entity, EntityKind, MentionForm, QuoteForm
from synoptic.records.findings import Citation, Claim, Difference, DifferenceKind, LabelUse
from synoptic.records.links import SURE, ClaimMember, QuoteGroup
from synoptic.records.span import Span
from synoptic.stages.write.days import counts_from_its_day
from synoptic.stages.write.phrases import bare, capitalised, closed, listed, plural, quoted
from synoptic.stages.write.quotable import begins_elsewhere
from synoptic.stages.write.reporting import balanced, shortened
from synoptic.stages.write.scene import Draft, Scene, one_an_article
from synoptic.stages.write.told import Told
from synoptic.stages.write.witness import language_of
from synoptic.stages.write.words import content_share

CONTRARY = 0.85
"""The score that the likeliest member of each side must have for a dispute to be printed. Of 14 in data/claims and
invented stories it keeps five of the seven that the gold knows by kind, three of five that it knows by another kind
or in another value, and one of two that it does not know."""

STATEMENT = 6
"""Words from which a value is a statement that needs no account beside it to be understood."""
MOST_SIDES = 5
"""Sides of a difference that are told, those of most accounts; a crowd of accounts may give dozens."""
GIST = 120
"""Code points of the account that a difference is shown in."""

ONE_STATEMENT = 0.25
"""The share of one telling's content words that the other holds where both are printed as one statement in two mouths.
Read on all stories of data/claims, the seeds and the example: of six such sentences the five right ones have .32 or
more, the wrong one (a remark on the same theme) .20. Few cases: a cut against the plainly unlike, no more."""

_OPENINGS = {
    DifferenceKind.NUMBER: "The accounts give different numbers",
    DifferenceKind.DATE: "The accounts give different dates",
    DifferenceKind.NAME: "The accounts give different names",
    DifferenceKind.PLACE: "The accounts give different places",
    DifferenceKind.POLARITY: "The accounts contradict each other",
    DifferenceKind.CERTAINTY: "The accounts are not equally certain",
    DifferenceKind.WORDING: "The accounts choose different words",
    DifferenceKind.ATTRIBUTION: "The accounts name different speakers",
}
_OURS = frozenset({DifferenceKind.POLARITY, DifferenceKind.CERTAINTY})
_MAY_BE_TWO = frozenset({DifferenceKind.NAME, DifferenceKind.PLACE})
"""Kinds whose values are words of ours ("denied", "planned"), which no account need hold."""


def disputed(scene: Scene, told: Sequence[Told]) -> Iterator[Draft]:
    """Each difference that cannot be right on all sides, then the statements that origins put into different mouths."""
    for each in (each for each in told if each.first):
        for difference in each.claim.differences:
            if not difference.compatible and _is_sure(scene, each.claim, difference):
                yield _difference(scene, each.claim, difference, "disputed")
    for claim in scene.findings.claims:
        for difference in claim.differences:
            if difference.compatible and _other_mouths(scene, claim, difference):
                yield _difference(scene, claim, difference, "disputed")


def _is_sure(scene: Scene, claim: Claim, difference: Difference) -> bool:
    """Whether both sides surely tell the fact, and no day is set against another that only its article can date.

    One account's name against another's may be two people of one kind, its place within the other's; where several
    origins give one of them, the other is told otherwise. (Briefs of data/claims: the three such disputes of one
    account each were wrong.)
    """
    scores = (max(claim.members[index].score for index in side) for side in difference.members)
    backed = any(scene.origins(claim.members[index].article for index in side) > 1 for side in difference.members)
    if difference.kind in _MAY_BE_TWO and not backed:
        return False
    if difference.kind is DifferenceKind.DATE and any(counts_from_its_day(value) for value in difference.values):
        return False
    return min(scores) >= CONTRARY


def _other_mouths(scene: Scene, claim: Claim, difference: Difference) -> bool:
    """Whether origins of their own name speakers of their own, known ones, for what is surely one statement."""
    sides = [[claim.members[index] for index in side] for side in difference.members]
    if difference.kind is not DifferenceKind.ATTRIBUTION or any(
        member.entity is None for side in sides for member in side
    ):
        return False
    articles = [{member.article for member in side} for side in sides]
    together = scene.origins(article for side in articles for article in side)
    apart = sum(scene.origins(side) for side in articles)
    if together != apart or not all(member.score >= SURE for side in sides for member in side):
        return False
    if not all(any(_speaker_is_sure(scene, member) for member in side) for side in sides):
        return False
    texts = [[member.span.of(scene.text(member.article)) for member in side] for side in sides]
    return all(
        any(max(content_share(a, [b]), content_share(b, [a])) >= ONE_STATEMENT for a in one for b in other)
        for one, other in combinations(texts, 2)
    )


def _speaker_is_sure(scene: Scene, member: ClaimMember) -> bool:
    """Whether a member's speaker is named by name, title or pronoun, not by a description that may be another's.

    A title is told by its capitals ("the Supreme Leader" against "the four-times champion"). A member without words for
    its speaker is of a saying that goes on from the sentence before it.
    """
    text, quotes = scene.text(member.article), scene.accounts[member.article].annotation.quotes
    spans = [q.speaker for q in quotes if q.speaker and any(member.span.overlap(content) for content in q.content)]
    named = [m for m in scene.mentions.get(member.article, ()) if any(m[0].overlap(span) for span in spans)]
    return not named or any(
        form is not MentionForm.NOMINAL or any(word[0].isupper() for word in span.of(text).split()[1:])
        for span, form, _ in named
    )


def _difference(scene: Scene, claim: Claim, difference: Difference, topic: str) -> Draft:
    sides = []
    shown = tuple(zip(difference.values, difference.members, strict=True))[:MOST_SIDES]
    for value, members in shown:
        outlets = listed(scene.outlets(claim.members[i].article for i in members))
        plain = difference.kind is DifferenceKind.ATTRIBUTION or difference.kind in _OURS
        sides.append(f"{value if plain else quoted(value)} ({outlets})")
    first = claim.members[difference.members[0][0]]
    gist = quoted(shortened(first.span.of(scene.text(first.article)), GIST, difference.values[0]))
    also = ", which can both be right" if difference.compatible else ""
    writer = capitalised(scene.names[first.article])
    statements = difference.kind in _OURS and any(len(value.split()) > STATEMENT for value in difference.values)
    writes = "" if statements else f". {writer} writes: {gist}"
    left = len(difference.values) - len(shown)
    more = f"; and {plural(left, 'other value')}" if left else ""
    text = f"{_OPENINGS[difference.kind]}{also}: {'; '.join(sides)}{more}{writes}"
    cited = [claim.members[i] for _, side in shown for i in side]
    ours = difference.kind in _OURS and not statements
    asserted = () if ours else tuple(value for value, _ in shown if not value.startswith("("))
    citations = one_an_article(Citation(member.article, member.span) for member in cited)
    return Draft(closed(text), asserted if statements else (*asserted, gist), citations, topic)


def speech(scene: Scene, told: Sequence[Told]) -> Iterator[Draft]:
    """What was said by whom, in the words that most accounts print; those that name another speaker stand apart.

    Who is named in the words is hardly their speaker.
    """
    known = scene.alignment.quotes
    for group in sorted(
        known, key=lambda group: (_all_foreign(scene, group), -len({m.article for m in group.members}))
    ):
        entity = scene.entities.get(group.entity or "")
        agreeing = [member for member in group.members if member.entity in (None, group.entity)]
        direct = [member for member in agreeing if member.form is QuoteForm.DIRECT]
        if entity is None or not direct:
            continue
        member = min(direct, key=lambda m: (_is_foreign(scene, m.article), abs(sum(map(len, m.content)) - 120)))
        words = " … ".join(bare(span.of(scene.text(member.article))) for span in member.content)
        if any(re.search(rf"\b{re.escape(part)}\b", words) for part in entity.name.split() if part[:1].isupper()):
            continue
        if begins_elsewhere(words):
            continue
        if not 30 <= len(words) <= 260 or not words.lstrip("“”\"'’‘«¿¡ ")[:1].isupper() or not balanced(words):
            continue
        text = f"{entity.name} said, as {scene.names[member.article]} prints it: {quoted(words)}"
        cited = [Citation(each.article, Span(each.content[0].start, each.content[-1].end)) for each in agreeing]
        yield Draft(closed(text), (entity.name, words), one_an_article(cited), "speech")


def _all_foreign(scene: Scene, group: QuoteGroup) -> bool:
    return all(_is_foreign(scene, member.article) for member in group.members if member.form is QuoteForm.DIRECT)


def _is_foreign(scene: Scene, article: str) -> bool:
    return language_of(scene, article) != "en"


def naming(scene: Scene, told: Sequence[Told]) -> Iterator[Draft]:
    """Loaded labels in an outlet's own voice for those whom most origins mention, beside what the others write."""
    seen = set()
    for use in scene.findings.labels:
        entity = scene.entities.get(use.entity)
        if not use.loaded or use.voice != "outlet" or use.distanced or entity is None or not _names(scene, use, entity):
            continue
        everywhere = scene.origins(mention.article for mention in entity.mentions)
        if (use.entity, use.article) in seen or 2 * everywhere <= len(scene.findings.origins):
            continue
        seen.add((use.entity, use.article))
        other = f"; others write {quoted(use.neutral)}" if use.neutral else ""
        text = f"{scene.names[use.article]} calls {entity.name} {quoted(use.text)} in its own voice{other}"
        yield Draft(closed(text), (entity.name, use.text), (Citation(use.article, use.span),), "naming")


def _names(scene: Scene, use: LabelUse, entity: Entity) -> bool:
    """Whether a label says what a person or body is (not what it does, nor how its country is described)."""
    account = scene.accounts[use.article]
    kinds = {label.kind for label in account.annotation.labels if label.span == use.span}
    terms = [term for _, term in loaded_spans(use.text, account.article.language or "en")]
    return (
        entity.kind in {EntityKind.PERSON, EntityKind.ORGANIZATION}
        and kinds <= {"head", "title", "epithet"}
        and all(term.category in _OF_PERSONS for term in terms)
    )


_OF_PERSONS = frozenset({"ruler", "government", "fighter"})
"""Categories of loaded words that name persons and bodies; the others ("crackdown") name deeds."""


def dependence(scene: Scene, told: Sequence[Told]) -> Iterator[Draft]:
    """Which articles rest on one origin and count once: the most articles first, then where the origin has a name."""
    held: dict[str, list[Citation]] = {}
    for link in scene.alignment.links:
        home = scene.origin_of.get(link.source)
        if home is not None and home == scene.origin_of.get(link.target):
            for passage in link.passages[:1]:
                cited = (Citation(link.source, passage.source), Citation(link.target, passage.target))
                held.setdefault(home, []).extend(cited)
    ordered = sorted(
        scene.findings.origins,
        key=lambda origin: (-len(origin.articles), origin.name is None, sorted(origin.articles)),
    )
    for origin in ordered:
        if len(origin.articles) > 1 and origin.id in held:
            name = f" ({origin.name})" if origin.name else ""
            text = f"{listed(scene.outlets(origin.articles))} rest on one origin{name} and count as one account"
            yield Draft(closed(text), (), one_an_article(held[origin.id]), "dependence")
