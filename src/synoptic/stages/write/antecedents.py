"""Antecedents: names for the pronouns and bare nouns with which a clause begins, where they are known."""

import re
from collections.abc import Sequence

from synoptic.records.annotation import EntityKind, MentionForm
from synoptic.records.links import ClaimMember
from synoptic.records.parse import Token
from synoptic.records.span import Span
from synoptic.stages.write.pointing import bare_subjects, everybody_knows
from synoptic.stages.write.scene import Scene

INTRODUCED = 0.5
"""The share of the accounts that name a thing in their openings, from which "the" suffices for it further on."""

_PRONOUN_SUBJECT = frozenset(
    {"he", "she", "it", "they", "this", "that", "these", "those", "both", "there", "who", "which"}
)
_AGED = re.compile(r"\b[Tt]he (\d+)-year-old\b")
"""A person who was named before: "a 37-year-old" is new to the reader, "the 37-year-old" is not."""
_NEUTER = frozenset({"it", "they"})
_POSSESSIVES = frozenset({"his", "her", "their", "its"})


def subjects_named(scene: Scene, member: ClaimMember, tokens: Sequence[Token]) -> list[tuple[Span, str]] | None:
    """The leading pronoun, or that of "she said", which needs its name, with it; None where a name is not known.

    A leading possessive ("his hearing") is left where a person is named behind it, and refused elsewhere: whom it means
    is too often mistaken.
    """
    mentions = scene.mentions.get(member.article, ())
    cues = [quote.cue for quote in scene.accounts[member.article].annotation.quotes if quote.cue is not None]
    cued = {token.index for token in tokens if any(cue.contains(token.span) for cue in cues)}
    edits: list[tuple[Span, str]] = []
    first_subject = next((t for t in tokens if t.dep.startswith(("nsubj", "expl"))), None)
    for token in tokens:
        lower = token.text.lower()
        speaking = token.dep.startswith("nsubj") and token.head in cued
        leading = token is first_subject or token.index - tokens[0].index < 2 or speaking
        if not leading or token.dep == "expl":
            continue
        if lower in _POSSESSIVES:
            behind = Span(token.end, max(token.end + 1, member.span.end))
            if not any(form is MentionForm.NAME and behind.contains(span) for span, form, _ in mentions):
                return None
        elif lower in _PRONOUN_SUBJECT:
            if _is_contracted(scene, member, token):
                return None
            name = next((n for span, form, n in mentions if span == token.span and form is MentionForm.PRONOUN), None)
            if name is None or (lower in _NEUTER and not _widely_named(scene, name)):
                return None
            if name not in {known for _, known in edits}:
                edits.append((token.span, name))
    return _bare_named(scene, member, tokens, edits)


def _widely_named(scene: Scene, name: str) -> bool:
    """Whether accounts of two origins mention a body or people of a name; others are seldom what "it" means."""
    entities = [
        entity
        for entity in scene.entities.values()
        if entity.name == name and entity.kind in {EntityKind.PERSON, EntityKind.ORGANIZATION}
    ]
    return scene.origins(mention.article for entity in entities for mention in entity.mentions) > 1


def _names_somebody(scene: Scene, name: str) -> bool:
    kinds = {entity.kind for entity in scene.entities.values() if entity.name == name}
    return bool(kinds & {EntityKind.PERSON, EntityKind.ORGANIZATION})


def _is_contracted(scene: Scene, member: ClaimMember, token: Token) -> bool:
    """Whether a pronoun is one word with its verb ("he'd", "it's scrapped"), unless that is "is" ("she's meeting")."""
    parse = scene.accounts[member.article].annotation.parse
    after = parse.tokens[token.index + 1] if token.index + 1 < len(parse.tokens) else None
    if after is None or after.start != token.end or after.text[0] not in "'’":
        return False
    return not (after.pos == "AUX" and parse.tokens[after.head].tag == "VBG")


def _with_article(scene: Scene, name: str) -> str:
    """A name with "the" where some account writes it so ("the Harbour Authority")."""
    written = re.compile(rf"\b[Tt]he {re.escape(name)}(?=[.,]| [a-z])")
    used = " " in name and any(written.search(account.article.text) for account in scene.accounts.values())
    return f"the {name}" if used else name


def is_only_aged(scene: Scene, member: ClaimMember) -> bool:
    """Whether words describe a person by the age alone ("the 37-year-old"), where the openings do not.

    No name is put there: of six such descriptions in the stories two were linked to a person, both to a wrong one.
    """
    found = _AGED.findall(member.span.of(scene.text(member.article)))
    return any(scene.openings.share_with(age) < INTRODUCED for age in found)


def _bare_named(
    scene: Scene, member: ClaimMember, tokens: Sequence[Token], edits: list[tuple[Span, str]]
) -> list[tuple[Span, str]] | None:
    """The edits with names for first subjects that "the" alone describes ("the council said").

    None where a name is not known and neither the openings nor everybody knows which one is meant.
    """
    text = scene.text(member.article)
    named = {
        span.end: (span, name)
        for span, form, name in scene.mentions.get(member.article, ())
        if form is MentionForm.NOMINAL and len(span.of(text).split()) == 2 and _names_somebody(scene, name)
    }
    if is_only_aged(scene, member):
        return None
    found = list(edits)
    for noun in bare_subjects(tokens):
        span, name = named.get(noun.end, (noun.span, ""))
        if name and name.casefold() != noun.text.casefold():
            found.append((span, _with_article(scene, name)))
        elif not everybody_knows(noun.lemma.lower()) and scene.openings.share_with(noun.text) < INTRODUCED:
            return None
    return found
