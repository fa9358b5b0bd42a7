"""Alone: whether a statement may be said to stand in the accounts of one origin and nowhere else.

Alignment finds half to two thirds of what accounts share, so that a claim of one origin is often told by another in
other words. "Only" was printed of such claims and was wrong of four in five in the invented stories, of four in nine in
data/claims. It is said of hardly any claim now, and then as what was looked for and not found.
"""

from collections.abc import Collection

from synoptic.records.annotation import EntityKind, MentionForm
from synoptic.records.findings import ClaimStatus
from synoptic.stages.write.scene import Scene
from synoptic.stages.write.told import Told
from synoptic.stages.write.witness import language_of

NEW_WORDS = 0.5
"""The share, by weight, of a statement's content words that no account of another origin holds anywhere.

Measured with `evals.briefs` on all claims of one origin: without a doubtful member, with a person whom no other account
names, and with more than this share, .96 of 72 are told by nobody else in data/claims, .71 of 34 in the held-out
invented stories, .76 of 79 in invented stories of training (without the person .87, .47, .59; by "no other account
holds 40 % of the words", the rule before, .84, .47, .55)."""


def found_alone(scene: Scene, told: Told) -> bool:
    """Whether nothing at all points to another origin that tells the same.

    Asked are the record of the claim, doubtful members of every claim of the same sentence, the words of the other
    accounts, and their people: what somebody says or does whom nobody else names is seldom told by others. Words of
    another language cannot be looked for, so that nothing is said of stories told in several.
    """
    if told.status is not ClaimStatus.SINGLE or told.claim.status is not ClaimStatus.SINGLE:
        return False
    own = scene.with_origin(told.articles)
    if len({language_of(scene, article) for article in scene.accounts}) > 1:
        return False
    claims = (claim for each in told.members for claim in scene.beside(each.article, each.span))
    if not all(member.article in own for claim in claims for member in claim.members):
        return False
    if not scene.elsewhere.holders(told.said.text) <= own:
        return False
    return _names_its_own_person(scene, told, own) and scene.elsewhere.unheld(told.said.text, own) > NEW_WORDS


def _names_its_own_person(scene: Scene, told: Told, own: Collection[str]) -> bool:
    member = told.said.member
    for id, entity in scene.entities.items():
        if entity.kind is EntityKind.PERSON and all(each.article in own for each in entity.mentions):
            named = [m for m in entity.mentions if m.article == member.article and m.form is MentionForm.NAME]
            if any(member.span.contains(each.span) for each in named) or (named and id == member.entity):
                return True
    return False
